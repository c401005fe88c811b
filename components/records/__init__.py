"""The records that every part of Whoheld hands to the next: frozen, standard library only.

Days are civil days (`datetime.date`), positions are code points of the article's text,
coordinates are WGS 84 degrees. A stage never edits a record, it returns new ones.
"""

from components.records.articles import Article, Span
from components.records.claims import (
    Attribution,
    Basis,
    Claim,
    ClaimKind,
    Mention,
    Party,
    Reading,
    ReasonCode,
    Review,
    Role,
    Stance,
    claim_digest,
)
from components.records.control import (
    ControlInterval,
    PlaceState,
    Snapshot,
    Standing,
    State,
)
from components.records.dates import DateInterval
from components.records.places import Actor, Membership, Place

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Basis",
    "Claim",
    "ClaimKind",
    "ControlInterval",
    "DateInterval",
    "Membership",
    "Mention",
    "Party",
    "Place",
    "PlaceState",
    "Reading",
    "ReasonCode",
    "Review",
    "Role",
    "Snapshot",
    "Span",
    "Stance",
    "Standing",
    "State",
    "claim_digest",
]
