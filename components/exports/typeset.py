"""Words as outlines: measured, broken into lines, drawn the same on every machine.

Outlines come from the fonts in this package, never from those of the machine, so that a
picture is the same everywhere and no name turns into boxes.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path as FilePath

import numpy as np
from matplotlib.font_manager import FontProperties, get_font
from matplotlib.path import Path
from matplotlib.textpath import text_to_path

from components.exports.outlines import joined, vertices_of

FONTS = FilePath(__file__).parent / "fonts"
# Size at which matplotlib hands outlines out.
UNIT_PX = float(text_to_path.FONT_SCALE)
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Type:
    """A face at a size in pixels, with letters set apart by `spacing_em`."""

    face: str
    size_px: float
    spacing_em: float = 0.0


@lru_cache(maxsize=16)
def _properties(face: str) -> FontProperties:
    return FontProperties(fname=FONTS / f"{face}.ttf", size=UNIT_PX)


@lru_cache(maxsize=16)
def _drawable(face: str) -> frozenset[int]:
    return frozenset(get_font(str(FONTS / f"{face}.ttf")).get_charmap())


def drawable(text: str, face: str) -> str:
    """Return the text as the face can draw it.

    A letter that the face lacks loses its accents (Ḩ becomes H); one of another script, and
    whatever controls or marks direction, is left out.
    """
    known = _drawable(face)
    kept = []
    for letter in unicodedata.normalize("NFC", text):
        if letter.isspace():
            kept.append(" ")
        elif letter.isprintable():
            parts = letter if ord(letter) in known else unicodedata.normalize("NFKD", letter)
            kept += [part for part in parts if ord(part) in known]
    return " ".join("".join(kept).split())


@lru_cache(maxsize=4096)
def _unit_width(face: str, text: str) -> float:
    width, _, _ = text_to_path.get_text_width_height_descent(text, _properties(face), ismath=False)
    return float(width)


@lru_cache(maxsize=4096)
def _unit_outline(face: str, text: str) -> Path:
    vertices, codes = text_to_path.get_text_path(_properties(face), text)
    return Path(np.asarray(vertices, dtype=float).reshape(-1, 2), codes or None)


def width_px(text: str, style: Type) -> float:
    """Width of a line of text."""
    if style.spacing_em:
        letters = sum(_unit_width(style.face, letter) for letter in text)
        return (letters / UNIT_PX + style.spacing_em * max(0, len(text) - 1)) * style.size_px
    return _unit_width(style.face, text) * style.size_px / UNIT_PX


def outline(text: str, style: Type, x: float, y: float) -> Path | None:
    """Return a line of text starting at x on the baseline y (downward), None if it is blank."""
    pieces, at = [], x
    for part in list(text) if style.spacing_em else [text]:
        unit = _unit_outline(style.face, part)
        scale = style.size_px / UNIT_PX
        points = vertices_of(unit) * np.array([scale, -scale]) + np.array([at, y])
        pieces.append(Path(points, unit.codes))
        at += width_px(part, Type(style.face, style.size_px)) + style.spacing_em * style.size_px
    return joined(pieces)


def cut(text: str, style: Type, limit_px: float) -> str:
    """Shorten a line with an ellipsis until it fits."""
    if width_px(text, style) <= limit_px:
        return text
    kept = text
    while kept and width_px(kept.rstrip() + ELLIPSIS, style) > limit_px:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def wrap(text: str, style: Type, limit_px: float, max_lines: int = 99) -> tuple[str, ...]:
    """Break text into lines; what does not fit in the last one ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width_px(longer, style) > limit_px:
            lines.append(line)
            longer = word
        line = longer
    lines.append(line)
    if len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], " ".join(lines[max_lines - 1 :])]
    return tuple(cut(each, style, limit_px) for each in lines if each)
