"""How what is known grew is the same as what was known by each day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from components.territory import Selection, build_history, learned, rule_words
from components.territory.collection import states_of
from components.territory.learning import step_days
from tests import builders


def states_by(history):
    return {place: states_of(history, place) for place in history.place_ids}


def stable(states):
    """Without the end of what lasted from before any report: the timeline's own first day."""
    return [
        {**one, "start": [one["start"][0], None]} if not one["start"][0] else one for one in states
    ]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    "selection", [Selection(), Selection(bases=frozenset({"press", "unknown"}))]
)
def test_the_last_step_up_to_a_day_is_what_was_known_by_it(seed, selection):
    world = builders.synthetic_world(12, seed=seed)
    steps = learned(build_history(world, selection))
    assert len(steps) > 20
    now = {}
    for number, step in enumerate(steps):
        now.update(step.places)
        if number % 9 == 0:
            then = build_history(world, replace(selection, known_by=step.day))
            expected = {place: stable(states) for place, states in states_by(then).items()}
            assert {p: stable(states) for p, states in now.items() if states} == expected
            rules = {p: [rule_words(then, i) for i in then.intervals(p)] for p in step.places}
            assert {p: list(told) for p, told in step.rules.items()} == rules


def test_a_later_report_changes_no_earlier_step():
    world = builders.synthetic_world(8, seed=3)
    half = date(2013, 9, 1)
    until = [c for c in world.claims if c.reported.latest and c.reported.latest <= half]
    earlier = learned(build_history(replace(world, claims=tuple(until))))
    assert earlier
    assert learned(build_history(world))[: len(earlier)] == earlier


def test_what_was_saved_as_known_by_a_day_tells_nothing_later():
    world = builders.synthetic_world(8, seed=3)
    day = date(2013, 9, 1)
    assert all(step.day <= day for step in learned(build_history(world, known_by=day)))


def test_too_many_days_become_months_and_then_years():
    days = [date(2011, 1, 1) + timedelta(days=n) for n in range(1000)]
    assert step_days(days, 1000) == tuple(days)
    months = step_days(days, 999)
    assert (len(months), months[0], months[-1]) == (33, date(2011, 1, 31), days[-1])
    assert step_days(days, 32) == (date(2011, 12, 31), date(2012, 12, 31), days[-1])
