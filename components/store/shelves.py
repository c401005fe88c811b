"""Collections: which articles belong together, and which of them are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, exists, func, insert, select

from components.store import schema

OWN = "own"


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles that belong together.

    Args:
        id: Identifier.
        name: As it is shown.
        note: What it is, shown wherever it is shown; "" for none.
        demonstration: Whether it was written to show what Whoheld does, and reports nothing.
        articles: How many articles it has.
        removed: Whether it was taken out; it can be put back.
    """

    id: str
    name: str
    note: str
    demonstration: bool
    articles: int
    removed: bool


def usual_collections(collections: Iterable[Collection]) -> frozenset[str]:
    """Return the collections shown unless others are asked for.

    A person's own articles are never mixed with a demonstration: it is shown only as long as
    there is nothing else.
    """
    there = [c for c in collections if c.articles and not c.removed]
    real = frozenset(c.id for c in there if not c.demonstration)
    return real or frozenset(c.id for c in there)


def make_own(connection: Connection) -> None:
    """Make the collection that holds what a person adds."""
    connection.execute(
        insert(schema.collections).values(
            id=OWN, name="Your articles", note="", demonstration=0, removed=None
        )
    )


def all_collections(connection: Connection) -> tuple[Collection, ...]:
    """Return the collections, the person's own first, then by name; removed ones too."""
    held = select(schema.shelves.c.collection, func.count().label("articles"))
    counts = {
        row.collection: row.articles
        for row in connection.execute(
            held.join(schema.articles)
            .where(schema.articles.c.removed.is_(None))
            .group_by(schema.shelves.c.collection)
        )
    }
    found = (
        Collection(
            row.id,
            row.name,
            row.note,
            bool(row.demonstration),
            counts.get(row.id, 0),
            row.removed is not None,
        )
        for row in connection.execute(select(schema.collections))
    )
    return tuple(sorted(found, key=lambda c: (c.id != OWN, c.name.casefold(), c.id)))


def is_kept(collections: Iterable[str] | None = None) -> ColumnElement[bool]:
    """Return the condition that an article was not taken out, nor all its collections.

    Args:
        collections: Only articles of these; None stands for all.
    """
    shelved = (
        select(schema.shelves.c.article)
        .join(schema.collections)
        .where(
            schema.shelves.c.article == schema.articles.c.number,
            schema.collections.c.removed.is_(None),
        )
    )
    if collections is not None:
        shelved = shelved.where(schema.shelves.c.collection.in_(sorted(collections)))
    return schema.articles.c.removed.is_(None) & exists(shelved.correlate(schema.articles))


def shelve(connection: Connection, article: int, collection: str) -> bool:
    """Put an article into a collection; False when it is there already."""
    there = connection.scalar(
        select(schema.shelves.c.article).where(
            schema.shelves.c.article == article, schema.shelves.c.collection == collection
        )
    )
    if there is not None:
        return False
    connection.execute(insert(schema.shelves).values(article=article, collection=collection))
    return True


def unshelve(connection: Connection, article: int, collection: str | None = None) -> None:
    """Take an article out of a collection, or out of all."""
    gone = delete(schema.shelves).where(schema.shelves.c.article == article)
    if collection is not None:
        gone = gone.where(schema.shelves.c.collection == collection)
    connection.execute(gone)


def shelves_of(connection: Connection, articles: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the collections of each article, those not removed."""
    found: dict[int, tuple[str, ...]] = {}
    rows = connection.execute(
        select(schema.shelves)
        .join(schema.collections)
        .where(schema.shelves.c.article.in_(articles), schema.collections.c.removed.is_(None))
        .order_by(schema.shelves.c.collection)
    )
    for row in rows:
        found[row.article] = (*found.get(row.article, ()), row.collection)
    return found
