"""Since when a party can have held a place of which only its loss is told."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from components.records import Actor, Claim, ControlInterval, DateInterval

Row = tuple[ControlInterval, ...]
Bloc = Callable[[str, date | None], str]


def first_named(claims: Iterable[Claim], bloc: Bloc) -> dict[str, date]:
    """Return the first day for which any report names each party, groups and their blocs."""
    found: dict[str, date] = {}
    for claim in claims:
        day = claim.event.earliest or claim.event.latest or claim.reported.latest
        if day is None:
            continue
        for party in claim.parties:
            for name in {party.actor_id, bloc(party.actor_id, day)}:
                if name not in found or day < found[name]:
                    found[name] = day
    return found


def begun(
    rows: Mapping[str, Row],
    heard: Mapping[str, Sequence[Claim]],
    actors: Mapping[str, Actor],
    bloc: Bloc,
) -> dict[str, Row]:
    """Return the rows with no party inferred to hold a place before it is heard of anywhere.

    "Taken from Islamic State" tells who held a town the day before, not three years earlier,
    when nobody had reported of such a group. A government was there before any report, and
    comes back to a place untold. Any other party is not shown on days for which another is
    known to have come: the known holder is shown until the inferred one must have been there.
    """
    named = first_named((claim for claims in heard.values() for claim in claims), bloc)
    return {place: _begun(row, named, actors, bloc) for place, row in rows.items()}


def _begun(row: Row, named: Mapping[str, date], actors: Mapping[str, Actor], bloc: Bloc) -> Row:
    changed = list(row)
    for number, interval in enumerate(row):
        start = _start(interval, named, actors, bloc, _between(row, number))
        if start is not None:
            changed[number] = replace(changed[number], start=start)
            if number:
                changed[number - 1] = replace(changed[number - 1], end=start)
    return row if changed == list(row) else tuple(changed)


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


def _start(
    interval: ControlInterval,
    named: Mapping[str, date],
    actors: Mapping[str, Actor],
    bloc: Bloc,
    between: DateInterval | None,
) -> DateInterval | None:
    """Return the later beginning of an inferred stretch, None where it can stay as it is."""
    if interval.standing != "inferred" or interval.start.latest is None:
        return None
    earliest, latest = interval.start.earliest, interval.start.latest
    sides = {name for h in interval.holder_ids for name in (h, bloc(h, latest))}
    if any(_ruled_before(name, named, actors) for name in sides):
        return None
    if between is not None:
        return None if between == interval.start else between
    days = [
        day
        for holder in interval.holder_ids
        for day in (named.get(holder), named.get(bloc(holder, latest)))
        if day
    ]
    if not days:
        return None
    first = min(*days, latest)
    return None if earliest and earliest >= first else DateInterval(first, latest)


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
