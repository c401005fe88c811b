"""Every place's states over time, asked day by day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import pandas as pd

from components.actors import bloc_of
from components.control import (
    is_undated,
    number_on,
    possible_since,
    shown_from,
    without_undated,
)
from components.records import Basis, Claim, ControlInterval, PlaceState, Snapshot
from components.territory.beginnings import begun
from components.territory.bounds import timeline_bounds, without_later_turns
from components.territory.changes import Change, changes_of
from components.territory.endings import until_gone
from components.territory.heard import Folded, fold_world, refold
from components.territory.selection import (
    WHOLE,
    Selection,
    Voice,
    publisher_of,
    voice_of,
    voices,
)
from components.territory.world import World

_CHANGED_DAYS = 7
_WITHOUT_DAY = date(2000, 1, 1)


class History:
    """The states of every place, by the chosen sources and what could be known by a day.

    Args:
        world: What has been read.
        selection: Which of it is heard.
        previous: A history of the same selection; only places of which other claims are heard
            now are folded again.
    """

    def __init__(
        self, world: World, selection: Selection = WHOLE, previous: "History | None" = None
    ) -> None:
        self.world = world
        self.selection = selection
        self._bloc = bloc_of(world.actors, world.memberships)
        if previous is not None and previous.can_be_continued(world, selection):
            self.folded: Folded = refold(previous.folded, world, self._bloc)
        else:
            self.folded = fold_world(world, selection, self._bloc)
        self._heard = self.folded.heard

    def can_be_continued(self, world: World, selection: Selection) -> bool:
        """Whether another world of this selection differs in claims only.

        A place that is new to a world may lie in an area that is said to be held whole.
        """
        known = self.world.actors
        return (
            selection == self.selection
            and (not self._has_whole_areas or world.places.keys() == self.world.places.keys())
            and world.memberships == self.world.memberships
            and all(world.actors.get(i) == known[i] for i in known)
        )

    @property
    def known_by(self) -> date | None:
        """Last day whose reports are heard; None hears all."""
        return self.selection.known_by

    @property
    def factions(self) -> bool:
        """Whether the groups of a coalition are kept apart."""
        return self.selection.factions

    @property
    def stale_after_days(self) -> int:
        """After how many days without a report a state is old news."""
        return self.selection.stale_after_days

    @cached_property
    def _has_whole_areas(self) -> bool:
        return any(c.whole for c in self.world.claims)

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {c.id: c for c in self.world.claims}

    @cached_property
    def heard(self) -> tuple[Claim, ...]:
        """Claims of the chosen sources whose report had certainly appeared by `known_by`."""
        known = tuple(filter(self.selection.is_known, self.world.claims))
        if self.selection.is_whole:
            return known
        return tuple(filter(self.selection.chooser(self.world), known))

    @cached_property
    def _by_place(self) -> Mapping[str, tuple[ControlInterval, ...]]:
        """The intervals of each place, without what only calendars of coalitions tell of later."""
        last = self.last_day
        rows = {p: without_later_turns(row, last) for p, row in self.folded.rows.items()}
        rows = begun(
            rows, self._heard, self.world.actors, self._bloc, self.selection.stale_after_days
        )
        return until_gone(rows, self.world.ended, self._claims, self._bloc, last)

    @cached_property
    def _bounds(self) -> tuple[date, date]:
        otherwise = self.known_by or _WITHOUT_DAY
        return timeline_bounds(self.folded.rows.values(), self.heard, otherwise)

    @property
    def first_day(self) -> date:
        """First day of the timeline: a little before the first change."""
        return self._bounds[0]

    @property
    def last_day(self) -> date:
        """Last day of the timeline: the last event or report that has a day."""
        return self._bounds[1]

    @property
    def place_ids(self) -> tuple[str, ...]:
        """Places that have a state on some day."""
        return tuple(self._by_place)

    def intervals(self, place_id: str) -> tuple[ControlInterval, ...]:
        """Return a place's intervals in order; empty when no counted claim speaks of it."""
        return self._by_place.get(place_id, ())

    @cached_property
    def _shown_from(self) -> Mapping[str, tuple[date, ...]]:
        return {place_id: shown_from(row) for place_id, row in self._by_place.items()}

    def shown_from(self, place_id: str) -> tuple[date, ...]:
        """Return the first day on which each of a place's intervals is shown."""
        return self._shown_from.get(place_id, ())

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
        """Return the name of a party in a table ("Government").

        What tells it from its namesakes ("(Assad)") is left out while none of them occurs.
        """
        actor = self.world.actors.get(party_id)
        if actor is None:
            return party_id
        plain = plain_name(actor.name)
        return plain if self._namesakes[plain] <= {actor.name} else actor.name

    @cached_property
    def _namesakes(self) -> Mapping[str, set[str]]:
        """The whole names of actors that occur, by their names without what tells them apart."""
        actors = self.world.actors
        shown = {party for row in self._by_place.values() for i in row for party in self.parties(i)}
        named = {p.actor_id for c in self.world.claims if c.counted for p in c.parties}
        found: defaultdict[str, set[str]] = defaultdict(set)
        for actor_id in shown | named:
            if actor_id in actors:
                found[plain_name(actors[actor_id].name)].add(actors[actor_id].name)
        return found

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
        row = self.intervals(place_id)
        shown = self._shown_from.get(place_id, ())
        number = number_on(shown, day)
        if number < 0:
            return None
        interval = row[number]
        known = (interval.state, set(self.parties(interval)))
        possible = tuple(
            later
            for later in possible_since(row, number, day)
            if (later.state, set(self.parties(later))) != known
        )
        return PlaceState(
            interval,
            date_uncertain=bool(possible) or _may_begin_later(interval, day),
            stale=self._is_stale(interval, day),
            changed=_is_recent(interval, shown[number], day),
            possible=possible,
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
        found = (
            change
            for place_id, row in self._by_place.items()
            for change in changes_of(row, self._shown_from[place_id], self.parties, self._kinds)
        )
        return tuple(sorted(found, key=lambda c: (c.day, c.place_id)))

    def _kinds(self, interval: ControlInterval) -> set[str]:
        return {c.kind for c in self.claims(interval.claim_ids)}

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
        for place_id, row in self._by_place.items():
            number = number_on(self._shown_from[place_id], day)
            if number >= 0:
                for party in self.counted_as(row[number]):
                    counts[party] = counts.get(party, 0) + 1
        return counts

    def counted_as(self, interval: ControlInterval) -> tuple[str, ...]:
        """Return what a place counts as in a balance: its holders, else the name of its state."""
        return self.parties(interval) if interval.state == "held" else (interval.state,)

    def reports(self) -> "pd.Series[int]":
        """Return the number of claims reported on each day of the timeline (the last possible).

        Reports of which no day is known are in none.
        """
        last = self.last_day
        days = Counter(
            c.reported.latest for c in self.heard if c.reported.latest and c.reported.latest <= last
        )
        return pd.Series(dict(sorted(days.items())), dtype="int64", name="claims")

    def not_counted(self, place_id: str) -> tuple[Claim, ...]:
        """Return the heard claims on a place that must not colour the map."""
        return tuple(c for c in self._heard.get(place_id, ()) if not c.counted)

    def left_out(self, place_id: str | None = None) -> tuple[Claim, ...]:
        """Return the counted claims that the choice of sources leaves out, of all places if None.

        They are neither for nor against nor uncounted: by the chosen sources they were never
        said. Claims that were not known yet are not among them, see `later`.
        """
        if self.selection.is_whole:
            return ()
        chosen = self.selection.chooser(self.world)
        known = filter(self.selection.is_known, self._about(place_id))
        return tuple(c for c in known if c.counted and not chosen(c))

    def later(self, place_id: str | None = None) -> tuple[Claim, ...]:
        """Return what the chosen sources said only after `known_by`, in the order of reports."""
        if self.known_by is None:
            return ()
        chosen = self.selection.chooser(self.world)
        found = [c for c in self._about(place_id) if not self.selection.is_known(c) and chosen(c)]
        return tuple(sorted(found, key=lambda c: (c.reported.latest or date.max, c.evidence)))

    def undated(self, place_id: str | None = None) -> tuple[Claim, ...]:
        """Return the heard, counted claims that are of any day up to that of their report."""
        places = self._heard if place_id is None else {place_id: self._heard.get(place_id, ())}
        return tuple(c for row in places.values() for c in row if c.counted and is_undated(c))

    def unplaced_in_time(self, place_id: str) -> tuple[Claim, ...]:
        """Return the undated claims on a place that no state cites, for others are dated."""
        row = [c for c in self._heard.get(place_id, ()) if c.counted]
        used = {c.id for c in without_undated(row)}
        return tuple(c for c in row if c.id not in used)

    def _about(self, place_id: str | None) -> Iterable[Claim]:
        if place_id is None:
            return self.world.claims
        return (c for c in self.world.claims if c.place_id == place_id)

    @cached_property
    def voices(self) -> tuple[Voice, ...]:
        """Whose word the world's counted claims are, chosen or not, most claims first."""
        return voices(self.world.claims, lambda c: voice_of(c, self.world))

    @cached_property
    def publishers(self) -> tuple[Voice, ...]:
        """Who published the world's counted claims, chosen or not, most claims first."""
        return voices(self.world.claims, lambda c: publisher_of(c, self.world))

    @cached_property
    def basis_counts(self) -> Mapping[Basis, int]:
        """How many counted claims of the world come from each kind of source."""
        return Counter(c.attribution.basis for c in self.world.claims if c.counted)

    def _is_stale(self, interval: ControlInterval, day: date) -> bool:
        last = self.last_report(interval)
        start = interval.start.latest
        spoken = max((d for d in (last, start) if d), default=None)
        return spoken is not None and (day - spoken).days > self.stale_after_days


def plain_name(name: str) -> str:
    """Return a name without what stands in brackets at its end."""
    return name.partition(" (")[0] if name.endswith(")") else name


def _may_begin_later(interval: ControlInterval, day: date) -> bool:
    """Whether a state that is shown may not have begun yet; what was before any report has."""
    first, last = interval.start.earliest, interval.start.latest
    if first is None and interval.standing == "inferred":
        return False
    return last is None or day < last


def _is_recent(interval: ControlInterval, shown: date, day: date) -> bool:
    first, last = interval.start.earliest, interval.start.latest
    if first is None or last is None or (last - first).days >= _CHANGED_DAYS:
        return False
    return 0 <= (day - shown).days < _CHANGED_DAYS


def build_history(
    world: World,
    selection: Selection | None = None,
    *,
    previous: History | None = None,
    known_by: date | None = None,
    stale_after_days: int = 900,
    factions: bool = False,
) -> History:
    """Fold a world's claims into its history.

    Args:
        world: What has been read.
        selection: Which of it is heard; None makes one of the last three arguments.
        previous: See `History`.
        known_by: See `Selection`.
        stale_after_days: See `Selection`.
        factions: See `Selection`.
    """
    asked = selection or Selection(
        known_by=known_by, stale_after_days=stale_after_days, factions=factions
    )
    return History(world, asked, previous)
