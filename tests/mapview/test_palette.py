import json
from itertools import combinations

from components.mapview import CONVENTIONAL, HUES, assign_colours, pack, party_colours
from components.mapview.tokens import COLOURS, THEMES
from tests.mapview.synthetic import many

WAR = {
    "sy-government": {"name": "Government", "kind": "government"},
    "sy-opposition": {"name": "Opposition", "kind": "opposition"},
    "nusra-front": {"name": "Nusra Front", "kind": "jihadist"},
    "islamic-state": {"name": "Islamic State", "kind": "jihadist"},
    "sdf": {"name": "Kurdish-led forces", "kind": "kurdish"},
    "tr-government": {"name": "Turkish forces", "kind": "foreign"},
}
CONES = {
    "normal": None,
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}


def _linear(colour):
    parts = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    return [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]


def _oklab(colour, eye):
    """Björn Ottosson's OKLab of a colour as an eye sees it (Machado 2009, full severity)."""
    light = _linear(colour)
    if eye:
        light = [min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in eye]
    r, g, b = light
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _apart(one, other, eye):
    pairs = zip(_oklab(one, eye), _oklab(other, eye), strict=True)
    return 100 * sum((a - b) ** 2 for a, b in pairs) ** 0.5


def test_no_two_hues_come_near_for_common_eyes_in_either_theme():
    for theme in THEMES:
        for eye in CONES.values():
            for one, other in combinations(HUES.values(), 2):
                assert _apart(one.fill(theme), other.fill(theme), eye) >= 11


def _nearest(palette, theme):
    pairs = list(combinations(palette.values(), 2))
    return min(
        _apart(one.fill(theme), other.fill(theme), eye)
        for eye in CONES.values()
        for one, other in pairs
    )


def test_the_conventional_palette_is_weaker_and_never_the_default():
    for theme in THEMES:
        assert 8 <= _nearest(CONVENTIONAL, theme) < 11 <= _nearest(HUES, theme)
    assert set(assign_colours(WAR).values()) == set(HUES.values())


def test_both_palettes_give_a_party_the_same_hue():
    conventional = assign_colours(WAR, palette="conventional")
    assert [conventional[party] for party in WAR] == list(CONVENTIONAL.values())


def test_every_hue_stands_out_from_the_land_by_fill_or_outline():
    for palette in (HUES, CONVENTIONAL):
        for theme in THEMES:
            land = COLOURS[theme]["land"]
            for hue in palette.values():
                contrast = max(
                    _contrast(hue.fill(theme), land), _contrast(hue.outline(theme), land)
                )
                assert contrast >= 3


def _contrast(one, other):
    def luminance(colour):
        r, g, b = _linear(colour)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_part_of_a_world_wears_the_colours_of_the_whole():
    whole = many(300)
    part = {**whole, "features": whole["features"][:3]}
    part["whoheld"] = {**whole["whoheld"], "parties": {"sdf": whole["whoheld"]["parties"]["sdf"]}}
    assert party_colours(part, like=whole)["sdf"] == party_colours(whole)["sdf"]
    packed = json.loads(pack(part, like=whole))
    assert packed["parties"].keys() == {"sdf"}
    colour = party_colours(whole, palette="conventional")["sdf"]
    assert packed["parties"]["sdf"]["conventional"]["dark"][0] == colour.dark_fill


def test_known_parties_wear_their_conventional_hues():
    colours = assign_colours(WAR)
    # Red, teal, purple, black, yellow and blue, in the order they are kept.
    assert [colours[party] for party in WAR] == list(HUES.values())


def test_no_two_parties_share_a_colour():
    parties = {f"p{n}": {"name": f"Brigade {n}", "kind": "militia"} for n in range(30)}
    assert len(set(assign_colours({**WAR, **parties}).values())) == 36


def test_order_of_parties_does_not_matter():
    backwards = dict(reversed(WAR.items()))
    assert assign_colours(WAR) == assign_colours(backwards)


def test_the_seventh_party_is_grey_with_its_initial():
    colours = assign_colours({**WAR, "zz-guard": {"name": "Guard", "kind": "militia"}})
    assert colours["zz-guard"].letter == "G"
    assert colours["zz-guard"] not in HUES.values()


def test_the_heavier_of_two_governments_is_red():
    parties = {
        "a-government": {"name": "A", "kind": "government"},
        "b-government": {"name": "B", "kind": "government"},
    }
    assert assign_colours(parties, {"b-government": 5})["b-government"] == HUES["red"]
    assert assign_colours(parties)["a-government"] == HUES["red"]


def test_who_carries_on_another_party_wears_its_colour_and_takes_no_hue_from_the_others():
    heir = {"name": "Heir", "kind": "jihadist", "heir_of": "nusra-front"}
    colours = assign_colours({**WAR, "heir": heir}, {"heir": 99})
    assert colours["heir"] == colours["nusra-front"]
    assert {party: colours[party] for party in WAR} == assign_colours(WAR)


def test_an_heir_whose_forerunner_is_not_on_the_map_has_a_colour_of_its_own():
    heir = {"name": "Heir", "kind": "jihadist", "heir_of": "gone"}
    assert set(assign_colours({"heir": heir}).values()) <= set(HUES.values())
