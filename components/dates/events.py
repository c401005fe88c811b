"""From what a sentence says of the time to the days on which its event may have happened."""

import re
from datetime import date

from components.dates.calendar import moved, shift
from components.dates.expressions import DateExpression
from components.records import DateInterval

_COUNTED_ON = re.compile(r"\b(?:next|following|later|after)\b", re.IGNORECASE)
NEWS_DAYS = 3
"""How many days before its report an event without a date may lie, when it is the news."""


def event_interval(
    expression: DateExpression | None,
    reported: DateInterval,
    *,
    is_news: bool = True,
    not_before: date | None = None,
) -> DateInterval:
    """Return the days on which an event that is told in the past may have happened.

    How a claim is dated:
    1. Choose the expression that belongs to the event: in its clause, else leading its
       sentence ("In 2011, ..."), never one that hangs on *said*. None if there is none.
    2. Call this. "On", "in" and "since" give the days of the expression; "by" and "until" end
       with it; "before" ends the day before it, "after" begins the day after it.
    3. For what went on before the event ("after three days of clashes"), shift the result
       with `before(interval, duration.days)`.

    Args:
        expression: The chosen expression, or None.
        reported: Days of report, best from `narrow_reported`: then its `earliest` is the last
            dated event that the text tells.
        is_news: Whether an event without a date is what the article reports (its lead, a
            past or present perfect), not background that may lie anywhere before.
        not_before: A day before which it did not happen, where the text tells one ("by
            the 14th" after "on the 10th"); closes an open start.

    Returns:
        Without a date: the days from `NEWS_DAYS` before the report up to it, or, where the
        report is only known within bounds, all of these; background: any day up to the
        report. Never after the report, unless the expression itself states a year after it.
    """
    days = expression.interval if expression else _undated(reported, is_news=is_news)
    if expression and expression.relation in {"before", "after", "by", "until"}:
        days = expression.bounds
    elif expression and expression.basis != "stated":
        ahead = days.earliest and reported.latest and days.earliest > reported.latest
        if ahead and _COUNTED_ON.search(expression.text):
            # "The next day" counted from the report's own day, for want of another.
            days = _undated(reported, is_news=True)
        else:
            days = _not_after(days, reported.latest)
    if days.earliest is None and not_before:
        days = days.intersect(DateInterval(not_before, None)) or days
    return days.intersect(DateInterval(None, reported.latest)) or days


def before(interval: DateInterval, days: int) -> DateInterval:
    """Return the days that lie a number of days before those of an interval.

    The start of "three days of clashes" before a capture on 25 April is 22 April.
    """
    return shift(interval, -days)


def _not_after(days: DateInterval, report: date | None) -> DateInterval:
    """Return the days a year earlier where a year that was guessed puts them after the report."""
    if report is None or days.earliest is None or days.latest is None or days.earliest <= report:
        return days
    years = report.year - days.earliest.year
    for back in (years, years - 1):
        earlier = DateInterval(_in_year(days.earliest, back), _in_year(days.latest, back))
        if earlier.earliest is not None and earlier.earliest <= report:
            return earlier
    return days


def _in_year(day: date, years: int) -> date:
    """Return the day some years later; the last of February for the 29th."""
    last = day.day == 29 and day.month == 2
    return day.replace(year=day.year + years, day=28 if last else day.day)


def _undated(reported: DateInterval, *, is_news: bool) -> DateInterval:
    if not is_news:
        return DateInterval(None, reported.latest)
    if reported.is_exact and reported.latest:
        return DateInterval(moved(reported.latest, -NEWS_DAYS), reported.latest)
    return reported
