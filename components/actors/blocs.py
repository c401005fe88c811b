"""Which side an actor counts with on a day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from components.records import Actor, Membership

# A chain of coalitions is short; a ring of them in the data must not hang the map.
_LONGEST_CHAIN = 8


def bloc_of(
    actors: Mapping[str, Actor], memberships: Iterable[Membership]
) -> Callable[[str, date | None], str]:
    """Return a function that rolls an actor up to its side on a day.

    Dated memberships go before the actor's own `bloc`; with no day only memberships that are
    open at both ends count. An actor that is in neither stands for itself.
    """
    by_actor: dict[str, list[Membership]] = {}
    for membership in memberships:
        by_actor.setdefault(membership.actor, []).append(membership)

    def step(actor_id: str, day: date | None) -> str:
        for membership in by_actor.get(actor_id, ()):
            if _counts(membership, day):
                return membership.coalition
        actor = actors.get(actor_id)
        return actor.bloc if actor else ""

    def bloc(actor_id: str, day: date | None) -> str:
        seen = [actor_id]
        for _ in range(_LONGEST_CHAIN):
            above = step(seen[-1], day)
            if not above or above in seen:
                break
            seen.append(above)
        return seen[-1]

    return bloc


def _counts(membership: Membership, day: date | None) -> bool:
    if day is None:
        return membership.start is None and membership.end is None
    return (membership.start or date.min) <= day <= (membership.end or date.max)
