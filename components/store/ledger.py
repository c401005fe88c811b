"""The ledger: what was read and what people said about it, kept."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, select, update
from sqlalchemy.engine import make_url

from components.records import Actor, Article, Claim, Mention, Place, Reading, Review
from components.store import log, moving, rows, schema, shelves, undoing
from components.store.adding import Shelving, add_reading
from components.store.kept import Kept, article_of, as_read, pages
from components.store.log import UNSIGNED, Act, Details, EditConflictError, Entry
from components.store.opening import default_ledger_url, in_plain_words, open_engine
from components.store.parts import write_named
from components.store.shelves import OWN, Collection, is_kept
from components.store.writing import (
    claim_read,
    count_up,
    done,
    refuse_unknown,
    refuse_without_article,
    revision_of,
)

_PER_PAGE = 200


class Ledger:
    """Readings, collections and what people said, in a database; each change is one transaction.

    Every change is written to a log with who made it, when and why, and can be undone.

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

    def add(
        self,
        reading: Reading,
        *,
        collection: str = OWN,
        fingerprint: str = "",
        act: Act = UNSIGNED,
    ) -> bool:
        """Keep a reading; False when the same text is already in the collection.

        Args:
            reading: What was read.
            collection: Where the article belongs; a text kept in another collection is then
                in both, and keeps the reading that it has.
            fingerprint: What tells near-copies, "" when it is worked out later.
            act: Who adds it.

        Raises:
            LedgerError: Another text is kept under this identifier, there is no such
                collection, or it cannot be written.
        """
        with self._writing() as connection:
            refuse_unknown(connection, collection)
            return add_reading(connection, reading, Shelving(collection, fingerprint), act)

    def add_all(
        self,
        readings: Iterable[tuple[Reading, str]],
        *,
        collection: str = OWN,
        act: Act = UNSIGNED,
    ) -> tuple[bool, ...]:
        """Keep readings with their fingerprints, all or none; which of them are new.

        Raises:
            LedgerError: As for `add`; nothing is kept then.
        """
        with self._writing() as connection:
            refuse_unknown(connection, collection)
            return tuple(
                add_reading(connection, reading, Shelving(collection, fingerprint), act)
                for reading, fingerprint in readings
            )

    def replace(self, reading: Reading, *, act: Act = UNSIGNED) -> None:
        """Put another reading of an article in the place of the one kept; reviews stay.

        Raises:
            LedgerError: No article with this identifier and text is kept.
        """
        with self._writing() as connection:
            moving.read_again(connection, reading, act)

    def remove(self, article_id: str, *, act: Act = UNSIGNED) -> bool:
        """Take an article out, to be found again by adding its text; False when there is none."""
        with self._writing() as connection:
            return moving.move_article(connection, article_id, act, removed=True)

    def restore(self, article_id: str, *, act: Act = UNSIGNED) -> bool:
        """Put a removed article back; False when there is none."""
        with self._writing() as connection:
            return moving.move_article(connection, article_id, act, removed=False)

    def has(self, digest: str, collection: str | None = None) -> bool:
        """Whether a text with this digest (see `text_digest`) is kept, in a collection if given."""
        shown = is_kept(None if collection is None else [collection])
        with self._reading() as connection:
            found = connection.scalar(
                select(schema.articles.c.number).where(schema.articles.c.digest == digest, shown)
            )
        return found is not None

    def article(self, article_id: str) -> Article | None:
        """Return an article, None when there is none."""
        with self._reading() as connection:
            row = connection.execute(
                select(schema.articles).where(schema.articles.c.id == article_id, is_kept())
            ).first()
        return article_of(row) if row else None

    def as_read(self, article_id: str) -> Reading | None:
        """Return what was read of an article, no review applied; None when there is none."""
        with self._reading() as connection:
            return as_read(connection, article_id)

    def articles(self, collections: Iterable[str] | None = None) -> tuple[Article, ...]:
        """Return all articles, or those of some collections, in the order of adding."""
        return self._articles(is_kept(collections))

    def removed_articles(self) -> tuple[Article, ...]:
        """Return the articles that were taken out and can be put back."""
        return self._articles(schema.articles.c.removed.is_not(None))

    def _articles(self, which: Any) -> tuple[Article, ...]:
        with self._reading() as connection:
            found = connection.execute(
                select(schema.articles).where(which).order_by(schema.articles.c.number)
            ).all()
        return tuple(article_of(row) for row in found)

    def kept(
        self,
        collections: Iterable[str] | None = None,
        article_ids: Sequence[str] | None = None,
    ) -> Iterator[Kept]:
        """Yield what is kept of each article, in the order of adding.

        Args:
            collections: Only articles of these; None stands for all.
            article_ids: Only these articles; None stands for all.
        """
        after: int | None = 0
        chosen = None if collections is None else list(collections)
        while after is not None:
            with self._reading() as connection:
                page, after = pages(
                    connection,
                    _PER_PAGE,
                    collections=chosen,
                    article_ids=article_ids,
                    after=after,
                )
            yield from page

    def readings(self) -> Iterator[Reading]:
        """Yield what was read, article by article, with what people said of it applied."""
        return (kept.reading for kept in self.kept())

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims with what people said of them applied."""
        return tuple(claim for reading in self.readings() for claim in reading.claims)

    def claim(self, claim_id: str) -> Claim | None:
        """Return a claim with what people said of it applied, None when there is none."""
        with self._reading() as connection:
            article_id, _ = claim_read(connection, claim_id)
        found = (c for k in self.kept(None, [article_id]) for c in k.reading.claims)
        return next((c for c in found if c.id == claim_id), None)

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions of places."""
        return tuple(mention for reading in self.readings() for mention in reading.mentions)

    def places(self) -> tuple[Place, ...]:
        """Return the places that articles refer to, by id."""
        return tuple(map(rows.place_of, self._bodies(schema.places)))

    def actors(self) -> tuple[Actor, ...]:
        """Return the actors that claims refer to, by id."""
        return tuple(map(rows.actor_of, self._bodies(schema.actors)))

    def _bodies(self, table: Any) -> Sequence[str]:
        with self._reading() as connection:
            return connection.scalars(select(table.c.body).order_by(table.c.id)).all()

    def add_review(
        self,
        review: Review,
        *,
        expected: int | None = None,
        places: Iterable[Place] = (),
        actors: Iterable[Actor] = (),
        batch: str = "",
    ) -> Entry:
        """Keep a person's verdict; the last on a claim is the one applied, none is deleted.

        Args:
            review: The verdict.
            expected: The claim's revision as the person saw it; None overrules whoever came first.
            places: Places that the corrected claim refers to.
            actors: Actors that it refers to.
            batch: Changes with one batch are undone together.

        Raises:
            EditConflictError: Somebody changed the claim since; this verdict is kept, set aside.
        """
        act = Act(review.reviewer, review.reviewed_at, review.note, batch)
        kind = log.KIND_OF_VERDICT[review.verdict]
        body = rows.claim_body(review.replacement) if review.replacement else None
        with self._writing() as connection:
            article, read = claim_read(connection, review.claim_id)
            now = log.claim_revision(connection, review.claim_id)
            overtaken = expected is not None and expected != now
            details = Details(article, read, body)
            if overtaken:
                theirs = log.last_on_claim(connection, review.claim_id)
                yours = log.write(
                    connection, act, kind, review.claim_id, details, status="set aside"
                )
            else:
                write_named(connection, places, actors)
                return done(connection, act, kind, review.claim_id, details)
        raise EditConflictError(theirs, yours)

    def add_claim(
        self,
        claim: Claim,
        *,
        places: Iterable[Place] = (),
        actors: Iterable[Actor] = (),
        act: Act = UNSIGNED,
    ) -> Entry:
        """Keep a claim that a person added to an article that is kept.

        Raises:
            LedgerError: There is no such article.
        """
        article_id = claim.evidence.article_id
        with self._writing() as connection:
            refuse_without_article(connection, article_id)
            write_named(connection, places, actors)
            body = rows.claim_body(claim)
            return done(connection, act, "claim added", claim.id, Details(article_id, None, body))

    def decide_place(
        self, article_id: str, toponym: str, place: Place | None, *, act: Act = UNSIGNED
    ) -> Entry:
        """Keep which place a name means in an article, "" for all of them; None for no place.

        Raises:
            LedgerError: There is no such article.
        """
        with self._writing() as connection:
            if article_id:
                refuse_without_article(connection, article_id)
            write_named(connection, [place] if place else [])
            after = place.id if place else None
            return done(connection, act, "place decided", toponym, Details(article_id, None, after))

    def reviews(self) -> tuple[Review, ...]:
        """Return all verdicts that were not undone, in the order in which they were given."""
        found = (e.review for e in self.log() if e.status == "live")
        return tuple(review for review in found if review)

    def log(self, claim_id: str | None = None) -> tuple[Entry, ...]:
        """Return every change, or those to one claim, in the order made."""
        which = () if claim_id is None else (schema.log.c.subject == claim_id,)
        with self._reading() as connection:
            return log.entries(connection, *which)

    def undo(self, *, act: Act = UNSIGNED) -> tuple[Entry, ...]:
        """Take the last change back, and what belongs to it; () when there is none."""
        with self._writing() as connection:
            batch = undoing.last_batch(connection)
            if batch:
                undoing.take_back(connection, batch, act, count_up(connection))
        return batch

    def redo(self, *, act: Act = UNSIGNED) -> tuple[Entry, ...]:
        """Make the change undone last again; () when none was undone since the last change."""
        with self._writing() as connection:
            batch = undoing.next_batch(connection)
            if batch:
                undoing.make_again(connection, batch, act, count_up(connection))
        return batch

    def to_undo(self) -> tuple[Entry, ...]:
        """Return the changes that `undo` would take back."""
        with self._reading() as connection:
            return undoing.last_batch(connection)

    def to_redo(self) -> tuple[Entry, ...]:
        """Return the changes that `redo` would make again."""
        with self._reading() as connection:
            return undoing.next_batch(connection)

    def collections(self) -> tuple[Collection, ...]:
        """Return the collections, the person's own first; removed ones too."""
        with self._reading() as connection:
            return shelves.all_collections(connection)

    def make_collection(
        self,
        collection: str,
        name: str,
        *,
        note: str = "",
        demonstration: bool = False,
        act: Act = UNSIGNED,
    ) -> bool:
        """Make a collection, or put a removed one back; False when it is there already."""
        with self._writing() as connection:
            return moving.make_collection(
                connection, collection, name, note=note, demonstration=demonstration, act=act
            )

    def remove_collection(self, collection: str, *, act: Act = UNSIGNED) -> bool:
        """Take a collection out with its articles; False when there is none. Undo puts it back."""
        with self._writing() as connection:
            return moving.move_collection(connection, collection, act, removed=True)

    def restore_collection(self, collection: str, *, act: Act = UNSIGNED) -> bool:
        """Put a removed collection back; False when there is none."""
        with self._writing() as connection:
            return moving.move_collection(connection, collection, act, removed=False)

    def revision(self) -> int:
        """Return a number that grows with each change."""
        with self._reading() as connection:
            return revision_of(connection)

    def changed_since(self, revision: int) -> tuple[str, ...]:
        """Return the ids of articles of which anything shown changed after a revision."""
        table = schema.articles
        with self._reading() as connection:
            found = connection.scalars(
                select(table.c.id).where(table.c.changed > revision).order_by(table.c.number)
            )
            return tuple(found.all())

    def without_fingerprint(self) -> tuple[Article, ...]:
        """Return the articles of which it was not worked out what tells their near-copies."""
        return self._articles(schema.articles.c.fingerprint.is_(None) & is_kept())

    def set_fingerprints(self, fingerprints: Iterable[tuple[str, str]]) -> None:
        """Keep what tells near-copies of articles: pairs of an article's id and its print."""
        table = schema.articles
        with self._writing() as connection:
            for article_id, fingerprint in fingerprints:
                connection.execute(
                    update(table).where(table.c.id == article_id).values(fingerprint=fingerprint)
                )

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
