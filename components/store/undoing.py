"""Taking changes back and making them again, from the log."""

from sqlalchemy import Connection, select, true, update

from components.store import schema
from components.store.log import Act, Entry, EntryKind, entries, write
from components.store.parts import put_back
from components.store.shelves import shelve, unshelve

_TABLE = schema.log
_NO_CHANGE: frozenset[EntryKind] = frozenset({"undone", "redone"})


def last_batch(connection: Connection) -> tuple[Entry, ...]:
    """Return the changes that would be undone next, in the order made; () for none."""
    found = connection.execute(
        select(_TABLE.c.batch)
        .where(_TABLE.c.status == "live", _TABLE.c.kind.not_in(_NO_CHANGE))
        .order_by(_TABLE.c.number.desc())
        .limit(1)
    ).first()
    if found is None:
        return ()
    return entries(
        connection,
        _TABLE.c.batch == found.batch,
        _TABLE.c.status == "live",
        _TABLE.c.kind.not_in(_NO_CHANGE),
    )


def next_batch(connection: Connection) -> tuple[Entry, ...]:
    """Return the changes that would be made again next; () when none was undone since the last."""
    live = last_batch(connection)
    after = live[-1].number if live else 0
    found = connection.execute(
        select(_TABLE.c.batch)
        .where(_TABLE.c.status == "undone", _TABLE.c.number > after)
        .order_by(_TABLE.c.number)
        .limit(1)
    ).first()
    if found is None:
        return ()
    return entries(connection, _TABLE.c.batch == found.batch, _TABLE.c.status == "undone")


def take_back(connection: Connection, batch: tuple[Entry, ...], act: Act, revision: int) -> None:
    """Undo changes, the last first, and log that."""
    for entry in reversed(batch):
        _undo(connection, entry, revision)
        _mark(connection, entry, "undone", revision)
    numbers = ", ".join(str(e.number) for e in batch)
    write(connection, act, "undone", numbers, revision=revision)


def make_again(connection: Connection, batch: tuple[Entry, ...], act: Act, revision: int) -> None:
    """Make changes again, and log that."""
    for entry in batch:
        _redo(connection, entry, revision)
        _mark(connection, entry, "live", revision)
    numbers = ", ".join(str(e.number) for e in batch)
    write(connection, act, "redone", numbers, revision=revision)


def _mark(connection: Connection, entry: Entry, status: str, revision: int) -> None:
    connection.execute(
        update(_TABLE)
        .where(_TABLE.c.number == entry.number)
        .values(status=status, revision=revision)
    )
    touch(connection, entry.kind, entry.article, revision)


def touch(connection: Connection, kind: EntryKind, article: str, revision: int) -> None:
    """Mark the article of a change as changed; all of them where a name means a place in all."""
    if article:
        _touch(connection, schema.articles.c.id == article, revision)
    elif kind == "place decided":
        _touch(connection, true(), revision)


def _undo(connection: Connection, entry: Entry, revision: int) -> None:
    if entry.kind == "article added":
        _unadd(connection, entry, revision)
    elif entry.kind in ("article removed", "article put back"):
        gone = None if entry.kind == "article removed" else revision
        _set_removed(connection, entry.subject, gone)
    elif entry.kind == "article read again" and entry.before_body:
        put_back(connection, _number(connection, entry.subject), entry.before_body)
    elif entry.kind.startswith("collection"):
        gone = None if entry.kind == "collection removed" else revision
        set_collection_removed(connection, entry.subject, gone, revision)


def _redo(connection: Connection, entry: Entry, revision: int) -> None:
    if entry.kind == "article added":
        shelve(connection, _number(connection, entry.subject), entry.after_body or "own")
        _set_removed(connection, entry.subject, None)
    elif entry.kind in ("article removed", "article put back"):
        gone = revision if entry.kind == "article removed" else None
        _set_removed(connection, entry.subject, gone)
    elif entry.kind == "article read again" and entry.after_body:
        put_back(connection, _number(connection, entry.subject), entry.after_body)
    elif entry.kind.startswith("collection"):
        gone = revision if entry.kind == "collection removed" else None
        set_collection_removed(connection, entry.subject, gone, revision)


def _unadd(connection: Connection, entry: Entry, revision: int) -> None:
    """Take an added article out of its collection; out of the ledger when it is in no other."""
    number = _number(connection, entry.subject)
    table = schema.shelves
    others = connection.scalars(
        select(table.c.collection).where(
            table.c.article == number, table.c.collection != (entry.after_body or "own")
        )
    ).all()
    if others:
        unshelve(connection, number, entry.after_body or "own")
    else:
        _set_removed(connection, entry.subject, revision)


def _number(connection: Connection, article_id: str) -> int:
    found = connection.scalar(
        select(schema.articles.c.number).where(schema.articles.c.id == article_id)
    )
    assert found is not None, article_id
    return int(found)


def _set_removed(connection: Connection, article_id: str, removed: int | None) -> None:
    connection.execute(
        update(schema.articles).where(schema.articles.c.id == article_id).values(removed=removed)
    )


def set_collection_removed(
    connection: Connection, collection: str, removed: int | None, revision: int
) -> None:
    """Take a collection out or put it back; all its articles count as changed."""
    connection.execute(
        update(schema.collections)
        .where(schema.collections.c.id == collection)
        .values(removed=removed)
    )
    inside = select(schema.shelves.c.article).where(schema.shelves.c.collection == collection)
    _touch(connection, schema.articles.c.number.in_(inside), revision)


def _touch(connection: Connection, which: object, revision: int) -> None:
    connection.execute(
        update(schema.articles).where(which).values(changed=revision)  # type: ignore[arg-type]
    )
