"""Marks of the map as outlines to fill and stroke, in pixels round their centre, y downward.

The numbers are those of the marks on the screen (`components.mapview.marks`), so that a saved
picture and the page show the same silhouettes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from matplotlib.path import Path

from components.exports.outlines import vertices_of
from components.exports.states import Shown
from components.exports.typeset import Type, outline, width_px

CASING = 1.25
OUTLINE = 0.75
HALO = 7.0
HALO_OPACITY = 0.26
STALE_FILL = 0.3
STALE_STROKE = 0.5
# The same as in the map's sprites.js.
STEPPED_BACK = 0.3
ORBIT = 3.1
ORBIT_SELECTED = 8.4
DASH = (2.6, 2.6)
SMALLEST_INFERRED = 5.0
RADIUS = {1: 4.1, 2: 5.4, 3: 7.4}


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline with its paint; a colour of "" paints nothing."""

    path: Path
    fill: str = ""
    fill_opacity: float = 1.0
    stroke: str = ""
    stroke_width: float = 0.0
    stroke_opacity: float = 1.0
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours that all marks share: land beneath, black (or white) of frames, grey of unknown."""

    land: str
    ink: str
    unknown: str


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours of one party in the theme drawn, and the letter that tells greys apart."""

    fill: str
    outline: str
    letter: str = ""


def radius_of(importance: int, zoom: float) -> float:
    """Radius in pixels of a place's mark at a zoom as Leaflet counts it."""
    grown = 4.0 if zoom >= 8.4 else 2.0 if zoom >= 7.6 else 0.0
    return RADIUS.get(importance, RADIUS[1]) + grown / 2


@lru_cache(maxsize=256)
def circle(radius: float) -> Path:
    """Return a circle round the origin."""
    unit = Path.unit_circle()
    return Path(vertices_of(unit) * radius, unit.codes)


@lru_cache(maxsize=64)
def _half_disc(radius: float, side: int) -> Path:
    """Return an upright half of a disc, pulled aside; `side` is -1 left or 1 right."""
    gap = 0.19 * radius + 0.3
    arc = Path.arc(-90, 90)
    points = vertices_of(arc)
    vertices = np.vstack([points, points[:1]]) * radius
    vertices[:, 0] = side * (vertices[:, 0] + gap)
    return Path(vertices, [*np.asarray(arc.codes), Path.CLOSEPOLY])


@lru_cache(maxsize=256)
def _turned_rectangle(x: float, y: float, width: float, height: float) -> Path:
    """Return a rectangle turned by 45° round the origin."""
    corners = np.array([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    half = math.sqrt(0.5)
    turned = corners @ np.array([(half, half), (-half, half)])
    return Path(np.vstack([turned, turned[:1]]), closed=True)


def _letter(sign: str, size_px: float, colour: str) -> list[Shape]:
    """Return the letter that tells parties without a hue apart, centred; nothing for ""."""
    style = Type("sans-700", size_px)
    path = outline(sign, style, -width_px(sign, style) / 2, 0.36 * size_px) if sign else None
    return [Shape(path, colour)] if path else []


def _disc(radius: float, paint: Paint, ink: Ink) -> list[Shape]:
    disc = Shape(circle(radius), paint.fill, stroke=paint.outline, stroke_width=OUTLINE)
    return [disc, *_letter(paint.letter, 1.3 * radius, ink.land)]


def _ring(radius: float, paint: Paint, ink: Ink) -> list[Shape]:
    width = max(2.1, 0.4 * radius)
    return [
        Shape(circle(radius - width / 2), ink.land, stroke=paint.fill, stroke_width=width),
        Shape(circle(radius), stroke=paint.outline, stroke_width=OUTLINE),
        # The hole of a small ring has no room for a letter.
        *_letter(paint.letter if radius >= 6 else "", 0.95 * radius, paint.outline),
    ]


def _inferred(radius: float, paint: Paint, ink: Ink) -> list[Shape]:
    return [
        Shape(circle(radius - 0.7), ink.land, stroke=paint.fill, stroke_width=1.4),
        Shape(circle(max(1.5, 0.36 * radius)), paint.fill),
    ]


def _diamond(radius: float, paints: Sequence[Paint], ink: Ink) -> list[Shape]:
    side = 1.72 * radius
    bands = max(2 if radius < 5 else 4, len(paints))
    width, start = side / bands, -side / 2
    casing = side + 2 * CASING
    shapes = [Shape(_turned_rectangle(-casing / 2, -casing / 2, casing, casing), ink.land)]
    for number in range(bands):
        # A thin gap keeps neighbours apart in greyscale; the first band needs none.
        gap = 0.35 if number else 0.0
        band = _turned_rectangle(start + number * width + gap, start, width - gap, side)
        shapes.append(Shape(band, paints[number % len(paints)].fill))
    frame = _turned_rectangle(start, start, side, side)
    return [*shapes, Shape(frame, stroke=ink.ink, stroke_width=1.0)]


def _split(radius: float, paints: Sequence[Paint]) -> list[Shape]:
    first, second = paints[0], paints[-1]
    return [
        Shape(_half_disc(radius, -1), first.fill, stroke=first.outline, stroke_width=OUTLINE),
        Shape(_half_disc(radius, 1), second.fill, stroke=second.outline, stroke_width=OUTLINE),
    ]


def _faded(shape: Shape) -> Shape:
    return Shape(
        shape.path,
        shape.fill,
        STALE_FILL,
        shape.stroke,
        shape.stroke_width,
        STALE_STROKE,
        shape.dash,
    )


def _body(place: Shown, radius: float, paints: Sequence[Paint], ink: Ink) -> list[Shape]:
    """Return the mark itself, without what the day adds round it."""
    grey = Paint(ink.unknown, ink.unknown)
    known = paints or (grey,)
    match place.mark:
        case "mentioned":
            return [Shape(circle(max(1.8, 0.34 * radius)), ink.unknown)]
        case "unknown":
            ring = circle(0.74 * radius)
            return [Shape(ring, ink.land, stroke=ink.unknown, stroke_width=1.25)]
        case "contested":
            return _diamond(radius, known, ink)
        case "disputed":
            body = _split(radius, known)
        case "inferred":
            return _inferred(max(radius, SMALLEST_INFERRED), known[0], ink)
        case "ring":
            body = _ring(radius, known[0], ink)
        case _:
            body = _disc(radius, known[0], ink)
    return [Shape(circle(radius + CASING), ink.land), *body]


def mark_shapes(
    place: Shown, radius: float, paints: Sequence[Paint], ink: Ink, *, selected: bool = False
) -> tuple[Shape, ...]:
    """Return a place's mark, lowest shape first.

    Args:
        place: What the place shows.
        radius: Pixels.
        paints: Colours of its parties, in their order.
        ink: Colours that all marks share.
        selected: Whether the place is the chosen one.
    """
    shapes: list[Shape] = []
    inferred = place.mark == "inferred"
    if place.changed and not inferred and paints:
        shapes.append(Shape(circle(radius + HALO), paints[-1].fill, HALO_OPACITY))
    body = _body(place, radius, paints, ink)
    if place.stale:
        # The casing stays whole, or what lies beneath would show through.
        keep = 0 if place.mark in ("inferred", "unknown") else 1
        body = body[:keep] + [_faded(shape) for shape in body[keep:]]
    shapes += body
    if place.date_uncertain:
        orbit = circle(radius + (ORBIT_SELECTED if selected else ORBIT))
        shapes.append(Shape(orbit, stroke=ink.ink, stroke_width=1.3, dash=DASH))
    if selected:
        ring = circle(radius + 4.6)
        shapes.append(Shape(ring, stroke=ink.land, stroke_width=3.5))
        shapes.append(Shape(ring, stroke=ink.ink, stroke_width=2.0))
    return tuple(shapes)


def stepped_back(shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """Return a mark that leaves the eye to others: its colours at three tenths."""
    return tuple(
        replace(
            shape,
            fill_opacity=STEPPED_BACK * shape.fill_opacity,
            stroke_opacity=STEPPED_BACK * shape.stroke_opacity,
        )
        for shape in shapes
    )


def reach_of(place: Shown, radius: float, *, selected: bool = False) -> float:
    """Half the side of the square, in pixels, that a mark keeps free of names."""
    if selected:
        return radius + 6.5
    if place.state == "mentioned":
        return max(1.8, 0.34 * radius)
    return radius + (ORBIT + 1 if place.date_uncertain else 1.0)
