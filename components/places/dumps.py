"""GeoNames country dumps: 19 columns between tabs, as published."""

import csv
from collections.abc import Callable, Iterator, Mapping

from components.places.added import AddedPlace
from components.places.sources import CITY_POPULATION, TOWN_POPULATION, native_of, plain, usable
from components.records import Place

COLUMNS = 19
SOURCE = "GeoNames country dump"
_SEATS = frozenset({"PPLC", "PPLA", "PPLA2"})
# Feature codes that are places a war report names; rivers, wells, farms and shops are not.
_CODES = {
    "quarter": "P.PPLX",
    "district": "A.ADM2 A.ADM3",
    "airport": "S.AIRP S.AIRF S.AIRQ",
    "base": "S.AIRB L.MILB L.NVB S.INSM",
    "dam": "S.DAM S.DAMQ S.DAMSB",
    "crossing": "S.PSTB S.PSTC T.PASS",
    "mountain": "T.MT T.MTS T.HLL T.HLLS T.PK T.PKS T.RDGE",
    "region": "T.PLN T.VAL T.ISL T.ISLS T.PEN L.RGN L.AREA V.FRST",
    "site": "S.CMP S.CMPRF S.BDG S.CSTL S.FT S.PRN S.OILR S.PS S.PSN S.PSH L.OILF L.GASF L.PRT",
}
_KINDS = {code: kind for kind, codes in _CODES.items() for code in codes.split()}
_NO_PLACE = frozenset({"P.PPLCH"})


def read_dump(
    lines: Iterator[str], provinces: Mapping[str, Mapping[str, str]], skipped: Callable[[], None]
) -> Iterator[AddedPlace]:
    """Yield the places of a dump.

    Args:
        lines: Its lines.
        provinces: Rows of first-level areas by GeoNames' code ("SY.12").
        skipped: Called for each line that is no place or cannot be used.
    """
    for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        kind = _kind(row) if len(row) == COLUMNS else ""
        added = _place(row, kind, provinces) if kind else None
        if added:
            yield added
        else:
            skipped()


def _kind(row: list[str]) -> str:
    return kind_of_feature(row[6], row[7], int(row[14]) if row[14].isdigit() else 0)


def kind_of_feature(feature_class: str, code: str, people: int) -> str:
    """Return what GeoNames' feature code means as a kind of place, "" for what is none here."""
    feature = f"{feature_class}.{code}"
    if feature in _KINDS or feature_class != "P" or feature in _NO_PLACE:
        return _KINDS.get(feature, "")
    if people >= CITY_POPULATION:
        return "city"
    return "town" if people >= TOWN_POPULATION or code in _SEATS else "village"


def _place(
    row: list[str], kind: str, provinces: Mapping[str, Mapping[str, str]]
) -> AddedPlace | None:
    number, name, others, country = row[0], row[1], row[3].split(","), row[8]
    try:
        lat, lon = float(row[4]), float(row[5])
    except ValueError:
        return None
    if not name or not number.isdigit():
        return None
    area = provinces.get(f"{country}.{row[10]}", {})
    place = Place(
        id=f"geonames:{number}",
        name=plain(name, country),
        kind=kind,
        lat=lat,
        lon=lon,
        country=country,
        pcode=area.get("code", ""),
        gazetteer="geonames",
        native=native_of(name, others, country),
        admin1=area.get("name", ""),
        population=int(row[14]) if row[14].isdigit() else 0,
    )
    return AddedPlace(place, (name, *(other for other in others if usable(other))))
