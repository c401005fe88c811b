"""Who lost a place, told by a sentence after the capture: news is told in detail.

Only who is said to have left that very place on the same days is its loser, or whom the same
sentence, or one that tells of as many days of fighting, says was fought there. Who fought there in
another sentence, or lost another place, is not: the text does not say that it is one event.
"""

from collections.abc import Callable, Sequence

from components.claims.discourse import PartyRef
from components.claims.drafts import Draft
from components.claims.gainers import is_same_place
from components.claims.losers import (
    NAMED,
    lacks_loser,
    lend,
    others,
)

# How many claims on news is told in more detail.
_SAME_NEWS = 4
# A clash colours nothing, and yet says where two sides met.
_FOUGHT_IN = NAMED | {"not_territory"}


def losers_retold(drafts: Sequence[Draft], side: Callable[[str], str]) -> None:
    """Give a capture without a loser who is said, soon after, to have left the place then.

    Args:
        drafts: The claims of an article in the order of its text.
        side: Whom an actor counts with.
    """
    for number, draft in enumerate(drafts):
        after = drafts[number + 1 : number + 1 + _SAME_NEWS]
        if lacks_loser(draft):
            lend(draft, _left_after(draft, after, side))
        if lacks_loser(draft):
            near = drafts[max(0, number - _SAME_NEWS) : number + 1 + _SAME_NEWS]
            lend(draft, _fought_there(draft, near, side))


def _left_after(draft: Draft, after: Sequence[Draft], side: Callable[[str], str]) -> list[PartyRef]:
    """Return B of "C took A. B withdrew from the town after hours of fighting"."""
    for other in after:
        lost = other.kind == "lost" and other.reason in NAMED
        if not lost or other.status.stance != "asserted" or not is_same_place(other, draft):
            continue
        if other.event.intersect(draft.event):
            losing = others(draft, other.parties.get("losing", []), side)
            if losing:
                return losing
    return []


def _fought_there(
    draft: Draft, near: Sequence[Draft], side: Callable[[str], str]
) -> list[PartyRef]:
    """Return B of "C clashed with B in A and took the town".

    Or of two sentences that tell of the same days of fighting: "C took A after three days of
    clashes. The announcement comes after three days of clashes with B".
    """
    takers = {side(r.actor.id) for r in draft.parties.get("gaining", [])}
    for other in near:
        asserted = other.kind == "contested" and other.status.stance == "asserted"
        lengths = (draft.fought, other.fought)
        alike = len({d.days for d in lengths if d is not None}) == 1 and None not in lengths
        beside = (alike or other.span == draft.span) and is_same_place(other, draft)
        if not asserted or not beside or other.reason not in _FOUGHT_IN:
            continue
        fighting = [*other.parties.get("attacking", []), *other.parties.get("defending", [])]
        against = [r for r in fighting if side(r.actor.id) not in takers]
        named = any(side(r.actor.id) in takers for r in fighting)
        if named and len({side(r.actor.id) for r in against}) == 1:
            return against
    return []
