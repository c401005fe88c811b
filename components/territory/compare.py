"""What differs between two days, or between two histories on one day."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from components.control import SIDE_CHANGED
from components.records import ControlInterval, PlaceState
from components.territory.history import History
from components.territory.words import joined


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that is not the same.

    Args:
        place_id: Entry of the gazetteer.
        before: What it shows first, None when nothing is known of it then.
        after: What it shows second, None like `before`.
        gained_by: Parties that hold it after and did not before.
        lost_by: Parties that held it before and do not after.
        words: What happened to it, to follow its name: "taken by the opposition".
    """

    place_id: str
    before: PlaceState | None
    after: PlaceState | None
    gained_by: tuple[str, ...]
    lost_by: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What a party gained and lost.

    Args:
        party_id: The party.
        gained: Places that it holds after and did not before.
        lost: Places that it held before and does not after.
        first_reported: How many of those gained had no state at all before.
    """

    party_id: str
    gained: int
    lost: int
    first_reported: int

    @property
    def net(self) -> int:
        """How many places more it holds than before."""
        return self.gained - self.lost


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs.

    Args:
        day_a: The first day.
        day_b: The second day.
        places: Places that show another state or other parties, by id.
        tallies: Parties that gained or lost any, those that gained most first.
        restated: Places with the same state and parties, known better or worse.
    """

    day_a: date
    day_b: date
    places: tuple[Difference, ...]
    tallies: tuple[Tally, ...]
    restated: tuple[Difference, ...]

    @property
    def newly_contested(self) -> tuple[Difference, ...]:
        """Places fought over on the second day and not on the first."""
        return self._newly("contested")

    @property
    def newly_disputed(self) -> tuple[Difference, ...]:
        """Places on which sources disagree on the second day and not on the first."""
        return self._newly("disputed")

    def _newly(self, state: str) -> tuple[Difference, ...]:
        return tuple(
            d
            for d in self.places
            if d.after
            and d.after.interval.state == state
            and not (d.before and d.before.interval.state == state)
        )

    @property
    def by_gainer(self) -> tuple[tuple[str, tuple[Difference, ...]], ...]:
        """Places by who gained them, most first; at the end, under "", those nobody gained."""
        groups: defaultdict[str, list[Difference]] = defaultdict(list)
        for difference in self.places:
            for party in difference.gained_by or ("",):
                groups[party].append(difference)
        order = sorted(groups, key=lambda p: (not p, -len(groups[p]), p))
        return tuple((party, tuple(groups[party])) for party in order)


def changes_between(history: History, day_a: date, day_b: date) -> Comparison:
    """Return how the second day differs from the first, whichever comes first in time."""
    return _compared(history, history, day_a, day_b)


def compare_histories(before: History, after: History, day: date) -> Comparison:
    """Return how a day differs between two histories: known by two days, or from two choices."""
    return _compared(before, after, day, day)


def _compared(one: History, two: History, day_a: date, day_b: date) -> Comparison:
    places: list[Difference] = []
    restated: list[Difference] = []
    for place_id in sorted({*one.place_ids, *two.place_ids}):
        before, after = one.state(place_id, day_a), two.state(place_id, day_b)
        shown_before, shown_after = _shown(one, before), _shown(two, after)
        if shown_before != shown_after:
            places.append(_difference(two, place_id, before, after))
        elif before and after and before.interval.standing != after.interval.standing:
            restated.append(_restated(place_id, before, after))
    return Comparison(day_a, day_b, tuple(places), _tallies(places), tuple(restated))


def _shown(history: History, state: PlaceState | None) -> tuple[str, frozenset[str]] | None:
    if state is None:
        return None
    return state.interval.state, frozenset(history.parties(state.interval))


def _holders(history: History, state: PlaceState | None) -> tuple[str, ...]:
    if state is None or state.interval.state != "held":
        return ()
    return history.parties(state.interval)


def _difference(
    history: History, place_id: str, before: PlaceState | None, after: PlaceState | None
) -> Difference:
    held, holds = _holders(history, before), _holders(history, after)
    gained = tuple(p for p in holds if p not in held)
    lost = tuple(p for p in held if p not in holds)
    words = _words(history, before, after)
    return Difference(place_id, before, after, gained, lost, words)


def _words(history: History, before: PlaceState | None, after: PlaceState | None) -> str:
    if after is None:
        return "no report speaks of it"
    now = after.interval
    names = [history.phrase(p) for p in history.parties(now)]
    if now.state == "unknown":
        return _left(history, before)
    if now.state == "contested":
        return ", ".join(["fought over", *filter(None, [joined(names)])])
    if now.state == "disputed":
        return ": ".join(["sources disagree", *filter(None, [joined(names, "or")])])
    return _held(history, before, now, joined(names))


def _held(history: History, before: PlaceState | None, now: ControlInterval, who: str) -> str:
    if before is None:
        return f"first reported: held by {who}"
    if _was_fought_by(history, before.interval, now):
        return f"held by {who} after fighting"
    if now.rule == SIDE_CHANGED:
        return f"counted with {who}, as its holder is from then on"
    return f"held by {who}, inferred" if now.standing == "inferred" else f"taken by {who}"


def _left(history: History, before: PlaceState | None) -> str:
    losers = joined(history.phrase(p) for p in _holders(history, before))
    return f"lost by {losers}, nobody named since" if losers else "nobody named as holding it"


def _was_fought_by(history: History, before: ControlInterval, now: ControlInterval) -> bool:
    """Whether who holds it now is shown among those who fought for it or were named before."""
    if before.state not in {"contested", "disputed"}:
        return False
    return set(history.parties(now)) <= set(history.parties(before))


def _restated(place_id: str, before: PlaceState, after: PlaceState) -> Difference:
    words = {
        "corroborated": "two or more sources say so",
        "claimed": "one side says so",
        "inferred": "inferred",
    }.get(after.interval.standing, "known otherwise")
    return Difference(place_id, before, after, (), (), words)


def _tallies(places: Iterable[Difference]) -> tuple[Tally, ...]:
    gained: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    first: Counter[str] = Counter()
    for place in places:
        gained.update(place.gained_by)
        lost.update(place.lost_by)
        if place.before is None:
            first.update(place.gained_by)
    parties = sorted({*gained, *lost}, key=lambda p: (-gained[p], lost[p], p))
    return tuple(Tally(p, gained[p], lost[p], first[p]) for p in parties)
