"""Whether a sentence tells of what was or of what is to come, from its words alone."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_STOP = re.compile(r"[.!?]\s+(?=[\"'“‘]?[^\W\d_a-z])|\n")
_WORD = re.compile(r"[^\W\d_]+")
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|upcoming|forthcoming|scheduled for|slated for|ahead of"
    r"|call(?:s|ed|ing)? for|plan(?:s|ned)? for|set for|due on|due in|tomorrow"
    r"|(?:is|are|due|set|ready|about|likely|slated|poised|scheduled|expected) to)\b|['’]ll\b",
    re.IGNORECASE,
)
_GOVERNOR = re.compile(
    r"\b(?:call(?:s|ed|ing)? on|urg\w+|invit\w+|agree[sd]?|vow\w*|plan\w*|intend\w*|pledg\w+"
    r"|promis\w+|threaten\w*|prepar\w+|hop(?:es?|ed|ing)|expect\w*|want\w*|aim\w*|propos\w+"
    r"|decid\w+|ask\w*|order\w*|demand\w*)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"[^.;:\n]{0,160}?\bto\b(?! (?:the|a|an|his|her|its|their)\b)", re.IGNORECASE
)
# Whoever speaks, speaks then; what is spoken of may lie ahead.
_SPEECH = frozenset(
    """said told announced declared added warned agreed stated reported scheduled planned
    would could might may should must can""".split()  # noqa: SIM905 (a word list)
)
_PAST = frozenset(
    """was were had has have did been took fell began came went left lost won held drove fled
    broke made met got gave became saw led fought withdrew retook overran shot threw struck
    rose grew sent spent kept swept sought brought burnt built beat hit cut put ran stood
    split spread burst shut quit dug clung sank slipped dealt laid paid rode sold sprang stole
    swore told tore understood woke died set bore drew flew knew wore
    wrote overthrew fallen taken driven""".split()  # noqa: SIM905
)
# "will be held", "to put": not past.
_NOT_PAST_AFTER = frozenset({"be", "will", "to", "being", "shall"})
# What is spoken of beforehand more often than afterwards: no past tense beside it settles it.
_APPOINTMENT = re.compile(
    r"\b(?:talks|negotiations|elections?|votes?|referendum|summit|conference|meetings?|deadline"
    r"|hearing|ceremony|truce|ceasefire)(?: \w+){0,2} (?:in|on|for|from|by|starting)(?: \w+)? $"
)
_REACH_BACK, _REACH_ON = 240, 160


class _Sign(NamedTuple):
    start: int
    end: int
    means: bool | None


class _Sentence:
    """The signs of tense between two places of a text."""

    def __init__(self, text: str, begin: int, end: int) -> None:
        plain = sorted(_signs(text, begin, end), key=lambda sign: (sign.start, -sign.end))
        self.onwards = plain
        self.starts = [sign.start for sign in plain]
        past_starts = [sign.start for sign in plain if sign.means is False]
        governed = [s for s in _governed(text, begin, end) if not _any_in(past_starts, s)]
        self.backwards = sorted((*plain, *governed), key=lambda sign: (sign.end, bool(sign.means)))
        self.ends = [sign.end for sign in self.backwards]


class Tenses:
    """The signs of tense in one text, found in a sentence when it is first asked about."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stops = [0, *(match.end() for match in _STOP.finditer(text)), len(text)]
        self._known: dict[int, _Sentence] = {}

    def is_future(self, position: int) -> bool | None:
        """Say whether the words around a place in the text speak of the future.

        Returns:
            True or False by the nearest sign before it in its sentence, else after it; None
            where nothing tells, or only a verb of speech does ("announced elections in June").
        """
        begin, end, signs = self._sentence(position)
        begin, end = max(begin, position - _REACH_BACK), min(end, position + _REACH_ON)
        before = bisect_right(signs.ends, position) - 1
        if before >= 0 and signs.backwards[before].start >= begin:
            means = signs.backwards[before].means
        else:
            after = bisect_left(signs.starts, position)
            found = after < len(signs.onwards) and signs.onwards[after].end <= end
            means = signs.onwards[after].means if found else None
        if means is False and _APPOINTMENT.search(self._text[max(0, position - 60) : position]):
            return None
        return means

    def _sentence(self, position: int) -> tuple[int, int, _Sentence]:
        """Return where the sentence at a place begins and ends, with its signs."""
        index = min(bisect_right(self._stops, position), len(self._stops) - 1)
        begin, end = self._stops[index - 1], self._stops[index]
        if index not in self._known:
            self._known[index] = _Sentence(self._text, begin, end)
        return begin, end, self._known[index]


# One article is gone through several times, for its day of report and for its dates.
@lru_cache(maxsize=2)
def _tenses_of(text: str) -> Tenses:
    return Tenses(text)


def is_future(text: str, position: int) -> bool | None:
    """Say whether the words around a place in a text speak of the future, see `Tenses`."""
    return _tenses_of(text).is_future(position)


def _signs(text: str, begin: int, end: int) -> Iterator[_Sign]:
    for match in _FUTURE.finditer(text, begin, end):
        yield _Sign(*match.span(), means=True)
    before = ""
    for match in _WORD.finditer(text, begin, end):
        word = match[0].lower()
        if match[0] == "May":
            before = word
        elif word in _SPEECH:
            yield _Sign(*match.span(), means=None)
        elif before not in _NOT_PAST_AFTER and (
            word in _PAST or (word.endswith("ed") and not word.endswith("eed") and len(word) > 3)
        ):
            yield _Sign(*match.span(), means=False)
        before = word


def _governed(text: str, begin: int, end: int) -> Iterator[_Sign]:
    """Yield "called on both sides to": what follows the infinitive lies ahead."""
    for match in _GOVERNOR.finditer(text, begin, end):
        infinitive = _INFINITIVE.match(text, match.end(), end)
        if infinitive:
            yield _Sign(match.end(), infinitive.end(), means=True)


def _any_in(starts: list[int], sign: _Sign) -> bool:
    """Whether one of the sorted offsets lies within a sign."""
    index = bisect_left(starts, sign.start)
    return index < len(starts) and starts[index] < sign.end
