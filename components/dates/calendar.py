"""Months, seasons, years and their parts as intervals of days."""

from calendar import monthrange
from datetime import date, timedelta

from components.records import DateInterval

FIRST_YEAR, LAST_YEAR = 1000, 2199
"""Years that a text may name; outside them a number of four digits is no year."""

SEASON_MONTHS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First month of each season (northern); each lasts three."""


def _within(year: int) -> int:
    return min(max(year, 1), 9999)


def month_of(year: int, month: int) -> DateInterval:
    """Return the days of a month; `month` may lie outside 1 to 12 and then counts on."""
    year, month = _within(year + (month - 1) // 12), (month - 1) % 12 + 1
    return DateInterval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_of(year: int, first: int, last: int) -> DateInterval:
    """Return the days from the first month to the last, both included."""
    return hull(month_of(year, first), month_of(year, last))


def year_of(year: int) -> DateInterval:
    """Return the days of a year."""
    year = _within(year)
    return DateInterval(date(year, 1, 1), date(year, 12, 31))


def decade_of(year: int) -> DateInterval:
    """Return the ten years that begin with `year`."""
    return DateInterval(date(_within(year), 1, 1), date(_within(year + 9), 12, 31))


def century_of(number: int) -> DateInterval:
    """Return a century: the 20th is 1901 to 2000."""
    return DateInterval(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31))


def season_of(name: str, year: int, *, into_next: bool = False) -> DateInterval:
    """Return the days of a season.

    "The winter of 1942" may be the one that 1942 began with or the one it ended with:
    the interval holds both, unless `into_next` says that it reached into the next year.
    """
    first = SEASON_MONTHS[name]
    if name == "winter" and not into_next:
        return months_of(year, 1, 14)
    return months_of(year, first, first + 2)


def week_of(day: date) -> DateInterval:
    """Return the week, Monday to Sunday, that holds a day."""
    monday = moved(day, -day.weekday())
    return DateInterval(monday, moved(monday, 6))


def on_day(year: int, month: int, day: int) -> DateInterval | None:
    """Return the interval of one day, or None where the calendar has no such day."""
    try:
        return DateInterval.on(date(year, month, day))
    except ValueError:
        return None


def shift(interval: DateInterval, days: int) -> DateInterval:
    """Move both ends by a number of days; open ends stay open."""
    return DateInterval(
        moved(interval.earliest, days) if interval.earliest else None,
        moved(interval.latest, days) if interval.latest else None,
    )


def moved(day: date, days: int) -> date:
    """Return the day some days on (back, if negative), at most the calendar's first or last."""
    ordinal = day.toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


_PARTS = {
    # first and last share of the whole
    "early": (0, 1 / 3),
    "mid": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "start": (0, 1 / 4),
    "end": (3 / 4, 1),
}


def part_of(whole: DateInterval, part: str) -> DateInterval:
    """Return a part ("early", "end", "2/4" for the second quarter) of an interval with two ends.

    Thirds of a month are the 1st to 10th, 11th to 20th and the rest, thirds of a year four
    months each, as newspapers use the words; everything else is cut by its length.
    """
    if "/" in part:
        number, count = map(int, part.split("/"))
        low, high = (number - 1) / count, number / count
    elif part in _PARTS:
        low, high = _PARTS[part]
    else:
        return whole
    if whole.earliest is None or whole.latest is None:
        return whole
    length = (whole.latest - whole.earliest).days + 1
    if 28 <= length <= 31 and part in {"early", "mid", "late"}:
        ends = {"early": (0, 10), "mid": (10, 20), "late": (20, length)}[part]
    elif 365 <= length <= 366:
        months = round(low * 12), round(high * 12)
        year = whole.earliest.year
        return months_of(year, months[0] + 1, months[1])
    else:
        # The parts overlap a little: nobody counts days when writing "mid".
        ends = int(low * length), min(length, int(high * length) + 1)
    first = whole.earliest + timedelta(days=ends[0])
    return DateInterval(first, whole.earliest + timedelta(days=max(ends[1], ends[0] + 1) - 1))


def hull(one: DateInterval, other: DateInterval) -> DateInterval:
    """Return the smallest interval that holds both."""
    earliest = (
        None
        if one.earliest is None or other.earliest is None
        else min(one.earliest, other.earliest)
    )
    latest = None if one.latest is None or other.latest is None else max(one.latest, other.latest)
    return DateInterval(earliest, latest)
