"""Which party a noun phrase means: a name of the roster, "the army", "rebels", "they"."""

from collections.abc import Iterable

from spacy.tokens import Token

from components.actors import Roster
from components.claims.alliances import allied_in
from components.claims.descriptions import Descriptions
from components.claims.discourse import Discourse, PartyRef
from components.claims.following import Following, is_favoured, linked_by, only_backs
from components.claims.groups import (
    STATES,
    has_defenders,
    is_former_leader,
    is_nameless,
    is_pair,
    joined,
    only_speaks,
)
from components.claims.pronouns import Pronouns
from components.claims.sentence import Sentence
from components.claims.subjects import subjects_of
from components.claims.syntax import child, conjuncts, governed
from components.records import Actor

_PRONOUNS = frozenset({"they", "it", "them", "its", "their", "we", "our", "who", "which", "that"})
# How a name hangs on a word of its phrase; on "led" in "B-led forces".
_WITHIN = frozenset({"compound", "poss", "nmod"})
_WITHIN_LED = _WITHIN | {"npadvmod", "advmod"}
# Behind whose name stands one of these, that party's own are meant: "B-affiliated gunmen".
_OWN = frozenset({"led", "affiliated", "linked"})
# What no army of a state is called.
_MOVEMENTS = frozenset({"group", "movement", "militia", "faction", "organisation", "organization"})

_TROOPS = frozenset(
    {
        *("troops", "forces", "soldiers", "units", "paratroopers", "servicemen", "marines"),
        *("squads", "brigades", "battalions", "commandos", "regiments"),
    }
)
# Words for troops that are not the speaker's.
_OTHERS = frozenset(
    {
        *("enemy", "hostile", "opposing", "rival", "foreign", "invading", "occupying", "rebel"),
        *("allied", "other", "additional", "regime", "friendly", "coalition", "armed", "tribal"),
        *("government", "local", "security", "opposition", "separatist"),
    }
)
_THE_GROUP = frozenset({"group", "movement", "organisation", "organization"})


class PartyFinder:
    """Resolves noun phrases of one sentence to actors."""

    def __init__(self, sentence: Sentence, roster: Roster, discourse: Discourse) -> None:
        """Bind a sentence to the roster and to what was said before."""
        self.sentence = sentence
        self.roster = roster
        self.discourse = discourse
        self._pronouns = Pronouns(self)
        self._following = Following(self)
        self._descriptions = Descriptions(sentence, roster, discourse)

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
            return self._pronouns.of(token, country)
        if token.pos_ == "VERB" and self.sentence.actor(token) is None:
            return []
        if is_pair(token):
            # "The two armies took A": the two told of, or nobody knows who.
            pair = self.discourse.subject
            return list(pair) if len(pair) > 1 else []
        head = self.head(token, country)
        members = allied_in(token, self, country)
        return [*([head] if head else []), *members]

    def ref(self, actor: Actor, first: Token, last: Token, *, armed: bool = True) -> PartyRef:
        """Return an actor as the words from one token to another name it."""
        start, end = self.sentence.span(first, last)
        return PartyRef(actor, start, end, armed)

    def head(self, token: Token, country: str) -> PartyRef | None:  # noqa: C901, PLR0911 (one return for each rule)
        """Return the party that the head of a noun phrase names, members left out."""
        sentence = self.sentence
        entity = sentence.actor(token)
        if entity:
            actor = self.roster.actors[entity.ref]
            return self.ref(actor, token, token)
        if sentence.place(token):
            return self._state(token)
        if sentence.source(token):
            return None
        joint = self.sentence.lexicon.words("collectives") | {"group", "groups"}
        if token.pos_ == "NUM" or token.lower_ in joint:
            members = [r for o in governed(token, "of") for r in self.resolve(o, country)]
            if members:
                return members[0]
        if token.lower_ == "ministry":
            # It takes no town itself: whoever it speaks for does.
            return next(iter(self._pronouns.spoken_for(token, country)), None)
        group = self._group(token)
        named = self._named_within(token, country)
        if named and (group or sentence.is_(token, "goal_nouns") or token.pos_ == "PROPN"):
            return named
        if group:
            defender = self._defender(token, country) if has_defenders(token) else None
            return defender or self._described(token, group, country)
        if token.pos_ == "PROPN":
            return self.unknown(token)
        if sentence.is_(token, "offensives"):
            return self._attacker(token, country)
        return self._people(token, country) if token.pos_ in {"ADJ", "NOUN"} else None

    def _defender(self, token: Token, country: str) -> PartyRef | None:
        """Return who defends A in "B attacked A, but its defenders held on": who is not B."""
        verb = token.head
        above = subjects_of(verb.head) if verb.dep_ == "conj" else []
        acting = self.parties(above, country) or list(self.discourse.subject)
        day = self.discourse.day
        sides = {self.roster.bloc(r.actor.id, day) for r in acting}
        state = self.roster.government(country, day)
        others = [state, *(a for a in reversed(self.discourse.recent) if a.kind not in STATES)]
        meant = (a for a in others if sides and self.roster.bloc(a.id, day) not in sides)
        actor = next(meant, None)
        return self.ref(actor, token, token) if actor and country else None

    def _people(self, token: Token, country: str) -> PartyRef | None:
        """Return the party that a word for a people or for its kind means: "the Iraqis"."""
        code = self.roster.country_of(token.text)
        if code:
            people = self.roster.of_people(token.text, country)
            actor = people or self.roster.government(code, self.discourse.day)
            return self.ref(actor, token, token)
        loose = self.roster.words.modifier_group(token.lower_)
        return self._described(token, loose, country) if loose else None

    def _attacker(self, token: Token, country: str) -> PartyRef | None:
        """Return whose attack it is: B of "A fell to a B assault" and "to an assault by B"."""
        own = (*child(token, "compound", "amod", "poss", "nmod"), *governed(token, "by"))
        refs = (self.head(c, country) for c in own if not self.sentence.place(c))
        return next((r for r in refs if r and r.armed), None)

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
            within = _WITHIN_LED if c.lower_ in _OWN else _WITHIN
            inner = [c, *(k for k in c.children if k.dep_ in within)]
            for k in inner:
                entity = self.sentence.actor(k)
                shown = self.sentence.words_at(*self.sentence.span(k, k))
                called = self.roster.called(shown) if k.pos_ == "PROPN" and not entity else None
                if called and k.dep_ == "compound" and not self.sentence.place(k):
                    return self.ref(called, k, token)
                near = c.dep_ in {"compound", "poss", "nmod", "amod", "appos", "npadvmod"}
                if entity and near and not only_backs(k):
                    actor = self._branch(self.roster.actors[entity.ref], c, country)
                    return self.ref(actor, k, token if k.i < token.i else k)
        leader = self._following.of(token)
        if leader:
            return leader
        for link in ("of", "from", "to", "with"):
            for o in linked_by(token, link):
                entity = self.sentence.actor(o)
                if entity and (link != "with" or token.lower_ in {"affiliated", "aligned"}):
                    return self.ref(self.roster.actors[entity.ref], token, o)
                # "The command of the armed forces".
                army = o.lower_ == "forces" and token.lower_ == "command"
                army = army and self._group(o) == "government"
                if (army or o.lower_ == "government") and link in {"of", "to"}:
                    # "forces of the government", "troops loyal to the interim government".
                    return self._described(o, "government", country)
        return None

    def _branch(self, actor: Actor, link: Token, country: str) -> Actor:
        """Return the jihadists of a country for those linked to some that do not fight there."""
        if link.lower_ not in _OWN:
            return actor
        local = self.roster.generic("jihadist", country, self.discourse.day)
        away = country not in self.roster.fights_in(actor.id)
        known = local.id in self.roster.actors
        return local if actor.kind == "jihadist" and away and known else actor

    def _described(  # noqa: C901, PLR0911, PLR0912 (one return for each rule)
        self, token: Token, group: str, country: str
    ) -> PartyRef | None:
        """Return who "the army", "Iraqi troops" or "the group" is."""
        group = self._bearing(token, group, country)
        words = self._words(token)
        first = words[0]
        # "Emirati-backed forces" are no Emiratis.
        own = [w for w in words if not only_backs(w) and not is_favoured(w)]
        code = next((k for w in own if (k := self._code(w))), "")
        people = (self.roster.of_people(w.text, country) for w in own if self._code(w))
        there = next((actor for actor in people if actor), None)
        if there is not None:
            # "Serb forces" in Bosnia are not Serbia's.
            return self.ref(there, first, token)
        if group == "government" and any(map(is_former_leader, linked_by(token, "to"))):
            # "Soldiers loyal to the former president" are no longer the state's.
            return self._following.former(token)
        movement = self._movement(token, code) if code and group == "armed" else None
        if movement:
            return self.ref(movement, first, token)
        of_group = any(c.dep_ == "poss" and c.lower_ in _THE_GROUP for c in token.children)
        named = self._pronouns.named_before(token) if of_group and not code else []
        if named:
            # "A's media said the group's fighters".
            return self.ref(named[0].actor, first, token)
        owner = next((c for c in token.children if c.dep_ == "poss" and c.pos_ == "PRON"), None)
        owned = self._owned(owner, token, country) if owner is not None and not code else []
        if owner is not None and owner.lower_ in {"his", "her"} and group == "government":
            # No movement spoken of before has "his army".
            owned = [r for r in owned if r.actor.kind in STATES]
        if owned:
            return self.ref(owned[0].actor, first, token)
        if owner is not None and owner.lower_ in {"his", "her"} and not code:
            # "The president said his troops": those of the state spoken of.
            states = [r for r in self.discourse.subject if r.actor.kind in STATES]
            if states:
                return self.ref(states[0].actor, first, token)
        spoken = [] if code or owner is not None else self._speakers_troops(token, group, country)
        if spoken:
            return self.ref(spoken[0].actor, first, token)
        back = None if code else self._descriptions.at(token, group, country)
        if back:
            return self.ref(back, token, token)
        if group == "armed":
            if not code and any(w.lower_ in {"allied", "other", "additional"} for w in words):
                return None
            if not code:
                actor = (
                    None
                    if only_speaks(token, self.sentence)
                    else self._descriptions.generic_armed(token, country)
                )
                return self.ref(actor, first, token) if actor else None
            group = (
                "government"
                if token.lower_ not in {"militants", "gunmen", "fighters"}
                else "militia"
            )
        actor = self.roster.generic(group, code or country, self.discourse.day)
        return self.ref(actor, first, token)

    def _speakers_troops(self, token: Token, group: str, country: str) -> list[PartyRef]:
        """Return whose troops are meant where a state says what "troops" did: its own.

        "Russia's ministry said troops had taken A", wherever A lies.
        """
        plain = token.lower_ in _TROOPS and group in {"armed", "government"}
        if not plain or any(w.lower_ in _OTHERS for w in self._words(token)):
            return []
        told = (
            t for t in token.ancestors if t.dep_ == "ccomp" and self.sentence.is_(t.head, "say")
        )
        clause = next(told, None)
        if clause is None or not any(token in k.subtree for k in child(clause, "nsubj")):
            return []
        subjects = [k for c in child(clause.head, "nsubj") for k in conjuncts(c)]
        found = [r for k in subjects for r in self._pronouns.spoken_for(k, country)]
        found = found or [r for k in subjects if k.pos_ != "PRON" and (r := self.head(k, country))]
        return [r for r in found if r.actor.kind in STATES]

    def _owned(self, owner: Token, token: Token, country: str) -> list[PartyRef]:
        """Return whom "their" means: in "the army and their allies" it is the army."""
        if token.dep_ == "conj" and owner.lower_ in {"its", "their"}:
            return self.resolve(token.head, country)
        return self._pronouns.of(owner, country)

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
        before = [a for a in reversed(self.discourse.recent) if a.kind not in STATES]
        home = [a for a in before if code in self.roster.fights_in(a.id)]
        return next(iter(home), None)

    def _code(self, word: Token) -> str:
        """Return the country that a word of a phrase names: "Iraqi", the "Tripoli" of its side."""
        if word.lower_ == "government":
            # "Government of Iraq forces".
            return next((k for o in governed(word, "of") if (k := self._code(o))), "")
        place = self.sentence.place(word)
        shown = self.sentence.words_at(place.start, place.end) if place else word.text
        return self.roster.country_of(shown) or (self.roster.seat_of(shown) if place else "")

    def unknown(self, token: Token) -> PartyRef | None:
        """Return the party that a name means which the roster does not have."""
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
        # "Ethiopian Federal and Amhara regional forces": the federal ones are the state's.
        code = self.roster.country_of(text.removesuffix(" Federal").removesuffix(" federal"))
        if code:
            return PartyRef(self.roster.government(code, self.discourse.day), start, end)
        armed = (text.isupper() and len(text) >= 2) or any(
            w in self.sentence.lexicon.words("org_words") for w in text.lower().split()
        )
        return PartyRef(self.roster.named(text), start, end, armed)
