"""The first start on an empty machine, with everything beyond this computer refused.

The tests follow one another like a person's first minutes.
"""

import pytest

from components.panels.chronicle import NAME, NOTE
from tests.browser.dashboard import Dashboard

pytestmark = pytest.mark.browser

IDLIB = "geonames:169389"


@pytest.fixture(scope="module")
def board(new_machine, chromium):
    """One window on a new machine, watched for whom it asks."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    asked, errors = [], []
    own = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:")
    context.on("request", lambda request: asked.append(request.url))
    context.route(
        "**/*",
        lambda route: route.continue_() if route.request.url.startswith(own) else route.abort(),
    )
    page = context.new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(new_machine.url)
    page.get_by_role("heading", name="Opening the chronicle").wait_for(timeout=60_000)
    page.locator(".st-key-panel .reading u").wait_for(state="attached", timeout=60_000)
    yield Dashboard(page, new_machine.url)
    assert [address for address in asked if not address.startswith(own)] == []
    assert errors == []
    context.close()


def test_it_opens_on_a_day_worth_seeing_and_says_what_it_is(board):
    assert board.day() == "2015-03-28"
    assert NOTE in board.panel()
    assert board.frame.evaluate("Whoheld.app.history.n") > 100
    assert board.state_of(IDLIB)[0] == "held"
    assert board.page.locator(".brand .demo").get_attribute("title") == NOTE


def test_the_tour_is_offered_once_goes_by_keys_and_is_skipped(board):
    tour = board.page.locator(".tour")
    tour.wait_for(timeout=20_000)
    assert tour.get_by_text("1 of 5").is_visible()
    board.page.keyboard.press("ArrowRight")
    assert tour.get_by_text("2 of 5").is_visible()
    tour.get_by_role("button", name="Back").click()
    assert tour.get_by_text("1 of 5").is_visible()
    assert board.day() == "2015-03-28", "a key of the tour moved the day"
    tour.get_by_role("button", name="Skip").click()
    assert not tour.is_visible()


def test_a_place_clicked_shows_its_sentence_and_where_it_comes_from(board):
    board.click_place(board.id_of("Kobani"))
    board.page.wait_for_selector(".st-key-panel mark", timeout=20_000)
    board.settle()
    assert "Kobani" in board.page.locator("[role=tab][aria-selected=true]").inner_text()
    assert NOTE in board.page.locator(".card footer").first.inner_text()


def test_one_click_takes_the_chronicle_off_the_map_and_one_puts_it_back(board):
    places = board.frame.evaluate("Whoheld.app.history.n")
    board.page.locator(".st-key-remove_demo button").click()
    board.page.locator(".st-key-undo_demo button").wait_for(timeout=20_000)
    board.frame.wait_for_function("Whoheld.app.history.n < 10", timeout=20_000)
    assert NOTE not in board.panel()
    board.page.locator(".st-key-undo_demo button").click()
    board.page.locator(".st-key-remove_demo button").wait_for(timeout=20_000)
    board.frame.wait_for_function(f"Whoheld.app.history.n === {places}", timeout=20_000)
    board.settle()
    assert board.day() == "2015-03-28"


def test_a_later_start_is_at_once_without_a_tour_until_method_offers_it(board, new_machine):
    again = Dashboard(board.page, new_machine.url)
    again.page.wait_for_timeout(1500)
    assert not again.page.locator(".tour").is_visible()
    again.page.locator(".st-key-open_method button").click()
    again.page.locator(".st-key-take_tour button").click()
    again.page.locator(".tour").wait_for(timeout=20_000)
    again.page.keyboard.press("Escape")
    assert not again.page.locator(".tour").is_visible()
    assert NAME in again.panel()
