"""The keys of a million names: work for two processes where the machine has two cores."""

import marshal
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

from components.places.keys import forget_words, light_key, skeleton_key, written_key
from components.places.sources import Entry, entries
from components.records import Place

MAIN, OTHER, CORE = range(3)
# The places of one part are numbered from here on, those of the part before below it.
PART_NUMBERS = 10_000_000
_ROOT = Path(__file__).resolve().parents[2]
_OTHER_PART = (
    "import sys\nfrom components.places.keying import write_part\n"
    "write_part(int(sys.argv[1]), int(sys.argv[2]), sys.stdout.buffer)\n"
)

NameRow = tuple[str, int, str, str, int]
PlaceRow = tuple[int, str, str, str, float, float, str, str, str, str, str, int]
_skeleton_of: Callable[[NameRow], str] = itemgetter(0)


@dataclass(slots=True)
class Keyed:
    """Rows for the index.

    Args:
        places: Rows of places by number.
        plain: Rows of names whose skeleton is ASCII, by skeleton. Python compares texts at
            double speed where all are, so the others are kept apart.
        others: The other rows of names, by skeleton.
    """

    places: list[PlaceRow] = field(default_factory=list)
    plain: list[NameRow] = field(default_factory=list)
    others: list[NameRow] = field(default_factory=list)

    def add(self, numbered: Iterable[tuple[int, Entry]]) -> None:
        """Add the rows of numbered entries."""
        for number, entry in numbered:
            self.places.append(place_row(number, entry.place))
            for row in names_of(number, entry):
                (self.plain if row[0].isascii() else self.others).append(row)
        self._sort()

    def merge(self, later: "Keyed") -> None:
        """Add the names of a later part; its places are kept part by part."""
        self.plain += later.plain
        self.others += later.others
        self._sort()

    def names(self) -> Iterator[NameRow]:
        """Yield the rows of names: filling a sorted table from its end takes half the time."""
        yield from self.plain
        yield from self.others

    def _sort(self) -> None:
        self.plain.sort(key=_skeleton_of)
        self.others.sort(key=_skeleton_of)


def key_all(advance: Callable[[float], None]) -> Iterator[Keyed]:
    """Yield the rows of every entry, part by part.

    There is time for the first part's while another process still keys the next.

    Args:
        advance: Told the share done, 0 to 1.
    """
    parts = 2 if _cores() > 1 else 1
    elsewhere = [_OtherPart(part, parts) for part in range(1, parts)]
    try:
        yield key_part(0, parts, advance)
        for other in elsewhere:
            yield other.rows()
    finally:
        for other in elsewhere:
            other.end()


def key_part(part: int, parts: int, advance: Callable[[float], None]) -> Keyed:
    """Return the rows of one of so many parts of the entries."""
    keyed = Keyed()
    try:
        keyed.add(enumerate(entries(advance, part, parts), part * PART_NUMBERS))
    finally:
        forget_words()
    return keyed


class _OtherPart:
    """A part being keyed by a process of its own, of this very program."""

    def __init__(self, part: int, parts: int) -> None:
        self._part = (part, parts)
        self._process = subprocess.Popen(  # noqa: S603 (our own program, no word from outside)
            [sys.executable, "-c", _OTHER_PART, str(part), str(parts)],
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def rows(self) -> Keyed:
        """Wait for the rows; where that process could not make them, make them here."""
        written, _ = self._process.communicate()
        try:
            return Keyed(*marshal.loads(written))  # noqa: S302 (written by our own process)
        except (EOFError, ValueError, TypeError):
            return key_part(*self._part, lambda _share: None)

    def end(self) -> None:
        """End the process where it still runs, as after a key that interrupts."""
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


def write_part(part: int, parts: int, out: BinaryIO) -> None:
    """Write the rows of a part for the process that waits for them."""
    keyed = key_part(part, parts, lambda _share: None)
    marshal.dump((keyed.places, keyed.plain, keyed.others), out)


def _cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def place_row(number: int, place: Place) -> PlaceRow:
    """Return a numbered place as the index holds it."""
    return (
        *(number, place.id, place.name, place.kind, place.lat, place.lon, place.country),
        *(place.pcode, place.gazetteer, place.native, place.admin1, place.population),
    )


def names_of(number: int, entry: Entry) -> Iterator[NameRow]:
    """Yield the keys of an entry's names; a spelling of its main name counts as that."""
    seen: set[str] = set()
    called = light_key(entry.place.name)
    main = skeleton_key(called)
    for i, name in enumerate(entry.names):
        light = light_key(name)
        is_ascii = name.isascii()
        if not light or (light in seen and is_ascii):
            continue
        seen.add(light)
        written = name.lower() if is_ascii else written_key(name)
        skeleton = main if light == called else skeleton_key(light)
        form = MAIN if i < entry.mains or skeleton == main else OTHER
        # `written` is left out where it says nothing that `light` does not.
        yield skeleton, number, light, "" if written == light else written, form
    for core in {light_key(core) for core in entry.cores}:
        yield skeleton_key(core), number, core, "", CORE
