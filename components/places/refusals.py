"""Names that look like places and are not: persons, organisations, ordinary words."""

import re
from collections.abc import Sequence

from components.places.classes import FACILITIES, class_after
from components.places.hits import CLASS_WORDS, LINKS, PARTICLES, Hit, written
from components.places.keys import Tier, light_key
from components.places.lexicon import Lexicon
from components.places.words import Word

_KNOWN_TOWN = 20_000
_KNOWN_CITY = 100_000
_LONGEST_AREA = 4
_HYPHEN = re.compile(r"[-‐‑]")
_BETWEEN_WORDS = re.compile(r" [\"'‘“]?")
_DIRECTION_WORDS = (
    "the both northern southern eastern western central nearby rural downtown neighbouring"
    " neighboring coastal upper lower greater"
)
_DIRECTIONS = frozenset(_DIRECTION_WORDS.split())
_FIRST_PART_LIST = (
    "tal tall tell tel kafr kafar khan deir dayr jabal jebel wadi ain ayn ras umm um abu bani beni"
    " bir beit bayt khirbet qalaat sheikh burj bab marj new san santa saint nova novo nowa velyka"
    " mala stara staro verkhnie nizhny"
)
_FIRST_PARTS = frozenset(_FIRST_PART_LIST.split())
_OF_WORD_LIST = (
    "north south east west northeast northwest southeast southwest outskirts centre center"
    " residents people streets coast control capture fall siege battle recapture liberation loss"
    " side parts part out city town village"
)
_OF_WORDS = frozenset(_OF_WORD_LIST.split())
# What is called after a place and lies anywhere.
_BODIES = frozenset(
    {
        "times",
        "university",
        "bank",
        "museum",
        "voice",
        "institute",
        "archbishop",
        "bishop",
        "treaty",
    }
)
# What stays in small letters in a headline that capitalises its words.
_SMALL_WORD_LIST = (
    "about above across after against along amid among around before behind between beyond despite"
    " during from inside into like near onto over past since than that their this through under"
    " until upon when where which while with within without will have been were says said"
)
_SMALL_WORDS = frozenset(_SMALL_WORD_LIST.split())
_FRONT_WORDS = frozenset({"front", "army"})


class Refusals:
    """What the words round a name say against its being a place, for one text."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        """Note the persons that the text names in full, and its headlines."""
        self._words = words
        self._lexicon = lexicon
        self._surnames = self._find_surnames()
        self._is_title = self._find_titles()

    def is_place(self, hit: Hit, hits: Sequence[Hit]) -> bool:
        """Whether a name in running text is meant as a place."""
        if not hit.matches or self._is_compound(hit) or self._is_part(hit):
            return False
        if self._is_body(hit) or self._is_linked(hit):
            return False
        if self._follows_name(hit, hits) or self._precedes_name(hit, hits):
            return False
        if hit.kinds:
            return True
        return self._is_no_person(hit) and (self._is_no_word(hit) or self._is_next(hit, hits))

    def in_title(self, hit: Hit) -> bool:
        """Whether a name stands in a headline that capitalises its words."""
        return self._is_title[hit.first]

    def fits_title(self, hit: Hit, names: set[str]) -> bool:
        """Whether a name in such a headline is a place; `names` are those found in the text."""
        if not hit.matches or self._is_compound(hit) or hit.tier > Tier.BARE:
            return False
        own = self._words[hit.first : hit.last + 1]
        if light_key(written(self._words, hit.first, hit.last)) in names:
            return True
        if all(w.lower in self._lexicon.ordinary for w in own) and not hit.is_country:
            return False
        following = self._next(hit)
        if following and own[-1].is_adjacent:
            lower = following.lower
            if lower in self._lexicon.organisation_after and lower not in self._lexicon.never:
                return False
        if hit.kinds or hit.is_country or self.is_located(hit):
            return True
        before = self._words[hit.first - 1].lower if hit.first else ""
        return hit.population >= _KNOWN_CITY and before not in self._lexicon.given_names

    def is_located(self, hit: Hit) -> bool:
        """Whether a word before the name says that something is there: "in", "near", "seized"."""
        return self._locator(hit) in self._lexicon.locative

    def preceding(self, hit: Hit) -> list[str]:
        """Return up to four words before the name, in order."""
        words: list[str] = []
        i = hit.first - 1
        while len(words) < 4 and i >= 0 and _BETWEEN_WORDS.fullmatch(self._words[i].gap):
            words.insert(0, self._words[i].lower)
            i -= 1
        return words

    def _locator(self, hit: Hit) -> str:
        words = self.preceding(hit)
        while words and words[-1] in _DIRECTIONS:
            words.pop()
        return words[-1] if words else ""

    def _next(self, hit: Hit) -> Word | None:
        return self._words[hit.last + 1] if hit.last + 1 < len(self._words) else None

    def _is_compound(self, hit: Hit) -> bool:
        """Whether the name is half of another word: "Turkey-backed", "anti-Syria"."""
        following = self._next(hit)
        if (
            following
            and _HYPHEN.fullmatch(self._words[hit.last].gap)
            and not following.is_capital
            and following.lower not in CLASS_WORDS | PARTICLES - LINKS
        ):
            return True
        before = self._words[hit.first - 1] if hit.first else None
        return bool(
            before and _HYPHEN.fullmatch(before.gap) and before.lower in self._lexicon.prefixes
        )

    def _is_part(self, hit: Hit) -> bool:
        """Whether it is the first word of a longer name that the gazetteer lacks: "Tal" X."""
        following = self._next(hit)
        return (
            hit.first == hit.last
            and self._words[hit.last].lower in _FIRST_PARTS
            and following is not None
            and self._words[hit.last].joins
            and (following.is_capital or "-" in following.gap)
        )

    def _is_linked(self, hit: Hit) -> bool:
        """Whether it is the last part of a longer name: "Pul" in "Sar-e Pul"."""
        first = hit.first if self._words[hit.first].lower in LINKS else hit.first - 1
        if first < 1:
            return False
        start, link = self._words[first - 1], self._words[first]
        return (
            link.lower in LINKS
            and link.joins
            and start.is_capital
            and bool(_HYPHEN.fullmatch(start.gap))
        )

    def _follows_name(self, hit: Hit, hits: Sequence[Hit]) -> bool:
        """Whether the word before makes it a person's name or part of a longer one."""
        before = self._words[hit.first - 1] if hit.first else None
        if before is None:
            return False
        lexicon = self._lexicon
        if before.gap == ". " and before.lower in lexicon.titles:
            return True
        if not before.is_adjacent or self._words[hit.first].opens:
            return False
        names = lexicon.titles | lexicon.given_names
        if before.lower in names or (before.is_capital and before.lower in lexicon.both):
            return True
        is_name = before.is_capital and not before.is_number
        return is_name and not self._may_precede(before, hit, hits)

    def _may_precede(self, before: Word, hit: Hit, hits: Sequence[Hit]) -> bool:
        lexicon, lower = self._lexicon, before.lower
        if lower in lexicon.before_free | lexicon.locative | lexicon.never | CLASS_WORDS:
            return True
        if light_key(lower) in lexicon.demonyms:
            return True
        if before.opens and (lower in lexicon.ordinary or lower.endswith(("ing", "ed", "ly"))):
            return True
        # "Tal Hawash", which no list has, is neither Tal nor Hawash.
        return any(
            other.last == hit.first - 1 and _is_known(other) and not self._is_part(other)
            for other in hits
        )

    def _precedes_name(self, hit: Hit, hits: Sequence[Hit]) -> bool:
        """Whether the word after makes it the name of something else: "Islam Army"."""
        following = self._next(hit)
        if following is None or not self._words[hit.last].is_adjacent or following.opens:
            return False
        if not following.is_capital or following.is_number:
            # "Levant front", but "on the Kherson front".
            return following.lower in _FRONT_WORDS and not self.is_located(hit)
        lexicon, lower = self._lexicon, following.lower
        if lower in lexicon.organisation_after:
            return True
        may_follow = (
            lower in lexicon.never | lexicon.places_after
            or bool(class_after([lower])[0])
            or light_key(following.text) in lexicon.demonyms
            or bool(hit.kinds & FACILITIES)
            or any(other.first == hit.last + 1 and _is_known(other) for other in hits)
        )
        return not may_follow

    def _is_body(self, hit: Hit) -> bool:
        """Whether it is part of what is called after a place: "the Times of London"."""
        i = hit.first - 2
        if i < 0 or self._words[i + 1].lower != "of" or not self._words[i + 1].is_adjacent:
            return False
        return self._words[i].is_capital and self._words[i].lower in _BODIES

    def _is_no_person(self, hit: Hit) -> bool:
        if hit.is_country:
            return True
        name = light_key(written(self._words, hit.first, hit.last))
        if self.is_located(hit) or self._is_qualified(hit) or self._qualifies(hit):
            return True
        if name in self._lexicon.given_names:
            return False
        if light_key(self._words[hit.last].text) in self._surnames:
            return False
        following = self._next(hit)
        speaks = (
            following is not None
            and self._words[hit.last].gap in {" ", ", "}
            and following.lower in self._lexicon.speech
        )
        return not speaks and name not in self._lexicon.surnames

    def _is_no_word(self, hit: Hit) -> bool:
        """Whether a name that is also an English word is meant as a name."""
        own = self._words[hit.first : hit.last + 1]
        # "The Old City", "the New Town" of any town.
        never = self._lexicon.never if len(own) > 1 else frozenset()
        ordinary = all(
            w.lower in self._lexicon.ordinary or w.lower in PARTICLES or w.lower in never
            for w in own
        )
        if not ordinary or hit.is_country or self._is_qualified(hit):
            return True
        if own[0].opens:
            return False
        # "south of Cairns", but not "the study of War".
        words = self.preceding(hit)
        is_study = words[-1:] == ["of"] and words[-2:-1] and words[-2] not in _OF_WORDS
        is_located = self._locator(hit) in self._lexicon.somewhere and not is_study
        if words[-1:] == ["the"]:
            return False
        if len(own) > 1:
            return is_located or hit.population >= _KNOWN_CITY
        return is_located and hit.tier <= Tier.LIGHT

    def _is_next(self, hit: Hit, hits: Sequence[Hit]) -> bool:
        """Whether it goes on from another place with "then": "A and then Sake"."""
        i = hit.first - 1
        if i < 1 or self._words[i].lower != "then" or not self._words[i].is_adjacent:
            return False
        before = i - 2 if self._words[i - 1].lower == "and" else i - 1
        return any(other.last == before and other.matches for other in hits)

    def _is_qualified(self, hit: Hit) -> bool:
        """Whether a known area follows, as in "Mobile, Alabama"."""
        following = self._next(hit)
        if following is None or self._words[hit.last].gap != ", ":
            return False
        countries = {m.place.country for m in hit.matches if m.tier <= Tier.LIGHT}
        first, most = hit.last + 1, min(hit.last + _LONGEST_AREA, len(self._words) - 1)
        names = (light_key(written(self._words, first, last)) for last in range(first, most + 1))
        return any(self._lexicon.areas.get(name, "") in countries for name in names)

    def _qualifies(self, hit: Hit) -> bool:
        """Whether it is the second name of "Reston, Virginia"."""
        before = self._words[hit.first - 1] if hit.first else None
        return before is not None and before.gap == ", " and before.is_capital

    def _find_surnames(self) -> frozenset[str]:
        """Return last words of full names of persons ("Hassan Nasrallah", "General Hamdan")."""
        found: set[str] = set()
        begins = self._lexicon.given_names | self._lexicon.titles
        for i, word in enumerate(self._words[:-1]):
            if not (word.is_capital and word.lower in begins):
                continue
            j = i
            while j + 1 < len(self._words) and self._goes_on(j):
                j += 1
            if j > i and self._words[j].is_capital:
                found.add(light_key(self._words[j].text))
        return frozenset(found)

    def _goes_on(self, i: int) -> bool:
        """Whether a person's name may go on after word `i`."""
        word, following = self._words[i], self._words[i + 1]
        initial = word.gap == ". " and len(word.text) < 5
        return (word.joins or initial) and (following.is_capital or following.lower in PARTICLES)

    def _find_titles(self) -> list[bool]:
        """Tell for each word whether it stands in a line that capitalises its words."""
        flags: list[bool] = []
        line: list[Word] = []
        for i, word in enumerate(self._words):
            line.append(word)
            if "\n" in word.gap or i == len(self._words) - 1:
                long = [w for w in line if len(w.text) > 3]
                capitals = sum(w.is_capital for w in long)
                small = all(w.is_capital or w.lower in _SMALL_WORDS for w in long)
                is_title = len(long) >= 4 and small and capitals >= 0.7 * len(long)
                is_title = is_title and "." not in word.gap
                flags += [is_title] * len(line)
                line = []
        return flags


def _is_known(hit: Hit) -> bool:
    """Whether a name beside another is a place for sure, so that both may be."""
    return bool(hit.matches) and (
        hit.is_country or (hit.tier <= Tier.LIGHT and hit.population >= _KNOWN_TOWN)
    )
