"""Looking a name up at Nominatim (OpenStreetMap), for those who switch it on.

Nothing else in Whoheld calls this: a request tells a third party what is being read about.
"""

import json
import re
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from geopy.adapters import BaseAdapter
from geopy.exc import (
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)
from geopy.geocoders import Nominatim

from components.errors import ReaderError
from components.places.index import cache_folder
from components.places.keys import written_key
from components.records import Place

CREDIT = "© OpenStreetMap contributors"
GAZETTEER = "osm"
OFFICIAL = "nominatim.openstreetmap.org"
WAIT_S = 1.0
TIMEOUT_S = 6.0
# A service that is slow or asks for fewer requests is asked once more, after a while.
BACK_OFF_S = 2.0
TRIES = 2
MOST_ANSWERS = 5
_LEAST_USER_AGENT = 8
_HOST = re.compile(r"(?:[\w.\-]+|\[[\da-f:]+\])(?::\d+)?(?:/[\w.\-/]*)?")

# Nominatim's `addresstype` or `type`, as kinds of place.
_KINDS = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village",
    "suburb": "quarter", "neighbourhood": "quarter", "quarter": "quarter",
    "state": "province", "province": "province", "region": "region", "county": "district",
    "district": "district", "country": "country", "aerodrome": "airport", "airfield": "base",
    "military": "base", "dam": "dam", "peak": "mountain", "mountain_range": "mountain",
    "border_control": "crossing", "road": "road",
}  # fmt: skip


class OnlineLookupError(ReaderError):
    """The online service gave no answer."""


class OnlineGazetteer:
    """Nominatim by way of geopy: one request a second, every answer kept.

    Args:
        user_agent: Names the application and a way to reach who runs it, as the service asks.
        cache_dir: Folder for kept answers; by default that of the gazetteer.
        server: Host of the service, or the address of one's own (http://127.0.0.1:8080).
        adapter_factory: How geopy reaches the network; geopy's own choice when None.
        clock: Seconds that only grow.
        sleep: Waits that many seconds.

    Raises:
        OnlineLookupError: The user agent does not say who is asking.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        cache_dir: Path | None = None,
        server: str = OFFICIAL,
        adapter_factory: Callable[..., BaseAdapter] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Prepare for look-ups; nothing is sent yet."""
        if len(user_agent.strip()) < _LEAST_USER_AGENT:
            msg = (
                f"{user_agent!r} does not say who is asking. Give the name of your installation "
                "and an address, such as 'whoheld (newsroom@example.org)'."
            )
            raise OnlineLookupError(msg)
        scheme, _, domain = server.strip().rpartition("://")
        domain = domain.rstrip("/")
        if scheme not in {"", "http", "https"} or not _HOST.fullmatch(domain):
            msg = (
                f"{server!r} is no address of a server. Give one such as http://127.0.0.1:8080, "
                f"or leave it empty for {OFFICIAL}."
            )
            raise OnlineLookupError(msg)
        self._geocoder = Nominatim(
            user_agent=user_agent,
            domain=domain,
            scheme=scheme or "https",
            timeout=TIMEOUT_S,
            adapter_factory=adapter_factory,
        )
        folder = cache_folder(cache_dir)
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "online.sqlite"
        self._domain = domain
        self._clock = clock
        self._sleep = sleep
        self._last_s: float | None = None
        self._lock = threading.Lock()

    def lookup(self, name: str, country: str = "") -> tuple[Place, ...]:
        """Return places with this name, best first; empty when the service knows none.

        Args:
            name: The name as written.
            country: ISO 3166-1 alpha-2 code to look in, "" for everywhere.

        Raises:
            OnlineLookupError: The service did not answer, or refused.
        """
        key = f"{self._domain}|{country.lower()}|{written_key(name)}"
        with self._lock:
            kept = self._kept(key)
            if kept is None:
                kept = self._ask(name, country)
                self._keep(key, kept)
        return tuple(place for place in map(_place, kept) if place)

    def _ask(self, name: str, country: str) -> list[dict[str, Any]]:
        try:
            return self._ask_patiently(name, country)
        except GeocoderTimedOut as error:
            msg = (
                f"{self._domain} did not answer within {TIMEOUT_S:.0f} seconds about {name!r}. "
                "Try again later, or place it by hand."
            )
            raise OnlineLookupError(msg) from error
        except GeocoderRateLimited as error:
            msg = f"{self._domain} asks for fewer requests. Wait a few minutes, then try again."
            raise OnlineLookupError(msg) from error
        except GeocoderServiceError as error:
            msg = (
                f"{self._domain} could not be asked about {name!r} ({error}). "
                "Check the connection, or switch online lookup off."
            )
            raise OnlineLookupError(msg) from error
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            msg = f"{self._domain} gave an answer about {name!r} that makes no sense ({error})."
            raise OnlineLookupError(msg) from error

    def _ask_patiently(self, name: str, country: str) -> list[dict[str, Any]]:
        for again in range(1, TRIES):
            try:
                return self._ask_once(name, country)
            except (GeocoderTimedOut, GeocoderRateLimited, GeocoderUnavailable):
                self._sleep(BACK_OFF_S**again)
        return self._ask_once(name, country)

    def _ask_once(self, name: str, country: str) -> list[dict[str, Any]]:
        if self._last_s is not None:
            wait_s = WAIT_S - (self._clock() - self._last_s)
            if wait_s > 0:
                self._sleep(wait_s)
        self._last_s = self._clock()
        found = self._geocoder.geocode(
            name,
            exactly_one=False,
            limit=MOST_ANSWERS,
            addressdetails=True,
            language="en",
            country_codes=country.lower() or None,
        )
        return [location.raw for location in found or ()]

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=TIMEOUT_S)
        connection.execute(
            "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, answer TEXT NOT NULL)"
        )
        return connection

    def _kept(self, key: str) -> list[dict[str, Any]] | None:
        with closing(self._connect()) as connection:
            row = connection.execute("SELECT answer FROM answer WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        answers: list[dict[str, Any]] = json.loads(row[0])
        return answers

    def _keep(self, key: str, answers: list[dict[str, Any]]) -> None:
        with closing(self._connect()) as connection, connection:
            connection.execute(
                "INSERT OR REPLACE INTO answer VALUES (?, ?)", (key, json.dumps(answers))
            )


def _place(answer: dict[str, Any]) -> Place | None:
    """Return the place of an answer, None where it says no position on earth."""
    try:
        lat, lon = float(answer["lat"]), float(answer["lon"])
    except (KeyError, TypeError, ValueError):
        return None
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        return None
    address = answer.get("address") or {}
    kind = _KINDS.get(answer.get("addresstype") or "") or _KINDS.get(answer.get("type") or "")
    return Place(
        id=f"osm:{answer.get('osm_type', '')}/{answer.get('osm_id', '')}",
        name=answer.get("name") or str(answer.get("display_name") or "").split(",")[0],
        kind=kind or "site",
        lat=lat,
        lon=lon,
        country=str(address.get("country_code", "")).upper(),
        pcode=address.get("ISO3166-2-lvl4", ""),
        gazetteer=GAZETTEER,
        admin1=address.get("state", ""),
    )
