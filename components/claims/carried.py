"""What a day told by the sentence before comes to: "By then", "Within two days they took B"."""

import re
from datetime import timedelta

from components.dates import DateExpression, find_durations
from components.records import DateInterval

_BY_THEN = re.compile(r"\bby (?:then|that (?:time|point|stage|day))\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:within|in less than|less than)\s+(?:just |barely |only )?"
    r"((?:an? |the |\w+ )?(?:few |next )?(?:hours?|days?|weeks?|months?))\b(?!\s+(?:of|ago))",
    re.IGNORECASE,
)
_WHILE = {"hour": 1, "day": 7, "week": 45, "month": 200}


def carried_days(expression: DateExpression, words: str) -> DateInterval | None:
    """Return the days of what a sentence without a date tells, None where nothing shifts them.

    Args:
        expression: The date told before.
        words: The sentence.
    """
    told = expression.interval
    if _BY_THEN.search(words):
        return DateInterval(None, told.latest)
    within = _WITHIN.search(words)
    if within is None or told.latest is None:
        return None
    lengths = find_durations(within.group(1))
    unit = next(u for u in _WHILE if u in within.group(1).lower())
    days = lengths[0].days if lengths and not lengths[0].rough else _WHILE[unit]
    return DateInterval(told.earliest, told.latest + timedelta(days=max(1, days)))
