import json
import re

from components.mapview import assets_dir, basemap_for, font_files
from components.mapview.tokens import COLOURS, THEMES, style_sheet


def test_the_style_sheet_of_tokens_is_up_to_date():
    assert (assets_dir() / "css" / "tokens.css").read_text(encoding="utf-8") == style_sheet()


def test_style_sheets_name_only_files_that_are_kept():
    for sheet in (assets_dir() / "css").glob("*.css"):
        for address in re.findall(r"url\(([^)]+)\)", sheet.read_text(encoding="utf-8")):
            assert (sheet.parent / address).is_file()
    assert len(font_files()) == 10


def _sizes(folder):
    return [file.stat().st_size for file in (assets_dir() / folder).rglob("*") if file.is_file()]


def test_what_is_fetched_for_a_view_stays_light():
    assert sum(_sizes("js")) + sum(_sizes("leaflet")) + sum(_sizes("css")) < 450_000
    # A country's file is fetched when it comes into view, districts only when asked for.
    assert max(_sizes("areas")) < 260_000
    assert sorted(_sizes("basemap"))[-2] < 180_000


def test_all_assets_together_stay_light():
    assert sum(_sizes("areas")) < 3_500_000
    assert sum(_sizes(".")) - sum(_sizes("areas")) < 5_000_000


def test_the_world_has_a_detail_file_for_each_country():
    world = json.loads((assets_dir() / "basemap" / "world.json").read_text(encoding="utf-8"))
    codes = {item["code"] for item in world["countries"]}
    assert len(codes) > 230
    assert all((assets_dir() / "basemap" / f"{code}.json").is_file() for code in codes)


def test_a_basemap_for_syria_brings_its_neighbours_along():
    details = basemap_for(["SY"])["details"]
    assert {"SY", "TR", "IQ", "LB", "JO"} <= details.keys()
    assert "US" not in details
    assert "Idlib" in {name for name, _, _ in details["SY"]["names"]}


def test_a_country_that_is_not_known_gives_the_world_alone():
    assert basemap_for(["ZZ"])["details"] == {}


def _luminance(colour):
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    r, g, b = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_words_stand_out_from_what_they_are_written_on():
    pairs = {
        ("ink", "panel"): 14,
        ("ink_second", "panel"): 7,
        ("ink_third", "panel"): 4.5,
        ("label", "land"): 11,
        ("country", "land_neighbour"): 4.5,
        ("accent", "panel"): 7,
    }
    for theme in THEMES:
        for (one, other), least in pairs.items():
            high, low = sorted(
                (_luminance(COLOURS[theme][one]), _luminance(COLOURS[theme][other])), reverse=True
            )
            assert (high + 0.05) / (low + 0.05) >= least
