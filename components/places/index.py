"""The gazetteer's index: one SQLite file, built once into the user's cache."""

import gc
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from operator import itemgetter
from pathlib import Path

import platformdirs

from components.errors import ReaderError
from components.places.keys import forget_words, light_key, skeleton_key, written_key
from components.places.sources import DATA, FILES, VERSIONS, Entry, entries
from components.records import Place

SCHEMA = """
CREATE TABLE place (
  number INTEGER PRIMARY KEY, id TEXT, name TEXT, kind TEXT, lat REAL, lon REAL, country TEXT,
  pcode TEXT, gazetteer TEXT, native TEXT, admin1 TEXT, population INTEGER);
CREATE TABLE name (
  skeleton TEXT, place INTEGER, light TEXT, written TEXT, form INTEGER,
  PRIMARY KEY (skeleton, place, light, form)) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX place_id ON place (id);
CREATE INDEX name_light ON name (light);
"""
MAIN, OTHER, CORE = range(3)
CACHE_SETTING = "WHOHELD_CACHE_DIR"
STALE_S = 3600
_CODE = ("keys.py", "respelling.py", "classes.py", "sources.py", "index.py")

Progress = Callable[[float, str], None]
NameRow = tuple[str, int, str, str, int]


class GazetteerError(ReaderError):
    """The index of place names cannot be built or read."""


def cache_folder(given: Path | None = None) -> Path:
    """Return the folder for the index: as given, as set in the environment, or the user's."""
    if given:
        return given
    setting = os.environ.get(CACHE_SETTING)
    return Path(setting) if setting else Path(platformdirs.user_cache_dir("whoheld"))


def index_digest() -> str:
    """Return a digest of everything the index is made from: data, their versions, and code."""
    digest = hashlib.sha256(repr((VERSIONS, SCHEMA, INDEXES)).encode())
    for path in (*(DATA / name for name in FILES), *(Path(__file__).with_name(c) for c in _CODE)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def ensure_index(folder: Path, progress: Progress | None = None) -> Path:
    """Return the index file in `folder`, building it first when it is not there.

    It is built beside its final name and moved there whole, so a second process at the same
    time, or an end half-way, leaves either a whole index or none.

    Raises:
        GazetteerError: The folder cannot be written to.
    """
    path = folder / f"places-{index_digest()}.sqlite"
    if path.exists():
        return path
    building = folder / f"{path.name}.{os.getpid()}-{time.monotonic_ns()}.building"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder, "places-*.sqlite*", STALE_S, keep=path)
        _build(building, progress or (lambda _share, _words: None))
        _move(building, path)
    except (OSError, sqlite3.OperationalError) as error:
        msg = (
            f"The index of place names cannot be written to {str(folder)!r} ({error}). "
            f"Set {CACHE_SETTING} to a folder with 300 MB of free space."
        )
        raise GazetteerError(msg) from error
    finally:
        if building.exists():
            building.unlink()
    return path


def _move(building: Path, path: Path) -> None:
    try:
        building.replace(path)
    except PermissionError:
        # Windows does not replace a file that another process, which was faster, has open.
        if not path.exists():
            raise


def sweep(folder: Path, pattern: str, stale_s: float, keep: Path | None = None) -> None:
    """Remove files of `pattern` left behind by earlier versions and unfinished work.

    Args:
        folder: Where they lie; files in folders below it stay.
        pattern: What their names are like.
        stale_s: How many seconds old one must be.
        keep: A file that stays whatever its age.
    """
    for old in folder.glob(pattern):
        # Another process may build, move or remove a file between the listing and the look.
        with suppress(FileNotFoundError):
            if old != keep and time.time() - old.stat().st_mtime > stale_s:
                old.unlink()


def _build(path: Path, progress: Progress) -> None:
    words = "Indexing place names (once)"
    progress(0.0, words)
    names: list[NameRow] = []
    connection = sqlite3.connect(path, isolation_level=None)
    # A million small tuples, none in a cycle: looking for garbage would take a quarter longer.
    collecting = gc.isenabled()
    gc.disable()
    try:
        connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;" + SCHEMA
        )
        connection.execute("BEGIN")
        insert_places(connection, _places(names, lambda share: progress(0.1 + 0.6 * share, words)))
        progress(0.7, words)
        insert_names(connection, _sorted(names))
        progress(0.9, words)
        connection.execute("COMMIT")
        connection.executescript(INDEXES)
    finally:
        connection.close()
        forget_words()
        if collecting:
            gc.enable()
    progress(1.0, words)


def _sorted(names: list[NameRow]) -> Iterator[NameRow]:
    """Yield rows by skeleton: filling a sorted table from its end takes half the time.

    Python compares texts at double speed where all are ASCII, so others come after them.
    """
    plain: list[NameRow] = []
    others: list[NameRow] = []
    for row in names:
        (plain if row[0].isascii() else others).append(row)
    names.clear()
    for rows in (plain, others):
        rows.sort(key=itemgetter(0))
        yield from rows


def _places(names: list[NameRow], advance: Callable[[float], None]) -> Iterator[tuple[int, Place]]:
    """Yield each place with its number, and put its names into `names`."""
    for number, entry in enumerate(entries(advance)):
        names.extend(names_of(number, entry))
        yield number, entry.place


def insert_places(connection: sqlite3.Connection, places: Iterable[tuple[int, Place]]) -> None:
    """Write numbered places."""
    connection.executemany(
        f"INSERT INTO place VALUES ({','.join('?' * 12)})",  # noqa: S608 (no outside text)
        (
            (
                *(number, p.id, p.name, p.kind, p.lat, p.lon, p.country),
                *(p.pcode, p.gazetteer, p.native, p.admin1, p.population),
            )
            for number, p in places
        ),
    )


def insert_names(connection: sqlite3.Connection, names: Iterable[NameRow]) -> None:
    """Write names of numbered places."""
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?,?)", names)


def names_of(number: int, entry: Entry) -> Iterator[NameRow]:
    """Yield the keys of an entry's names; a spelling of its main name counts as that."""
    seen: set[str] = set()
    main = skeleton_key(light_key(entry.place.name))
    for i, name in enumerate(entry.names):
        light = light_key(name)
        is_ascii = name.isascii()
        if not light or (light in seen and is_ascii):
            continue
        seen.add(light)
        written = name.lower() if is_ascii else written_key(name)
        skeleton = skeleton_key(light)
        form = MAIN if i < entry.mains or skeleton == main else OTHER
        # `written` is left out where it says nothing that `light` does not.
        yield skeleton, number, light, "" if written == light else written, form
    for core in {light_key(core) for core in entry.cores}:
        yield skeleton_key(core), number, core, "", CORE
