"""The bar: what is shown, the search, and what can be done."""

from collections.abc import Sequence

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.chronicle import SHORT_NOTE
from components.panels.comparing import switch_compare
from components.panels.finding import go_to, offers
from components.panels.heard import draw_filter
from components.panels.text import escape
from components.panels.view import View
from components.store import Collection


def draw_bar(atlas: Atlas, view: View, label: str = "", shelves: Sequence[Collection] = ()) -> None:
    """Draw the bar at the top of the page.

    Args:
        atlas: All that was read.
        view: What the page shows.
        label: What must be said of the collection, "" for nothing.
        shelves: The collections there are.
    """
    labels = offers(atlas)
    with st.container(key="bar", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(brand_html(atlas, label))
        with st.container(key="search", width=300):
            st.selectbox(
                "Find a place, a group or a sentence",
                list(labels),
                index=None,
                format_func=lambda key: labels.get(key, ""),
                placeholder="Find a place, a group or a sentence",
                filter_mode="contains",
                label_visibility="collapsed",
                key="find",
                on_change=_found,
                args=(atlas,),
                disabled=atlas.is_empty,
            )
        with st.container(key="acts", horizontal=True, gap="xsmall", width="content"):
            with st.container(key="to-find", width="content"):
                st.button(
                    "Find",
                    key="open_find",
                    icon=":material/search:",
                    type="tertiary",
                    on_click=state.ask,
                    args=("find",),
                    disabled=atlas.is_empty,
                )
            with st.container(key="to-filter", width="content"):
                draw_filter(atlas, view, shelves)
            with st.container(key="to-compare", width="content"):
                st.button(
                    "Compare",
                    key="compare_days",
                    icon=":material/compare:",
                    type="primary" if view.compare else "tertiary",
                    disabled=atlas.is_empty,
                    on_click=switch_compare,
                    args=(atlas.bounds,),
                )
            _act("Method", "method", icon=":material/menu_book:", kind="tertiary")
            _act("Add articles", "add", icon=":material/add:", kind="secondary")
            _act("Save", "save", icon=":material/download:", kind="primary", off=atlas.is_empty)


def brand_html(atlas: Atlas, label: str = "") -> str:
    """Return the wordmark, the name of the collection and how much there is."""
    counts = "" if atlas.is_empty else f'<span class="counts">{escape(atlas.counts())}</span>'
    demo = f'<span class="demo" title="{escape(label)}">{SHORT_NOTE}</span>' if label else ""
    return (
        '<div class="brand"><b>Whoheld</b>'
        f'<span class="collection">{escape(atlas.title())}</span>{demo}{counts}</div>'
    )


def _found(atlas: Atlas) -> None:
    chosen = st.session_state["find"]
    if chosen:
        go_to(atlas, str(chosen))
        st.session_state["find"] = None


def _act(label: str, dialog: str, *, icon: str, kind: str, off: bool = False) -> None:
    with st.container(key=f"to-{dialog}", width="content"):
        st.button(
            label,
            key=f"open_{dialog}",
            icon=icon,
            type=kind,  # type: ignore[arg-type]  # one of the three words that Streamlit knows
            disabled=off,
            on_click=state.open_dialog,
            args=(dialog,),
        )
