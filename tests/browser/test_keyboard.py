"""The page without a mouse, from opening to a saved picture, and by the ears of axe-core."""

from typing import Any

import pytest

from tests.browser.dashboard import Dashboard
from tests.mapview.axe import serious_violations

pytestmark = pytest.mark.browser

MOST_TABS = 80


@pytest.fixture
def visit(open_window, server):
    """Open the dashboard in a window of its own."""

    def open_one(query="", **options):
        page, _ = open_window(**options)
        return Dashboard(page, server.url, query)

    return open_one


def tab_to(page, selector):
    """Press Tab until the element is in focus; it must be reached like that."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("s => Boolean(document.activeElement?.closest(s))", selector):
            return
    pytest.fail(f"{selector} is not reached by {MOST_TABS} presses of Tab")


def test_from_opening_to_a_saved_picture_by_keys_alone(visit, tmp_path):
    board = visit("?day=2015-03-20")
    page = board.page
    page.locator(".st-key-canvas iframe").evaluate("frame => frame.focus()")
    # To the next change, then through the places in view until Idlib, and choose it.
    page.keyboard.press("]")
    board.settle()
    assert board.day() > "2015-03-20"
    idlib = board.id_of("Idlib")
    for _ in range(60):
        page.keyboard.press(".")
        if board.frame.evaluate("Whoheld.app.history.ids[Whoheld.app.hover]") == idlib:
            break
    page.keyboard.press("Enter")
    board.frame.wait_for_function(f"Whoheld.app.placeId === '{idlib}'")
    page.wait_for_selector("mark", timeout=20_000)
    assert "Why this colour" in board.panel()
    page.evaluate("document.activeElement.blur()")
    tab_to(page, ".st-key-open_save")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-testid=stDialog]")
    with page.expect_download(timeout=60_000) as download:
        tab_to(page, ".st-key-save_png")
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    tab_to(page, ".st-key-close_save")
    page.keyboard.press("Enter")
    page.locator("[data-testid=stDialog]").wait_for(state="detached")


VIEWS: dict[str, dict[str, Any]] = {
    "the day": {"query": "?day=2015-03-28"},
    "the day, dark": {"query": "?day=2015-03-28", "theme": "dark"},
    "two days": {"query": "?day=2015-03-20&compare=2015-04-20"},
    "known by, dark": {"query": "?day=2015-03-28&known_by=2015-05-01", "theme": "dark"},
    "areas": {"query": "?day=2015-03-28&layers=areas-cells-30.local"},
    "a tablet": {"query": "?day=2015-03-28", "width": 1024, "height": 768},
    "a phone": {"query": "?day=2015-03-28", "width": 390, "height": 844, "has_touch": True},
}


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious_on_the_page_and_in_its_map(visit, view):
    board = visit(**VIEWS[view])
    board.settle()
    assert not serious_violations(board.frame)
    assert not serious_violations(board.page)


def test_axe_finds_nothing_serious_at_a_place_and_in_the_dialogs(visit):
    board = visit("?day=2015-03-28")
    page = board.page
    page.locator(".changes button", has_text="Idlib").first.click()
    page.get_by_text("Why this colour").wait_for()
    board.settle()
    assert not serious_violations(page)
    for name in ("save", "method", "add"):
        page.locator(f".st-key-open_{name} button").click()
        page.wait_for_selector("[data-testid=stDialog]")
        board.settle()
        assert not serious_violations(page), name
        page.keyboard.press("Escape")
        page.locator("[data-testid=stDialog]").wait_for(state="detached")
