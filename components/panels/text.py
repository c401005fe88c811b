"""Foreign text on its way to the page. Article text is untrusted wherever it is shown."""

import html
import re
from urllib.parse import urlsplit

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:&=^@])")


def escape(text: str) -> str:
    """Return text that HTML shows as written, inside attributes too."""
    return html.escape(text, quote=True)


def escape_markdown(text: str) -> str:
    """Return text that a widget's label shows as written: no markup, no links, no formulas."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def place_link(place_id: str, name: str, words: str = "") -> str:
    """Return a link that shows a place on the map; keys.js follows it.

    Args:
        place_id: The place.
        name: Its name.
        words: What is said of it, "" for nothing.
    """
    said = f" {escape(words)}" if words else ""
    return (
        f'<button type="button" class="to-place" data-place="{escape(place_id)}">'
        f"<b>{escape(name)}</b>{said}</button>"
    )


def safe_link(url: str) -> str:
    """Return an address that a link may lead to, "" for anything but http and https."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else ""


def count_words(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: 1 claim, 1,204 claims."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
