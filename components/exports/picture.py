"""The map of one day as a picture: drawn here, with no browser, in the design of the page."""

import math
from collections import Counter
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
from components.exports.states import Shown, places_of, states_on, unchanged
from components.mapview import Theme

View = tuple[float, float, float]

# The part of the map that the page leaves free beside its panel on an ordinary screen.
SCREEN_PX = (1048, 689)
SMALLEST_PX, LARGEST_PX = 320, 10_000
# Of the places of the country that has most, as in the map's history.js.
SUBJECT_SHARE = 0.06
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
    """A picture with its sheet divided, before anything is drawn.

    Args:
        layout: How the sheet is divided.
        south: Where the maps end and the key begins.
        panes: Where each map stands; two when two days are compared.
        frame: Part of the world seen, the same in both.
        days: What the places show, for each map.
        focus: Codes of the countries that the map is about.
    """

    layout: Layout
    south: float
    panes: tuple[Box, ...]
    frame: Frame
    days: tuple[tuple[Shown, ...], ...]
    focus: frozenset[str]


def _plan(
    collection: Mapping[str, Any],
    days: Sequence[date],
    size_px: tuple[int, int],
    look: Look,
    bounds: Bounds | None,
    view: View | None,
) -> _Plan:
    shown = tuple(states_on(collection, day) for day in days)
    # The key may only lose lines once the frame is known, so its room is kept beforehand.
    key = legend_of(shown[0], collection["whoheld"]["parties"], *shown[1:])
    layout = _layout(size_px, len(key.parties) + len(key.others))
    area = layout.above(key_height(key, look.column, layout.map.east))
    panes = _halves(area) if len(days) > 1 else (area,)
    every = shown[0] or places_of(collection)
    claimed = [place for place in every if place.state != "mentioned"] or every
    frame = _frame(every, bounds, view, panes[0])
    return _Plan(layout, area.south, panes, frame, shown, subjects(claimed))


def subjects(places: Sequence[Shown]) -> frozenset[str]:
    """Return the countries that a map is about; one with a place or two among many is none."""
    counts = Counter(place.country for place in places)
    most = max(counts.values(), default=0)
    return frozenset(code for code, times in counts.items() if times >= SUBJECT_SHARE * most)


def _halves(area: Box) -> tuple[Box, Box]:
    """Divide an area for two maps: side by side, or one above the other where it is tall."""
    if area.east >= area.south:
        middle = area.east / 2
        return replace(area, east=middle - 1), replace(area, west=middle + 1)
    middle = area.south / 2
    return replace(area, south=middle - 1), replace(area, north=middle + 1)


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
    plan = _plan(collection, [day], size_px, look, bounds, view)
    return {
        place.place_id: (x * plan.layout.scale, y * plan.layout.scale)
        for place, x, y in _in_frame(plan.days[0], plan.frame)
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
    compare: date | None = None,
    actors: Sequence[str] = (),
) -> bytes:
    """Draw the map of one day, or of two beside each other.

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
        compare: The second of two days, None for one map; what is the same on both steps back.
        actors: Ids of parties that stand out, places of others step back; none for all.

    Returns:
        The file. The same input gives the same bytes.

    Raises:
        BadChoiceError: Nothing to draw, or a size, theme or area that cannot be drawn.
    """
    if file_format not in get_args(FileFormat):
        msg = f"{file_format!r} is no kind of picture made here. Choose png, svg or pdf."
        raise BadChoiceError(msg)
    look = look_of(_as_theme(theme), collection, palette)
    days = [day] if compare is None else [day, compare]
    plan = _plan(collection, days, size_px, look, bounds, view)
    pictures = _pictures(collection, plan, look, days, (place_id, layers, frozenset(actors)))
    sheet = Sheet(size_px, plan.layout.scale, look.token("panel"))
    if compare:
        # What is left free between the two is the line that parts them.
        sheet.box(0, 0, plan.panes[-1].east, plan.south, look.token("ink"))
    for pane, picture in zip(plan.panes, pictures, strict=True):
        area = Box(0, 0, pane.east - pane.west, pane.south - pane.north)
        draw_map(sheet.part(pane) if compare else sheet, picture, area)
    sheet.layer = 2
    meta = collection["whoheld"]
    seen = [[place for place, _, _ in picture.seen] for picture in pictures]
    legend = legend_of(seen[0], meta["parties"], *seen[1:])
    write_key(sheet, legend, look.column, replace(plan.layout.map, north=plan.south))
    facts = Facts(
        title,
        day,
        date.fromisoformat(meta["known_by"]) if meta.get("known_by") else None,
        legend,
        tuple(sources),
        int(meta.get("articles", 0)),
        int(meta.get("claims", 0)),
        note,
        pictures[0].layers.words,
        compare,
    )
    write_column(sheet, facts, look.column, plan.layout.column)
    return sheet.save(file_format)


def _pictures(
    collection: Mapping[str, Any],
    plan: _Plan,
    look: Look,
    days: Sequence[date],
    chosen: tuple[str, str, frozenset[str]],
) -> list[Picture]:
    """Return what each map is drawn from.

    Args:
        collection: What is drawn.
        plan: How the sheet is divided.
        look: Colours.
        days: The days, one for each map.
        chosen: The chosen place, the layers, and the parties that stand out.
    """
    place_id, words, actors = chosen
    ground = ground_for(plan.focus, plan.frame)
    same = unchanged(*plan.days) if len(days) > 1 else frozenset()
    roles = ("First day", "Second day") if len(days) > 1 else ("",)
    found = []
    for day, role, places in zip(days, roles, plan.days, strict=True):
        layers = layers_of(collection, day, words)
        seen = tuple(_shown(_in_frame(places, plan.frame), layers))
        others = {p.place_id for p in places if actors and not actors & set(p.parties)}
        picture = Picture(day, place_id, plan.frame, seen, look, ground, plan.focus, layers)
        found.append(replace(picture, pale=same | others, role=role))
    return found


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
