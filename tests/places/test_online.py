import pytest
from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderRateLimited, GeocoderTimedOut

from components.errors import ReaderError
from components.places.online import BACK_OFF_S, OnlineGazetteer, Pace
from components.places.providers import PROVIDERS

AGENT = "whoheld-tests (test@example.org)"
ANSWER = {
    "osm_type": "node",
    "osm_id": 7,
    "lat": "35.5",
    "lon": "36.5",
    "name": "Kafr Example",
    "display_name": "Kafr Example, Idlib, Syria",
    "addresstype": "village",
    "address": {"country_code": "sy", "ISO3166-2-lvl4": "SY-ID", "state": "Idlib"},
}


class Clock:
    def __init__(self):
        self.now_s = 100.0
        self.waits_s = []

    def __call__(self):
        return self.now_s

    def sleep(self, wait_s):
        self.waits_s.append(wait_s)
        self.now_s += wait_s


def service(answers, asked):
    """Return what makes geopy speak to a list of answers instead of the network."""

    class Adapter(BaseSyncAdapter):  # type: ignore[misc]
        def get_json(self, url, *, timeout, headers):
            asked.append((url, headers, timeout))
            answer = answers[min(len(asked), len(answers)) - 1]
            if isinstance(answer, Exception):
                raise answer
            return answer

        def get_text(self, url, *, timeout, headers):
            raise NotImplementedError

    return Adapter


def online(tmp_path, answers, asked, clock):
    return OnlineGazetteer(
        AGENT,
        cache_dir=tmp_path,
        adapter_factory=service(answers, asked),
        pace=Pace(clock, clock.sleep),
    )


def test_an_answer_is_a_place_that_says_where_it_comes_from(tmp_path):
    (place,) = online(tmp_path, [[ANSWER]], [], Clock()).lookup("Kafr Example", "SY")
    assert (place.id, place.kind, place.country) == ("osm:node/7", "village", "SY")
    assert (place.gazetteer, place.pcode, place.lat) == ("osm", "SY-ID", 35.5)
    assert "OpenStreetMap" in PROVIDERS["nominatim"].credit


def test_requests_name_the_sender_and_wait_a_second_between(tmp_path):
    asked, clock = [], Clock()
    gazetteer = online(tmp_path, [[ANSWER], []], asked, clock)
    gazetteer.lookup("Kafr Example")
    clock.now_s += 0.25
    assert gazetteer.lookup("Nowhere") == ()
    assert clock.waits_s == [0.75]
    assert {headers["User-Agent"] for _, headers, _ in asked} == {AGENT}


def test_an_answer_is_asked_for_once_and_kept_even_when_empty(tmp_path):
    asked = []
    gazetteer = online(tmp_path, [[]], asked, Clock())
    assert gazetteer.lookup("Nowhere") == ()
    assert gazetteer.lookup("nowhere ") == ()
    again = online(tmp_path, [[ANSWER]], asked, Clock())
    assert again.lookup("Nowhere") == ()
    assert len(asked) == 1


def test_a_service_that_does_not_answer_gives_a_clear_sentence_and_nothing_is_kept(tmp_path):
    asked = []
    gazetteer = online(
        tmp_path, [GeocoderTimedOut("slow"), GeocoderTimedOut("slow"), [ANSWER]], asked, Clock()
    )
    with pytest.raises(ReaderError, match=r"'Kafr Example'.*Try again later"):
        gazetteer.lookup("Kafr Example")
    assert len(gazetteer.lookup("Kafr Example")) == 1


def test_a_sender_who_does_not_say_who_asks_is_refused(tmp_path):
    with pytest.raises(ReaderError, match="does not say who is asking"):
        OnlineGazetteer("x", cache_dir=tmp_path)


def test_a_service_in_trouble_is_asked_once_more_after_a_while(tmp_path):
    asked, clock = [], Clock()
    gazetteer = online(tmp_path, [GeocoderRateLimited("fewer"), [ANSWER]], asked, clock)
    assert len(gazetteer.lookup("Kafr Example")) == 1
    assert len(asked) == 2
    assert sum(clock.waits_s) >= BACK_OFF_S


@pytest.mark.parametrize(
    "answer", [[ANSWER | {"lat": "95"}], [ANSWER | {"lat": "x"}], {"lat": {}}, [7]]
)
def test_an_answer_that_makes_no_sense_is_a_sentence_or_nothing(tmp_path, answer):
    gazetteer = online(tmp_path, [answer], [], Clock())
    told = ""
    try:
        assert gazetteer.lookup("Kafr Example") == ()
    except ReaderError as refused:
        told = str(refused)
    assert not told or "nominatim" in told


@pytest.mark.parametrize("server", ["ftp://x", "http://", "a b", "http://x?y=z"])
def test_an_address_that_is_no_server_is_refused(tmp_path, server):
    with pytest.raises(ReaderError, match="is no address of a server"):
        OnlineGazetteer(AGENT, cache_dir=tmp_path, server=server)
