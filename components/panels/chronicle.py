"""The chronicle of Syria: what it is, and how it gets into a new ledger.

It was written for this project and reports nothing, so it is a collection of its own, which
says so wherever it is shown, and which a person's own articles are never mixed with.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from components.articles import Given, read_paths
from components.control import fingerprint
from components.panels.workshop import Job, Workshop
from components.pipeline import Added, Engine
from components.records import Reading
from components.store import Act, Collection, Ledger

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
CHRONICLE = "chronicle"
EXAMPLE = "example"
NAME = "Chronicle of Syria, 2011–2024"
NOTE = "Written for this project from public knowledge, for demonstration, not reporting."
SHORT_NOTE = "Demonstration"
# Idlib has just changed hands; the article in seeds is of these weeks.
OPENING_DAY = date(2015, 3, 28)
_FILES = ((EXAMPLE, "*.txt"), (CHRONICLE, "*.jsonl"))


def start_chronicle(ledger: Ledger, workshop: Workshop, today: date) -> Job:
    """Begin to read the chronicle and the article beside it, or put back what was removed.

    Windows that open meanwhile wait for the same reading.
    """
    work = read_chronicle(ledger, today)
    return workshop.start("Reading the chronicle", work, total=1, name=CHRONICLE)


def read_chronicle(ledger: Ledger, today: date) -> Callable[[Engine, Job], Added]:
    """Return the work that reads the chronicle into the ledger.

    Nothing is kept before all is read: a start that is broken off begins anew the next time.
    """

    def work(engine: Engine, job: Job) -> Added:
        given = {shelf: _given(pattern, today) for shelf, pattern in _FILES}
        job.total = sum(map(len, given.values()))
        added = Added()
        readings: dict[str, list[Reading]] = {shelf: [] for shelf in given}
        for shelf, items in given.items():
            for item in items:
                readings[shelf].append(engine.read(item.article))
                if not job.handled(job.done + 1):
                    added.stopped = True
                    return added
        for shelf, read in readings.items():
            _keep(ledger, shelf, read, added)
        return added

    return work


def _given(pattern: str, today: date) -> list[Given]:
    found = read_paths(sorted(SEEDS.glob(pattern)), today=today)
    return [item for item in found if isinstance(item, Given)]


def _keep(ledger: Ledger, shelf: str, readings: Sequence[Reading], added: Added) -> None:
    if shelf == CHRONICLE:
        ledger.make_collection(CHRONICLE, NAME, note=NOTE, demonstration=True)
    else:
        ledger.make_collection(EXAMPLE, "Example: Jisr al-Shughur, 2015", demonstration=True)
    act = Act(batch=shelf)
    printed = [(reading, fingerprint(reading.article.text)) for reading in readings]
    new = ledger.add_all(printed, collection=shelf, act=act)
    for reading, is_new in zip(readings, new, strict=True):
        if is_new:
            added.note(reading)


def notes_of(shelves: Iterable[Collection], shown: frozenset[str]) -> str:
    """Return what must be said of the collections shown, "" where nothing must."""
    return " ".join(shelf.note for shelf in shelves if shelf.id in shown and shelf.note)
