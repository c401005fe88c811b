"""Since when a party can have held a place of which only its loss is told."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from components.records import Actor, Claim, ControlInterval, DateInterval

Row = tuple[ControlInterval, ...]
Bloc = Callable[[str, date | None], str]


def first_named(claims: Iterable[Claim], bloc: Bloc) -> dict[str, date]:
    """Return the first day for which any report names each party, groups and their blocs."""
    days: defaultdict[str, set[date]] = defaultdict(set)
    for claim in claims:
        day = claim.event.earliest or claim.event.latest or claim.reported.latest
        if day is not None:
            for party in claim.parties:
                days[party.actor_id].add(day)
    found: dict[str, date] = {}
    for actor_id, named in days.items():
        for day in sorted(named):
            found[actor_id] = min(found.get(actor_id, day), day)
            whole = bloc(actor_id, day)
            found[whole] = min(found.get(whole, day), day)
    return found


def begun(
    rows: Mapping[str, Row],
    heard: Mapping[str, Sequence[Claim]],
    actors: Mapping[str, Actor],
    bloc: Bloc,
    reach_days: int,
) -> dict[str, Row]:
    """Return the rows with no party inferred to hold a place before it is heard of anywhere.

    "Taken from Islamic State" tells who held a town the day before, not three years earlier,
    when nobody had reported of such a group. A government was there before any report, and
    comes back to a place untold. Any other party is not shown on days for which another is
    known to have come: the known holder is shown until the inferred one must have been there.

    Args:
        rows: The folded rows by place.
        heard: The claims by place.
        actors: The actors by id.
        bloc: Whom an actor counts with on a day.
        reach_days: For how many days before its loss a party is inferred to have held a place.
    """
    named = first_named((claim for claims in heard.values() for claim in claims), bloc)
    ruled = cache(lambda name: _ruled_before(name, named, actors))
    return {place: _begun(row, named, ruled, bloc, reach_days) for place, row in rows.items()}


def _begun(
    row: Row,
    named: Mapping[str, date],
    ruled: Callable[[str], bool],
    bloc: Bloc,
    reach_days: int,
) -> Row:
    changed: list[ControlInterval] | None = None
    for number, interval in enumerate(row):
        if interval.standing != "inferred" or interval.start.latest is None:
            continue
        sides = {n for h in interval.holder_ids for n in (h, bloc(h, interval.start.latest))}
        if any(map(ruled, sides)):
            continue
        start = _between(row, number) or _first_heard(interval.start, sides, named, reach_days)
        if start is not None and start != interval.start:
            changed = changed or list(row)
            changed[number] = replace(changed[number], start=start)
            if number:
                changed[number - 1] = replace(changed[number - 1], end=start)
    return tuple(changed) if changed else row


def _between(row: Row, number: int) -> DateInterval | None:
    """Return the last days for a stretch to begin on after a known holder, None after no such."""
    if not number or number + 1 == len(row):
        return None
    before, own, after = row[number - 1], row[number].start, row[number + 1].start
    if before.state != "held" or before.standing == "inferred":
        return None
    if own.latest is None or after.earliest is None:
        return None
    # It must have a day before the next state, which may itself begin on one of several.
    return DateInterval(min(own.latest, after.earliest - timedelta(days=1)), own.latest)


def _first_heard(
    start: DateInterval, sides: Iterable[str], named: Mapping[str, date], reach_days: int
) -> DateInterval | None:
    """Return days that begin neither before a side is named nor too long ago, None if they do."""
    assert start.latest, "asked of a stretch with a last possible day"
    days = [named[side] for side in sides if side in named]
    if not days:
        return None
    reach = start.latest.toordinal() - reach_days
    first = max(min(*days, start.latest), date.fromordinal(max(1, reach)))
    return None if start.earliest and start.earliest >= first else DateInterval(first, start.latest)


def _ruled_before(name: str, named: Mapping[str, date], actors: Mapping[str, Actor]) -> bool:
    """Return whether a party is a government, and no successor of one that was named earlier."""
    actor = actors.get(name)
    if actor is None or actor.kind != "government":
        return False
    own = named.get(name, date.max)
    return not any(
        day < own and other.kind == "government" and other.country == actor.country != ""
        for other_id, day in named.items()
        if (other := actors.get(other_id)) and other_id != name
    )
