"""What differs between two days, how many places each party holds, and the strip explained."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from components.records import DateInterval
from components.territory import (
    Selection,
    build_history,
    changes_between,
    compare_histories,
    counts_over_time,
    stages,
)
from tests import builders
from tests.builders import GOVERNMENT, IDLIB, JISR, OPPOSITION

BEFORE, AFTER = date(2015, 3, 20), date(2015, 5, 9)
SYNTHETIC = build_history(builders.synthetic_world(80, 4))


def example(**options):
    return build_history(builders.example_world(), Selection(**options))


def test_two_days_of_the_example():
    found = changes_between(example(), BEFORE, AFTER)
    assert [(d.place_id, d.gained_by, d.lost_by, d.words) for d in found.places] == [
        (JISR.id, (OPPOSITION.id,), (GOVERNMENT.id,), "taken by the opposition"),
        (IDLIB.id, (OPPOSITION.id,), (GOVERNMENT.id,), "taken by the opposition"),
    ]
    assert [(t.party_id, t.gained, t.lost, t.net) for t in found.tallies] == [
        (OPPOSITION.id, 2, 0, 2),
        (GOVERNMENT.id, 0, 2, -2),
    ]
    assert [(p, len(d)) for p, d in found.by_gainer] == [(OPPOSITION.id, 2)]
    assert found.newly_contested == found.newly_disputed == ()


def test_newly_contested_and_first_reported_places_are_told_apart():
    found = changes_between(example(), BEFORE, date(2015, 3, 24))
    assert [d.words for d in found.newly_contested] == [
        "fought over, the government and the opposition"
    ]
    assert found.by_gainer[-1][0] == ""
    world = builders.example_world()
    held = builders.claim(
        "held", "p", DateInterval.on(AFTER), builders.parties(holding=[GOVERNMENT.id])
    )
    more = build_history(replace(world, claims=(*world.claims, held)))
    first = changes_between(more, BEFORE, AFTER)
    assert [t.first_reported for t in first.tallies if t.party_id == GOVERNMENT.id] == [1]
    assert {d.words for d in first.places} >= {"first reported: held by the government"}


def test_the_same_day_twice_differs_in_nothing():
    found = changes_between(SYNTHETIC, SYNTHETIC.last_day, SYNTHETIC.last_day)
    assert (found.places, found.tallies, found.restated) == ((), (), ())


@pytest.mark.parametrize("back_days", [3, 90, 700])
def test_what_a_party_gained_and_lost_is_what_its_number_of_places_changed_by(back_days):
    day = SYNTHETIC.first_day + timedelta(days=900)
    then = day - timedelta(days=back_days)
    found = changes_between(SYNTHETIC, then, day)
    balance = SYNTHETIC.balance(day, back_days)
    held = {p: int(c) for p, c in zip(balance.party, balance.change, strict=True)}
    for tally in found.tallies:
        assert held.get(tally.party_id, 0) == tally.net
    there_and_back = changes_between(SYNTHETIC, day, then)
    assert {(t.party_id, t.gained, t.lost) for t in found.tallies} == {
        (t.party_id, t.lost, t.gained) for t in there_and_back.tallies
    }


def test_what_later_reports_made_of_a_day():
    world = builders.example_world()
    day = date(2015, 5, 9)
    then = build_history(world, Selection(known_by=day - timedelta(days=1)))
    found = compare_histories(then, build_history(world), day)
    assert {d.place_id for d in found.places} == {IDLIB.id, JISR.id}
    assert all(d.before is None for d in found.places)


def test_counts_over_time_are_the_balances_of_each_day():
    counts = counts_over_time(SYNTHETIC, step_days=97)
    assert counts.index[0] == SYNTHETIC.first_day
    assert counts.index[-1] == SYNTHETIC.last_day
    for day in counts.index[:: max(1, len(counts) // 6)]:
        balance = SYNTHETIC.balance(day, 0)
        expected = {p: int(n) for p, n in zip(balance.party, balance.held, strict=True) if n}
        row = counts.loc[day]
        assert {p: int(n) for p, n in row.items() if n} == expected
    assert list(counts.columns)[-3:] == ["contested", "disputed", "unknown"]


def test_counts_of_nothing_are_one_empty_row():
    counts = counts_over_time(build_history(builders.world_from(())))
    assert isinstance(counts, pd.DataFrame)
    assert counts.shape == (1, 0)


def test_the_strip_says_of_each_state_why_and_on_which_days():
    told = stages(example(), JISR.id)
    assert [s.lead for s in told] == [
        "Inferred",
        "One side says so",
        "Inferred",
        "Fought over",
        "One side says so",
    ]
    assert told[0].first_day is None
    assert told[-1].last_day is None
    for now, after in pairwise(told):
        assert now.last_day
        assert after.first_day == now.last_day + timedelta(days=1)
    assert all(s.claims_for and s.rule.endswith(".") for s in told)
    assert told[1].words == "Held by the opposition, one side says so"
