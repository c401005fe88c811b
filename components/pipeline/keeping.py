"""The commands about the user's own ledger: its log and its collections."""

import getpass
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from components.errors import BadChoiceError
from components.pipeline.engine import Engine
from components.pipeline.lines import write_bytes
from components.pipeline.logbook import log_csv, log_jsonl
from components.pipeline.rereading import read_again
from components.store import Act, Ledger


def export_command(ledger: Ledger, out: Path) -> None:
    """Write the log of all changes as CSV or JSON Lines, by the ending of the file's name.

    Raises:
        BadChoiceError: The name ends in neither .csv nor .jsonl.
    """
    writers = {".csv": log_csv, ".jsonl": log_jsonl}
    ending = out.suffix.lower()
    if ending not in writers:
        msg = f"{out.name!r} ends in {ending!r}. Name the file .csv or .jsonl."
        raise BadChoiceError(msg)
    write_bytes(writers[ending](ledger).encode("utf-8"), out)


def again_command(
    ledger: Ledger, engine: Engine, today: date, progress: Callable[[int], None]
) -> Iterator[str]:
    """Read all kept articles again with the places known now; yield what to tell."""

    def tell(done: int) -> bool:
        progress(done)
        return True

    told = read_again(ledger, engine, today, tell, by=getpass.getuser())
    yield told.words()
    for one in told.differences:
        yield "\n  ".join([one.article, *one.words()])


def collections_command(ledger: Ledger, action: str, collection: str) -> Iterator[str]:
    """List the collections, take one out or put it back; yield what to tell.

    Raises:
        BadChoiceError: There is no such collection.
    """
    if action != "list":
        act = Act(getpass.getuser(), datetime.now(UTC))
        change = {"remove": ledger.remove_collection, "restore": ledger.restore_collection}[action]
        if not change(collection, act=act):
            known = ", ".join(c.id for c in ledger.collections())
            msg = f"There is nothing to {action} under {collection!r}. There are: {known}."
            raise BadChoiceError(msg)
    for one in ledger.collections():
        notes = ["removed"] if one.removed else []
        notes += ["demonstration"] if one.demonstration else []
        tail = f" ({', '.join(notes)})" if notes else ""
        yield f"{one.id}: {one.name}, {one.articles:,} articles{tail}"
