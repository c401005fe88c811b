"""The article in a web page that was saved. Nothing is fetched."""

import re
from dataclasses import dataclass
from datetime import date

from trafilatura import bare_extraction

from components.errors import UnreadableArticleError

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
# Only dates that the page states, not those that look like one; the last day is far off so
# that the caller's `today` judges what lies in the future, not this machine's clock.
_DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


@dataclass(frozen=True, slots=True)
class Page:
    """What a saved page holds: its main text without markup, and what it says of itself."""

    text: str
    title: str
    published: date | None
    publisher: str
    url: str


def looks_like_html(text: str) -> bool:
    """Whether a text is a web page, whatever the name of its file."""
    return bool(_LOOKS_LIKE_HTML.match(text))


def page_of(html: str, name: str) -> Page:
    """Take the article out of a web page: no menus, no scripts, no comments.

    Args:
        html: The page.
        name: Name of the file, for the message.

    Raises:
        UnreadableArticleError: The page holds no article.
    """
    extracted = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        date_extraction_params=_DATES,
    )
    assert not isinstance(extracted, dict)
    text = (extracted.text or "").strip() if extracted else ""
    if not extracted or not text:
        msg = (
            f"{name!r} is a web page without an article: no stretch of running text was found "
            "in it. Open the page, copy the article and paste it as text."
        )
        raise UnreadableArticleError(msg)
    return Page(
        text=text,
        title=_plain(extracted.title),
        published=_day(extracted.date),
        publisher=_plain(extracted.sitename or extracted.hostname),
        url=_plain(extracted.url),
    )


def _plain(value: object) -> str:
    return _TAG.sub("", value).strip() if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
