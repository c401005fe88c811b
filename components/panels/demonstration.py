"""What must be said of a collection that reports nothing, and the click that takes it out."""

from collections.abc import Sequence

import streamlit as st

from components.panels import state
from components.panels.chronicle import CHRONICLE
from components.panels.reviewing import now
from components.panels.text import escape
from components.store import Act, Collection, Ledger

_REMOVED = "removed_collection"
# Days and places of one collection may not be there in another.
_VIEW = ("day", "place", "known_by", "compare", "actors", "sources", "voices", "publishers")


def draw_demonstration(
    ledger: Ledger, collections: Sequence[Collection], shown: frozenset[str]
) -> None:
    """Draw the note on each collection shown that has one, or the way back to it.

    Args:
        ledger: Where the collections are kept.
        collections: Those there are.
        shown: Ids of those shown.
    """
    shelves = {shelf.id: shelf for shelf in collections}
    for shelf in shelves.values():
        if shelf.id in shown and shelf.note:
            _draw_note(ledger, shelf)
    removed = shelves.get(str(st.session_state.get(_REMOVED) or ""))
    if removed is not None and removed.removed:
        _draw_removed(ledger, removed)


def _draw_note(ledger: Ledger, shelf: Collection) -> None:
    with st.container(key=f"demo-{shelf.id}", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="demo"><b>{escape(shelf.name)}.</b> {escape(shelf.note)}</p>')
        st.button(
            "Remove",
            key="remove_demo" if shelf.id == CHRONICLE else f"remove_demo_{shelf.id}",
            type="tertiary",
            on_click=_remove,
            args=(ledger, shelf.id),
        )


def _draw_removed(ledger: Ledger, shelf: Collection) -> None:
    with st.container(key="demo-removed", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="demo" role="status"><b>Removed.</b> {escape(shelf.name)}.</p>')
        st.button(
            "Undo",
            key="undo_demo",
            type="tertiary",
            on_click=_undo,
            args=(ledger, shelf.id),
        )


def _remove(ledger: Ledger, collection: str) -> None:
    if ledger.remove_collection(collection, act=_act()):
        st.session_state[_REMOVED] = collection
        state.forget(*_VIEW)


def _undo(ledger: Ledger, collection: str) -> None:
    restore(ledger, collection)


def restore(ledger: Ledger, collection: str) -> bool:
    """Put a collection back; False when it was never there."""
    st.session_state.pop(_REMOVED, None)
    state.forget(*_VIEW)
    return ledger.restore_collection(collection, act=_act())


def _act() -> Act:
    return Act(by=str(st.session_state.get("reviewer") or ""), at=now())
