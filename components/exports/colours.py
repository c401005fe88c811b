"""Colours of a saved picture, those of the page in the same theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from components.exports.ground import GroundColours
from components.exports.legend import ColumnColours
from components.exports.shapes import Ink, Paint
from components.mapview import Palette, Theme, colour, party_colours


@dataclass(frozen=True, slots=True)
class Look:
    """Everything coloured, for one theme and the parties of one collection."""

    theme: Theme
    ground: GroundColours
    marks: Ink
    paints: Mapping[str, Paint]
    column: ColumnColours

    def token(self, name: str) -> str:
        """Return the hex colour of a token such as "land" or "ink_second"."""
        return colour(name, self.theme)


def look_of(theme: Theme, collection: Mapping[str, Any], palette: str = "") -> Look:
    """Return the colours of a theme, with one for each party of a collection.

    Args:
        theme: light or dark.
        collection: What is drawn.
        palette: "conventional" for the colours that maps of a war usually have.
    """
    name: Palette = "conventional" if palette == "conventional" else "default"
    paints = {
        party: Paint(own.fill(theme), own.outline(theme), own.letter)
        for party, own in party_colours(collection, palette=name).items()
    }
    shade = partial(colour, theme=theme)
    ground = GroundColours(
        land=shade("land"),
        land_neighbour=shade("land_neighbour"),
        water=shade("water"),
        river=shade("river"),
        border=shade("border"),
        border_neighbour=shade("border_neighbour"),
        admin=shade("admin"),
    )
    column = ColumnColours(
        panel=shade("panel"),
        ink=shade("ink"),
        second=shade("ink_second"),
        third=shade("ink_third"),
        rule=shade("rule"),
        marks=Ink(shade("panel"), shade("ink"), shade("unknown")),
        paints=paints,
    )
    marks = Ink(shade("land"), shade("ink"), shade("unknown"))
    return Look(theme, ground, marks, paints, column)
