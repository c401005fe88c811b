"""Rivals who claim the same place: "the army and the rebels both claim to hold A"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from components.actors import Roster, Source
from components.claims.attribution import Speaker
from components.claims.discourse import PartyRef
from components.claims.drafts import Draft
from components.claims.syntax import climb

_ROLES = ("holding", "gaining")
_EACH = frozenset({"both", "each"})
_CLAIMING = frozenset({"claim", "say", "insist", "assert", "maintain", "declare"})


def each_for_itself(drafts: Iterable[Draft], roster: Roster, day: date | None) -> Iterator[Draft]:
    """Yield claims; what rivals claim together is claimed by each for itself.

    Args:
        drafts: The claims of a sentence.
        roster: Says who is on whose side.
        day: The day on which it does.
    """
    for draft in drafts:
        role = next((r for r in _ROLES if len(draft.parties.get(r, [])) > 1), "")
        refs = draft.parties.get(role, [])
        sides = {roster.bloc(ref.actor.id, day) for ref in refs}
        if len(sides) < 2 or not _is_claimed(draft, refs):
            yield draft
            continue
        for ref in refs:
            source = Source(ref.actor.name, "side", ref.actor.id)
            speaker = Speaker(source, frozenset({ref.actor.id}), sides=(ref,))
            yield replace(draft, parties={role: [ref]}, speaker=speaker)


def _is_claimed(draft: Draft, refs: Sequence[PartyRef]) -> bool:
    """Return whether those who are to hold or take a place say so, each for itself."""
    trigger, sentence = draft.found.trigger, draft.sentence
    if trigger.lemma_.lower() == "claim":
        return True
    if not any(t.lower_ in _EACH for t in sentence.doc):
        return False
    verb = next((t for t in climb(trigger) if t.lemma_.lower() in _CLAIMING), None)
    if verb is None:
        return False
    speaking = draft.speaker.actors if draft.speaker else frozenset()
    at = sentence.span(verb, verb)[0]
    # "B and C both say they hold A": "they" stands for both.
    they = len({ref.start for ref in refs}) == 1 and any(r.actor.id in speaking for r in refs)
    return they or all(ref.start < at for ref in refs)
