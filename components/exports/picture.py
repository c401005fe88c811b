"""The map of one day as a picture: drawn here, with no browser, in the design of the page."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

import numpy as np

from components.errors import BadChoiceError
from components.exports.basemap import ground_for
from components.exports.colours import Look, look_of
from components.exports.labels import Box
from components.exports.layers import Layers, layers_of
from components.exports.legend import ROW_PX, Facts, key_height, legend_of, write_column, write_key
from components.exports.mapping import Picture, draw_map
from components.exports.projection import Bounds, Frame, Margins, around, fit, within
from components.exports.sheet import FileFormat, Sheet
from components.exports.states import Shown, places_of, states_on
from components.mapview import Theme

View = tuple[float, float, float]

# The part of the map that the page leaves free beside its panel on an ordinary screen.
SCREEN_PX = (1048, 689)
SMALLEST_PX, LARGEST_PX = 320, 10_000
MARGINS = Margins(top=118, right=72, bottom=64, left=72)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is divided: the map, and the column beside or under it."""

    scale: float
    map: Box
    column: Box

    def above(self, key_px: float) -> Box:
        """Return the part of the map that a key of this height leaves."""
        return replace(self.map, south=self.map.south - key_px)


def _layout(size_px: tuple[int, int], rows: int) -> Layout:
    """Divide a sheet; broad ones carry the column at the right, tall ones `rows` of it below."""
    width, height = size_px
    if not all(SMALLEST_PX <= side <= LARGEST_PX for side in size_px):
        msg = (
            f"A picture of {width} × {height} pixels cannot be made. "
            f"Choose between {SMALLEST_PX} and {LARGEST_PX} pixels for each side."
        )
        raise BadChoiceError(msg)
    if width >= height * 0.95:
        scale = min(width / 1200, height / 800)
        sheet_width, sheet_height = width / scale, height / scale
        edge = sheet_width - 300
        return Layout(
            scale,
            Box(0, 0, edge, sheet_height),
            Box(edge, 0, sheet_width, sheet_height),
        )
    scale = min(width / 800, height / 1000)
    sheet_width, sheet_height = width / scale, height / scale
    edge = sheet_height - 270 - ROW_PX * min(rows, 12)
    return Layout(scale, Box(0, 0, sheet_width, edge), Box(0, edge, sheet_width, sheet_height))


def _frame(places: Sequence[Shown], bounds: Bounds | None, view: View | None, area: Box) -> Frame:
    width, height = area.east - area.west, area.south - area.north
    if view:
        lat, lon, zoom = view
        # What the screen shows in its own width shall not be cut off in a narrower picture.
        narrower = math.log2(min(width / SCREEN_PX[0], height / SCREEN_PX[1]))
        return around(lat, lon, zoom + min(0.0, narrower), width, height)
    if bounds:
        south, west, north, east = bounds
        if not (-90 <= south < north <= 90) or east == west:
            msg = (
                f"{bounds!r} is no area of the world. Give south, west, north and east in "
                "degrees, south below north."
            )
            raise BadChoiceError(msg)
        return within(bounds, width, height)
    claimed = [(p.lon, p.lat) for p in places if p.state != "mentioned"]
    points = claimed or [(p.lon, p.lat) for p in places]
    return fit(points, width, height, MARGINS)


def _in_frame(places: Sequence[Shown], frame: Frame) -> list[tuple[Shown, float, float]]:
    if not places:
        return []
    lon = np.array([place.lon for place in places])
    lat = np.array([place.lat for place in places])
    xs, ys = frame.place(lon, lat)
    return [
        (place, float(x), float(y))
        for place, x, y in zip(places, xs, ys, strict=True)
        if 0 <= x <= frame.width and 0 <= y <= frame.height
    ]


def _as_theme(theme: str) -> Theme:
    if theme in ("light", "dark"):
        return "dark" if theme == "dark" else "light"
    msg = f"{theme!r} is no theme. Choose light or dark."
    raise BadChoiceError(msg)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A picture with its sheet divided, before anything is drawn."""

    layout: Layout
    area: Box
    frame: Frame
    places: tuple[Shown, ...]
    focus: frozenset[str]


def _plan(
    collection: Mapping[str, Any],
    day: date,
    size_px: tuple[int, int],
    look: Look,
    bounds: Bounds | None,
    view: View | None,
) -> _Plan:
    places = states_on(collection, day)
    # The key may only lose lines once the frame is known, so its room is kept beforehand.
    key = legend_of(places, collection["whoheld"]["parties"])
    layout = _layout(size_px, len(key.parties) + len(key.others))
    area = layout.above(key_height(key, look.column, layout.map.east))
    every = places or places_of(collection)
    claimed = [place for place in every if place.state != "mentioned"] or every
    frame = _frame(every, bounds, view, area)
    return _Plan(layout, area, frame, places, frozenset(place.country for place in claimed))


def place_px(
    collection: Mapping[str, Any],
    *,
    day: date,
    theme: str = "light",
    size_px: tuple[int, int] = (2400, 1600),
    bounds: Bounds | None = None,
    view: View | None = None,
) -> dict[str, tuple[float, float]]:
    """Return where a picture shows each place, in its pixels from the upper left corner."""
    look = look_of(_as_theme(theme), collection)
    plan = _plan(collection, day, size_px, look, bounds, view)
    return {
        place.place_id: (x * plan.layout.scale, y * plan.layout.scale)
        for place, x, y in _in_frame(plan.places, plan.frame)
    }


def snapshot_picture(  # noqa: PLR0913 (each is a choice of the person who saves)
    collection: Mapping[str, Any],
    *,
    day: date,
    file_format: FileFormat = "png",
    theme: str = "light",
    place_id: str = "",
    size_px: tuple[int, int] = (2400, 1600),
    bounds: Bounds | None = None,
    view: View | None = None,
    title: str = "",
    sources: Sequence[str] = (),
    note: str = "",
    layers: str = "",
    palette: str = "",
) -> bytes:
    """Draw the map of one day.

    Args:
        collection: The feature collection that the page draws too.
        day: The day shown.
        file_format: png | svg | pdf.
        theme: light | dark.
        place_id: The chosen place, "" for none.
        size_px: Width and height; for SVG and PDF a hundred of these make an inch.
        bounds: South, west, north, east in degrees; west may lie beyond the 180th meridian.
        view: Latitude, longitude and zoom of the middle, as on the page; goes before `bounds`.
        title: What the map is about, "" for none.
        sources: The articles behind the map, one line each.
        note: What must be said of the collection, "" for nothing.
        layers: Layers in the map's own words, such as "nonames.areas-cells-30".
        palette: "conventional" for the colours that maps of a war usually have.

    Returns:
        The file. The same input gives the same bytes.

    Raises:
        BadChoiceError: Nothing to draw, or a size, theme or area that cannot be drawn.
    """
    if file_format not in get_args(FileFormat):
        msg = f"{file_format!r} is no kind of picture made here. Choose png, svg or pdf."
        raise BadChoiceError(msg)
    look = look_of(_as_theme(theme), collection, palette)
    plan = _plan(collection, day, size_px, look, bounds, view)
    chosen = layers_of(collection, day, layers)
    seen = tuple(_shown(_in_frame(plan.places, plan.frame), chosen))
    ground = ground_for(plan.focus, plan.frame)
    picture = Picture(day, place_id, plan.frame, seen, look, ground, plan.focus, chosen)
    sheet = Sheet(size_px, plan.layout.scale, look.token("panel"))
    draw_map(sheet, picture, plan.area)
    sheet.layer = 2
    meta = collection["whoheld"]
    legend = legend_of([place for place, _, _ in seen], meta["parties"])
    write_key(sheet, legend, look.column, replace(plan.layout.map, north=plan.area.south))
    facts = Facts(
        title,
        day,
        date.fromisoformat(meta["known_by"]) if meta.get("known_by") else None,
        legend,
        tuple(sources),
        int(meta.get("articles", 0)),
        int(meta.get("claims", 0)),
        note,
        chosen.words,
    )
    write_column(sheet, facts, look.column, plan.layout.column)
    return sheet.save(file_format)


def _shown(
    placed: Sequence[tuple[Shown, float, float]], layers: Layers
) -> list[tuple[Shown, float, float]]:
    """Leave out the places that are only mentioned where their layer is off."""
    return [one for one in placed if layers.mentions or one[0].state != "mentioned"]


def snapshot_png(  # noqa: PLR0913 (see snapshot_picture)
    fc: Mapping[str, Any],
    *,
    day: date,
    theme: str = "light",
    place_id: str = "",
    size_px: tuple[int, int] = (2400, 1600),
    bounds: Bounds | None = None,
    view: View | None = None,
    title: str = "",
    sources: Sequence[str] = (),
) -> bytes:
    """Draw the map of one day as PNG; see `snapshot_picture`."""
    return snapshot_picture(
        fc,
        day=day,
        theme=theme,
        place_id=place_id,
        size_px=size_px,
        bounds=bounds,
        view=view,
        title=title,
        sources=sources,
    )
