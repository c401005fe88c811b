"""The page without a mouse, from opening to a saved picture, and by the ears of axe-core."""

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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_the_page_and_in_its_map(visit, theme):
    board = visit("?day=2015-03-28", theme=theme)
    board.settle()
    assert not serious_violations(board.frame)
    assert not serious_violations(board.page)
