"""The map of a picture: ground, marks, names, date and scale."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from matplotlib.path import Path

from components.exports.colours import Look
from components.exports.ground import Ground, land_in, paint
from components.exports.labels import (
    SMALL_NAMES_UP_TO,
    Box,
    Name,
    Room,
    place_names,
    roomiest_point,
)
from components.exports.layers import Layers, draw_land
from components.exports.outlines import joined
from components.exports.projection import Frame
from components.exports.shapes import Shape, mark_shapes, radius_of, reach_of, stepped_back
from components.exports.sheet import Halo, Sheet
from components.exports.states import Shown
from components.exports.typeset import Type, cut, drawable, width_px
from components.territory import format_day

DATE = Type("serif-600", 32)
SUBTITLE = Type("sans-400", 14)
COUNTRY = Type("sans-500", 12, 0.16)
PROVINCE = Type("sans-400", 10.5, 0.14)
SEA = Type("serif-400-italic", 14, 0.04)
SCALE = Type("sans-500", 11)
NAMES = {1: Type("sans-400", 11.5), 2: Type("sans-500", 12.5), 3: Type("sans-600", 13.5)}
CHOSEN_NAME = Type("sans-700", 15)
MAP_EDGE_PX = 24.0
PROVINCE_NAMES_FROM_ZOOM = 7.0


@dataclass(frozen=True, slots=True)
class Picture:
    """What one map is drawn from.

    Args:
        day: Day shown.
        place_id: The chosen place, "" for none.
        frame: Part of the world seen.
        seen: The places in it, with x and y.
        look: Colours.
        ground: Land, water and lines.
        focus: Codes of the countries that the map is about.
        layers: What of the map's layers is shown.
        pale: Ids of places that step back.
        role: What the day is of two compared, "" for the only one.
    """

    day: date
    place_id: str
    frame: Frame
    seen: tuple[tuple[Shown, float, float], ...]
    look: Look
    ground: Ground
    focus: frozenset[str]
    layers: Layers
    pale: frozenset[str] = frozenset()
    role: str = ""


def _draw_marks(sheet: Sheet, picture: Picture) -> None:
    placed: list[tuple[float, float, Sequence[Shape]]] = []
    # Large above small, the chosen place above all; then from north to south.
    order = sorted(
        picture.seen,
        key=lambda one: (
            one[0].place_id == picture.place_id,
            one[0].place_id not in picture.pale,
            one[0].state != "mentioned",
            one[0].importance,
            one[2],
            one[0].place_id,
        ),
    )
    for place, x, y in order:
        paints = tuple(picture.look.paints[party] for party in place.parties)
        radius = radius_of(place.importance, picture.frame.zoom)
        chosen = place.place_id == picture.place_id
        shapes = mark_shapes(place, radius, paints, picture.look.marks, selected=chosen)
        if place.place_id in picture.pale and not chosen:
            shapes = stepped_back(shapes)
        placed.append((x, y, shapes))
    sheet.marks(placed)


def _names(picture: Picture) -> list[Name]:
    token = picture.look.token
    small_too = len(picture.seen) <= SMALL_NAMES_UP_TO or picture.frame.zoom >= 8.5
    names = []
    for place, x, y in picture.seen:
        chosen = place.place_id == picture.place_id
        if place.importance < 2 and not small_too and not chosen:
            continue
        style = CHOSEN_NAME if chosen else NAMES.get(place.importance, NAMES[1])
        mentioned = place.state == "mentioned"
        if mentioned and not chosen:
            style = NAMES[1]
        text = drawable(place.name, style.face)
        if not text:
            continue
        radius = radius_of(place.importance, picture.frame.zoom)
        colour = token("ink_third") if mentioned else token("label")
        rank = (not chosen, mentioned, -place.importance)
        names.append(
            Name(
                *(text, x, y, reach_of(place, radius, selected=chosen), style, colour, rank),
                may_crowd=chosen or place.importance >= 3,
            )
        )
    return names


def _write_names(sheet: Sheet, picture: Picture, room: Room, large_only: Room, area: Box) -> None:
    for place, x, y in picture.seen:
        chosen = place.place_id == picture.place_id
        reach = reach_of(place, radius_of(place.importance, picture.frame.zoom), selected=chosen)
        box = Box(x - reach, y - reach, x + reach, y + reach)
        room.take(box)
        if place.importance >= 3 or chosen:
            large_only.take(box)
    halo = Halo(picture.look.token("land"), 1.7)
    placed = place_names(_names(picture), room, large_only, area)
    _write_countries(sheet, picture, room, area)
    _write_provinces(sheet, picture, room, area)
    _write_seas(sheet, picture, room, area)
    for one in placed:
        name = one.name
        sheet.words(name.text, name.style, one.x, one.baseline, name.colour, halo=halo)


def _write_countries(sheet: Sheet, picture: Picture, room: Room, area: Box) -> None:
    token = picture.look.token
    for country in picture.ground.countries:
        # The country shown needs no name in its own middle, where the places stand.
        if country.code in picture.focus and len(picture.focus) == 1:
            continue
        land = land_in(country, picture.frame)
        text = drawable(country.name.upper(), COUNTRY.face)
        if land is None or not text:
            continue
        spot = roomiest_point(land, width_px(text, COUNTRY) + 12, 22, room, area)
        if spot:
            under = "land" if country.code in picture.focus else "land_neighbour"
            halo = Halo(token(under), 1.5)
            _write_centred(sheet, room, text, COUNTRY, spot, token("country"), halo)


def _write_centred(
    sheet: Sheet,
    room: Room,
    text: str,
    style: Type,
    spot: tuple[float, float],
    colour: str,
    halo: Halo | None = None,
) -> None:
    x, y = spot
    half = width_px(text, style) / 2 + 8
    room.take(Box(x - half, y - 12, x + half, y + 12))
    baseline = y + 0.36 * style.size_px
    sheet.words(text, style, x, baseline, colour, align="centre", halo=halo)


def _write_provinces(sheet: Sheet, picture: Picture, room: Room, area: Box) -> None:
    if picture.frame.zoom < PROVINCE_NAMES_FROM_ZOOM:
        return
    colour = picture.look.token("country")
    for word in picture.ground.province_names:
        text = drawable(word.text.upper(), PROVINCE.face)
        xs, ys = picture.frame.place(np.array([word.lon]), np.array([word.lat]))
        x, y = float(xs[0]), float(ys[0])
        half = width_px(text, PROVINCE) / 2 + 6
        box = Box(x - half, y - 10, x + half, y + 10)
        if box.lies_in(area) and room.is_free(box):
            _write_centred(sheet, room, text, PROVINCE, (x, y), colour)


def _write_seas(sheet: Sheet, picture: Picture, room: Room, area: Box) -> None:
    frame = picture.frame
    lands = [land_in(country, frame) for country in picture.ground.countries]
    land = joined(path for path in lands if path)
    named: set[str] = set()
    for sea in picture.ground.seas:
        if sea.text in named:
            continue
        xs, ys = frame.place(np.array([sea.west, sea.east]), np.array([sea.north, sea.south]))
        corners = [(xs[0], ys[0]), (xs[1], ys[0]), (xs[1], ys[1]), (xs[0], ys[1])]
        if xs[0] >= xs[1]:
            continue
        water = Path([*corners, corners[0]], closed=True)
        size = width_px(sea.text, SEA) + 16, 26.0
        spot = roomiest_point(water, *size, room, area, avoid=land)
        if spot:
            named.add(sea.text)
            _write_centred(sheet, room, sea.text, SEA, spot, picture.look.token("country"))


def _round_km(longest_km: float) -> float:
    power = 10.0 ** math.floor(math.log10(longest_km))
    return max(step * power for step in (1, 2, 5) if step * power <= longest_km)


def _write_scale(sheet: Sheet, picture: Picture) -> Box:
    """Draw the scale bar, true at its own height on the map, and the north arrow."""
    token, frame = picture.look.token, picture.frame
    right, base = frame.width - MAP_EDGE_PX, frame.height - MAP_EDGE_PX
    km_per_px = frame.km_per_px(base)
    length_km = _round_km(140 * km_per_px)
    length = length_km / km_per_px
    left = right - length
    ink, halo = token("ink_second"), Halo(token("land_neighbour"), 2)
    bar = Path([(left, base - 5), (left, base), (right, base), (right, base - 5)])
    sheet.line(bar, halo.colour, 4, square=True)
    sheet.line(bar, ink, 1.25, square=True)
    text = f"{length_km:,.0f} km" if length_km >= 1 else f"{length_km * 1000:.0f} m"
    sheet.words(text, SCALE, (left + right) / 2, base - 9, ink, align="centre", halo=halo)
    x, top = left - 22, base - 26
    arrow = Path([(x, top), (x + 5, base), (x, base - 5), (x - 5, base), (x, top)], closed=True)
    sheet.line(arrow, halo.colour, 4)
    sheet.area(arrow, ink)
    sheet.words("N", SCALE, x, top - 4, ink, align="centre", halo=halo)
    return Box(x - 12, top - 18, right + 4, base + 6)


def _day_line(picture: Picture) -> str:
    """Return what stands under the date: the chosen place's state, else what changed."""
    if picture.role:
        return picture.role
    chosen = next((p for p, _, _ in picture.seen if p.place_id == picture.place_id), None)
    if chosen and chosen.words:
        uncertain = " Day of change uncertain." if chosen.date_uncertain else ""
        return f"{chosen.name}: {chosen.words[:1].lower()}{chosen.words[1:]}.{uncertain}"
    changed = sorted(
        (place for place, _, _ in picture.seen if place.changed_on == picture.day),
        key=lambda place: (-place.importance, place.name),
    )
    if not changed:
        return ""
    names = [place.name for place in changed]
    if len(names) > 3:
        names = [*names[:3], f"{len(names) - 3} more"]
    listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
    return f"Changed that day: {listed}."


def _write_date(sheet: Sheet, picture: Picture) -> Box:
    token = picture.look.token
    halo = Halo(token("land_neighbour"), 3)
    text, x = format_day(picture.day), MAP_EDGE_PX
    sheet.words(text, DATE, x, 52, token("ink"), halo=halo)
    width = width_px(text, DATE)
    room_px = picture.frame.width - 2 * MAP_EDGE_PX
    line = cut(drawable(_day_line(picture), SUBTITLE.face), SUBTITLE, room_px)
    if line:
        sheet.words(line, SUBTITLE, x, 78, token("ink_second"), halo=replace(halo, width_px=2))
        width = max(width, width_px(line, SUBTITLE))
    return Box(0, 0, x + width + 12, 90 if line else 66)


def draw_map(sheet: Sheet, picture: Picture, area: Box) -> None:
    """Draw a map into an area of the sheet."""
    paint(sheet, picture.ground, picture.frame, picture.look.ground, picture.focus)
    draw_land(sheet, picture.layers.land, picture.frame, picture.look)
    room, large_only = Room(), Room()
    # Names make room for date and scale, which lie above the marks.
    sheet.layer = 1
    for box in (_write_date(sheet, picture), _write_scale(sheet, picture)):
        room.take(box)
        large_only.take(box)
    sheet.layer = 0
    if picture.layers.names:
        _write_names(sheet, picture, room, large_only, area)
    if picture.layers.marks:
        _draw_marks(sheet, picture)
