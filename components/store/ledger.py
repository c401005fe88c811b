"""The ledger: what was read and what people said about it, kept."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.engine import Row, make_url

from components.errors import LedgerError
from components.records import Actor, Article, Claim, Mention, Place, Reading, Review, Span
from components.store import rows, schema
from components.store.opening import default_ledger_url, in_plain_words, open_engine
from components.store.parts import reading_of, write_parts

_PER_PAGE = 200


def text_digest(text: str) -> str:
    """Return what tells two texts apart."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Ledger:
    """Readings and reviews in a database; each change is one transaction.

    Args:
        url: SQLAlchemy address, such as "sqlite:////folder/ledger.sqlite3"; None for the
            user's own ledger.

    Raises:
        LedgerError: It cannot be opened, or is no ledger of this version.
    """

    def __init__(self, url: str | None = None) -> None:
        url = url or default_ledger_url()
        self._engine = open_engine(url)
        self._where = make_url(url).database or "in memory"

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, reading: Reading) -> bool:
        """Keep a reading; False when the same text is already there.

        Raises:
            LedgerError: Another text is kept under this identifier, or it cannot be written.
        """
        digest = text_digest(reading.article.text)
        with self._writing() as connection:
            known = connection.execute(
                select(schema.articles).where(schema.articles.c.digest == digest)
            ).first()
            if known is not None and known.removed is None:
                return False
            if known is None or known.id != reading.article.id:
                _refuse_other_text(connection, reading.article.id)
            if known is not None:
                _write_again(connection, known.number, reading)
                return True
            number = connection.execute(
                insert(schema.articles).values(
                    id=reading.article.id,
                    digest=digest,
                    text=reading.article.text,
                    body=rows.reading_body(reading),
                )
            ).inserted_primary_key
            assert number
            write_parts(connection, number[0], reading)
            _count_up(connection)
        return True

    def replace(self, reading: Reading) -> None:
        """Put another reading of an article in the place of the one kept; reviews stay.

        Raises:
            LedgerError: No article with this identifier and text is kept.
        """
        with self._writing() as connection:
            row = connection.execute(
                select(schema.articles).where(
                    schema.articles.c.id == reading.article.id,
                    schema.articles.c.digest == text_digest(reading.article.text),
                )
            ).first()
            if row is None:
                msg = f"No article {reading.article.id!r} with this text is kept. Add it first."
                raise LedgerError(msg)
            _write_again(connection, row.number, reading)

    def remove(self, article_id: str) -> bool:
        """Take an article out, to be found again by adding its text; False when there is none."""
        with self._writing() as connection:
            revision = _revision(connection) + 1
            done = connection.execute(
                update(schema.articles)
                .where(schema.articles.c.id == article_id, schema.articles.c.removed.is_(None))
                .values(removed=revision)
            )
            if not done.rowcount:
                return False
            _count_up(connection)
        return True

    def restore(self, article_id: str) -> bool:
        """Put a removed article back; False when there is none."""
        with self._writing() as connection:
            row = connection.execute(
                select(schema.articles).where(
                    schema.articles.c.id == article_id, schema.articles.c.removed.is_not(None)
                )
            ).first()
            if row is None:
                return False
            _restore(connection, row)
        return True

    def has(self, digest: str) -> bool:
        """Whether a text with this digest (see `text_digest`) is kept."""
        with self._reading() as connection:
            found = connection.scalar(
                select(schema.articles.c.number).where(
                    schema.articles.c.digest == digest, schema.articles.c.removed.is_(None)
                )
            )
        return found is not None

    def article(self, article_id: str) -> Article | None:
        """Return an article, None when there is none."""
        with self._reading() as connection:
            row = connection.execute(
                select(schema.articles).where(
                    schema.articles.c.id == article_id, schema.articles.c.removed.is_(None)
                )
            ).first()
        return rows.article_of(row.id, row.text, row.body) if row else None

    def as_read(self, article_id: str) -> Reading | None:
        """Return what was read of an article, no review applied; None when there is none."""
        with self._reading() as connection:
            row = connection.execute(
                select(schema.articles).where(
                    schema.articles.c.id == article_id, schema.articles.c.removed.is_(None)
                )
            ).first()
            return reading_of(connection, row, lambda claim: claim) if row else None

    def articles(self) -> tuple[Article, ...]:
        """Return all articles in the order in which they were added."""
        return self._articles(schema.articles.c.removed.is_(None))

    def removed_articles(self) -> tuple[Article, ...]:
        """Return the articles that were taken out and can be put back."""
        return self._articles(schema.articles.c.removed.is_not(None))

    def _articles(self, which: object) -> tuple[Article, ...]:
        with self._reading() as connection:
            found = connection.execute(
                select(schema.articles).where(which).order_by(schema.articles.c.number)  # type: ignore[arg-type]
            ).all()
        return tuple(rows.article_of(r.id, r.text, r.body) for r in found)

    def readings(self) -> Iterator[Reading]:
        """Yield what was read, article by article, the last review of each claim applied."""
        said = {r.claim_id: r for r in self.reviews()}
        last = 0
        while True:
            with self._reading() as connection:
                page = connection.execute(
                    select(schema.articles)
                    .where(schema.articles.c.removed.is_(None), schema.articles.c.number > last)
                    .order_by(schema.articles.c.number)
                    .limit(_PER_PAGE)
                ).all()
                readings = [
                    reading_of(connection, row, lambda c: _reviewed(c, said.get(c.id)))
                    for row in page
                ]
            yield from readings
            if len(page) < _PER_PAGE:
                return
            last = page[-1].number

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims with the last review of each applied."""
        said = {r.claim_id: r for r in self.reviews()}
        with self._reading() as connection:
            found = connection.execute(
                select(schema.claims.c.body)
                .join(schema.articles)
                .where(schema.articles.c.removed.is_(None))
                .order_by(schema.claims.c.article, schema.claims.c.position)
            ).all()
        claims = (rows.claim_of(row.body) for row in found)
        return tuple(_reviewed(c, said.get(c.id)) for c in claims)

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions of places."""
        with self._reading() as connection:
            found = connection.execute(
                select(schema.mentions, schema.articles.c.id)
                .join(schema.articles)
                .where(schema.articles.c.removed.is_(None))
                .order_by(schema.mentions.c.article, schema.mentions.c.position)
            ).all()
        return tuple(Mention(Span(r.id, r.start, r.end), r.toponym, r.place_id) for r in found)

    def places(self) -> tuple[Place, ...]:
        """Return the places that articles refer to, by id."""
        with self._reading() as connection:
            found = connection.execute(
                select(schema.places.c.body).order_by(schema.places.c.id)
            ).all()
        return tuple(rows.place_of(row.body) for row in found)

    def actors(self) -> tuple[Actor, ...]:
        """Return the actors that claims refer to, by id."""
        with self._reading() as connection:
            found = connection.execute(
                select(schema.actors.c.body).order_by(schema.actors.c.id)
            ).all()
        return tuple(rows.actor_of(row.body) for row in found)

    def add_review(self, review: Review) -> None:
        """Keep a person's verdict; the last on a claim is the one applied, none is deleted."""
        with self._writing() as connection:
            connection.execute(
                insert(schema.reviews).values(
                    claim_id=review.claim_id,
                    verdict=review.verdict,
                    replacement=rows.claim_body(review.replacement) if review.replacement else None,
                    reviewer=review.reviewer,
                    reviewed_at=review.reviewed_at.isoformat(),
                    note=review.note,
                )
            )
            _count_up(connection)

    def reviews(self) -> tuple[Review, ...]:
        """Return all verdicts in the order in which they were given."""
        with self._reading() as connection:
            found = connection.execute(
                select(schema.reviews).order_by(schema.reviews.c.number)
            ).all()
        return tuple(rows.review_of(row) for row in found)

    def revision(self) -> int:
        """Return a number that grows with each change."""
        with self._reading() as connection:
            return _revision(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with in_plain_words(self._where), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with (
            in_plain_words(self._where),
            self._engine.connect().execution_options(reads_only=True) as connection,
        ):
            yield connection


def _reviewed(claim: Claim, review: Review | None) -> Claim:
    """Return a claim as a person's verdict leaves it."""
    if review is None or review.verdict == "accepted":
        return claim
    if review.verdict == "corrected" and review.replacement:
        return review.replacement
    note = f": {review.note}" if review.note else ""
    return replace(
        claim,
        counted=False,
        reason_code="rejected",
        reason=f"Rejected by {review.reviewer or 'a reader'}{note}",
    )


def _revision(connection: Connection) -> int:
    return (
        connection.scalar(select(schema.meta.c.number).where(schema.meta.c.name == "revision")) or 0
    )


def _count_up(connection: Connection) -> None:
    connection.execute(
        update(schema.meta)
        .where(schema.meta.c.name == "revision")
        .values(number=schema.meta.c.number + 1)
    )


def _write_again(connection: Connection, number: int, reading: Reading) -> None:
    """Put another reading of the same text in the place of the one kept or taken out."""
    connection.execute(
        update(schema.articles)
        .where(schema.articles.c.number == number)
        .values(id=reading.article.id, body=rows.reading_body(reading), removed=None)
    )
    for table in (schema.claims, schema.mentions):
        connection.execute(delete(table).where(table.c.article == number))
    write_parts(connection, number, reading)
    _count_up(connection)


def _restore(connection: Connection, row: Row[Any]) -> None:
    connection.execute(
        update(schema.articles).where(schema.articles.c.number == row.number).values(removed=None)
    )
    _count_up(connection)


def _refuse_other_text(connection: Connection, article_id: str) -> None:
    taken = connection.scalar(
        select(schema.articles.c.number).where(schema.articles.c.id == article_id)
    )
    if taken is not None:
        msg = (
            f"Another text is already kept as article {article_id!r}. Give this one another "
            "identifier, or remove the other; nothing was added."
        )
        raise LedgerError(msg)
