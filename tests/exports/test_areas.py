"""Land round places, as a file: dissolved by holder, cut, and never more than is known."""

import math
from datetime import date

import numpy as np
import pytest
from matplotlib.path import Path

from components.exports.areas import areas_geojson, areas_on
from tests.mapview.synthetic import collection, feature, idlib, interval, many

DAY = date(2015, 3, 30)


def _covers(area, lat, lon):
    inside = False
    for polygon in area.polygons:
        for ring in polygon:
            inside ^= bool(Path(ring).contains_point((lon, lat)))
    return inside


def _held(by, **more):
    return [interval("held", "corroborated", [by], (None, "2014-01-01"), **more)]


def _two(**kinds):
    made = [
        feature("one", "One", (34.3, 38.4), _held("sy-government")),
        feature("two", "Two", (34.3, 38.7), _held("sy-opposition")),
        feature("three", "Three", (34.5, 38.4), _held("sy-government")),
    ]
    for item in made:
        item["properties"]["kind"] = kinds.get(item["id"], "town")
    return collection(made)


def test_each_point_takes_the_holder_of_the_nearest_place():
    areas = {area.parties: area for area in areas_on(_two(), DAY)}
    assert set(areas) == {("sy-government",), ("sy-opposition",)}
    assert _covers(areas["sy-government",], 34.3, 38.5)
    assert not _covers(areas["sy-government",], 34.3, 38.6)
    assert _covers(areas["sy-opposition",], 34.3, 38.6)


def test_land_of_one_holder_is_one_piece():
    government = next(a for a in areas_on(_two(), DAY) if a.parties == ("sy-government",))
    assert len(government.polygons) == 1
    assert set(government.places) == {"one", "three"}


def test_nothing_is_coloured_beyond_the_reach():
    for area in areas_on(_two(), DAY, reach_km=10):
        for polygon in area.polygons:
            for lon, lat in polygon[0]:
                away = min(
                    math.hypot((lat - y) * 111.2, (lon - x) * 111.2 * math.cos(math.radians(34.3)))
                    for y, x in ((34.3, 38.4), (34.3, 38.7), (34.5, 38.4))
                )
                assert away < 10.1


def test_land_ends_at_the_border_of_the_first_level_area():
    # Both lie near the line between Idlib and Hama; the town is in Idlib.
    areas = areas_on(
        collection([feature("a", "Khan Shaykhun", (35.44, 36.65), _held("sy-government"))]), DAY
    )
    assert _covers(areas[0], 35.45, 36.64)
    assert not _covers(areas[0], 35.2, 36.75)  # Hama's side, 27 km away


def test_what_is_unknown_or_a_province_colours_nothing():
    unknown = [interval("unknown", "unknown", [], ("2014-01-01", "2014-01-01"))]
    assert areas_on(collection([feature("a", "A", (34.3, 38.4), unknown)]), DAY) == ()
    areas = areas_on(_two(two="province"), DAY)
    assert {area.parties for area in areas} == {("sy-government",)}


def test_a_place_without_a_report_yet_keeps_its_land_empty():
    later = [interval("held", "claimed", ["sy-opposition"], ("2016-01-01", "2016-01-01"))]
    pair = [
        feature("one", "One", (34.3, 38.4), _held("sy-government")),
        feature("two", "Two", (34.3, 38.6), later),
    ]
    (area,) = areas_on(collection(pair), DAY)
    assert not _covers(area, 34.3, 38.55)


def test_a_fight_is_an_area_of_its_own():
    states = {area.state for area in areas_on(idlib(), date(2015, 3, 25))}
    assert states == {"held", "contested"}


def test_no_point_of_land_has_two_colours():
    areas = areas_on(many(400, seed=4), DAY)
    dice = np.random.default_rng(3)
    points = np.column_stack([dice.uniform(36, 42, 3000), dice.uniform(32.4, 37.2, 3000)])
    taken = np.zeros(len(points), dtype=int)
    for area in areas:
        inside = np.zeros(len(points), dtype=bool)
        for polygon in area.polygons:
            for ring in polygon:
                inside ^= Path(ring).contains_points(points)
        taken += inside
    assert taken.max() == 1
    assert taken.mean() > 0.3


@pytest.mark.parametrize("points", [1, 2, 3, 14])
def test_places_on_one_line_divide_the_land(points):
    made = [
        feature(f"p{k}", f"P{k}", (34.3, 38.4 + k / 50), _held("sy-government"))
        for k in range(points)
    ]
    (area,) = areas_on(collection(made), DAY, reach_km=5)
    assert len(area.places) == points
    assert _covers(area, 34.3, 38.4)


def test_the_file_says_on_every_feature_that_it_is_interpolated():
    made = areas_geojson(idlib(), DAY, reach_km=20)
    assert made["whoheld"]["reach_km"] == 20
    assert "nobody reported" in made["whoheld"]["note"]
    assert made["features"]
    for item in made["features"]:
        assert item["properties"]["interpolated"] is True
        assert item["geometry"]["type"] == "MultiPolygon"
        for polygon in item["geometry"]["coordinates"]:
            assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in polygon)
            x, y = np.array(polygon[0]).T
            assert np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]) > 0, "against the clock"
