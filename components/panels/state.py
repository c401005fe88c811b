"""What the page remembers between runs of the script, and what sets it.

The view lives in hidden text fields bound to the address, so that the link always says what is
shown, and the browser's "back" works. A click on the map sets them in a callback.
"""

from datetime import date
from typing import Any

import streamlit as st

from components.panels import picking
from components.panels.parts import LINK, PANEL, run_all, run_only
from components.panels.view import (
    PARAMETERS,
    Known,
    LinkReading,
    View,
    degrees_text,
    read_link,
    zoom_text,
)
from components.panels.workshop import Job

THE_DAY = "The day"
THE_PLACE = "The place"
WHAT_CHANGED = "What changed"
# What the map sets and only the link and the panel show.
_OF_THE_MAP = frozenset({"day", "place", "lat", "lon", "zoom", "layers"})
_STORED = st.session_state


def settle_view(usual: View, known: Known) -> View:
    """Return the view that the link or the last click asks for.

    Args:
        usual: What is shown when the link asks for nothing.
        known: What a link can name.
    """

    def read(asked: dict[str, str]) -> LinkReading:
        return read_link(asked, usual=usual, known=known)

    if "complaints" not in _STORED:
        _adopt_link(read({name: st.query_params.get(name, "") for name in PARAMETERS}))
    _STORED.update(_STORED.pop("put_right", {}))
    settled = read({name: asked(name) for name in PARAMETERS}).view
    for name, value in settled.parameters().items():
        if value != asked(name):
            _STORED[name] = value
            _STORED["tell_map"] = "order" in _STORED
    _STORED.update(settled=settled, read_link=read, link_is_drawn=False)
    return settled


@st.fragment(key=LINK)
def draw_link(*, settle: bool = True) -> None:
    """Draw the fields of what is asked for, which make the link, and settle the view.

    A field costs time on each run, so one that was never needed is not drawn.

    Args:
        settle: False where the whole page is about to run, which knows what is usual now.
    """
    drawn: set[str] = _STORED.setdefault("link_fields", set())
    drawn.update(name for name in PARAMETERS if asked(name))
    with st.container(key="view"):
        for name in PARAMETERS:
            if name in drawn:
                st.text_input(name, key=name, bind="query-params", label_visibility="collapsed")
    if not settle:
        return
    wanted = {name: str(_STORED.get(name) or "") for name in PARAMETERS}
    settled: View = _STORED["read_link"](wanted).view
    # The fields may have taken another value from the link after the page was begun.
    is_other = not _STORED["link_is_drawn"] and settled != view()
    if settled.parameters() != wanted or is_other:
        # A field cannot be set once it is drawn: it is put right in another run.
        _STORED["put_right"] = settled.parameters()
        _STORED["tell_map"] = is_other or "order" in _STORED
        st.rerun()
    _STORED.update(settled=settled, link_is_drawn=True)


def view() -> View:
    """Return what the page shows, as it was last settled."""
    settled = _STORED["settled"]
    assert isinstance(settled, View)
    return settled


def forget_view() -> None:
    """Forget what the window showed: the next article opens it as if it were new."""
    shown = _STORED.get("opened_with") or {}
    if shown.get("data_url") or "order" in _STORED:
        for name in (*PARAMETERS, "complaints", "opened_with", "order", "drawn_url", "tab"):
            _STORED.pop(name, None)


def _adopt_link(reading: LinkReading) -> None:
    """Begin with the view of the link; the address then says what is shown, even by default."""
    _STORED["complaints"] = reading.complaints
    _STORED["open_place"] = bool(reading.view.place_id)
    for name, value in reading.view.parameters().items():
        _STORED[name] = value
        if st.query_params.get(name, "") != value:
            if value:
                st.query_params[name] = value
            else:
                del st.query_params[name]


def choose_place(place_id: str) -> None:
    """Show a place: for links in the panel and for the search."""
    _STORED["place"] = place_id
    _STORED["open_place"] = True
    _STORED["tell_map"] = True
    _STORED["complaints"] = ()


def fly_to(place_id: str) -> None:
    """Show a place and bring it to the middle of the map, as somebody who searched for it wants."""
    choose_place(place_id)
    _STORED["fly"] = int(_STORED.get("fly") or 0) + 1


def choose_day(day: date) -> None:
    """Show a day."""
    choose("day", day.isoformat())


def choose(name: str, value: str) -> None:
    """Set a parameter of the view, such as "compare"; "" is the usual."""
    _STORED[name] = value
    _STORED["tell_map"] = True
    _STORED["complaints"] = ()


def take_from_map() -> None:
    """Take over what the map says through its frame, such as a move, and run what shows it."""
    told = _STORED.get("map")
    if not isinstance(told, dict) or "event" not in told:
        return
    changed = hear_map(told)
    event = told["event"]
    if event in {"help", "find", "pick"} or changed - _OF_THE_MAP:
        run_all()
    elif event == "click" or changed & {"day", "place"}:
        run_only(PANEL)
    run_only(LINK)


def hear_map(told: object) -> frozenset[str]:
    """Take over what a click, a step or a release in the map says.

    Args:
        told: What the map says; nothing is taken over where it is no event.

    Returns:
        The parameters of the view that are others now.
    """
    if not isinstance(told, dict) or "event" not in told:
        return frozenset()
    _STORED["map_seq"] = int(told.get("seq") or 0)
    now = {name: _parameter(name, told[name]) for name in PARAMETERS if name in told}
    changed = frozenset(name for name, value in now.items() if value != asked(name))
    _STORED.update({name: now[name] for name in changed})
    event = told["event"]
    if event in {"help", "find"}:
        ask("keys" if event == "help" else "find")
    if event == "pick" and picking.take(told):
        open_dialog("placing")
    if event in {"click", "release", "step"}:
        note_change("")
    if event == "click":
        _STORED["open_place"] = bool(told.get("place"))
        if not told.get("place"):
            _STORED["tab"] = THE_DAY
    _STORED["complaints"] = ()
    return changed


def choose_next(name: str, value: str) -> None:
    """Set a parameter of the view from the next run on, for callers after it was drawn."""
    _STORED["put_right"] = {**_STORED.get("put_right", {}), name: value}
    _STORED["tell_map"] = True


def forget(*names: str) -> None:
    """Set parameters of the view back to the usual."""
    for name in names:
        choose(name, "")


def hear_all() -> None:
    """Hear all sources and show all parties."""
    forget("sources", "voices", "publishers", "actors")


def asked(name: str) -> str:
    """Return a parameter as the link or the last click has it, before the view is settled."""
    coming = _STORED.get("put_right", {})
    found = coming.get(name, _STORED.get(name, st.query_params.get(name, "")))
    return str(found or "")


def _parameter(name: str, value: Any) -> str:
    """Return what the map says in the words of the link."""
    if name == "palette" and value == "default":
        return ""
    if name not in {"lat", "lon", "zoom"}:
        return str(value or "")
    number = float(value) if isinstance(value, int | float) else None
    return zoom_text(number) if name == "zoom" else degrees_text(number)


def complaints() -> tuple[str, ...]:
    """Return what made no sense in the link, in words."""
    return tuple(_STORED.get("complaints") or ())


def order_to_map(view: View, data_url: str) -> dict[str, Any] | None:
    """Return the last message to the map: another one only when this side changed something.

    Streamlit sends the map a message again only when its words differ from the last one.

    Args:
        view: What the page shows now.
        data_url: Where the history is that the map should draw.

    Returns:
        None as long as the map stands as the window opened it.
    """
    drawn = _STORED.setdefault("drawn_url", data_url)
    moved = bool(_STORED.pop("tell_map", False))
    if moved or drawn != data_url:
        _STORED["drawn_url"] = data_url
        _STORED["order"] = {
            "day": view.day.isoformat(),
            "place_id": view.place_id,
            "seq": int(_STORED.get("map_seq") or 0),
            "view": _STORED.pop("go_to", None),
            "data_url": data_url,
            "known_by": view.known_by.isoformat() if view.known_by else "",
            "compare": view.compare.isoformat() if view.compare else "",
            "actors": view.actors,
            "fly": int(_STORED.get("fly") or 0),
            "pick": picking.asked(),
        }
    order: dict[str, Any] | None = _STORED.get("order")
    return order


def owes_the_map() -> bool:
    """Return whether the map is still to be told of something."""
    return bool(_STORED.get("tell_map"))


def settle_tab(first: str, label: str, *, chosen: bool) -> None:
    """Put the tabs right before they are drawn: the place's own name stands on the second.

    Args:
        first: What the first tab says now.
        label: What the second tab says now.
        chosen: Whether a place is chosen.
    """
    tab = _STORED.get("tab")
    if _STORED.pop("open_place", False) and chosen:
        _STORED["tab"] = label
    elif tab in {THE_DAY, WHAT_CHANGED}:
        _STORED["tab"] = first
    elif tab not in {None, label}:
        _STORED["tab"] = label if chosen else first


def open_first_tab() -> None:
    """Show the day, or what changed, rather than the place."""
    _STORED["tab"] = THE_DAY


def look_for(words: str) -> None:
    """Open the search on some words."""
    _STORED["find_form"] = int(_STORED.get("find_form") or 0) + 1
    _STORED[find_key()] = words
    open_dialog("find")


def find_key() -> str:
    """Return the key of the search's field: a new one whenever it is opened."""
    return f"find_{_STORED.get('find_form') or 0}"


def ask(name: str) -> None:
    """Open what a key or the map asks for: the search, or the list of keys."""
    if name == "find":
        look_for("")
    else:
        open_dialog(name)


def note_change(what: str) -> None:
    """Remember what this window changed last, "" to forget it."""
    _STORED["last_change"] = what


def last_change() -> str:
    """Return what this window changed last, "" for nothing that is still to be said."""
    return str(_STORED.get("last_change") or "")


def open_dialog(name: str) -> None:
    """Open a dialog by its name, "" closes."""
    if name != "placing":
        picking.forget()
    _STORED["dialog"] = name


def wait_for_point(name: str, field: str) -> None:
    """Close the open dialog until a click on the map says where a name lies."""
    picking.ask(name, field)
    _STORED["dialog"] = ""
    renew_page()


def close_dialog() -> None:
    """Close the open dialog and forget what it said."""
    picking.forget()
    for name in ("dialog", "refusal", "refused_date", "removed"):
        _STORED[name] = ""
    if "complaints" in _STORED:
        _STORED["complaints"] = ()
    running = job()
    if running is not None and running.ended:
        set_job(None)
    renew_page()


def renew_page() -> None:
    """Draw the whole page again when the dialog in front of it is drawn next."""
    _STORED["page_is_old"] = True


def page_is_old() -> bool:
    """Return whether the page behind a dialog must be drawn again, once."""
    return bool(_STORED.pop("page_is_old", False))


def dialog() -> str:
    """Return the name of the open dialog, "" for none."""
    return str(_STORED.get("dialog") or "")


def job() -> Job | None:
    """Return what this window is waiting for or has just read."""
    found = _STORED.get("job")
    return found if isinstance(found, Job) else None


def opening() -> Job | None:
    """Return the reading of the example that this window waits for."""
    found = _STORED.get("opening")
    return found if isinstance(found, Job) else None


def set_opening(started: Job | None) -> None:
    """Remember the reading of the example."""
    _STORED["opening"] = started


def opening_failed() -> str:
    """Return why the example could not be read, "" if it could."""
    return str(_STORED.get("opening_failed") or "")


def note_opening_failed(why: str) -> None:
    """Remember why the example could not be read: it is not tried again by itself."""
    _STORED["opening_failed"] = why


def set_job(started: Job | None) -> None:
    """Remember what this window waits for."""
    _STORED["job"] = started
