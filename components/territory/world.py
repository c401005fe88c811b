"""All that has been read, as the map needs it."""

from collections.abc import Mapping
from dataclasses import dataclass

from components.records import Actor, Claim, Membership, Place


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
    """

    claims: tuple[Claim, ...]
    places: Mapping[str, Place]
    mentions: Mapping[str, int]
    actors: Mapping[str, Actor]
    memberships: tuple[Membership, ...]
    articles: int
