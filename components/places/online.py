"""Looking a name up at an online service, for those who switch it on.

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
    GeocoderQuotaExceeded,
    GeocoderRateLimited,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

from components.errors import ReaderError
from components.places.fetching import PatientAdapter
from components.places.index import cache_folder
from components.places.keys import written_key
from components.places.providers import MOST_ANSWERS, PROVIDERS, Provider
from components.records import Place

WAIT_S = 1.0
TIMEOUT_S = 6.0
# A service that is slow or asks for fewer requests is asked once more, after a while.
BACK_OFF_S = 2.0
TRIES = 2
_MOST_WAIT_S = 5.0
# One that asks for fewer requests twice is left alone for a minute, or as long as it says.
REST_S = 60.0
_MOST_REST_S = 3600.0
_LEAST_USER_AGENT = 8
_HOST = re.compile(r"(?:[\w.\-]+|\[[\da-f:]+\])(?::\d+)?(?:/[\w.\-/]*)?")


class OnlineLookupError(ReaderError):
    """The online service gave no answer."""


class Pace:
    """When the next request may be sent: one a second, whoever of the application asks.

    Args:
        clock: Seconds that only grow.
        sleep: Waits that many seconds.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.clock, self.sleep = clock, sleep
        self._next_s: float | None = None
        self._rests_until_s: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait(self) -> None:
        """Wait for one's turn; each has its own, a second after the last."""
        with self._lock:
            now_s = self.clock()
            turn_s = now_s if self._next_s is None else max(now_s, self._next_s)
            self._next_s = turn_s + WAIT_S
        if turn_s > now_s:
            self.sleep(turn_s - now_s)

    def rest(self, host: str, rest_s: float) -> None:
        """Leave a host alone for so long."""
        self._rests_until_s[host] = self.clock() + min(max(rest_s, 0.0), _MOST_REST_S)

    def rest_left_s(self, host: str) -> float:
        """Return how long a host is still left alone, 0 for one that may be asked."""
        return max(0.0, self._rests_until_s.get(host, 0.0) - self.clock())


# The services count requests by application, so all windows and services share it.
PACE = Pace()


class OnlineGazetteer:
    """A service by way of geopy: one request a second, every answer kept.

    Args:
        user_agent: Names the application and a way to reach who runs it, as the services ask.
        provider: Name of the service, see `PROVIDERS`.
        account: User name at the service, for those that ask for one.
        cache_dir: Folder for kept answers; by default that of the gazetteer.
        server: Host of the service, or the address of one's own (http://127.0.0.1:8080); "" for
            the public one.
        adapter_factory: How geopy reaches the network.
        pace: When requests may be sent.

    Raises:
        OnlineLookupError: The user agent does not say who is asking, or a choice makes no sense.
    """

    def __init__(
        self,
        user_agent: str,
        *,
        provider: str = "nominatim",
        account: str = "",
        cache_dir: Path | None = None,
        server: str = "",
        adapter_factory: Callable[..., BaseAdapter] = PatientAdapter,
        pace: Pace = PACE,
    ) -> None:
        """Prepare for look-ups; nothing is sent yet."""
        if len(user_agent.strip()) < _LEAST_USER_AGENT:
            msg = (
                f"{user_agent!r} does not say who is asking. Give the name of your installation "
                "and an address, such as 'whoheld (newsroom@example.org)'."
            )
            raise OnlineLookupError(msg)
        self.provider = _provider(provider)
        if self.provider.needs_account and not account.strip():
            msg = f"{self.provider.title} asks for a user name. Register there and give yours."
            raise OnlineLookupError(msg)
        scheme, self._domain = _address(server, self.provider)
        client = self.provider.geocoder
        given = [account.strip()] if self.provider.needs_account else []
        self._geocoder = client(
            *given,
            user_agent=user_agent,
            domain=self._domain,
            scheme=scheme,
            timeout=TIMEOUT_S,
            adapter_factory=adapter_factory,
        )
        folder = cache_folder(cache_dir)
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "online.sqlite"
        self._pace = pace

    def lookup(self, name: str, country: str = "") -> tuple[Place, ...]:
        """Return places with this name, best first; empty when the service knows none.

        It takes a while where the service is slow: not for a thread that somebody waits for.

        Args:
            name: The name as written.
            country: ISO 3166-1 alpha-2 code to look in, "" for everywhere.

        Raises:
            OnlineLookupError: The service did not answer, or refused.
        """
        key = f"{self.provider.id}|{self._domain}|{country.lower()}|{written_key(name)}"
        kept = self._kept(key)
        if kept is None:
            kept = self._ask(name, country)
            self._keep(key, kept)
        read = (self.provider.place_of(answer) for answer in kept if isinstance(answer, dict))
        places = {place.id: place for place in read if place}
        return tuple(places.values())

    def _ask(self, name: str, country: str) -> list[Any]:
        rest_s = self._pace.rest_left_s(self._domain)
        if rest_s > 0:
            msg = f"{self._domain} asks for fewer requests. It is asked again in {rest_s:.0f} s."
            raise OnlineLookupError(msg)
        try:
            return self._ask_patiently(name, country)
        except GeocoderTimedOut as error:
            msg = (
                f"{self._domain} did not answer within {TIMEOUT_S:.0f} seconds about {name!r}. "
                "Try again later, or place it by hand."
            )
            raise OnlineLookupError(msg) from error
        except (GeocoderRateLimited, GeocoderQuotaExceeded) as error:
            self._pace.rest(self._domain, _asked_rest_s(error))
            msg = f"{self._domain} asks for fewer requests. Wait a few minutes, then try again."
            raise OnlineLookupError(msg) from error
        except GeocoderServiceError as error:
            msg = (
                f"{self._domain} could not be asked about {name!r} ({str(error)[:120]}). "
                "Check the connection, or switch online lookup off."
            )
            raise OnlineLookupError(msg) from error
        except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
            msg = f"{self._domain} gave an answer about {name!r} that makes no sense."
            raise OnlineLookupError(msg) from error

    def _ask_patiently(self, name: str, country: str) -> list[Any]:
        for again in range(1, TRIES):
            try:
                return self._ask_once(name, country)
            except (GeocoderTimedOut, GeocoderRateLimited, GeocoderUnavailable) as error:
                wait_s = max(BACK_OFF_S**again, getattr(error, "retry_after", None) or 0.0)
                if wait_s > _MOST_WAIT_S:
                    raise
                self._pace.sleep(wait_s)
        return self._ask_once(name, country)

    def _ask_once(self, name: str, country: str) -> list[Any]:
        self._pace.wait()
        options = self.provider.options(country)
        found = self._geocoder.geocode(name, exactly_one=False, **options)
        return [location.raw for location in (found or ())[:MOST_ANSWERS] if location]

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=TIMEOUT_S)
        connection.execute(
            "CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, answer TEXT NOT NULL)"
        )
        return connection

    def _kept(self, key: str) -> list[Any] | None:
        try:
            with closing(self._connect()) as connection:
                query = "SELECT answer FROM answer WHERE key = ?"
                row = connection.execute(query, (key,)).fetchone()
            answers = json.loads(row[0]) if row else None
        except (sqlite3.Error, ValueError):
            # Kept answers save requests; without them one is asked for again.
            return None
        return answers if isinstance(answers, list) else None

    def _keep(self, key: str, answers: list[Any]) -> None:
        try:
            with closing(self._connect()) as connection, connection:
                connection.execute(
                    "INSERT OR REPLACE INTO answer VALUES (?, ?)", (key, json.dumps(answers))
                )
        except sqlite3.DatabaseError:
            # A damaged file would never keep an answer again.
            self._path.unlink(missing_ok=True)


def _provider(name: str) -> Provider:
    found = PROVIDERS.get(name)
    if found is None:
        msg = f"{name!r} is no service that can be asked. Choose one of {', '.join(PROVIDERS)}."
        raise OnlineLookupError(msg)
    return found


def _address(server: str, provider: Provider) -> tuple[str, str]:
    """Return scheme and host of a server as a person gave it.

    Raises:
        OnlineLookupError: It is none.
    """
    scheme, _, domain = (server.strip() or provider.official).rpartition("://")
    domain = domain.rstrip("/")
    if scheme not in {"", "http", "https"} or not _HOST.fullmatch(domain):
        msg = (
            f"{server!r} is no address of a server. Give one such as http://127.0.0.1:8080, "
            f"or leave it empty for {provider.official}."
        )
        raise OnlineLookupError(msg)
    return scheme or "https", domain


def _asked_rest_s(error: GeocoderServiceError) -> float:
    """Return how long a service asks to be left alone."""
    asked_s = getattr(error, "retry_after", None)
    return float(asked_s) if isinstance(asked_s, int | float) and asked_s > 0 else REST_S
