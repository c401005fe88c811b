"""A name is placed by a click on the map, in a browser and on a phone."""

import pytest

from components.store import Ledger
from tests import builders
from tests.browser.conftest import served
from tests.browser.dashboard import Dashboard

pytestmark = pytest.mark.browser

IDLIB = builders.IDLIB.id


@pytest.fixture
def board_server(tmp_path):
    """A dashboard on a ledger that holds the example."""
    ledger = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    ledger.add(builders.example_reading())
    ledger.close()
    with served(tmp_path) as running:
        yield running


def ask_for_a_click(board):
    board.page.locator(".st-key-open_placing button").click()
    board.page.locator(".st-key-pick_point button").click()
    board.frame.wait_for_selector(".wh-picker", state="visible")
    board.page.get_by_role("dialog").wait_for(state="detached")


def spot(board, lat, lon):
    """Return where a point of the earth is in the window, px."""
    box = board.page.query_selector(".st-key-canvas iframe").bounding_box()
    x, y = board.frame.evaluate(
        "([lat, lon]) => { const p = Whoheld.app.map.latLngToContainerPoint([lat, lon]);"
        " return [p.x, p.y]; }",
        [lat, lon],
    )
    return box["x"] + x, box["y"] + y


def test_a_click_on_the_map_gives_the_point_and_the_person_confirms(open_window, board_server):
    page, watch = open_window()
    board = Dashboard(page, board_server.url, f"?day=2015-03-30&place={IDLIB}")
    ask_for_a_click(board)
    assert "Click where “Idlib” lies" in board.frame.inner_text(".wh-picker")
    assert board.frame.evaluate(
        "getComputedStyle(document.querySelector('.wh-map')).cursor === 'crosshair'"
    )
    runs = board.runs
    page.mouse.move(*spot(board, 35.7, 36.9), steps=5)
    page.wait_for_timeout(300)
    assert board.runs == runs, "the pointer alone asks for nothing"
    page.mouse.click(*spot(board, 35.6, 37.1))
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("The point is in Syria").wait_for()
    words = dialog.get_by_label("Another name, or coordinates").input_value()
    lat, lon = (float(part) for part in words.split(", "))
    assert abs(lat - 35.6) < 0.02
    assert abs(lon - 37.1) < 0.02
    assert board.frame.locator(".wh-pin").count() == 1
    dialog.get_by_label("Your name").fill("Anna")
    dialog.get_by_label("Your name").press("Tab")
    board.settle()
    page.locator(".st-key-do_placing button").click()
    page.get_by_text("Place decided.").wait_for()
    board.frame.wait_for_selector(".wh-pin", state="detached")
    assert board.frame.evaluate("Whoheld.app.history.ids").count(f"by-hand:{lat:.4f},{lon:.4f}")
    assert watch.errors == []


def test_escape_gives_up_and_the_form_is_as_it_was(open_window, board_server):
    page, watch = open_window()
    board = Dashboard(page, board_server.url, f"?day=2015-03-30&place={IDLIB}")
    page.locator(".st-key-open_placing button").click()
    page.get_by_role("dialog").get_by_text("This name from now on").click()
    board.settle()
    page.locator(".st-key-pick_point button").click()
    board.frame.wait_for_selector(".wh-picker", state="visible")
    page.keyboard.press("Escape")
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    board.settle()
    assert dialog.get_by_label("Another name, or coordinates").input_value() == ""
    assert dialog.get_by_role("radio", name="This name from now on").is_checked()
    assert board.frame.locator(".wh-pin").count() == 0
    assert not board.frame.evaluate("Whoheld.app.picking.isOn")
    assert watch.errors == []


def test_a_finger_on_a_phone_places_a_name_too(open_window, board_server):
    page, watch = open_window(390, 844, has_touch=True, is_mobile=True)
    board = Dashboard(page, board_server.url, f"?day=2015-03-30&place={IDLIB}")
    page.locator(".st-key-open_placing button").scroll_into_view_if_needed()
    ask_for_a_click(board)
    board.settle()
    page.touchscreen.tap(*spot(board, 35.6, 37.1))
    page.get_by_role("dialog").get_by_text("The point is in Syria").wait_for()
    assert watch.errors == []
