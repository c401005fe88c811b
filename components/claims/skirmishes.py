"""Fights that leave nobody's hold on a place in doubt: over when told, or told on the side."""

from spacy.tokens import Token

from components.claims.match import Found
from components.claims.syntax import child, objects_of, prepositions

# "Killed in clashes in A", "fled A after clashes", "during clashes with B".
_AMONG = frozenset({"in", "during", "after", "before", "following", "since", "from", "despite"})
_LASTING = frozenset({"still", "again", "continuously", "daily", "nightly"})
_GOING_ON = frozenset({"continue", "keep", "begin", "start", "resume", "remain"})
_FOUGHT_FOR = frozenset({"for", "over"})
_STEPS = 3


def is_told_by_the_way(found: Found) -> bool:
    """Return whether a statement on fighting is none on whose a place is."""
    if found.kind != "contested":
        return False
    if found.frame.id == "noun-fighting":
        return _is_circumstance(found.trigger)
    return found.frame.id == "clash" and _is_over(found.trigger)


def _is_circumstance(fighting: Token) -> bool:
    """Return whether a noun for a fight only says when or how something else happened."""
    at = fighting
    for _ in range(_STEPS):
        # "After two days of clashes".
        if at.dep_ != "pobj" or at.head.lower_ != "of":
            break
        at = at.head.head
    return at.dep_ == "pobj" and at.head.lower_ in _AMONG


def _is_over(verb: Token) -> bool:
    """Return whether "B and C clashed in A" tells of one fight, not of one that goes on.

    Who fights for control, still, or for days on end has not yet settled whose the place is.
    """
    if verb.tag_ == "VBG" or verb.head.lemma_.lower() in _GOING_ON:
        return False
    if any(c.lower_ in _LASTING for c in child(verb, "advmod", "npadvmod")):
        return False
    return not any(
        p.lower_ in _FOUGHT_FOR or (p.lower_ == "since" and objects_of(p))
        for p in prepositions(verb)
    )
