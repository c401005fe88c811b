"""Articles read by the rules and, by choice, by a second reader behind a server."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from components.articles import Given
from components.errors import BadChoiceError
from components.pipeline.engine import Engine
from components.pipeline.rows import claim_rows
from components.records import Article, Reading
from components.secondreader import (
    Agreement,
    SecondReader,
    SecondReaderSettings,
    SecondReading,
    agreement_words,
    from_environment,
    what_leaves,
)


def second_reader(
    engine: Engine,
    settings: SecondReaderSettings,
    is_stopped: Callable[[], bool] = lambda: False,
) -> SecondReader:
    """Return a second reader that shares the engine's lookups.

    Args:
        engine: What reads first.
        settings: Which server.
        is_stopped: Asked while waiting for an answer; True ends the second reading.
    """
    return SecondReader(settings, engine.gazetteer, engine.roster, is_stopped)


def read_twice(engine: Engine, second: SecondReader, article: Article) -> SecondReading:
    """Read one article with the rules, then with the second reader.

    Whatever the server does, the rules' claims are there.
    """
    reading = engine.read(article)
    return second.read(reading, engine.reader.candidates(reading.article))


@dataclass
class Readers:
    """The rules and perhaps a second reader, over several articles, with what it came to."""

    engine: Engine
    second: SecondReader | None = None
    problems: dict[str, None] = field(default_factory=dict)
    agreement: Counter[Agreement] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    def read(self, article: Article) -> Reading:
        """Read one article with all readers there are."""
        if self.second is None:
            return self.engine.read(article)
        twice = read_twice(self.engine, self.second, article)
        self.problems.update(dict.fromkeys(twice.problems))
        self.agreement += twice.agreement
        self.refused += twice.refused
        return twice.reading

    def words(self) -> str:
        """Return what the second reader came to, "" where there is none."""
        return summary(self.agreement, self.refused) if self.second else ""


def settings_from(environment: Mapping[str, str]) -> SecondReaderSettings:
    """Return the second reader that the environment names.

    Raises:
        BadChoiceError: It names none, or one that cannot be used.
    """
    settings = from_environment(environment)
    if settings is None:
        msg = (
            "No second reader is set. Set WHOHELD_READER_URL (such as http://localhost:11434/v1) "
            "and WHOHELD_READER_MODEL, and WHOHELD_READER_KEY if the server asks for one."
        )
        raise BadChoiceError(msg)
    return settings


def read_twice_command(
    given: Iterable[Given],
    engine: Engine,
    settings: SecondReaderSettings,
    told: Callable[[str], None],
) -> Iterator[dict[str, Any]]:
    """Yield one row a claim, each with who of the two readers says it.

    Args:
        given: The articles.
        engine: What reads first.
        settings: Which server reads along.
        told: Is given a sentence for each thing that the server did not do.
    """
    sys.stderr.write(f"{what_leaves(settings)}\n")
    readers = Readers(engine, second_reader(engine, settings))
    said: set[str] = set()
    for item in given:
        reading = readers.read(item.article)
        for problem in readers.problems.keys() - said:
            told(problem)
        said |= readers.problems.keys()
        yield from (
            {**row, "agreement": agreement_words(row["extractor"])} for row in claim_rows(reading)
        )
    sys.stderr.write(f"{readers.words()}\n")


def summary(agreement: Counter[Agreement], refused: Counter[str]) -> str:
    """Return in words what a second reading came to."""
    words = (
        f"Second reader: {agreement['both']} claims said by both, "
        f"{agreement['only rules']} only by the rules, {agreement['differ']} read in another way, "
        f"{agreement['only second']} only by it (not counted until a person accepts them)."
    )
    reasons = "; ".join(f"{number} × {reason}" for reason, number in refused.most_common())
    return f"{words} Answers not used: {reasons}." if reasons else words
