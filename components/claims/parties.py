"""Which party a noun phrase means: a name of the roster, "the army", "rebels", "they"."""

from collections.abc import Iterable

from spacy.tokens import Token

from components.actors import Roster
from components.claims.claimants import claimants
from components.claims.discourse import Discourse, PartyRef
from components.claims.groups import is_nameless, joined, only_speaks, suits_group
from components.claims.quotations import quoted_speaker, speaking_for
from components.claims.sentence import Sentence
from components.claims.syntax import (
    child,
    conjuncts,
    governed,
    objects_of,
    prepositions,
    subjects_of,
)
from components.records import Actor

_PRONOUNS = frozenset({"they", "it", "them", "its", "their", "we", "our", "who", "which", "that"})
_LOYAL = frozenset({"loyal", "belonging", "affiliated", "allied", "linked", "aligned"})
# Words that reporters use of any armed group, jihadists too.
_ANY_FIGHTERS = frozenset({"insurgents", "gunmen", "militia", "insurgent", "attackers"})
_STATES = frozenset({"government", "foreign"})
_ONE = frozenset({"group", "movement", "faction", "organisation", "organization", "outfit"})
# What several parties may make up together.
_JOINT = frozenset({"force", "forces", "alliance", "coalition", "contingent", "group", "column"})
# How a name hangs on a word of its phrase; on "led" in "B-led forces".
_WITHIN = frozenset({"compound", "poss", "nmod"})
_WITHIN_LED = _WITHIN | {"npadvmod"}
# What no army of a state is called.
_MOVEMENTS = frozenset({"group", "movement", "militia", "faction", "organisation", "organization"})


class PartyFinder:
    """Resolves noun phrases of one sentence to actors."""

    def __init__(self, sentence: Sentence, roster: Roster, discourse: Discourse) -> None:
        """Bind a sentence to the roster and to what was said before."""
        self.sentence = sentence
        self.roster = roster
        self.discourse = discourse

    def parties(self, tokens: Iterable[Token], country: str) -> list[PartyRef]:
        """Return the parties of some noun phrases, each once, those without one left out.

        Args:
            tokens: Heads of the phrases.
            country: ISO code of the place at hand; decides whose "the army" is.
        """
        found: list[PartyRef] = []
        for token in tokens:
            for ref in self.resolve(token, country):
                if all(ref.actor.id != other.actor.id for other in found):
                    found.append(ref)
        # "The army and its allies": who is not named stands with who is.
        named = [ref for ref in found if not is_nameless(ref.actor)]
        return named if any(ref.actor.id in self.roster.actors for ref in named) else found

    def resolve(self, token: Token, country: str) -> list[PartyRef]:
        """Return the parties that one noun phrase means, its included members too."""
        if token.lower_ in _PRONOUNS and token.pos_ in {"PRON", "DET", "SCONJ"}:
            return self._pronoun(token, country)
        if token.pos_ == "VERB" and self.sentence.actor(token) is None:
            return []
        head = self._head(token, country)
        members = self._members(token, country)
        return [*([head] if head else []), *members]

    def _ref(self, actor: Actor, first: Token, last: Token, *, armed: bool = True) -> PartyRef:
        start, end = self.sentence.span(first, last)
        return PartyRef(actor, start, end, armed)

    def _head(self, token: Token, country: str) -> PartyRef | None:  # noqa: C901, PLR0911 (one return for each rule)
        sentence = self.sentence
        entity = sentence.actor(token)
        if entity:
            actor = self.roster.actors[entity.ref]
            return self._ref(actor, token, token)
        if sentence.place(token):
            return self._state(token)
        if sentence.source(token):
            return None
        if token.lower_ in self.sentence.lexicon.words("collectives"):
            members = [r for o in governed(token, "of") for r in self.resolve(o, country)]
            if members:
                return members[0]
        if token.lower_ == "ministry":
            # It takes no town itself: whoever it speaks for does.
            return next(iter(self._spoken_for(token, country)), None)
        group = self._group(token)
        named = self._named_within(token, country)
        if named and (group or sentence.is_(token, "goal_nouns") or token.pos_ == "PROPN"):
            return named
        if group:
            return self._described(token, group, country)
        if token.pos_ == "PROPN":
            return self._unknown(token)
        if token.pos_ in {"ADJ", "NOUN"}:
            code = self.roster.country_of(token.text)
            if code:
                return self._ref(self.roster.government(code, self.discourse.day), token, token)
            loose = self.roster.words.modifier_group(token.lower_)
            if loose:
                return self._described(token, loose, country)
        return None

    def _state(self, token: Token) -> PartyRef | None:
        """Return the government that a country or a capital stands for ("Kyiv", "Russia")."""
        entity = self.sentence.place(token)
        assert entity is not None
        start, end = entity.start, entity.end
        shown = self.sentence.words_at(start, end)
        code = self.roster.country_of(shown) or self.roster.seat_of(shown)
        if not code:
            return None
        return PartyRef(self.roster.government(code, self.discourse.day), start, end)

    def _words(self, token: Token) -> list[Token]:
        left = [
            c
            for c in token.children
            if c.i < token.i and c.dep_ in {"amod", "compound", "nmod", "poss", "nummod", "punct"}
        ]
        return [*left, token]

    def _group(self, token: Token) -> str:
        first = min((c.left_edge.i for c in self._words(token)), default=token.i)
        texts = joined(self.sentence.doc[i].text for i in range(first, token.i + 1))
        if [t.lower() for t in texts if t.lower() not in {"the", "our"}] == ["armed", "forces"]:
            # No others are called so without a word for whose they are.
            return "government"
        return self.roster.words.group_of([t.lower() for t in texts])

    def _named_within(self, token: Token, country: str) -> PartyRef | None:
        """Return an actor named inside the phrase: "SDF fighters", "forces loyal to X"."""
        for c in token.children:
            within = _WITHIN_LED if c.lower_ == "led" else _WITHIN
            inner = [c, *(k for k in c.children if k.dep_ in within)]
            for k in inner:
                entity = self.sentence.actor(k)
                shown = self.sentence.words_at(*self.sentence.span(k, k))
                called = self.roster.called(shown) if k.pos_ == "PROPN" and not entity else None
                if called and k.dep_ == "compound" and not self.sentence.place(k):
                    return self._ref(called, k, token)
                near = c.dep_ in {"compound", "poss", "nmod", "amod", "appos", "npadvmod"}
                if entity and near and not self._backed(k):
                    return self._ref(
                        self.roster.actors[entity.ref], k, token if k.i < token.i else k
                    )
        leader = self._leader(token) or self._called(token)
        if leader:
            return leader
        for link in ("of", "from", "to", "with"):
            for o in self._linked(token, link):
                entity = self.sentence.actor(o)
                if entity and (link != "with" or token.lower_ in {"affiliated", "aligned"}):
                    return self._ref(self.roster.actors[entity.ref], token, o)
                # "The command of the armed forces".
                army = o.lower_ == "forces" and token.lower_ == "command"
                army = army and self._group(o) == "government"
                if (army or o.lower_ == "government") and link in {"of", "to"}:
                    # "forces of the government", "troops loyal to the interim government".
                    return self._described(o, "government", country)
        return None

    def _leader(self, token: Token) -> PartyRef | None:
        """Return who leads a party: A of "insurgents led by A"."""
        for c in child(token, "acl"):
            if c.lower_ in {"led", "commanded", "headed"}:
                for o in governed(c, "by"):
                    entity = self.sentence.actor(o)
                    if entity:
                        return self._ref(self.roster.actors[entity.ref], token, o)
        return None

    def _called(self, token: Token) -> PartyRef | None:
        """Return A of "the rebels, known as A"."""
        for c in child(token, "acl"):
            if c.lower_ in {"known", "called", "named", "dubbed"}:
                for t in c.subtree:
                    entity = self.sentence.actor(t)
                    if entity:
                        return self._ref(self.roster.actors[entity.ref], t, t)
        return None

    def _backed(self, token: Token) -> bool:
        """Return whether a name only backs or leads: "NATO-backed rebels"."""
        doc = self.sentence.doc
        after = doc[token.i + 2] if token.i + 2 < len(doc) else None
        hyphen = token.i + 1 < len(doc) and doc[token.i + 1].text == "-"
        return bool(
            hyphen
            and after is not None
            and after.lower_
            in {
                "backed",
                "supported",
                "held",
                "allied",
                "controlled",
                "aligned",
                "trained",
                "sponsored",
                "occupied",
            }
        )

    def _linked(self, token: Token, link: str) -> list[Token]:
        found = governed(token, link)
        for c in token.children:
            after = c.dep_ in {"amod", "acl", "relcl"} and c.i > token.i
            if after and c.lower_ in _LOYAL:
                found += [*governed(c, link), *governed(c, "to"), *governed(c, "with")]
        return found

    def _described(  # noqa: PLR0911 (one return for each rule)
        self, token: Token, group: str, country: str
    ) -> PartyRef | None:
        """Return who "the army", "Iraqi troops" or "the group" is."""
        group = self._bearing(token, group, country)
        words = self._words(token)
        first = words[0]
        # "Emirati-backed forces" are no Emiratis.
        code = next((k for w in words if (k := self._code(w)) and not self._backed(w)), "")
        movement = self._movement(token, code) if code and group == "armed" else None
        if movement:
            return self._ref(movement, first, token)
        owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        owned = self._owned(owner, token, country) if owner is not None and not code else []
        if owner is not None and owner.lower_ in {"his", "her"} and group == "government":
            # No movement spoken of before has "his army".
            owned = [r for r in owned if r.actor.kind in _STATES]
        if owned:
            return self._ref(owned[0].actor, first, token)
        if owner is not None and owner.lower_ in {"his", "her"} and not code:
            # "The president said his troops": those of the state spoken of.
            states = [r for r in self.discourse.subject if r.actor.kind in _STATES]
            if states:
                return self._ref(states[0].actor, first, token)
        back = None if code else self._definite(token, group, country)
        if back:
            return self._ref(back, token, token)
        if group == "armed":
            if not code and any(w.lower_ in {"allied", "other", "additional"} for w in words):
                return None
            if not code:
                actor = (
                    None
                    if only_speaks(token, self.sentence)
                    else self._generic_armed(token, country)
                )
                return self._ref(actor, first, token) if actor else None
            group = (
                "government"
                if token.lower_ not in {"militants", "gunmen", "fighters"}
                else "militia"
            )
        actor = self.roster.generic(group, code or country, self.discourse.day)
        return self._ref(actor, first, token)

    def _owned(self, owner: Token, token: Token, country: str) -> list[PartyRef]:
        """Return whom "their" means: in "the army and their allies" it is the army."""
        if token.dep_ == "conj" and owner.lower_ in {"its", "their"}:
            return self.resolve(token.head, country)
        return self._pronoun(owner, country)

    def _bearing(self, token: Token, group: str, country: str) -> str:
        """Return the group of "Islamist rebels": where one opposition is known, part of that."""
        rebels = self.roster.words.head_group(token.lower_) == "opposition"
        if group != "jihadist" or not rebels:
            return group
        known = {
            g: self.roster.generic(g, country, self.discourse.day).id in self.roster.actors
            for g in ("opposition", "jihadist")
        }
        return "opposition" if known["opposition"] and not known["jihadist"] else group

    def _movement(self, token: Token, code: str) -> Actor | None:
        """Return whom "the Lebanese group" takes up: the group of that country named before."""
        if token.lower_ not in _MOVEMENTS or not any(c.lower_ == "the" for c in token.children):
            return None
        before = [a for a in reversed(self.discourse.recent) if a.kind not in _STATES]
        home = [a for a in before if code in self.roster.fights_in(a.id)]
        return next(iter(home), None)

    def _code(self, word: Token) -> str:
        """Return the country that a word of a phrase names: "Iraqi", the "Tripoli" of its side."""
        place = self.sentence.place(word)
        shown = self.sentence.words_at(place.start, place.end) if place else word.text
        return self.roster.country_of(shown) or (self.roster.seat_of(shown) if place else "")

    def _definite(  # noqa: C901, PLR0911, PLR0912 (one return for each rule)
        self, token: Token, group: str, country: str
    ) -> Actor | None:
        """Return the actor named before that "the alliance" or "the militants" points to."""
        definite = any(c.lower_ in {"the", "this"} for c in token.children)
        within = (c for c in token.children if c.dep_ in {"compound", "nmod"})
        if any(c.pos_ == "PROPN" and not self.sentence.actor(c) for c in within):
            # "the Tripoli side", "the Jathran militia": named.
            return None
        bare_rebels = group in {"opposition", "jihadist", "armed", "militia", "separatist"}
        if group == "government" or (not definite and not bare_rebels):
            return None
        if token.lower_ not in self.sentence.lexicon.words(
            "group_words"
        ) and token.lemma_.lower() not in self.sentence.lexicon.words("group_words"):
            return None
        if not definite and token.lower_ not in {"rebels", "militants", "insurgents", "jihadists"}:
            return None
        coalition = token.lower_ in {"alliance", "coalition", "room"}
        if coalition:
            for actor in reversed(self.discourse.recent):
                if not suits_group(actor, group) and group == "kurdish":
                    continue
                if actor.id in self.discourse.coalitions or token.lower_ in actor.name.lower():
                    return actor
        own = self.roster.generic(group, country, self.discourse.day).id in self.roster.actors
        beside = self._beside(token) if token.lower_ in _ONE and definite else None
        if beside is not None:
            return beside
        several = {r.actor.id for r in self.discourse.subject}
        for actor in reversed(self.discourse.recent):
            if len(several) > 1 and actor.id in several and token.lower_ in _ONE:
                # Of two that acted together neither is "the group".
                continue
            # "Rebels" says more than "a group"; and who has an opposition means it by the word.
            vaguer = group != "armed" and is_nameless(actor)
            other = group == "opposition" and actor.kind == "militia" and (own or not definite)
            if vaguer or other:
                continue
            suits = suits_group(actor, group) or (
                actor.kind == "jihadist" and token.lower_ in _ANY_FIGHTERS
            )
            if actor.kind not in _STATES and suits and self._opposes(actor, country):
                return actor
        later = [
            a
            for a in self.discourse.named
            if suits_group(a, group) and a.kind not in _STATES and self._opposes(a, country)
            if not (own and group == "opposition" and a.kind == "militia")
        ]
        if not definite and self.roster.generic(group, country).id in self.roster.actors:
            return None
        fighting = [a for a in later if country in self.roster.fights_in(a.id)]
        return fighting[0] if len(fighting) == 1 and group != "armed" else None

    def _beside(self, token: Token) -> Actor | None:
        """Return B of "all that B holds; the group was driven into it": not who acts on it."""
        acting = {t.i for t in subjects_of(token.head)} - {token.i}
        for t in reversed(token.doc[: token.i]):
            entity = self.sentence.actor(t)
            actor = self.roster.actors[entity.ref] if entity else None
            if actor is None or actor.kind in _STATES:
                continue
            listed = t.dep_ == "conj" or any(c.dep_ == "conj" for c in t.children)
            return None if listed or t.i in acting else actor
        return None

    def _opposes(self, actor: Actor, country: str) -> bool:
        """Return whether an actor can be "the rebels": the government's and states' allies not."""
        bloc = self.roster.bloc(actor.id, self.discourse.day)
        other = self.roster.actors.get(bloc)
        if other is not None and other.kind == "foreign":
            return country in self.roster.fights_in(actor.id)
        return not country or bloc != self._government(country).id

    def _generic_armed(self, token: Token, country: str) -> Actor | None:
        if token.lower_ in {"militants", "militant", "fighters", "gunmen", "attackers"}:
            label, code = token.lower_, country
            actor = self.roster.generic("armed", code, self.discourse.day)
            name = label.capitalize()
            where = self.roster.countries.get(code)
            shown = f"{name} ({where.name})" if where else name
            return (
                Actor(f"{label}:{code.casefold() or 'unknown'}", shown, "other", (), label)
                if actor
                else None
            )
        subject = self.discourse.subject
        if token.lower_ == "garrison" and country:
            # Whoever attacked was the subject; the garrison is the other side.
            subject = tuple(r for r in subject if r.actor.kind == "government")
            return subject[0].actor if subject else self._government(country)
        if subject and any(c.lower_ == "the" for c in token.children):
            return subject[0].actor
        return self.roster.generic("armed", country, self.discourse.day)

    def _government(self, country: str) -> Actor:
        return self.roster.government(country, self.discourse.day)

    def _unknown(self, token: Token) -> PartyRef | None:
        if token.lower_ in self.sentence.lexicon.words("calendar"):
            return None
        left = [
            c
            for c in token.children
            if c.dep_ in {"compound", "amod", "nmod"} and c.i < token.i and c.text[:1].isupper()
        ]
        first = min(left, default=token, key=lambda c: c.i)
        start, end = self.sentence.span(first, token)
        text = self.sentence.words_at(start, end)
        known = self.roster.called(text)
        if known:
            return PartyRef(known, start, end)
        if not text[:1].isupper():
            # "the ministry", which the parser took for a name.
            return None
        if first is token and token.lower_ in self.sentence.lexicon.words("afflictions"):
            # "Cholera has seized A": nobody did.
            return None
        code = self.roster.country_of(text)
        if code:
            return PartyRef(self.roster.government(code, self.discourse.day), start, end)
        armed = (text.isupper() and len(text) >= 2) or any(
            w in self.sentence.lexicon.words("org_words") for w in text.lower().split()
        )
        return PartyRef(self.roster.named(text), start, end, armed)

    def _members(self, token: Token, country: str) -> list[PartyRef]:
        """Return the parties that a phrase lists: "groups including A", "a force of A and B"."""
        found: list[PartyRef] = []
        if token.lower_ in _JOINT:
            joined = governed(token, "of")
            found += [r for o in joined if len(joined) > 1 and (r := self._head(o, country))]
        for prep in prepositions(token):
            if prep.lower_ in {"including", "like"}:
                found += self._listed(prep, country)
        if not found:
            for c in token.children:
                # "A, B and C": the parser explains the first by those that follow.
                listed = self.sentence.actor(c) is not None and len(conjuncts(c)) > 1
                if c.dep_ == "appos" and (listed or not self.sentence.actor(token)):
                    found += [r for k in conjuncts(c) if (r := self._head(k, country)) and r.armed]
        return found

    def _listed(self, prep: Token, country: str) -> list[PartyRef]:
        """Return the parties listed after "including", by their own names where they have one."""
        doc = self.sentence.doc
        named = [
            self._ref(self.roster.actors[entity.ref], t, t)
            for t in prep.subtree
            if (entity := self.sentence.actor(t))
            and not (t.i + 1 < len(doc) and doc[t.i + 1].text in {"'s", "-"})
        ]
        if self.sentence.actor(prep.head):
            # "areas controlled by A, including B" lists areas.
            return named
        return named or [r for o in objects_of(prep) if (r := self._head(o, country))]

    def _pronoun(  # noqa: C901, PLR0911 (one return for each rule)
        self, token: Token, country: str
    ) -> list[PartyRef]:
        if token.lower_ in {"who", "which", "that"}:
            return []
        if token.lower_ in {"we", "our"}:
            return self._speaking(token, country)
        start, end = self.sentence.span(token, token)
        own_claim = claimants(token) if token.lower_ in {"its", "their", "it", "they"} else []
        claiming = [r for o in own_claim for r in self.resolve(o, country) if r.armed]
        if claiming:
            return [PartyRef(r.actor, start, end, r.armed) for r in claiming]
        # An object is not whoever acts on it: in "A ousted them", "them" is not A.
        own = subjects_of(token.head) if token.dep_ == "dobj" else []
        faint: list[PartyRef] = []
        if token.lower_ == "them" and own:
            return self._others(own, start, end, country)
        for above in list(token.ancestors)[:8]:
            given = [c for c in above.children if c.dep_ == "dative" and c.i < token.i]
            if given and token.lower_ in {"it", "they"} and above.i != token.head.i:
                # "handing A its prize since it took B".
                refs = [r for k in given for r in self.resolve(k, country)]
                if refs:
                    return [PartyRef(r.actor, start, end, r.armed) for r in refs]
            subjects = [
                k
                for c in above.children
                if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i and token not in c.subtree
                for k in conjuncts(c)
                if k.pos_ != "PRON"
            ]
            refs = [r for k in subjects for r in self.resolve(k, country)]
            if not any(r.armed for r in refs):
                refs = [r for k in subjects for r in self._spoken_for(k, country)] or refs
            if token.lower_ in {"it", "its"} and all(k.tag_ == "NNS" for k in subjects):
                # "the defenders gave up, leaving A in its hands": not in theirs.
                continue
            if any(r.armed for r in refs):
                return [PartyRef(r.actor, start, end, r.armed) for r in refs]
            faint = faint or refs
            plural = token.lower_ in {"they", "them", "their"}
            if subjects and (
                self.sentence.is_(above, "say") or (plural and subjects[0].tag_ == "NNS")
            ):
                return []
        told = self._told_first(token, country) if token.lower_ == "them" else []
        found = told or list(self.discourse.subject) or self._named_before(token) or faint
        return [PartyRef(r.actor, start, end, r.armed) for r in found]

    def _told_first(self, token: Token, country: str) -> list[PartyRef]:
        """Return B of "B had ruled A; its airport was taken from them"."""
        if token.dep_ != "pobj" or token.head.lower_ != "from":
            return []
        for verb in reversed(token.doc[: token.i]):
            own = subjects_of(verb) if verb.pos_ == "VERB" and verb.i != token.head.head.i else []
            plural = [s for s in own if s.tag_ in {"NNS", "NNPS"} and s.i < verb.i]
            refs = [r for r in self.parties(plural, country) if r.armed]
            if refs:
                return refs
        return []

    def _named_before(self, token: Token) -> list[PartyRef]:
        """Return the last actor that the sentence names before a pronoun."""
        doc = self.sentence.doc
        for i in range(token.i - 1, -1, -1):
            entity = self.sentence.actor(doc[i])
            if entity:
                return [self._ref(self.roster.actors[entity.ref], doc[i], doc[i])]
        return []

    def _others(self, own: Iterable[Token], start: int, end: int, country: str) -> list[PartyRef]:
        """Return the last party spoken of that is of another side than some subjects."""
        day = self.discourse.day
        doers = self.parties([t for t in own if t.pos_ != "PRON"], country)
        sides = {self.roster.bloc(r.actor.id, day) for r in doers or self.discourse.subject}
        before = [r.actor for r in self.discourse.subject] if doers else []
        for actor in (*before, *reversed(self.discourse.recent)):
            if self.roster.bloc(actor.id, day) not in sides:
                return [PartyRef(actor, start, end)]
        return []

    def _spoken_for(self, token: Token, country: str) -> list[PartyRef]:
        """Return the party that a ministry, a spokesman or a general staff speaks for."""
        start, end = self.sentence.span(token.left_edge, token)
        shown = [(start, end)]
        for c in (c for k in conjuncts(token) for c in child(k, "appos")):
            # "A, a spokesman for X", "A, an officer of X", "A, the army spokesman".
            named = [o for p in ("for", "of", "from") for o in governed(c, p)]
            refs = [r for o in named if (r := self._head(o, country)) and r.armed]
            if refs:
                return [PartyRef(r.actor, start, end) for r in refs]
            owners = [r for k in child(c, "poss") for r in self.resolve(k, country) if r.armed]
            if owners:
                # "the group's spokesman".
                return [PartyRef(r.actor, start, end) for r in owners]
            if not child(c, "poss"):
                shown.append(self.sentence.span(c.left_edge, c))
        told = (self.roster.source(self.sentence.words_at(*s)).actor_id for s in shown)
        actor_id = next((i for i in told if i), "")
        if actor_id in self.roster.actors:
            return [PartyRef(self.roster.actors[actor_id], start, end)]
        if actor_id and country:
            # A group, such as opposition: the one of the country at hand.
            actor = self.roster.generic(actor_id, country, self.discourse.day)
            return [PartyRef(actor, start, end)]
        return []

    def _speaking(self, token: Token, country: str) -> list[PartyRef]:
        """Return who says "we"."""
        start, end = self.sentence.span(token, token)
        for above in list(token.ancestors)[:8]:
            if self.sentence.is_(above, "say"):
                speakers = [c for c in above.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
                refs = [r for c in speakers for r in self.resolve(c, country) if r.armed]
                if refs:
                    return [PartyRef(r.actor, start, end) for r in refs]
                refs = [r for c in speakers for r in self._spoken_for(c, country)]
                if refs:
                    return [PartyRef(r.actor, start, end) for r in refs]
                if any(c.lower_ == "it" for c in child(above, "nsubj")) and self.discourse.subject:
                    # '"Our forces have taken A," it said': the army spoken of before.
                    return [PartyRef(r.actor, start, end) for r in self.discourse.subject]
        first, last = self.sentence.doc[0], self.sentence.doc[-1]
        span = (self.sentence.span(first, first)[0], self.sentence.span(last, last)[1])
        words = quoted_speaker(self.sentence.article, *span)
        actor = speaking_for(words, self.roster, country, self.discourse.day) if words else None
        if actor is not None:
            return [PartyRef(actor, start, end)]
        # "The armed forces congratulated the people on the entry of our forces into A".
        verbs = [] if words else [t for t in token.ancestors if t.pos_ == "VERB"]
        own = [s for verb in verbs for s in subjects_of(verb) if s.i < token.i]
        refs = [r for s in own if s.pos_ != "PRON" for r in self.resolve(s, country) if r.armed]
        return [PartyRef(r.actor, start, end) for r in refs]
