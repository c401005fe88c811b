"""How a look-up reaches a server that may be dead, slow or lying: with an end to everything."""

import json
import threading
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import (
    GeocoderParseError,
    GeocoderServiceError,
    GeocoderTimedOut,
    GeocoderUnavailable,
)

MOST_BYTES = 1_000_000
_CHUNK = 65_536


class _SameHost(HTTPRedirectHandler):
    """Follows a server that sends one on, but never to somebody else."""

    def redirect_request(self, req: Request, *given: Any, **named: Any) -> Request | None:
        new = super().redirect_request(req, *given, **named)
        if new is None or urlsplit(new.full_url).hostname != urlsplit(req.full_url).hostname:
            return None
        return new


class PatientAdapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """Fetches for geopy: the whole answer within the time, and of a size that makes sense.

    A time limit of a socket starts anew with each byte, and none covers the search for the
    server's address, so each answer is fetched in a thread that is given up when time is over.
    """

    def __init__(self, *, proxies: Any, ssl_context: Any) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._opener = build_opener(ProxyHandler(proxies or None), _SameHost())

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        """Return what an address gives, read as JSON.

        Raises:
            GeocoderTimedOut: It did not come in time.
            GeocoderServiceError: It did not come, is too long, or is no JSON.
            AdapterHTTPError: The server refused.
        """
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            return json.loads(text)
        except (ValueError, RecursionError) as error:
            msg = "the answer is no JSON"
            raise GeocoderParseError(msg) from error

    def get_text(self, url: str, *, timeout: float, headers: dict[str, str]) -> str:
        """Return what an address gives, see `get_json`."""
        found = _Fetch(self._opener, Request(url, headers=headers), timeout)  # noqa: S310
        if not found.wait(timeout):
            msg = "Service timed out"
            raise GeocoderTimedOut(msg)
        if found.refused is not None:
            raise found.refused
        return found.text


class _Fetch(threading.Thread):
    """One request, in a thread of its own."""

    def __init__(self, opener: Any, request: Request, timeout_s: float) -> None:
        super().__init__(daemon=True)
        self._opener, self._request, self._timeout_s = opener, request, timeout_s
        self._given_up = threading.Event()
        self.refused: Exception | None = None
        self.text = ""
        self.start()

    def wait(self, timeout_s: float) -> bool:
        """Return whether it was over in time; what comes later is thrown away."""
        self.join(timeout_s)
        self._given_up.set()
        return not self.is_alive()

    def run(self) -> None:
        """Fetch, and keep the text or why there is none."""
        try:
            with self._opener.open(self._request, timeout=self._timeout_s) as answer:
                self.text = self._read(answer).decode()
        except HTTPError as error:
            headers = {name.lower(): value for name, value in error.headers.items()}
            self.refused = AdapterHTTPError(
                f"status {error.code}", status_code=error.code, headers=headers, text=""
            )
        except TimeoutError:
            self.refused = GeocoderTimedOut("Service timed out")
        except URLError as error:
            self.refused = (
                GeocoderTimedOut("Service timed out")
                if isinstance(error.reason, TimeoutError)
                else GeocoderUnavailable(str(error.reason))
            )
        except GeocoderServiceError as error:
            self.refused = error
        except (OSError, ValueError, HTTPException) as error:
            self.refused = GeocoderServiceError(f"no answer that makes sense: {error!r}")

    def _read(self, answer: Any) -> bytes:
        parts: list[bytes] = []
        size = 0
        while not self._given_up.is_set():
            part = answer.read1(_CHUNK)
            if not part:
                break
            size += len(part)
            if size > MOST_BYTES:
                msg = f"its answer is longer than {MOST_BYTES // 1000:,} kB"
                raise GeocoderServiceError(msg)
            parts.append(part)
        return b"".join(parts)
