"""The built-in map's files, read into outlines: the world, and countries in detail."""

import base64
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from matplotlib.path import Path

from components.exports.ground import Country, Ground, Outline, Sea, Word
from components.exports.outlines import vertices_of
from components.exports.projection import Array, Frame, to_world
from components.mapview import asset_text

# From here on the coarse outlines of the world file show their corners.
DETAIL_FROM_ZOOM = 4.0


def _numbers(text: str) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return the numbers of a block: base64 of varints that carry their sign in the last bit."""
    block = np.frombuffer(base64.b64decode(text), dtype=np.uint8)
    if not len(block):
        return np.zeros(0, dtype=np.int64)
    ends = np.flatnonzero(block < 0x80)
    starts = np.concatenate(([0], ends[:-1] + 1))
    place = np.arange(len(block)) - np.repeat(starts, ends - starts + 1)
    parts = (block & 0x7F).astype(np.int64) << (7 * place)
    values = np.add.reduceat(parts, starts)
    signed: np.ndarray[Any, np.dtype[np.int64]] = (values >> 1) ^ -(values & 1)
    return signed


def decode(text: str, scale: float) -> list[Array]:
    """Return the lines of a block, each as rows of longitude and latitude in degrees."""
    numbers = _numbers(text)
    lines, at = [], 0
    while at < len(numbers):
        count = int(numbers[at])
        steps = numbers[at + 1 : at + 1 + 2 * count].reshape(-1, 2)
        degrees: Array = np.cumsum(steps, axis=0).astype(np.float64) * scale
        lines.append(degrees)
        at += 1 + 2 * count
    return lines


def _outline(degrees: Array, *, closed: bool) -> Outline:
    x, y = to_world(degrees[:, 0], degrees[:, 1])
    points = np.column_stack([x, y])
    if closed and not np.array_equal(points[0], points[-1]):
        points = np.vstack([points, points[:1]])
    codes = None
    if closed:
        codes = [Path.MOVETO, *[Path.LINETO] * (len(points) - 2), Path.CLOSEPOLY]
    west, north = points.min(axis=0)
    east, south = points.max(axis=0)
    return Outline(Path(points, codes), float(west), float(north), float(east), float(south))


def _is_inside(ring: Outline, other: Outline) -> bool:
    if not (
        other.west <= ring.west
        and ring.east <= other.east
        and other.north <= ring.north
        and ring.south <= other.south
    ):
        return False
    return bool(other.path.contains_point(tuple(vertices_of(ring.path)[0])))


def _lands(lines: Sequence[Array]) -> tuple[Outline, ...]:
    """Return rings as areas; a ring inside another is a hole in it (an enclave, say)."""
    rings = [_outline(line, closed=True) for line in lines if len(line) > 2]
    rings.sort(key=lambda ring: (ring.east - ring.west) * (ring.south - ring.north), reverse=True)
    holes: dict[int, list[Outline]] = {}
    for number, ring in enumerate(rings):
        holder = next((n for n in range(number) if _is_inside(ring, rings[n])), None)
        holes.setdefault(number if holder is None else holder, []).append(ring)
    areas = []
    for number, members in holes.items():
        outer = rings[number]
        if members == [outer]:
            areas.append(outer)
            continue
        turned = [_wound(ring.path, outward=ring is outer) for ring in members]
        path = Path.make_compound_path(*turned)
        areas.append(Outline(path, outer.west, outer.north, outer.east, outer.south))
    return tuple(areas)


def _wound(path: Path, *, outward: bool) -> Path:
    """Return a ring that runs one way round if it is an edge, the other way if it is a hole."""
    points = vertices_of(path)
    x, y = points[:, 0], points[:, 1]
    twice_area = float(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))
    return path if (twice_area > 0) is outward else Path(points[::-1], path.codes)


@lru_cache(maxsize=1)
def _world() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(asset_text("basemap/world.json"))
    return loaded


@lru_cache(maxsize=1)
def _coarse() -> tuple[tuple[str, str, tuple[Outline, ...]], ...]:
    world = _world()
    return tuple(
        (each["code"], each["name"], _lands(decode(each["rings"], world["scale"])))
        for each in world["countries"]
    )


@lru_cache(maxsize=1)
def _water() -> tuple[tuple[Outline, ...], tuple[Outline, ...]]:
    world = _world()
    lakes = _lands(decode(world["lakes"], world["water_scale"]))
    rivers = decode(world["rivers"], world["water_scale"])
    return lakes, tuple(_outline(line, closed=False) for line in rivers if len(line) > 1)


@lru_cache(maxsize=64)
def _detail(code: str) -> tuple[tuple[Outline, ...], tuple[Outline, ...], tuple[Word, ...]]:
    """Return a country's land, the lines between its provinces, and their names."""
    loaded = json.loads(asset_text(f"basemap/{code}.json"))
    lines = [line for line in decode(loaded["lines"], loaded["scale"]) if len(line) > 1]
    words = [Word(name, float(lon), float(lat)) for name, lat, lon in loaded["names"]]
    return (
        _lands(decode(loaded["rings"], loaded["scale"])),
        tuple(_outline(line, closed=False) for line in lines),
        tuple(words),
    )


def _meets(lands: Sequence[Outline], frame: Frame) -> bool:
    east = frame.west + frame.width / frame.px_per_world
    south = frame.north + frame.height / frame.px_per_world
    return any(
        one.north <= south
        and one.south >= frame.north
        and any(one.west + t <= east and one.east + t >= frame.west for t in (-1, 0, 1))
        for one in lands
    )


def ground_for(focus: Iterable[str], frame: Frame) -> Ground:
    """Return the ground that a frame shows; `focus` are the countries it is about."""
    in_detail = frame.zoom >= DETAIL_FROM_ZOOM
    chosen = frozenset(focus)
    countries: list[Country] = []
    provinces: list[Outline] = []
    words: list[Word] = []
    for code, name, coarse in _coarse():
        if not _meets(coarse, frame):
            continue
        lands = coarse
        if in_detail:
            lands, lines, names = _detail(code)
            if code in chosen:
                provinces += lines
                words += names
        countries.append(Country(code, name, lands))
    lakes, rivers = _water()
    seas = tuple(Sea(name, *box) for name, *box in _world()["seas"])
    return Ground(tuple(countries), lakes, rivers, tuple(provinces), tuple(words), seas)
