"""What one source says about control of one place."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from components.records.articles import Article, Span
from components.records.dates import DateInterval
from components.records.places import Actor, Place

ClaimKind = Literal["captured", "lost", "transferred", "held", "contested", "besieged", "repelled"]
Stance = Literal["asserted", "denied", "planned", "hypothetical", "attempted"]
Role = Literal["gaining", "losing", "holding", "attacking", "defending"]
Basis = Literal["gaining side", "losing side", "monitor", "press", "unknown"]
ReasonCode = Literal[
    "",
    "part",
    "beside",
    "unnamed",
    "not_found",
    "ambiguous",
    "planned",
    "hypothetical",
    "attempted",
    "denied",
    "direction",
    "container",
    "not_territory",
    "rejected",
    "unconfirmed",
]


@dataclass(frozen=True, slots=True)
class Party:
    """Who did what in a claim: an actor, its role, and its name as written ("" if implied)."""

    actor_id: str
    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so (`source`, as it would be named in a list) and how it stands to the event.

    Through whom it is told (`via`), "" unless the text names somebody else than its publisher:
    "a resident told Reuters".
    """

    source: str
    basis: Basis
    via: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One source's statement about control of one place. Born complete, never edited.

    Args:
        id: Digest of its content, see `claim_digest`.
        kind: captured, lost (left or forced out, no successor named), transferred (handed
            over without a fight), held, contested, besieged, repelled (the defender holds).
        stance: asserted, or how the text takes it back.
        parties: Who did what, in the order of the text.
        place_id: Entry of the gazetteer, None when the place was not found.
        toponym: Place name as written.
        event: Days on which it may have happened; for contested, on which it may have begun.
        reported: Days on which the article may have appeared; `latest` is never None.
        attribution: Who says so.
        evidence: The sentence that says so.
        counted: Whether it may colour the map.
        reason_code: Why not, "" when counted.
        reason: The same in words for the reader, "" when counted.
        extractor: Name and version of the reader that made it.
        whole: Whether the text says it of all of an area, and so of the places inside.
    """

    id: str
    kind: ClaimKind
    stance: Stance
    parties: tuple[Party, ...]
    place_id: str | None
    toponym: str
    event: DateInterval
    reported: DateInterval
    attribution: Attribution
    evidence: Span
    counted: bool
    reason_code: ReasonCode
    reason: str
    extractor: str
    whole: bool = False


def claim_digest(
    evidence: Span,
    kind: ClaimKind,
    stance: Stance,
    parties: tuple[Party, ...],
    toponym: str,
    place_id: str | None,
    ordinal: int = 0,
) -> str:
    """Return the identifier of a claim with this content.

    Days are left out, so that setting another day of report keeps the reviews that people
    wrote on the claim; `ordinal` tells apart claims of one sentence that differ in days only.
    """
    content = (
        *(evidence.article_id, evidence.start, evidence.end, kind, stance),
        *sorted((p.role, p.actor_id, p.text) for p in parties),
        *(toponym, place_id, ordinal),
    )
    return hashlib.sha256(repr(content).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Review:
    """A person's verdict on a claim, kept beside it.

    Args:
        claim_id: The claim.
        verdict: accepted, rejected, corrected, or as read, which takes an earlier one back.
        replacement: The corrected claim, None for other verdicts.
        reviewer: Who says so, "" where nobody gave a name.
        reviewed_at: When.
        note: Why, in that person's words.
        revision: The ledger's revision when it came into force; no part of what it says.
    """

    claim_id: str
    verdict: Literal["accepted", "rejected", "corrected", "as read"]
    replacement: Claim | None
    reviewer: str
    reviewed_at: datetime
    note: str
    revision: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in a text; `place_id` is None when it could not be resolved."""

    span: Span
    toponym: str
    place_id: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading one article gave.

    Args:
        article: The article, with `reported` narrowed by what its text says.
        claims: Its claims, counted or not, in the order of the text.
        mentions: Every place name in it, in the order of the text.
        places: The entries of the gazetteer that claims and mentions refer to.
        actors: The actors that the claims refer to, those made up from the text included.
    """

    article: Article
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    actors: tuple[Actor, ...]
