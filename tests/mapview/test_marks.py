from xml.etree import ElementTree as ET

import pytest

from components.mapview import HUES, Colour, mark_svg

RED, TEAL = HUES["red"], HUES["teal"]


def _shapes(svg):
    return [e.tag.rpartition("}")[2] for e in ET.fromstring(svg).iter()]  # noqa: S314 (our own)


def test_every_state_has_a_silhouette_of_its_own():
    drawn = {
        mark_svg(state, standing, [RED], 7, theme="light")
        for state, standing in (
            ("held", "corroborated"),
            ("held", "claimed"),
            ("held", "inferred"),
            ("contested", "claimed"),
            ("disputed", "disputed"),
            ("unknown", "unknown"),
        )
    }
    drawn.add(mark_svg("held", "claimed", [], 7, theme="light", mentioned_only=True))
    assert len(drawn) == 7


def test_a_fight_shows_bands_of_both_sides():
    svg = mark_svg("contested", "claimed", [RED, TEAL], 7, theme="light")
    assert svg.count(RED.light_fill) == svg.count(TEAL.light_fill) == 2


def test_a_small_fight_has_two_bands():
    svg = mark_svg("contested", "claimed", [RED, TEAL], 4.1, theme="light")
    assert svg.count(RED.light_fill) == svg.count(TEAL.light_fill) == 1


def test_sources_that_disagree_are_two_halves():
    svg = mark_svg("disputed", "disputed", [RED, TEAL], 7, theme="dark")
    assert _shapes(svg).count("path") == 2
    assert RED.dark_fill in svg
    assert TEAL.dark_fill in svg


def test_an_inferred_mark_wears_no_halo_and_the_orbit_where_it_may_be_over():
    plain = mark_svg("held", "inferred", [RED], 7, theme="light")
    assert plain == mark_svg("held", "inferred", [RED], 7, theme="light", changed=True)
    unsure = mark_svg("held", "inferred", [RED], 7, theme="light", date_uncertain=True)
    assert "stroke-dasharray" in unsure
    assert "stroke-dasharray" not in plain


def test_old_news_fades_but_keeps_its_colour():
    svg = mark_svg("held", "corroborated", [RED], 7, theme="light", stale=True)
    assert 'fill-opacity=".3"' in svg
    assert RED.light_fill in svg


def test_the_orbit_moves_out_when_selected():
    loose = mark_svg("held", "claimed", [RED], 7, theme="light", date_uncertain=True)
    chosen = mark_svg(
        "held", "claimed", [RED], 7, theme="light", date_uncertain=True, selected=True
    )
    assert 'r="10.1"' in loose
    assert 'r="15.4"' in chosen


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_mark_without_a_party_is_grey(theme):
    svg = mark_svg("held", "claimed", [], 7, theme=theme)
    assert all(hue.fill(theme) not in svg for hue in HUES.values())


def test_a_party_beyond_six_is_told_by_its_letter():
    grey = Colour("#8A857B", "#55514A", "#8F959C", "#C9CDD2", "G")
    assert ">G</text>" in mark_svg("held", "corroborated", [grey], 7, theme="light")
