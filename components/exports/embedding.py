"""Putting data, scripts, styles and fonts into one page that needs nothing from elsewhere."""

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable
from typing import Any

from components.mapview import asset_text, assets_dir

# Data longer than this are deflated; shorter ones stay readable in the file.
PLAIN_UP_TO = 400_000
# Browsers bring sans Arabic of their own, and this face is the largest of all.
FONTS_LEFT_OUT = frozenset({"noto-sans-arabic-arabic-wght-normal.woff2"})

_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_FONT_URL = re.compile(r"url\(\s*['\"]?(?:\.\./)?fonts/([\w.-]+)['\"]?\s*\)")
_RANGE = re.compile(r"unicode-range:\s*([^;}]+)", re.IGNORECASE)
_IMAGE = re.compile(r"url\(\s*['\"]?images/[^)]*\)")
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def json_text(data: Any) -> str:
    """Return data as JSON that cannot end or open an element of the page it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def data_element(name: str, data: Any) -> str:
    """Return data as an element that no browser runs, for the page's scripts to read."""
    text = json_text(data)
    if len(text) > PLAIN_UP_TO:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(text.encode("utf-8", "surrogatepass")) + packer.flush()
        text = json_text({"deflated": base64.b64encode(packed).decode("ascii")})
    return f'<script type="application/json" id="{name}">{text}</script>'


def script_element(source: str) -> tuple[str, str]:
    """Return a script as an element, and the hash by which the page's policy knows it."""
    # Only strings and comments can hold these words, and there the backslash changes nothing.
    inert = re.sub(r"</(?=script)", r"<\\/", source, flags=re.IGNORECASE)
    inert = inert.replace("<!--", "<\\!--")
    digest = base64.b64encode(hashlib.sha256(inert.encode("utf-8")).digest()).decode("ascii")
    return f"<script>{inert}</script>", f"'sha256-{digest}'"


def policy(script_hashes: Iterable[str]) -> str:
    """Return a policy under which the page runs its own scripts and asks nothing of a network."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(script_hashes)}",
            "style-src 'unsafe-inline'",
            "img-src data: blob:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def style_text(names: Iterable[str], letters: frozenset[str]) -> str:
    """Return style sheets as one, with the fonts that these letters need inside it."""
    sheets = []
    for name in names:
        text = _IMAGE.sub("none", asset_text(name))
        sheets.append(_FACE.sub(lambda face: _embedded_face(face[0], letters), text))
    return "\n".join(sheets).replace("</", "<\\/")


def _embedded_face(face: str, letters: frozenset[str]) -> str:
    found = _FONT_URL.search(face)
    if not found:
        return face
    name = found[1]
    if name in FONTS_LEFT_OUT or not _covers(face, letters):
        return ""
    font = (assets_dir() / "fonts" / name).read_bytes()
    encoded = base64.b64encode(font).decode("ascii")
    return face.replace(found[0], f"url(data:font/woff2;base64,{encoded})")


def _covers(face: str, letters: frozenset[str]) -> bool:
    """Whether a face has any of these letters; one that does not say has all."""
    ranges = _RANGE.search(face)
    if not ranges:
        return True
    for part in ranges[1].split(","):
        first, _, last = part.strip().upper().removeprefix("U+").partition("-")
        low, high = int(first.replace("?", "0"), 16), int((last or first).replace("?", "F"), 16)
        if any(low <= ord(letter) <= high for letter in letters):
            return True
    return False
