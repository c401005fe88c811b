"""All that has been read, as the map needs it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

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


def bloc_lookup(
    actors: Mapping[str, Actor], memberships: tuple[Membership, ...]
) -> Callable[[str, date | None], str]:
    """Return the function that says what an actor counts with on a day.

    It follows dated memberships first, then the bloc the actor names; an unknown actor counts
    with itself, and a circle ends where it closes. Without a day only open-ended memberships count.
    """
    joined: dict[str, list[Membership]] = {}
    for membership in memberships:
        joined.setdefault(membership.actor, []).append(membership)

    def bloc(actor_id: str, day: date | None) -> str:
        seen = {actor_id}
        while True:
            above = _above(joined.get(actor_id, ()), day)
            if not above and actor_id in actors:
                above = actors[actor_id].bloc
            if not above or above in seen:
                return actor_id
            seen.add(above)
            actor_id = above

    return bloc


def _above(memberships: list[Membership] | tuple[()], day: date | None) -> str:
    for membership in memberships:
        if day is None:
            if membership.start is None and membership.end is None:
                return membership.coalition
        elif (membership.start or day) <= day <= (membership.end or day):
            return membership.coalition
    return ""
