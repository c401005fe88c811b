"""A stretch of words that the gazetteer knows as a name, before it is judged."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.places.classes import AFTER
from components.places.gazetteer import Match
from components.places.keys import Tier
from components.places.words import Word

PARTICLE_WORDS = (
    "al el ul as ash an ad ar at az ez es esh ech adh ath de del della di da do dos das du des la"
    " le les los las of and the en sur am im on upon sous y i bin ibn ben bint wa d l ud ur"
    " au aux ob nad pod na lès e ye yi"
)
PARTICLES = frozenset(PARTICLE_WORDS.split())
# "Sar-e Pul", "Port-au-Prince": they link two parts; an Arabic article begins a name.
LINK_WORDS = "e i ye yi o au aux sur en de del della di du des da do dos la le les"
LINKS = frozenset(LINK_WORDS.split())
CLASS_WORDS = frozenset(word for phrase in AFTER for word in phrase)


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to `last` (included) are a name that the gazetteer has.

    Args:
        first: Number of its first word.
        last: Number of its last word.
        matches: Places with this name, best agreement first; none for a name that is known to
            be something else.
        kinds: Kinds that a class word beside it allows, empty for any.
        plural_before: Whether that word came before and stands for a list ("the towns of").
    """

    first: int
    last: int
    matches: tuple[Match, ...]
    kinds: frozenset[str] = frozenset()
    plural_before: bool = False

    @property
    def tier(self) -> Tier:
        """How well the best name agrees."""
        return self.matches[0].tier

    @property
    def is_country(self) -> bool:
        """Whether it is the name of a country."""
        return any(m.place.kind == "country" and m.tier <= Tier.LIGHT for m in self.matches)

    @property
    def population(self) -> int:
        """The largest population among places whose name agrees best."""
        return max((m.place.population for m in self.matches if m.tier == self.tier), default=0)


def written(words: Sequence[Word], first: int, last: int) -> str:
    """Return words as one name, without the blanks that stray into "al- Shughur"."""
    parts: list[str] = []
    for i in range(first, last + 1):
        gap = words[i].gap if i < last else ""
        parts += (words[i].text, "-" if "-" in gap else " " if gap else "")
    return "".join(parts).strip()
