"""Reading kept articles again, for lists of places grow; what people said of them stays."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import uuid4

from components.pipeline.adding import with_report_date
from components.pipeline.engine import Engine
from components.records import Claim, DateInterval, Place, Reading
from components.secondreader import carried
from components.store import Act, Kept, Ledger

_MOST_DIFFERENCES = 1000


@dataclass(frozen=True, slots=True)
class Moved:
    """A name that means something else than before.

    Args:
        toponym: The name as written.
        before: Name and id of the place it was on, None for none.
        after: Name and id of the place it is on, None for none.
    """

    toponym: str
    before: Place | None
    after: Place | None

    def words(self) -> str:
        """Return it in a sentence."""
        before = _place_words(self.before, self.after)
        return f"{self.toponym}: {before} before, {_place_words(self.after, self.before)} now"


@dataclass(frozen=True, slots=True)
class Difference:
    """How an article reads otherwise than before.

    Args:
        article: Its headline, or its id where it has none.
        moved: Names that mean something else.
        more: How many claims were not read before.
        fewer: How many claims are not read any more.
    """

    article: str
    moved: tuple[Moved, ...]
    more: int
    fewer: int

    def words(self) -> tuple[str, ...]:
        """Return it in short sentences, the names first."""
        claims = [
            f"{count:,} claim{'' if count == 1 else 's'} {what}"
            for count, what in ((self.more, "more"), (self.fewer, "fewer"))
            if count
        ]
        return (*(moved.words() for moved in self.moved), *claims)


@dataclass
class ReadAgain:
    """What came of reading kept articles again.

    Args:
        articles: How many were read.
        changed: How many say something else now.
        places: How many places are named now that were not before.
        stopped: Whether the person stopped before the end.
        differences: How they read otherwise, the first 1,000 of them.
    """

    articles: int = 0
    changed: int = 0
    places: int = 0
    stopped: bool = False
    differences: list[Difference] = field(default_factory=list)

    def words(self) -> str:
        """Return it in a sentence."""
        until = "Stopped after " if self.stopped else "Read again: "
        articles = f"{self.articles:,} article{'' if self.articles == 1 else 's'}"
        if not self.changed:
            return f"{until}{articles}. Nothing changed."
        more = f", with {self.places:,} places more" if self.places > 0 else ""
        return f"{until}{articles}. {self.changed:,} changed{more}."


def read_again(
    ledger: Ledger,
    engine: Engine,
    today: date,
    progress: Callable[[int], bool] | None = None,
    *,
    by: str = "",
) -> ReadAgain:
    """Read all kept articles again and keep what differs; undone in one step.

    A day of report that a person set stays, and so does a claim on which a person has a
    verdict: it is not read anew. Claims by hand are kept beside the reading and stay too.

    Args:
        ledger: Where they are kept.
        engine: What reads them.
        today: The current day, which bounds an article without any date.
        progress: Told how many were read; returns False to stop.
        by: Who asks for it, for the log.
    """
    told = ReadAgain()
    act = Act(by=by, batch=uuid4().hex)
    for article in ledger.articles():
        kept = next(ledger.kept(None, [article.id]), None)
        before = ledger.as_read(article.id)
        # Another window may have removed it meanwhile.
        if kept is None or before is None:
            continue
        if not _is_by_hand(kept, before):
            reading = _with_reviewed(kept, before, carried(before, _read(engine, before, today)))
            if _says(reading) != _says(before):
                ledger.replace(reading, act=act)
                told.changed += 1
                told.places += len({p.id for p in reading.places} - {p.id for p in before.places})
                if len(told.differences) < _MOST_DIFFERENCES:
                    told.differences.append(difference(before, reading))
        told.articles += 1
        if progress and not progress(told.articles):
            told.stopped = True
            break
    return told


def difference(before: Reading, after: Reading) -> Difference:
    """Return how one reading of an article differs from another."""
    was, is_now = _meanings(before), _meanings(after)
    moved = [
        Moved(toponym, was.get((toponym, start)), place)
        for (toponym, start), place in is_now.items()
        if _id(place) != _id(was.get((toponym, start)))
    ]
    moved += [
        Moved(toponym, place, None)
        for (toponym, start), place in was.items()
        if place and (toponym, start) not in is_now
    ]
    told, tells = ([_told(claim) for claim in one.claims] for one in (before, after))
    return Difference(
        article=after.article.title or after.article.id,
        moved=tuple(dict.fromkeys(moved)),
        more=sum(one not in told for one in tells),
        fewer=sum(one not in tells for one in told),
    )


def _meanings(reading: Reading) -> dict[tuple[str, int], Place | None]:
    """Return what each name of a reading means, by the name and where it stands."""
    places = {place.id: place for place in reading.places}
    found = {(m.toponym, m.span.start): places.get(m.place_id or "") for m in reading.mentions}
    # What no list has is no mention; the claim has the name, and where its sentence begins.
    for claim in reading.claims:
        if claim.toponym and not any(name == claim.toponym for name, _ in found):
            found[claim.toponym, claim.evidence.start] = places.get(claim.place_id or "")
    return found


def _id(place: Place | None) -> str:
    return place.id if place else ""


def _place_words(place: Place | None, other: Place | None) -> str:
    if place is None:
        return "on no place"
    where = place.admin1 if place.admin1 != place.name else ""
    words = [place.name, place.kind, where]
    if other and (other.name, other.kind, other.admin1) == (place.name, place.kind, place.admin1):
        words.append(f"{place.lat:.2f}, {place.lon:.2f}")
    return ", ".join(word for word in words if word)


def _read(engine: Engine, before: Reading, today: date) -> Reading:
    article = before.article
    given = article.given or DateInterval(None, today)
    plain = replace(article, reported=given, reported_by_person=False, given=given)
    day = article.reported.earliest if article.reported_by_person else None
    return engine.read(with_report_date(plain, day, today))


def _is_by_hand(kept: Kept, before: Reading) -> bool:
    """Whether the article is the words of a claim by hand, which nobody read."""
    return not before.mentions and not before.claims and bool(kept.reading.claims)


def _with_reviewed(kept: Kept, before: Reading, reading: Reading) -> Reading:
    """Return a reading in which claims with a verdict stand as they were read then."""
    reviewed = {_told(c): c for c in before.claims if c.id in kept.reviews}
    if not reviewed:
        return reading
    others = [c for c in reading.claims if _told(c) not in reviewed]
    claims = sorted((*others, *reviewed.values()), key=lambda c: c.evidence.start)
    wanted = {c.place_id for c in reviewed.values()} - {p.id for p in reading.places}
    named = {p.actor_id for c in reviewed.values() for p in c.parties}
    named -= {a.id for a in reading.actors}
    return replace(
        reading,
        claims=tuple(claims),
        places=(*reading.places, *(p for p in before.places if p.id in wanted)),
        actors=(*reading.actors, *(a for a in before.actors if a.id in named)),
    )


def _told(claim: Claim) -> tuple[object, ...]:
    """Return what a claim says, wherever its place was thought to lie."""
    parties = sorted((p.role, p.actor_id, p.text) for p in claim.parties)
    return (claim.evidence, claim.kind, claim.stance, claim.toponym, *parties)


def _says(reading: Reading) -> tuple[object, ...]:
    return reading.claims, reading.mentions, {p.id for p in reading.places}
