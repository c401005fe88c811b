"""The example: the articles in seeds/ that are texts, read like any other."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from components.articles import Given, Problem, read_paths
from components.panels.adding import read_items
from components.panels.workshop import Job, Workshop
from components.pipeline import Added, Engine
from components.store import Ledger

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def read_example(ledger: Ledger, today: date) -> Callable[[Engine, Job], Added]:
    """Return the work that reads the example into the ledger."""

    def items() -> Iterator[Given | Problem]:
        # The chronicle beside them waits until it can be shown under its own label.
        return read_paths(sorted(SEEDS.glob("*.txt")), today=today)

    return read_items(ledger, items)


def start_example(ledger: Ledger, workshop: Workshop, today: date) -> Job:
    """Begin to read the example; windows that open meanwhile wait for the same reading."""
    work = read_example(ledger, today)
    return workshop.start("Reading the example", work, total=1, name="example")
