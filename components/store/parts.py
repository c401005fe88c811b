"""What was read of articles, as rows: written, read back, and put back as it was."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, insert, select, update

from components.records import Actor, Claim, Mention, Place, Reading, Span
from components.store import rows, schema

# SQLite takes some thousands of values in one question.
_AT_ONCE = 500


def write_parts(connection: Connection, number: int, reading: Reading) -> None:
    """Write what was read of an article; places and actors are kept once, as last seen."""
    _write_claims(
        connection, number, [(c.id, c.place_id, rows.claim_body(c)) for c in reading.claims]
    )
    _write_mentions(
        connection,
        number,
        [(m.span.start, m.span.end, m.toponym, m.place_id) for m in reading.mentions],
    )
    write_named(connection, reading.places, reading.actors)


def write_named(
    connection: Connection, places: Iterable[Place] = (), actors: Iterable[Actor] = ()
) -> None:
    """Write places and actors, each once, as last seen."""
    _write_once(connection, schema.places, places)
    _write_once(connection, schema.actors, actors)


def clear_parts(connection: Connection, number: int) -> None:
    """Take away what was read of an article, to write it anew."""
    for table in (schema.claims, schema.mentions):
        connection.execute(delete(table).where(table.c.article == number))


def parts_body(connection: Connection, number: int, body: str) -> str:
    """Return all that was read of an article, to be put back by `put_back`."""
    claims = connection.execute(
        select(schema.claims.c.id, schema.claims.c.place_id, schema.claims.c.body)
        .where(schema.claims.c.article == number)
        .order_by(schema.claims.c.position)
    )
    table = schema.mentions
    mentions = connection.execute(
        select(table.c.start, table.c.end, table.c.toponym, table.c.place_id)
        .where(table.c.article == number)
        .order_by(table.c.position)
    )
    whole = {"body": body, "claims": [*map(list, claims)], "mentions": [*map(list, mentions)]}
    return rows.dump(whole)


def put_back(connection: Connection, number: int, whole: str) -> None:
    """Put a reading back as `parts_body` returned it."""
    given = json.loads(whole)
    connection.execute(
        update(schema.articles).where(schema.articles.c.number == number).values(body=given["body"])
    )
    clear_parts(connection, number)
    _write_claims(connection, number, given["claims"])
    _write_mentions(connection, number, given["mentions"])


def _write_claims(connection: Connection, number: int, found: Iterable[Iterable[Any]]) -> None:
    names = ("id", "place_id", "body")
    values = [
        {"article": number, "position": n, **dict(zip(names, row, strict=True))}
        for n, row in enumerate(found)
    ]
    if values:
        connection.execute(insert(schema.claims), values)


def _write_mentions(connection: Connection, number: int, found: Iterable[Iterable[Any]]) -> None:
    names = ("start", "end", "toponym", "place_id")
    values = [
        {"article": number, "position": n, **dict(zip(names, row, strict=True))}
        for n, row in enumerate(found)
    ]
    if values:
        connection.execute(insert(schema.mentions), values)


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


def claims_of(connection: Connection, numbers: Iterable[int]) -> dict[int, list[Claim]]:
    """Return the claims read of articles, by the article's number, in the order of the text."""
    found: dict[int, list[Claim]] = {}
    table = schema.claims
    for row in connection.execute(
        select(table.c.article, table.c.body)
        .where(table.c.article.in_(numbers))
        .order_by(table.c.article, table.c.position)
    ):
        found.setdefault(row.article, []).append(rows.claim_of(row.body))
    return found


def mentions_of(connection: Connection, articles: Iterable[Row[Any]]) -> dict[int, list[Mention]]:
    """Return the mentions in articles, by the article's number, in the order of the text."""
    ids = {row.number: row.id for row in articles}
    found: dict[int, list[Mention]] = {}
    table = schema.mentions
    for row in connection.execute(
        select(table).where(table.c.article.in_(ids)).order_by(table.c.article, table.c.position)
    ):
        span = Span(ids[row.article], row.start, row.end)
        found.setdefault(row.article, []).append(Mention(span, row.toponym, row.place_id))
    return found


class Named:
    """Places and actors of a ledger, fetched as they are asked for and kept."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._places: dict[str, Place] = {}
        self._actors: dict[str, Actor] = {}

    def places(self, ids: Iterable[str]) -> tuple[Place, ...]:
        """Return the places with these ids, in their order, those known."""
        wanted = list(dict.fromkeys(ids))
        missing = [i for i in wanted if i not in self._places]
        for place_id, body in self._bodies(schema.places, missing):
            self._places[place_id] = rows.place_of(body)
        return tuple(self._places[i] for i in wanted if i in self._places)

    def actors(self, ids: Iterable[str]) -> tuple[Actor, ...]:
        """Return the actors with these ids, in their order, those known."""
        wanted = list(dict.fromkeys(ids))
        missing = [i for i in wanted if i not in self._actors]
        for actor_id, body in self._bodies(schema.actors, missing):
            self._actors[actor_id] = rows.actor_of(body)
        return tuple(self._actors[i] for i in wanted if i in self._actors)

    def _bodies(self, table: Table, ids: list[str]) -> Iterable[tuple[str, str]]:
        for at in range(0, len(ids), _AT_ONCE):
            chosen = table.c.id.in_(ids[at : at + _AT_ONCE])
            found = self._connection.execute(select(table.c.id, table.c.body).where(chosen))
            yield from ((row.id, row.body) for row in found)
