"""Who held what, when: a world of claims as a history of places, in records and in words."""

from components.territory.collection import feature_collection, importance_of
from components.territory.history import Change, History, build_history
from components.territory.words import claim_words, format_day, since_words, state_words
from components.territory.world import World, bloc_lookup

__all__ = [
    "Change",
    "History",
    "World",
    "bloc_lookup",
    "build_history",
    "claim_words",
    "feature_collection",
    "format_day",
    "importance_of",
    "since_words",
    "state_words",
]
