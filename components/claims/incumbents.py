"""Which government "the army" was on the days of which a claim tells."""

from collections.abc import Sequence
from dataclasses import replace

from components.actors import Roster
from components.claims.discourse import PartyRef
from components.claims.drafts import Draft
from components.claims.scan import Scan

# Who is there before something happens; whoever gains may be the government that comes after.
_BEFORE = ("losing", "defending")


def incumbents(drafts: Sequence[Draft], scan: Scan, roster: Roster) -> None:
    """Make the army that left a place in days round a change of government the one before it.

    An article may appear after the change; "soldiers" who left before it were not the new ones.
    """
    for draft in drafts:
        first = draft.event.earliest
        if first is None:
            continue
        for role in _BEFORE:
            refs = draft.parties.get(role)
            if not refs or all(_is_named(r, scan) for r in refs):
                continue
            draft.parties[role] = [
                r if _is_named(r, scan) else replace(r, actor=roster.predecessor(r.actor, first))
                for r in refs
            ]


def _is_named(ref: PartyRef, scan: Scan) -> bool:
    if ref.end == 0:
        # Lent by another sentence, with no words of its own: the name stands there.
        return any(e.kind == "actor" and e.ref == ref.actor.id for e in scan.entities)
    return any(e.kind == "actor" for e in scan.within(ref.start, ref.end))
