"""Whom a text may mean by "fighters" or "rebels" of a country, whom it does not name."""

from collections.abc import Callable, Mapping
from datetime import date

from components.actors import is_common_noun
from components.records import Actor

Fits = Callable[[str], bool]

# What the party may be of which a text tells only so much; "other" are armed men of any side.
_KINDS: Mapping[str, frozenset[str]] = {
    "other": frozenset({"opposition", "jihadist", "kurdish", "militia"}),
    "opposition": frozenset({"opposition", "jihadist"}),
    "jihadist": frozenset({"opposition", "jihadist"}),
    "militia": frozenset({"militia"}),
    "kurdish": frozenset({"kurdish"}),
}


def stands_for(
    actors: Mapping[str, Actor], bloc: Callable[[str, date | None], str]
) -> Callable[[str], Fits | None]:
    """Return a function from an actor without a name to a test of who may be meant by it.

    Governments and foreign armies are called what they are, so they are never meant.
    """

    def of(actor_id: str) -> Fits | None:
        if not is_common_noun(actor_id):
            return None
        actor = actors.get(actor_id)
        kinds = _KINDS.get(actor.kind if actor else "other", frozenset())

        def fits(other_id: str) -> bool:
            sides = [actors.get(other_id), actors.get(bloc(other_id, None))]
            return not is_common_noun(other_id) and all(a and a.kind in kinds for a in sides)

        return fits

    return of
