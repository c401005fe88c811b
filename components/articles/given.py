"""What reading hands on: articles, and what could not be read."""

from dataclasses import dataclass

from components.records import Article


@dataclass(frozen=True, slots=True)
class Given:
    """An article as it came in.

    Args:
        article: The article.
        mentions: Half-open offsets of place names that were given with it.
        source: Name of the file, with the line behind a colon for JSON Lines.
    """

    article: Article
    mentions: tuple[tuple[int, int], ...]
    source: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read; `message` is a whole sentence for the person.

    Args:
        source: Name of the file.
        line: Line of a JSON Lines file, from 1; None for a whole file.
        message: What was given, what was expected, what to do.
    """

    source: str
    line: int | None
    message: str
