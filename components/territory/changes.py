"""Where another state or party comes to be shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from components.control import SIDE_CHANGED
from components.records import ControlInterval

_TAKEN = frozenset({"captured", "transferred", "lost"})


@dataclass(frozen=True, slots=True)
class Change:
    """A place's state giving way to another.

    Args:
        day: First day on which the new state is shown.
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
        """Whether it may have happened on another day too."""
        return not self.interval.start.is_exact

    @property
    def is_certain_by(self) -> bool:
        """Whether it has happened by its day, that day or an earlier one."""
        return self.interval.start.latest is not None and self.interval.start.latest <= self.day


def changes_of(
    row: tuple[ControlInterval, ...],
    shown: Sequence[date],
    parties_of: Callable[[ControlInterval], tuple[str, ...]],
    kinds_of: Callable[[ControlInterval], set[str]],
) -> Iterator[Change]:
    """Yield where a place shows another state or party, not just another standing.

    Args:
        row: The place's intervals in order.
        shown: First day on which each is shown.
        parties_of: Who is shown for an interval.
        kinds_of: Kinds of the claims that speak for an interval.
    """
    before: ControlInterval | None = None
    holders: set[str] = set()
    held: list[set[str]] = []
    looked: tuple[str, set[str]] | None = None
    for interval, day in zip(row, shown, strict=True):
        parties = set(parties_of(interval))
        if interval.start.earliest and looked != (interval.state, parties):
            # A holder that goes over to another side takes its places along; nobody took them.
            taken = (
                interval.state == "held" and holders != parties and interval.rule != SIDE_CHANGED
            )
            taken = taken and (bool(holders) or _says_taken(interval, kinds_of))
            yield Change(day, interval.place_id, interval, before, taken, parties in held)
        if interval.state == "held":
            holders = parties
            held.append(parties)
        before, looked = interval, (interval.state, parties)


def _says_taken(interval: ControlInterval, kinds_of: Callable[[ControlInterval], set[str]]) -> bool:
    return interval.standing != "inferred" and bool(kinds_of(interval) & _TAKEN)
