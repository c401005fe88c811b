"""What a person says of what was read: verdicts, corrections, claims of their own, places."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import uuid4

from components.articles import from_text
from components.control import fingerprint
from components.errors import BadChoiceError
from components.pipeline.logbook import log_csv, log_jsonl, log_rows
from components.records import (
    Actor,
    Article,
    Attribution,
    Basis,
    Claim,
    ClaimKind,
    DateInterval,
    Party,
    Place,
    Reading,
    Review,
    Span,
    claim_digest,
)
from components.secondreader import accepted
from components.store import OWN, Act, EditConflictError, Entry, Ledger

BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Correction:
    """What of a claim is otherwise than read; None leaves it as it was.

    Args:
        kind: What happened.
        parties: Who did what.
        event: Days on which it may have happened.
        place: Where.
        attribution: Who says so.
        counted: Whether it may colour the map; a corrected claim does unless this says no.
        actors: Actors among the parties that the ledger may not know.
    """

    kind: ClaimKind | None = None
    parties: tuple[Party, ...] | None = None
    event: DateInterval | None = None
    place: Place | None = None
    attribution: Attribution | None = None
    counted: bool = True
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class HandClaim:
    """A claim that a person adds, with the words and the source that say so.

    Args:
        kind: What happened.
        parties: Who did what.
        event: Days on which it may have happened.
        place: Where.
        quote: The words that say so, as they stand in the source.
        source: Who says so, "" for the article or document itself.
        basis: How that source stands to the event.
        publisher: Who published it, "" where not stated.
        url: Where, "" where not stated.
        title: Its headline, "" for none.
        reported: Days on which it may have appeared; None when only known to be by today.
        article_id: Article that is kept and has the quote; "" makes the quote a source of its own.
        actors: Actors among the parties that the ledger may not know.
    """

    kind: ClaimKind
    parties: tuple[Party, ...]
    event: DateInterval
    place: Place
    quote: str
    source: str = ""
    basis: Basis = "unknown"
    publisher: str = ""
    url: str = ""
    title: str = ""
    reported: DateInterval | None = None
    article_id: str = ""
    actors: tuple[Actor, ...] = ()


def accept(
    ledger: Ledger,
    claim_id: str,
    *,
    by: str,
    at: datetime,
    note: str = "",
    expected: int | None = None,
) -> Entry:
    """Note that a claim is read rightly. One that only a second reader has counts from then on.

    Args:
        ledger: Where it is kept.
        claim_id: The claim.
        by: Who says so.
        at: When, with a time zone.
        note: Why.
        expected: The claim's revision as that person saw it; None overrules whoever came first.

    Raises:
        EditConflictError: Somebody changed the claim since.
        BadChoiceError: There is no such claim.
    """
    claim = _claim(ledger, claim_id)
    replacement = accepted(claim) if claim.reason_code == "unconfirmed" else None
    review = Review(claim_id, "accepted", replacement, by, at, note)
    return ledger.add_review(review, expected=expected)


def reject(
    ledger: Ledger,
    claim_id: str,
    *,
    by: str,
    at: datetime,
    note: str = "",
    expected: int | None = None,
) -> Entry:
    """Let a claim no longer count; it stays, with who rejected it. See `accept`."""
    _claim(ledger, claim_id)
    return ledger.add_review(Review(claim_id, "rejected", None, by, at, note), expected=expected)


def withdraw(
    ledger: Ledger,
    claim_id: str,
    *,
    by: str,
    at: datetime,
    note: str = "",
    expected: int | None = None,
) -> Entry:
    """Take what people said of a claim back: it is as it was read. See `accept`."""
    _claim(ledger, claim_id)
    return ledger.add_review(Review(claim_id, "as read", None, by, at, note), expected=expected)


def correct(
    ledger: Ledger,
    claim_id: str,
    correction: Correction,
    *,
    by: str,
    at: datetime,
    note: str = "",
    expected: int | None = None,
) -> Entry:
    """Put a corrected claim in the place of one that was read, which stays visible. See `accept`.

    Raises:
        BadChoiceError: There is no such claim, or nothing of it would be otherwise.
    """
    claim = _claim(ledger, claim_id)
    corrected = _corrected(claim, correction)
    if corrected == claim:
        msg = "Nothing of the claim is changed yet. Change what is wrong, or accept it as it is."
        raise BadChoiceError(msg)
    return ledger.add_review(
        Review(claim_id, "corrected", corrected, by, at, note),
        expected=expected,
        places=[correction.place] if correction.place else [],
        actors=correction.actors,
    )


def add_claim(
    ledger: Ledger,
    hand: HandClaim,
    *,
    by: str,
    at: datetime,
    note: str = "",
    collection: str = OWN,
) -> Entry:
    """Add a claim by hand. Its words become a source of their own, unless an article has them.

    Raises:
        BadChoiceError: There are no words that say so, or the article does not have them.
    """
    act = Act(by, at, note, uuid4().hex)
    article = _article_with(ledger, hand) if hand.article_id else _made(hand, at.date())
    start = article.text.find(hand.quote.strip())
    evidence = Span(article.id, start, start + len(hand.quote.strip()))
    claim = _claim_of(hand, article, evidence, by)
    if not hand.article_id and ledger.article(article.id) is None:
        ledger.add(
            Reading(article, (), (), (hand.place,), hand.actors),
            collection=collection,
            fingerprint=fingerprint(article.text),
            act=act,
        )
    return ledger.add_claim(claim, places=[hand.place], actors=hand.actors, act=act)


def decide_place(
    ledger: Ledger,
    article_id: str,
    toponym: str,
    place: Place | None,
    *,
    by: str,
    at: datetime,
    note: str = "",
) -> Entry:
    """Say which place a name means wherever it stands in one article; None for no place.

    Without an article (""), it means that place in every article, kept or to come.
    """
    return ledger.decide_place(article_id, toponym, place, act=Act(by, at, note))


def undo(ledger: Ledger, *, by: str, at: datetime) -> tuple[Entry, ...]:
    """Take the last change back, with all that belongs to it; () when there is none."""
    return ledger.undo(act=Act(by, at))


def redo(ledger: Ledger, *, by: str, at: datetime) -> tuple[Entry, ...]:
    """Make the change undone last again; () when there is none."""
    return ledger.redo(act=Act(by, at))


def undo_label(ledger: Ledger) -> str:
    """Return what `undo` would take back, in words; "" for nothing."""
    return batch_words(ledger.to_undo())


def redo_label(ledger: Ledger) -> str:
    """Return what `redo` would make again, in words; "" for nothing."""
    return batch_words(ledger.to_redo())


def batch_words(batch: Iterable[Entry]) -> str:
    """Return what changes that belong together did: "3 articles added", "claim rejected"."""
    kinds = [entry.kind for entry in batch]
    if set(kinds) >= BY_HAND_KINDS:
        return "claim added with its source"
    if len(kinds) > 1 and len(set(kinds)) == 1:
        noun, _, done = kinds[0].partition(" ")
        return f"{len(kinds):,} {noun}s {done}"
    return " and ".join(dict.fromkeys(kinds))


BY_HAND_KINDS = frozenset({"article added", "claim added"})


def _claim(ledger: Ledger, claim_id: str) -> Claim:
    claim = ledger.claim(claim_id)
    if claim is None:
        msg = "There is no such claim. Its article may have been removed in another window."
        raise BadChoiceError(msg)
    return claim


def _corrected(claim: Claim, correction: Correction) -> Claim:
    place = correction.place
    counts = correction.counted
    if counts and place is None and claim.place_id is None:
        msg = "This claim has no place. Choose one, or say that it does not count."
        raise BadChoiceError(msg)
    was_left_out = not claim.counted and not counts
    return replace(
        claim,
        kind=correction.kind or claim.kind,
        stance="asserted" if counts else claim.stance,
        parties=claim.parties if correction.parties is None else correction.parties,
        event=correction.event or claim.event,
        place_id=place.id if place else claim.place_id,
        attribution=correction.attribution or claim.attribution,
        counted=counts,
        reason_code="" if counts else claim.reason_code if was_left_out else "rejected",
        reason="" if counts else claim.reason if was_left_out else "Left out by a reader.",
    )


def _article_with(ledger: Ledger, hand: HandClaim) -> Article:
    article = ledger.article(hand.article_id)
    if article is None:
        msg = f"There is no article {hand.article_id!r}. It may have been removed."
        raise BadChoiceError(msg)
    quote = hand.quote.strip()
    if not quote or quote not in article.text:
        msg = (
            f"The article does not have the words {quote[:60]!r}. Copy them from it as they stand."
        )
        raise BadChoiceError(msg)
    return article


def _made(hand: HandClaim, today: date) -> Article:
    """Return the words of a claim as an article of its own."""
    quote = hand.quote.strip()
    if not quote:
        msg = "There are no words that say so. Copy the sentence from its source, or write it down."
        raise BadChoiceError(msg)
    about = [part for part in (hand.title, hand.publisher, hand.url) if part.strip()]
    # Where it was said belongs to the words: one sentence in two papers is two sources.
    text = "\n\n".join([quote, *([", ".join(about)] if about else [])])
    made = from_text(
        text,
        today=today,
        title=hand.title,
        publisher=hand.publisher,
        url=hand.url,
        article_id=f"hand-{hashlib.sha256(text.encode()).hexdigest()[:16]}",
    )
    reported = hand.reported or made.reported
    return replace(made, reported=reported, reported_by_person=True, given=reported)


def _claim_of(hand: HandClaim, article: Article, evidence: Span, by: str) -> Claim:
    parties = hand.parties
    return Claim(
        id=claim_digest(evidence, hand.kind, "asserted", parties, hand.place.name, hand.place.id),
        kind=hand.kind,
        stance="asserted",
        parties=parties,
        place_id=hand.place.id,
        toponym=hand.place.name,
        event=hand.event,
        reported=article.reported,
        attribution=Attribution(hand.source.strip() or "The article", hand.basis),
        evidence=evidence,
        counted=True,
        reason_code="",
        reason="",
        extractor=f"{BY_HAND} {by}".strip(),
    )


__all__ = [
    "Correction",
    "EditConflictError",
    "HandClaim",
    "accept",
    "add_claim",
    "batch_words",
    "correct",
    "decide_place",
    "log_csv",
    "log_jsonl",
    "log_rows",
    "redo",
    "redo_label",
    "reject",
    "undo",
    "undo_label",
    "withdraw",
]
