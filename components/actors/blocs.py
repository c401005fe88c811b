"""Which side an actor counts with on a day."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache

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


def forerunners_of(
    actors: Mapping[str, Actor], memberships: Iterable[Membership]
) -> dict[str, str]:
    """Return which actor each coalition carries on: the only one of its kind that never leaves.

    Hayat Tahrir al-Sham carries on the Nusra Front; what many groups join for good carries on
    none of them.
    """
    stayed: dict[str, set[str]] = {}
    for membership in memberships:
        member, whole = actors.get(membership.actor), actors.get(membership.coalition)
        if member and whole and membership.end is None and member.kind == whole.kind:
            stayed.setdefault(whole.id, set()).add(member.id)
    return {whole: next(iter(members)) for whole, members in stayed.items() if len(members) == 1}


def turns_of(
    actors: Mapping[str, Actor], memberships: Iterable[Membership]
) -> Callable[[str], tuple[date, ...]]:
    """Return a function that tells on which days an actor may begin to count with another side.

    The days are in order; on each the actor, or a coalition that it may be in by then, enters
    or has left one.
    """
    by_actor: dict[str, list[Membership]] = {}
    for membership in memberships:
        by_actor.setdefault(membership.actor, []).append(membership)

    def turns(actor_id: str) -> tuple[date, ...]:
        days: set[date] = set()
        seen: set[str] = set()
        left = [actor_id]
        while left:
            one = left.pop()
            if one in seen:
                continue
            seen.add(one)
            actor = actors.get(one)
            left += [actor.bloc] if actor and actor.bloc else []
            for membership in by_actor.get(one, ()):
                left.append(membership.coalition)
                days |= {membership.start} if membership.start else set()
                if membership.end and membership.end < date.max:
                    days.add(membership.end + timedelta(days=1))
        return tuple(sorted(days))

    return cache(turns)


def _counts(membership: Membership, day: date | None) -> bool:
    if day is None:
        return membership.start is None and membership.end is None
    return (membership.start or date.min) <= day <= (membership.end or date.max)
