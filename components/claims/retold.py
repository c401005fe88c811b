"""Who lost a place, told by the sentence before or after the capture: news is told in detail."""

from collections.abc import Callable, Sequence

from components.claims.discourse import PartyRef
from components.claims.drafts import Draft
from components.claims.gainers import is_same_place
from components.claims.losers import (
    NAMED,
    SOON,
    days_between,
    is_earlier,
    lacks_loser,
    lend,
    others,
)

_CHANGES = frozenset({"captured", "transferred"})
# How many claims on, and how many code points on, news is told in more detail.
_SAME_NEWS = 4
_NEAR = 500


def losers_retold(drafts: Sequence[Draft], side: Callable[[str], str]) -> None:
    """Give a capture without a loser who left, fought or lost there by the sentences beside it.

    Args:
        drafts: The claims of an article in the order of its text.
        side: Whom an actor counts with.
    """
    for number, draft in enumerate(drafts):
        before = drafts[max(0, number - _SAME_NEWS) : number]
        after = drafts[number + 1 : number + 1 + _SAME_NEWS]
        if lacks_loser(draft):
            lend(draft, _left_after(draft, after, side))
        if lacks_loser(draft):
            lend(draft, _fought_there(draft, [*before, *after], side))
        if lacks_loser(draft):
            lend(draft, _told_unnamed(draft, before, side))


def _left_after(draft: Draft, after: Sequence[Draft], side: Callable[[str], str]) -> list[PartyRef]:
    """Return B of "C took A. B withdrew from the town after hours of fighting"."""
    for other in after:
        lost = other.kind == "lost" and other.reason in NAMED
        if not lost or other.status.stance != "asserted" or not is_same_place(other, draft):
            continue
        if _is_same_story(other, draft):
            losing = others(draft, other.parties.get("losing", []), side)
            if losing:
                return losing
    return []


def _is_same_story(one: Draft, other: Draft) -> bool:
    """Return whether what was told may belong to a capture: not later, not long before."""
    if is_earlier(other.event, one.event):
        return False
    return days_between(one.event, other.event) <= SOON


def _fought_there(
    draft: Draft, near: Sequence[Draft], side: Callable[[str], str]
) -> list[PartyRef]:
    """Return B of "C took A. Clashes between B and C had gone on there for days"."""
    takers = {side(r.actor.id) for r in draft.parties.get("gaining", [])}
    for other in near:
        asserted = other.kind == "contested" and other.status.stance == "asserted"
        if not asserted or other.reason not in NAMED or not is_same_place(other, draft):
            continue
        fighting = [*other.parties.get("attacking", []), *other.parties.get("defending", [])]
        against = [r for r in fighting if side(r.actor.id) not in takers]
        named = any(side(r.actor.id) in takers for r in fighting)
        if named and len({side(r.actor.id) for r in against}) == 1 and _is_same_story(other, draft):
            return against
    return []


def _told_unnamed(
    draft: Draft, before: Sequence[Draft], side: Callable[[str], str]
) -> list[PartyRef]:
    """Return B of "C seized a town from B. Its fighters took A at dawn"."""
    takers = {side(r.actor.id) for r in draft.parties.get("gaining", [])}
    for other in reversed(before):
        asserted = other.kind in _CHANGES and other.status.stance == "asserted"
        if not asserted or other.reason != "unnamed" or not other.parties.get("losing"):
            continue
        near = draft.span.start - other.span.end < _NEAR
        taking = other.parties.get("gaining", [])
        # "Rebels seized towns from B. The M23 took A": "rebels" may be any of them.
        loose = bool(taking) and all(_is_generic(r) for r in taking)
        same = loose or takers & {side(r.actor.id) for r in taking}
        if near and same and other.event.intersect(draft.event):
            return others(draft, other.parties["losing"], side)
    return []


def _is_generic(ref: PartyRef) -> bool:
    return ":" in ref.actor.id and ref.actor.kind not in {"government", "foreign"}
