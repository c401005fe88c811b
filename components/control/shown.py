"""Which state of a place a day shows: one rule for the map, the counts, the lists and exports.

A change dated from a to b is possible from a and certain from b. On the days in between the
place shows what it was before, for that is known and the change is not; what may have come
since stands beside it. Two kinds of states are shown from their first possible day, since
neither is a sure colour: a fight, which leaves open who holds the place, and a holder who is
only inferred, who held it "just before" and for as long as nothing else is known. So is the
first state of a place, before which nothing is known.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta

from components.records import ControlInterval

_DAY = timedelta(days=1)


def shown_from(row: Sequence[ControlInterval]) -> tuple[date, ...]:
    """Return the first day on which each interval of a place is shown, in order.

    Each is one of the days on which the state may have begun, later than the one before it,
    so that every state is shown on a day at least; `date.min` for what held before any report.
    """
    days: list[date] = []
    for interval in row:
        first = interval.start.earliest or date.min
        if not days:
            days.append(first)
        elif interval.state == "contested" or interval.standing == "inferred":
            days.append(max(first, days[-1] + _DAY))
        else:
            days.append(max(interval.start.latest or first, days[-1] + _DAY))
    return tuple(days)


def number_on(shown: Sequence[date], day: date) -> int:
    """Return the number of the interval shown on a day, -1 before the first.

    Args:
        shown: What `shown_from` returns for the place.
        day: The day.
    """
    return bisect_right(shown, day) - 1


def interval_on(row: Sequence[ControlInterval], day: date) -> ControlInterval | None:
    """Return the interval of a place that a day shows, None before any."""
    at = number_on(shown_from(row), day)
    return row[at] if at >= 0 else None


def possible_since(
    row: Sequence[ControlInterval], number: int, day: date
) -> tuple[ControlInterval, ...]:
    """Return the later intervals of a place that may have begun by a day.

    Args:
        row: The intervals of the place.
        number: The one that the day shows.
        day: The day.
    """
    later = row[number + 1 :]
    return tuple(i for i in later if i.start.earliest is not None and i.start.earliest <= day)
