"""What changed: how a second day differs from the first, by who gained, and over time."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import streamlit as st

from components.panels import state
from components.panels.atlas import Atlas
from components.panels.counting import chart_html
from components.panels.day import signed
from components.panels.marks import Mark
from components.panels.text import count_words, escape, place_link
from components.panels.view import View
from components.territory import (
    Comparison,
    Difference,
    History,
    changes_between,
    format_day,
)

# More links than these make the page slow to answer; the rest is counted.
_LISTED = 60
_YEAR = timedelta(days=365)


def propose_days(view: View, bounds: tuple[date, date]) -> tuple[date, date]:
    """Return two days to begin a comparison with: the day shown, and a year later if there is one.

    Args:
        view: What the page shows.
        bounds: First and last day of the timeline.
    """
    first, last = bounds
    if view.day < last:
        return view.day, min(last, view.day + _YEAR)
    return max(first, view.day - _YEAR), view.day


def switch_compare(bounds: tuple[date, date]) -> None:
    """Begin a comparison, or end it."""
    view = state.view()
    if view.compare:
        state.forget("compare")
        return
    day, second = propose_days(view, bounds)
    state.choose("day", day.isoformat())
    state.choose("compare", second.isoformat())
    state.open_first_tab()


def comparison(atlas: Atlas, view: View) -> Comparison:
    """Return how the second day of a view differs from the first."""
    return _compared(atlas.history, view.day, view.compare or view.day)


@lru_cache(maxsize=4)
def _compared(history: History, day: date, second: date) -> Comparison:
    """Return the comparison; a phone's headline and the panel ask for the same one."""
    return changes_between(history, day, second)


def title_words(view: View) -> str:
    """Return the two days: "28 Mar 2015 to 28 Mar 2016"."""
    days = [format_day(day, short=True) for day in (view.day, view.compare) if day]
    return " to ".join(days)


def count_sentence(found: Comparison, places: int) -> str:
    """Return how many places differ, in a sentence."""
    number = len(found.places)
    if not number:
        return "No place has another holder or state on the second day."
    have = "has" if number == 1 else "have"
    return f"{number:,} of {count_words(places, 'place')} {have} a different holder or state."


def draw_comparison(atlas: Atlas, view: View) -> None:
    """Draw the panel of a comparison."""
    found = comparison(atlas, view)
    # A phone has said it above the tabs already, unless it speaks of a place there.
    kind = "day" if view.place_id else "peeked"
    head = (
        f'<section class="{kind}">'
        f'<h2 class="headline">{escape(title_words(view))}</h2>'
        f'<p class="lead">{escape(count_sentence(found, len(atlas.history.place_ids)))}</p>'
        f"{tally_html(atlas, found)}</section>"
    )
    parts = [head]
    room = _LISTED
    for title, differences in groups(atlas, found):
        parts.append(_group_html(atlas, title, differences, room))
        room = max(0, room - len(differences))
    st.html("".join(parts))
    if found.restated:
        _draw_restated(atlas, found.restated)
    marked = tuple(day for day in (view.day, view.compare) if day)
    st.html(f"<h3>Places held over time</h3>{chart_html(atlas, marked)}")


def tally_html(atlas: Atlas, found: Comparison) -> str:
    """Return the table of who gained and lost how many places."""
    if not found.tallies:
        return ""
    rows = "".join(
        f'<tr><th scope="row"><span>{_party(atlas, tally.party_id)}'
        f"{escape(atlas.name(tally.party_id))}</span></th>"
        f"<td>{signed(tally.gained) or '0'}</td><td>{signed(-tally.lost) or '0'}</td>"
        f"<td><b>{signed(tally.net) or '0'}</b></td></tr>"
        for tally in found.tallies
    )
    return (
        '<table class="balance tally"><thead><tr><th></th><td>Gained</td><td>Lost</td>'
        f"<td>Net</td></tr></thead><tbody>{rows}</tbody></table>"
    )


def _party(atlas: Atlas, party: str) -> str:
    return atlas.painter.mark(Mark("held", "corroborated", (party,)))


def groups(atlas: Atlas, found: Comparison) -> list[tuple[str, Sequence[Difference]]]:
    """Return the places by what happened to them, each with its heading."""
    listed: list[tuple[str, Sequence[Difference]]] = [
        (f"Gained by {atlas.name(party)}", differences)
        for party, differences in found.by_gainer
        if party
    ]
    listed += [
        ("Newly fought over", found.newly_contested),
        ("Newly disputed", found.newly_disputed),
    ]
    named = {d.place_id for _, differences in listed for d in differences}
    rest = tuple(d for d in found.places if d.place_id not in named)
    listed.append(("Nobody named since", rest))
    return [(title, differences) for title, differences in listed if differences]


def _group_html(atlas: Atlas, title: str, differences: Sequence[Difference], room: int) -> str:
    lines = "".join(_difference_html(atlas, one) for one in differences[:room])
    more = len(differences) - room
    rest = f'<p class="quiet">And {more:,} more; the map shows them all.</p>' if more > 0 else ""
    return (
        f"<h3>{escape(title)} <em>{len(differences):,}</em></h3>"
        f'<ul class="differences">{lines}</ul>{rest}'
    )


def _difference_html(atlas: Atlas, difference: Difference) -> str:
    """Return the mark on both days and a link to the place, with the change in words on it."""
    before, after = (
        atlas.painter.mark(atlas.state_mark(side), 5, pad=4)
        for side in (difference.before, difference.after)
    )
    name = atlas.world.places[difference.place_id].name
    return (
        f'<li title="{escape(difference.words)}"><span class="from-to" aria-hidden="true">'
        f"{before}<i>→</i>{after}</span>{place_link(difference.place_id, name)}</li>"
    )


def _draw_restated(atlas: Atlas, restated: Sequence[Difference]) -> None:
    with st.expander(f"Same holder, known better or worse ({len(restated)})"):
        lines = "".join(
            f'<p class="read"><b>{escape(atlas.world.places[one.place_id].name)}</b>: '
            f"{escape(one.words)}</p>"
            for one in restated[:_LISTED]
        )
        st.html(lines)
