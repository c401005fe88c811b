"""The command `gazetteer`: the index of places, and one's own beside the embedded ones."""

from collections.abc import Callable, Iterator
from pathlib import Path

from components.errors import ReaderError
from components.places import (
    AddedFile,
    add_file,
    list_added,
    official_addresses,
    open_gazetteer,
    remove_added,
)

Progress = Callable[[float, str], None]
MOST_BYTES = 1_500_000_000


def build_command(progress: Progress) -> Iterator[str]:
    """Make the index of places where there is none yet; yield what to tell.

    Raises:
        ReaderError: The folder of the cache cannot be written to.
    """
    open_gazetteer(progress=progress)
    yield "The index of place names is there."


def add_command(path: Path, name: str, country: str, progress: Progress) -> Iterator[str]:
    """Add a file of places and index it; yield what to tell.

    Raises:
        ReaderError: The file cannot be used; nothing was changed.
    """
    if not path.is_file():
        msg = f"{str(path)!r} is no file. Give one as published, such as SY.zip from GeoNames."
        raise ReaderError(msg)
    size = path.stat().st_size
    if size > MOST_BYTES:
        msg = f"{str(path)!r} is {size / 1e9:.1f} GB large. Take the file of one country."
        raise ReaderError(msg)
    known = {file.name for file in list_added()}
    added = add_file(
        path.read_bytes(), path.name, open_gazetteer(progress=progress), name=name, country=country
    )
    open_gazetteer(progress=progress)
    yield told(added, was_there=added.name in known)
    yield "Articles kept before keep their places until `python -m components again` reads them."


def told(added: AddedFile, *, was_there: bool = False) -> str:
    """Return in words what was added."""
    passed = f"; {added.passed_over:,} rows were no places or unusable" if added.passed_over else ""
    verb = "Replaced" if was_there else "Added"
    return (
        f"{verb} {added.name}: {added.places:,} places from {added.given} ({added.source}){passed}."
    )


def list_command() -> Iterator[str]:
    """Yield what was added, one line each, and where more is published."""
    files = list_added()
    for file in files:
        yield f"{file.name}\t{file.places}\t{file.added_at:%Y-%m-%d}\t{file.given}\t{file.source}"
    if not files:
        yield "No places were added so far. Files that can be added are published at:"
        for address in official_addresses():
            yield f"{address.publisher}: {address.url} ({address.what}; {address.licence})"


def remove_command(name: str) -> Iterator[str]:
    """Take out what was added under a name.

    Raises:
        ReaderError: Nothing was.
    """
    removed = remove_added(name)
    yield f"Removed {removed.name}: {removed.places:,} places. The file you gave is untouched."
