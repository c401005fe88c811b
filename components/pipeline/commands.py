"""The batch commands, one generator of rows each; articles are read one at a time."""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from components.articles import Given, Problem, read_paths
from components.dates import find, narrow_reported
from components.errors import BadChoiceError
from components.pipeline.engine import Engine
from components.pipeline.rows import claim_rows, interval_row, place_row
from components.places import Toponym, find_toponyms, resolve, toponyms_at

Row = dict[str, Any]


class Problems:
    """Counts what could not be used and says it at once on standard error."""

    def __init__(self) -> None:
        self.count = 0

    def tell(self, problem: Problem) -> None:
        """Print one problem as a line."""
        self.say(problem.message)

    def say(self, words: str) -> None:
        """Print what went wrong, in words."""
        self.count += 1
        sys.stderr.write(f"{words}\n")


def articles(
    inputs: Iterable[Path], today: date, problems: Problems, progress: Callable[[int], None]
) -> Iterator[Given]:
    """Yield the articles of the inputs; tell what could not be read and go on."""
    for done, item in enumerate(read_paths(inputs, today=today), start=1):
        if isinstance(item, Problem):
            problems.tell(item)
        else:
            yield item
        progress(done)


def read_command(given: Iterable[Given], engine: Engine) -> Iterator[Row]:
    """Yield one row a claim."""
    for item in given:
        yield from claim_rows(engine.read(item.article))


def geocode_command(given: Iterable[Given], engine: Engine) -> Iterator[Row]:
    """Yield one row a mention: those the input marks, or where it marks none those found."""
    for item in given:
        text = item.article.text
        toponyms: tuple[Toponym, ...] = (
            toponyms_at(text, item.mentions, engine.gazetteer)
            if item.mentions
            else find_toponyms(
                text,
                engine.gazetteer,
                skip=[(found.start, found.end) for found in engine.roster.find(text)],
            )
        )
        for resolution in resolve(toponyms, text, engine.gazetteer):
            yield {
                "article_id": item.article.id,
                "start": resolution.toponym.start,
                "end": resolution.toponym.end,
                "place": place_row(resolution.place),
                "candidates": [
                    {**(place_row(candidate.place) or {}), "why": list(candidate.why)}
                    for candidate in resolution.candidates
                ],
            }


def dates_command(given: Iterable[Given]) -> Iterator[Row]:
    """Yield one row a date expression."""
    for item in given:
        article = item.article
        reported = narrow_reported(article.text, article.reported)
        for expression in find(article.text, reported):
            # A range is two dates in a text, each with its own place and days.
            for found in expression.ends or (expression,):
                yield {
                    "article_id": article.id,
                    "start": found.start,
                    "end": found.end,
                    "text": found.text,
                    **interval_row(found.interval),
                }


def parse_day(text: str) -> date:
    """Read a day in ISO form.

    Raises:
        BadChoiceError: It is not one.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        msg = f"{text!r} is not a day. Write it as YYYY-MM-DD, such as 2015-03-28."
        raise BadChoiceError(msg) from wrong


__all__ = [
    "Problems",
    "articles",
    "dates_command",
    "geocode_command",
    "parse_day",
    "read_command",
]
