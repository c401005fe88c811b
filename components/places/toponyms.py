"""Place names in running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.places.classes import (
    AFTER,
    FACILITIES,
    SETTLEMENT,
    class_after,
    class_before,
    plural_class_after,
    split_class,
)
from components.places.gazetteer import Gazetteer, Match
from components.places.keys import Tier, light_key
from components.places.lexicon import Lexicon, load_lexicon
from components.places.words import Word, words_of

LONGEST_NAME = 7
_SHORTEST_BARE = 4
_SHORTEST_SKELETON = 6
_KNOWN_CITY = 100_000

_PARTICLE_WORDS = (
    "al el ul as ash an ad ar at az ez es esh ech adh ath de del della di da do dos das du des la"
    " le les los las of and the en sur am im on upon sous y i bin ibn ben bint wa d l ud ur"
)
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_CLASS_WORDS = frozenset(word for phrase in AFTER for word in phrase)
_LIST_GAP = re.compile(r"\s*(?:,|,? and|,? or|&)\s*")


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


@dataclass(frozen=True, slots=True)
class _Hit:
    """Words `first` to `last` (included) of the text are a name that the gazetteer has."""

    first: int
    last: int
    matches: tuple[Match, ...]
    kinds: frozenset[str] = frozenset()
    plural_before: bool = False

    @property
    def tier(self) -> Tier:
        return self.matches[0].tier

    @property
    def is_country(self) -> bool:
        return any(m.place.kind == "country" and m.tier <= Tier.LIGHT for m in self.matches)

    @property
    def population(self) -> int:
        return max((m.place.population for m in self.matches if m.tier == self.tier), default=0)


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


class _Finder:
    """One pass over one text."""

    def __init__(self, text: str, gazetteer: Gazetteer, skip: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.lexicon: Lexicon = load_lexicon()
        self.words = words_of(text)
        self.skipped = [
            any(start < word.end and word.start < end for start, end in skip) for word in self.words
        ]
        self.is_title = self._title_lines()
        self.surnames = self._surnames()

    def toponyms(self) -> tuple[Toponym, ...]:
        hits = self._hits()
        sure = [hit for hit in hits if not self._in_title(hit) and self._is_place(hit, hits)]
        names = {light_key(self._name(hit)) for hit in sure}
        sure += [hit for hit in hits if self._in_title(hit) and self._fits_title(hit, names)]
        sure.sort(key=lambda hit: hit.first)
        return tuple(self._toponym(hit) for hit in self._share_classes(sure))

    # --- names that the gazetteer has -------------------------------------------------------

    def _hits(self) -> list[_Hit]:
        """Return the longest names from left to right."""
        hits: list[_Hit] = []
        i = 0
        while i < len(self.words):
            hit = self._longest_from(i) if self._may_begin(i) else None
            if hit:
                hits.append(hit)
            i = hit.last + 1 if hit else i + 1
        return hits

    def _may_begin(self, i: int) -> bool:
        word = self.words[i]
        if self.skipped[i]:
            return False
        if word.is_capital:
            return True
        # "al-Bab" in the middle of a sentence.
        return (
            word.lower in _PARTICLES
            and "-" in word.gap
            and i + 1 < len(self.words)
            and self.words[i + 1].is_capital
        )

    def _longest_from(self, i: int) -> _Hit | None:
        last = i
        ends = [i]
        while last + 1 < len(self.words) and last - i < LONGEST_NAME - 1:
            word = self.words[last]
            following = self.words[last + 1]
            owned = self.text[word.end : following.start] != word.gap
            if not word.joins or owned or self.skipped[last + 1]:
                break
            if not following.is_capital and following.lower not in _PARTICLES | _CLASS_WORDS:
                break
            last += 1
            ends.append(last)
        for end in reversed(ends):
            hit = self._known(i, end)
            if hit:
                return hit
        return None

    def _known(self, first: int, last: int) -> _Hit | None:
        final = self.words[last]
        if not final.is_capital and final.lower in _PARTICLES:
            return None
        name = self._written(first, last)
        light = light_key(name)
        if first == last and (
            final.lower in self.lexicon.never or final.text.isdigit() or self._is_acronym(final)
        ):
            return None
        if light in self.lexicon.demonyms:
            return None
        if light in self.lexicon.fixed:
            return _Hit(first, last, ())
        classed = split_class(light)
        matches = self.gazetteer.matches(name)
        if classed.kinds and not any(m.name == light for m in matches):
            # "Idlib city" is the name Idlib with a class word, which `_with_class` reads.
            return None
        matches = tuple(m for m in matches if self._agrees(m, light, first == last))
        return self._with_class(_Hit(first, last, matches)) if matches else None

    def _agrees(self, match: Match, light: str, is_single: bool) -> bool:
        if match.tier <= Tier.LIGHT:
            return True
        if is_single and light in self.lexicon.ordinary:
            return False
        if match.tier == Tier.BARE:
            return len(light) >= _SHORTEST_BARE
        return len(light) >= _SHORTEST_SKELETON

    def _is_acronym(self, word: Word) -> bool:
        if not word.text.isupper() or len(word.text) > 5 or len(word.text) < 2:
            return False
        return (
            light_key(word.text) not in self.lexicon.country_names
            and not any(c.isdigit() for c in word.text)
            and not self._in_capitals(word)
        )

    def _in_capitals(self, word: Word) -> bool:
        line_start = self.text.rfind("\n", 0, word.start) + 1
        line_end = self.text.find("\n", word.end)
        line = self.text[line_start : line_end if line_end >= 0 else len(self.text)]
        return line.isupper()

    # --- class words ------------------------------------------------------------------------

    def _with_class(self, hit: _Hit) -> _Hit:
        own = split_class(light_key(self._name(hit)))
        if own.kinds:
            fitting = own.kinds & {m.place.kind for m in hit.matches}
            return replace(hit, kinds=own.kinds if fitting else frozenset())
        size, kinds = class_after(self._following(hit))
        if size and self._class_belongs_elsewhere(hit, size, kinds):
            kinds = frozenset()
        before, is_plural = class_before(self._preceding(hit))
        if kinds:
            last = hit.last + size if kinds & FACILITIES else hit.last
            return replace(hit, kinds=kinds, last=last)
        if hit.is_country and hit.matches[0].place.kind != "province":
            return hit
        if before and self.words[hit.first - 1].lower in {
            "mount",
            "camp",
            "lake",
            "jabal",
            "jebel",
        }:
            return replace(hit, kinds=before, first=hit.first - 1)
        return replace(hit, kinds=before, plural_before=is_plural)

    def _class_belongs_elsewhere(self, hit: _Hit, size: int, kinds: frozenset[str]) -> bool:
        """Whether the class word after a name is another's: "the Damascus suburb of Douma"."""
        if hit.is_country and not any(m.place.kind in kinds for m in hit.matches):
            return True
        after = hit.last + size
        following = self.words[after + 1 : after + 3]
        if self.words[after].is_adjacent and len(following) == 2:
            if following[0].lower == "of" and following[1].is_capital:
                return True
            if self.words[after].lower == "state" and following[0].lower in {
                "media", "television", "tv", "news", "radio", "department",
            }:  # fmt: skip
                return True
        return False

    def _following(self, hit: _Hit) -> list[str]:
        """Return up to four words that follow with nothing but blanks or hyphens between."""
        words: list[str] = []
        i = hit.last
        closes = r"[\"'’”]? ?-?"
        while len(words) < 4 and i + 1 < len(self.words):
            if not re.fullmatch(closes, self.words[i].gap) or not self.words[i].gap.strip("\"'’”"):
                break
            i += 1
            words.append(self.words[i].lower)
            closes = r" ?-?"
        return words

    def _preceding(self, hit: _Hit) -> list[str]:
        words: list[str] = []
        i = hit.first - 1
        while len(words) < 4 and i >= 0 and re.fullmatch(r" [\"'‘“]?", self.words[i].gap):
            words.insert(0, self.words[i].lower)
            i -= 1
        return words

    def _share_classes(self, hits: list[_Hit]) -> list[_Hit]:
        """Give every name of a list its class: "A and B provinces", "the towns of A, B and C"."""
        shared = list(hits)
        for i, hit in enumerate(shared):
            plural = plural_class_after(self._following(hit))
            if plural:
                shared[i] = replace(hit, kinds=plural)
                for j in self._list_of(shared, i, -1):
                    shared[j] = replace(shared[j], kinds=shared[j].kinds or plural)
            if hit.plural_before:
                for j in self._list_of(shared, i, 1):
                    shared[j] = replace(shared[j], kinds=shared[j].kinds or shared[i].kinds)
        return shared

    def _list_of(self, hits: list[_Hit], i: int, step: int) -> list[int]:
        members: list[int] = []
        while 0 <= i + step < len(hits):
            left, right = sorted((i, i + step))
            gap = self.text[self.words[hits[left].last].end : self.words[hits[right].first].start]
            if not _LIST_GAP.fullmatch(gap):
                break
            i += step
            members.append(i)
        return members

    # --- names that are no places here ------------------------------------------------------

    def _is_place(self, hit: _Hit, hits: list[_Hit]) -> bool:
        if not hit.matches or self._is_compound(hit):
            return False
        before = self.words[hit.first - 1] if hit.first else None
        is_located = self._is_located(hit)
        if before and before.is_adjacent and not self.words[hit.first].opens:
            if before.lower in self.lexicon.titles or before.lower in self.lexicon.given_names:
                return False
            if before.is_capital and not self._may_precede(before, hit, hits):
                return False
        if before and before.gap == ". " and before.lower in self.lexicon.titles:
            return False
        if self._precedes_name(hit, hits):
            return False
        if hit.kinds:
            return True
        return self._is_no_person(hit, is_located) and self._is_no_word(hit, is_located)

    def _is_compound(self, hit: _Hit) -> bool:
        """Whether the name is half of another word: "Turkey-backed", "anti-Syria"."""
        word = self.words[hit.last]
        if re.fullmatch(r"[-‐‑]", word.gap) and hit.last + 1 < len(self.words):
            following = self.words[hit.last + 1]
            if not following.is_capital and following.lower not in _CLASS_WORDS | _PARTICLES:
                return True
        if hit.first:
            before = self.words[hit.first - 1]
            if re.fullmatch(r"[-‐‑]", before.gap) and before.lower in self.lexicon.prefixes:
                return True
        return False

    def _is_located(self, hit: _Hit) -> bool:
        words = self._preceding(hit)
        while words and words[-1] in {"the", "both", "northern", "southern", "eastern", "western",
                                      "central", "nearby", "rural", "downtown"}:  # fmt: skip
            words.pop()
        return bool(words) and words[-1] in self.lexicon.locative

    def _may_precede(self, before: Word, hit: _Hit, hits: list[_Hit]) -> bool:
        lexicon = self.lexicon
        lower = before.lower
        if lower in lexicon.before_free or lower in lexicon.locative or lower in lexicon.never:
            return True
        if light_key(lower) in lexicon.demonyms or lower in _CLASS_WORDS:
            return True
        if before.opens and (lower in lexicon.ordinary or lower.endswith(("ing", "ed", "ly"))):
            return True
        return any(other.last == hit.first - 1 and other.matches for other in hits)

    def _precedes_name(self, hit: _Hit, hits: list[_Hit]) -> bool:
        """Whether a capitalised word follows that makes it a name of something else."""
        word = self.words[hit.last]
        if not word.is_adjacent or hit.last + 1 >= len(self.words):
            return False
        following = self.words[hit.last + 1]
        if following.opens:
            return False
        if not following.is_capital:
            # "Levant front", but "on the Kherson front".
            return following.lower in {"front", "army"} and not self._is_located(hit)
        if following.lower in self.lexicon.organisation_after:
            return True
        if following.lower in self.lexicon.never or following.lower in self.lexicon.places_after:
            return False
        if class_after([following.lower])[0] or light_key(following.text) in self.lexicon.demonyms:
            return False
        if hit.kinds and hit.kinds & FACILITIES:
            return False
        return not any(other.first == hit.last + 1 and other.matches for other in hits)

    def _is_no_person(self, hit: _Hit, is_located: bool) -> bool:
        if hit.is_country:
            return True
        if hit.first == hit.last and self.words[hit.last].lower in self.lexicon.given_names:
            return False
        if is_located:
            return True
        final = light_key(self.words[hit.last].text)
        if final in self.surnames or light_key(self._name(hit)) in self.lexicon.surnames:
            return False
        following = self.words[hit.last + 1 : hit.last + 2]
        return not (
            following
            and self.words[hit.last].gap in {" ", ", "}
            and following[0].lower in self.lexicon.speech
        )

    def _is_no_word(self, hit: _Hit, is_located: bool) -> bool:
        """Whether a name that is also an English word is meant as a name."""
        own = self.words[hit.first : hit.last + 1]
        ordinary = all(w.lower in self.lexicon.ordinary or w.lower in _PARTICLES for w in own)
        if not ordinary or hit.is_country:
            return True
        if self._is_qualified(hit):
            return True
        if own[0].opens:
            return False
        if len(own) > 1:
            return is_located or hit.population >= _KNOWN_CITY
        return is_located and hit.tier <= Tier.LIGHT

    def _is_qualified(self, hit: _Hit) -> bool:
        """Whether ", Name" follows, as in "Mobile, Alabama"."""
        if self.words[hit.last].gap != ", " or hit.last + 1 >= len(self.words):
            return False
        following = self._longest_from(hit.last + 1) if self._may_begin(hit.last + 1) else None
        return following is not None and any(
            m.place.kind in {"country", "province", "region"} and m.tier <= Tier.LIGHT
            for m in following.matches
        )

    # --- persons and headlines --------------------------------------------------------------

    def _surnames(self) -> frozenset[str]:
        """Return last words of full names of persons ("Hassan Nasrallah", "General Hamdan")."""
        found: set[str] = set()
        for i, word in enumerate(self.words[:-1]):
            lower = word.lower
            if not (word.is_capital and lower in self.lexicon.given_names | self.lexicon.titles):
                continue
            j = i
            while j + 1 < len(self.words) and (
                self.words[j].joins or (self.words[j].gap == ". " and len(self.words[j].text) < 5)
            ):
                following = self.words[j + 1]
                if not following.is_capital and following.lower not in _PARTICLES:
                    break
                j += 1
            if j > i and self.words[j].is_capital:
                found.add(light_key(self.words[j].text))
        return frozenset(found)

    def _title_lines(self) -> list[bool]:
        """Tell for each word whether it stands in a line that capitalises its words."""
        flags: list[bool] = []
        line: list[Word] = []
        for word in [*self.words, None]:
            if word is not None:
                line.append(word)
            if line and (word is None or "\n" in word.gap):
                long = [w for w in line if len(w.text) > 3]
                capitals = sum(w.is_capital for w in long)
                is_title = (
                    len(long) >= 4 and capitals >= 0.7 * len(long) and "." not in line[-1].gap
                )
                flags += [is_title] * len(line)
                line = []
        return flags

    def _in_title(self, hit: _Hit) -> bool:
        return self.is_title[hit.first]

    def _fits_title(self, hit: _Hit, names: set[str]) -> bool:
        """Whether a name in a headline of capitalised words is a place."""
        if not hit.matches or self._is_compound(hit) or hit.tier > Tier.BARE:
            return False
        own = self.words[hit.first : hit.last + 1]
        if light_key(self._name(hit)) in names:
            return True
        if all(w.lower in self.lexicon.ordinary for w in own) and not hit.is_country:
            return False
        following = self.words[hit.last + 1 : hit.last + 2]
        if following and own[-1].is_adjacent:
            lower = following[0].lower
            if lower in self.lexicon.organisation_after and lower not in self.lexicon.never:
                return False
        return (
            bool(hit.kinds)
            or hit.is_country
            or self._is_located(hit)
            or (
                hit.population >= _KNOWN_CITY
                and hit.first > 0
                and self.words[hit.first - 1].lower not in self.lexicon.given_names
            )
        )

    # --- text -------------------------------------------------------------------------------

    def _written(self, first: int, last: int) -> str:
        parts: list[str] = []
        for i in range(first, last + 1):
            gap = self.words[i].gap if i < last else ""
            parts += (self.words[i].text, "-" if "-" in gap else " " if gap else "")
        return "".join(parts).strip()

    def _name(self, hit: _Hit) -> str:
        return self._written(hit.first, hit.last)

    def _toponym(self, hit: _Hit) -> Toponym:
        start, end = self.words[hit.first].start, self.words[hit.last].end
        kinds = hit.kinds
        if kinds == SETTLEMENT and not any(m.place.kind in kinds for m in hit.matches):
            kinds = frozenset()
        return Toponym(start, end, self.text[start:end], kinds)
