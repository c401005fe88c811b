"""Looking a place up online, from the switch to the choice, against a server on this machine."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import builders
from tests.panels.opened import open_page, shown

ANSWER = {
    "osm_type": "node",
    "osm_id": 7,
    "lat": "35.5",
    "lon": "36.5",
    "display_name": "Qwertabad, Idlib, Syria",
    "addresstype": "village",
    "address": {"country_code": "sy", "state": "Idlib"},
}


class Told:
    """What a server was asked, and how it answers."""

    def __init__(self):
        self.asked, self.status, self.address, self.stall_s = [], 200, "", 0.0


@pytest.fixture
def server():
    """A look-up service on this machine; what it was asked stands in `asked`."""

    told = Told()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            told.asked.append((self.path, self.headers["User-Agent"]))
            time.sleep(told.stall_s)
            body = json.dumps([ANSWER]).encode()
            self.send_response(told.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    service = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=service.serve_forever, daemon=True).start()
    told.address = f"http://127.0.0.1:{service.server_port}"
    yield told
    service.shutdown()
    service.server_close()


@pytest.fixture
def form(filled, tmp_path, monkeypatch):  # noqa: ARG001 (asked for, so that it is filled first)
    """The form of a claim, with online look-up switched on in the settings."""
    monkeypatch.setattr("components.places.online.cache_folder", lambda _: tmp_path)

    def opened(address):
        app = open_page(day="2015-03-30", place=builders.IDLIB.id)
        app.button(key="open_add").click().run()
        app.session_state["add_tab"] = "Settings"
        app.run()
        app.toggle(key="online_on").set_value(True).run()
        app.text_input(key="online_server_nominatim").set_value(address)
        app.text_input(key="online_contact").set_value("test@example.org").run()
        assert address in shown(app)
        app.button(key="close_settings").click().run()
        next(b for b in app.button if b.key.startswith("correct-for-")).click().run()
        next(t for t in app.text_input if t.label == "Place").set_value("Qwertabad").run()
        assert not app.exception
        return app

    return opened


def press_online(app):
    next(b for b in app.button if b.label == "Look up online").click().run()
    assert not app.exception


def test_nothing_is_sent_before_the_button_and_then_the_name_alone(form, server):
    app = form(server.address)
    assert server.asked == []
    press_online(app)
    ((path, agent),) = server.asked
    assert parse_qs(urlsplit(path).query)["q"] == ["Qwertabad"]
    assert "test@example.org" in agent
    labels = [option for box in app.selectbox for option in box.options]
    assert any("Qwertabad" in label and "village" in label for label in labels)
    assert any("OpenStreetMap contributors" in caption.value for caption in app.caption)


def test_a_server_that_is_dead_is_one_sentence(form, server):
    server.status = 500
    app = form(server.address)
    press_online(app)
    assert "could not be asked" in shown(app)


def test_an_address_that_is_none_is_one_sentence(form):
    app = form("http://no host")
    assert "is no address of a server" in shown(app)


def test_a_slow_server_leaves_the_page_alone_and_its_answer_comes_later(form, server):
    app = form(server.address)
    server.stall_s = 3.0
    began_s = time.monotonic()
    press_online(app)
    assert time.monotonic() - began_s < 2.5
    assert "Asking Nominatim (OpenStreetMap) about “Qwertabad”" in shown(app)
    key = next(b.key for b in app.button if b.label == "Look up online")
    assert app.session_state[key.removesuffix("online") + "asked"].wait(20)
    app.run()
    labels = [option for box in app.selectbox for option in box.options]
    assert any("Qwertabad" in label for label in labels)


def test_another_service_is_a_choice_and_says_what_it_is_sent(settings):
    settings.selectbox(key="online_provider").set_value("geonames").run()
    settings.text_input(key="online_contact").set_value("test@example.org").run()
    told = shown(settings)
    assert "secure.geonames.org" in told
    assert "your user name there" in told
    assert "GeoNames asks for a user name" in told
    settings.text_input(key="online_account_geonames").set_value("anna").run()
    assert "asks for a user name" not in shown(settings)
    settings.selectbox(key="online_provider").set_value("photon").run()
    assert "photon.komoot.io" in shown(settings)
    assert "OpenStreetMap contributors" in shown(settings)
    assert not settings.exception


@pytest.fixture
def settings(filled):  # noqa: ARG001 (asked for, so that it is filled first)
    """The settings with online look-up switched on."""
    app = open_page(day="2015-03-30", place=builders.IDLIB.id)
    app.button(key="open_add").click().run()
    app.session_state["add_tab"] = "Settings"
    app.run()
    app.toggle(key="online_on").set_value(True).run()
    assert not app.exception
    return app
