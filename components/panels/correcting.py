"""The dialogs that correct a claim and that add one by hand."""

from datetime import date

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.claimform import Fields, draw_fields
from components.panels.kept import FIRST_DAY, future_words
from components.panels.notes import Note
from components.panels.reviewing import asked_review, draw_conflict, draw_who, now, save
from components.panels.text import escape
from components.pipeline.reviewing import Correction, HandClaim, add_claim, correct
from components.records import Claim, DateInterval
from components.store import OWN, Entry, Ledger


def draw_correct(ledger: Ledger, whole: Atlas) -> None:
    """Draw the dialog that corrects a claim.

    Args:
        ledger: Where it is kept.
        whole: All that was read.
    """
    asked = asked_review()
    found = [c for c in whole.world.claims if asked and c.id == asked.claim_id]
    card = whole.evidence.get(asked.claim_id) if asked else None
    if asked is None or card is None or not found:
        st.html('<p class="quiet">This claim is no longer here. Somebody removed its article.</p>')
        return
    if draw_conflict(whole.phrase):
        return
    claim = found[0]
    st.html(f'<p class="read"><q>{escape(str(card["sentence"]))}</q></p>')
    fields = draw_fields(whole, claim, f"correct_{claim.id}_{asked.expected}")
    by, note = draw_who()
    with st.container(key="correctacts", horizontal=True, horizontal_alignment="right"):
        st.button("Cancel", key="close_correct", on_click=state.close_dialog)
        if st.button("Save", key="do_correct", type="primary"):
            if fields.problem:
                st.html(Note("bad", fields.problem).html())
                return
            correction = correction_of(claim, fields)
            save(
                lambda expected: correct(
                    ledger, claim.id, correction, by=by, at=now(), note=note, expected=expected
                ),
                by,
                asked.expected,
            )


def correction_of(claim: Claim, fields: Fields) -> Correction:
    """Return what the fields change in a claim; what stays as it was is left out."""
    place = fields.place
    same_place = place is not None and place.id == claim.place_id
    same_parties = {(p.actor_id, p.role) for p in fields.parties} == {
        (p.actor_id, p.role) for p in claim.parties
    }
    return Correction(
        kind=None if fields.kind == claim.kind else fields.kind,
        parties=None if same_parties else fields.parties,
        event=None if fields.event == claim.event else fields.event,
        place=None if same_place else place,
        attribution=None if fields.attribution == claim.attribution else fields.attribution,
        actors=fields.actors,
    )


def draw_by_hand(ledger: Ledger, whole: Atlas, today: date, shown: frozenset[str]) -> None:
    """Draw the dialog that adds a claim with a source of its own.

    Args:
        ledger: Where it is kept.
        whole: All that was read.
        today: The current day.
        shown: Ids of the collections shown.
    """
    key = f"hand_{st.session_state.get('hand_form') or 0}"
    quote = st.text_area(
        "What the source says, word for word",
        key=f"{key}_quote",
        height=90,
        placeholder="The sentence that says so",
    )
    fields = draw_fields(whole, None, key)
    left, right = st.columns(2)
    publisher = left.text_input("Published by", key=f"{key}_publisher", placeholder="Optional")
    reported = right.date_input(
        "Published on",
        value=None,
        min_value=FIRST_DAY,
        format="YYYY-MM-DD",
        key=f"{key}_reported",
    )
    url = st.text_input("Address", key=f"{key}_url", placeholder="Optional: https://…")
    by, note = draw_who()
    with st.container(key="handacts", horizontal=True, horizontal_alignment="right"):
        st.button("Cancel", key="close_hand", on_click=state.close_dialog)
        if st.button("Add", key="do_hand", type="primary"):
            day = reported if isinstance(reported, date) else None
            problem = _problem(quote or "", fields, day, today)
            if problem or fields.place is None:
                st.html(Note("bad", problem).html())
                return
            claim = HandClaim(
                kind=fields.kind,
                parties=fields.parties,
                event=fields.event,
                place=fields.place,
                source=fields.attribution.source,
                basis=fields.attribution.basis,
                quote=(quote or "").strip(),
                publisher=(publisher or "").strip(),
                url=(url or "").strip(),
                reported=DateInterval.on(day) if day else None,
                actors=fields.actors,
            )
            st.session_state["hand_form"] = int(st.session_state.get("hand_form") or 0) + 1
            save(lambda _: _add(ledger, claim, by, note, shown), by, None)


def _add(ledger: Ledger, claim: HandClaim, by: str, note: str, shown: frozenset[str]) -> Entry:
    """Add a claim to what is shown: whoever adds to a demonstration asks to see both."""
    entry = add_claim(ledger, claim, by=by, at=now(), note=note)
    if OWN not in shown:
        state.choose_next("collections", ",".join(sorted({*shown, OWN})))
    return entry


def _problem(quote: str, fields: Fields, reported: date | None, today: date) -> str:
    if not quote.strip():
        return "Give the words of the source: a colour without a sentence cannot be checked."
    if not fields.attribution.source:
        return "Say who says so: a person, an organisation or a publisher."
    return fields.problem or (future_words(reported, today) if reported else "")
