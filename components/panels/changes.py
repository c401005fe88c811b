"""What people changed: undo, redo, and the log."""

from collections.abc import Callable

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.notes import Note
from components.panels.reviewing import entry_words, now
from components.panels.text import count_words, escape
from components.pipeline.logbook import log_csv, log_jsonl
from components.pipeline.reviewing import redo, redo_label, undo, undo_label
from components.store import Entry, Ledger
from components.territory import format_day

_LISTED = 100


def draw_foot(ledger: Ledger) -> None:
    """Draw what stands below the panel: add a claim, and what people changed."""
    with st.container(key="panelfoot", horizontal=True, gap="small"):
        st.button(
            "Add a claim by hand",
            key="open_hand",
            icon=":material/edit_note:",
            type="tertiary",
            on_click=state.open_dialog,
            args=("hand",),
        )
        st.button(
            "Changes",
            key="open_changes",
            icon=":material/history:",
            type="tertiary",
            on_click=state.open_dialog,
            args=("changes",),
        )
    changed = state.last_change()
    if changed:
        _draw_changed(ledger, changed)


def _draw_changed(ledger: Ledger, changed: str) -> None:
    with st.container(key="changed", horizontal=True, vertical_alignment="center"):
        st.html(
            f'<p class="reminder" role="status"><b>{escape(changed[:1].upper() + changed[1:])}.'
            "</b></p>"
        )
        st.button("Undo", key="undo_last", type="tertiary", on_click=_step, args=(undo, ledger, ""))
        st.button(
            "",
            key="end_changed",
            type="tertiary",
            icon=":material/close:",
            help="Close this line",
            on_click=state.note_change,
            args=("",),
        )


def _step(step: Callable[..., tuple[Entry, ...]], ledger: Ledger, said: str = "") -> None:
    step(ledger, by=str(st.session_state.get("reviewer") or ""), at=now())
    state.note_change(said)
    if state.dialog():
        state.renew_page()


def draw_changes(ledger: Ledger, whole: Atlas) -> None:
    """Draw the log of changes, with undo, redo and files of it.

    Args:
        ledger: Where the log is kept.
        whole: All that was read.
    """
    entries = _changes_of(ledger)
    back, again = undo_label(ledger), redo_label(ledger)
    with st.container(key="steps", horizontal=True, gap="small"):
        st.button(
            f"Undo: {back}" if back else "Undo",
            key="undo",
            icon=":material/undo:",
            disabled=not back,
            on_click=_step,
            args=(undo, ledger),
        )
        st.button(
            f"Redo: {again}" if again else "Redo",
            key="redo",
            icon=":material/redo:",
            disabled=not again,
            on_click=_step,
            args=(redo, ledger),
        )
    if not entries:
        st.html(
            Note(
                "good",
                "Nobody has changed anything yet.",
                "What people accept, correct, reject or add is listed here, with who and when.",
            ).html()
        )
    else:
        st.html(log_html(entries, whole))
    with st.container(key="changesacts", horizontal=True, horizontal_alignment="right"):
        st.download_button(
            "Save CSV",
            lambda: log_csv(ledger).encode("utf-8-sig"),
            file_name="whoheld-changes.csv",
            mime="text/csv",
            key="log_csv",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "Save JSON Lines",
            lambda: log_jsonl(ledger).encode(),
            file_name="whoheld-changes.jsonl",
            mime="application/jsonl",
            key="log_jsonl",
            on_click="ignore",
            icon=":material/download:",
        )
        st.button("Close", key="close_changes", on_click=state.close_dialog)


def _changes_of(ledger: Ledger) -> list[Entry]:
    """Return what people changed, the last first; articles that were added are not listed."""
    return [one for one in reversed(ledger.log()) if not one.kind.startswith("article")]


def log_html(entries: list[Entry], whole: Atlas) -> str:
    """Return the entries as a table, the last first."""
    rows = "".join(_row_html(entry, whole) for entry in entries[:_LISTED])
    more = len(entries) - _LISTED
    rest = (
        f'<p class="quiet">And {count_words(more, "earlier change")}, in the files.</p>'
        if more > 0
        else ""
    )
    return (
        '<div class="logged"><table class="log"><thead><tr><th>When</th><th>Who</th><th>What</th>'
        f"<th>Note</th></tr></thead><tbody>{rows}</tbody></table></div>{rest}"
    )


def _row_html(entry: Entry, whole: Atlas) -> str:
    card = whole.evidence.get(entry.subject)
    about = f"{card['toponym']}: {card['words']}" if card else ""
    status = f" <em>{escape(entry.status)}</em>" if entry.status != "live" else ""
    return (
        f"<tr><td>{escape(format_day(entry.at.date(), short=True))}<br>"
        f"<span>{entry.at:%H:%M}</span></td>"
        f"<td>{escape(entry.by)}</td><td>{escape(entry_words(entry, whole.phrase))}{status}"
        f"<br><span>{escape(about)}</span></td>"
        f"<td>{escape(entry.note)}</td></tr>"
    )
