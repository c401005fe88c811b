"""Who enters a town and holds a part of it has no more of the town than that: it is fought over."""

from collections.abc import Sequence

from components.claims.drafts import Draft, is_aside
from components.claims.gainers import is_same_place
from components.records import Place

_ENTERING = frozenset({"enter", "reenter", "penetrate", "infiltrate"})
_TOWNS = frozenset({"city", "town"})
_GAINING = ("gaining", "holding")
_HOLDING = frozenset({"held", "captured"})
_QUARTERS = frozenset({"district", "quarter", "neighbourhood", "neighborhood", "suburb", "ward"})
# A quarter lies this far from the middle of its town at most, in degrees; a tenth is 11 km.
_WITHIN = 0.2


def footholds(drafts: Sequence[Draft]) -> None:
    """Make an entry into a town a fight for it where the same party is told to hold a part."""
    for draft in drafts:
        entered = draft.found.trigger.lemma_.lower() in _ENTERING and draft.kind == "captured"
        if entered and any(_is_part(other, draft) for other in drafts if other is not draft):
            draft.kind = "contested"
            for old, new in (("gaining", "attacking"), ("losing", "defending")):
                if old in draft.parties:
                    draft.parties[new] = draft.parties.pop(old)


def decided(drafts: Sequence[Draft]) -> None:
    """Let an attack told on the side not leave in doubt what the sentence says it won.

    "A fell to B, who launched an assault on the town": B has it.
    """
    for draft in drafts:
        if draft.kind != "contested" or draft.reason or not is_aside(draft.found.trigger):
            continue
        attackers = {r.actor.id for r in draft.parties.get("attacking", ())}
        for other in drafts:
            takers = {r.actor.id for r in other.parties.get("gaining", ())}
            told = other.kind == "captured" and other.status.stance == "asserted"
            if told and takers & attackers and is_same_place(other, draft):
                draft.reason = "not_territory"


def _is_part(other: Draft, entered: Draft) -> bool:
    """Return whether a statement is on a part of the town that its party entered."""
    if other.kind not in _HOLDING or not _share_party(other, entered):
        return False
    town, place = entered.settled.place, other.settled.place
    if other.reason == "part" or other.target.reason == "part":
        return place is not None and town is not None and place.id == town.id
    if town is None or town.kind not in _TOWNS:
        return False
    if place is None:
        # No list has all quarters: "the southern district of B" is one whoever knows it.
        return other.target.feature.lower().removesuffix("s") in _QUARTERS
    return place.kind == "quarter" and _is_near(place, town)


def _share_party(one: Draft, other: Draft) -> bool:
    ids = [{r.actor.id for role in _GAINING for r in d.parties.get(role, ())} for d in (one, other)]
    return bool(ids[0] & ids[1])


def _is_near(quarter: Place, town: Place) -> bool:
    near = abs(quarter.lat - town.lat) < _WITHIN and abs(quarter.lon - town.lon) < _WITHIN
    return near and quarter.country == town.country
