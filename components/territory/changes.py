"""Where another state or party comes to be shown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from components.control import SIDE_CHANGED
from components.records import ControlInterval

_TAKEN = frozenset({"captured", "transferred", "lost"})


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


def changes_of(
    row: tuple[ControlInterval, ...],
    parties_of: Callable[[ControlInterval], tuple[str, ...]],
    kinds_of: Callable[[ControlInterval], set[str]],
) -> Iterator[Change]:
    """Yield where a place shows another state or party, not just another standing.

    Args:
        row: The place's intervals in order.
        parties_of: Who is shown for an interval.
        kinds_of: Kinds of the claims that speak for an interval.
    """
    before: ControlInterval | None = None
    holders: set[str] = set()
    held: list[set[str]] = []
    shown: tuple[str, set[str]] | None = None
    for interval in row:
        parties = set(parties_of(interval))
        day = interval.start.earliest
        if day and shown != (interval.state, parties):
            # A holder that goes over to another side takes its places along; nobody took them.
            taken = (
                interval.state == "held" and holders != parties and interval.rule != SIDE_CHANGED
            )
            taken = taken and (bool(holders) or _says_taken(interval, kinds_of))
            yield Change(day, interval.place_id, interval, before, taken, parties in held)
        if interval.state == "held":
            holders = parties
            held.append(parties)
        before, shown = interval, (interval.state, parties)


def _says_taken(interval: ControlInterval, kinds_of: Callable[[ControlInterval], set[str]]) -> bool:
    return interval.standing != "inferred" and bool(kinds_of(interval) & _TAKEN)
