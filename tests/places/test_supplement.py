import csv
import json

import pytest
from geopy.distance import great_circle

from components.places.keys import light_key, skeleton_key
from components.places.sources import DATA

KIND_WORDS = (
    "city town village quarter base airport crossing dam mountain road region district province"
    " country site"
)
KINDS = set(KIND_WORDS.split())
SETTLEMENT = {"city", "town", "village", "quarter"}


def read(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = read("supplement.csv")
OWN = [row for row in ROWS if ":" not in row["id"]]
ADDED = [row for row in ROWS if ":" in row["id"]]
OUTLINES = json.loads((DATA / "outlines.json").read_text(encoding="utf-8"))
ALSO_COUNTRY = {"UA-43": "RU"}


def holds(flat, lat, lon):
    """Tell whether a ring of lon, lat, lon, lat ... holds a point."""
    points = list(zip(flat[::2], flat[1::2], strict=True))
    inside = False
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def near(code, lat, lon, slack):
    steps = [slack * part for part in (-1, -0.6, -0.3, -0.1, 0, 0.1, 0.3, 0.6, 1)]
    return any(
        holds(ring, lat + dy, lon + dx) for ring in OUTLINES[code] for dy in steps for dx in steps
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_row_is_complete_and_its_names_have_keys(row):
    assert row["kind"] in KINDS or (row in ADDED and not row["kind"])
    assert float(row["precision_km"]) > 0
    assert row["name"] == row["name"].strip()
    for name in (row["name"], *filter(None, row["aliases"].split(";"))):
        assert skeleton_key(light_key(name)), name
    lights = [light_key(name) for name in row["aliases"].split(";") if name]
    assert light_key(row["name"]) not in lights or any(ord(c) > 127 for c in row["name"])


@pytest.mark.parametrize("row", OWN, ids=lambda row: row["id"])
def test_a_row_lies_in_the_area_it_names(row):
    lat, lon = float(row["lat"]), float(row["lon"])
    if row["admin1"]:
        assert row["admin1"].startswith(row["country"] + "-")
        slack = max(0.05, float(row["precision_km"]) / 111)
        assert near(row["admin1"], lat, lon, slack)
    elif row["country"] and float(row["precision_km"]) < 50:
        codes = [code for code in OUTLINES if code.startswith(row["country"] + "-")]
        if codes:
            assert any(near(code, lat, lon, 0.4) for code in codes)


def test_ids_are_unique():
    assert len({row["id"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", OWN, ids=lambda row: row["id"])
def test_a_row_has_no_twin_within_a_kilometre(row, gazetteer):
    point = (float(row["lat"]), float(row["lon"]))
    for name in (row["name"], *filter(None, row["aliases"].split(";"))):
        for match in gazetteer.matches(name):
            place = match.place
            same_kind = place.kind == row["kind"] or {place.kind, row["kind"]} <= SETTLEMENT
            if place.id == "whoheld:" + row["id"] or not same_kind:
                continue
            assert great_circle(point, (place.lat, place.lon)).km > 1, place.id


@pytest.mark.parametrize("row", ADDED, ids=lambda row: row["id"])
def test_a_row_that_adds_names_lies_where_its_entry_lies(row, gazetteer):
    place = gazetteer.place(row["id"])
    assert place is not None
    point = (float(row["lat"]), float(row["lon"]))
    assert great_circle(point, (place.lat, place.lon)).km <= float(row["precision_km"])
    assert row["id"] in [place.id for place in gazetteer.lookup(row["name"])]


@pytest.mark.parametrize("row", OWN, ids=lambda row: row["id"])
def test_a_row_is_found_by_its_name(row, gazetteer):
    assert "whoheld:" + row["id"] in [place.id for place in gazetteer.lookup(row["name"])]


CREDITS = " ".join((DATA.parent / "CREDITS.md").read_text(encoding="utf-8").split()).casefold()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_who_supports_a_position_is_two_that_differ(row):
    accounts = row["accounts"].split(";")
    assert len(set(accounts)) == len(accounts)
    assert len(accounts) == 2
    for account in accounts:
        assert account.casefold() in CREDITS, account


def test_no_two_sites_of_a_kind_stand_on_one_spot():
    # Two villages can touch; two dams or bases cannot.
    sites = [r for r in OWN if float(r["precision_km"]) < 50 and r["kind"] not in SETTLEMENT]
    by_kind = {}
    for row in sites:
        by_kind.setdefault(row["kind"], []).append(row)
    for rows in by_kind.values():
        for i, one in enumerate(rows):
            for other in rows[i + 1 :]:
                if abs(float(one["lat"]) - float(other["lat"])) > 0.02:
                    continue
                points = [(float(row["lat"]), float(row["lon"])) for row in (one, other)]
                assert great_circle(*points).km > 1, (one["id"], other["id"])
