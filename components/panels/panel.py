"""The panel over the map's right edge: the day and the chosen place."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.changes import draw_foot
from components.panels.chronicle import NOTE
from components.panels.comparing import (
    comparison,
    count_sentence,
    draw_comparison,
    title_words,
)
from components.panels.day import draw_day
from components.panels.demonstration import draw_demonstration
from components.panels.notes import Note
from components.panels.place import draw_place, native_html, place_mark, state_line
from components.panels.text import escape, escape_markdown
from components.panels.view import View
from components.panels.waiting import POLL_S, progress_html
from components.panels.workshop import Job
from components.store import Collection, Ledger
from components.territory import day_headline

EXAMPLE_TITLE = "Open the example: Syria, 2011–2024"


def draw_panel(
    atlas: Atlas,
    view: View,
    ledger: Ledger,
    shelves: Sequence[Collection],
    shown: frozenset[str],
) -> None:
    """Draw the panel of a collection with something in it.

    Args:
        atlas: What is heard.
        view: What the page shows.
        ledger: Where people's changes are kept.
        shelves: The collections there are.
        shown: Ids of the collections shown.
    """
    with st.container(key="panel"):
        st.html(peek_html(atlas, view))
        draw_demonstration(ledger, shelves, shown)
        name = _name(atlas, view.place_id)
        label = escape_markdown(name) if name else state.THE_PLACE
        first = state.WHAT_CHANGED if view.compare else state.THE_DAY
        state.settle_tab(first, label, chosen=bool(name))
        the_day, the_place = st.tabs([first, label], key="tab", on_change="rerun")
        # What is behind the other tab is drawn when it is opened.
        with the_day:
            if the_day.open and view.compare:
                draw_comparison(atlas, view)
            elif the_day.open:
                draw_day(atlas, view.day, peeked=not name)
        with the_place:
            if name and the_place.open:
                draw_place(atlas, view.place_id, view)
            elif not name:
                st.html(
                    '<section class="empty"><p>Choose a place on the map to read what is '
                    "reported about it.</p></section>"
                )
        draw_foot(ledger)


def peek_html(atlas: Atlas, view: View) -> str:
    """Return what a phone shows of the panel before it is pulled up."""
    name = _name(atlas, view.place_id)
    if not name:
        headline, lead = day_headline(atlas.history, view.day)
        if view.compare:
            found = comparison(atlas, view)
            headline = title_words(view)
            lead = count_sentence(found, len(atlas.history.place_ids))
        return (
            f'<div class="peek"><div><b>{escape(headline)}</b>'
            f"<span>{escape(lead)}</span></div></div>"
        )
    words, since = state_line(atlas, view.place_id, view.day)
    mark = atlas.painter.mark(place_mark(atlas, view.place_id, view.day), 8, pad=5)
    native = native_html(atlas.history.world.places[view.place_id].native)
    return (
        f'<div class="peek">{mark}<div><b>{escape(name)} {native}</b>'
        f"<span>{escape(words)}, {escape(since[:1].lower() + since[1:])}</span></div></div>"
    )


def _name(atlas: Atlas, place_id: str) -> str:
    place = atlas.history.world.places.get(place_id)
    return place.name if place else ""


def draw_empty(open_example: Callable[[], None], failed: str) -> None:
    """Draw the panel of a collection without articles.

    Args:
        open_example: Reads the example.
        failed: Why it could not be read when it was tried, "" if it was not.
    """
    with st.container(key="panel"):
        if failed:
            st.html(Note("bad", "The example could not be read.", failed).html())
        st.html(
            '<section class="empty"><h2>Nothing to show yet</h2><p>Add a news article. Whoheld '
            "finds who took, lost or fought over which place, keeps the sentence that says so, "
            "and draws it here.</p></section>"
        )
        with st.container(key="emptyacts"):
            st.button(
                "Add articles",
                type="primary",
                icon=":material/add:",
                key="empty_add",
                width="stretch",
                on_click=state.open_dialog,
                args=("add",),
            )
            st.button(EXAMPLE_TITLE, key="empty_example", width="stretch", on_click=open_example)
        st.html(
            '<section class="empty"><p class="quiet">Works with no internet. Nothing you add '
            "leaves this computer.</p></section>"
        )


def draw_waiting(job: Job) -> None:
    """Draw the panel while the chronicle is read."""
    with st.container(key="panel"):
        st.html('<section class="empty"><h2>Opening the chronicle</h2></section>')
        _watch(job)  # first, for of a phone's sheet little more can be seen
        st.html(
            '<section class="empty"><p>To show what it does, '
            "Whoheld reads short reports on who held what in Syria from 2011 to 2024. "
            f"{NOTE}</p><p>Where its index of place names is not there yet, it builds that "
            "first, in about half a minute.</p></section>"
        )


@st.fragment(run_every=POLL_S)
def _watch(job: Job) -> None:
    if job.ended:
        st.rerun()
    st.html(progress_html(job))


def draw_word(sentences: tuple[str, ...]) -> None:
    """Say what made no sense in the link."""
    if sentences:
        with st.container(key="word"):
            st.html(Note("careful", sentences[0], " ".join(sentences[1:])).html())
