"""An article as it was read, and places in its text."""

from dataclasses import dataclass
from datetime import datetime

from components.records.dates import DateInterval


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points, `end` not included."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """A news article, its text exactly as given.

    Args:
        id: The identifier given with it, else a digest of the text.
        text: The text as given; every span counts code points of this string.
        sentences: The sentences in order, without overlap; together they cover all words.
        title: Headline where it was given apart from the text, else "".
        publisher: Who published it, "" where not stated.
        url: Where it was published, "" where not stated.
        language: ISO 639-1 code.
        reported: Days on which it may have appeared. `latest` is never None: an article
            cannot have appeared after the day it was given to Whoheld.
        retrieved_at: When it was given to Whoheld.
        reported_by_person: Whether a person set `reported`; then nothing narrows it.
        given: The days of report as they came with the article, before its text or a person
            narrowed them; None until then.
    """

    id: str
    text: str
    sentences: tuple[Span, ...]
    title: str
    publisher: str
    url: str
    language: str
    reported: DateInterval
    retrieved_at: datetime | None = None
    reported_by_person: bool = False
    given: DateInterval | None = None

    def quote(self, span: Span) -> str:
        """Return the words that a span of this article marks."""
        return self.text[span.start : span.end]
