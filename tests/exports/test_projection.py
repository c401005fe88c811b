import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.exports.projection import (
    Margins,
    around,
    fit,
    latitude_of,
    to_world,
    within,
)

FREE = Margins(0, 0, 0, 0)
points = st.lists(st.tuples(st.floats(-180, 180), st.floats(-80, 80)), min_size=1, max_size=20)


def px_of(frame, lonlat):
    lon, lat = np.array(lonlat).T
    return np.column_stack(frame.place(lon, lat))


@given(points)
def test_every_place_lies_in_the_frame_that_is_fitted_to_it(lonlat):
    frame = fit(lonlat, 900, 800, FREE)
    px = px_of(frame, lonlat)
    assert (px[:, 0] >= -0.01).all()
    assert (px[:, 0] <= 900.01).all()
    assert (px[:, 1] >= -0.01).all()
    assert (px[:, 1] <= 800.01).all()


@given(points)
def test_no_frame_shows_the_world_twice(lonlat):
    frame = fit(lonlat, 900, 800, FREE)
    assert frame.width <= frame.px_per_world + 1e-6


def test_places_on_both_sides_of_the_180th_meridian_are_neighbours():
    frame = fit([(178.4, -18.1), (-175.2, -21.1)], 900, 800, FREE)
    assert frame.zoom > 5
    px = px_of(frame, [(178.4, -18.1), (-175.2, -21.1)])
    assert px[0, 0] < px[1, 0]


def test_a_place_alone_is_shown_with_its_surroundings():
    frame = fit([(36.63, 35.93)], 900, 800, FREE)
    assert 100 < frame.km_per_px(400) * frame.width < 600


def test_two_places_next_to_each_other_are_not_shown_closer_than_one_alone():
    alone = fit([(36.63, 35.93)], 900, 800, FREE)
    assert fit([(36.63, 35.93), (36.64, 35.93)], 900, 800, FREE).zoom <= alone.zoom


def test_a_pixel_is_shorter_on_the_ground_nearer_the_pole():
    frame = around(0, 0, 1, 512, 512)
    middle, upper = frame.km_per_px(256), frame.km_per_px(100)
    lat = latitude_of(frame.north + 100 / frame.px_per_world)
    assert upper == pytest.approx(middle * math.cos(math.radians(lat)))


def test_zoom_counts_as_on_the_page():
    frame = around(35.9, 36.6, 7.25, 900, 800)
    assert frame.zoom == pytest.approx(7.25)
    assert px_of(frame, [(36.6, 35.9)])[0] == pytest.approx([450, 400])


def test_latitudes_come_back_from_the_projection():
    _, y = to_world(np.array([0.0]), np.array([35.93]))
    assert latitude_of(float(y[0])) == pytest.approx(35.93)


def test_an_area_over_the_180th_meridian_is_shown_whole_and_close():
    frame = within((-22, 176, -12, -174), 900, 800)
    px = px_of(frame, [(176, -12), (-174, -22)])
    assert px[0, 0] >= -0.01
    assert px[1, 0] <= 900.01
    assert px[1, 0] - px[0, 0] > 700
