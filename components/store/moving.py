"""Articles and collections taken out and put back, and articles read anew."""

from sqlalchemy import Connection, insert, select, update

from components.errors import LedgerError
from components.records import Reading
from components.store import rows, schema
from components.store.adding import text_digest
from components.store.log import Act, Details
from components.store.parts import parts_body
from components.store.writing import done, revision_of, set_collection, write_again


def read_again(connection: Connection, reading: Reading, act: Act) -> None:
    """Put another reading of an article in the place of the one kept.

    Raises:
        LedgerError: No article with this identifier and text is kept.
    """
    row = connection.execute(
        select(schema.articles).where(
            schema.articles.c.id == reading.article.id,
            schema.articles.c.digest == text_digest(reading.article.text),
        )
    ).first()
    if row is None:
        msg = f"No article {reading.article.id!r} with this text is kept. Add it first."
        raise LedgerError(msg)
    before = parts_body(connection, row.number, row.body)
    write_again(connection, row, reading)
    after = parts_body(connection, row.number, rows.reading_body(reading))
    done(connection, act, "article read again", row.id, Details("", before, after))


def move_article(connection: Connection, article_id: str, act: Act, *, removed: bool) -> bool:
    """Take an article out, or put it back; False when there is none to move."""
    table = schema.articles
    here = table.c.removed.is_(None) if removed else table.c.removed.is_not(None)
    hit = connection.execute(
        update(table)
        .where(table.c.id == article_id, here)
        .values(removed=revision_of(connection) + 1 if removed else None)
    )
    if not hit.rowcount:
        return False
    done(connection, act, "article removed" if removed else "article put back", article_id)
    return True


def make_collection(
    connection: Connection, collection: str, name: str, *, note: str, demonstration: bool, act: Act
) -> bool:
    """Make a collection, or put a removed one back; False when it is there already."""
    table = schema.collections
    there = connection.execute(select(table).where(table.c.id == collection)).first()
    if there is not None:
        return move_collection(connection, collection, act, removed=False)
    row = {"id": collection, "name": name, "note": note, "demonstration": int(demonstration)}
    connection.execute(insert(table).values(removed=None, **row))
    done(connection, act, "collection made", collection)
    return True


def move_collection(connection: Connection, collection: str, act: Act, *, removed: bool) -> bool:
    """Take a collection out with its articles, or put it back; False when there is none to move."""
    table = schema.collections
    there = connection.execute(select(table).where(table.c.id == collection)).first()
    if there is None or (there.removed is not None) == removed:
        return False
    set_collection(connection, act, collection, removed=removed)
    return True
