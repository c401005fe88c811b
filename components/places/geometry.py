"""Distances between places."""

import math

from components.records import Place

KM_PER_DEGREE = 111.2
_EARTH_KM = 6371.009
# What stands as the gazetteer of an area of which only the larger one around it is known.
UNPLACED = "geonames, without position"


def is_placed(place: Place) -> bool:
    """Whether a place has a position of its own, not only that of the area around it."""
    return place.gazetteer != UNPLACED


def distance_km(one: Place, other: Place, most_km: float) -> float | None:
    """Return the distance in kilometres, None when it is more than `most_km`."""
    d_lat = abs(one.lat - other.lat)
    if d_lat * KM_PER_DEGREE > most_km:
        return None
    d_lon = abs(one.lon - other.lon)
    d_lon = min(d_lon, 360 - d_lon)
    if d_lon * KM_PER_DEGREE * math.cos(math.radians(max(abs(one.lat), abs(other.lat)))) > most_km:
        return None
    km = _great_circle_km(math.radians(one.lat), math.radians(other.lat), math.radians(d_lon))
    return km if km <= most_km else None


def _great_circle_km(lat: float, other_lat: float, d_lon: float) -> float:
    """Return the distance on a sphere; geopy's takes twenty times as long, hundreds of times
    an article.
    """
    sin, cos = math.sin(lat), math.cos(lat)
    other_sin, other_cos = math.sin(other_lat), math.cos(other_lat)
    across = math.hypot(
        other_cos * math.sin(d_lon), cos * other_sin - sin * other_cos * math.cos(d_lon)
    )
    return _EARTH_KM * math.atan2(across, sin * other_sin + cos * other_cos * math.cos(d_lon))
