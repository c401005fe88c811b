"""Finds the dates of a text and says which days they name. No clock: the report is passed in."""

from components.dates.expressions import DateExpression, Duration
from components.dates.finding import find

__all__ = ["DateExpression", "Duration", "find"]
