"""All that has been read, as the map needs it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from components.records import Actor, Claim, DateInterval, Membership, Place, Review


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article comes from.

    Args:
        title: Its headline, "" where it has none apart from the text.
        publisher: Who published it, "" where not stated.
        url: Where it was published, "" where not stated.
        reported: Days on which it may have appeared.
        collections: Ids of the collections it belongs to.
    """

    title: str
    publisher: str
    url: str
    reported: DateInterval
    collections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class World:
    """Claims with what they refer to.

    Args:
        claims: Claims of all articles, counted or not, with reviews applied.
        places: Entries of the gazetteer by id, those only mentioned included.
        mentions: How often each place is named.
        actors: Actors by id.
        memberships: Which actor counted with which coalition, and when.
        articles: How many articles were read.
        origins: Where each article comes from, by its id.
        reviews: The verdict in force on a claim, by the claim's id.
        originals: What was read before a person corrected it, by the claim's id.
        revisions: At which revision of the ledger anybody last changed a claim, by its id.
        copies: Pairs of articles whose texts are nearly the same.
        ended: The last day on which each government that has ended governed.
    """

    claims: tuple[Claim, ...]
    places: Mapping[str, Place]
    mentions: Mapping[str, int]
    actors: Mapping[str, Actor]
    memberships: tuple[Membership, ...]
    articles: int
    origins: Mapping[str, Origin] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    originals: Mapping[str, Claim] = field(default_factory=dict)
    revisions: Mapping[str, int] = field(default_factory=dict)
    copies: tuple[tuple[str, str], ...] = ()
    ended: Mapping[str, date] = field(default_factory=dict)
