"""Distances between places."""

import math

from geopy.distance import great_circle

from components.records import Place

KM_PER_DEGREE = 111.2
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
    km = float(great_circle((one.lat, one.lon), (other.lat, other.lon)).kilometers)
    return km if km <= most_km else None
