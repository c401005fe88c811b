"""How many places each party holds over time, as a drawing of steps."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import pandas as pd

from components.mapview import Theme
from components.panels.atlas import Atlas
from components.panels.marks import THEMES, picture
from components.panels.strip import WIDTH, Scale, years_html
from components.panels.text import escape
from components.territory import History, counts_over_time

_HIGH = 96
_TOP = 8
_STATES = frozenset({"contested", "disputed", "unknown"})
# Beyond so many lines nobody can follow one.
_LINES = 8


@lru_cache(maxsize=6)
def _counts(history: History, first: date, last: date) -> pd.DataFrame:
    return counts_over_time(history, first=first, last=last)


def chart_html(atlas: Atlas, days: Sequence[date]) -> str:
    """Return the chart of places by party, with a marker on each of some days."""
    counts = _counts(atlas.history, *atlas.bounds)
    parties = [name for name in counts.columns if name not in _STATES][:_LINES]
    if not parties:
        return '<p class="quiet">No place is held by anybody on any day.</p>'
    scale = Scale(*atlas.bounds)
    most = int(counts[parties].to_numpy().max())
    drawings = {theme: chart_svg(counts[parties], scale, days, theme, atlas) for theme in THEMES}
    last = counts.iloc[-1]
    words = ", ".join(f"{atlas.name(p)} {int(last[p]):,}" for p in parties)
    alt = f"Places held over time, at most {most:,}; at the end: {words}"
    return (
        f'<div class="chart"><span class="most">{most:,}</span>'
        f"{picture(drawings, alt, 'drawn')}{years_html(scale)}"
        f"</div>{_legend_html(atlas, parties)}"
    )


def chart_svg(
    counts: pd.DataFrame, scale: Scale, days: Sequence[date], theme: Theme, atlas: Atlas
) -> str:
    """Return the chart as SVG: one line of steps a party, its end marked."""
    surface = atlas.painter.surfaces[theme]
    most = max(1, int(counts.to_numpy().max()))

    def y(count: int) -> float:
        return _TOP + _HIGH * (1 - count / most)

    grey = surface["unknown"]
    drawn = [
        f'<path d="M0 {y(n):.1f}H{WIDTH}" stroke="{grey}" stroke-width=".6" opacity=".5"/>'
        for n in (0, most)
    ]
    for party in reversed(list(counts.columns)):
        steps, before = [], -1.0
        for day, count in zip(counts.index, counts[party], strict=True):
            level = y(int(count))
            at = scale.x(day)
            if before < 0:
                steps.append(f"M{at:.1f} {level:.1f}")
            elif level != before:
                steps.append(f"H{at:.1f}V{level:.1f}")
            before = level
        colour = atlas.painter.fill(str(party), theme)
        drawn.append(
            f'<path d="{"".join(steps)}H{WIDTH}" fill="none" stroke="{colour}" stroke-width="2" '
            'stroke-linejoin="round"/>'
        )
    for day in days:
        x = scale.x(day)
        drawn.append(
            f'<path d="M{x:.1f} 0V{_TOP + _HIGH}" stroke="{surface["ink"]}" stroke-width="1.25"/>'
            f'<path d="M{x - 4:.1f} 0h8l-4 5z" fill="{surface["ink"]}"/>'
        )
    high = _TOP + _HIGH + 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 0 {WIDTH + 12} {high}" '
        f'width="{WIDTH + 12}" height="{high}">{"".join(drawn)}</svg>'
    )


def _legend_html(atlas: Atlas, parties: Sequence[str]) -> str:
    keys = "".join(
        '<span class="line">'
        + "".join(
            f'<i class="{theme}" style="background:{atlas.painter.fill(party, theme)}"></i>'
            for theme in THEMES
        )
        + f"{escape(atlas.name(party))}</span>"
        for party in parties
    )
    return f'<p class="lines">{keys}</p>'
