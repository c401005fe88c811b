"""Who held what, when: a world of claims as a history of places, in records and in words."""

from components.territory.cards import evidence
from components.territory.collection import feature_collection, importance_of
from components.territory.headlines import change_words, day_headline
from components.territory.history import Change, History, build_history
from components.territory.why import rule_words
from components.territory.words import (
    claim_words,
    format_day,
    format_days,
    since_words,
    state_words,
)
from components.territory.world import World

__all__ = [
    "Change",
    "History",
    "World",
    "build_history",
    "change_words",
    "claim_words",
    "day_headline",
    "evidence",
    "feature_collection",
    "format_day",
    "format_days",
    "importance_of",
    "rule_words",
    "since_words",
    "state_words",
]
