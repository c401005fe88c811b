"""Putting readings into a ledger, within one transaction."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from components.errors import LedgerError
from components.records import Reading
from components.store import rows, schema, shelves
from components.store.log import Act, Details
from components.store.parts import write_parts
from components.store.writing import done, write_again


@dataclass(frozen=True, slots=True)
class Shelving:
    """Where a reading goes.

    Args:
        collection: The collection.
        fingerprint: What tells near-copies, "" when it is worked out later.
    """

    collection: str
    fingerprint: str = ""


def text_digest(text: str) -> str:
    """Return what tells two texts apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def add_reading(connection: Connection, reading: Reading, where: Shelving, act: Act) -> bool:
    """Keep a reading; False when the same text is already in the collection."""
    digest = text_digest(reading.article.text)
    known = connection.execute(
        select(schema.articles).where(schema.articles.c.digest == digest)
    ).first()
    if known is not None and known.removed is None:
        if not shelves.shelve(connection, known.number, where.collection):
            return False
        article_id = known.id
    else:
        article_id = reading.article.id
        if known is None or known.id != article_id:
            _refuse_other_text(connection, article_id)
        if known is None:
            _write_new(connection, reading, digest, where)
        else:
            write_again(connection, known, reading)
            shelves.unshelve(connection, known.number)
            shelves.shelve(connection, known.number, where.collection)
    done(connection, act, "article added", article_id, Details(after=where.collection))
    return True


def _write_new(connection: Connection, reading: Reading, digest: str, where: Shelving) -> None:
    """Write an article that was never kept before."""
    number = connection.execute(
        insert(schema.articles).values(
            id=reading.article.id,
            digest=digest,
            text=reading.article.text,
            body=rows.reading_body(reading),
            fingerprint=where.fingerprint or None,
        )
    ).inserted_primary_key
    assert number
    write_parts(connection, number[0], reading)
    shelves.shelve(connection, number[0], where.collection)


def _refuse_other_text(connection: Connection, article_id: str) -> None:
    """Refuse an identifier under which another text is kept."""
    taken = connection.scalar(
        select(schema.articles.c.number).where(schema.articles.c.id == article_id)
    )
    if taken is not None:
        msg = (
            f"Another text is already kept as article {article_id!r}. Give this one another "
            "identifier, or remove the other; nothing was added."
        )
        raise LedgerError(msg)
