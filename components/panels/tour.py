"""The tour: what its five steps say and point at; tour.js shows them."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_ASKED = "tour_asked"
_HTML = (
    '<div class="tour" role="dialog" aria-labelledby="tour-title" aria-describedby="tour-words" '
    'hidden><p class="count"></p><h2 id="tour-title" tabindex="-1"></h2>'
    '<p class="words" id="tour-words"></p><div class="acts"><button type="button" class="skip">'
    'Skip</button><span class="room"></span><button type="button" class="back">Back</button>'
    '<button type="button" class="next">Next</button></div></div>'
)
# Things in the map's frame begin with "map:"; of several, the first that is there counts.
_CHART, _FRAME = "map:.wh-chart", ".st-key-canvas iframe"
_PANEL = ".st-key-panel"
STEPS: Sequence[Mapping[str, Any]] = (
    {
        "title": "The map is one day",
        "words": "Drag the line to move through time, or press play. Grey bars show how much was "
        "reported; coloured ticks are changes of hands.",
        "at": [_CHART, _FRAME],
        "phone": [_CHART, _FRAME],
    },
    {
        "title": "Click a place",
        "words": "A disc has two sources or more, a ring only one side’s word. Stripes are "
        "fought over; a disc in two halves means that sources disagree.",
        "at": [_FRAME],
        "phone": [_FRAME],
        "spot": [0.3, 0.46],
    },
    {
        "title": "Read the sentence",
        "words": "The panel shows why a place has its colour: the sentences for it, those against "
        "it, who says so, and what was not counted.",
        "at": [f"{_PANEL} [role=tablist]", _PANEL],
        "phone": [f"{_PANEL} .peek", _PANEL],
    },
    {
        "title": "Ask what was known",
        "words": "“Known by” takes away every report that had not yet appeared on a day of your "
        "choice. What came later stays listed in the panel.",
        "at": ["map:.wh-switch", _CHART, _FRAME],
        "phone": ["map:.wh-switch", _CHART, _FRAME],
    },
    {
        "title": "Add your own, and save",
        "words": "Add articles: they are kept apart from this example and never leave this "
        "computer. Save makes a picture, or a page that still scrubs.",
        "at": [".st-key-to-save button"],
        "phone": [".st-key-to-save button"],
    },
)

_TOUR = st.components.v2.component(
    "whoheld_tour",
    html=_HTML,
    css=(_HERE / "tour.css").read_text(encoding="utf-8"),
    js=(_HERE / "tour.js").read_text(encoding="utf-8"),
)


def draw_tour(*, offered: bool) -> None:
    """Put the tour into the page; it shows itself when it is due.

    Args:
        offered: Whether it opens by itself in a browser that has not had it.
    """
    asked = int(st.session_state.get(_ASKED) or 0)
    _TOUR(key="tour", data={"steps": list(STEPS), "auto": offered, "asked": asked})


def ask_for_tour() -> None:
    """Show the tour once more, from its first step."""
    st.session_state[_ASKED] = int(st.session_state.get(_ASKED) or 0) + 1
