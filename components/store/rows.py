"""Records as JSON and back, nothing lost."""

import json
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from components.records import (
    Actor,
    Article,
    Attribution,
    Claim,
    DateInterval,
    Party,
    Place,
    Reading,
    Span,
)


def dump(value: Any) -> str:
    """Return JSON with every letter as it is, days as YYYY-MM-DD."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    msg = f"{value!r} cannot be kept in a ledger"
    raise TypeError(msg)


def reading_body(reading: Reading) -> str:
    """Return what is kept beside an article's text and identifier."""
    article = reading.article
    return dump(
        {
            "places": [p.id for p in reading.places],
            "actors": [a.id for a in reading.actors],
            "sentences": [[s.start, s.end] for s in article.sentences],
            "title": article.title,
            "publisher": article.publisher,
            "url": article.url,
            "language": article.language,
            "reported": _days(article.reported),
            "retrieved_at": article.retrieved_at,
            "reported_by_person": article.reported_by_person,
            "given": _days(article.given) if article.given else None,
        }
    )


def article_of(article_id: str, text: str, body: str) -> Article:
    """Return the article of a row."""
    given = json.loads(body)
    moment = given["retrieved_at"]
    return Article(
        id=article_id,
        text=text,
        sentences=tuple(Span(article_id, start, end) for start, end in given["sentences"]),
        title=given["title"],
        publisher=given["publisher"],
        url=given["url"],
        language=given["language"],
        reported=_interval(given["reported"]),
        retrieved_at=datetime.fromisoformat(moment) if moment else None,
        reported_by_person=given["reported_by_person"],
        given=_interval(given["given"]) if given["given"] else None,
    )


def ids_of(body: str) -> tuple[list[str], list[str]]:
    """Return the identifiers of the places and of the actors that a reading names."""
    given = json.loads(body)
    return given["places"], given["actors"]


def claim_body(claim: Claim) -> str:
    """Return a claim whole."""
    given = asdict(claim)
    given["event"], given["reported"] = _days(claim.event), _days(claim.reported)
    return dump(given)


def claim_of(body: str) -> Claim:
    """Return the claim of a row."""
    given = json.loads(body)
    given["parties"] = tuple(Party(**p) for p in given["parties"])
    given["event"], given["reported"] = _interval(given["event"]), _interval(given["reported"])
    given["attribution"] = Attribution(**given["attribution"])
    given["evidence"] = Span(**given["evidence"])
    return Claim(**given)


def place_of(body: str) -> Place:
    """Return the place of a row."""
    return Place(**json.loads(body))


def actor_of(body: str) -> Actor:
    """Return the actor of a row."""
    given = json.loads(body)
    return Actor(**{**given, "aliases": tuple(given["aliases"])})


def _days(interval: DateInterval) -> list[str | None]:
    return [d.isoformat() if d else None for d in (interval.earliest, interval.latest)]


def _interval(days: list[str | None]) -> DateInterval:
    first, last = (date.fromisoformat(d) if d else None for d in days)
    return DateInterval(first, last)
