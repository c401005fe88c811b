"""Cuts a text into tokens and classes them, so that the grammar reads letters, not words."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from components.dates.calendar import FIRST_YEAR, LAST_YEAR
from components.dates.words import (
    CLASSES,
    HOLIDAYS,
    LOWER_CASE_WORDS,
    MONTHS,
    NUMBERS,
    ORDINALS,
    ROUGH_NUMBERS,
    SHORT,
    WEEKDAYS,
)

# Words come first: they are most of a text, and no other class begins with a letter.
_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]+(?:['’](?:s|S)\b)?)"
    r"|(?P<break>\n[ \t\r\f\v]*\n\s*)"
    r"|(?P<iso>(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])(?:T[\d:.]{4,12}(?:Z|[+-]\d{2}:?\d{2})?)?)"
    r"|(?P<numeric>(?<![\d./-])\d{1,4}(?P<sep>[./-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?![\d/-]|\.\d))"
    r"|(?P<clock>\d{1,2}[:.]\d{2}(?=\s?[ap]\.?m\b)|\d{1,2}:\d{2}(?::\d{2})?)"
    r"|(?P<money>[$€£¥]\s?\d[\d.,]{0,15}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+\s?%)"
    r"|(?P<decade>\d{3}0['’]?s\b)"
    r"|(?P<ordinal>\d{1,2}(?i:st|nd|rd|th)\b)"
    r"|(?P<number>\d+)"
    r"|(?P<mark>[^\w\s])"
)
_DASHES = frozenset("-‐‑‒–—−")
_HOLIDAY = re.compile("|".join(sorted(map(re.escape, HOLIDAYS), key=len, reverse=True)))
_HOLIDAY_STARTS = frozenset(name.split()[0].removesuffix("'s") for name in HOLIDAYS)


class Token(NamedTuple):
    """A piece of text and its class; `value` is the number or the days that it stands for."""

    code: str
    start: int
    end: int
    word: str
    value: int = 0


def tokens_of(text: str) -> list[Token]:
    """Cut a text into tokens, in order."""
    return list(_cut(text))


# Dates, durations and the day of report are all found in the article at hand.
@lru_cache(maxsize=4)
def _cut(text: str) -> tuple[Token, ...]:
    tokens: list[Token] = []
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        token = _token(text, match)
        if token.code == "H":
            position = token.end
        tokens.append(token)
    return tuple(tokens)


def _token(text: str, match: re.Match[str]) -> Token:
    start, end, kind, raw = match.start(), match.end(), match.lastgroup, match[0]
    if kind == "word":
        return _word(text, start, end, raw)
    if kind == "mark":
        return Token("-" if raw in _DASHES else raw, start, end, raw)
    if kind in {"number", "ordinal", "decade"}:
        return _number(start, end, raw)
    if kind in {"iso", "numeric", "sep"}:
        return Token("I", start, end, raw)
    return Token({"break": "¶", "clock": "c"}.get(kind or "", "#"), start, end, raw)


def _number(start: int, end: int, raw: str) -> Token:
    if raw[-1].isalpha():
        value = int(re.sub(r"\D", "", raw))
        is_day = len(raw) <= 4 and 1 <= value <= 31
        is_decade = raw.endswith("s") and FIRST_YEAR <= value < LAST_YEAR
        return Token("o" if is_day else "D" if is_decade else "#", start, end, raw, value)
    value = int(raw) if len(raw) <= 6 else 0
    if len(raw) <= 2 and 1 <= value <= 31:
        return Token("d", start, end, raw, value)
    if len(raw) == 4 and FIRST_YEAR <= value <= LAST_YEAR:
        return Token("y", start, end, raw, value)
    return Token("#", start, end, raw, value)


def _word(text: str, start: int, end: int, raw: str) -> Token:
    code, bare, value = _class_of(raw)
    if bare in _HOLIDAY_STARTS and raw[0].isupper():
        window = text[start : start + 24].lower().replace("’", "'")
        feast = _HOLIDAY.match(window)
        if feast and not window[feast.end() : feast.end() + 1].isalnum():
            return Token("H", start, start + feast.end(), feast[0])
    return Token(code, start, end, bare, value)


@lru_cache(maxsize=1 << 14)
def _class_of(raw: str) -> tuple[str, str, int]:
    """Return the class of a word by itself, its plain form, and the number it stands for."""
    word = raw.lower().replace("’", "'")
    bare = word.removesuffix("'s")
    capital = raw[0].isupper()
    if bare in MONTHS and (capital or bare not in LOWER_CASE_WORDS):
        # Short forms are months only beside a number: "Mar" and "Dec" are names too.
        return "m" if bare in SHORT else "M", bare, MONTHS[bare]
    if bare in WEEKDAYS and (capital or bare not in LOWER_CASE_WORDS):
        return "w" if bare in SHORT else "W", bare, WEEKDAYS[bare]
    code = CLASSES.get(bare) or ("Z" if capital else "w")
    if bare in {"second", "march", "fall"} and capital and bare != word:
        code = "Z"
    value = NUMBERS.get(bare) or ROUGH_NUMBERS.get(bare) or ORDINALS.get(bare) or 0
    return "_" if code == "w" else code, bare, value


def numeric_day(raw: str) -> tuple[date, ...]:
    """Read a date in figures.

    Returns:
        The day; two days where day and month may be swapped (day first, as most of the
        world writes); nothing where the calendar has no such day.
    """
    parts = [int(part) for part in re.findall(r"\d+", raw[:10])]
    if len(parts) < 3:
        return ()
    first, second, third = parts[:3]
    if first > 31:
        orders = [(first, second, third)]
    else:
        year = third if third > 99 else third + (2000 if third < 70 else 1900)
        orders = [(year, second, first), (year, first, second)]
        if raw[:10].count(".") == 2:
            # With stops between, the day comes first wherever dates are written so.
            orders = orders[:1]
    days = []
    for year, month, day in orders:
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))
