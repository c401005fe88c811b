"""Finds the date expressions of a document."""

from collections.abc import Callable
from functools import partial

from components.dates import tense
from components.dates.context import Context, within_a_year
from components.dates.expressions import DateExpression
from components.dates.scanning import scan
from components.dates.stamps import stamped
from components.dates.tokens import Token, tokens_of
from components.records import DateInterval


def find(
    text: str,
    reported: DateInterval,
    *,
    is_future: Callable[[int], bool | None] | None = None,
) -> tuple[DateExpression, ...]:
    """Find all date expressions of a document and say which days they name.

    Args:
        text: The whole document, for years and "the next day" run through it.
        reported: Days on which it may have appeared. A "Published" or "Updated" stamp in the
            text narrows them.
        is_future: Says whether the words at an offset speak of the future (True), the past
            (False) or leave it open (None); by default the words around it decide.

    Returns:
        Expressions in order, without overlap. A date that nothing resolves is left out; one
        whose year nothing tells has an interval without `earliest`.
    """
    tokens = tokens_of(text)
    stated = stamped(text, reported)
    narrowed = (reported.intersect(stated) if stated else None) or reported
    # Most texts ask nothing of the tense, so its signs are found at the first question.
    is_future = is_future or partial(tense.is_future, text)
    context = Context(
        narrowed,
        knows_year=stated is not None or within_a_year(narrowed),
        narrative=_is_narrative(tokens, narrowed),
        first_year=next(iter(_years(tokens)), None),
        is_future=is_future,
    )
    return scan(text, tokens, context)


def _years(tokens: list[Token]) -> list[int]:
    """Return the years that the text names for certain, in order."""
    return [
        token.value
        for before, token in zip([None, *tokens], tokens, strict=False)
        if token.code == "y"
        and (before is None or before.code in "Mm,S" or before.word in {"in", "of", "since", "by"})
    ]


def _is_narrative(tokens: list[Token], reported: DateInterval) -> bool:
    """Whether most years that the text names lie well before the report: a history, not news."""
    years = _years(tokens)
    latest = reported.latest.year if reported.latest else None
    other = [year for year in years if latest is None or not latest - 1 <= year <= latest + 1]
    return len(other) >= 3 and len(other) * 5 >= len(years) * 3
