"""Looking a place up online, from the switch to the choice, against a server on this machine."""

import json
import threading
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
        self.asked, self.status, self.address = [], 200, ""


@pytest.fixture
def server():
    """A look-up service on this machine; what it was asked stands in `asked`."""

    told = Told()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            told.asked.append((self.path, self.headers["User-Agent"]))
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
        app.text_input(key="online_server").set_value(address)
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
