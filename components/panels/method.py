"""How to read the map: every mark with its meaning, the method, and the keys."""

import streamlit as st

from components.exports.method import Section, Sign, meanings, sections
from components.panels.marks import Mark, Painter
from components.panels.text import escape

# What can be pressed, and what it does; the map answers those of the first list.
MAP_KEYS = (
    (("←", "→"), "a day back, a day on"),
    (("Shift ←", "Shift →"), "a month back, a month on"),
    (("[", "]"), "the change before, the change after"),
    (("Home", "End"), "the first day, the last day"),
    (("Space",), "play and pause"),
    (("+", "−"), "closer, farther"),
    (("0",), "show everything"),
    (("1", "2", "3"), "all of the time, a year, weeks"),
    ((",", "."), "point at the place before, the next one; Enter chooses it"),
    (("S",), "spread the places that lie under it"),
    (("C",), "compare two days"),
    (("K",), "“known by” on and off"),
    (("L",), "layers"),
    (("M",), "measure a distance"),
    (("Esc",), "let the place go, close what is open"),
)
PAGE_KEYS = (
    (("/",), "find a place, a group or a sentence"),
    (("?",), "this list"),
    (("Tab", "Enter"), "every control, the stretches of a place’s history too"),
)


def mark_of(sign: Sign, one: str, other: str) -> Mark:
    """Return the mark that a meaning explains.

    Args:
        sign: Which.
        one: A party whose colour is used as the example.
        other: Another, for marks that need two.
    """
    marks = {
        "two sources": Mark("held", "corroborated", (one,)),
        "one side": Mark("held", "claimed", (one,)),
        "fought over": Mark("contested", "claimed", (other, one)),
        "disagree": Mark("disputed", "disputed", (other, one)),
        "inferred": Mark("held", "inferred", (other,)),
        "unknown": Mark("unknown", "unknown", ()),
        "mentioned": Mark("unknown", "unknown", (), mentioned_only=True),
        "uncertain": Mark("held", "claimed", (one,), date_uncertain=True),
        "old": Mark("held", "corroborated", (other,), stale=True),
        "changed": Mark("held", "corroborated", (one,), changed=True),
    }
    return marks[sign]


def method_html(painter: Painter, one: str, other: str, stale_after_days: int) -> str:
    """Return the explanation as HTML."""
    key = "".join(
        f"<div>{painter.mark(mark_of(meaning.sign, one, other), 9, pad=8)}"
        f"<p><b>{escape(meaning.name)}</b><br>{escape(meaning.words)}</p></div>"
        for meaning in meanings(stale_after_days)
    )
    parts = "".join(_section_html(section) for section in sections())
    return f'<div class="how">{key}</div><div class="method">{parts}</div>'


def _section_html(section: Section) -> str:
    words = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in section.words)
    steps = "".join(f"<li>{escape(step)}</li>" for step in section.steps)
    kind = "ol" if section.in_order else "ul"
    listed = f"<{kind}>{steps}</{kind}>" if steps else ""
    return f"<section><h3>{escape(section.title)}</h3>{words}{listed}</section>"


def draw_method(painter: Painter, one: str, other: str, stale_after_days: int) -> None:
    """Draw the contents of the dialog."""
    st.html(method_html(painter, one, other, stale_after_days))


def keys_html() -> str:
    """Return the list of keys as HTML."""
    parts = []
    for title, keys in (("Time and map", MAP_KEYS), ("The page", PAGE_KEYS)):
        rows = "".join(
            f"<dt>{' '.join(f'<kbd>{escape(key)}</kbd>' for key in pressed)}</dt>"
            f"<dd>{escape(words)}</dd>"
            for pressed, words in keys
        )
        parts.append(f"<h3>{title}</h3><dl>{rows}</dl>")
    return f'<div class="keys">{"".join(parts)}</div>'


def draw_keys() -> None:
    """Draw the list of keys."""
    st.html(keys_html())
