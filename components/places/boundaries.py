"""GeoJSON: areas with their outline (geoBoundaries, HDX) and points."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from components.places.added import AddedPlace, GazetteerFileError, Rings
from components.places.areas import Areas, holds
from components.places.tables import columns_of, kind_of
from components.records import Place

SOURCE = "GeoJSON of areas or points"
_LEVELS = {"ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district"}
_MOST_POINTS = 400
_ARABIC_KEY = re.compile(r"^NAME_ARA$", re.IGNORECASE)
# Columns that a table needs and an area has in its shape.
_HERE = ("lat", "lon")


def read_features(
    data: Any,
    *,
    prefix: str,
    country_of: Callable[[str, Sequence[tuple[float, float]]], str],
    areas: Areas,
    skipped: Callable[[], None],
) -> Iterator[AddedPlace]:
    """Yield the places of a parsed GeoJSON file.

    Args:
        data: What the file holds.
        prefix: What ids begin with.
        country_of: From a code or name, and points, to an ISO code.
        areas: First-level areas.
        skipped: Called for each feature that cannot be used.

    Raises:
        GazetteerFileError: It is no collection of features.
    """
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features:
        msg = (
            "The file is JSON, but no collection of GeoJSON features (it needs a list named "
            "'features'). Nothing was added."
        )
        raise GazetteerFileError(msg)
    numbers: set[str] = set()
    for number, feature in enumerate(features):
        added = _place(feature, number, prefix, country_of, areas)
        if added is None or added.place.id in numbers:
            skipped()
            continue
        numbers.add(added.place.id)
        yield added


def _place(
    feature: Any,
    number: int,
    prefix: str,
    country_of: Callable[[str, Sequence[tuple[float, float]]], str],
    areas: Areas,
) -> AddedPlace | None:
    try:
        given = {
            _as_table(str(k)): str(v) for k, v in feature["properties"].items() if v is not None
        }
        kind, coordinates = feature["geometry"]["type"], feature["geometry"]["coordinates"]
        rings = _rings(kind, coordinates)
        lat, lon = representative_point(rings) if rings else _point(kind, coordinates)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError):
        return None
    columns = columns_of([*given, *_HERE])
    if columns is None or not columns.value(given, "name"):
        return None
    country = country_of(
        given.get("shapeGroup", "") or columns.value(given, "country"), [(lat, lon)]
    )
    level = _LEVELS.get(given.get("shapeType", "").upper(), "")
    if rings and not level:
        level = "province" if columns.found["name"].lower().startswith("adm1") else "district"
    area = areas.around(country, lat, lon)
    own = given.get("shapeID") or columns.value(given, "pcode") or str(number)
    native = columns.value(given, "native")
    pcode = given.get("shapeISO", "") or columns.value(given, "pcode")
    name = columns.value(given, "name")
    if level == "province":
        area = areas.named(country, name) or area
    place = Place(
        id=f"{prefix}:{own}",
        name=name,
        kind=level or kind_of(columns.value(given, "kind"), 0),
        lat=round(lat, 5),
        lon=round(lon, 5),
        country=country,
        pcode=pcode or (area["code"] if area else ""),
        gazetteer=prefix,
        native="" if native.isascii() else native,
        admin1=area["name"] if area else "",
    )
    return AddedPlace(place, tuple(filter(None, (native,))), rings)


def _as_table(key: str) -> str:
    """Return how a table would call what OCHA's outlines call NAME_ARA."""
    return _ARABIC_KEY.sub("name_ar", key)


def _rings(kind: str, coordinates: Any) -> Rings:
    """Return the outer rings of an area, the largest first; none for a point."""
    if kind == "Polygon":
        polygons = [coordinates]
    elif kind == "MultiPolygon":
        polygons = coordinates
    else:
        return ()
    rings = [_thinned(polygon[0]) for polygon in polygons if len(polygon[0]) > 3]
    return tuple(sorted(rings, key=_area, reverse=True))


def _thinned(points: Sequence[Sequence[float]]) -> tuple[float, ...]:
    step = max(1, len(points) // _MOST_POINTS)
    kept = points[::step]
    return tuple(round(float(value), 5) for point in kept for value in (point[0], point[1]))


def _point(kind: str, coordinates: Any) -> tuple[float, float]:
    if kind == "MultiPoint":
        coordinates = coordinates[0]
    elif kind != "Point":
        msg = "no point"
        raise ValueError(msg)
    lon, lat = float(coordinates[0]), float(coordinates[1])
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        msg = "outside the world"
        raise ValueError(msg)
    return lat, lon


def _area(ring: Sequence[float]) -> float:
    """Return the area of a ring in square degrees; good enough to find the largest."""
    return abs(_signed_area(ring))


def _signed_area(ring: Sequence[float]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in _edges(ring)) / 2


def _edges(
    ring: Sequence[float],
) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    points = list(zip(ring[::2], ring[1::2], strict=True))
    return zip(points, points[1:] + points[:1], strict=True)


def representative_point(rings: Rings) -> tuple[float, float]:
    """Return a point, lat and lon, that lies inside the largest ring of an area."""
    ring = rings[0]
    twice = _signed_area(ring) * 6
    if abs(twice) > 1e-9:
        lon = sum((x0 + x1) * (x0 * y1 - x1 * y0) for (x0, y0), (x1, y1) in _edges(ring)) / twice
        lat = sum((y0 + y1) * (x0 * y1 - x1 * y0) for (x0, y0), (x1, y1) in _edges(ring)) / twice
        if holds(ring, lat, lon):
            return lat, lon
    # A crescent: the middle of the widest stretch inside, at half its height.
    lats = ring[1::2]
    lat = (min(lats) + max(lats)) / 2 + 1e-7
    lons = sorted(
        (x1 - x0) * (lat - y0) / (y1 - y0) + x0
        for (x0, y0), (x1, y1) in _edges(ring)
        if (y0 > lat) != (y1 > lat)
    )
    stretches = list(zip(lons[::2], lons[1::2], strict=False))
    if not stretches:
        return lats[0], ring[0]
    west, east = max(stretches, key=lambda s: s[1] - s[0])
    return lat, (west + east) / 2
