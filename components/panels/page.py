"""The page: what is kept, what is shown of it, and the dialogs in front of it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import streamlit as st

from components.actors import Roster
from components.errors import ReaderError
from components.panels import picking, state
from components.panels.adding import draw_add
from components.panels.atlas import WHOLE, Atlas, open_atlas
from components.panels.bar import draw_bar
from components.panels.canvas import draw_canvas
from components.panels.changes import draw_changes
from components.panels.chronicle import (
    CHRONICLE,
    OPENING_DAY,
    notes_of,
    start_chronicle,
)
from components.panels.correcting import draw_by_hand, draw_correct
from components.panels.demonstration import restore
from components.panels.finding import draw_find
from components.panels.frontend import draw_keys_part
from components.panels.heard import draw_reminders
from components.panels.method import draw_keys, draw_method
from components.panels.notes import Note
from components.panels.panel import draw_empty, draw_panel, draw_waiting, draw_word
from components.panels.parts import PANEL
from components.panels.placing import draw_placing
from components.panels.reviewing import draw_review
from components.panels.saving import draw_save
from components.panels.served import page_assets_url
from components.panels.style import draw_style
from components.panels.tour import ask_for_tour, draw_tour
from components.panels.view import View
from components.panels.workshop import Job, Workshop
from components.pipeline import Added
from components.pipeline.archive import Archive
from components.store import Collection, Ledger, default_ledger_url


@dataclass(frozen=True)
class Page:
    """What one run of the script shows.

    Args:
        ledger: Where articles are kept.
        archive: The worlds and histories of the ledger.
        workshop: What reads articles.
        today: The current day.
        atlas: What is heard of what was read.
        whole: All that was read.
        view: What the link asks for.
        opening: The reading of the chronicle that the page waits for, None for none.
        shown: Ids of the collections shown.
        label: What must be said of them wherever they are shown, "" for nothing.
        shelves: The ledger's collections.
    """

    ledger: Ledger
    archive: Archive
    workshop: Workshop
    today: date
    atlas: Atlas
    whole: Atlas
    view: View
    opening: Job | None
    shown: frozenset[str]
    label: str
    shelves: tuple[Collection, ...]


@st.cache_resource(show_spinner=False)
def _ledger(url: str) -> Ledger:
    return Ledger(url)


@st.cache_resource(show_spinner=False)
def _archive(_ledger: Ledger, url: str) -> Archive:
    """Return the worlds and histories of a ledger; its address is the key."""
    del url
    return Archive(_ledger, Roster.load())


@st.cache_resource(show_spinner=False)
def _workshop() -> Workshop:
    return Workshop()


def open_page() -> Page:
    """Open the ledger and work out what to show; on the very first start, read the chronicle."""
    draw_style(page_assets_url())
    today = datetime.now(UTC).astimezone().date()
    try:
        url = default_ledger_url()
        ledger = _ledger(url)
        revision = ledger.revision()
    except ReaderError as refused:
        st.html(Note("bad", str(refused)).html())
        st.stop()
    opening = state.opening()
    if opening is None and revision == 0 and not state.opening_failed():
        # Only a ledger that was never written: an example that was removed stays away.
        opening = _open_example(ledger, today)
        opening.wait(0.2)
        revision = ledger.revision()
    if opening is not None and opening.ended:
        state.set_opening(None)
        state.note_opening_failed(opening.failed)
        opening = None
    archive = _archive(ledger, url)
    shelves = archive.collections()
    collections = _collections(shelves)
    everything = replace(WHOLE, factions=state.asked("groups") == "apart", collections=collections)
    whole = atlas = open_atlas(archive, url, revision, everything)
    shown = archive.shown(collections)
    view = whole.usual_view(today)
    if CHRONICLE in shown:
        view = View(OPENING_DAY)
    if not whole.is_empty:
        known = replace(whole.known, collections=frozenset(shelf.id for shelf in shelves))
        view = state.settle_view(view, known)
        atlas = open_atlas(archive, url, revision, view.selection())
    if view.palette == "conventional":
        whole, atlas = whole.conventional, atlas.conventional
    label = notes_of(shelves, shown)
    return Page(
        *(ledger, archive, _workshop(), today, atlas, whole, view, opening),
        *(shown, label, shelves),
    )


def _collections(shelves: tuple[Collection, ...]) -> frozenset[str] | None:
    """Return the collections that the link asks for, None for the usual ones."""
    there = {shelf.id for shelf in shelves if not shelf.removed}
    return frozenset(there & set(state.asked("collections").split(","))) or None


def _open_example(ledger: Ledger, today: date) -> Job:
    job = start_chronicle(ledger, _workshop(), today)
    state.set_opening(job)
    return job


def draw_page(page: Page) -> None:
    """Draw bar, map, panel and the open dialog."""
    draw_bar(page.whole, page.view, page.label, page.shelves)
    draw_canvas(page.atlas, page.view)
    draw_word(state.complaints())
    if picking.is_waiting():
        # On a phone the panel gives way to the map.
        st.html('<i class="picks"></i>')
    elif picking.asked():
        st.html('<i class="picked"></i>')
    if not page.atlas.is_empty:
        draw_reminders(page.atlas, page.view)
    if page.opening is None and not page.atlas.is_empty:
        _draw_panel_part(page, _surroundings(page))
    else:
        if not page.whole.is_empty:
            state.draw_link()
        _draw_without_places(page)
        draw_keys_part(state.ask, state.hear_map)
    if page.opening is None and not page.atlas.is_empty:
        draw_tour(offered=bool(page.label))
    _draw_dialog(page)


def _draw_without_places(page: Page) -> None:
    if page.opening is not None:
        draw_waiting(page.opening)
    else:
        draw_empty(lambda: _example_again(page), state.opening_failed())


@st.fragment(key=PANEL)
def _draw_panel_part(page: Page, surroundings: object) -> None:
    """Draw link and panel; all of the page when something round them must be drawn anew.

    The map speaks to this part, so that a click on it is one run of this and no other.
    """
    is_other = _surroundings(page) != surroundings
    # Fields that are not drawn lose what they hold.
    state.draw_link(settle=not is_other)
    draw_keys_part(state.ask, state.hear_map)
    if is_other:
        st.rerun()
    draw_panel(page.atlas, state.view(), page.ledger, page.shelves, page.shown)


def _surroundings(page: Page) -> object:
    """Return all that the page without its panel shows, to be compared."""
    view = replace(state.view(), day=page.today, place_id="", lat=None, lon=None, zoom=None)
    return (
        page.ledger.revision(),
        replace(view, layers=""),
        state.dialog(),
        state.complaints(),
        state.owes_the_map(),
    )


def _example_again(page: Page) -> None:
    if not restore(page.ledger, CHRONICLE):
        _open_example(page.ledger, page.today)


def _show(page: Page, added: Added) -> None:
    """Show what was added: the last change at the places it names, or one of them."""
    url = default_ledger_url()
    everything = replace(WHOLE, collections=_collections(page.archive.collections()))
    atlas = open_atlas(page.archive, url, page.ledger.revision(), everything)
    named = frozenset(added.places) & frozenset(atlas.places)
    change = atlas.last_change(named) if named else None
    if change is not None:
        state.choose_day(atlas.first_seen(change))
        state.choose_place(change.place_id)
    elif named:
        state.choose_place(min(named))


def _draw_dialog(page: Page) -> None:
    name = state.dialog()
    if name == "add":
        _add(page)
    elif name == "save" and not page.atlas.is_empty:
        _save(page)
    elif name == "method":
        _method(page)
    elif name == "keys":
        _keys()
    elif name == "find" and not page.whole.is_empty:
        _find(page)
    elif name in {"review", "correct", "placing", "hand", "changes"} and not page.whole.is_empty:
        _draw_change(page, name)


@st.dialog("Add articles", width="medium", on_dismiss=state.close_dialog)
def _add(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_add(
        page.ledger,
        page.workshop,
        page.today,
        page.atlas.evidence,
        lambda added: _show(page, added),
    )


@st.dialog("Save this view", width="medium", on_dismiss=state.close_dialog)
def _save(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_save(page.atlas, page.view, page.today, state.close_dialog, page.label)


@st.dialog("How to read this map", width="large", on_dismiss=state.close_dialog)
def _method(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    known = list(page.atlas.painter.colours)
    kinds = {p: page.atlas.collection["whoheld"]["parties"][p]["kind"] for p in known}
    other = next((p for p in known if kinds[p] == "government"), known[0] if known else "")
    one = next((p for p in known if p != other), other)
    if not page.atlas.is_empty:
        st.button("Take the tour", key="take_tour", on_click=_take_tour)
    draw_method(page.atlas.painter, one, other, page.atlas.history.stale_after_days)


def _take_tour() -> None:
    state.close_dialog()
    ask_for_tour()


@st.dialog("Keys", width="small", on_dismiss=state.close_dialog)
def _keys() -> None:
    draw_keys()


@st.dialog("Find", width="medium", on_dismiss=state.close_dialog)
def _find(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_find(page.whole)


def _draw_change(page: Page, name: str) -> None:
    if name == "review":
        _review(page)
    elif name == "correct":
        _correct(page)
    elif name == "placing":
        _placing(page)
    elif name == "hand":
        _hand(page)
    else:
        _changes(page)


@st.dialog("Review this claim", width="medium", on_dismiss=state.close_dialog)
def _review(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_review(page.ledger, page.whole)


@st.dialog("Correct this claim", width="medium", on_dismiss=state.close_dialog)
def _correct(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_correct(page.ledger, page.whole)


@st.dialog("Which place is meant", width="medium", on_dismiss=state.close_dialog)
def _placing(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_placing(page.ledger, page.whole)


@st.dialog("Add a claim by hand", width="medium", on_dismiss=state.close_dialog)
def _hand(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_by_hand(page.ledger, page.whole, page.today, page.shown)


@st.dialog("What people changed", width="large", on_dismiss=state.close_dialog)
def _changes(page: Page) -> None:
    if state.page_is_old():
        st.rerun()
    draw_changes(page.ledger, page.whole)
