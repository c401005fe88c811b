"""Names on no place: what no gazetteer has, and what several places are called."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from components.panels.text import count_words
from components.records import Claim
from components.store import is_said_to_be_none

WITHOUT_PLACE = frozenset({"not_found", "ambiguous"})
_WHY = {"not_found": "in no list of places", "ambiguous": "several places fit"}


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that claims give for a place, and that is on no place.

    Args:
        name: The name as written.
        claims: The claims that have it.
    """

    name: str
    claims: tuple[Claim, ...]

    @property
    def label(self) -> str:
        """The name with how often and why: "Kafr X, 3 claims, in no list of places"."""
        ((code, _),) = Counter(claim.reason_code for claim in self.claims).most_common(1)
        return f"{self.name}, {count_words(len(self.claims), 'claim')}, {_WHY[code]}"


def unplaced_names(claims: Sequence[Claim]) -> tuple[Unplaced, ...]:
    """Return the names on no place, the most used first; not those that a person left so."""
    by_name: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.place_id or not claim.toponym or claim.reason_code not in WITHOUT_PLACE:
            continue
        if not is_said_to_be_none(claim):
            by_name.setdefault(claim.toponym, []).append(claim)
    found = [Unplaced(name, tuple(some)) for name, some in by_name.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.claims), one.name)))
