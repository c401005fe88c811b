"""The gazetteer's index: one SQLite file, built once into the user's cache."""

import gc
import hashlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import platformdirs

from components.errors import ReaderError
from components.places.keying import Keyed, NameRow, PlaceRow, key_all
from components.places.sources import DATA, FILES, VERSIONS

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
CACHE_SETTING = "WHOHELD_CACHE_DIR"
STALE_S = 3600
_CODE = ("keys.py", "respelling.py", "classes.py", "sources.py", "keying.py", "index.py")

Progress = Callable[[float, str], None]


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
    connection = sqlite3.connect(path, isolation_level=None)
    # A million small tuples, none in a cycle: looking for garbage would take a quarter longer.
    collecting = gc.isenabled()
    gc.disable()
    try:
        connection.executescript(
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;" + SCHEMA
        )
        connection.execute("BEGIN")
        keyed = Keyed()
        for part in key_all(lambda share: progress(0.1 + 0.5 * share, words)):
            insert_places(connection, part.places)
            keyed.merge(part)
        progress(0.7, words)
        insert_names(connection, keyed.names())
        progress(0.9, words)
        connection.execute("COMMIT")
        connection.executescript(INDEXES)
    finally:
        connection.close()
        if collecting:
            gc.enable()
    progress(1.0, words)


def insert_places(connection: sqlite3.Connection, places: Iterable[PlaceRow]) -> None:
    """Write rows of places."""
    connection.executemany(
        f"INSERT INTO place VALUES ({','.join('?' * 12)})",  # noqa: S608 (no outside text)
        places,
    )


def insert_names(connection: sqlite3.Connection, names: Iterable[NameRow]) -> None:
    """Write names of numbered places."""
    connection.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?,?,?)", names)
