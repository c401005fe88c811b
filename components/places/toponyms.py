"""Place names in running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.places.classes import (
    FACILITIES,
    SETTLEMENT,
    class_after,
    class_before,
    plural_class_after,
    split_class,
)
from components.places.gazetteer import Gazetteer, Match
from components.places.hits import CLASS_WORDS, PARTICLES, Hit, written
from components.places.keys import Tier, light_key
from components.places.lexicon import load_lexicon
from components.places.refusals import Refusals
from components.places.words import Word, words_of

LONGEST_NAME = 7
_SHORTEST_BARE = 4
_SHORTEST_SKELETON = 6
_LONGEST_ACRONYM = 5
_BEFORE_NAME = frozenset({"mount", "camp", "lake", "jabal", "jebel", "djebel"})
_STATE_MEDIA = frozenset({"media", "television", "tv", "news", "radio", "department"})
_SETTLEMENT_WORDS = frozenset({"city", "town", "village"})
# What stands in small letters inside a name ("Deir al-Zor", "Tabqa air base").
_SMALL_PARTS = frozenset(PARTICLES | CLASS_WORDS)
_LIST_GAP = re.compile(r"\s*(?:,|,? and|,? or|&)\s*")
_DATELINE = re.compile(r" ?[-–—(]|, ")
_AFTER_NAME = re.compile(r"[\"'’”]?(?: -?|-)")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as written in a text.

    Args:
        start: First code point.
        end: After the last code point. The class word of a facility belongs to its name
            ("Tabqa air base"), that of a town or province does not ("Idlib" in "Idlib province").
        text: The name as written.
        required_kinds: Kinds of place that the words beside it allow; empty for any.
    """

    start: int
    end: int
    text: str
    required_kinds: frozenset[str] = frozenset()


def find_toponyms(
    text: str, gazetteer: Gazetteer, *, skip: Sequence[tuple[int, int]] = ()
) -> tuple[Toponym, ...]:
    """Find the place names of a text that the gazetteer knows, in order, without overlap.

    Args:
        text: Running text in English; names in it may be spelled in any romanisation.
        gazetteer: Where names are looked up.
        skip: Stretches that are known to be something else, such as names of actors.
    """
    return _Finder(text, gazetteer, skip).toponyms()


def _touched(words: Sequence[Word], stretches: Sequence[tuple[int, int]]) -> list[bool]:
    """Return for each word whether one of the stretches touches it."""
    touched = [False] * len(words)
    first = 0
    for start, end in sorted(stretches):
        while first < len(words) and words[first].end <= start:
            first += 1
        at = first
        while at < len(words) and words[at].start < end:
            touched[at] = True
            at += 1
    return touched


class _Finder:
    """One pass over one text."""

    def __init__(self, text: str, gazetteer: Gazetteer, skip: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.lexicon = load_lexicon()
        self.words = words_of(text)
        self.skipped = _touched(self.words, skip)
        self.refusals = Refusals(self.words, self.lexicon)

    def toponyms(self) -> tuple[Toponym, ...]:
        hits = self._hits()
        refusals = self.refusals
        sure = [h for h in hits if not refusals.in_title(h) and refusals.is_place(h, hits)]
        names = {light_key(written(self.words, h.first, h.last)) for h in sure}
        sure += [h for h in hits if refusals.in_title(h) and refusals.fits_title(h, names)]
        sure.sort(key=lambda hit: hit.first)
        return tuple(self._toponym(hit) for hit in self._share_classes(sure))

    def _hits(self) -> list[Hit]:
        """Return the longest names from left to right."""
        hits: list[Hit] = []
        i = 0
        while i < len(self.words):
            hit = self._longest_from(i) if self._may_begin(i) else None
            if hit:
                hits.append(hit)
            i = hit.last + 1 if hit else i + 1
        return hits

    def _may_begin(self, i: int) -> bool:
        word = self.words[i]
        if self.skipped[i] or word.lower == "the":
            return False
        if word.is_capital:
            return True
        # "al-Bab" in the middle of a sentence.
        return (
            word.lower in PARTICLES
            and "-" in word.gap
            and i + 1 < len(self.words)
            and self.words[i + 1].is_capital
        )

    def _longest_from(self, i: int) -> Hit | None:
        last = i
        while last + 1 < len(self.words) and last - i < LONGEST_NAME - 1 and self._goes_on(last):
            last += 1
        for end in range(last, i - 1, -1):
            hit = self._known(i, end)
            if hit:
                return hit
        return None

    def _goes_on(self, i: int) -> bool:
        """Whether the word after word `i` may belong to the same name."""
        word, following = self.words[i], self.words[i + 1]
        if not word.joins or word.is_owner or self.skipped[i + 1]:
            return False
        return following.is_capital or following.lower in _SMALL_PARTS

    def _known(self, first: int, last: int) -> Hit | None:
        final = self.words[last]
        name = written(self.words, first, last)
        light = light_key(name)
        small = first < last and not final.is_capital and not split_class(light).kinds
        if small or (first < last and final.lower in PARTICLES):
            # "U.S. air strikes": half of a class word ends no name.
            return None
        if first == last and (
            (final.lower in self.lexicon.never and not self._is_called_town(first))
            or final.text.isdigit()
            or self._is_acronym(final)
        ):
            return None
        if light in self.lexicon.demonyms:
            return None
        if light in self.lexicon.fixed:
            return Hit(first, last, ())
        matches = self.gazetteer.matches(name)
        kinds = split_class(light).kinds
        is_plain_word = not final.is_capital and not kinds & FACILITIES
        if kinds and (is_plain_word or not any(m.name == light for m in matches)):
            # "Idlib city" is the name Idlib with a class word, which `_with_class` reads.
            return None
        matches = tuple(m for m in matches if self._agrees(m, light))
        return self._with_class(Hit(first, last, matches)) if matches else None

    def _is_called_town(self, i: int) -> bool:
        """Whether "the town of" stands before: then even "Of" and "May" are names."""
        before = [word.lower for word in self.words[max(i - 2, 0) : i]]
        return (
            len(before) > 1
            and before[1] == "of"
            and self.words[i - 1].is_adjacent
            and before[0] in _SETTLEMENT_WORDS
        )

    def _agrees(self, match: Match, light: str) -> bool:
        if match.tier <= Tier.LIGHT:
            return True
        if all(w in self.lexicon.ordinary or w in self.lexicon.never for w in light.split()):
            return False
        if match.tier == Tier.BARE:
            return len(light) >= _SHORTEST_BARE
        return len(light) >= _SHORTEST_SKELETON

    def _is_acronym(self, word: Word) -> bool:
        if not word.text.isupper() or not 1 < len(word.text) <= _LONGEST_ACRONYM:
            return False
        if word.opens and _DATELINE.match(word.gap):
            return False  # "KYIV (Reuters) -"
        return (
            light_key(word.text) not in self.lexicon.country_names
            and not any(c.isdigit() for c in word.text)
            and not self._in_capitals(word)
        )

    def _in_capitals(self, word: Word) -> bool:
        line_start = self.text.rfind("\n", 0, word.start) + 1
        line_end = self.text.find("\n", word.end)
        return self.text[line_start : line_end if line_end >= 0 else len(self.text)].isupper()

    def _with_class(self, hit: Hit) -> Hit:
        """Return the hit with the kinds that its own words, or those beside it, require."""
        own = split_class(light_key(written(self.words, hit.first, hit.last)))
        if own.kinds:
            fitting = own.kinds & {m.place.kind for m in hit.matches}
            return replace(hit, kinds=own.kinds if fitting else frozenset())
        size, kinds = class_after(self._following(hit))
        if size and self._class_belongs_elsewhere(hit, size, kinds):
            kinds = frozenset()
        if kinds:
            last = hit.last + size if kinds & FACILITIES else hit.last
            return replace(hit, kinds=kinds, last=last)
        before, is_plural = class_before(self.refusals.preceding(hit))
        if hit.is_country and hit.matches[0].place.kind != "province":
            return hit
        if before and self.words[hit.first - 1].lower in _BEFORE_NAME:
            return replace(hit, kinds=before, first=hit.first - 1)
        if is_plural:
            # "the towns of A and B", but "districts of A" are not A: see `_share_classes`.
            return replace(hit, plural_before=True)
        return replace(hit, kinds=before)

    def _class_belongs_elsewhere(self, hit: Hit, size: int, kinds: frozenset[str]) -> bool:
        """Whether the class word after a name is another's: "the Damascus suburb of Douma"."""
        if hit.is_country and not any(m.place.kind in kinds for m in hit.matches):
            return True
        after = self.words[hit.last + size]
        following = self.words[hit.last + size + 1 : hit.last + size + 3]
        if not following or not after.is_adjacent:
            return False
        if after.lower == "state" and following[0].lower in _STATE_MEDIA:
            return True
        return following[0].lower == "of" and following[-1].is_capital

    def _following(self, hit: Hit) -> list[str]:
        """Return up to four words that follow with nothing but blanks or hyphens between."""
        words: list[str] = []
        i = hit.last
        while len(words) < 4 and i + 1 < len(self.words):
            if self.words[i].is_owner or not _AFTER_NAME.fullmatch(self.words[i].gap):
                break
            i += 1
            words.append(self.words[i].lower)
        return words

    def _share_classes(self, hits: list[Hit]) -> list[Hit]:
        """Give every name of a list its class: "A and B provinces", "the towns of A, B and C"."""
        shared = list(hits)
        for i, hit in enumerate(shared):
            kinds, members = plural_class_after(self._following(hit)), []
            if kinds:
                members = [i, *self._list_of(shared, i, -1)]
            elif hit.plural_before and (others := self._list_of(shared, i, 1)):
                kinds, _ = class_before(self.refusals.preceding(hit))
                members = [i, *others]
            for j in members:
                shared[j] = replace(shared[j], kinds=shared[j].kinds or kinds)
        return shared

    def _list_of(self, hits: list[Hit], i: int, step: int) -> list[int]:
        members: list[int] = []
        while 0 <= i + step < len(hits):
            left, right = sorted((i, i + step))
            gap = self.text[self.words[hits[left].last].end : self.words[hits[right].first].start]
            if not _LIST_GAP.fullmatch(gap):
                break
            i += step
            members.append(i)
        return members

    def _toponym(self, hit: Hit) -> Toponym:
        start, end = self.words[hit.first].start, self.words[hit.last].end
        kinds = hit.kinds
        if kinds == SETTLEMENT and not any(m.place.kind in kinds for m in hit.matches):
            kinds = frozenset()
        return Toponym(start, end, self.text[start:end], kinds)
