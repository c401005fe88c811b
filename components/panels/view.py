"""What a link to the page says: the day, the place and the part of the map in view."""

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date

PARAMETERS = ("day", "place", "lat", "lon", "zoom")


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows.

    Args:
        day: Day on the map.
        place_id: Chosen place, "" for none.
        lat: Latitude of the middle of the map in degrees, None for "show everything".
        lon: Longitude of the middle of the map in degrees, None like `lat`.
        zoom: Zoom level as the map counts it, None like `lat`.
    """

    day: date
    place_id: str = ""
    lat: float | None = None
    lon: float | None = None
    zoom: float | None = None

    def part(self) -> tuple[float, float, float] | None:
        """Return the part of the map as latitude, longitude and zoom; None shows everything."""
        if self.lat is None or self.lon is None or self.zoom is None:
            return None
        return self.lat, self.lon, self.zoom

    def parameters(self) -> dict[str, str]:
        """Return the view as the link writes it; "" leaves a parameter out."""
        return {
            "day": self.day.isoformat(),
            "place": self.place_id,
            "lat": "" if self.lat is None else f"{self.lat:.4f}",
            "lon": "" if self.lon is None else f"{self.lon:.4f}",
            "zoom": "" if self.zoom is None else f"{self.zoom:.2f}".rstrip("0").rstrip("."),
        }


@dataclass(frozen=True, slots=True)
class LinkReading:
    """A view read from a link, and a sentence for each part that made no sense."""

    view: View
    complaints: tuple[str, ...]


def read_link(
    parameters: Mapping[str, str],
    *,
    usual: View,
    first_day: date,
    last_day: date,
    place_ids: Container[str],
) -> LinkReading:
    """Read what a link asks for; what cannot be followed falls back to the usual view.

    Args:
        parameters: The link's parameters; missing and empty ones mean the usual view.
        usual: What is shown when the link asks for nothing.
        first_day: First day of the timeline.
        last_day: Last day of the timeline.
        place_ids: Places that can be shown.
    """
    complaints: list[str] = []
    day = _day(parameters.get("day", ""), usual.day, (first_day, last_day), complaints)
    place_id = parameters.get("place", "")
    if place_id and place_id not in place_ids:
        complaints.append(
            f"The link names a place that is not among your articles ({_short(place_id)})."
        )
        place_id = ""
    elif not any(parameters.get(name) for name in PARAMETERS):
        place_id = usual.place_id
    lat, lon, zoom = _part_in_view(parameters, complaints)
    return LinkReading(View(day, place_id, lat, lon, zoom), tuple(complaints))


def _day(text: str, usual: date, bounds: tuple[date, date], complaints: list[str]) -> date:
    if not text:
        return usual
    try:
        day = date.fromisoformat(text)
    except ValueError:
        complaints.append(
            f"The link's day, {_short(text)}, is not a day. It is written like 2015-03-28."
        )
        return usual
    first_day, last_day = bounds
    if not first_day <= day <= last_day:
        complaints.append(
            f"The link's day, {text}, lies outside the timeline "
            f"({first_day.isoformat()} to {last_day.isoformat()})."
        )
        return max(first_day, min(day, last_day))
    return day


def _part_in_view(
    parameters: Mapping[str, str], complaints: list[str]
) -> tuple[float | None, float | None, float | None]:
    texts = [parameters.get(name, "") for name in ("lat", "lon", "zoom")]
    if not any(texts):
        return None, None, None
    try:
        lat, lon, zoom = (float(text) for text in texts)
    except ValueError:
        lat = lon = zoom = math.nan
    if not (-85 <= lat <= 85 and -180 <= lon <= 180 and 0 <= zoom <= 20):
        given = ", ".join(_short(text) if text else "nothing" for text in texts)
        complaints.append(f"The link's part of the map ({given}) does not exist.")
        return None, None, None
    return lat, lon, zoom


def _short(text: str) -> str:
    """Return a foreign text so that it cannot flood the page."""
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
