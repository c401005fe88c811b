"""The log of a ledger as rows, CSV and JSON Lines: who changed what, when and why."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

from components.records import Actor, Claim, DateInterval, Place
from components.store import Entry, Ledger
from components.territory import claim_words

Row = dict[str, Any]
_COLUMNS = (
    *("number", "at", "by", "what", "subject", "article", "note", "status", "batch"),
    *("before", "after"),
)
# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def log_rows(ledger: Ledger) -> Iterator[Row]:
    """Yield one row a change, in the order made; those undone or set aside too."""
    actors = {actor.id: actor for actor in ledger.actors()}
    places = {place.id: place for place in ledger.places()}
    for entry in ledger.log():
        yield _row(entry, actors, places)


def log_jsonl(ledger: Ledger) -> str:
    """Return the log as JSON Lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in log_rows(ledger))


def log_csv(ledger: Ledger) -> str:
    """Return the log as CSV with a line of names, safe to open in a spreadsheet."""
    written = io.StringIO()
    table = csv.DictWriter(written, _COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for row in log_rows(ledger):
        table.writerow({name: _cell(value) for name, value in row.items()})
    return written.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _row(entry: Entry, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> Row:
    decided = entry.kind == "place decided"
    after = _where(entry.after_body, places) if decided else _told(entry.after, actors, places)
    return {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "what": entry.kind,
        "subject": entry.subject,
        "article": entry.article,
        "note": entry.note,
        "status": entry.status,
        "batch": entry.batch,
        "before": _told(entry.before, actors, places),
        "after": after,
    }


def _told(claim: Claim | None, actors: Mapping[str, Actor], places: Mapping[str, Place]) -> str:
    """Return a claim in one line, "" for none: "Idlib: Captured by the rebels (2015-03-28)"."""
    if claim is None:
        return ""

    def name(actor_id: str) -> str:
        actor = actors.get(actor_id)
        return (actor.phrase or actor.name) if actor else actor_id

    where = _where(claim.place_id, places) if claim.place_id else claim.toponym
    return f"{where}: {claim_words(claim, name)} ({_iso(claim.event)})"


def _where(place_id: str | None, places: Mapping[str, Place]) -> str:
    if place_id is None:
        return "no place"
    place = places.get(place_id)
    return f"{place.name} [{place_id}]" if place else place_id


def _iso(days: DateInterval) -> str:
    first, last = (d.isoformat() if d else "" for d in (days.earliest, days.latest))
    return first if first == last else f"{first}/{last}"
