"""Land by holder between the ground and the marks of a picture, as the page's layers draw it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from matplotlib.path import Path

from components.exports.areas import Polygon, areas_on, district_members, province_members
from components.exports.colours import Look
from components.exports.projection import Frame
from components.exports.sheet import Sheet
from components.exports.states import Shown

# The same as in the map's areas_tints.js.
_OPACITY: Final = {"light": 0.36, "dark": 0.42}
_INFERRED, _OLD = 0.5, 0.42
# What one or two places show says little of a whole province.
_FEW, _OF_FEW = 2, 0.5
_BAND_PX = 5.0
_REACH_KM = 30.0
_STRIPES: Final = {"contested": "fought", "disputed": "disputed"}
_FEWEST_CORNERS = 3
BY_PROVINCE: Final = (
    "Areas are interpolated: provinces, by most of their places; pale: one or two; level "
    "stripes: no majority."
)
BY_DISTRICT: Final = (
    "Areas are interpolated: districts, drawn round their seats, by most of their places; pale: "
    "one or two; level stripes: no majority."
)


@dataclass(frozen=True, slots=True)
class Tinted:
    """Land of one colour, or of two in stripes.

    Args:
        parties: Whose colours; of several the first and the last.
        stripes: "" | fought (leaning) | disputed (upright) | mixed (level).
        share: Of the full tint: less for what is inferred or old.
        polygons: Rings of longitude and latitude, the outline first, then its holes.
    """

    parties: tuple[str, ...]
    stripes: str
    share: float
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """What of the map's layers a picture shows.

    Args:
        land: Land by holder, none where no areas are chosen.
        words: What must be said of it, "" for nothing.
        marks: Whether places have marks.
        names: Whether places have names.
        mentions: Whether places that are only mentioned are shown.
    """

    land: tuple[Tinted, ...] = ()
    words: str = ""
    marks: bool = True
    names: bool = True
    mentions: bool = True


def layers_of(collection: Mapping[str, Any], day: date, chosen: str) -> Layers:
    """Return the layers that a map's own words choose, such as "nonames.areas-cells-30"."""
    words = chosen.split(".")
    shown = {name: f"no{name}" not in words for name in ("marks", "names", "mentions")}
    kind, reach_km = "", _REACH_KM
    for word in words:
        parts = word.split("-")
        if parts[0] == "areas" and len(parts) > 1:
            kind = parts[1]
            reach_km = float(parts[2]) if parts[2:] and parts[2].isdigit() else _REACH_KM
    if kind == "cells":
        land = _cells(collection, day, reach_km)
        said = f"Areas are interpolated: the nearest place, within {reach_km:.0f} km."
        return Layers(land, said, **shown)
    if kind == "provinces":
        return Layers(_by_most(province_members(collection, day)), BY_PROVINCE, **shown)
    if kind == "districts":
        return Layers(_by_most(district_members(collection, day)), BY_DISTRICT, **shown)
    return Layers((), "", **shown)


def _cells(collection: Mapping[str, Any], day: date, reach_km: float) -> tuple[Tinted, ...]:
    return tuple(
        Tinted(
            area.parties,
            _STRIPES.get(area.state, ""),
            _share(inferred=area.inferred, stale=area.stale),
            area.polygons,
        )
        for area in areas_on(collection, day, reach_km=reach_km)
    )


def _share(*, inferred: bool, stale: bool) -> float:
    return (_INFERRED if inferred else 1.0) * (_OLD if stale else 1.0)


def _by_most(
    areas: Iterable[tuple[tuple[Shown, ...], tuple[Polygon, ...]]],
) -> tuple[Tinted, ...]:
    tinted = []
    for places, polygons in areas:
        most = majority(places)
        if most:
            parties, stripes, share = most
            tinted.append(Tinted(parties, stripes, share, polygons))
    return tuple(tinted)


def majority(places: Iterable[Shown]) -> tuple[tuple[str, ...], str, float] | None:
    """Return parties, stripes and share of what most places show, None for nothing known.

    More than half of those with a state, else the two most frequent in level stripes; less of
    the tint where these are one or two in all.
    """
    votes: dict[tuple[str, tuple[str, ...]], list[tuple[Shown, float]]] = defaultdict(list)
    for place in places:
        if place.parties and place.state in {"held", *_STRIPES}:
            share = _share(inferred=place.standing == "inferred", stale=place.stale)
            stripes = _STRIPES.get(place.state, "")
            votes[stripes, tuple(sorted(place.parties))].append((place, share))
    ranked = sorted(votes.items(), key=lambda item: (-len(item[1]), item[0]))
    if not ranked:
        return None

    known = sum(map(len, votes.values()))
    trust = 1.0 if known > _FEW else _OF_FEW

    def mean(*groups: Sequence[tuple[Shown, float]]) -> float:
        shares = [share for group in groups for _, share in group]
        return trust * sum(shares) / len(shares)

    (stripes, _), first = ranked[0]
    if 2 * len(first) > known:
        return first[0][0].parties, stripes, mean(first)
    second = ranked[1][1]
    pair = (first[0][0].parties[0], second[0][0].parties[0])
    if pair[0] == pair[1]:
        return pair[:1], "", mean(first, second)
    return pair, "mixed", mean(first, second)


def draw_land(sheet: Sheet, land: Iterable[Tinted], frame: Frame, look: Look) -> None:
    """Tint the ground."""
    for tinted in land:
        path = _path_of(tinted.polygons, frame)
        paints = [look.paints[p] for p in tinted.parties if p in look.paints]
        if path is None or not paints:
            continue
        opacity = _OPACITY[look.theme] * tinted.share
        if not tinted.stripes:
            sheet.area(path, paints[0].fill, opacity)
            continue
        for turn, paint in enumerate((paints[0], paints[-1])):
            bands = _bands(path, tinted.stripes, turn)
            sheet.area(bands, paint.fill, opacity, within=path)


def _path_of(polygons: Iterable[Polygon], frame: Frame) -> Path | None:
    rings = [ring for polygon in polygons for ring in polygon if len(ring) > _FEWEST_CORNERS]
    paths = []
    for ring in rings:
        degrees = np.asarray(ring, dtype=float)
        x, y = frame.place(degrees[:, 0], degrees[:, 1])
        if x.max() < 0 or y.max() < 0 or x.min() > frame.width or y.min() > frame.height:
            continue
        paths.append(Path(np.column_stack((x, y)), closed=True))
    return Path.make_compound_path(*paths) if paths else None


def _bands(path: Path, stripes: str, turn: int) -> Path:
    """Return every second band over a path's box: leaning, upright or level."""
    (west, north), (east, south) = path.get_extents().get_points()
    height = south - north
    lean = height if stripes == "fought" else 0.0
    is_level = stripes == "mixed"
    begin, end = (north, south) if is_level else (west - lean, east)
    step = 2 * _BAND_PX
    # Counted from the picture's corner, so that neighbours' bands meet.
    first = np.floor(begin / step) * step + turn * _BAND_PX
    bands = []
    for at in np.arange(first, end + step, step):
        if is_level:
            ring = [(west, at), (east, at), (east, at + _BAND_PX), (west, at + _BAND_PX)]
        else:
            low, high = at + lean, at + lean + _BAND_PX
            ring = [(low, north), (high, north), (at + _BAND_PX, south), (at, south)]
        bands.append(Path([*ring, ring[0]], closed=True))
    return Path.make_compound_path(*bands)
