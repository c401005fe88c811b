"""The services that can be asked for a place, and how each one's answer is read.

An answer comes from outside and is believed in nothing: what is no position on earth is no
place, and names and codes are cut to what such things look like.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from geopy.geocoders import GeoNames, Nominatim, Photon

from components.places.dumps import kind_of_feature
from components.records import Place

Answer = Mapping[str, Any]
MOST_ANSWERS = 5
_LONGEST_NAME = 120
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_PCODE = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")

# OpenStreetMap's values of `place`, `boundary` and the like, as kinds of place.
_KINDS = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village",
    "suburb": "quarter", "neighbourhood": "quarter", "quarter": "quarter",
    "state": "province", "province": "province", "region": "region", "county": "district",
    "district": "district", "country": "country", "aerodrome": "airport", "airfield": "base",
    "military": "base", "dam": "dam", "peak": "mountain", "mountain_range": "mountain",
    "border_control": "crossing", "road": "road",
}  # fmt: skip
_AREAS = {"ADM1": "province", "PCLI": "country"}
_OSM_TYPES = {
    "node": "node", "way": "way", "relation": "relation", "N": "node", "W": "way", "R": "relation",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Provider:
    """A service that can be asked.

    Args:
        id: Its name in settings and kept answers.
        title: Its name for people.
        official: Host of the public server.
        credit: What must stand beside its answers.
        needs_account: Whether it asks for a user name.
        geocoder: Makes geopy's client, from an account where one is needed.
        options: What to ask a client for besides the name, by country code ("" for none).
        place_of: Reads an answer; None where it says no position on earth.
    """

    id: str
    title: str
    official: str
    credit: str
    needs_account: bool
    geocoder: Callable[..., Any]
    options: Callable[[str], dict[str, Any]]
    place_of: Callable[[Answer], Place | None]


def _osm_place(
    answer: Answer, lat: object, lon: object, kinds: tuple[object, ...], fields: Answer
) -> Place | None:
    point = _point(lat, lon)
    osm_type = _OSM_TYPES.get(_text(answer.get("osm_type")))
    number = _text(answer.get("osm_id"))
    name = _text(fields.get("name"))
    if point is None or not (osm_type and number.isdecimal() and name):
        return None
    kind = next((_KINDS[str(one)] for one in kinds if str(one) in _KINDS), "site")
    return Place(
        id=f"osm:{osm_type}/{number}",
        name=name,
        kind=kind,
        lat=point[0],
        lon=point[1],
        country=_country(fields.get("country")),
        pcode=_pcode(fields.get("pcode")),
        gazetteer="osm",
        admin1=_text(fields.get("state")),
    )


def _nominatim_place(answer: Answer) -> Place | None:
    address = _mapping(answer.get("address"))
    kinds = (answer.get("addresstype"), answer.get("type"))
    fields = {
        "name": answer.get("name") or _text(answer.get("display_name")).split(",")[0],
        "country": address.get("country_code"),
        "state": address.get("state"),
        "pcode": address.get("ISO3166-2-lvl4"),
    }
    return _osm_place(answer, answer.get("lat"), answer.get("lon"), kinds, fields)


def _photon_place(answer: Answer) -> Place | None:
    found = _mapping(answer.get("properties"))
    point = _mapping(answer.get("geometry")).get("coordinates")
    if not isinstance(point, list) or len(point) < len(("lon", "lat")):
        return None
    kinds = (found.get("osm_value"), found.get("osm_key"), found.get("type"))
    fields = {**found, "country": found.get("countrycode")}
    return _osm_place(found, point[1], point[0], kinds, fields)


def _geonames_place(answer: Answer) -> Place | None:
    point = _point(answer.get("lat"), answer.get("lng"))
    number, name = _text(answer.get("geonameId")), _text(answer.get("name"))
    if point is None or not (number.isdecimal() and name):
        return None
    people = answer.get("population")
    people = people if isinstance(people, int) and people > 0 else 0
    feature_class, code = _text(answer.get("fcl")), _text(answer.get("fcode"))
    kind = _AREAS.get(code) or kind_of_feature(feature_class, code, people) or "site"
    return Place(
        id=f"geonames:{number}",
        name=name,
        kind=kind,
        lat=point[0],
        lon=point[1],
        country=_country(answer.get("countryCode")),
        pcode="",
        gazetteer="geonames",
        admin1=_text(answer.get("adminName1")),
        population=people,
    )


def _point(lat: object, lon: object) -> tuple[float, float] | None:
    try:
        point = float(str(lat)), float(str(lon))
    except ValueError:
        return None
    return point if abs(point[0]) <= 90 and abs(point[1]) <= 180 else None


def _mapping(value: object) -> Answer:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    """Return a text in one line and of a length that makes sense, "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return " ".join(str(value).split())[:_LONGEST_NAME]


def _country(value: object) -> str:
    code = _text(value)
    return code.upper() if _COUNTRY.fullmatch(code) else ""


def _pcode(value: object) -> str:
    code = _text(value)
    return code if _PCODE.fullmatch(code) else ""


def _nominatim_options(country: str) -> dict[str, Any]:
    codes = country.lower() or None
    return {
        "limit": MOST_ANSWERS, "addressdetails": True, "language": "en", "country_codes": codes,
    }  # fmt: skip


_OSM_CREDIT = "© OpenStreetMap contributors, ODbL"
PROVIDERS: Mapping[str, Provider] = {
    one.id: one
    for one in (
        Provider(
            "nominatim",
            "Nominatim (OpenStreetMap)",
            "nominatim.openstreetmap.org",
            _OSM_CREDIT,
            needs_account=False,
            geocoder=Nominatim,
            options=_nominatim_options,
            place_of=_nominatim_place,
        ),
        Provider(
            "photon",
            "Photon (OpenStreetMap)",
            "photon.komoot.io",
            _OSM_CREDIT,
            needs_account=False,
            geocoder=Photon,
            options=lambda _country: {"limit": MOST_ANSWERS, "language": "en"},
            place_of=_photon_place,
        ),
        Provider(
            "geonames",
            "GeoNames",
            # The free service's host that speaks https: a user name is sent.
            "secure.geonames.org",
            "GeoNames, CC BY 4.0",
            needs_account=True,
            geocoder=GeoNames,
            options=lambda country: {"country": country.upper() or None},
            place_of=_geonames_place,
        ),
    )
}
