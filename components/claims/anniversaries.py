"""When an event happened whose anniversary is told: "the tenth anniversary of the fall of A"."""

from datetime import date, timedelta

from spacy.tokens import Token

from components.claims.syntax import climb
from components.records import DateInterval

_FIRST_TEN = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_ORDINALS = {word: number for number, word in enumerate(_FIRST_TEN, 1)}
_ORDINALS |= {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
# An anniversary is told on the day or some weeks around it.
_AROUND = timedelta(days=31)


def days_before_anniversary(trigger: Token, news: DateInterval) -> DateInterval | None:
    """Return the days of an event told by its anniversary, None for others.

    Args:
        trigger: The noun for the event: "fall" of "the second anniversary of the fall of A".
        news: The days of the news.
    """
    day = news.latest
    above = next((t for t in climb(trigger) if t.lemma_.lower() == "anniversary"), None)
    if above is None or day is None or above.i > trigger.i or trigger.dep_ != "pobj":
        return None
    years = next((n for c in above.children if (n := _number(c.lower_))), 0)
    if not years:
        return DateInterval(None, _years_before(day, 1) + _AROUND)
    then = _years_before(day, years)
    return DateInterval(then - _AROUND, then + _AROUND)


def _number(word: str) -> int:
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() and digits != word else _ORDINALS.get(word, 0)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
