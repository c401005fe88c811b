"""First and last day of the timeline."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from components.control import SIDE_CHANGED, is_undated
from components.records import Claim, ControlInterval, DateInterval

# A day known no better than this bounds nothing: an article without a date may have been
# written on any day up to the one on which it was given to Whoheld.
_WIDEST_DAYS = 400
_MARGIN_DAYS = 7


def timeline_bounds(
    rows: Iterable[tuple[ControlInterval, ...]], heard: Iterable[Claim], otherwise: date
) -> tuple[date, date]:
    """Return the first and last day of the timeline: a little before the first change to the last.

    Args:
        rows: The intervals of each place.
        heard: The claims that are heard.
        otherwise: The day to show when nothing has one.
    """
    claims = tuple(heard)
    dated = [c for c in claims if not is_undated(c)]
    ids = {c.id for c in dated}
    starts = [
        interval.start
        for row in rows
        for interval in row
        if interval.rule != SIDE_CHANGED and ids.intersection(interval.claim_ids)
    ]
    reports = [c.reported for c in dated]
    if not dated:
        starts, reports = [i.start for row in rows for i in row], [c.reported for c in claims]
    last = [_end(days) for days in (*starts, *reports)]
    first = [d for days in starts if (d := days.earliest or days.latest)]
    known = [d for d in last if d]
    if not known:
        return otherwise, otherwise
    start, end = min(first or known), max(known)
    margin = min(max(_MARGIN_DAYS, (end - start).days // 50), (start - date.min).days)
    return start - timedelta(days=margin), end


def without_later_turns(
    row: tuple[ControlInterval, ...], last_day: date
) -> tuple[ControlInterval, ...]:
    """Return the intervals of a place without changes of sides after the end of the timeline.

    They are known from the calendar of coalitions, not from a report.
    """
    kept = len(row)
    while kept > 1 and row[kept - 1].rule == SIDE_CHANGED:
        start = row[kept - 1].start.earliest
        if start is None or start <= last_day:
            break
        kept -= 1
    return row if kept == len(row) else (*row[: kept - 1], replace(row[kept - 1], end=None))


def _end(days: DateInterval) -> date | None:
    """Return the last of these days, or the first where the last is no more than a bound."""
    if days.earliest and days.latest and (days.latest - days.earliest).days > _WIDEST_DAYS:
        return days.earliest
    return days.latest or days.earliest
