"""What becomes of a government's holds once that government is gone."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from components.records import Claim, ControlInterval, DateInterval

Row = tuple[ControlInterval, ...]
GONE = "government gone"


def until_gone(
    rows: Mapping[str, Row],
    ended: Mapping[str, date],
    claims: Mapping[str, Claim],
    bloc: Callable[[str, date | None], str],
    last_day: date,
) -> dict[str, Row]:
    """Return the rows with no government holding a place after the last day of its rule.

    Nobody may have reported on a small town when a government fell: from the next day on it is
    unknown who holds it, not held by those who are gone, nor by whoever brought them down.
    What a report dates later still stands as it is told.

    Args:
        rows: The intervals of each place.
        ended: The last day on which each government that has ended governed.
        claims: The claims behind the intervals, by id.
        bloc: Whom an actor counts with on a day.
        last_day: Last day of the timeline; what ends later is not known yet.
    """
    due = {actor: day for actor, day in ended.items() if day < last_day}
    if not due:
        return dict(rows)
    return {place: _until_gone(row, due, claims, bloc) for place, row in rows.items()}


def _until_gone(
    row: Row,
    ended: Mapping[str, date],
    claims: Mapping[str, Claim],
    bloc: Callable[[str, date | None], str],
) -> Row:
    found: list[ControlInterval] = []
    for interval in row:
        found.append(interval)
        last = _last_day(interval, ended, bloc)
        if last is None or _is_told_later(interval, last, claims):
            continue
        gone = DateInterval.on(last + timedelta(days=1))
        if interval.end is not None and not _is_after(interval.end, gone):
            continue
        found[-1] = replace(interval, end=gone)
        found.append(
            replace(
                interval,
                state="unknown",
                holder_ids=(),
                start=gone,
                standing="unknown",
                against_ids=(),
                rule=GONE,
            )
        )
    return tuple(found) if len(found) > len(row) else row


def _last_day(
    interval: ControlInterval,
    ended: Mapping[str, date],
    bloc: Callable[[str, date | None], str],
) -> date | None:
    """Return the last day of the rule of all who hold a place, None where one goes on."""
    if interval.state != "held" or not interval.holder_ids:
        return None
    days = [ended.get(h) or ended.get(bloc(h, interval.start.latest)) for h in interval.holder_ids]
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    last = max(known)
    begun = interval.start.latest
    return last if begun is None or begun <= last else None


def _is_told_later(interval: ControlInterval, last: date, claims: Mapping[str, Claim]) -> bool:
    told = (claims[i].event.earliest for i in interval.claim_ids if i in claims)
    return any(day is not None and day > last for day in told)


def _is_after(end: DateInterval, gone: DateInterval) -> bool:
    """Return whether a state may not have ended by the day after its holder was gone."""
    assert gone.latest is not None
    return end.earliest is not None and end.earliest > gone.latest
