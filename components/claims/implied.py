"""The place that a clause leaves unsaid: "Clashes in A. B withdrew and C took control"."""

from collections.abc import Sequence

from components.claims.drafts import Draft
from components.claims.match import Found
from components.claims.scan import Scan
from components.claims.settled import Settled
from components.records import Span

# A clash colours nothing, and yet says where the sides met.
_NAMED = frozenset({"", "not_found", "ambiguous", "not_territory"})
# How many sentences back the place may have been told, those between naming no other.
_BACK = 3
_ATTACK_BACK = 5


def place_spoken_of(
    found: Found, told: Sequence[tuple[int, Draft]], number: int, back: int
) -> tuple[Settled, ...]:
    """Return the place that a statement without one is about; none where that is not clear."""
    draft = told_before(found, told, number, back)
    if draft is None:
        return ()
    # "secured A and B. C left and D entered": both.
    together = (d.settled for n, d in told if d.found is draft.found and d.reason in _NAMED)
    return tuple(dict.fromkeys(together)) or (draft.settled,)


def sentences_back(spans: Sequence[Span], number: int, seen: Scan) -> int:
    """Return how many sentences back a place left unsaid may have been told.

    Args:
        spans: The sentences of the article.
        number: The number of the sentence.
        seen: What the lookups know of the article.
    """
    back = 1
    while back < min(_BACK, number):
        between = spans[number - back]
        if any(e.kind == "place" for e in seen.within(between.start, between.end)):
            break
        back += 1
    return back


def told_before(
    found: Found, told: Sequence[tuple[int, Draft]], number: int, back: int
) -> Draft | None:
    """Return the claim that a statement without a place goes on with.

    Args:
        found: The statement.
        told: What the article has said so far, with the numbers of its sentences.
        number: The number of the statement's sentence.
        back: How many sentences back it may stand.
    """
    for told_in, draft in reversed(told):
        # "The assault was repelled" may come long after it was told.
        if number - told_in > (_ATTACK_BACK if found.kind == "repelled" else back):
            break
        clear = draft.status.stance == "asserted" and draft.settled.reason in _NAMED
        if clear and draft.reason in _NAMED and draft.kind != "besieged":
            return draft if _follows(found, draft) else None
    return None


def _follows(found: Found, draft: Draft) -> bool:
    """Return whether a change can follow what was told of a place."""
    acting = {r.actor.id for r in found.parties.get("gaining") or found.parties.get("losing") or []}
    sides = {role: {r.actor.id for r in refs} for role, refs in draft.parties.items()}
    attacking, defending = sides.get("attacking", set()), sides.get("defending", set())
    if found.kind == "lost":
        if draft.kind == "contested":
            # Who raids a place and leaves has not lost it.
            return bool(acting & defending) or (len(attacking) > 1 and bool(acting & attacking))
        roles = ("gaining", "holding", "losing")
        if draft.kind in {"captured", "held"} and not sides.get("losing"):
            return True
        return any(acting & sides.get(role, set()) for role in roles)
    if draft.kind == "contested":
        return bool(acting & (attacking | defending)) or not (attacking | defending)
    return not acting & (sides.get("gaining", set()) | sides.get("holding", set()))
