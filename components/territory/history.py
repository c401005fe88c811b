"""Every place's states over time, asked day by day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import pandas as pd

from components.actors import bloc_of
from components.control import fold, interval_on
from components.records import Claim, ControlInterval, PlaceState, Snapshot
from components.territory.world import World

_CHANGED_DAYS = 7


@dataclass(frozen=True, slots=True)
class Change:
    """A place's state giving way to another.

    Args:
        day: First day on which it is possible.
        place_id: Entry of the gazetteer.
        interval: The state from then on.
        before: The state before, None when none is known.
        is_of_hands: Another party holds the place than the last that did; a fight or a
            report that first names a holder is none.
        is_return: The party held the place before.
    """

    day: date
    place_id: str
    interval: ControlInterval
    before: ControlInterval | None
    is_of_hands: bool
    is_return: bool

    @property
    def is_uncertain(self) -> bool:
        """Whether it may have happened on a later day too."""
        return not self.interval.start.is_exact


class History:
    """The states of every place, by what could be known on `known_by`.

    Args:
        world: What has been read.
        known_by: Last day whose reports are heard; None hears all.
        stale_after_days: A state is old news when no report has spoken of it for longer.
        factions: Keep the groups of a coalition apart.
    """

    def __init__(
        self,
        world: World,
        *,
        known_by: date | None = None,
        stale_after_days: int = 900,
        factions: bool = False,
    ) -> None:
        self.world = world
        self.known_by = known_by
        self.stale_after_days = stale_after_days
        self.factions = factions
        self._bloc = bloc_of(world.actors, world.memberships)
        self._claims = {c.id: c for c in world.claims}
        self._by_place: dict[str, tuple[ControlInterval, ...]] = {}
        rows: dict[str, list[ControlInterval]] = {}
        folded = (
            fold(world.claims, known_by=known_by)
            if factions
            else fold(world.claims, known_by=known_by, bloc=self._bloc)
        )
        for interval in folded:
            rows.setdefault(interval.place_id, []).append(interval)
        self._by_place = {p: tuple(row) for p, row in rows.items()}

    @cached_property
    def heard(self) -> tuple[Claim, ...]:
        """Claims whose report had certainly appeared by `known_by`."""
        limit = self.known_by or date.max
        return tuple(c for c in self.world.claims if (c.reported.latest or date.min) <= limit)

    @cached_property
    def _bounds(self) -> tuple[date, date]:
        first, last = [], []
        for row in self._by_place.values():
            for interval in row:
                first += [d for d in (interval.start.earliest, interval.start.latest) if d][:1]
                last += [d for d in (interval.start.latest, interval.start.earliest) if d][:1]
        last += [c.reported.latest for c in self.heard if c.reported.latest]
        if not last:
            day = self.known_by or date(2000, 1, 1)
            return day, day
        start, end = min(first or last), max(last)
        margin = min(max(7, (end - start).days // 50), (start - date.min).days)
        return start - timedelta(days=margin), end

    @property
    def first_day(self) -> date:
        """First day of the timeline: a little before the first change."""
        return self._bounds[0]

    @property
    def last_day(self) -> date:
        """Last day of the timeline: the last event or report."""
        return self._bounds[1]

    @property
    def place_ids(self) -> tuple[str, ...]:
        """Places that have a state on some day."""
        return tuple(self._by_place)

    def intervals(self, place_id: str) -> tuple[ControlInterval, ...]:
        """Return a place's intervals in order; empty when no counted claim speaks of it."""
        return self._by_place.get(place_id, ())

    def claims(self, claim_ids: tuple[str, ...]) -> tuple[Claim, ...]:
        """Return the claims with these ids."""
        return tuple(self._claims[i] for i in claim_ids)

    def cited(self, interval: ControlInterval) -> tuple[Claim, ...]:
        """Return the claims that speak for a state, those that name it before its prelude.

        A capture lists the fighting that it decided; who asks why a place is held wants the
        capture first.
        """
        fought = interval.state == "contested"
        claims = self.claims(interval.claim_ids)
        return tuple(sorted(claims, key=lambda c: (c.kind == "contested") != fought))

    def last_report(self, interval: ControlInterval) -> date | None:
        """Return the last day on which a report spoke of this state."""
        days = [
            c.reported.latest
            for c in self.claims((*interval.claim_ids, *interval.against_ids))
            if c.reported.latest
        ]
        return max(days, default=None)

    def bloc(self, actor_id: str, day: date | None) -> str:
        """Return what an actor is shown as on a day: its bloc, or itself with factions apart."""
        return actor_id if self.factions else self._bloc(actor_id, day)

    def name(self, party_id: str) -> str:
        """Return the name of a party in a table ("Government")."""
        actor = self.world.actors.get(party_id)
        return actor.name if actor else party_id

    def phrase(self, party_id: str) -> str:
        """Return the name of a party inside a sentence ("the government")."""
        actor = self.world.actors.get(party_id)
        return (actor.phrase or actor.name) if actor else party_id

    def parties(self, interval: ControlInterval) -> tuple[str, ...]:
        """Return who is shown for an interval: blocs on that day, or the groups themselves."""
        if self.factions:
            return interval.holder_ids
        day = interval.start.latest or interval.start.earliest
        return tuple(dict.fromkeys(self._bloc(a, day) for a in interval.holder_ids))

    def state(self, place_id: str, day: date) -> PlaceState | None:
        """Return what the map shows of a place on a day, None before its first state."""
        interval = interval_on(self.intervals(place_id), day)
        if interval is None:
            return None
        return PlaceState(
            interval,
            date_uncertain=_is_uncertain(interval, day),
            stale=self._is_stale(interval, day),
            changed=_is_recent(interval, day),
        )

    def snapshot(self, day: date) -> Snapshot:
        """Return every place that has a state on a day."""
        states = (self.state(p, day) for p in self._by_place)
        return Snapshot(day, self.known_by or self.last_day, tuple(s for s in states if s))

    def changes(self, first: date, last: date) -> tuple[Change, ...]:
        """Return what changed from `first` to `last`, both included, in the order of days."""
        return tuple(c for c in self._changes if first <= c.day <= last)

    @cached_property
    def _changes(self) -> tuple[Change, ...]:
        found: list[Change] = []
        for row in self._by_place.values():
            found += self._changes_of(row)
        return tuple(sorted(found, key=lambda c: (c.day, c.place_id)))

    def _changes_of(self, row: tuple[ControlInterval, ...]) -> Iterator[Change]:
        """Yield where another state or party is shown, not just another standing."""
        before: ControlInterval | None = None
        holders: set[str] = set()
        held: list[set[str]] = []
        shown: tuple[str, set[str]] | None = None
        for interval in row:
            parties = set(self.parties(interval))
            day = interval.start.earliest
            if day and shown != (interval.state, parties):
                taken = interval.state == "held" and holders != parties
                taken = taken and (bool(holders) or self._says_taken(interval))
                yield Change(day, interval.place_id, interval, before, taken, parties in held)
            if interval.state == "held":
                holders = parties
                held.append(parties)
            before, shown = interval, (interval.state, parties)

    def _says_taken(self, interval: ControlInterval) -> bool:
        kinds = {c.kind for c in self.claims(interval.claim_ids)}
        return interval.standing != "inferred" and bool(kinds & {"captured", "transferred", "lost"})

    def balance(self, day: date, back_days: int = 30) -> pd.DataFrame:
        """Return how many places each party holds, and the change in so many days.

        Columns: party, held, change. After the parties come rows "contested", "disputed" and
        "unknown"; rows with nothing and no change are left out.
        """
        earlier = date.fromordinal(max(1, day.toordinal() - back_days))
        now, then = self._counts(day), self._counts(earlier)
        states = ["contested", "disputed", "unknown"]
        parties = sorted((set(now) | set(then)) - set(states), key=lambda p: (-now.get(p, 0), p))
        rows = [(p, now.get(p, 0), now.get(p, 0) - then.get(p, 0)) for p in [*parties, *states]]
        rows = [r for r in rows if r[1] or r[2]]
        return pd.DataFrame(rows, columns=["party", "held", "change"])

    def _counts(self, day: date) -> dict[str, int]:
        counts: dict[str, int] = {}
        for row in self._by_place.values():
            interval = interval_on(row, day)
            if interval:
                shown = self.parties(interval) if interval.state == "held" else (interval.state,)
                for party in shown:
                    counts[party] = counts.get(party, 0) + 1
        return counts

    def reports(self) -> "pd.Series[int]":
        """Return the number of claims reported on each day (the last possible one)."""
        days = Counter(c.reported.latest for c in self.heard if c.reported.latest)
        return pd.Series(dict(sorted(days.items())), dtype="int64", name="claims")

    def not_counted(self, place_id: str) -> tuple[Claim, ...]:
        """Return the claims on a place that must not colour the map."""
        return tuple(c for c in self.heard if c.place_id == place_id and not c.counted)

    def _is_stale(self, interval: ControlInterval, day: date) -> bool:
        last = self.last_report(interval)
        start = interval.start.latest
        spoken = max((d for d in (last, start) if d), default=None)
        return spoken is not None and (day - spoken).days > self.stale_after_days


def _is_uncertain(interval: ControlInterval, day: date) -> bool:
    first, last = interval.start.earliest, interval.start.latest
    if first is None and interval.standing == "inferred":
        return False
    return not interval.start.is_exact and (last is None or day < last)


def _is_recent(interval: ControlInterval, day: date) -> bool:
    first, last = interval.start.earliest, interval.start.latest
    if first is None or last is None or (last - first).days >= _CHANGED_DAYS:
        return False
    return 0 <= (day - first).days < _CHANGED_DAYS


def build_history(
    world: World,
    *,
    known_by: date | None = None,
    stale_after_days: int = 900,
    factions: bool = False,
) -> History:
    """Fold a world's claims into its history; see `History` for the arguments."""
    return History(world, known_by=known_by, stale_after_days=stale_after_days, factions=factions)
