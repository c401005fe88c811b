"""The day: what happened, who holds how much, and what changed lately."""

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from components.panels.atlas import Atlas
from components.panels.marks import THEMES, Mark
from components.panels.placing import draw_unplaced
from components.panels.text import escape, place_link
from components.territory import (
    Change,
    change_words,
    day_headline,
    format_day,
    format_days,
    lowered,
)

BACK_DAYS = 30
_LISTED = 30
_STATES = {
    "contested": ("Fought over", Mark("contested", "claimed", ())),
    "disputed": ("Sources disagree", Mark("disputed", "disputed", ())),
    "unknown": ("Unknown", Mark("unknown", "unknown", ())),
}


def draw_day(atlas: Atlas, day: date, *, peeked: bool) -> None:
    """Draw the panel of a day.

    Args:
        atlas: What is shown.
        day: Day on the map.
        peeked: Whether a phone shows the headline above the tabs already.
    """
    st.html(
        f"{headline_html(atlas, day, peeked=peeked)}{balance_html(atlas, day)}</section>"
        f"{changes_html(atlas, day)}"
    )
    draw_unplaced(atlas)


def changes_html(atlas: Atlas, day: date) -> str:
    """Return what changed lately; each place is a link, which keys.js hands to the map."""
    changes = recent_changes(atlas, day)
    title = f"<h3>Changed in the last {BACK_DAYS} days</h3>"
    if not changes:
        return f'{title}<p class="quiet">No change of hands is reported in these days.</p>'
    lines = "".join(_change_html(atlas, change) for change in changes[:_LISTED])
    more = len(changes) - _LISTED
    rest = f'<p class="quiet">And {more:,} more, earlier in these days.</p>' if more > 0 else ""
    return f'{title}<ul class="changes">{lines}</ul>{rest}'


def headline_html(atlas: Atlas, day: date, *, peeked: bool = False) -> str:
    """Return the headline and the sentence below it; the section is left open."""
    headline, lead = day_headline(atlas.history, day)
    kind = "peeked" if peeked else "day"
    return (
        f'<section class="{kind}"><h2 class="headline">{escape(headline)}</h2>'
        f'<p class="lead">{escape(lead)}</p>'
    )


def balance_html(atlas: Atlas, day: date) -> str:
    """Return the table of who holds how many places; it is the key to the colours too."""
    balance = atlas.history.balance(day, BACK_DAYS)
    if balance.empty:
        return ""
    most = max(1, int(balance["held"].max()))
    rows = "".join(
        _balance_row(atlas, str(party), int(held), int(change), most)
        for party, held, change in zip(
            balance["party"], balance["held"], balance["change"], strict=True
        )
    )
    return (
        '<table class="balance"><thead><tr><th scope="col">Places held</th><td></td>'
        f'<td class="change">{BACK_DAYS} days</td><td></td></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _balance_row(atlas: Atlas, party: str, held: int, change: int, most: int) -> str:
    share = f"width:{held / most:.0%}"
    if party in _STATES:
        name, mark = _STATES[party]
        kind, bar = ' class="other"', f'<i style="{share}"></i>'
    else:
        name, mark = atlas.name(party), Mark("held", "corroborated", (party,))
        kind = ""
        bar = "".join(
            f'<i class="{theme}" style="{share};background:{atlas.painter.fill(party, theme)}"></i>'
            for theme in THEMES
        )
    return (
        f'<tr{kind}><th scope="row"><span>{atlas.painter.mark(mark)}{escape(name)}</span></th>'
        f'<td class="held">{held:,}</td><td class="change">{signed(change)}</td>'
        f'<td class="bar">{bar}</td></tr>'
    )


def signed(change: int) -> str:
    """Return a change with its sign, nothing for none; minus is a minus."""
    if not change:
        return ""
    return f"+{change:,}" if change > 0 else f"−{-change:,}"


def recent_changes(atlas: Atlas, day: date) -> tuple[Change, ...]:
    """Return what changed lately, the latest first."""
    return tuple(reversed(atlas.history.changes(day - timedelta(days=BACK_DAYS), day)))


def _change_html(atlas: Atlas, change: Change) -> str:
    mark = atlas.interval_mark(change.interval)
    start = change.interval.start
    uncertain = start.earliest != start.latest and change.interval.standing != "inferred"
    drawn = atlas.painter.mark(replace(mark, date_uncertain=uncertain), pad=5 if uncertain else 2)
    when = format_day(change.day, short=True).rsplit(" ", 1)[0]
    place = atlas.history.world.places[change.place_id]
    words = change_words(change, atlas.history)
    if uncertain:
        words += f", {lowered(format_days(start, short=True)).removeprefix('some day ')}"
    return (
        f"<li><span>{escape(when)}</span>{drawn}"
        f"{place_link(change.place_id, place.name, words)}</li>"
    )
