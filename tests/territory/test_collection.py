"""What the map draws."""

import json
from dataclasses import replace
from datetime import date

import pytest

from components.territory import World, build_history, feature_collection, importance_of
from components.territory.collection import names_apart
from tests import builders
from tests.builders import ALEPPO, IDLIB, JISR


def collection(world=None):
    return feature_collection(build_history(world or builders.example_world()))


def feature(place):
    return next(f for f in collection()["features"] if f["id"] == place.id)


def test_it_is_plain_json():
    drawn = collection()
    assert json.loads(json.dumps(drawn)) == drawn


def test_it_says_what_it_is_made_of():
    about = collection()["whoheld"]
    assert about["articles"] == 1
    assert about["claims"] == 6
    assert about["last_day"] == "2015-05-09"
    assert about["known_by"] == "2015-05-09"
    assert about["stale_after_days"] == 900
    assert about["reports"] == {"2015-05-09": 6}
    assert about["parties"] == {
        "sy-government": {
            "name": "Government",
            "phrase": "the government",
            "kind": "government",
        },
        "sy-opposition": {
            "name": "Opposition",
            "phrase": "the opposition",
            "kind": "opposition",
        },
    }


def test_of_places_of_one_name_those_that_are_no_town_say_what_they_are():
    base = replace(IDLIB, id="x:1", kind="base")
    airport = replace(IDLIB, id="x:2", name="Aleppo airport", kind="airport")
    province = replace(ALEPPO, id="x:3", kind="province")
    twin = replace(ALEPPO, id="x:4", kind="village")
    places = (IDLIB, JISR, ALEPPO, base, airport, province, twin)
    assert list(names_apart(places).values()) == [
        *("Idlib", "Jisr al-Shughur", "Aleppo", "Idlib base"),
        *("Aleppo airport", "Aleppo province", "Aleppo"),
    ]


def test_a_place_carries_its_states_in_order_and_in_words():
    found = feature(IDLIB)
    assert found["geometry"] == {"type": "Point", "coordinates": [36.63393, 35.93062]}
    assert found["properties"]["name"] == "Idlib"
    assert not found["properties"]["mentioned_only"]
    states = found["properties"]["history"]
    assert [s["words"] for s in states] == [
        "Held by the government, inferred",
        "Fought over: the government and the opposition",
        "Held by the opposition, one side says so",
    ]
    assert states[0]["start"][0] is None
    assert states[2]["start"] == ["2015-03-28", "2015-03-28"]
    assert states[2]["last_report"] == "2015-05-09"


def test_every_claim_of_a_state_is_one_of_the_world():
    known = {c.id for c in builders.example_claims()}
    for found in collection()["features"]:
        for state in found["properties"]["history"]:
            assert state["claims"]
            assert set(state["claims"]) | set(state["against"]) <= known


def test_a_place_only_mentioned_has_no_states_and_an_area_is_left_out():
    found = feature(ALEPPO)
    assert found["properties"]["mentioned_only"]
    assert found["properties"]["history"] == []
    province = builders.place("province", "Idlib", "province")
    world = builders.example_world()
    world = World(
        world.claims,
        {**world.places, "province": province},
        {**world.mentions, "province": 3},
        world.actors,
        world.memberships,
        1,
    )
    assert "province" not in {f["id"] for f in collection(world)["features"]}


@pytest.mark.parametrize(
    ("kind", "population", "importance"),
    [
        ("city", 1_600_000, 3),
        ("city", 165_000, 3),
        ("town", 40_000, 2),
        ("town", 0, 2),
        ("village", 800, 1),
        ("village", 0, 1),
        ("base", 0, 2),
        ("dam", 0, 2),
        ("quarter", 0, 1),
    ],
)
def test_importance_follows_inhabitants_then_kind(kind, population, importance):
    assert importance_of(builders.place("p", "P", kind, population)) == importance


def test_an_empty_world_is_an_empty_collection():
    drawn = collection(World((), {}, {}, {}, (), 0))
    assert drawn["features"] == []
    assert date.fromisoformat(drawn["whoheld"]["first_day"])


def test_the_mark_for_an_inferred_holder_before_the_first_report_has_no_uncertain_days():
    first = feature(JISR)["properties"]["history"][0]
    assert first["start"] == [None, collection()["whoheld"]["first_day"]]
