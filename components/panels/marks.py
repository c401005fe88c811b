"""Marks and party colours as images in a panel.

Streamlit takes inline SVG out of what it shows, and an image runs no script: so every drawing
goes in as two images, one for each theme, of which the style shows one.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field

from components.mapview import Colour, Theme, mark_svg
from components.panels.strip import Inks
from components.panels.text import escape

THEMES: tuple[Theme, ...] = ("light", "dark")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark shows: the state, how well it stands, the parties, and what is added."""

    state: str
    standing: str
    parties: tuple[str, ...]
    date_uncertain: bool = False
    stale: bool = False
    changed: bool = False
    mentioned_only: bool = False


@dataclass(frozen=True)
class Painter:
    """Draws marks and strips in the colours of one collection.

    Args:
        colours: Colours of the parties by their id.
        surfaces: Colours of the page for each theme: panel, ink, unknown.
    """

    colours: Mapping[str, Colour]
    surfaces: Mapping[Theme, Mapping[str, str]]
    _drawn: dict[tuple[Mark, float, float], str] = field(default_factory=dict)

    def mark(self, mark: Mark, radius: float = 5.5, pad: float = 2) -> str:
        """Return a mark as HTML.

        Args:
            mark: What it shows.
            radius: Radius in pixels.
            pad: Room round it in pixels.
        """
        key = (mark, radius, pad)
        if key not in self._drawn:
            self._drawn[key] = picture({theme: self._svg(*key, theme) for theme in THEMES})
        return self._drawn[key]

    def _svg(self, mark: Mark, radius: float, pad: float, theme: Theme) -> str:
        known = [self.colours[party] for party in mark.parties if party in self.colours]
        return mark_svg(
            mark.state,
            mark.standing,
            known,
            radius,
            theme=theme,
            date_uncertain=mark.date_uncertain,
            stale=mark.stale,
            changed=mark.changed,
            mentioned_only=mark.mentioned_only,
            pad=pad,
        )

    def fill(self, party: str, theme: Theme) -> str:
        """Return the colour of a party in a theme, grey where it has none."""
        colour = self.colours.get(party)
        if colour is None:
            return self.surfaces[theme]["unknown"]
        return colour.fill(theme)

    def inks(self, theme: Theme) -> Inks:
        """Return what the strip needs of a theme."""
        surface = self.surfaces[theme]
        fills = {party: self.fill(party, theme) for party in self.colours}
        return Inks(fills, surface["panel"], surface["ink"], surface["unknown"])


def picture(drawings: Mapping[Theme, str], alt: str = "", kind: str = "mark") -> str:
    """Return the drawings of both themes as images.

    Args:
        drawings: SVG by theme.
        alt: What a screen reader says, "" for decoration.
        kind: Class of the images.
    """
    return "".join(
        f'<img class="{kind} {theme}" alt="{escape(alt)}" src="{data_uri(drawings[theme])}">'
        for theme in THEMES
    )


def data_uri(svg: str) -> str:
    """Return an SVG drawing as an address that an image can have."""
    if "xmlns=" not in svg:
        svg = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()
