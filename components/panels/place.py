"""The place: its state, its history, and the sentences behind the colour."""

from datetime import date

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.cards import card_html, left_out_html
from components.panels.countries import area_name, country_name
from components.panels.frontend import draw_strip_part
from components.panels.marks import THEMES, Mark, data_uri
from components.panels.strip import Scale, strip_data, strip_svg, years_html
from components.panels.text import count_words, escape
from components.records import Claim, ControlInterval, Place
from components.territory import rule_words, since_words, state_words

_ARABIC_SCRIPT = ("\u0600", "\u06ff")
_HEBREW = ("\u0590", "\u05ff")


def draw_place(atlas: Atlas, place_id: str, day: date) -> None:
    """Draw the panel of a place."""
    st.html(_head_html(atlas, atlas.history.world.places[place_id], day))
    _draw_strip(atlas, place_id, day)
    st.html(reasons_html(atlas, place_id, day))
    left_out = atlas.history.not_counted(place_id)
    if left_out:
        with st.expander(f"Not counted ({len(left_out)})"):
            st.html("".join(left_out_html(atlas.evidence[claim.id]) for claim in left_out))


def reasons_html(atlas: Atlas, place_id: str, day: date) -> str:
    """Return why a place has its colour, and the reports for and against it."""
    found = atlas.history.state(place_id, day)
    if found is None:
        return _without_state_html(atlas, place_id)
    lead, text = rule_words(atlas.history, found.interval)
    why = (
        f'<section class="why"><h3>Why this colour</h3><p><b>{escape(lead)}.</b> '
        f"{escape(text)}</p></section>"
    )
    interval, history = found.interval, atlas.history
    return (
        why
        + _side_html(atlas, interval, "For", history.cited(interval))
        + _side_html(atlas, interval, "Against", history.claims(interval.against_ids))
    )


def kicker(place: Place) -> str:
    """Return what and where a place is: "City, Idlib province, Syria"."""
    where = [place.kind.capitalize()]
    if place.admin1 and place.kind not in {"province", "country"}:
        where.append(area_name(place.admin1, place.country))
    if place.country:
        where.append(country_name(place.country))
    return ", ".join(where)


def native_html(name: str) -> str:
    """Return a name in the script of the country, marked with its language and direction."""
    if not name:
        return ""
    if any(_ARABIC_SCRIPT[0] <= letter <= _ARABIC_SCRIPT[1] for letter in name):
        return f'<span lang="ar" dir="rtl">{escape(name)}</span>'
    if any(_HEBREW[0] <= letter <= _HEBREW[1] for letter in name):
        return f'<span lang="he" dir="rtl">{escape(name)}</span>'
    return f'<span lang="und">{escape(name)}</span>'


def state_line(atlas: Atlas, place_id: str, day: date) -> tuple[str, str]:
    """Return a place's state on a day and since when, both in words."""
    found = atlas.history.state(place_id, day)
    if found is None:
        if atlas.history.intervals(place_id):
            return "Unknown", "No report speaks of this day."
        return "Mentioned only", "No report says who holds it."
    parties = atlas.history.parties(found.interval)
    words = state_words(found.interval, parties, atlas.phrase)
    since = since_words(found.interval)
    if found.stale:
        since += ". Old news: no report for long"
    return words, since


def place_mark(atlas: Atlas, place_id: str, day: date) -> Mark:
    """Return the mark of a place on a day."""
    if not atlas.history.intervals(place_id):
        return Mark("unknown", "unknown", (), mentioned_only=True)
    return atlas.state_mark(atlas.history.state(place_id, day))


def _head_html(atlas: Atlas, place: Place, day: date) -> str:
    words, since = state_line(atlas, place.id, day)
    mark = atlas.painter.mark(place_mark(atlas, place.id, day), 9, pad=5)
    return (
        f'<section class="place"><div class="kicker">{escape(kicker(place))}</div>'
        f"<h2>{escape(place.name)}{native_html(place.native)}</h2>"
        f'<div class="state">{mark}<div><b>{escape(words)}</b><span>{escape(since)}</span>'
        "</div></div></section>"
    )


def _draw_strip(atlas: Atlas, place_id: str, day: date) -> None:
    history = atlas.places[place_id]["history"] if place_id in atlas.places else ()
    if not history:
        return
    scale = Scale(*atlas.bounds)
    drawings = {
        theme: data_uri(strip_svg(history, scale, day, atlas.painter.inks(theme)))
        for theme in THEMES
    }
    with st.container(key="history"):
        draw_strip_part(strip_data(history, scale, day, drawings), state.choose_day)
        st.html(years_html(scale))


def _side_html(
    atlas: Atlas, interval: ControlInterval, side: str, claims: tuple[Claim, ...]
) -> str:
    head = f'<h3 class="ruled">{side} <em>{len(claims)}</em></h3>'
    if not claims:
        nothing = (
            "No report contradicts it."
            if side == "Against"
            else "No report says so itself; see why above."
        )
        return f'{head}<p class="quiet">{nothing}</p>'
    cards = "".join(
        card_html(
            atlas.evidence[claim.id],
            atlas.painter.mark(claim_mark(atlas, claim, interval), 6.5),
            side=side.lower(),
        )
        for claim in claims
    )
    return head + cards


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


def _without_state_html(atlas: Atlas, place_id: str) -> str:
    times = atlas.history.world.mentions.get(place_id, 0)
    if atlas.history.intervals(place_id):
        words = "No report speaks of this place yet on this day. Move on through time."
    else:
        words = (
            f"The articles name it {count_words(times, 'time')} and say nothing of who holds it, "
            "or nothing that counts."
        )
    return f'<section class="why"><p class="quiet">{words}</p></section>'
