"""The parties that a phrase lists: "groups including A", "a force of A and B"."""

from typing import TYPE_CHECKING

from spacy.tokens import Token

from components.claims.discourse import PartyRef
from components.claims.syntax import conjuncts, governed, objects_of, prepositions

if TYPE_CHECKING:
    from components.claims.parties import PartyFinder

# What several parties may make up together.
_JOINT = frozenset({"force", "forces", "alliance", "coalition", "contingent", "group", "column"})


def allied_in(token: Token, finder: "PartyFinder", country: str) -> list[PartyRef]:
    """Return the parties that a phrase lists: "groups including A", "a force of A and B"."""
    found: list[PartyRef] = []
    if token.lower_ in _JOINT:
        joined = governed(token, "of")
        found += [r for o in joined if len(joined) > 1 and (r := finder.head(o, country))]
    for prep in prepositions(token):
        if prep.lower_ in {"including", "like"}:
            found += _listed(prep, finder, country)
    if not found:
        for c in token.children:
            # "A, B and C": the parser explains the first by those that follow.
            listed = finder.sentence.actor(c) is not None and len(conjuncts(c)) > 1
            if c.dep_ == "appos" and (listed or not finder.sentence.actor(token)):
                found += [r for k in conjuncts(c) if (r := finder.head(k, country)) and r.armed]
    return found


def _listed(prep: Token, finder: "PartyFinder", country: str) -> list[PartyRef]:
    """Return the parties listed after "including", by their own names where they have one."""
    doc = prep.doc
    named = [
        finder.ref(finder.roster.actors[entity.ref], t, t)
        for t in prep.subtree
        if (entity := finder.sentence.actor(t))
        and not (t.i + 1 < len(doc) and doc[t.i + 1].text in {"'s", "-"})
    ]
    if finder.sentence.actor(prep.head):
        # "areas controlled by A, including B" lists areas.
        return named
    return named or [r for o in objects_of(prep) if (r := finder.head(o, country))]
