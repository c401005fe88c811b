"""First-level areas by code, by name and by where a point lies."""

import csv
import json
from functools import lru_cache
from typing import Any

from components.places.classes import split_class
from components.places.keys import bare_key, light_key, skeleton_key
from components.places.sources import DATA

Area = dict[str, str]


class Areas:
    """The rows of data/places/admin1.csv, found in three ways."""

    def __init__(self) -> None:
        with (DATA / "admin1.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.by_geonames: dict[str, Area] = {
            row["geonames_code"]: row for row in rows if row["geonames_code"]
        }
        self.by_code: dict[str, Area] = {row["code"]: row for row in rows}
        self._by_key: dict[tuple[str, str], Area] = {}
        for row in rows:
            for name in (row["name"], row["native"], *row["aliases"].split("|")):
                for key in _keys(name):
                    self._by_key.setdefault((row["country"], key), row)

    def named(self, country: str, name: str) -> Area | None:
        """Return the area of a country with this name, with or without "province"."""
        found = (self._by_key.get((country, key)) for key in _keys(name))
        return next((area for area in found if area), None)

    def around(self, country: str, lat: float, lon: float) -> Area | None:
        """Return the area of a country that a point lies in, where outlines are known."""
        for code, rings in _outlines().items():
            if code.startswith(f"{country}-") and any(holds(ring, lat, lon) for ring in rings):
                return self.by_code.get(code)
        return None


@lru_cache(maxsize=1)
def load_areas() -> Areas:
    """Return the first-level areas, read once."""
    return Areas()


@lru_cache(maxsize=1)
def _outlines() -> dict[str, Any]:
    outlines: dict[str, Any] = json.loads((DATA / "outlines.json").read_text(encoding="utf-8"))
    return outlines


def holds(ring: list[float] | tuple[float, ...], lat: float, lon: float) -> bool:
    """Whether a ring of lon, lat, lon, lat ... holds a point (half of its edge counts)."""
    inside = False
    lon_0, lat_0 = ring[-2], ring[-1]
    for i in range(0, len(ring) - 1, 2):
        lon_1, lat_1 = ring[i], ring[i + 1]
        if (lat_0 > lat) != (lat_1 > lat):
            crossing = (lon_1 - lon_0) * (lat - lat_0) / (lat_1 - lat_0) + lon_0
            inside ^= lon < crossing
        lon_0, lat_0 = lon_1, lat_1
    return inside


def _keys(name: str) -> tuple[str, ...]:
    light = light_key(name)
    core = split_class(light).core
    keys = (light, bare_key(light), core, skeleton_key(light), skeleton_key(core))
    return tuple(key for key in dict.fromkeys(keys) if key)
