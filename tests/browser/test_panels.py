"""The panels in a browser, with everything beyond this computer refused.

The ledger holds the example as tests write it, so that every state is known beforehand.
"""

from urllib.parse import parse_qs, urlsplit

import pytest

from components.store import Ledger
from tests import builders
from tests.browser.conftest import served
from tests.browser.dashboard import Dashboard

pytestmark = pytest.mark.browser

JISR = builders.JISR.id
IDLIB = builders.IDLIB.id


@pytest.fixture(scope="module")
def board_server(tmp_path_factory):
    """A dashboard on a ledger that holds the example before anybody opens the page."""
    data_dir = tmp_path_factory.mktemp("panels")
    ledger = Ledger(f"sqlite:///{data_dir / 'ledger.sqlite3'}")
    ledger.add(builders.example_reading())
    ledger.close()
    with served(data_dir) as running:
        yield running


@pytest.fixture
def kept(board_server):
    """The ledger of the dashboard."""
    ledger = Ledger(f"sqlite:///{board_server.data_dir / 'ledger.sqlite3'}")
    yield ledger
    ledger.close()


@pytest.fixture
def visit(open_window, board_server):
    """Open the dashboard in a window of its own; nothing may be asked of a stranger."""
    watches = []

    def open_one(query="", **options):
        page, watch = open_window(**options)
        watches.append(watch)
        return Dashboard(page, board_server.url, query)

    yield open_one
    for watch in watches:
        assert watch.strangers() == []
        assert watch.errors == []


def asked(board):
    query = parse_qs(urlsplit(board.link()).query)
    return {name: values[0] for name, values in query.items()}


def until(board, place_id, state):
    """Wait until the map draws this state of a place."""
    board.frame.wait_for_function(
        """([id, state]) => {
            const {app} = Whoheld;
            if (!app.history || !app.moment) return false;
            const code = app.moment.code[app.history.byId.get(id)];
            return app.history.looks[code >> 3]?.state === state;
        }""",
        arg=[place_id, state],
        timeout=20_000,
    )


def press(board, key):
    """Press the first button of an evidence card whose key begins so."""
    button = board.page.locator(f"[class*='st-key-{key}'] button").first
    button.scroll_into_view_if_needed()
    button.click()


def sign(board, name, note=""):
    board.page.get_by_label("Your name").fill(name)
    board.page.get_by_label("Note").fill(note)
    board.page.get_by_label("Note").press("Tab")
    board.settle()


def test_why_this_colour_the_strip_leads_through_time(visit):
    board = visit(f"?day=2015-05-09&place={JISR}")
    board.frame.evaluate("window.sameMap = true")
    strip = board.page.locator(".st-key-history .stretches button")
    fight = strip.filter(has_not_text="x").and_(board.page.locator("[aria-label^='Fought over']"))
    fight.focus()
    board.page.keyboard.press("Enter")
    board.page.get_by_text("Fought over: the government and the opposition").first.wait_for()
    board.settle()
    assert asked(board)["day"] == board.day()
    assert board.state_of(JISR)[0] == "contested"
    box = board.page.locator(".st-key-history .stretches").bounding_box()
    board.page.mouse.click(box["x"] + box["width"] * 0.3, box["y"] + box["height"] / 2)
    board.settle()
    assert asked(board)["day"] == board.day() < "2015"
    assert board.frame.evaluate("window.sameMap") is True


def test_why_this_colour_tells_the_rule_and_what_is_for_and_against(visit):
    board = visit(f"?day=2015-05-09&place={JISR}")
    words = board.panel()
    for part in ("Why this colour", "One side says so.", "For", "Against", "would make this"):
        assert part in words
    assert board.page.locator(".st-key-panel mark").count() >= 1


def test_who_says_so_shows_the_world_by_monitors_and_back(visit):
    board = visit(f"?day=2015-05-09&place={JISR}")
    board.frame.evaluate("window.sameMap = true")
    assert board.state_of(JISR)[0] == "held"
    board.page.locator(".st-key-filter button").first.click()
    board.page.get_by_role("button", name="Monitors").click()
    until(board, JISR, "contested")
    board.page.locator(".st-key-reminders", has_text="By monitors only").wait_for()
    assert asked(board)["sources"] == "monitor"
    board.page.keyboard.press("Escape")
    board.page.locator(".st-key-end_heard button").click()
    until(board, JISR, "held")
    board.settle()
    assert "sources" not in asked(board)
    assert board.page.locator(".st-key-reminders").count() == 0
    assert board.frame.evaluate("window.sameMap") is True


def test_what_was_known_hides_what_came_later_and_tells_it(visit):
    board = visit(f"?day=2015-05-09&place={JISR}&known_by=2015-04-01")
    assert board.frame.evaluate(
        "(id) => Whoheld.app.history.looks[Whoheld.app.moment.code["
        "Whoheld.app.history.byId.get(id)] >> 3]?.state !== 'held'",
        JISR,
    )
    words = board.panel()
    assert "What came later" in words
    assert "Not known on 1 April 2015" in words
    board.page.locator(".st-key-end_known button").click()
    until(board, JISR, "held")
    board.page.get_by_text("What came later").wait_for(state="detached")


def test_known_by_is_switched_on_in_the_timeline(visit):
    board = visit(f"?day=2015-04-25&place={JISR}")
    board.page.locator(".brand").click()
    board.page.keyboard.press("k")
    board.page.locator(".st-key-reminders", has_text="As known by").wait_for()
    board.settle()
    assert asked(board)["known_by"] == "2015-04-25"


def test_the_words_of_known_by_keep_beside_the_tools_of_the_chart(visit):
    board = visit(f"?day=2015-05-09&place={JISR}&known_by=2015-05-08")
    words = board.frame.locator(".wh-known-words").bounding_box()
    tools = board.frame.locator(".wh-tools").bounding_box()
    assert words["x"] + words["width"] <= tools["x"]


def test_what_changed_lists_two_days_and_its_links_lead_to_places(visit):
    board = visit("?day=2015-03-20")
    board.page.locator(".st-key-compare_days button").click()
    board.page.locator(".lead", has_text="places have a different holder or state").wait_for()
    board.settle()
    assert asked(board)["compare"] > "2015-03-20"
    assert "Gained by Opposition" in board.panel()
    board.page.locator(".differences button", has_text="Idlib").first.click()
    board.page.get_by_text("Why this colour").wait_for()
    assert board.frame.evaluate("Whoheld.app.placeId") == IDLIB
    board.page.locator(".st-key-compare_days button").click()
    board.settle()
    assert "compare" not in asked(board)


def test_a_claim_is_rejected_listed_with_its_name_and_the_rejection_undone(visit):
    board = visit(f"?day=2015-03-30&place={IDLIB}")
    press(board, "reject-for-")
    sign(board, "Anna", "another town")
    board.page.locator(".st-key-do_review button").click()
    until(board, IDLIB, "contested")
    board.settle()
    board.page.locator("[class*='st-key-not-counted'] summary").click()
    board.page.get_by_text("Rejected by Anna").first.wait_for()
    assert "another town" in board.panel()
    board.page.locator(".st-key-undo_last button").click()
    until(board, IDLIB, "held")
    board.page.locator(".st-key-open_changes button").click()
    board.page.get_by_role("cell", name="Anna", exact=True).first.wait_for()
    with board.page.expect_download() as saved:
        board.page.locator(".st-key-log_csv button").click()
    assert saved.value.suggested_filename == "whoheld-changes.csv"


def test_a_claim_is_corrected_and_shows_what_was_read(visit):
    board = visit(f"?day=2015-05-09&place={JISR}")
    press(board, "correct-for-")
    board.page.get_by_label("First possible day").or_(
        board.page.get_by_role("spinbutton", name="year, First possible day")
    ).first.click()
    board.page.keyboard.type("20150330")
    sign(board, "Anna")
    board.page.locator(".st-key-do_correct button").click()
    board.page.get_by_text("Corrected by Anna").first.wait_for()
    assert "Read as:" in board.panel()
    board.page.locator(".st-key-undo_last button").click()
    board.page.get_by_text("Corrected by Anna").first.wait_for(state="detached")


def test_two_people_edit_one_claim_and_the_second_is_told(visit, kept):
    first = visit(f"?day=2015-03-30&place={IDLIB}")
    second = visit(f"?day=2015-03-30&place={IDLIB}")
    press(second, "accept-for-")
    second.page.get_by_label("Your name").fill("Boris")
    second.page.get_by_label("Note").fill("I was there")
    press(first, "reject-for-")
    sign(first, "Anna", "mistaken")
    first.page.locator(".st-key-do_review button").click()
    first.page.get_by_text("Claim rejected.").wait_for()
    second.page.locator(".st-key-do_review button").click()
    second.page.get_by_text("Someone changed this claim while you were editing.").wait_for()
    dialog = second.page.get_by_role("dialog").inner_text()
    assert "Anna" in dialog
    assert "I was there" in dialog
    assert kept.reviews()[-1].reviewer == "Anna"
    second.page.locator(".st-key-use_yours button").click()
    second.page.get_by_text("Accepted by Boris").first.wait_for()
    assert kept.reviews()[-1].reviewer == "Boris"


def test_the_method_is_one_text_on_the_page_and_in_the_saved_file(visit, tmp_path):
    board = visit("?day=2015-03-28")
    board.page.locator(".st-key-open_method button").click()
    board.page.get_by_text("A siege changes nothing about who holds the place.").wait_for()
    board.page.get_by_role("dialog").get_by_role("button", name="Close").click()
    board.page.get_by_role("dialog").wait_for(state="detached")
    board.settle()
    board.page.locator(".st-key-open_save button").click()
    board.page.get_by_text("Interactive page", exact=True).click()
    with board.page.expect_download(timeout=60_000) as download:
        board.page.locator(".st-key-save_html button").click()
    download.value.save_as(tmp_path / "map.html")
    saved = (tmp_path / "map.html").read_text(encoding="utf-8")
    assert "A siege changes nothing about who holds the place." in saved


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_the_picture_is_saved_for_editing_and_for_printing(visit, tmp_path, ending):
    board = visit("?day=2015-03-28")
    board.page.locator(".st-key-open_save button").click()
    board.page.locator(".st-key-save_format input").click()
    board.page.get_by_role("option", name=ending.upper()).click()
    with board.page.expect_download(timeout=60_000) as download:
        board.page.locator(f".st-key-save_{ending} button").click()
    download.value.save_as(tmp_path / f"map.{ending}")
    head = (tmp_path / f"map.{ending}").read_bytes()[:200]
    assert {"svg": b"<?xml", "pdf": b"%PDF"}[ending] in head


def test_keys_work_wherever_the_focus_is(visit):
    board = visit("?day=2015-03-28")
    board.page.locator(".brand").click()
    board.page.keyboard.press("ArrowRight")
    board.frame.wait_for_function("Whoheld.isoOf(Whoheld.app.shown) === '2015-03-29'")
    board.page.keyboard.press("/")
    assert board.page.evaluate("document.activeElement.closest('.st-key-search') !== null")
    board.page.keyboard.press("Escape")
    board.page.locator(".brand").click()
    board.page.keyboard.press("?")
    board.page.get_by_text("the change before, the change after").wait_for()


def test_the_search_finds_a_sentence_on_the_phone_and_goes_to_its_place(visit):
    board = visit("?day=2015-03-20", width=390, height=844, has_touch=True)
    board.page.locator(".st-key-open_find button").click()
    board.page.get_by_placeholder("A place, a group or a word").fill("took over Idlib")
    board.page.locator(".said mark").first.wait_for()
    board.page.locator("[class*='st-key-hit-sentence'] button").first.click()
    board.frame.wait_for_function("Whoheld.isoOf(Whoheld.app.shown) === '2015-03-28'")
    assert board.frame.evaluate("Whoheld.app.placeId") == IDLIB
