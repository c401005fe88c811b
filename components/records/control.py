"""Who holds a place, and when."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from components.records.dates import DateInterval

State = Literal["held", "contested", "disputed", "unknown"]
Standing = Literal["corroborated", "claimed", "inferred", "disputed", "unknown"]


@dataclass(frozen=True, slots=True)
class ControlInterval:
    """A stretch of days in which a place has one state; its stretches neither gap nor overlap.

    Args:
        place_id: Entry of the gazetteer.
        state: held | contested | disputed | unknown.
        holder_ids: Actors that hold it; when contested those fighting for it, defender first;
            when disputed those that different sources name.
        start: Days on which the state may have begun: possible from `earliest`, certain from
            `latest`. `earliest` is None for what held before the first report.
        end: Same for the end, equal to the next interval's `start`; None while it lasts.
        standing: corroborated | claimed | inferred for held, disputed, unknown; for contested
            corroborated or claimed.
        claim_ids: Claims that speak for this state, in order of their evidence.
        against_ids: Counted claims that speak against it.
        rule: Name of the rule that decided.
    """

    place_id: str
    state: State
    holder_ids: tuple[str, ...]
    start: DateInterval
    end: DateInterval | None
    standing: Standing
    claim_ids: tuple[str, ...]
    against_ids: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceState:
    """What the map shows of a place on one day: its interval, and what the day adds.

    Args:
        interval: The interval in force.
        date_uncertain: Another state may be true on this day: this one may begin later, or one
            of `possible` may have begun.
        stale: No report has spoken of the place for longer than the setting allows.
        changed: It changed hands on this day or in the week before, on a day known to the week.
        possible: Later states, of others or otherwise, that may have begun by this day.
    """

    interval: ControlInterval
    date_uncertain: bool
    stale: bool
    changed: bool
    possible: tuple[ControlInterval, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Every place with a state on `day`, by what could be known on `known_by`."""

    day: date
    known_by: date
    places: tuple[PlaceState, ...]
