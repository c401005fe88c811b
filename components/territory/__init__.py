"""Who held what, when: a world of claims as a history of places, in records and in words."""

from components.territory.cards import evidence
from components.territory.changes import Change
from components.territory.collection import feature_collection, importance_of
from components.territory.compare import (
    Comparison,
    Difference,
    Tally,
    changes_between,
    compare_histories,
)
from components.territory.counts import counts_over_time
from components.territory.headlines import change_words, day_headline
from components.territory.history import History, build_history
from components.territory.learning import MOST_STEPS, Learned, learned
from components.territory.parts import part_words, parts_on
from components.territory.selection import Selection, Voice, publisher_of, voice_of
from components.territory.stages import Stage, stages
from components.territory.why import rule_words
from components.territory.words import (
    claim_words,
    format_day,
    format_days,
    lowered,
    possible_words,
    since_words,
    state_words,
)
from components.territory.world import Origin, World

__all__ = [
    "MOST_STEPS",
    "Change",
    "Comparison",
    "Difference",
    "History",
    "Learned",
    "Origin",
    "Selection",
    "Stage",
    "Tally",
    "Voice",
    "World",
    "build_history",
    "change_words",
    "changes_between",
    "claim_words",
    "compare_histories",
    "counts_over_time",
    "day_headline",
    "evidence",
    "feature_collection",
    "format_day",
    "format_days",
    "importance_of",
    "learned",
    "lowered",
    "part_words",
    "parts_on",
    "possible_words",
    "publisher_of",
    "rule_words",
    "since_words",
    "stages",
    "state_words",
    "voice_of",
]
