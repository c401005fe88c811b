"""Bringing a ledger of an earlier version up to this one; nothing in it is lost."""

from typing import Any

from sqlalchemy import Connection, insert, select, text, update
from sqlalchemy.schema import CreateColumn

from components.errors import LedgerError
from components.store import schema
from components.store.shelves import make_own

# What the first version had; a database without these is no ledger.
FIRST_TABLES = frozenset({"meta", "articles", "claims", "mentions", "places", "actors"})
_VERDICTS = {
    "accepted": "claim accepted",
    "rejected": "claim rejected",
    "corrected": "claim corrected",
}


def migrate(connection: Connection, version: int) -> None:
    """Change the tables from `version` to the present one, within the caller's transaction."""
    if version < 2:
        _to_second(connection)
    connection.execute(
        update(schema.meta)
        .where(schema.meta.c.name == "schema")
        .values(number=schema.SCHEMA_VERSION)
    )


def _to_second(connection: Connection) -> None:
    """Add collections and the log: all articles become the person's own, reviews are logged."""
    for column in (schema.articles.c.changed, schema.articles.c.fingerprint):
        words = CreateColumn(column).compile(dialect=connection.dialect)
        connection.execute(text(f"ALTER TABLE articles ADD COLUMN {words}"))
    for table in (schema.collections, schema.shelves, schema.log):
        table.create(connection)
    for index in schema.articles.indexes:
        index.create(connection)
    make_own(connection)
    numbers = connection.scalars(select(schema.articles.c.number)).all()
    if numbers:
        connection.execute(
            insert(schema.shelves), [{"article": n, "collection": "own"} for n in numbers]
        )
    _log_reviews(connection)
    connection.execute(text("DROP TABLE reviews"))


def _log_reviews(connection: Connection) -> None:
    homes = {
        row.claim: row.article
        for row in connection.execute(
            select(schema.claims.c.id.label("claim"), schema.articles.c.id.label("article")).join(
                schema.articles
            )
        )
    }
    said = connection.execute(text("SELECT * FROM reviews ORDER BY number")).all()
    entries = [_entry(row, homes.get(row.claim_id, "")) for row in said]
    if entries:
        connection.execute(insert(schema.log), entries)


def _entry(row: Any, article: str) -> dict[str, Any]:
    if row.verdict not in _VERDICTS:
        msg = (
            f"Review {row.number} of the ledger has the verdict {row.verdict!r}, expected one of "
            f"{', '.join(_VERDICTS)}. The ledger was left as it is; put a backup in its place."
        )
        raise LedgerError(msg)
    return {
        "batch": f"review {row.number}",
        "kind": _VERDICTS[row.verdict],
        "subject": row.claim_id,
        "article": article,
        "before": None,
        "after": row.replacement,
        "by": row.reviewer,
        "at": row.reviewed_at,
        "note": row.note,
        "status": "live",
        "revision": 0,
    }
