"""A government that is gone holds nothing from the next day on."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from components.actors import Roster
from components.records import DateInterval
from components.territory import build_history
from components.territory.why import rule_words
from tests.builders import GOVERNMENT, OPPOSITION, claim, parties, place, world_from

HELD, GONE, LATER = date(2014, 1, 10), date(2024, 12, 8), date(2024, 12, 20)
TOWN, OTHER = place("made up:1", "Town"), place("made up:2", "Other")
DAY = timedelta(days=1)


def history(*claims, ended=GONE):
    held = claim("held", TOWN.id, DateInterval.on(HELD), parties(holding=[GOVERNMENT.id]))
    news = claim(
        *("captured", OTHER.id, DateInterval.on(LATER)),
        parties(gaining=[OPPOSITION.id]),
        ordinal=9,
    )
    world = world_from([TOWN, OTHER], held, news, *claims)
    return build_history(replace(world, ended={GOVERNMENT.id: ended}))


def test_who_holds_a_place_is_unknown_once_its_government_is_gone():
    shown = history()
    assert shown.state(TOWN.id, GONE).interval.holder_ids == (GOVERNMENT.id,)
    after = shown.state(TOWN.id, GONE + DAY).interval
    assert (after.state, after.holder_ids) == ("unknown", ())
    assert "is gone" in rule_words(shown, after)[1]


def test_stretches_neither_gap_nor_overlap_and_a_later_capture_stands():
    taken = claim(
        *("captured", TOWN.id, DateInterval.on(LATER)),
        parties(gaining=[OPPOSITION.id]),
        ordinal=2,
    )
    row = history(taken).intervals(TOWN.id)
    assert [i.state for i in row][-2:] == ["unknown", "held"]
    assert all(one.end == two.start for one, two in pairwise(row))
    assert row[-1].holder_ids == (OPPOSITION.id,)


def test_a_report_of_a_later_day_stands_as_it_is_told():
    still = claim(
        *("held", TOWN.id, DateInterval.on(GONE + 5 * DAY)),
        parties(holding=[GOVERNMENT.id]),
        ordinal=3,
    )
    assert history(still).state(TOWN.id, LATER).interval.holder_ids == (GOVERNMENT.id,)


def test_an_end_beyond_the_timeline_changes_nothing():
    shown = history(ended=LATER + DAY)
    assert shown.state(TOWN.id, LATER).interval.holder_ids == (GOVERNMENT.id,)


def test_others_keep_what_they_hold():
    held = claim(
        *("held", OTHER.id, DateInterval.on(HELD)), parties(holding=[OPPOSITION.id]), ordinal=4
    )
    assert history(held).state(OTHER.id, GONE + DAY).interval.holder_ids == (OPPOSITION.id,)


def test_the_roster_knows_which_governments_have_ended():
    assert Roster.load().ended["af-government"] == date(2021, 8, 15)
