"""The place: its state, its history, and the sentences behind the colour."""

from datetime import date

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.countries import area_name, country_name
from components.panels.evidence import draw_possible, draw_rest, draw_side
from components.panels.frontend import draw_strip_part
from components.panels.marks import THEMES, Mark, data_uri
from components.panels.placing import draw_open
from components.panels.strip import Scale, strip_data, strip_svg, years_html
from components.panels.text import count_words, escape
from components.panels.view import View
from components.records import Place
from components.territory import (
    format_day,
    part_words,
    possible_words,
    rule_words,
    since_words,
    state_words,
)

_ARABIC_SCRIPT = ("\u0600", "\u06ff")
_HEBREW = ("\u0590", "\u05ff")


def draw_place(atlas: Atlas, place_id: str, view: View) -> None:
    """Draw the panel of a place."""
    day = view.day
    st.html(_head_html(atlas, atlas.world.places[place_id], day))
    draw_open(place_id)
    _draw_strip(atlas, place_id, day)
    found = atlas.history.state(place_id, day)
    if found is None:
        st.html(_without_state_html(atlas, place_id, view))
    else:
        lead, text = rule_words(atlas.history, found.interval)
        text = f"{text} {part_words(atlas.history, place_id, day)}".rstrip()
        why = (
            f'<section class="why"><h3>Why this colour</h3><p><b>{escape(lead)}.</b> '
            f"{escape(text)}</p></section>"
        )
        interval, history = found.interval, atlas.history
        draw_side(atlas, interval, "For", history.cited(interval), why)
        draw_side(atlas, interval, "Against", history.claims(interval.against_ids))
        draw_possible(atlas, found)
    draw_rest(atlas, place_id, view)


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
    possible = possible_words(found.possible, atlas.history.parties, atlas.phrase)
    if possible:
        since += f". {possible}"
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


def _without_state_html(atlas: Atlas, place_id: str, view: View) -> str:
    times = atlas.world.mentions.get(place_id, 0)
    if atlas.history.intervals(place_id):
        words = "No report speaks of this place yet on this day. Move on through time."
    elif view.known_by and atlas.history.later(place_id):
        words = (
            f"By {format_day(view.known_by)} no report had appeared that says who holds it; "
            "what came later is below."
        )
    elif not view.hears_all and atlas.history.left_out(place_id):
        words = "The sources that you chose say nothing of who holds it."
    else:
        words = (
            f"The articles name it {count_words(times, 'time')} and say nothing of who holds it, "
            "or nothing that counts."
        )
    return f'<section class="why"><p class="quiet">{words}</p></section>'
