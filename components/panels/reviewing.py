"""Accept, reject or take back what was read: the buttons on a card, and the dialog they open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

import streamlit as st

from components.errors import ReaderError
from components.panels import state
from components.panels.atlas import Atlas
from components.panels.cards import Evidence
from components.panels.notes import Note
from components.panels.text import escape
from components.pipeline.reviewing import EditConflictError, accept, reject, withdraw
from components.store import Entry, Ledger
from components.territory import claim_words, format_day, format_days

Verdict = Literal["accept", "reject", "take back", "correct"]
_LABELS: Mapping[Verdict, tuple[str, str]] = {
    "accept": ("Accept", ":material/check:"),
    "correct": ("Correct", ":material/edit:"),
    "reject": ("Reject", ":material/close:"),
    "take back": ("Take back", ":material/undo:"),
}
_SAID = {"accepted": "Accepted", "rejected": "Rejected", "corrected": "Corrected"}
_DO: Mapping[str, Callable[..., Entry]] = {
    "accept": accept,
    "reject": reject,
    "take back": withdraw,
}
_WHY = "Optional: why"
NO_NAME = "Write your name or initials, so that others can see who changed it."


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked to do with a claim.

    Args:
        claim_id: The claim.
        verdict: What to do.
        expected: The number of the last change of the claim that the person has seen.
    """

    claim_id: str
    verdict: Verdict
    expected: int


def now() -> datetime:
    """Return the present moment, with its time zone."""
    return datetime.now(UTC).astimezone()


def draw_acts(claim_id: str, card: Evidence, place: str) -> None:
    """Draw the quiet buttons below a card.

    Args:
        claim_id: The claim.
        card: What is known of it.
        place: Where on the page the card stands, for the same claim can stand twice.
    """
    review = card.get("review")
    verdicts: tuple[Verdict, ...] = ("accept", "correct", "reject")
    if review:
        done = {"accepted": "accept", "rejected": "reject"}.get(str(review["verdict"]))
        verdicts = (*(verdict for verdict in verdicts if verdict != done), "take back")
    elif not card["counted"]:
        verdicts = ("correct", "reject")
    with st.container(key=f"acts-{place}-{claim_id}", horizontal=True, gap="xsmall"):
        for verdict in verdicts:
            label, icon = _LABELS[verdict]
            st.button(
                label,
                key=f"{verdict}-{place}-{claim_id}",
                icon=icon,
                type="tertiary",
                on_click=_ask,
                args=(Asked(claim_id, verdict, int(card.get("revision") or 0)),),
            )


def _ask(asked: Asked) -> None:
    st.session_state["asked_review"] = asked
    st.session_state.pop("edit_conflict", None)
    state.open_dialog("correct" if asked.verdict == "correct" else "review")


def asked_review() -> Asked | None:
    """Return what was asked to do with a claim last."""
    found = st.session_state.get("asked_review")
    return found if isinstance(found, Asked) else None


def review_html(card: Evidence) -> str:
    """Return who changed a claim, when and why, "" when nobody did; and what was read."""
    review: Mapping[str, Any] | None = card.get("review")
    if not review:
        return ""
    verdict = _SAID.get(str(review["verdict"]), "Changed")
    note = str(review.get("note") or "")
    said = f"{verdict} by {review.get('by') or 'somebody'}, {when_words(review.get('at'))}"
    original = str(card.get("original") or "")
    was = f"<br>Read as: {escape(original)}." if original and verdict == "Corrected" else ""
    return f'<p class="review"><b>{escape(said)}.</b>{escape(f" {note}" if note else "")}{was}</p>'


def when_words(at: object) -> str:
    """Return a moment as a day, "" for none."""
    if isinstance(at, str) and at:
        at = datetime.fromisoformat(at)
    return format_day(at.date(), short=True) if isinstance(at, datetime) else ""


def draw_review(ledger: Ledger, whole: Atlas) -> None:
    """Draw the dialog that asks who accepts, rejects or takes back, and why."""
    cards = whole.evidence
    asked = asked_review()
    card = cards.get(asked.claim_id) if asked else None
    if asked is None or card is None:
        st.html('<p class="quiet">This claim is no longer here. Somebody removed its article.</p>')
        return
    if draw_conflict(whole.phrase):
        return
    label, icon = _LABELS[asked.verdict]
    st.html(
        f'<p class="read"><b>{escape(str(card["words"]))}</b>, {escape(str(card["when"]))}.<br>'
        f"<q>{escape(str(card['sentence']))}</q></p>"
    )
    by, note = draw_who()
    with st.container(key="reviewacts", horizontal=True, horizontal_alignment="right"):
        st.button("Cancel", key="close_review", on_click=state.close_dialog)
        if st.button(label, key="do_review", type="primary", icon=icon):
            save(
                lambda expected: _DO[asked.verdict](
                    ledger, asked.claim_id, by=by, at=now(), note=note, expected=expected
                ),
                by,
                asked.expected,
            )


def draw_who(key: str = "") -> tuple[str, str]:
    """Draw the fields for the name, which is remembered, and the note; return both.

    Args:
        key: Makes what is typed outlast that the form is closed for a while, "" does not.
    """
    left, right = st.columns([1, 2])
    known = str(st.session_state.get("reviewer") or "")
    if not key:
        by = left.text_input("Your name", value=known)
        note = right.text_input("Note", placeholder=_WHY)
    else:
        by = left.text_input("Your name", value=known, key=f"{key}_by", persist_state="session")
        note = right.text_input(
            "Note", placeholder=_WHY, key=f"{key}_note", persist_state="session"
        )
    return (by or "").strip(), (note or "").strip()


def save(change: Callable[[int | None], Entry], by: str, expected: int | None) -> None:
    """Make a change, say what came of it, and show the page as it is then.

    Args:
        change: Makes it; gets the number of the last change that the person has seen.
        by: Who makes it.
        expected: That number.
    """
    if not by:
        st.html(Note("bad", NO_NAME).html())
        return
    st.session_state["reviewer"] = by
    try:
        entry = change(expected)
    except EditConflictError as other:
        st.session_state["edit_conflict"] = Conflict(other.theirs, other.yours, change, by)
        st.rerun()
    except ReaderError as refused:
        st.html(Note("bad", str(refused)).html())
        return
    finish(entry)


def finish(entry: Entry) -> None:
    """Close the dialog and say what was changed."""
    st.session_state.pop("edit_conflict", None)
    state.close_dialog()
    state.note_change(entry.kind)
    st.rerun()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two changes of one claim: the one that stands, and this person's, which is kept."""

    theirs: Entry
    yours: Entry
    change: Callable[[int | None], Entry]
    by: str


def draw_conflict(phrase: Callable[[str], str]) -> bool:
    """Show what somebody else changed meanwhile, and let the person choose.

    Args:
        phrase: Name of a party inside a sentence.

    Returns:
        Whether there is such a conflict.
    """
    found = st.session_state.get("edit_conflict")
    if not isinstance(found, Conflict):
        return False
    st.html(
        Note(
            "careful",
            "Someone changed this claim while you were editing.",
            "Yours is kept below; choose one.",
        ).html()
    )
    left, right = st.columns(2)
    with left:
        st.html(version_html("Theirs", found.theirs, phrase))
        if st.button("Keep theirs", key="keep_theirs", width="stretch"):
            st.session_state.pop("edit_conflict", None)
            state.close_dialog()
            st.rerun()
    with right:
        st.html(version_html("Yours", found.yours, phrase))
        if st.button("Use yours", key="use_yours", type="primary", width="stretch"):
            save(found.change, found.by, found.theirs.number)
    return True


def version_html(title: str, entry: Entry, phrase: Callable[[str], str]) -> str:
    """Return one of two versions of a claim, in words."""
    by = f"{entry.by or 'Somebody'}, {format_day(entry.at.date(), short=True)}"
    note = f"<br>“{escape(entry.note)}”" if entry.note else ""
    return (
        f'<div class="version"><h3>{escape(title)}</h3>'
        f"<p><b>{escape(entry_words(entry, phrase))}</b><br>{escape(by)}{note}</p></div>"
    )


def entry_words(entry: Entry, phrase: Callable[[str], str]) -> str:
    """Return what an entry of the log did, with the claim as it is since if it was corrected.

    Args:
        entry: The entry.
        phrase: Name of a party inside a sentence.
    """
    after = entry.after if entry.kind in {"claim corrected", "claim added"} else None
    done = entry.kind[:1].upper() + entry.kind[1:]
    if entry.kind == "place decided":
        return f"{done}: {entry.subject}" + ("" if entry.article else ", in every article")
    if after is None:
        return done
    days = format_days(after.event, short=True)
    return f"{done}: {after.toponym}, {claim_words(after, phrase).lower()}, {days.lower()}"
