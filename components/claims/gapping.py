"""What follows a verb that is said once: "X took A, and Y B"; "A fell to X, B to Y".

The parser makes Y and B objects of the verb, or an apposition of A, so the words are read in
their order instead of by the tree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from components.claims.discourse import PartyRef
from components.claims.match import Found
from components.claims.parties import PartyFinder
from components.claims.sentence import Sentence, Target
from components.claims.syntax import FINITE
from components.claims.targets import targets_of

_ACTING = {"captured": "gaining", "held": "holding", "lost": "losing"}
_PARTS = frozenset({",", ";", "and", "but", "while", "whereas", "-", "--"})
_BREAKS = frozenset({";", "while", "whereas", "-", "--"})
# What may stand between who acts and what is acted on, now and before a list goes on.
_ASIDE = frozenset({"only", "nearby", "meanwhile", "later", "then", "just", "neighbouring", "both"})
_OF = frozenset({"the", "town", "city", "village", "towns", "cities", "villages", "of", "port"})
_LINKS = frozenset({"to", "by", "with", "from"})
_TOO = frozenset({"too", "likewise", "also"})
_TIMES = frozenset({"day", "week", "month", "year", "hour", "night", "morning", "evening", "noon"})
_LATER = frozenset({"later", "before", "earlier", "after", "same", "previous", "next", "last"})
_WORDS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_JOINING = frozenset({"'s", "'", "-"})


@dataclass(frozen=True, slots=True)
class _Rest:
    """A remnant of a clause: its first token, the one after its last, and what it names."""

    start: int
    end: int
    places: tuple[Target, ...]
    parties: tuple[PartyRef, ...]
    losing: tuple[PartyRef, ...] = ()


def gapped(
    found: Iterable[Found], sentence: Sentence, finder: PartyFinder, country: str
) -> Iterator[Found]:
    """Yield statements, those that share a verb with another beside it."""
    reader = _Remnants(sentence, finder, country)
    for one in found:
        rests = reader.of(one)
        if not rests:
            yield one
            continue
        doc, first = sentence.doc, rests[0].start
        edge = sentence.span(doc[first], doc[first])[0]
        own = tuple(t for t in one.targets if t.start < edge)
        role = _ACTING[one.kind]
        first_parties = {k: [r for r in refs if r.start < edge] for k, refs in one.parties.items()}
        yield replace(one, targets=own, parties=first_parties, stretch=(0, edge))
        for rest in rests:
            start = sentence.span(doc[rest.start], doc[rest.start])[0]
            end = sentence.span(doc[rest.end - 1], doc[rest.end - 1])[1]
            parties = {role: list(rest.parties)} if rest.parties else first_parties
            if rest.losing:
                parties["losing"] = list(rest.losing)
            yield replace(one, targets=rest.places, parties=parties, stretch=(start, end))


class _Remnants:
    """Finds the remnants that follow a statement."""

    def __init__(self, sentence: Sentence, finder: PartyFinder, country: str) -> None:
        """Bind a sentence, its parties and the country at hand."""
        self.sentence = sentence
        self.doc: Doc = sentence.doc
        self.finder = finder
        self.country = country

    def of(self, one: Found) -> list[_Rest]:
        """Return the remnants after a statement, in order."""
        role = _ACTING.get(one.kind)
        if role is None or one.trigger.pos_ not in {"VERB", "AUX"} or not one.targets:
            return []
        acting, trigger = one.parties.get(role, []), one.trigger
        at = self.sentence.span(trigger, trigger)[0]
        leads = all(r.start < at for r in acting) and one.targets[0].start > at
        follows = all(t.start < at for t in one.targets[:1]) and all(r.start > at for r in acting)
        if not (leads or follows):
            return []
        rests: list[_Rest] = []
        after = max(trigger.i, one.targets[0].token.i if leads else trigger.i) + 1
        i = after
        while i < len(self.doc) - 1:
            first = self._opens(i)
            if first is None:
                i += 1
                continue
            told = self._party_first if leads else self._place_first
            rest = (told(first, one) if acting else None) or self._too(first, one)
            named = {r.actor.id for r in rest.parties} if rest else set()
            if rest and not named & {r.actor.id for r in self._before(acting, first)}:
                rests.append(rest)
                i = rest.end
            elif rests:
                break
            else:
                i = first
        return rests

    def _before(self, refs: Iterable[PartyRef], i: int) -> list[PartyRef]:
        """Return the parties that are named before a position."""
        edge = self.sentence.span(self.doc[i], self.doc[i])[0]
        return [r for r in refs if r.start < edge]

    def _opens(self, i: int) -> int | None:
        """Return the first token after "," or "and" at a position, None where neither stands."""
        if self.doc[i].text not in _PARTS:
            return None
        while i < len(self.doc) - 1 and (self.doc[i].text in _PARTS | _ASIDE):
            i += 1
        return i

    def _party_first(self, first: int, one: Found) -> _Rest | None:
        """Return "Y B" of "X took A, and Y B", with whom it was taken from."""
        head = self._party_at(first)
        if head is None:
            return None
        i = head + 1
        if self.doc[i].text == "," and self.doc[first - 1].text in _BREAKS:
            i += 1
        link = self._link_before(one)
        if link and self.doc[i].lower_ != link:
            return None
        places, end = self._places_at(i + 1 if link else i)
        parties = self._resolve(head)
        losing: tuple[PartyRef, ...] = ()
        if one.kind == "captured" and end < len(self.doc) - 1 and self.doc[end].lower_ == "from":
            other = self._party_at(end + 1)
            taking = {r.actor.id for r in parties}
            if other is not None:
                losing = tuple(r for r in self._resolve(other) if r.actor.id not in taking)
                end = other + 1
        told = places and parties and self._is_verbless(end)
        return _Rest(first, self._stop(end), places, parties, losing) if told else None

    def _place_first(self, first: int, one: Found) -> _Rest | None:
        """Return "B to Y" of "A fell to X, and B to Y"."""
        places, i = self._places_at(first)
        if not places or i >= len(self.doc) or self.doc[i].lower_ not in _LINKS:
            return None
        linked = self.doc[i].lower_ == self._link_to_party(one)
        head = self._party_at(i + 1, last=True) if linked else None
        parties = self._resolve(head) if head is not None else ()
        if head is None or not parties or not self._is_verbless(head + 1):
            return None
        return _Rest(first, self._stop(head + 1), places, parties)

    def _too(self, first: int, one: Found) -> _Rest | None:
        """Return B of "A falls, B too"."""
        places, end = self._places_at(first)
        if not places or end >= len(self.doc):
            return None
        as_well = self.doc[end].lower_ == "as" and self.doc[end : end + 2].text.lower() == "as well"
        if self.doc[end].lower_ not in _TOO and not as_well:
            return self._dated(first, places, end, one)
        known = {t.start for t in one.targets}
        fresh = not any(t.start in known for t in places)
        end += 2 if as_well else 1
        return _Rest(first, end, places, ()) if fresh and self._is_verbless(end) else None

    def _dated(self, first: int, places: tuple[Target, ...], end: int, one: Found) -> _Rest | None:
        """Return B of "left A on Monday, B the day before"."""
        stop = self._stop(end)
        words = self.doc[end:stop]
        timed = any(self._is_time(t) for t in words)
        known = {t.start for t in one.targets}
        alone = all(
            self._is_time(t) or t.pos_ in {"DET", "ADP", "NUM", "ADV"} or t.lower_ == "few"
            for t in words
        )
        if not timed or not alone or any(t.start in known for t in places):
            return None
        return _Rest(first, stop, places, ())

    def _is_time(self, token: Token) -> bool:
        words = self.sentence.lexicon.words
        lemma = token.lemma_.lower()
        timed = token.lower_ in words("times") or token.lower_ in words("calendar")
        return timed or lemma in _TIMES or token.lower_ in _LATER

    def _party_at(self, i: int, *, last: bool = False) -> int | None:
        """Return the head of a party's name that begins at a position and nothing else.

        Args:
            i: Position of its first token.
            last: Whether no place follows it, so that a place's name there is a state's.
        """
        doc, head = self.doc, None
        for k in range(i, min(len(doc) - 1, i + 8)):
            token = doc[k]
            if self._is_place(token) and not self._is_state(token, i, last=last):
                break
            joined = token.text in _JOINING and k > i
            if token.pos_ not in _WORDS and not joined:
                break
            if self._is_party(token):
                head = k
            elif token.pos_ in {"NOUN", "PROPN"} and not joined:
                head = None if head is not None else head
        return head

    def _is_state(self, token: Token, i: int, *, last: bool) -> bool:
        """Return whether a country that begins a remnant acts: "and Ukraine B"."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else token
        acts = token.i == i and (last or self._is_place(after))
        return acts and bool(self.finder.parties([token], self.country))

    def _is_place(self, token: Token) -> bool:
        """Return whether a word is a place's name, known or not."""
        entity = self.sentence.entities.get(token.i)
        return entity is not None and entity.kind in {"place", "name"}

    def _is_party(self, token: Token) -> bool:
        if self.sentence.actor(token):
            return True
        if self.sentence.place(token) or self.finder.roster.country_of(token.text):
            return bool(self.finder.parties([token], self.country))
        group = self.finder.roster.words.head_group(token.lower_)
        return bool(group) and token.pos_ in {"NOUN", "PROPN"}

    def _resolve(self, head: int) -> tuple[PartyRef, ...]:
        refs = self.finder.parties([self.doc[head]], self.country)
        return tuple(r for r in refs if r.armed)

    def _places_at(self, i: int) -> tuple[tuple[Target, ...], int]:
        """Return the list of places that begins at a position, and where it ends."""
        doc = self.doc
        places: list[Target] = []
        end = i
        while i < len(doc):
            token = doc[i]
            if self._is_place(token):
                if i + 1 < len(doc) and doc[i + 1].text in _JOINING:
                    break
                places += [t for t in targets_of(token, self.sentence) if t.token.i == i]
                end = i + 1
            elif not (
                token.lower_ in _OF | _ASIDE
                or (places and token.text in {",", "and"} and self._goes_on(i))
            ):
                break
            i += 1
        return tuple(places), end

    def _goes_on(self, i: int) -> bool:
        """Return whether a place, and nobody who acts on it, follows a comma or "and"."""
        k = i
        while k < len(self.doc) - 1 and self.doc[k].lower_ in {",", "and", *_OF}:
            k += 1
        after = self.doc[k + 1] if k + 1 < len(self.doc) else self.doc[k]
        alone = not self._is_place(after) and after.lower_ not in _TOO
        return self._is_place(self.doc[k]) and alone

    def _link_before(self, one: Found) -> str:
        """Return the preposition before the place: "from" of "withdrew from A"."""
        for k in range(one.targets[0].token.i - 1, one.trigger.i, -1):
            token = self.doc[k]
            if token.lower_ in {"from", "into"}:
                return token.lower_
        return ""

    def _link_to_party(self, one: Found) -> str:
        """Return the preposition before who acts: "to" of "A fell to B"."""
        refs = one.parties.get(_ACTING[one.kind], [])
        edge = min((r.start for r in refs), default=0)
        for token in reversed(self.doc[one.trigger.i + 1 :]):
            if self.sentence.span(token, token)[0] < edge and token.lower_ in _LINKS:
                return token.lower_
        return ""

    def _stop(self, i: int) -> int:
        """Return where a remnant ends: before the next comma or semicolon."""
        while i < len(self.doc) and self.doc[i].text not in {",", ";", "and", "while", "."}:
            i += 1
        return i

    def _is_verbless(self, end: int) -> bool:
        """Return whether no verb of its own follows a remnant before it ends."""
        words = list(self.doc[end : self._stop(end)])
        return not any(t.tag_ in FINITE for t in words[:4])
