"""Every service against a server on this machine: one that answers, and ones that do not."""

import json
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from components.errors import ReaderError
from components.places.fetching import MOST_BYTES
from components.places.online import REST_S, OnlineGazetteer, Pace
from components.places.providers import PROVIDERS

AGENT = "whoheld-tests (test@example.org)"
ANSWERS: dict[str, Any] = {
    "nominatim": [
        {
            "osm_type": "node",
            "osm_id": 7,
            "lat": "35.5",
            "lon": "36.5",
            "display_name": "Qwertabad, Idlib, Syria",
            "addresstype": "village",
            "address": {"country_code": "sy", "state": "Idlib"},
        }
    ],
    "photon": {
        "features": [
            {
                "geometry": {"type": "Point", "coordinates": [36.5, 35.5]},
                "properties": {
                    "osm_type": "N",
                    "osm_id": 7,
                    "osm_key": "place",
                    "osm_value": "village",
                    "name": "Qwertabad",
                    "countrycode": "SY",
                    "state": "Idlib",
                },
            }
        ]
    },
    "geonames": {
        "geonames": [
            {
                "geonameId": 7,
                "lat": "35.5",
                "lng": "36.5",
                "name": "Qwertabad",
                "countryCode": "SY",
                "adminName1": "Idlib",
                "fcl": "P",
                "fcode": "PPL",
                "population": 900,
            }
        ]
    },
}
PATHS = {"nominatim": "/search", "photon": "/api", "geonames": "/searchJSON"}
NOTHING = {"nominatim": [], "photon": {"features": []}, "geonames": {"geonames": []}}


class Server:
    """What it was asked, and how it answers."""

    def __init__(self):
        self.asked, self.status, self.headers, self.body = [], 200, {}, b"{}"
        self.address = ""
        self.stall_s = self.drip_s = 0.0
        self.over = threading.Event()

    def says(self, answer):
        self.body = json.dumps(answer).encode()


class Quiet(ThreadingHTTPServer):
    """A server that says nothing when somebody hangs up on it."""

    def handle_error(self, *_):
        pass


@pytest.fixture
def server():
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            told.asked.append((urlsplit(self.path), self.headers["User-Agent"]))
            told.over.wait(told.stall_s)
            self.send_response(told.status)
            for name, value in told.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(told.body)))
            self.end_headers()
            if not told.drip_s:
                self.wfile.write(told.body)
            for byte in told.body if told.drip_s else b"":
                self.wfile.write(bytes([byte]))
                if told.over.wait(told.drip_s):
                    break

        def log_message(self, *_):
            pass

    service = Quiet(("127.0.0.1", 0), Handler)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    told.address = f"http://127.0.0.1:{service.server_port}"
    yield told
    told.over.set()
    service.shutdown()
    service.server_close()


class Clock:
    def __init__(self):
        self.now_s, self.waits_s = 100.0, []

    def __call__(self):
        return self.now_s

    def sleep(self, wait_s):
        self.waits_s.append(wait_s)
        self.now_s += wait_s


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def at(server, tmp_path, clock):
    """Return the look-up at the server for a service."""

    def made(provider="nominatim", address="", **given):
        return OnlineGazetteer(
            AGENT,
            provider=provider,
            account="anna" if PROVIDERS[provider].needs_account else "",
            cache_dir=tmp_path,
            server=address or server.address,
            **{"pace": Pace(clock, clock.sleep), **given},
        )

    return made


@pytest.mark.parametrize("provider", PROVIDERS)
def test_each_service_is_asked_in_its_own_way_and_answers_with_a_place(server, at, provider):
    server.says(ANSWERS[provider])
    (place,) = at(provider).lookup("Qwertabad")
    assert (place.name, place.kind, place.country) == ("Qwertabad", "village", "SY")
    assert (place.lat, place.lon, place.admin1) == (35.5, 36.5, "Idlib")
    ((asked, agent),) = server.asked
    query = parse_qs(asked.query)
    assert asked.path == PATHS[provider]
    assert query["q"] == ["Qwertabad"]
    assert agent == AGENT
    assert query.get("username", ["anna"]) == ["anna"]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_answers_and_misses_are_kept_by_service(server, at, provider):
    server.says(NOTHING[provider])
    assert at(provider).lookup("Qwertabad") == ()
    server.says(ANSWERS[provider])
    assert at(provider).lookup("qwertabad") == ()
    assert len(server.asked) == 1
    other = next(one for one in PROVIDERS if one != provider)
    server.says(ANSWERS[other])
    assert len(at(other).lookup("Qwertabad")) == 1


def test_all_services_share_one_request_a_second(server, at, clock):
    pace = Pace(clock, clock.sleep)
    for provider in PROVIDERS:
        server.says(ANSWERS[provider])
        at(provider, pace=pace).lookup("Qwertabad")
    assert clock.waits_s == [1.0, 1.0]


def test_two_who_ask_at_once_take_turns(clock):
    pace = Pace(clock, clock.waits_s.append)
    for _ in range(3):
        pace.wait()
    assert clock.waits_s == [1.0, 2.0]


def test_a_service_that_wants_a_user_name_says_so_and_asks_nothing(server, tmp_path):
    with pytest.raises(ReaderError, match="asks for a user name"):
        OnlineGazetteer(AGENT, provider="geonames", cache_dir=tmp_path, server=server.address)
    assert server.asked == []


def test_a_service_that_nobody_knows_is_refused(tmp_path):
    with pytest.raises(ReaderError, match="no service that can be asked"):
        OnlineGazetteer(AGENT, provider="oracle", cache_dir=tmp_path)


def test_one_that_wants_fewer_requests_is_left_alone_as_long_as_it_says(server, at, clock):
    server.status, server.headers = 429, {"Retry-After": "300"}
    gazetteer = at()
    with pytest.raises(ReaderError, match="asks for fewer requests"):
        gazetteer.lookup("Qwertabad")
    assert len(server.asked) == 1, "asking again at once would make it worse"
    with pytest.raises(ReaderError, match="asked again in 300 s"):
        gazetteer.lookup("Another")
    assert len(server.asked) == 1
    server.status = 200
    server.says(ANSWERS["nominatim"])
    clock.now_s += 301
    assert len(gazetteer.lookup("Qwertabad")) == 1


def test_one_that_does_not_say_how_long_is_asked_once_more_and_rests_a_minute(server, at):
    server.status = 429
    gazetteer = at()
    with pytest.raises(ReaderError, match="asks for fewer requests"):
        gazetteer.lookup("Qwertabad")
    assert len(server.asked) == 2
    with pytest.raises(ReaderError, match=f"asked again in {REST_S:.0f} s"):
        gazetteer.lookup("Another")


def test_an_account_whose_requests_are_used_up_is_left_alone_too(server, at):
    server.says({"status": {"value": 19, "message": "the hourly limit has been exceeded"}})
    with pytest.raises(ReaderError, match="asks for fewer requests"):
        at("geonames").lookup("Qwertabad")


@pytest.mark.parametrize("how", ["stall_s", "drip_s"])
def test_one_that_is_slow_is_given_up(server, at, monkeypatch, how):
    monkeypatch.setattr("components.places.online.TIMEOUT_S", 0.4)
    server.says(ANSWERS["nominatim"])
    setattr(server, how, 30.0 if how == "stall_s" else 0.05)
    began_s = time.monotonic()
    with pytest.raises(ReaderError, match="did not answer"):
        at().lookup("Qwertabad")
    assert time.monotonic() - began_s < 3
    assert len(server.asked) == 2


def test_one_that_is_dead_is_a_sentence(at):
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{found.getsockname()[1]}"
    with pytest.raises(ReaderError, match="could not be asked"):
        at(address=address).lookup("Qwertabad")


def told_by(gazetteer):
    """Return the sentence of a look-up that must find nothing, "" where it is silent."""
    try:
        found = gazetteer.lookup("Qwertabad")
    except ReaderError as refused:
        return str(refused)
    assert found == ()
    return ""


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize(
    "body",
    [
        b"<html>Log in to the hotel's network</html>",
        b"[[[[",
        b"[" * 100_000,
        b"null",
        b"7",
        b'{"features": 7, "geonames": 7}',
        b"\xff\xfe",
        b" " * (MOST_BYTES + 1),
    ],
    ids=["page", "torn", "deep", "null", "number", "shape", "bytes", "long"],
)
def test_one_that_talks_nonsense_is_a_sentence_or_nothing(server, at, provider, body):
    server.body = body
    told = told_by(at(provider))
    assert not told or "127.0.0.1" in told
    assert len(told) < 400


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize(("lat", "lon"), [("NaN", 1), (91, 1), (1, 181), (None, 1), ("x", 1)])
def test_a_position_that_is_not_on_earth_is_no_place(server, at, provider, lat, lon):
    answer = json.loads(json.dumps(ANSWERS[provider]))
    if provider == "photon":
        answer["features"][0]["geometry"]["coordinates"] = [lon, lat]
    else:
        one = answer[0] if provider == "nominatim" else answer["geonames"][0]
        one["lat"], one["lon"], one["lng"] = lat, lon, lon
    server.says(answer)
    told = told_by(at(provider))
    assert not told or "makes no sense" in told or "could not be asked" in told


def test_ids_and_codes_of_an_answer_are_what_such_things_look_like(server, at):
    good = ANSWERS["nominatim"][0]
    server.says(
        [
            good | {"osm_id": "7/../geonames:1"},
            good | {"osm_type": "moon"},
            good | {"osm_id": 8, "display_name": "X" * 5000, "address": {"country_code": "sy<b>"}},
        ]
    )
    (place,) = at().lookup("Qwertabad")
    assert place.id == "osm:node/8"
    assert len(place.name) <= 120
    assert place.country == ""


def test_one_that_sends_us_to_somebody_else_is_not_followed(server, at):
    server.status, server.headers = 302, {"Location": "http://localhost:9/elsewhere"}
    with pytest.raises(ReaderError, match="could not be asked"):
        at().lookup("Qwertabad")


def test_a_damaged_file_of_kept_answers_is_begun_anew(server, at, tmp_path):
    server.says(ANSWERS["nominatim"])
    at().lookup("Qwertabad")
    (tmp_path / "online.sqlite").write_bytes(b"torn" * 3000)
    assert len(at().lookup("Qwertabad")) == 1
    assert len(at().lookup("Qwertabad")) == 1
    assert len(at().lookup("Qwertabad")) == 1
    assert len(server.asked) == 3
