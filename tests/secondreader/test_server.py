"""The server may answer well, badly, slowly or not at all."""

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from components.secondreader import SecondReaderSettings, check
from components.secondreader import server as server_module
from components.secondreader.server import Server, ServerProblemError, StoppedError
from tests.secondreader.loopback import loopback, slowly

MESSAGES = [{"role": "user", "content": "[]"}]
NOBODY = "http://127.0.0.1:9/v1"


@pytest.fixture(autouse=True)
def _hurried(monkeypatch):
    monkeypatch.setattr(server_module, "_PAUSE_S", 0.01)


def settings(url, **changes):
    return SecondReaderSettings(url, "small", **{"wait_s": 5.0, **changes})


def test_the_answer_is_returned_and_the_key_and_the_schema_are_sent():
    with loopback(lambda _: "hello") as told:
        assert Server(settings(told.url, key="secret")).ask(MESSAGES) == "hello"
    assert told.keys == ["Bearer secret"]
    body = told.bodies[0]
    assert (body["model"], body["temperature"]) == ("small", 0)
    assert body["response_format"]["type"] == "json_schema"


def test_it_can_be_asked_from_where_a_loop_is_running():
    async def ask():
        with loopback(lambda _: "hello") as told:
            return Server(settings(told.url)).ask(MESSAGES)

    # In a thread of its own: a browser test may have left a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as alone:
        assert alone.submit(lambda: asyncio.run(ask())).result() == "hello"


def test_a_server_that_refuses_a_form_of_answer_is_asked_for_the_next_and_remembered():
    def only_plain(body):
        return 400 if "response_format" in body else "plain"

    with loopback(only_plain) as told:
        server = Server(settings(told.url))
        assert server.ask(MESSAGES) == "plain"
        assert server.ask(MESSAGES) == "plain"
    forms = [body.get("response_format", {}).get("type") for body in told.bodies]
    assert forms == ["json_schema", "json_object", None, None]


def test_a_busy_server_is_asked_twice_and_no_more():
    with loopback(lambda _: 503) as told, pytest.raises(ServerProblemError, match="error 503"):
        Server(settings(told.url)).ask(MESSAGES)
    assert len(told.bodies) == 2


def test_a_refused_key_is_said_and_never_shown():
    chosen_key = "s3cret"
    with loopback(lambda _: 401) as told:
        chosen = settings(told.url, key=chosen_key)
        with pytest.raises(ServerProblemError, match="refused the key") as refused:
            Server(chosen).ask(MESSAGES)
    assert len(told.bodies) == 1
    assert chosen_key not in f"{refused.value} {chosen!r}"


def test_a_redirect_is_not_followed():
    with loopback(lambda _: 307) as told, pytest.raises(ServerProblemError, match="another addr"):
        Server(settings(told.url)).ask(MESSAGES)


@pytest.mark.parametrize(
    "raw", [b"not json", b"{}", b'{"choices": []}', b'{"choices": [{"message": null}]}', b"[]"]
)
def test_an_answer_in_another_protocol_is_said(raw):
    with loopback(lambda _: raw) as told, pytest.raises(ServerProblemError, match="another form"):
        Server(settings(told.url)).ask(MESSAGES)


def test_an_endless_answer_is_cut_off(monkeypatch):
    monkeypatch.setattr(server_module, "_LONGEST_ANSWER", 1000)
    with loopback(lambda _: b"x" * 5000) as told, pytest.raises(ServerProblemError, match="longer"):
        Server(settings(told.url)).ask(MESSAGES)


def test_a_slow_server_is_waited_for_as_long_as_set_and_once():
    with loopback(slowly(1.0)) as told:
        begun = time.monotonic()
        with pytest.raises(ServerProblemError, match="no answer within"):
            Server(settings(told.url, wait_s=0.3)).ask(MESSAGES)
        assert time.monotonic() - begun < 0.9
    assert len(told.bodies) == 1


def test_no_server_at_all_is_said():
    with pytest.raises(ServerProblemError, match="No server answers"):
        Server(settings(NOBODY)).ask(MESSAGES)


def test_a_person_can_stop_while_it_waits():
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    with loopback(slowly(1.5)) as told:
        begun = time.monotonic()
        with pytest.raises(StoppedError):
            Server(settings(told.url), stop.is_set).ask(MESSAGES)
        assert time.monotonic() - begun < 1.0


def test_checking_a_server_sends_no_text():
    with loopback(lambda _: 500, models=("small", "large")) as told:
        checked = check(settings(told.url))
        other = check(SecondReaderSettings(told.url, "huge"))
    assert (checked.is_ok, checked.models) == (True, ("small", "large"))
    assert not other.is_ok
    assert "small, large" in other.words
    assert told.bodies == []


def test_checking_a_server_that_is_not_there_says_so():
    checked = check(settings(NOBODY))
    assert not checked.is_ok
    assert "No server answers" in checked.words
