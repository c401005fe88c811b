import re

import numpy as np
import pytest

from components.exports.outlines import vertices_of
from components.exports.shapes import Ink, Paint, mark_shapes, radius_of
from components.exports.states import Shown
from components.mapview import HUES, colour, mark_svg

R = 7.4
RED, TEAL = HUES["red"], HUES["teal"]
INK = Ink(colour("land", "light"), colour("ink", "light"), colour("unknown", "light"))
PAINTS = tuple(Paint(each.light_fill, each.light_outline) for each in (RED, TEAL))


def place(state, standing, **signs):
    return Shown("p", "P", 0, 0, "", 2, state, standing, ("a", "b"), **signs)


def circles_of_svg(svg):
    found = re.findall(r'<circle [^>]*\br="([\d.]+)"[^>]*?/>', svg)
    return sorted(round(float(r), 1) for r in found)


def circles_of(shapes):
    radii = []
    for shape in shapes:
        points = vertices_of(shape.path)
        lengths = np.hypot(points[:, 0], points[:, 1])
        # The control points of a circle lie a little outside it; those of other shapes do not.
        if len(points) > 20 and lengths[:-1].min() / lengths.max() > 0.9:
            radii.append(round(float(np.abs(points).max()), 1))
    return sorted(radii)


@pytest.mark.parametrize(
    ("state", "standing", "signs"),
    [
        ("held", "corroborated", {}),
        ("held", "claimed", {}),
        ("held", "inferred", {}),
        ("unknown", "unknown", {}),
        ("disputed", "disputed", {}),
        ("contested", "claimed", {}),
        ("held", "corroborated", {"date_uncertain": True}),
        ("held", "corroborated", {"changed": True}),
        ("held", "claimed", {"changed": True, "date_uncertain": True}),
        ("held", "corroborated", {"stale": True}),
    ],
)
@pytest.mark.parametrize("selected", [False, True])
def test_marks_have_the_circles_that_they_have_on_the_page(state, standing, signs, selected):
    shown = place(state, standing, **signs)
    svg = mark_svg(state, standing, (RED, TEAL), R, theme="light", selected=selected, **signs)
    assert circles_of(mark_shapes(shown, R, PAINTS, INK, selected=selected)) == circles_of_svg(svg)


def test_a_mention_is_the_dot_of_the_page():
    svg = mark_svg("held", "claimed", (), R, theme="light", mentioned_only=True)
    shown = Shown("p", "P", 0, 0, "", 2, "mentioned")
    assert circles_of(mark_shapes(shown, R, (), INK)) == circles_of_svg(svg)


def test_the_bands_of_a_fight_have_the_colours_of_all_who_fight():
    fills = [shape.fill for shape in mark_shapes(place("contested", "claimed"), R, PAINTS, INK)]
    assert [fill for fill in fills if fill in {p.fill for p in PAINTS}] == [
        PAINTS[0].fill,
        PAINTS[1].fill,
    ] * 2


def test_halves_of_a_dispute_are_the_first_and_the_last_named():
    shapes = mark_shapes(place("disputed", "disputed"), R, PAINTS, INK)
    left, right = shapes[-2:]
    assert vertices_of(left.path)[:, 0].max() < 0 < vertices_of(right.path)[:, 0].min()
    assert (left.fill, right.fill) == (PAINTS[0].fill, PAINTS[1].fill)


def test_a_party_without_a_hue_wears_its_letter():
    grey = Paint("#8A857B", "#55514A", "K")
    plain = Paint("#8A857B", "#55514A")
    disc = place("held", "corroborated")
    assert len(mark_shapes(disc, R, (grey,), INK)) == len(mark_shapes(disc, R, (plain,), INK)) + 1


def test_old_news_keeps_its_casing_whole_and_fades_the_rest():
    casing, disc = mark_shapes(place("held", "corroborated", stale=True), R, PAINTS, INK)
    assert (casing.fill_opacity, disc.fill_opacity, disc.stroke_opacity) == (1.0, 0.3, 0.5)


def test_marks_grow_with_importance_and_zoom():
    assert radius_of(1, 6) < radius_of(2, 6) < radius_of(3, 6)
    assert radius_of(2, 6) < radius_of(2, 7.8) < radius_of(2, 8.5)
