"""Places that a person has added: one file for each table, in the user's data folder."""

import hashlib
import json
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from components.errors import ReaderError
from components.places.index import sweep
from components.records import Place

DATA_SETTING = "WHOHELD_DATA_DIR"
FOLDER = "gazetteers"
ENDING = ".places.jsonl"
_FORMAT = 1
_PART_STALE_S = 3600
_NAME = re.compile(r"[^\w-]+")
_LONGEST_NAME = 40

Progress = Callable[[float, str], None]
Rings = tuple[tuple[float, ...], ...]


class GazetteerFileError(ReaderError):
    """A file of places that cannot be used; what was there before is unchanged."""


@dataclass(frozen=True, slots=True)
class AddedPlace:
    """A place of a file that a person gave.

    Args:
        place: The place; its id is stable for the same file.
        names: Other names, in any script.
        outline: Rings of an area as lon, lat, lon, lat ...; empty for a point.
    """

    place: Place
    names: tuple[str, ...] = ()
    outline: Rings = ()


@dataclass(frozen=True, slots=True)
class AddedFile:
    """What was added under a name.

    Args:
        name: What a person calls it ("SY"); adding under the same name replaces it.
        source: What kind of file it was, in words.
        given: The file's own name.
        places: How many places it holds.
        passed_over: How many rows of the given file could not be used or are no places.
        added_at: When, UTC.
        path: Where it is kept.
    """

    name: str
    source: str
    given: str
    places: int
    passed_over: int
    added_at: datetime
    path: Path


def data_folder(given: Path | None = None) -> Path:
    """Return the folder for added files: in the one given, else beside the user's ledger."""
    if given is None:
        setting = os.environ.get(DATA_SETTING)
        given = Path(setting).expanduser() if setting else user_data_path("whoheld", False)
    return given / FOLDER


def list_added(data_dir: Path | None = None) -> tuple[AddedFile, ...]:
    """Return what has been added, the oldest first; a file that is not whole is left out."""
    folder = data_folder(data_dir)
    found = [_described(path) for path in sorted(folder.glob(f"*{ENDING}"))]
    return tuple(sorted((f for f in found if f), key=lambda f: (f.added_at, f.name)))


def remove_added(name: str, data_dir: Path | None = None) -> AddedFile:
    """Take out what was added under a name.

    Raises:
        GazetteerFileError: Nothing was added under it.
    """
    known = list_added(data_dir)
    for file in known:
        if file.name == name:
            file.path.unlink(missing_ok=True)
            return file
    names = ", ".join(repr(file.name) for file in known) or "none so far"
    msg = f"No places were added under the name {name!r}. Added names: {names}."
    raise GazetteerFileError(msg)


def keep(
    places: Sequence[AddedPlace],
    *,
    name: str,
    source: str,
    given: str,
    passed_over: int,
    data_dir: Path | None,
) -> AddedFile:
    """Keep places under a name, in place of what was added under it before.

    The file is written beside its final name and moved there whole.

    Raises:
        GazetteerFileError: The folder cannot be written to.
    """
    folder = data_folder(data_dir)
    name = plain_name(name)
    head = {
        "format": _FORMAT,
        "name": name,
        "source": source,
        "given": given,
        "places": len(places),
        "passed_over": passed_over,
        "added_at": datetime.now(UTC).isoformat(timespec="microseconds"),
    }
    part = folder / f".{name}.{os.getpid()}-{time.monotonic_ns()}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # What was half written when a process ended.
        sweep(folder, ".*.part", _PART_STALE_S)
        digest = _write(part, head, places)
        path = folder / f"{name}.{digest}{ENDING}"
        before = [file.path for file in list_added(data_dir) if file.name == name]
        part.replace(path)
        for old in before:
            if old != path:
                old.unlink(missing_ok=True)
    except OSError as error:
        msg = (
            f"The places cannot be kept in {str(folder)!r} ({error.strerror}). Nothing was "
            f"changed; set {DATA_SETTING} to a folder that you may write."
        )
        raise GazetteerFileError(msg) from error
    finally:
        if part.exists():
            part.unlink()
    described = _described(path)
    assert described
    return described


def plain_name(name: str) -> str:
    """Return a name that can be part of a file's name."""
    return _NAME.sub("-", name).strip("-_")[:_LONGEST_NAME] or "places"


def _write(part: Path, head: dict[str, Any], places: Iterable[AddedPlace]) -> str:
    digest = hashlib.sha256()
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for value in (head, *map(_row, places)):
            line = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
            digest.update(line.encode())
            file.write(line)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()[:12]


def _row(added: AddedPlace) -> dict[str, Any]:
    row = {key: value for key, value in asdict(added.place).items() if value not in ("", 0)}
    if added.names:
        row["names"] = added.names
    if added.outline:
        row["outline"] = added.outline
    return row


def read_kept(file: AddedFile) -> Iterator[AddedPlace]:
    """Yield the places of an added file."""
    with file.path.open(encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            row = json.loads(line)
            names = tuple(row.pop("names", ()))
            outline = tuple(tuple(ring) for ring in row.pop("outline", ()))
            blank = {"country": "", "pcode": "", "lat": 0.0, "lon": 0.0}
            yield AddedPlace(Place(**(blank | row)), names, outline)


def _described(path: Path) -> AddedFile | None:
    """Read the first line of a kept file; None where it is none of ours or of another format."""
    try:
        with path.open(encoding="utf-8") as file:
            head = json.loads(file.readline())
        if head["format"] != _FORMAT:
            return None
        return AddedFile(
            name=head["name"],
            source=head["source"],
            given=head["given"],
            places=head["places"],
            passed_over=head["passed_over"],
            added_at=datetime.fromisoformat(head["added_at"]),
            path=path,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
