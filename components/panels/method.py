"""How to read the map: every mark with its meaning, and what the map cannot know."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components.panels.marks import Mark, Painter
from components.panels.text import escape


@dataclass(frozen=True, slots=True)
class Entry:
    """One mark of the key."""

    mark: Mark
    name: str
    meaning: str


def entries(one: str, other: str, stale_after_days: int) -> tuple[Entry, ...]:
    """Return the marks in the order they are explained.

    Args:
        one: A party whose colour is used as the example.
        other: Another, for marks that need two.
        stale_after_days: After how many days without a report a place fades.
    """
    held = Mark("held", "corroborated", (one,))
    return (
        Entry(held, "Held, two or more sources", "Independent reports name the same holder."),
        Entry(
            Mark("held", "claimed", (one,)),
            "Held, one side says so",
            "One source, or only the side that took it.",
        ),
        Entry(
            Mark("contested", "claimed", (other, one)),
            "Fought over",
            "Fighting for the place. Nobody is counted as holding it.",
        ),
        Entry(
            Mark("disputed", "disputed", (other, one)),
            "Sources disagree",
            "Reports name different holders. Both are shown.",
        ),
        Entry(
            Mark("held", "inferred", (other,)),
            "Inferred",
            "Nobody says so. It follows from “captured from …”.",
        ),
        Entry(
            Mark("unknown", "unknown", ()),
            "Unknown",
            "No report, or left with no successor named.",
        ),
        Entry(
            Mark("unknown", "unknown", (), mentioned_only=True),
            "Mentioned only",
            "Named in an article, with no word on control.",
        ),
        Entry(
            Mark("held", "claimed", (one,), date_uncertain=True),
            "Date uncertain",
            "It changed on some day in a span of days.",
        ),
        Entry(
            Mark("held", "corroborated", (other,), stale=True),
            "Old news",
            f"No report for {stale_after_days} days. It fades, it never flips.",
        ),
        Entry(
            Mark("held", "corroborated", (one,), changed=True),
            "Changed this week",
            "Changed hands on this day or in the week before.",
        ),
    )


_IT_KNOWS = (
    "It knows what was written in the articles given to it. A place nobody wrote about looks "
    "quiet. A report can be wrong, late or partial. A dot is a town, not the land around it."
)
_BY_RULES = (
    "A program reads the sentences by rules; it can misread one. Every colour leads to its "
    "sentences: read them before you publish."
)
_NO_OPINION = (
    "imply no opinion on the legal status of any place. "
    "Boundaries: Natural Earth. Places: GeoNames, CC BY 4.0."
)
CANNOT_KNOW = (
    ("What the map cannot know.", _IT_KNOWS),
    ("Where the colours come from.", _BY_RULES),
    ("Names and boundaries", _NO_OPINION),
)


def method_html(shown: Sequence[Entry], painter: Painter) -> str:
    """Return the explanation as HTML."""
    key = "".join(
        f"<div>{painter.mark(entry.mark, 9, pad=8)}"
        f"<p><b>{escape(entry.name)}</b><br>{escape(entry.meaning)}</p></div>"
        for entry in shown
    )
    words = "".join(f"<p><b>{escape(lead)}</b> {escape(text)}</p>" for lead, text in CANNOT_KNOW)
    return f'<div class="how">{key}</div><div class="method">{words}</div>'


def draw_method(painter: Painter, one: str, other: str, stale_after_days: int) -> None:
    """Draw the contents of the dialog."""
    st.html(method_html(entries(one, other, stale_after_days), painter))
