"""Finds lengths of time, which are no dates: "after three days of clashes", "the four-year war"."""

import re

from components.dates.expressions import Duration
from components.dates.relative import days_of
from components.dates.tokens import Token, tokens_of
from components.dates.words import ROUGH_NUMBERS, UNIT_DAYS, UNITS

_COUNT = r"(?P<n>jzf?|n-?n|[njzdo#])"
_LENGTH = re.compile(
    rf"(?<![lx]){_COUNT}(?P<dash>-?)_?(?P<u>U)(?![ALRv])|(?<![lxhkstU])(?P<many>U)f"
)
# "a few days", "days of": what is usually meant.
_ROUGH_DAYS = 3


def find_durations(text: str) -> tuple[Duration, ...]:
    """Find the lengths of time that a text names, in order.

    "Two days later" and "three weeks ago" are dates and not among them. Hours are rounded up
    to days.
    """
    tokens = tokens_of(text)
    codes = "".join(token.code for token in tokens)
    found = (_duration(text, tokens, match) for match in _LENGTH.finditer(codes))
    return tuple(duration for duration in found if duration)


def _duration(text: str, tokens: list[Token], match: re.Match[str]) -> Duration | None:
    start, end = tokens[match.start()].start, tokens[match.end() - 1].end
    if match["many"]:
        unit = tokens[match.start("many")]
        if not unit.word.endswith("s") or UNITS[unit.word] in {"hour", "minute"}:
            return None
        days = _ROUGH_DAYS * UNIT_DAYS[UNITS[unit.word]]
        return Duration(unit.start, unit.end, text[unit.start : unit.end], days, rough=True)
    counted = tokens[match.start("n") : match.end("n")]
    if counted[0].code == "o":
        return None
    numbers = [token.value for token in counted if token.code in "nzd#"]
    count = sum(numbers) or 1
    days = min(days_of(count, UNITS[tokens[match.start("u")].word]), 1_000_000)
    rough = any(token.word in ROUGH_NUMBERS for token in counted)
    return Duration(start, end, text[start:end], days, rough)
