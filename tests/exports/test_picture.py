import io
import struct
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from components.errors import ReaderError
from components.exports import snapshot_picture, snapshot_png
from components.exports.picture import place_px, subjects
from components.exports.states import Shown
from components.mapview import party_colours

DAY = date(2015, 4, 1)
IDLIB, JISR = "geonames:169389", "geonames:169304"
SIZE = (1200, 800)


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def colours_near(png, spot, reach=9):
    x, y = (round(value) for value in spot)
    part = pixels(png)[y - reach : y + reach + 1, x - reach : x + reach + 1]
    return {tuple(int(c) for c in colour) for colour in part.reshape(-1, 3)}


def rgb(colour):
    return tuple(round(part * 255) for part in to_rgb(colour))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_place_wears_its_party_s_colour_on_the_day_and_another_on_another_day(collection, theme):
    colours = party_colours(collection)
    fills = {party: rgb(colours[party].fill(theme)) for party in colours}
    seen = {}
    for day in (date(2015, 3, 1), date(2015, 3, 25), DAY):
        png = snapshot_png(collection, day=day, theme=theme, size_px=SIZE)
        spot = place_px(collection, day=day, size_px=SIZE)[IDLIB]
        near = colours_near(png, spot)
        seen[day] = {party for party, fill in fills.items() if fill in near}
    assert seen == {
        date(2015, 3, 1): {"sy-government"},
        date(2015, 3, 25): {"sy-government", "sy-opposition"},
        DAY: {"sy-opposition"},
    }


def test_two_days_stand_side_by_side_and_what_is_the_same_steps_back(collection):
    days = (date(2015, 3, 1), DAY)
    png = pixels(snapshot_picture(collection, day=days[0], compare=days[1], size_px=SIZE))
    colours = party_colours(collection)
    fills = {party: rgb(colours[party].light_fill) for party in colours}
    edge = 300 * min(SIZE[0] / 1200, SIZE[1] / 800)
    middle = round((SIZE[0] - edge) / 2)
    assert tuple(png[300, middle]) == rgb("#1A1B1E")
    halves = png[120:600, : middle - 2], png[120:600, middle + 2 : round(SIZE[0] - edge) - 2]
    strong = [
        {party for party, fill in fills.items() if (half == fill).all(axis=2).any()}
        for half in halves
    ]
    # Idlib alone changes hands: each side has the full colour of who held it then.
    assert strong == [{"sy-government"}, {"sy-opposition"}]


def test_a_party_alone_stands_out_and_the_others_step_back(collection):
    colours = party_colours(collection)
    spots = place_px(collection, day=DAY, size_px=SIZE)
    fill = rgb(colours["sy-opposition"].light_fill)
    for actors, strong in (((), True), (("sy-opposition",), True), (("sy-government",), False)):
        png = snapshot_picture(collection, day=DAY, size_px=SIZE, actors=actors)
        assert (fill in colours_near(png, spots[IDLIB])) is strong


def test_a_country_with_a_place_among_many_is_not_what_a_map_is_about():
    def place(country):
        return Shown("", "", 0, 0, country, 1, "held")

    many = [place("SY")] * 40
    assert subjects([*many, place("JO"), place("")]) == {"SY"}
    assert subjects([*many, *[place("IQ")] * 3]) == {"SY", "IQ"}


def test_a_ring_is_hollow_and_a_disc_is_not(collection):
    day = date(2015, 5, 10)
    png = pixels(snapshot_png(collection, day=day, size_px=(2400, 1600)))
    spots = place_px(collection, day=day, size_px=(2400, 1600))
    fill = rgb(party_colours(collection)["sy-opposition"].light_fill)
    middle = {p: tuple(png[round(spots[p][1]), round(spots[p][0])]) for p in (IDLIB, JISR)}
    assert middle[JISR] == fill
    assert middle[IDLIB] == rgb("#FAF8F3")


@pytest.mark.parametrize("size", [(2400, 1600), (1080, 1080), (1080, 1350), (1920, 1080)])
def test_the_picture_has_the_size_asked_for(collection, size):
    png = snapshot_png(collection, day=DAY, size_px=size)
    assert struct.unpack(">II", png[16:24]) == size


@pytest.mark.parametrize("file_format", ["png", "svg", "pdf"])
def test_the_same_input_gives_the_same_bytes(collection, file_format):
    first = snapshot_picture(collection, day=DAY, file_format=file_format)
    assert snapshot_picture(collection, day=DAY, file_format=file_format) == first


def test_pictures_drawn_at_the_same_time_are_those_drawn_one_by_one(collection):
    days = [date(2015, 3, day) for day in (1, 24, 28, 30)]
    alone = [snapshot_png(collection, day=day, size_px=SIZE) for day in days]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda day: snapshot_png(collection, day=day, size_px=SIZE), days))
    assert together == alone


def test_the_chosen_place_has_a_ring_of_its_own(collection):
    plain = snapshot_png(collection, day=DAY, size_px=SIZE)
    chosen = snapshot_png(collection, day=DAY, size_px=SIZE, place_id=IDLIB)
    spot = place_px(collection, day=DAY, size_px=SIZE)[IDLIB]
    ink = rgb("#1A1B1E")
    assert ink not in colours_near(plain, spot, 13)
    assert ink in colours_near(chosen, spot, 13)


def test_a_given_area_is_the_one_shown(collection):
    wide = place_px(collection, day=DAY, bounds=(30, 33, 38, 42), size_px=SIZE)
    near = place_px(collection, day=DAY, bounds=(35.6, 36, 36.1, 37), size_px=SIZE)
    assert abs(near[IDLIB][0] - near[JISR][0]) > 5 * abs(wide[IDLIB][0] - wide[JISR][0])


def test_a_day_without_any_state_still_makes_a_map(collection):
    collection["features"] = collection["features"][1:2]
    collection["features"][0]["properties"]["history"] = collection["features"][0]["properties"][
        "history"
    ][1:]
    assert snapshot_png(collection, day=date(2012, 1, 1), size_px=SIZE)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        ({"size_px": (10, 10)}, "10 × 10 pixels"),
        ({"size_px": (99_999, 800)}, "Choose between"),
        ({"theme": "sepia"}, "'sepia' is no theme"),
        ({"bounds": (40, 36, 30, 37)}, "no area of the world"),
        ({"file_format": "gif"}, "'gif'"),
    ],
)
def test_a_choice_that_cannot_be_drawn_says_what_could_be(collection, choice, words):
    with pytest.raises(ReaderError, match=words):
        snapshot_picture(collection, day=DAY, **choice)


def test_an_empty_collection_says_what_to_do(collection):
    collection["features"] = []
    with pytest.raises(ReaderError, match="Add an article first"):
        snapshot_png(collection, day=DAY)


def test_names_in_other_scripts_do_not_break_the_picture(collection):
    collection["features"][0]["properties"]["name"] = "إدلب"
    collection["features"][1]["properties"]["name"] = "ဗမာ"
    png = snapshot_png(collection, day=DAY, title="Сирия, إدلب", sources=["الجزيرة", "Київ"])
    assert png.startswith(b"\x89PNG")
