"""Readings as they are kept: what was read, with what people said of it applied."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from components.records import Article, Claim, Reading, Review
from components.store import log, rows, schema
from components.store.overlay import Said, claims_with, mentions_with, said_by_article
from components.store.parts import Named, claims_of, mentions_of
from components.store.shelves import is_kept, shelves_of


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one article.

    Args:
        reading: What was read, with what people said applied, and the claims they added.
        collections: Ids of the collections it belongs to.
        reviews: The verdict in force on a claim, by the claim's id.
        originals: What was read of a claim before a person corrected it, by the claim's id.
        revisions: At which revision anybody last changed a claim, by the claim's id.
        fingerprint: What tells near-copies, "" where not worked out.
    """

    reading: Reading
    collections: tuple[str, ...]
    reviews: Mapping[str, Review]
    originals: Mapping[str, Claim]
    revisions: Mapping[str, int]
    fingerprint: str


def pages(
    connection: Connection,
    page_size: int,
    *,
    collections: Iterable[str] | None = None,
    article_ids: Sequence[str] | None = None,
    after: int = 0,
) -> tuple[list[Kept], int | None]:
    """Return a page of what is kept, and the number to go on after, None at the end.

    Args:
        connection: The ledger.
        page_size: At most so many articles.
        collections: Only articles of these; None stands for all.
        article_ids: Only these articles; None stands for all.
        after: Number of the article after which the page begins.
    """
    table = schema.articles
    question = select(table).where(is_kept(collections), table.c.number > after)
    if article_ids is not None:
        question = question.where(table.c.id.in_(article_ids))
    found = connection.execute(question.order_by(table.c.number).limit(page_size)).all()
    kept = list(_kept(connection, found))
    return kept, found[-1].number if len(found) == page_size else None


def _kept(connection: Connection, found: Sequence[Row[Any]]) -> Iterator[Kept]:
    numbers = [row.number for row in found]
    claims = claims_of(connection, numbers)
    mentions = mentions_of(connection, found)
    shelves = shelves_of(connection, numbers)
    said = said_by_article(log.about_claims(connection, [row.id for row in found]))
    named = Named(connection)
    for row in found:
        told = said[row.id]
        done, originals = claims_with(claims.get(row.number, ()), told)
        reading = Reading(
            rows.article_of(row.id, row.text, row.body),
            done,
            mentions_with(mentions.get(row.number, ()), told),
            *_named(named, row, done, told),
        )
        yield Kept(
            *(reading, shelves.get(row.number, ()), told.reviews, originals, told.revisions),
            row.fingerprint or "",
        )


def as_read(connection: Connection, article_id: str) -> Reading | None:
    """Return what was read of an article, nothing that people said applied; None for none."""
    row = connection.execute(
        select(schema.articles).where(schema.articles.c.id == article_id, is_kept())
    ).first()
    if row is None:
        return None
    named = Named(connection)
    return Reading(
        article_of(row),
        tuple(claims_of(connection, [row.number]).get(row.number, ())),
        tuple(mentions_of(connection, [row]).get(row.number, ())),
        *_named(named, row, (), Said()),
    )


def _named(named: Named, row: Row[Any], claims: Iterable[Claim], said: Said) -> tuple[Any, Any]:
    """Return the places and actors of a reading, those that people added included."""
    place_ids, actor_ids = rows.ids_of(row.body)
    if said.reviews or said.added or said.places:
        place_ids += [c.place_id for c in claims if c.place_id]
        place_ids += [i for i in said.places.values() if i]
        actor_ids += [p.actor_id for c in claims for p in c.parties]
    return named.places(place_ids), named.actors(actor_ids)


def article_of(row: Row[Any]) -> Article:
    """Return the article of a row."""
    return rows.article_of(row.id, row.text, row.body)
