"""What each change to a ledger is made of, within one transaction."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.engine import Row

from components.errors import LedgerError
from components.records import Reading
from components.store import rows, schema, undoing
from components.store.log import PLAIN, Act, Details, Entry, EntryKind, entries, write
from components.store.parts import clear_parts, write_parts
from components.store.shelves import is_kept


def done(
    connection: Connection,
    act: Act,
    kind: EntryKind,
    subject: str,
    details: Details = PLAIN,
) -> Entry:
    """Count the revision up, mark the article as changed, and log what was done."""
    revision = count_up(connection)
    article = details.article or (subject if kind.startswith("article") else "")
    undoing.touch(connection, kind, article, revision)
    about = replace(details, article=article)
    return write(connection, act, kind, subject, about, revision=revision)


def set_collection(connection: Connection, act: Act, collection: str, *, removed: bool) -> None:
    """Take a collection out or put it back."""
    entry = done(
        connection, act, "collection removed" if removed else "collection put back", collection
    )
    at = entry.revision if removed else None
    undoing.set_collection_removed(connection, collection, at, entry.revision)


def revision_of(connection: Connection) -> int:
    """Return the ledger's revision."""
    return (
        connection.scalar(select(schema.meta.c.number).where(schema.meta.c.name == "revision")) or 0
    )


def count_up(connection: Connection) -> int:
    """Count the ledger's revision up and return it."""
    connection.execute(
        update(schema.meta)
        .where(schema.meta.c.name == "revision")
        .values(number=schema.meta.c.number + 1)
    )
    return revision_of(connection)


def claim_read(connection: Connection, claim_id: str) -> tuple[str, str | None]:
    """Return the article of a claim and the claim as read; "" and None when it is in none."""
    row = connection.execute(
        select(schema.articles.c.id, schema.claims.c.body)
        .join(schema.claims)
        .where(schema.claims.c.id == claim_id)
    ).first()
    if row is not None:
        return row.id, row.body
    added = entries(
        connection, schema.log.c.subject == claim_id, schema.log.c.kind == "claim added"
    )
    return (added[-1].article, added[-1].after_body) if added else ("", None)


def write_again(connection: Connection, row: Row[Any], reading: Reading) -> None:
    """Put another reading of the same text in the place of the one kept or taken out."""
    connection.execute(
        update(schema.articles)
        .where(schema.articles.c.number == row.number)
        .values(id=reading.article.id, body=rows.reading_body(reading), removed=None)
    )
    if row.id != reading.article.id:
        for column in (schema.log.c.article, schema.log.c.subject):
            connection.execute(
                update(schema.log).where(column == row.id).values({column: reading.article.id})
            )
    clear_parts(connection, row.number)
    write_parts(connection, row.number, reading)


def refuse_without_article(connection: Connection, article_id: str) -> None:
    """Refuse what is about an article that is not kept."""
    there = connection.scalar(
        select(schema.articles.c.number).where(schema.articles.c.id == article_id, is_kept())
    )
    if there is None:
        msg = f"There is no article {article_id!r}. It may have been removed in another window."
        raise LedgerError(msg)


def refuse_unknown(connection: Connection, collection: str) -> None:
    """Refuse a collection that was never made."""
    there = connection.scalar(
        select(schema.collections.c.id).where(schema.collections.c.id == collection)
    )
    if there is None:
        msg = f"There is no collection {collection!r}. Make it first; nothing was added."
        raise LedgerError(msg)
