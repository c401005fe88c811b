"""Who fights: names, sides, coalitions by day, and who speaks for whom."""

from components.actors.blocs import bloc_of, forerunners_of, turns_of
from components.actors.matching import ActorMention
from components.actors.roster import Country, Roster
from components.actors.sources import Source
from components.actors.words import is_common_noun

__all__ = [
    "ActorMention",
    "Country",
    "Roster",
    "Source",
    "bloc_of",
    "forerunners_of",
    "is_common_noun",
    "turns_of",
]
