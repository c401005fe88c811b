"""Names beside marks: eight positions tried for each, the important first, else left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path

from components.exports.projection import Array
from components.exports.typeset import Type, width_px

CELL_PX = 48.0
CAP_HEIGHT = 0.72
DESCENT = 0.22
DIAGONAL = 0.72
# An important name that finds no position beside its mark is tried this much further off.
FURTHER_PX = 8.0
# Under more marks than this a name can no longer be read.
MOST_MARKS_OVER = 2
# Beyond this many, names of small places would cover the map they explain.
SMALL_NAMES_UP_TO = 140


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in pixels."""

    west: float
    north: float
    east: float
    south: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.west < other.east
            and other.west < self.east
            and self.north < other.south
            and other.north < self.south
        )

    def lies_in(self, other: "Box") -> bool:
        """Whether this one lies wholly in the other."""
        return (
            self.west >= other.west
            and self.east <= other.east
            and self.north >= other.north
            and self.south <= other.south
        )


class Room:
    """What is taken already, in cells, so that asking stays cheap with thousands of boxes."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    @staticmethod
    def _cells_of(box: Box) -> Iterable[tuple[int, int]]:
        for column in range(int(box.west // CELL_PX), int(box.east // CELL_PX) + 1):
            for row in range(int(box.north // CELL_PX), int(box.south // CELL_PX) + 1):
                yield column, row

    def take(self, box: Box) -> None:
        """Keep this rectangle free from now on."""
        for cell in self._cells_of(box):
            self._cells.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        """Whether nothing taken meets this rectangle."""
        return not any(
            box.meets(other) for cell in self._cells_of(box) for other in self._cells.get(cell, ())
        )

    def crowd(self, box: Box, at_most: int) -> int:
        """Return how many of the taken rectangles meet this one; stop above `at_most`."""
        met: set[int] = set()
        for cell in self._cells_of(box):
            for other in self._cells.get(cell, ()):
                if box.meets(other):
                    met.add(id(other))
                    if len(met) > at_most:
                        return len(met)
        return len(met)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants to stand beside a point; a lower `rank` is placed earlier.

    A name that `may_crowd` stands under small marks rather than not at all.
    """

    text: str
    x: float
    y: float
    reach: float
    style: Type
    colour: str
    rank: tuple[int, ...]
    may_crowd: bool = False


@dataclass(frozen=True, slots=True)
class PlacedName:
    """A name with the place found for it: left end, baseline."""

    name: Name
    x: float
    baseline: float
    box: Box


def _positions(name: Name, further_px: float = 0.0) -> Iterable[tuple[Box, float, float]]:
    """Yield box, left end and baseline of the eight positions, best first: right, left, …"""
    width = width_px(name.text, name.style)
    up, down = CAP_HEIGHT * name.style.size_px, DESCENT * name.style.size_px
    away = name.reach + 2.5 + further_px
    slant = name.reach * DIAGONAL + 1.5 + further_px
    level = name.y + up / 2
    above, below = name.y - away - down, name.y + away + up
    for x, baseline in (
        (name.x + away, level),
        (name.x - away - width, level),
        (name.x - width / 2, above),
        (name.x - width / 2, below),
        (name.x + slant, name.y - slant),
        (name.x + slant, name.y + slant + up),
        (name.x - slant - width, name.y - slant),
        (name.x - slant - width, name.y + slant + up),
    ):
        yield Box(x - 1, baseline - up - 1, x + width + 1, baseline + down + 1), x, baseline


def _spot(name: Name, room: Room, large_only: Room, sheet: Box) -> PlacedName | None:
    spots = [spot for spot in _positions(name) if spot[0].lies_in(sheet)]
    for box, x, baseline in spots:
        if room.is_free(box):
            return PlacedName(name, x, baseline, box)
    if not name.may_crowd:
        return None
    for box, x, baseline in _positions(name, FURTHER_PX):
        if box.lies_in(sheet) and room.is_free(box):
            return PlacedName(name, x, baseline, box)
    crowded = [
        (room.crowd(spot[0], MOST_MARKS_OVER), spot)
        for spot in spots
        if large_only.is_free(spot[0])
    ]
    met, spot = min(crowded, key=lambda each: each[0], default=(MOST_MARKS_OVER + 1, None))
    if spot is None or met > MOST_MARKS_OVER:
        return None
    box, x, baseline = spot
    return PlacedName(name, x, baseline, box)


def place_names(
    names: Sequence[Name], room: Room, large_only: Room, sheet: Box
) -> list[PlacedName]:
    """Return the names for which a position was found; both rooms then hold them too.

    Args:
        names: Names to place.
        room: All that is taken.
        large_only: What is taken without the small marks, for names that may stand under them.
        sheet: Where names may stand.
    """
    placed = []
    for name in sorted(names, key=lambda each: (each.rank, each.text, each.x, each.y)):
        spot = _spot(name, room, large_only, sheet)
        if spot is not None:
            room.take(spot.box)
            large_only.take(spot.box)
            placed.append(spot)
    return placed


def roomiest_point(
    area: Path, width: float, height: float, room: Room, sheet: Box, *, avoid: Path | None = None
) -> tuple[float, float] | None:
    """Return the centre of a free rectangle of this size near the middle of an area.

    Args:
        area: What the rectangle must lie in, in pixels.
        width: Pixels.
        height: Pixels.
        room: What is taken already.
        sheet: What the rectangle must lie in, too.
        avoid: What no part of it may lie on.

    Returns:
        Pixels, or None where there is no such rectangle.
    """
    bounds = area.get_extents()
    west, east = max(bounds.x0, sheet.west), min(bounds.x1, sheet.east)
    north, south = max(bounds.y0, sheet.north), min(bounds.y1, sheet.south)
    if east - west < width or south - north < height:
        return None
    columns = np.linspace(west + width / 2, east - width / 2, 28)
    rows = np.linspace(north + height / 2, south - height / 2, 24)
    points = np.array([(x, y) for y in rows for x in columns])
    offsets = [
        np.array([dx * width / 4, dy * height / 2]) for dx in range(-2, 3) for dy in (-1, 0, 1)
    ]
    fits = np.all([area.contains_points(points + offset) for offset in offsets], axis=0)
    if avoid is not None:
        fits &= ~np.any([avoid.contains_points(points + offset) for offset in offsets], axis=0)
    candidates: Array = points[fits]
    if not len(candidates):
        return None
    middle = candidates.mean(axis=0)
    order = np.argsort(np.hypot(*(candidates - middle).T), kind="stable")
    for x, y in candidates[order]:
        box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        if room.is_free(box):
            return float(x), float(y)
    return None
