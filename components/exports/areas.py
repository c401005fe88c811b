"""Land round the places of one day, dissolved by who holds it: interpolated, never reported.

Each point of land takes the state of the nearest place that lies in the same first-level area,
up to a reach. The map in the browser draws the same division.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

import numpy as np
import pyclipper
from matplotlib.path import Path
from matplotlib.tri import Triangulation

from components.exports.basemap import decode
from components.exports.projection import EQUATOR_KM, Array, latitude_of, to_world
from components.exports.states import Shown, states_on
from components.mapview import asset_text, assets_dir

Point = tuple[float, float]
Ring = list[Point]
Polygon = list[Ring]  # outline first, then holes

# A point of these stands for more than a place.
NOT_PLACES: Final = frozenset({"country", "province", "region", "district"})
WORDS: Final = "Interpolated from the nearest reported place; nobody reported this outline."
# Whole numbers for the clipper: about two centimetres a step.
_STEPS = 2**31
_CORNERS = 48
# Of the world's width: a reach that ends nowhere within a country.
_ANYWHERE = 0.5
_FEW = 12
_KNOWN = ("held", "contested", "disputed")
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Area:
    """Land of one look.

    Args:
        state: held | contested | disputed.
        parties: Those who hold it, fight for it or are named as holders, in order.
        inferred: No report states it; it follows from another.
        stale: No report has spoken of its places for longer than the setting allows.
        places: Ids of the places it lies round.
        polygons: Rings of longitude and latitude, the outline first, then its holes.
    """

    state: str
    parties: tuple[str, ...]
    inferred: bool
    stale: bool
    places: tuple[str, ...]
    polygons: tuple[Polygon, ...]


@lru_cache(maxsize=32)
def _provinces(country: str) -> tuple[tuple[Array, ...], ...]:
    """Return the rings of each first-level area on the world square, none where unknown."""
    file = assets_dir() / "areas" / f"{country}.json"
    if not country.isalpha() or not file.is_file():
        return ()
    loaded = json.loads(asset_text(f"areas/{country}.json"))
    areas = []
    for area in loaded["areas"]:
        rings = decode(area["rings"], loaded["scale"])
        areas.append(tuple(np.column_stack(to_world(ring[:, 0], ring[:, 1])) for ring in rings))
    return tuple(areas)


def _inside(rings: Sequence[Array], points: Array) -> Any:
    """Tell which points lie within rings; a ring inside another is a hole."""
    inside = np.zeros(len(points), dtype=bool)
    for ring in rings:
        inside ^= Path(ring).contains_points(points)
    return inside


def _neighbours(points: Array) -> list[Iterable[int]]:
    """Return for each point those whose cells may touch its own."""
    count = len(points)
    if count > _FEW:
        try:
            edges = Triangulation(*((points - points[0]) * _STEPS).T).edges
        except (RuntimeError, ValueError):  # all on one line
            edges = None
        if edges is not None:
            found: list[set[int]] = [set() for _ in range(count)]
            for a, b in edges.tolist():
                found[a].add(b)
                found[b].add(a)
            return list(found)
    return [[k for k in range(count) if k != own] for own in range(count)]


def _cell(site: Array, others: Iterable[Array], radius: float) -> Ring:
    """Return the disc round a site, cut to what is nearer to it than to any other."""
    angles = (2 * math.pi * k / _CORNERS for k in range(_CORNERS))
    x, y = float(site[0]), float(site[1])
    ring = [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]
    for other in others:
        dx, dy = float(other[0]) - x, float(other[1]) - y
        if not (dx or dy):
            continue
        half = (dx * dx + dy * dy) / 2
        ring = _cut(ring, [(px - x) * dx + (py - y) * dy - half for px, py in ring])
    return ring


def _cut(ring: Ring, beyond: Sequence[float]) -> Ring:
    """Return the part of a convex ring whose corners are not `beyond` a line."""
    kept: Ring = []
    for k, (point, off) in enumerate(zip(ring, beyond, strict=True)):
        last, last_off = ring[k - 1], beyond[k - 1]
        if (off > 0) != (last_off > 0):
            share = last_off / (last_off - off)
            kept.append(
                (
                    last[0] + share * (point[0] - last[0]),
                    last[1] + share * (point[1] - last[1]),
                )
            )
        if off <= 0:
            kept.append(point)
    return kept


def _key(place: Shown) -> tuple[str, tuple[str, ...], bool, bool]:
    return place.state, tuple(sorted(place.parties)), place.standing == "inferred", place.stale


def _whole(ring: Iterable[Iterable[float]]) -> list[tuple[int, int]]:
    return [(round(x * _STEPS), round(y * _STEPS)) for x, y in ring]


def _dissolved(
    cells: Sequence[Ring], rings: Sequence[Sequence[tuple[int, int]]]
) -> list[tuple[list[tuple[int, int]], list[list[tuple[int, int]]]]]:
    """Return outline and holes of what the cells take of an area."""
    joined = pyclipper.Pyclipper()
    joined.AddPaths([_whole(cell) for cell in cells if len(cell) > 2], pyclipper.PT_SUBJECT)
    union = joined.Execute(pyclipper.CT_UNION, pyclipper.PFT_NONZERO, pyclipper.PFT_NONZERO)
    return _polygons(union, rings, pyclipper.CT_INTERSECTION)


def _polygons(
    subject: Sequence[Any], clip: Sequence[Any], kind: int
) -> list[tuple[list[tuple[int, int]], list[list[tuple[int, int]]]]]:
    if not subject:
        return []
    work = pyclipper.Pyclipper()
    work.AddPaths(subject, pyclipper.PT_SUBJECT)
    work.AddPaths(clip, pyclipper.PT_CLIP)
    tree = work.Execute2(kind, pyclipper.PFT_EVENODD, pyclipper.PFT_EVENODD)
    found, stack = [], list(tree.Childs)
    while stack:
        node = stack.pop()
        found.append((node.Contour, [hole.Contour for hole in node.Childs]))
        stack += [island for hole in node.Childs for island in hole.Childs]
    return found


def _degrees(ring: Iterable[tuple[int, int]]) -> Ring:
    points = [
        (round(x / _STEPS * 360 - 180, _DIGITS), round(latitude_of(y / _STEPS), _DIGITS))
        for x, y in ring
    ]
    # The world's y runs southward: outlines shall run against the clock, holes with it.
    return [points[0], *reversed(points)]


def _sites(collection: Mapping[str, Any], shown: Iterable[Shown]) -> dict[str, list[Shown]]:
    """Return by country the places that stand for the land round them, states known or not."""
    kinds = {str(f["id"]): str(f["properties"].get("kind", "")) for f in collection["features"]}
    by_country: dict[str, list[Shown]] = defaultdict(list)
    for place in shown:
        if place.state != "mentioned" and kinds[place.place_id] not in NOT_PLACES:
            by_country[place.country].append(place)
    return by_country


def areas_on(
    collection: Mapping[str, Any], day: date, *, reach_km: float = 30.0
) -> tuple[Area, ...]:
    """Return the land round the places on a day, dissolved by who holds it.

    Args:
        collection: The feature collection that the map draws.
        day: The day shown.
        reach_km: How far from a place its state may colour the land.

    Returns:
        One area for each look that occurs; land of unknown state, land out of reach and
        countries without outlines are left out.
    """
    cells: dict[Any, list[str]] = defaultdict(list)
    polygons: dict[Any, list[Polygon]] = defaultdict(list)
    parties: dict[Any, tuple[str, ...]] = {}
    # Larger places first: of two on one spot the first has the land.
    for country, places in _sites(collection, states_on(collection, day)).items():
        places.sort(key=lambda place: (-place.importance, place.place_id))
        spots = {(place.lon, place.lat): place for place in reversed(places)}
        sites = list(spots.values())
        degrees = np.array([(site.lon, site.lat) for site in sites])
        points = np.column_stack(to_world(degrees[:, 0], degrees[:, 1]))
        for rings in _provinces(country):
            here = np.flatnonzero(_inside(rings, points))
            found = _cells(sites, points, here, reach_km)
            clip = [_whole(ring) for ring in rings if len(ring) > 2]
            for key, members in found.items():
                parties.setdefault(key, members[0][0].parties)
                cells[key] += [place.place_id for place, _ in members]
                for outline, holes in _dissolved([ring for _, ring in members], clip):
                    polygons[key].append([_degrees(outline), *map(_degrees, holes)])
    return tuple(
        Area(key[0], parties[key], key[2], key[3], tuple(cells[key]), tuple(polygons[key]))
        for key in sorted(polygons)
    )


def province_members(
    collection: Mapping[str, Any], day: date
) -> Iterator[tuple[tuple[Shown, ...], tuple[Polygon, ...]]]:
    """Yield for each first-level area its places on a day, and its outline in degrees.

    Only areas with a place, and only of countries whose outlines are there.
    """
    for country, places in _sites(collection, states_on(collection, day)).items():
        degrees = np.array([(place.lon, place.lat) for place in places])
        points = np.column_stack(to_world(degrees[:, 0], degrees[:, 1]))
        for rings in _provinces(country):
            inside = np.flatnonzero(_inside(rings, points))
            if len(inside):
                whole = [_whole(ring) for ring in rings if len(ring) > 2]
                found = _polygons(whole, whole, pyclipper.CT_INTERSECTION)
                outlines = ([_degrees(ring), *map(_degrees, holes)] for ring, holes in found)
                yield tuple(places[k] for k in inside.tolist()), tuple(outlines)


def district_members(
    collection: Mapping[str, Any], day: date
) -> Iterator[tuple[tuple[Shown, ...], tuple[Polygon, ...]]]:
    """Yield for each district its places on a day, and its outline in degrees.

    No free outlines are known: a district is what lies nearer to its seat than to any other
    seat of the same first-level area.
    """
    for country, places in _sites(collection, states_on(collection, day)).items():
        seats = _seats(country)
        if not len(seats):
            continue
        degrees = np.array([(place.lon, place.lat) for place in places])
        points = np.column_stack(to_world(degrees[:, 0], degrees[:, 1]))
        for rings in _provinces(country):
            own = seats[_inside(rings, seats)]
            here = np.flatnonzero(_inside(rings, points))
            if not len(own) or not len(here):
                continue
            apart = points[here][:, None, :] - own[None, :, :]
            nearest = np.argmin((apart**2).sum(axis=2), axis=1)
            near = _neighbours(own)
            clip = [_whole(ring) for ring in rings if len(ring) > 2]
            for seat in np.unique(nearest).tolist():
                cell = _cell(own[seat], (own[other] for other in near[seat]), _ANYWHERE)
                found = _dissolved([cell], clip)
                outlines = ([_degrees(ring), *map(_degrees, holes)] for ring, holes in found)
                members = here[nearest == seat].tolist()
                yield tuple(places[k] for k in members), tuple(outlines)


@lru_cache(maxsize=32)
def _seats(country: str) -> Array:
    """Return where the seats of a country's districts lie on the world square."""
    file = assets_dir() / "areas" / f"{country}.json"
    if not country.isalpha() or not file.is_file():
        return np.empty((0, 2))
    districts = json.loads(asset_text(f"areas/{country}.json")).get("districts") or []
    degrees = np.array([(lon, lat) for _, lat, lon in districts]).reshape(-1, 2)
    return np.column_stack(to_world(degrees[:, 0], degrees[:, 1]))


def _cells(
    sites: Sequence[Shown], points: Array, here: Any, reach_km: float
) -> dict[Any, list[tuple[Shown, Ring]]]:
    """Return by look the cells of the places in one first-level area."""
    own = points[here]
    near = _neighbours(own)
    found: dict[Any, list[tuple[Shown, Ring]]] = defaultdict(list)
    for k, number in enumerate(here.tolist()):
        place = sites[number]
        if place.state in _KNOWN and place.parties:
            radius = reach_km / (EQUATOR_KM * math.cos(math.radians(place.lat)))
            ring = _cell(own[k], (own[other] for other in near[k]), radius)
            found[_key(place)].append((place, ring))
    return found


def areas_geojson(
    collection: Mapping[str, Any], day: date, *, reach_km: float = 30.0
) -> dict[str, Any]:
    """Return the areas of a day as a GeoJSON feature collection that says what it is."""
    names = collection["whoheld"]["parties"]
    features = [
        {
            "type": "Feature",
            "properties": {
                "state": area.state,
                "parties": list(area.parties),
                "names": [names.get(party, {}).get("name", party) for party in area.parties],
                "inferred": area.inferred,
                "stale": area.stale,
                "places": list(area.places),
                "interpolated": True,
            },
            "geometry": {"type": "MultiPolygon", "coordinates": [*area.polygons]},
        }
        for area in areas_on(collection, day, reach_km=reach_km)
    ]
    meta = {
        "day": day.isoformat(),
        "known_by": collection["whoheld"].get("known_by", ""),
        "reach_km": reach_km,
        "note": WORDS,
        "credits": "Outlines: Natural Earth. Places: GeoNames, CC BY 4.0.",
    }
    return {"type": "FeatureCollection", "whoheld": meta, "features": features}
