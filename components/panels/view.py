"""What a link to the page says: the days, the place, the part of the map, who is heard."""

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from typing import get_args

from components.records import Basis
from components.territory import Selection

# The names are those that the map uses when it tells the page what was done in it.
PARAMETERS = (
    *("day", "place", "lat", "lon", "zoom", "known_by", "compare"),
    *("actors", "sources", "voices", "publishers", "collections", "groups", "layers", "palette"),
)
# Who can be heard alone, in the order of the switches.
BASES: tuple[Basis, ...] = get_args(Basis)
_LONGEST_LAYERS = 300
_PALETTES = ("", "default", "conventional")


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows.

    Args:
        day: Day on the map.
        place_id: Chosen place, "" for none.
        lat: Latitude of the middle of the map in degrees, None for "show everything".
        lon: Longitude of the middle of the map in degrees, None like `lat`.
        zoom: Zoom level as the map counts it, None like `lat`.
        known_by: Last day whose reports are heard, None hears all.
        compare: Second day, None where nothing is compared.
        actors: Parties to whom the map is narrowed, none for all.
        bases: Kinds of sources that are heard, none for all.
        voices: Single sources that are heard, none for all.
        publishers: Publishers that are heard, none for all.
        collections: Collections that are shown, none for the usual ones.
        groups: Whether the groups of a coalition are kept apart.
        layers: Layers of the map, in the map's own words.
        palette: Colours of the parties, "" for the usual ones.
    """

    day: date
    place_id: str = ""
    lat: float | None = None
    lon: float | None = None
    zoom: float | None = None
    known_by: date | None = None
    compare: date | None = None
    actors: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    voices: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    groups: bool = False
    layers: str = ""
    palette: str = ""

    def part(self) -> tuple[float, float, float] | None:
        """Return the part of the map as latitude, longitude and zoom; None shows everything."""
        if self.lat is None or self.lon is None or self.zoom is None:
            return None
        return self.lat, self.lon, self.zoom

    @property
    def hears_all(self) -> bool:
        """Whether no source is left out."""
        return not (self.bases or self.voices or self.publishers)

    def selection(self) -> Selection:
        """Return which part of what was read is heard."""
        return Selection(
            known_by=self.known_by,
            bases=frozenset(self.bases) or None,
            publishers=frozenset(self.publishers) or None,
            sources=frozenset(self.voices) or None,
            collections=frozenset(self.collections) or None,
            factions=self.groups,
        )

    def parameters(self) -> dict[str, str]:
        """Return the view as the link writes it; "" leaves a parameter out."""
        return {
            "day": self.day.isoformat(),
            "place": self.place_id,
            "lat": degrees_text(self.lat),
            "lon": degrees_text(self.lon),
            "zoom": zoom_text(self.zoom),
            "known_by": self.known_by.isoformat() if self.known_by else "",
            "compare": self.compare.isoformat() if self.compare else "",
            "actors": ",".join(self.actors),
            "sources": ",".join(base.replace(" ", "-") for base in self.bases),
            "voices": "|".join(self.voices),
            "publishers": "|".join(self.publishers),
            "collections": ",".join(self.collections),
            "groups": "apart" if self.groups else "",
            "layers": self.layers,
            "palette": self.palette,
        }


def degrees_text(degrees: float | None) -> str:
    """Return a latitude or longitude as the link writes it, "" for none."""
    return "" if degrees is None else f"{degrees:.4f}"


def zoom_text(zoom: float | None) -> str:
    """Return a zoom level as the link writes it, "" for none."""
    return "" if zoom is None else f"{zoom:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class LinkReading:
    """A view read from a link, and a sentence for each part that made no sense."""

    view: View
    complaints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What a link can name.

    Args:
        first_day: First day of the timeline.
        last_day: Last day of the timeline.
        place_ids: Places that can be shown.
        party_ids: Parties that can be shown.
        voices: Single sources that can be heard.
        publishers: Publishers that can be heard.
        collections: Collections that can be shown.
    """

    first_day: date
    last_day: date
    place_ids: Container[str] = ()
    party_ids: Container[str] = ()
    voices: Container[str] = ()
    publishers: Container[str] = ()
    collections: Container[str] = ()


def read_link(parameters: Mapping[str, str], *, usual: View, known: Known) -> LinkReading:
    """Read what a link asks for; what cannot be followed falls back to the usual view.

    Args:
        parameters: The link's parameters; missing and empty ones mean the usual view.
        usual: What is shown when the link asks for nothing.
        known: What can be named.
    """
    complaints: list[str] = []
    asked = {name: parameters.get(name, "") for name in PARAMETERS}
    place_id = asked["place"]
    if place_id and place_id not in known.place_ids:
        complaints.append(
            f"The link names a place that is not among your articles ({_short(place_id)})."
        )
        place_id = ""
    elif not any(asked.values()):
        place_id = usual.place_id
    lat, lon, zoom = _part_in_view(asked, complaints)
    view = View(
        _day(asked["day"], "day", known, complaints) or usual.day,
        place_id,
        *(lat, lon, zoom),
        known_by=_day(asked["known_by"], "last day known", known, complaints),
        compare=_day(asked["compare"], "second day", known, complaints),
        actors=_named(asked["actors"], ",", known.party_ids, "party", complaints),
        bases=_bases(asked["sources"], complaints),
        voices=_named(asked["voices"], "|", known.voices, "source", complaints),
        publishers=_named(asked["publishers"], "|", known.publishers, "publisher", complaints),
        collections=_named(asked["collections"], ",", known.collections, "collection", complaints),
        groups=asked["groups"] == "apart",
        layers=asked["layers"] if len(asked["layers"]) <= _LONGEST_LAYERS else "",
        palette=asked["palette"] if asked["palette"] in _PALETTES else "",
    )
    return LinkReading(view, tuple(complaints))


def _day(text: str, what: str, known: Known, complaints: list[str]) -> date | None:
    """Return a day of the link within the timeline, None when it names none."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        complaints.append(
            f"The link's {what}, {_short(text)}, is not a day. It is written like 2015-03-28."
        )
        return None
    first_day, last_day = known.first_day, known.last_day
    if not first_day <= day <= last_day:
        complaints.append(
            f"The link's {what}, {text}, lies outside the timeline "
            f"({first_day.isoformat()} to {last_day.isoformat()})."
        )
        return max(first_day, min(day, last_day))
    return day


def _named(
    text: str, sign: str, known: Container[str], what: str, complaints: list[str]
) -> tuple[str, ...]:
    """Return those names of a list that are known, each once; `sign` parts them."""
    asked = [name for name in dict.fromkeys(text.split(sign)) if name]
    strange = [name for name in asked if name not in known]
    if strange:
        complaints.append(f"The link names a {what} that is not here ({_short(strange[0])}).")
    return tuple(name for name in asked if name in known)


def _bases(text: str, complaints: list[str]) -> tuple[Basis, ...]:
    asked = {name.replace("-", " ") for name in text.split(",") if name}
    found = tuple(base for base in BASES if base in asked)
    if asked - set(BASES):
        complaints.append(f"The link names a kind of source that does not exist ({_short(text)}).")
    return found if len(found) < len(BASES) else ()


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
