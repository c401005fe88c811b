"""Finds the dates of a text and says which days they name. No clock: the report is passed in."""

from components.dates.durations import find_durations
from components.dates.events import NEWS_DAYS, before, event_interval
from components.dates.expressions import DateExpression, Duration
from components.dates.finding import find
from components.dates.report import narrow_reported, stated_report
from components.dates.tense import is_future

__all__ = [
    "NEWS_DAYS",
    "DateExpression",
    "Duration",
    "before",
    "event_interval",
    "find",
    "find_durations",
    "is_future",
    "narrow_reported",
    "stated_report",
]
