"""The example's whole story as a person goes through it: a second article, two clocks, undo.

What each step must show is told day by day in tests/pipeline/test_scenario.py.
"""

import pytest

from tests.browser.dashboard import Dashboard

pytestmark = pytest.mark.browser

SECOND = """Rebels hold Jisr al-Shughur a month after its capture

Rebel fighters captured Jisr al-Shughur from Syrian government forces on 25 April 2015, residents \
of the town said. Shops in the centre have opened again, they said, and the road to the south is \
closed.
"""


@pytest.fixture
def board(open_window, server):
    page, watch = open_window()
    yield Dashboard(page, server.url, "?day=2015-05-15")
    assert watch.strangers() == []
    assert watch.errors == []


def stretches(board):
    """Return the words of the stretches of the strip, first day and state."""
    buttons = board.page.locator(".st-key-history .stretches button")
    return [
        label.split(",")[0] for label in buttons.evaluate_all("all => all.map(b => b.ariaLabel)")
    ]


def looks(board, place_id):
    return board.state_of(place_id)[:2]


def until(board, place_id, standing):
    board.frame.wait_for_function(
        """([id, standing]) => {
            const {app} = Whoheld;
            if (!app.history || !app.moment) return false;
            const code = app.moment.code[app.history.byId.get(id)];
            return app.history.looks[code >> 3]?.standing === standing;
        }""",
        arg=[place_id, standing],
        timeout=30_000,
    )


def test_a_second_article_dates_the_capture_known_by_takes_it_back_and_undo_restores_all(board):
    jisr = board.id_of("Jisr al-Shughur")
    board.click_place(jisr)
    board.page.wait_for_selector(".st-key-history .stretches button", timeout=20_000)
    board.settle()
    alone = stretches(board)
    assert [words.split(":")[0] for words in alone] == [
        "Held by the government",
        "Held by the opposition",
        "Held by the government",
        "Fought over",
        "Held by the opposition",
    ]
    assert looks(board, jisr) == ["held", "claimed"]

    board.page.locator(".st-key-open_add button").click()
    board.page.get_by_label("Text of the article").fill(SECOND)
    board.page.get_by_role("spinbutton", name="year, Date of report").click()
    # The field goes on from year to month to day by itself.
    board.page.keyboard.type("20150528")
    board.page.locator(".st-key-read button").click()
    board.page.get_by_text("1 article read.").wait_for(timeout=60_000)
    board.page.locator(".st-key-show_added button").click()
    until(board, jisr, "corroborated")
    board.settle()
    assert board.day() == "2015-04-25"
    assert "25 Apr 2015" in board.panel()
    with_both = stretches(board)
    assert with_both == alone, "the second article changes days and standing, not the story"

    board.page.goto(f"{board.url}/?day=2015-05-15&place={jisr}&known_by=2015-05-27")
    board.wait_for_map()
    until(board, jisr, "claimed")
    board.settle()
    assert stretches(board) == alone
    words = board.panel()
    assert "What came later" in words
    assert "Not known on 27 May 2015" in words

    board.page.goto(f"{board.url}/?day=2015-05-15&place={jisr}")
    board.wait_for_map()
    until(board, jisr, "corroborated")
    board.settle()
    board.page.locator(".st-key-open_changes button").click()
    board.page.locator(".st-key-undo button").click()
    until(board, jisr, "claimed")
    board.page.locator(".st-key-close_changes button").click()
    board.settle()
    assert stretches(board) == alone
    assert "residents of the town" not in board.panel().lower()
