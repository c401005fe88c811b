"""From what a person gives (files, pasted text) to readings kept in the ledger."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import uuid4

from components.articles import Given, Problem
from components.control import fingerprint
from components.errors import BadChoiceError, ReaderError
from components.pipeline.engine import Engine
from components.pipeline.second import Readers
from components.records import Article, DateInterval, Reading
from components.secondreader import SecondReader, carried
from components.store import OWN, Act, Ledger, text_digest


@dataclass
class Added:
    """What became of the articles given, for the words shown afterwards.

    Args:
        read: Ids of the articles that were added, in the order given.
        already_here: Names of those whose text was in the ledger before.
        claims: Counted claims in the articles added.
        not_counted: Claims in them that do not colour the map.
        places: Ids of the places they name.
        without_place: Ids of added articles in which no place was found.
        without_claim: Ids of added articles with places but nothing said about control.
        problems: What could not be read, with the reason in words.
        stopped: Whether the person stopped before the end.
        second: What the second reader came to, in words; "" where none was asked.
        server_problems: What its server did not do, each once.
    """

    read: list[str] = field(default_factory=list)
    already_here: list[str] = field(default_factory=list)
    claims: int = 0
    not_counted: int = 0
    places: set[str] = field(default_factory=set)
    without_place: list[str] = field(default_factory=list)
    without_claim: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    second: str = ""
    server_problems: list[str] = field(default_factory=list)

    def note(self, reading: Reading) -> None:
        """Count one reading that was added."""
        self.read.append(reading.article.id)
        counted = sum(claim.counted for claim in reading.claims)
        self.claims += counted
        self.not_counted += len(reading.claims) - counted
        self.places.update(place.id for place in reading.places)
        if not reading.places:
            self.without_place.append(reading.article.id)
        elif not reading.claims:
            self.without_claim.append(reading.article.id)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where articles are added, and by whom."""

    collection: str
    act: Act


def with_report_date(article: Article, day: date | None, today: date) -> Article:
    """Return the article with the day of report that a person chose.

    Raises:
        BadChoiceError: The day lies in the future.
    """
    if day is None:
        return article
    if day > today:
        msg = (
            f"The date of report {day.isoformat()} lies in the future. "
            f"Give a day up to today, {today.isoformat()}, or leave it empty."
        )
        raise BadChoiceError(msg)
    return replace(
        article,
        reported=DateInterval.on(day),
        reported_by_person=True,
        given=article.given or article.reported,
    )


def add_articles(
    ledger: Ledger,
    engine: Engine,
    given: Iterable[Given | Problem],
    progress: Callable[[int], bool] | None = None,
    second: SecondReader | None = None,
    *,
    collection: str = OWN,
    by: str = "",
) -> Added:
    """Read articles into the ledger, one transaction each; what cannot be read is listed.

    Args:
        ledger: Where they are kept.
        engine: What reads them.
        given: Articles and problems as they come from `articles`.
        progress: Told how many were handled; returns False to stop.
        second: A second reader that reads each article too; None for the rules alone.
        collection: Where they belong; it must be there.
        by: Who adds them, for the log. All are undone together.
    """
    added = Added()
    shelf = Shelf(collection, Act(by=by, batch=uuid4().hex))
    read = Readers(engine, second)
    for handled, item in enumerate(given, start=1):
        if isinstance(item, Problem):
            added.problems.append(item)
        else:
            _add_one(ledger, read, item, added, shelf)
        if progress and not progress(handled):
            added.stopped = True
            break
    added.second, added.server_problems = read.words(), list(read.problems)
    return added


def _add_one(ledger: Ledger, readers: Readers, item: Given, added: Added, shelf: Shelf) -> None:
    name = item.article.title or item.source or item.article.id
    digest = text_digest(item.article.text)
    if ledger.has(digest, shelf.collection):
        added.already_here.append(name)
        return
    reading = readers.read(item.article)
    try:
        new = ledger.add(
            reading,
            collection=shelf.collection,
            fingerprint=fingerprint(item.article.text),
            act=shelf.act,
        )
    except ReaderError as refused:
        added.problems.append(Problem(item.source, None, str(refused)))
        return
    if new:
        added.note(reading)
    else:
        added.already_here.append(name)


def set_report_date(
    ledger: Ledger, engine: Engine, article_id: str, day: date | None, today: date
) -> Reading:
    """Read an article again as if it had appeared on `day`, and keep the new reading.

    Args:
        ledger: Where the article is kept.
        engine: What reads it.
        article_id: Which article.
        day: The day of report; None goes back to what the text and the page said.
        today: The current day, which bounds an article without any date.

    Raises:
        BadChoiceError: There is no such article, or the day lies in the future.
    """
    article = ledger.article(article_id)
    if article is None:
        msg = f"There is no article {article_id!r}. It may have been removed in another window."
        raise BadChoiceError(msg)
    given = article.given or DateInterval(None, today)
    plain = replace(article, reported=given, reported_by_person=False, given=given)
    reading = engine.read(with_report_date(plain, day, today))
    before = ledger.as_read(article_id)
    reading = carried(before, reading) if before else reading
    ledger.replace(reading)
    return reading
