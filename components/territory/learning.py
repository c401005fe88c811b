"""What was known when: how each place's states changed as reports appeared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from components.records import Claim
from components.territory.collection import states_of
from components.territory.history import History
from components.territory.why import rule_words

MOST_STEPS = 400


@dataclass(frozen=True, slots=True)
class Learned:
    """What a day's reports changed.

    Args:
        day: The day by which they had appeared.
        places: The states over time, as `feature_collection` writes them, of each place that
            has others from then on; empty where none is left.
        rules: The rule behind each of these states, in words: see `rule_words`.
    """

    day: date
    places: Mapping[str, Sequence[Mapping[str, Any]]]
    rules: Mapping[str, Sequence[tuple[str, str]]]


def learned(history: History, *, most: int = MOST_STEPS) -> tuple[Learned, ...]:
    """Return how what is known grew, in the order of days; nothing where no report has a day.

    The state of a place as known by a day is that of the last step up to that day which names
    it, the same as a history with that `known_by` has.

    Args:
        history: What is heard.
        most: Steps at most. With more days of reports than that a step is a month or a year.
    """
    known = [c for c in history.heard if c.reported.latest]
    steps = []
    before: dict[str, Any] = {}
    earlier: History | None = None
    for day in step_days([c.reported.latest for c in known if c.reported.latest], most):
        earlier = _known_by(history, known, day, earlier)
        now = {place: earlier.intervals(place) for place in earlier.place_ids}
        others = [p for p in {**before, **now} if before.get(p) != now.get(p)]
        places = {place: states_of(earlier, place) for place in sorted(others)}
        rules = {p: [rule_words(earlier, each) for each in now.get(p, ())] for p in places}
        if places:
            steps.append(Learned(day, places, rules))
        before = now
    return tuple(steps)


def _known_by(
    history: History, known: Sequence[Claim], day: date, earlier: History | None
) -> History:
    """Return the history of the reports of some days, gone on with from an earlier one."""
    world = history.world
    claims = tuple(c for c in known if c.reported.latest and c.reported.latest <= day)
    appeared = {
        article
        for article, origin in world.origins.items()
        if origin.reported.latest and origin.reported.latest <= day
    }
    copies = type(world.copies)(pair for pair in world.copies if appeared.issuperset(pair))
    # Not by a selection of its own: a history can be gone on with in the same one only.
    return History(
        replace(world, claims=claims, copies=copies),
        replace(history.selection, known_by=None),
        earlier,
    )


def step_days(days: Sequence[date], most: int) -> tuple[date, ...]:
    """Return the days, or of each month or year the last of them, so that there are not too many.

    Args:
        days: Days of reports, in any order.
        most: How many may be returned, unless there are more years.
    """
    every = sorted(set(days))
    if len(every) <= most:
        return tuple(every)
    months = {(day.year, day.month): day for day in every}
    if len(months) <= most:
        return tuple(months.values())
    return tuple({day.year: day for day in every}.values())
