"""The chronicle's map agrees with the truth as well as before, and agreement means what it says."""

from datetime import date
from typing import cast

import pytest

from components.pipeline import load_engine
from components.places import Gazetteer
from components.records import DateInterval
from components.territory import build_history
from tests.builders import claim, parties, place, world_from
from tests.evaluate.agreement import Known, compare, place_shown, read_chronicle, truth
from tests.evaluate.chronicle import below_floors

TAKEN = date(2015, 3, 28)
LATER = date(2015, 5, 1)
PLACE = place("made up:1", "Idlib")
HISTORY = build_history(
    world_from(
        [PLACE],
        claim("captured", PLACE.id, DateInterval.on(TAKEN), parties(gaining=["sy-opposition"])),
    )
)


class NoGazetteer:
    """Knows no names, so that only nearness counts."""

    def matches(self, _name):
        return ()


def known(*holders, day=LATER, kind="town", lat=35.0, days="ordinary"):
    return Known("Idlib", kind, lat, 37.0, day, frozenset(holders), days)


@pytest.fixture(scope="module")
def engine():
    return load_engine()


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (known("opposition", "nusra"), "agrees"),
        (known("government"), "other holder"),
        (known("opposition", day=date(2014, 1, 1)), "silent"),
        (known("opposition", kind="base"), "no such place"),
        (known("opposition", lat=35.2), "no such place"),
    ],
)
def test_a_row_agrees_only_where_the_map_shows_an_allowed_holder_there(row, verdict):
    assert [c.verdict for c in compare([row], HISTORY, cast("Gazetteer", NoGazetteer()))] == [
        verdict
    ]


def test_a_quarter_is_not_the_city_around_it(engine):
    city = place("made up:2", "Homs", "city")
    row = Known(
        "al-Waer", "quarter", city.lat, city.lon, LATER, frozenset({"government"}), "change"
    )
    assert place_shown(row, [city], engine.gazetteer) is None


def test_the_map_of_the_chronicle_agrees_with_the_truth_as_well_as_before(engine):
    history, _ = read_chronicle(engine)
    assert below_floors(compare(truth(), history, engine.gazetteer)) == []
