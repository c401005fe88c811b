from datetime import date

import pytest

from components.exports import snapshot_html, snapshot_picture
from components.exports.colours import look_of
from components.exports.layers import layers_of, majority
from components.exports.picture import place_px
from components.exports.states import Shown
from components.mapview import colour
from tests.exports.conftest import collection_of, feature, interval
from tests.exports.test_picture import IDLIB, pixels, rgb

DAY = date(2015, 4, 1)
SIZE = (1200, 800)
LAND = rgb(colour("land", "light"))


def shown(*parties, state="held", standing="claimed", stale=False):
    return Shown("x", "x", 0, 0, "SY", 1, state, standing, parties, stale=stale)


def world():
    """Idlib held by the opposition, and Maarrat al-Numan, in the same province, by it too."""
    held = interval("held", "corroborated", ["sy-opposition"], ["2015-03-28", "2015-03-28"])
    return collection_of(
        feature(IDLIB, "Idlib", 36.63, 35.93, held),
        feature("maarrat", "Maarrat al-Numan", 36.67, 35.64, held),
    )


def ground_at_idlib(collection, layers, **choices):
    """The colour of the ground where Idlib is, without its mark and its name."""
    view = (35.9, 36.65, 8.5)
    png = snapshot_picture(
        collection, day=DAY, size_px=SIZE, view=view, layers=f"nonames.nomarks.{layers}", **choices
    )
    x, y = place_px(collection, day=DAY, size_px=SIZE, view=view)[IDLIB]
    return tuple(int(c) for c in pixels(png)[round(y), round(x)])


@pytest.mark.parametrize(
    ("kind", "share"),
    # Of a district and a province one and two places are known.
    [("areas-cells-30", 1), ("areas-districts-30", 0.5), ("areas-provinces-30", 0.5)],
)
def test_areas_that_are_on_the_map_are_on_the_picture(kind, share):
    collection = world()
    fill = rgb(look_of("light", collection).paints["sy-opposition"].fill)
    mixed = [
        round(land + share * 0.36 * (own - land)) for land, own in zip(LAND, fill, strict=True)
    ]
    assert ground_at_idlib(collection, "") == LAND
    assert ground_at_idlib(collection, kind) == pytest.approx(mixed, abs=3)


def test_land_out_of_reach_is_left_as_it_is():
    far = feature(
        "far",
        "Far",
        36.63,
        36.1,
        interval("held", "claimed", ["sy-opposition"], ["2015-01-01"] * 2),
    )
    collection = collection_of(feature(IDLIB, "Idlib", 36.63, 35.93), far)
    assert ground_at_idlib(collection, "areas-cells-10") == LAND
    assert ground_at_idlib(collection, "areas-cells-30") != LAND


def test_conventional_colours_are_those_of_the_picture_too():
    usual = ground_at_idlib(world(), "areas-cells-30")
    assert ground_at_idlib(world(), "areas-cells-30", palette="conventional") != usual


def test_a_contested_place_has_the_land_round_it_in_two_colours():
    fought = interval(
        "contested", "claimed", ["sy-government", "sy-opposition"], ["2015-03-28", "2015-03-28"]
    )
    collection = collection_of(feature(IDLIB, "Idlib", 36.63, 35.93, fought))
    view = (35.93, 36.63, 9.0)
    png = snapshot_picture(
        collection, day=DAY, size_px=SIZE, view=view, layers="nonames.nomarks.areas-cells-30"
    )
    x, y = place_px(collection, day=DAY, size_px=SIZE, view=view)[IDLIB]
    row = pixels(png)[round(y), round(x) - 40 : round(x) + 40]
    paints = look_of("light", collection).paints
    for party in ("sy-government", "sy-opposition"):
        fill = rgb(paints[party].fill)
        mixed = [land + 0.36 * (own - land) for land, own in zip(LAND, fill, strict=True)]
        assert any(abs(pixel - mixed).max() < 4 for pixel in row)


@pytest.mark.parametrize("file_format", ["svg", "pdf"])
def test_drawings_have_the_areas_as_well(file_format):
    plain, tinted = (
        snapshot_picture(world(), day=DAY, file_format=file_format, layers=layers)
        for layers in ("", "areas-cells-30")
    )
    assert len(tinted) > len(plain)


def test_the_picture_says_how_its_areas_were_made():
    words = {
        kind: layers_of(world(), DAY, f"areas-{kind}-20").words
        for kind in ("cells", "districts", "provinces")
    }
    assert "within 20 km" in words["cells"]
    assert "drawn round their seats" in words["districts"]
    assert all(said.startswith("Areas are interpolated") for said in words.values())
    assert layers_of(world(), DAY, "").words == ""


@pytest.mark.parametrize("nonsense", ["areas", "areas-", "areas-moon-3", "areas-cells-far", "…"])
def test_layers_that_make_no_sense_draw_what_they_can(nonsense):
    snapshot_picture(world(), day=DAY, size_px=(400, 400), layers=nonsense)


def test_an_area_shows_what_more_than_half_of_its_places_show():
    most = majority([shown("a"), shown("a"), shown("b")])
    assert most == (("a",), "", 1.0)


def test_without_a_majority_the_two_most_frequent_stand_in_level_stripes():
    a, b = shown("a"), shown("b")
    assert majority([a, a, b, b]) == (("a", "b"), "mixed", 1.0)
    assert majority([a, a, *2 * [shown("a", "b", state="contested")]]) == (("a",), "", 1.0)


def test_one_or_two_places_tint_a_whole_area_paler():
    a, b = shown("a"), shown("b")
    assert majority([a, a, a]) == (("a",), "", 1.0)
    assert majority([a, a]) == majority([a]) == (("a",), "", 0.5)
    assert majority([a, b]) == (("a", "b"), "mixed", 0.5)
    assert majority([a, a, shown(state="unknown")]) == (("a",), "", 0.5)


def test_old_and_inferred_places_tint_less_and_unknown_ones_not_at_all():
    most = majority([shown("a"), shown("a", stale=True), shown("a", standing="inferred")])
    assert most is not None
    assert most[2] == pytest.approx((1 + 0.42 + 0.5) / 3)
    assert majority([shown(state="unknown")]) is None


def test_a_saved_page_carries_what_it_opens_with():
    page = snapshot_html(
        world(),
        day=DAY,
        evidence={},
        opening={
            "layers": "areas-cells-20",
            "palette": "conventional",
            "actors": ["sy-opposition"],
        },
    )
    assert '"layers":"areas-cells-20"' in page
    assert '"palette":"conventional"' in page
    assert '"actors":["sy-opposition"]' in page
