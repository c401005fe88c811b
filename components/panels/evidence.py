"""The reports behind a place's colour: for, against, not counted, left out, and later."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.panels.atlas import Atlas
from components.panels.cards import Evidence, card_html, later_html, left_out_html
from components.panels.heard import heard_words
from components.panels.marks import Mark
from components.panels.reviewing import draw_acts, review_html
from components.panels.text import count_words, escape
from components.panels.view import View
from components.records import Claim, ControlInterval, PlaceState
from components.secondreader import agreement_words
from components.territory import format_day

# More cards with their buttons make the page slow to answer; the rest is one click away.
_SHOWN = 4
POSSIBLE = "Possible"


def draw_side(
    atlas: Atlas, interval: ControlInterval, side: str, claims: Sequence[Claim], before: str = ""
) -> None:
    """Draw the reports on one side of what the map shows.

    Args:
        atlas: What is heard.
        interval: The state they speak for or against.
        side: "For", "Against" or `POSSIBLE`.
        claims: The reports, which may be none.
        before: HTML above them; elements of their own cost the browser time.
    """
    title = "May have come already" if side == POSSIBLE else side
    heading = f'{before}<h3 class="ruled">{title} <em>{len(claims):,}</em></h3>'
    if not claims:
        nothing = (
            "No report contradicts it."
            if side == "Against"
            else "No report says so itself; see why above."
        )
        st.html(f'{heading}<p class="quiet">{nothing}</p>')
        return

    def draw(claim: Claim) -> None:
        mark = atlas.painter.mark(claim_mark(atlas, claim, interval), 6.5)
        card = atlas.evidence[claim.id]
        above = heading if claim is claims[0] else ""
        st.html(f"{above}{card_html(card, mark, side=side.lower())}{beside_html(claim, card)}")
        draw_acts(claim.id, card, side.lower())

    _draw_some(claims, f"{side}-{interval.place_id}", draw)


def draw_possible(atlas: Atlas, found: PlaceState) -> None:
    """Draw the reports of what may have come already, though it is not certain on this day."""
    told = {*found.interval.claim_ids, *found.interval.against_ids}
    claims = []
    for later in found.possible:
        of_later = atlas.history.claims(later.against_ids)
        claims += [c for c in (*atlas.history.cited(later), *of_later) if c.id not in told]
        told.update(claim.id for claim in claims)
    if claims:
        draw_side(atlas, found.possible[-1], POSSIBLE, claims)


def beside_html(claim: Claim, card: Evidence) -> str:
    """Return what people and a second reader said of a claim, and copies of its article."""
    words = agreement_words(claim.extractor)
    copies = int(card.get("copies") or 0)
    if copies:
        words = (
            f"{words} The same text was found in {count_words(copies, 'other article')}.".strip()
        )
    second = f'<p class="review">{escape(words)}</p>' if words else ""
    return review_html(card) + second


def _draw_some(claims: Sequence[Claim], key: str, draw: Callable[[Claim], None]) -> None:
    """Draw the first cards, and the rest once they are asked for."""
    opened = st.session_state.get("opened_list") == key
    shown = claims if opened or len(claims) <= _SHOWN + 1 else claims[:_SHOWN]
    for claim in shown:
        draw(claim)
    if len(shown) < len(claims):
        st.button(
            f"Show all {len(claims):,}",
            key=f"all-{key}",
            on_click=lambda: st.session_state.update(opened_list=key),
        )


def draw_rest(atlas: Atlas, place_id: str, view: View) -> None:
    """Draw what does not colour the place: not counted, without a day, left out, and later."""
    history = atlas.history
    if view.known_by:
        _draw_later(atlas, place_id, view)
    silent = history.left_out(place_id)
    if silent:
        st.html(
            f'<p class="quiet silent">{count_words(len(silent), "claim")} left out by your choice '
            f"of sources: {escape(heard_words(view).lower())}.</p>"
        )
    left_out = history.not_counted(place_id)
    if left_out:
        box = st.expander(
            f"Not counted ({len(left_out):,})", key=f"not-counted-{place_id}", on_change="rerun"
        )
        if box.open:
            with box:
                _draw_some(left_out, f"out-{place_id}", lambda claim: _draw_out(atlas, claim))
    undated = history.unplaced_in_time(place_id)
    if undated:
        with st.expander(f"Of a day that is not known ({len(undated):,})"):
            st.html(
                '<p class="quiet">Nothing bounds the day of these reports: they may be older than '
                "all others, so they colour no day.</p>"
            )
            st.html("".join(later_html(atlas.evidence[claim.id]) for claim in undated[:_SHOWN]))


def _draw_out(atlas: Atlas, claim: Claim) -> None:
    card = atlas.evidence[claim.id]
    st.html(left_out_html(card) + beside_html(claim, card))
    draw_acts(claim.id, card, "out")


def _draw_later(atlas: Atlas, place_id: str, view: View) -> None:
    """Draw what became known only after the day up to which reports are heard."""
    assert view.known_by
    later = atlas.history.later(place_id)
    st.html(f'<h3 class="ruled later">What came later <em>{len(later):,}</em></h3>')
    day = format_day(view.known_by)
    if not later:
        st.html(f'<p class="quiet">No report on this place appeared after {day}.</p>')
        return
    st.html(
        f'<p class="quiet">Not known on {day}, and not on the map now.</p>'
        + "".join(later_html(atlas.evidence[claim.id]) for claim in later[:_SHOWN])
    )
    more = len(later) - _SHOWN
    if more > 0:
        st.html(f'<p class="quiet">And {more:,} more.</p>')


def claim_mark(atlas: Atlas, claim: Claim, interval: ControlInterval) -> Mark:
    """Return the mark of a single claim: the ring, never the disc."""
    day = claim.event.latest or claim.event.earliest or interval.start.latest

    def blocs(*roles: str) -> tuple[str, ...]:
        named = (party.actor_id for party in claim.parties if party.role in roles)
        return tuple(dict.fromkeys(atlas.history.bloc(actor_id, day) for actor_id in named))

    if claim.kind in {"contested", "besieged"}:
        return Mark("contested", "claimed", blocs("defending", "losing", "attacking", "gaining"))
    holders = blocs("defending") if claim.kind == "repelled" else blocs("gaining", "holding")
    if not holders:
        return Mark("unknown", "unknown", ())
    return Mark("held", "claimed", holders)
