"""When an article can have appeared, by what its own text says."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from components.dates import tense
from components.dates.expressions import DateExpression
from components.dates.finding import find
from components.dates.stamps import stamped, stamps
from components.dates.words import MONTHS, SHORT
from components.records import DateInterval

_ABSOLUTE = re.compile(
    r"\d|\b(?:" + "|".join(name for name in MONTHS if name not in SHORT) + r")\b", re.IGNORECASE
)
# What people foresaw in the past ("said it would end in 2012") bounds nothing.
_FORESEEN = re.compile(r"\b(?:would|had|were to|was to)\b", re.IGNORECASE)


def stated_report(text: str, given: DateInterval | None = None) -> DateInterval | None:
    """Return the days of report that the text itself states.

    Args:
        text: The whole document.
        given: What else is known of the report; it gives datelines without a year theirs.

    Returns:
        The day of a dateline or of "Published ..."; up to the day for "Updated ...", which
        is only an upper bound; None where the text states nothing.
    """
    return stamped(text, given or DateInterval(None, None))


def narrow_reported(
    text: str,
    given: DateInterval,
    *,
    is_future: Callable[[int], bool | None] | None = None,
) -> DateInterval:
    """Narrow the days of report by the stamps, the dates and the tenses of the text.

    An article cannot have been written before the last dated event that it tells in the
    past, nor after an event that it announces.

    Args:
        text: The whole document.
        given: Days on which it may have appeared.
        is_future: As for `find`.

    Returns:
        Days within `given`, never none: what contradicts it is not believed.
    """
    if given.is_exact:
        return given
    stated = stated_report(text, given)
    known = (given.intersect(stated) if stated else None) or given
    if known.is_exact:
        return known
    is_future = is_future or partial(tense.is_future, text)
    skipped = [(stamp.start, stamp.end) for stamp in stamps(text, given)]
    dated = [
        expression
        for expression in find(text, known, is_future=is_future)
        if _ABSOLUTE.search(expression.text)
        and not any(start <= expression.start < end for start, end in skipped)
    ]
    told = _last_told(dated, known, is_future)
    if told:
        known = known.intersect(DateInterval(told, None)) or known
    announced = _first_announced(text, dated, known, is_future)
    if announced:
        known = known.intersect(DateInterval(None, announced)) or known
    return known


def _last_told(
    dated: list[DateExpression], known: DateInterval, is_future: Callable[[int], bool | None]
) -> date | None:
    """Return the first day of the last dated event that is told in the past."""
    told = [
        expression.interval.earliest
        for expression in dated
        if expression.relation in {"on", "since", "after"}
        and expression.interval.earliest is not None
        and (known.latest is None or expression.interval.earliest <= known.latest)
        and is_future(expression.start) is False
    ]
    return max(told, default=None)


def _first_announced(
    text: str,
    dated: list[DateExpression],
    known: DateInterval,
    is_future: Callable[[int], bool | None],
) -> date | None:
    """Return the last day of the first event that is announced."""
    announced = [
        expression.interval.latest
        for expression in dated
        if expression.interval.latest is not None
        and expression.interval.earliest is not None
        and (known.earliest is None or expression.interval.latest >= known.earliest)
        and is_future(expression.start) is True
        and not _FORESEEN.search(text[max(0, expression.start - 120) : expression.start])
    ]
    return min(announced, default=None)
