"""Who says so: which sources are heard and which parties are shown, and the words for it."""

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.text import count_words, escape, escape_markdown
from components.panels.view import BASES, View
from components.records import Basis
from components.store import Collection
from components.territory import History, Voice, format_day

_KINDS: dict[Basis, tuple[str, str]] = {
    "gaining side": ("Gaining side", "the gaining side"),
    "losing side": ("Losing side", "the losing side"),
    "monitor": ("Monitors", "monitors"),
    "press": ("Press", "the press"),
    "unknown": ("Not known", "sources of unknown standing"),
}
_NAMED = 2


def draw_filter(whole: Atlas, view: View, shelves: Sequence[Collection] = ()) -> None:
    """Draw the switches for sources and parties, in a box that opens under its button.

    Args:
        whole: All that was read.
        view: What the page shows.
        shelves: The collections there are.
    """
    box = st.popover(
        "Sources",
        key="filter",
        type="tertiary",
        icon=":material/record_voice_over:",
        disabled=whole.is_empty,
        on_change="rerun",
    )
    if not box.open:
        return
    with box, st.container(key="filterbox"):
        st.html("<h3>Who says so</h3>")
        _draw_kinds(whole, view)
        _draw_names("voices", "Single sources", whole.history.voices, view.voices)
        _draw_names("publishers", "Publishers", whole.history.publishers, view.publishers)
        st.html('<h3 class="ruled">Whom the map shows</h3>')
        _draw_parties(whole, view)
        _draw_collections(view, shelves)
        st.button(
            "Hear and show all",
            key="hear_all",
            on_click=state.hear_all,
            disabled=view.hears_all and not view.actors,
        )


def _draw_kinds(whole: Atlas, view: View) -> None:
    counts = whole.history.basis_counts
    st.session_state["pick_sources"] = list(view.bases)
    st.pills(
        "Kinds of sources",
        [base for base in BASES if counts.get(base) or base in view.bases],
        selection_mode="multi",
        format_func=lambda base: f"{_KINDS[base][0]} {counts.get(base, 0):,}",
        key="pick_sources",
        on_change=_kinds_picked,
        help="None chosen: all are heard. The numbers count claims.",
    )


def _kinds_picked() -> None:
    chosen = st.session_state.get("pick_sources") or ()
    state.choose("sources", ",".join(str(base).replace(" ", "-") for base in chosen))


def _draw_names(name: str, label: str, voices: Sequence[Voice], chosen: Sequence[str]) -> None:
    counts = {voice.name: voice.claims for voice in voices}
    if len(counts) < _NAMED and not chosen:
        return
    key = f"pick_{name}"
    st.session_state[key] = [one for one in chosen if one in counts]

    def picked() -> None:
        state.choose(name, "|".join(st.session_state.get(key) or ()))

    st.multiselect(
        label,
        list(counts),
        format_func=lambda one: f"{one} · {counts[one]:,}",
        placeholder="All",
        key=key,
        on_change=picked,
    )


def _draw_parties(whole: Atlas, view: View) -> None:
    parties = sorted(whole.painter.colours, key=lambda party: whole.name(party).casefold())
    st.session_state["pick_actors"] = [party for party in view.actors if party in parties]
    st.multiselect(
        "Parties",
        parties,
        format_func=whole.name,
        placeholder="All",
        key="pick_actors",
        on_change=lambda: state.choose(
            "actors", ",".join(st.session_state.get("pick_actors") or ())
        ),
    )
    st.session_state["pick_groups"] = view.groups
    st.toggle(
        "Keep the groups of a coalition apart",
        key="pick_groups",
        on_change=lambda: state.choose(
            "groups", "apart" if st.session_state.get("pick_groups") else ""
        ),
    )


def _draw_collections(view: View, shelves: Sequence[Collection]) -> None:
    """Draw which collections are shown together; none chosen shows the usual ones."""
    names = {shelf.id: shelf for shelf in shelves if shelf.articles and not shelf.removed}
    if len(names) < _NAMED:
        return
    st.session_state["pick_collections"] = [one for one in view.collections if one in names]
    st.multiselect(
        "Collections",
        list(names),
        format_func=lambda one: f"{names[one].name} · {names[one].articles:,}",
        placeholder="The usual ones",
        key="pick_collections",
        on_change=_collections_picked,
    )


def _collections_picked() -> None:
    # Places, parties and sources of one collection may not be there in another.
    state.hear_all()
    state.forget("place", "compare", "known_by")
    state.choose("collections", ",".join(st.session_state.get("pick_collections") or ()))


def heard_words(view: View) -> str:
    """Return who is heard, "" when all are: "By monitors and the press only"."""
    if view.hears_all:
        return ""
    parts = []
    if view.bases:
        parts.append(_listed([_KINDS[base][1] for base in view.bases]))
    if view.voices:
        parts.append(_listed(view.voices))
    if view.publishers:
        parts.append(f"articles of {_listed(view.publishers)}")
    return f"By {', in '.join(parts)} only"


def _listed(names: Sequence[str]) -> str:
    if len(names) > _NAMED + 1:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def draw_reminders(atlas: Atlas, view: View) -> None:
    """Say over the map what is left out of it, each with one click back.

    Args:
        atlas: What is heard.
        view: What the page shows.
    """
    heard = heard_words(view)
    if not (heard or view.known_by or view.actors):
        return
    with st.container(key="reminders"):
        if heard:
            silent, _ = _not_heard(atlas.history)
            words = f"{count_words(silent, 'claim')} left out" if silent else ""
            _reminder("heard", heard, words, "Hear all", ("sources", "voices", "publishers"))
        if view.known_by:
            _, later = _not_heard(atlas.history)
            words = f"{count_words(later, 'claim')} came later" if later else ""
            said = f"As known by {format_day(view.known_by)}"
            _reminder("known", said, words, "Off", ("known_by",))
        if view.actors:
            names = _listed([atlas.phrase(party) for party in view.actors])
            _reminder("actors", f"Only {names}", "", "Show all", ("actors",))


@lru_cache(maxsize=8)
def _not_heard(history: History) -> tuple[int, int]:
    """Return how many claims the choice of sources leaves out, and how many came later."""
    return len(history.left_out()), len(history.later())


def _reminder(key: str, lead: str, more: str, label: str, parameters: tuple[str, ...]) -> None:
    with st.container(key=f"reminder-{key}", horizontal=True, vertical_alignment="center"):
        tail = f"<span>{escape(more)}</span>" if more else ""
        st.html(f'<p class="reminder" role="status"><b>{escape(lead)}</b>{tail}</p>')
        st.button(
            escape_markdown(label),
            key=f"end_{key}",
            type="tertiary",
            on_click=state.forget,
            args=parameters,
        )
