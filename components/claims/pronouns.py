"""Whom a pronoun means: "they", "its", "we", and who speaks for whom."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from spacy.tokens import Token

from components.claims.claimants import claimants
from components.claims.discourse import PartyRef
from components.claims.groups import has_defenders
from components.claims.quotations import quoted_speaker, speaking_for
from components.claims.subjects import subjects_of
from components.claims.syntax import child, climb, conjuncts, governed

if TYPE_CHECKING:
    from components.claims.parties import PartyFinder

_GLOSS = re.compile(r"\s*\((?:the )?([^()]{2,60})\)")
_NOMINATIVE = frozenset({"they", "it"})
_SPEAKERS = frozenset(
    {
        *("spokesman", "spokeswoman", "spokesperson", "official", "officer", "head", "chief"),
        *("member", "representative", "source", "fighter", "emir", "leaders", "commanders"),
        *("officials", "officers", "members", "sources", "fighters"),
    }
)


class Pronouns:
    """Resolves the pronouns of one sentence to parties."""

    def __init__(self, finder: "PartyFinder") -> None:
        """Bind what resolves the noun phrases of the sentence."""
        self.finder = finder
        self.sentence = finder.sentence
        self.roster = finder.roster
        self.discourse = finder.discourse

    def of(  # noqa: C901, PLR0911 (one return for each rule)
        self, token: Token, country: str
    ) -> list[PartyRef]:
        """Return the parties that "they", "it", "them", "its", "their", "we" or "our" means."""
        if token.lower_ in {"who", "which", "that"}:
            return []
        if token.lower_ in {"we", "our"}:
            return self._speaking(token, country)
        start, end = self.sentence.span(token, token)
        glossed = self._glossed(start, end, country)
        if glossed:
            return [glossed]
        own_claim = claimants(token) if token.lower_ in {"its", "their", "it", "they"} else []
        claiming = [r for o in own_claim for r in self.finder.resolve(o, country) if r.armed]
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
                refs = [r for k in given for r in self.finder.resolve(k, country)]
                if refs:
                    return [PartyRef(r.actor, start, end, r.armed) for r in refs]
            subjects = [
                k
                for c in above.children
                if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i and token not in c.subtree
                for k in conjuncts(c)
                if k.pos_ != "PRON"
            ]
            refs = [r for k in subjects for r in self.finder.resolve(k, country)]
            # "The rebels' capture of A came a day after they took B."
            owners = [o for k in subjects for o in child(k, "poss") if o.pos_ != "PRON"]
            refs = refs or [r for o in owners for r in self.finder.resolve(o, country)]
            if not any(r.armed for r in refs):
                refs = [r for k in subjects for r in self.spoken_for(k, country)] or refs
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
        found = self._told_of(token, country, faint)
        return [PartyRef(r.actor, start, end, r.armed) for r in found]

    def _told_of(self, token: Token, country: str, faint: list[PartyRef]) -> list[PartyRef]:
        """Return whom the text or the sentence speaks of, where no clause above names anybody."""
        told = self._told_first(token, country) if token.lower_ == "them" else []
        told = told or self._ahead(token, country)
        spoken_of = self.discourse.subject
        nominative = token.lower_ in _NOMINATIVE
        if told and spoken_of and nominative and not self._share_side(told, spoken_of):
            # "Rebels had come. After they took A, the army fled": which of the two is open.
            return []
        return told or list(spoken_of) or self.named_before(token) or faint

    def _glossed(self, start: int, end: int, country: str) -> PartyRef | None:
        """Return B of "they (B) took A", as an editor writes into a quotation."""
        gloss = _GLOSS.match(self.sentence.article, end)
        if gloss is None:
            return None
        for entity in self.sentence.masked.dropped:
            if entity.kind == "actor" and entity.start < gloss.end() and entity.start >= end:
                return PartyRef(self.roster.actors[entity.ref], start, end)
        group = self.roster.words.group_of(gloss[1].lower().split())
        if group in {"", "armed"}:
            return None
        return PartyRef(self.roster.generic(group, country, self.discourse.day), start, end)

    def _share_side(self, some: Iterable[PartyRef], others: Iterable[PartyRef]) -> bool:
        day = self.discourse.day
        sides = {self.roster.bloc(r.actor.id, day) for r in some}
        return bool(sides & {self.roster.bloc(r.actor.id, day) for r in others})

    def _ahead(self, token: Token, country: str) -> list[PartyRef]:
        """Return B of "With A in their hands, B moved on", whose phrase stands before it.

        So with "After they took A, B moved on".
        """
        if token.lower_ not in {"their", "its"} | _NOMINATIVE:
            return []
        opening = (t for t in climb(token) if t.dep_ in {"prep", "advcl"} and t.left_edge.i < 2)
        top = next(opening, None)
        if top is None or (token.lower_ in _NOMINATIVE and token.head.i != top.i):
            return []
        own = [c for c in child(top.head, "nsubj", "nsubjpass") if c.i > token.i]
        named = [k for c in own for k in conjuncts(c) if k.pos_ != "PRON"]
        if token.lower_ in _NOMINATIVE:
            # "After they took A, soldiers fled": who is only now brought up was not meant before.
            named = [k for k in named if self._is_known(k)]
        plural = token.lower_ in {"their", "they"}
        fits = [k for k in named if len(named) > 1 or (k.tag_ in {"NNS", "NNPS"}) == plural]
        fits = fits or [k for k in named if self.sentence.actor(k)]
        return [r for r in self.finder.parties(fits, country) if r.armed]

    def _is_known(self, noun: Token) -> bool:
        """Return whether a noun phrase is definite or has a name in it."""
        near = [noun, *noun.children]
        return any(t.lower_ == "the" or t.dep_ == "poss" or self.sentence.actor(t) for t in near)

    def _told_first(self, token: Token, country: str) -> list[PartyRef]:
        """Return B of "B had ruled A; its airport was taken from them"."""
        if token.dep_ != "pobj" or token.head.lower_ != "from":
            return []
        for verb in reversed(token.doc[: token.i]):
            own = subjects_of(verb) if verb.pos_ == "VERB" and verb.i != token.head.head.i else []
            plural = [s for s in own if s.tag_ in {"NNS", "NNPS"} and s.i < verb.i]
            refs = [r for r in self.finder.parties(plural, country) if r.armed]
            if refs:
                return refs
        return []

    def named_before(self, token: Token) -> list[PartyRef]:
        """Return the last actor that the sentence names before a pronoun."""
        for word, entity in self.sentence.actors_before(token):
            return [self.finder.ref(self.roster.actors[entity.ref], word, word)]
        return []

    def _others(self, own: Iterable[Token], start: int, end: int, country: str) -> list[PartyRef]:
        """Return the last party spoken of that is of another side than some subjects."""
        day = self.discourse.day
        doers = self.finder.parties([t for t in own if t.pos_ != "PRON"], country)
        verbs = [t.head.head for t in own if t.head.dep_ == "conj" and has_defenders(t)]
        acting = [s for v in verbs for s in subjects_of(v) if s.pos_ != "PRON"]
        told = [r for r in self.finder.parties(acting, country) if r.armed]
        if told:
            # "B attacked A, but its defenders repelled them".
            return [PartyRef(r.actor, start, end) for r in told]
        sides = {self.roster.bloc(r.actor.id, day) for r in doers or self.discourse.subject}
        before = [r.actor for r in self.discourse.subject] if doers else []
        for actor in (*before, *reversed(self.discourse.recent)):
            if self.roster.bloc(actor.id, day) not in sides:
                return [PartyRef(actor, start, end)]
        return []

    def spoken_for(self, token: Token, country: str) -> list[PartyRef]:
        """Return the party that a ministry, a spokesman or a general staff speaks for."""
        start, end = self.sentence.span(token.left_edge, token)
        led = self._led_by(token, country)
        if led is not None:
            return [PartyRef(r.actor, start, end) for r in led]
        shown = [(start, end)]
        for c in (c for k in conjuncts(token) for c in child(k, "appos")):
            # "A, a spokesman for X", "A, an officer of X", "A, the army spokesman".
            named = [o for p in ("for", "of", "from") for o in governed(c, p)]
            refs = [r for o in named if (r := self.finder.head(o, country)) and r.armed]
            if refs:
                return [PartyRef(r.actor, start, end) for r in refs]
            owners = [
                r for k in child(c, "poss") for r in self.finder.resolve(k, country) if r.armed
            ]
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

    def _led_by(self, token: Token, country: str) -> list[PartyRef] | None:
        """Return B of "a spokesman for B", nobody for an agency's, None where nobody is named."""
        if token.lower_ not in self.sentence.lexicon.words("person_titles") | _SPEAKERS:
            return None
        named = [o for p in ("for", "of", "from") for o in governed(token, p)]
        named += [o for p in ("in", "with") for o in governed(token, p) if self.sentence.actor(o)]
        owners = [c for c in child(token, "poss") if c.lower_ in {"its", "their"}]
        owned = [r for c in owners for r in self.of(c, country) if r.armed]
        if owned:
            # "B took A. Its commanders say": B's.
            return owned
        refs = (self.finder.head(o, country) for o in named if not self.sentence.place(o))
        led = [r for r in refs if r and r.armed]
        return led if led or any(map(self.sentence.source, named)) else None

    def _speaking(self, token: Token, country: str) -> list[PartyRef]:
        """Return who says "we"."""
        start, end = self.sentence.span(token, token)
        for above in list(token.ancestors)[:8]:
            if self.sentence.is_(above, "say"):
                speakers = [c for c in above.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
                refs = [r for c in speakers for r in self.finder.resolve(c, country) if r.armed]
                if refs:
                    return [PartyRef(r.actor, start, end) for r in refs]
                refs = [r for c in speakers for r in self.spoken_for(c, country)]
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
        refs = [
            r for s in own if s.pos_ != "PRON" for r in self.finder.resolve(s, country) if r.armed
        ]
        return [PartyRef(r.actor, start, end) for r in refs]
