"""Tables of places with a header: OCHA and HDX lists, and the project's own CSV."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from components.places.added import AddedPlace, GazetteerFileError
from components.places.areas import Areas
from components.records import Place

SOURCE = "Table of places"
Row = Mapping[str, str]

_LOCAL = "ar|uk|ua|ru|my|mm|mmr|fa|ps|am|ti|ku|he|fr|local|native|arabic"
_WHAT = (
    "feature|featureref|place|location|loc|community|cmty|village|settlement|locality|town|ppl"
    "|pplname|city|site|camp"
)
_LEVELS = tuple(rf"adm(in)?{level}(name)?(en|eng)?|adm(in)?{level}name1?" for level in "5432")
# For each column what it may be called, letters and figures only, the best first.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": (
        rf"({_WHAT})?name(en|eng|english)",
        rf"({_WHAT})name",
        r"name|asciiname|fullname|nameenglish|englishname|shapename|label",
        rf"({_WHAT})(en)?",
        *_LEVELS,
    ),
    "native": (
        rf"({_WHAT})?name({_LOCAL})",
        rf"native(name)?|local(name)?|arabic(name)?|adm(in)?[45](name)?({_LOCAL})",
        rf"adm(in)?3(name)?({_LOCAL})",
    ),
    "others": (
        r"aliases|variants|alternatenames|altnames?|othernames?",
        r"(feature|place)?(alt|altname|namealt)\d?(name)?\d?(en)?",
    ),
    "lat": (r"lat(itude)?(dd|wgs84|decimal|y)?|ycoord(inate)?|pointy|y", r"gpslatitude|latnum"),
    "lon": (
        r"(lon|lng|long|longitude)(dd|wgs84|decimal|x)?|xcoord(inate)?|pointx|x",
        r"gpslongitude|longnum",
    ),
    "country": (
        r"iso|iso2|countrycode|countryiso2?|adm(in)?0(p)?code",
        r"country(name)?(en)?|adm(in)?0(name)?(en)?",
    ),
    "admin1": (
        r"adm(in)?1(name)?(en|eng)?|adm(in)?1name1?",
        r"(governorate|province|state|region|oblast)(name)?(en)?",
    ),
    "pcode": (rf"pcoden?|({_WHAT})pcode", *(rf"adm(in)?{level}(p)?code" for level in "543")),
    "kind": (r"kind|featuretype|placetype|settlementtype|featureclass|featurecode|type|fclass",),
    "population": (r"population|pop|totalpop(ulation)?|popest",),
    "id": (r"id",),
}
_KINDS: tuple[tuple[str, str], ...] = (
    (r"quarter|neighbou?rhood|suburb|section of populated|hay|ward|district of city", "quarter"),
    (r"\bcity\b|capital", "city"),
    (r"\btown\b|urban|seat of|municipality", "town"),
    (r"district|county|subdistrict|township|locality \(adm|adm[23]", "district"),
    (r"governorate|province|oblast|\bstate\b|adm1", "province"),
    (r"air ?base|military|barracks|base", "base"),
    (r"airport|airfield|airstrip", "airport"),
    (r"\bdam\b", "dam"),
    (r"crossing|border (post|point)", "crossing"),
    (r"mountain|hill|peak|ridge", "mountain"),
    (r"camp|site|settlement for displaced|bridge|prison|refinery", "site"),
    (r"region|valley|plain", "region"),
    (r"road|highway", "road"),
)  # fmt: skip
_OWN_KINDS = frozenset(
    {
        *("city", "town", "village", "quarter", "base", "airport", "crossing", "dam", "mountain"),
        *("road", "region", "district", "province", "site"),
    }
)
_MANY_BAD = 0.5
_SWAPPED = 0.9


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds what; "" where none does."""

    found: Mapping[str, str]

    def value(self, row: Row, role: str) -> str:
        """Return what a row says, without blanks around it."""
        return (row.get(self.found.get(role, ""), "") or "").strip()


def columns_of(header: Sequence[str]) -> Columns | None:
    """Return which column holds what, None where name or position is missing."""
    plain = {re.sub(r"[\W_]", "", name.casefold()): name for name in reversed(header) if name}
    found = {}
    for role, patterns in _COLUMNS.items():
        for pattern in patterns:
            names = [name for key, name in plain.items() if re.fullmatch(pattern, key)]
            if names:
                found[role] = names[-1]
                break
    return Columns(found) if {"name", "lat", "lon"} <= found.keys() else None


def read_table(
    rows: Iterable[Row],
    columns: Columns,
    *,
    prefix: str,
    country_of: Callable[[str, Sequence[tuple[float, float]]], str],
    areas: Areas,
    skipped: Callable[[], None],
) -> list[AddedPlace]:
    """Return the places of a table.

    Args:
        rows: Rows by header.
        columns: Which column holds what.
        prefix: What ids begin with.
        country_of: From what the table says of the country, or a p-code, and some points, to
            its ISO code; "" where that stays open.
        areas: First-level areas.
        skipped: Called for each row that cannot be used.

    Raises:
        GazetteerFileError: Hardly a row can be used.
    """
    kept: list[tuple[Row, float, float]] = []
    total = 0
    for row in rows:
        if not any(row.values()) or any(str(v).startswith("#") for v in row.values() if v):
            continue  # HXL tags
        total += 1
        lat, lon = (_number(columns.value(row, role)) for role in ("lat", "lon"))
        if not columns.value(row, "name") or not _is_point(lat, lon):
            skipped()
            continue
        assert lat is not None
        assert lon is not None
        kept.append((row, lat, lon))
    if len(kept) < _MANY_BAD * total or not kept:
        msg = (
            f"{total - len(kept)} of {total} rows have no name or no usable position in the "
            f"columns {columns.found['name']!r}, {columns.found['lat']!r} and "
            f"{columns.found['lon']!r}. "
            "Positions are expected in degrees (35.93 and 36.63); nothing was added."
        )
        raise GazetteerFileError(msg)
    points = [(lat, lon) for _, lat, lon in kept[:: max(1, len(kept) // 40)]]
    given = _usual(columns.value(row, "country") for row, _, _ in kept)
    whole = country_of(
        given or _usual(_letters(columns.value(r, "pcode")) for r, _, _ in kept), points
    )
    table = _Table(columns, prefix, whole, country_of, areas)
    return [table.place(number, *item) for number, item in enumerate(kept)]


class _Table:
    """What holds for every row of a table."""

    def __init__(
        self,
        columns: Columns,
        prefix: str,
        country: str,
        country_of: Callable[[str, Sequence[tuple[float, float]]], str],
        areas: Areas,
    ) -> None:
        self.columns = columns
        self.prefix = prefix
        self.country = country
        self.country_of = country_of
        self.areas = areas
        self._seen: set[str] = set()
        self._countries: dict[str, str] = {}

    def place(self, number: int, row: Row, lat: float, lon: float) -> AddedPlace:
        """Return the place of one row."""
        value = self.columns.value
        country = self._country(value(row, "country"))
        native, pcode = value(row, "native"), value(row, "pcode")
        given_area = value(row, "admin1")
        area = (
            self.areas.by_code.get(given_area)
            or (self.areas.named(country, given_area) if given_area else None)
            or self.areas.around(country, lat, lon)
        )
        people = _number(value(row, "population").replace(" ", "")) or 0
        place = Place(
            id=self._id(value(row, "id") or pcode or str(number)),
            name=value(row, "name"),
            kind=kind_of(value(row, "kind"), int(people)),
            lat=lat,
            lon=lon,
            country=country,
            pcode=pcode or (area["code"] if area else ""),
            gazetteer=self.prefix,
            native="" if native.isascii() else native,
            admin1=area["name"] if area else given_area,
            population=max(0, int(people)),
        )
        others = re.split(r"[;|/]", value(row, "others"))
        names = (native, *(other.strip() for other in others))
        return AddedPlace(place, tuple(name for name in names if name))

    def _country(self, given: str) -> str:
        if not given:
            return self.country
        if given not in self._countries:
            self._countries[given] = self.country_of(given, ()) or self.country
        return self._countries[given]

    def _id(self, given: str) -> str:
        found, more = f"{self.prefix}:{given}", 2
        while found in self._seen:
            found, more = f"{self.prefix}:{given}-{more}", more + 1
        self._seen.add(found)
        return found


def kind_of(given: str, population: int) -> str:
    """Return the kind of place for what a table calls it; a settlement where it says nothing."""
    lower = given.casefold()
    if lower in _OWN_KINDS:
        return lower
    for pattern, kind in _KINDS:
        if lower and re.search(pattern, lower):
            return kind
    if population >= 100_000:
        return "city"
    return "town" if population >= 5_000 else "village"


def _number(text: str) -> float | None:
    try:
        # Tables saved where the comma is the decimal point.
        number = float(text.replace(",", ".") if text.count(",") == 1 else text.replace(",", ""))
    except ValueError:
        return None
    return number if number == number and abs(number) < 1e12 else None  # noqa: PLR0124 (not a number differs from itself)


def _is_point(lat: float | None, lon: float | None) -> bool:
    if lat is None or lon is None or (lat == 0 and lon == 0):
        return False
    return abs(lat) <= 90 and abs(lon) <= 180


def _letters(pcode: str) -> str:
    found = re.match(r"[A-Z]{2,3}(?=\d)", pcode)
    return found.group() if found else ""


def _usual(values: Iterable[str]) -> str:
    """Return the value that all rows share, "" where they differ."""
    found: set[str] = set()
    for value in values:
        found.add(value)
        if len(found) > 1:
            return ""
    return found.pop() if found else ""


def rows_of(lines: Iterator[Sequence[str]]) -> tuple[list[str], Iterator[dict[str, str]]]:
    """Return the header of a table, found in its first lines, and its rows by that header."""
    for _, line in zip(range(12), lines, strict=False):
        header = [str(name).strip() for name in line]
        if columns_of(header):
            return header, (dict(zip(header, map(str, row), strict=False)) for row in lines)
    return [], iter(())
