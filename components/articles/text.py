"""One article from one text."""

import hashlib
import re
from datetime import date, datetime

from components.articles.sentences import split_sentences
from components.errors import BadRecordError, UnreadableArticleError
from components.records import Article, DateInterval

TEXT_LIMIT = 2_000_000
"""Characters that one article may have; a long feature has about 40,000."""

_WORD = re.compile(r"[^\W\d_]{2,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]|\ufffd")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SCRIPTS = (
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("my", re.compile(r"[\u1000-\u109f]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_ENGLISH = re.compile(r"\b(?:the|of|and|in|to|on|by|from|was|were|has|have|is|said|after|that)\b")


def from_text(  # noqa: PLR0913 (what may be known of an article, all of it optional)
    text: str,
    *,
    today: date,
    article_id: str = "",
    title: str = "",
    published: date | None = None,
    updated: date | None = None,
    publisher: str = "",
    url: str = "",
    retrieved_at: datetime | None = None,
) -> Article:
    """Make an article of a text and what is known about it.

    Args:
        text: The article; it is kept exactly as given.
        today: The day it is given to Whoheld; it cannot have appeared later.
        article_id: Its identifier; a digest of the text where "".
        title: Its headline where it was given apart from the text.
        published: The day it appeared, where known.
        updated: The day it was last changed: only an upper bound on when it appeared.
        publisher: Who published it.
        url: Where it was published.
        retrieved_at: When it was given to Whoheld.

    Raises:
        UnreadableArticleError: The text is empty, no prose, or longer than `TEXT_LIMIT`.
        BadRecordError: `published` or `updated` lies after `today`.
    """
    # Half a surrogate pair is no character and cannot be stored; the swap keeps all offsets.
    text = _LONE_SURROGATE.sub("\ufffd", text)
    check_text(text)
    article_id = article_id or text_digest(text)
    return Article(
        id=article_id,
        text=text,
        sentences=split_sentences(text, article_id),
        title=title,
        publisher=publisher,
        url=url,
        language=_language(text),
        reported=_reported(published, updated, today),
        retrieved_at=retrieved_at,
    )


def text_digest(text: str) -> str:
    """Return the identifier of an article that came without one."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def check_text(text: str) -> None:
    """Refuse a text that holds no article.

    Raises:
        UnreadableArticleError: Says what was found instead and what to do.
    """
    if not text.strip():
        msg = "There is no text in it. Paste the article, or choose a file that holds its text."
        raise UnreadableArticleError(msg)
    if len(text) > TEXT_LIMIT:
        msg = (
            f"The text has {len(text):,} characters; one article may have {TEXT_LIMIT:,}. "
            "Split it into one file an article, or into JSON Lines with one article a line."
        )
        raise UnreadableArticleError(msg)
    sample = text[:100_000]
    if len(_CONTROL.findall(sample)) > max(4, len(sample) // 50):
        msg = (
            "This is not text: it holds control characters, as pictures, archives and office "
            "files do. Save the article as plain text (.txt) or as a web page (.html)."
        )
        raise UnreadableArticleError(msg)
    words = _WORD.findall(sample)
    if len(words) < 2:
        msg = f"{text.strip()[:40]!r} is too short for an article. Give at least one sentence."
        raise UnreadableArticleError(msg)


def _reported(published: date | None, updated: date | None, today: date) -> DateInterval:
    for name, day in (("published", published), ("updated", updated)):
        if day and day > today:
            msg = (
                f"{name!r} is {day}, which lies in the future (today is {today}). "
                "Correct the date, or leave it out."
            )
            raise BadRecordError(msg)
    if published:
        return DateInterval.on(published)
    return DateInterval(None, updated or today)


def _language(text: str) -> str:
    """Name the language by its script; "" where Latin script does not read like English."""
    sample = text[:4000]
    letters = sum(char.isalpha() for char in sample) or 1
    for code, script in _SCRIPTS:
        # A few Ukrainian letters tell it from Russian; other scripts must be half the text.
        share = 0.02 if code == "uk" else 0.5
        if len(script.findall(sample)) > share * letters:
            return code
    words = len(_WORD.findall(sample)) or 1
    marks = len(_ENGLISH.findall(sample.lower()))
    return "en" if marks * 20 >= words or (words < 12 and sample.isascii()) else ""
