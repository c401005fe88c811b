"""The ground under the marks: land, water, borders and names, painted into a frame."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from components.exports.outlines import joined, vertices_of
from components.exports.projection import Frame
from components.exports.sheet import Sheet

# Outlines are cut off a little outside the frame, so that their strokes do not show the cut.
BLEED_PX = 20.0


@dataclass(frozen=True, slots=True)
class Outline:
    """A polygon (outer ring and holes) or a line in world coordinates, with its bounds."""

    path: Path
    west: float
    north: float
    east: float
    south: float


@dataclass(frozen=True, slots=True)
class Country:
    """A country's land; `code` is ISO 3166-1 alpha-2, "" where none applies."""

    code: str
    name: str
    land: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A name and the point, in degrees, where it may stand."""

    text: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Sea:
    """A sea's name and the box, in degrees, in whose open water it may stand."""

    text: str
    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Ground:
    """All that the built-in map knows of an area."""

    countries: tuple[Country, ...]
    lakes: tuple[Outline, ...]
    rivers: tuple[Outline, ...]
    provinces: tuple[Outline, ...]
    province_names: tuple[Word, ...]
    seas: tuple[Sea, ...]


@dataclass(frozen=True, slots=True)
class GroundColours:
    """Colours of the ground in one theme."""

    land: str
    land_neighbour: str
    water: str
    river: str
    border: str
    border_neighbour: str
    admin: str


def _seen(outlines: Sequence[Outline], frame: Frame) -> Iterator[Path]:
    """Yield the outlines that meet the frame, in its pixels, once for each turn of the world."""
    bleed = BLEED_PX / frame.px_per_world
    west, north = frame.west - bleed, frame.north - bleed
    east = frame.west + frame.width / frame.px_per_world + bleed
    south = frame.north + frame.height / frame.px_per_world + bleed
    for one in outlines:
        if one.south < north or one.north > south:
            continue
        for turn in (-1.0, 0.0, 1.0):
            if one.east + turn < west or one.west + turn > east:
                continue
            shift = np.array([turn - frame.west, -frame.north])
            moved = (vertices_of(one.path) + shift) * frame.px_per_world
            yield Path(moved, one.path.codes)


def _sheet_box(frame: Frame) -> Bbox:
    return Bbox.from_extents(-BLEED_PX, -BLEED_PX, frame.width + BLEED_PX, frame.height + BLEED_PX)


def land_in(country: Country, frame: Frame) -> Path | None:
    """Return what the frame shows of a country, in its pixels."""
    return _cut_areas(country.land, frame)


def _cut_areas(outlines: Sequence[Outline], frame: Frame) -> Path | None:
    box = _sheet_box(frame)
    return joined(path.clip_to_bbox(box) for path in _seen(outlines, frame))


def _cut_lines(outlines: Sequence[Outline], frame: Frame) -> Path | None:
    box = _sheet_box(frame)
    clip = (box.x0, box.y0, box.x1, box.y1)
    return joined(path.cleaned(clip=clip) for path in _seen(outlines, frame))


def _line_share(frame: Frame) -> float:
    """Share of its full width that a line has: thinner where whole countries are small."""
    return min(1.0, max(0.4, (frame.zoom - 0.5) / 4.5))


def paint(
    sheet: Sheet, ground: Ground, frame: Frame, colours: GroundColours, focus: frozenset[str]
) -> None:
    """Paint the ground; `focus` holds the codes of the countries that the picture is about."""
    sheet.box(0, 0, frame.width, frame.height, colours.water)
    share = _line_share(frame)
    for country in ground.countries:
        land = None if country.code in focus else land_in(country, frame)
        if land:
            sheet.area(land, colours.land_neighbour)
            sheet.line(land, colours.border_neighbour, 0.8 * share)
    chosen = [country for country in ground.countries if country.code in focus]
    lands = [land for country in chosen if (land := land_in(country, frame))]
    for land in lands:
        sheet.area(land, colours.land)
    if provinces := _cut_lines(ground.provinces, frame):
        sheet.line(provinces, colours.admin, share)
    if lakes := _cut_areas(ground.lakes, frame):
        sheet.area(lakes, colours.water)
        sheet.line(lakes, colours.river, 0.8 * share)
    if rivers := _cut_lines(ground.rivers, frame):
        sheet.line(rivers, colours.river, 1.6 * share)
    for land in lands:
        sheet.line(land, colours.border, 1.6 * share)
