"""What was read of one article, as rows: written and read back."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, Table, insert, select, update

from components.records import Actor, Claim, Mention, Place, Reading, Span
from components.store import rows, schema


def write_parts(connection: Connection, number: int, reading: Reading) -> None:
    """Write what was read of an article; places and actors are kept once, as last seen."""
    if reading.claims:
        connection.execute(
            insert(schema.claims),
            [
                {
                    "article": number,
                    "position": n,
                    "id": c.id,
                    "place_id": c.place_id,
                    "body": rows.claim_body(c),
                }
                for n, c in enumerate(reading.claims)
            ],
        )
    if reading.mentions:
        connection.execute(
            insert(schema.mentions),
            [
                {
                    "article": number,
                    "position": n,
                    "start": m.span.start,
                    "end": m.span.end,
                    "toponym": m.toponym,
                    "place_id": m.place_id,
                }
                for n, m in enumerate(reading.mentions)
            ],
        )
    for table, records in ((schema.places, reading.places), (schema.actors, reading.actors)):
        _write_once(connection, table, records)


def _write_once(connection: Connection, table: Table, records: Iterable[Place | Actor]) -> None:
    bodies = {r.id: rows.dump(asdict(r)) for r in records}
    found = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(bodies)))
    known = {row.id: row.body for row in found}
    new = [{"id": i, "body": b} for i, b in bodies.items() if i not in known]
    if new:
        connection.execute(insert(table), new)
    for record_id, body in bodies.items():
        if record_id in known and known[record_id] != body:
            connection.execute(update(table).where(table.c.id == record_id).values(body=body))


def reading_of(
    connection: Connection, row: Row[Any], reviewed: Callable[[Claim], Claim]
) -> Reading:
    """Return the reading of one article from its rows."""
    article = rows.article_of(row.id, row.text, row.body)
    claims = tuple(
        reviewed(rows.claim_of(r.body))
        for r in connection.execute(
            select(schema.claims.c.body)
            .where(schema.claims.c.article == row.number)
            .order_by(schema.claims.c.position)
        )
    )
    mentions = tuple(
        Mention(Span(article.id, r.start, r.end), r.toponym, r.place_id)
        for r in connection.execute(
            select(schema.mentions)
            .where(schema.mentions.c.article == row.number)
            .order_by(schema.mentions.c.position)
        )
    )
    place_ids, actor_ids = rows.ids_of(row.body)
    return Reading(
        article,
        claims,
        mentions,
        tuple(rows.place_of(b) for b in _bodies(connection, schema.places, place_ids)),
        tuple(rows.actor_of(b) for b in _bodies(connection, schema.actors, actor_ids)),
    )


def _bodies(connection: Connection, table: Table, ids: list[str]) -> list[str]:
    rows_found = connection.execute(select(table.c.id, table.c.body).where(table.c.id.in_(ids)))
    bodies = {row.id: row.body for row in rows_found}
    return [bodies[i] for i in ids]
