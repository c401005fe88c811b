"""The whole path in a browser, with everything beyond this computer refused.

The tests of this file share one dashboard and follow one another like a person's first hour.
"""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.dashboard import Dashboard

pytestmark = pytest.mark.browser

SENTENCE = "Nusra Front announced they seized control over 'Jisr al-Shughur' city."


@pytest.fixture
def visit(open_window, server):
    """Open the dashboard in a window of its own; nothing may be asked of a stranger."""
    watches = []

    def open_one(query="", **options):
        page, watch = open_window(**options)
        watches.append(watch)
        return Dashboard(page, server.url, query)

    yield open_one
    for watch in watches:
        assert watch.strangers() == []
        assert watch.errors == []


def parameters(link):
    return {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}


def test_the_page_opens_on_the_last_change_of_a_persons_own_articles(visit):
    board = visit()
    assert "Jisr al-Shughur" in board.panel()
    assert parameters(board.link())["day"] == board.day()
    assert board.frame.locator(".wh-head").inner_text().strip()


def test_idlib_changes_on_28_march_while_dragging_and_no_script_runs(visit):
    board = visit("?day=2015-03-22")
    idlib = board.id_of("Idlib")
    board.open_span("Weeks")
    board.settle()
    runs = board.runs
    seen = {}
    x, y = board.x_of("2015-03-22")
    board.page.mouse.move(x, y)
    board.page.mouse.down()
    for number in range(23, 32):
        day = f"2015-03-{number}"
        x, y = board.x_of(day)
        board.page.mouse.move(x, y, steps=4)
        board.frame.wait_for_function(f"Whoheld.isoOf(Whoheld.app.shown) === '{day}'")
        seen[day] = board.state_of(idlib)
    assert board.runs == runs, "dragging ran the script"
    board.page.mouse.up()
    board.settle()
    assert seen["2015-03-23"][0] != "contested"
    assert seen["2015-03-24"][0] == "contested"
    assert seen["2015-03-27"][0] == "contested"
    assert seen["2015-03-28"] == ["held", "claimed", "sy-opposition"]
    assert seen["2015-03-31"] == ["held", "claimed", "sy-opposition"]
    assert board.runs > runs, "the release was not told"
    assert parameters(board.link())["day"] == "2015-03-31"


def test_playing_runs_no_script_until_the_pause(visit):
    board = visit("?day=2015-02-01")
    board.settle()
    runs = board.runs
    board.frame.get_by_role("button", name="Play").click()
    board.page.wait_for_timeout(1500)
    assert board.runs == runs
    board.frame.get_by_role("button", name="Pause").click()
    board.settle()
    assert board.runs == runs + 1
    assert parameters(board.link())["day"] == board.day() > "2015-02-01"


def test_a_click_on_jisr_al_shughur_shows_its_sentence_and_the_map_stands_still(visit):
    board = visit("?day=2015-05-02")
    jisr = board.id_of("Jisr al-Shughur")
    before = board.view()
    board.frame.evaluate("window.sameMap = true")
    board.click_place(jisr)
    board.page.wait_for_selector("mark", timeout=20_000)
    board.settle()
    assert SENTENCE in board.panel()
    assert "Why this colour" in board.panel()
    assert board.view() == before
    assert board.frame.evaluate("window.sameMap") is True
    assert parameters(board.link())["place"] == jisr


def test_a_click_draws_the_link_and_the_panel_anew_and_nothing_else(visit):
    board = visit("?day=2015-05-02")
    board.settle()
    board.drawn.clear()
    board.click_place(board.id_of("Idlib"))
    board.page.wait_for_selector(".st-key-panel .place", timeout=20_000)
    board.settle()
    assert board.drawn.count("text_input") >= 2
    assert "html" in board.drawn
    # Of the bar, the map and the style, which comes as a reference, nothing; and in one run.
    assert not {"selectbox", "component_instance", "ref_hash"} & set(board.drawn)
    assert board.drawn.count("new_session") == 1
    assert parameters(board.link())["place"] == board.id_of("Idlib")


def test_a_move_of_the_map_draws_the_link_only(visit):
    board = visit("?day=2015-05-02")
    board.settle()
    board.drawn.clear()
    # Half a level ends in a nought: the link must not write it in another way than the map.
    board.frame.evaluate("Whoheld.app.map.setZoom(6.5, {animate: false})")
    board.page.wait_for_function("location.href.includes('zoom=6.5')", timeout=20_000)
    board.settle()
    assert set(board.drawn) <= {"new_session", "text_input"}
    # One for the run that the map asked for, one for the part that it goes on with.
    assert board.drawn.count("new_session") == 2


def test_a_place_chosen_in_the_panel_is_chosen_on_the_map(visit):
    board = visit("?day=2015-03-30")
    runs = board.runs
    board.page.locator(".changes button", has_text="Idlib").first.click()
    board.frame.wait_for_function("Whoheld.app.placeId !== ''")
    assert board.frame.evaluate("Whoheld.app.placeId") == board.id_of("Idlib")
    board.page.get_by_text("Why this colour").wait_for()
    board.settle()
    assert parameters(board.link())["place"] == board.id_of("Idlib")
    # The map brings the place into view, which is a move of its own.
    assert board.runs - runs <= 2


def test_the_link_opens_the_same_view_again(visit):
    board = visit("?day=2015-03-28")
    board.click_place(board.id_of("Idlib"))
    board.settle()
    board.page.mouse.move(500, 400)
    board.page.mouse.wheel(0, -300)
    board.page.wait_for_timeout(1500)
    board.settle()
    view, link = board.view(), board.link()
    again = visit("?" + urlsplit(link).query)
    assert again.day() == "2015-03-28"
    assert again.frame.evaluate("Whoheld.app.placeId") == again.id_of("Idlib")
    assert again.view() == pytest.approx(view, abs=0.02)
    assert "Idlib" in again.page.locator("[role=tab][aria-selected=true]").inner_text()
    assert parameters(again.link()) == parameters(link)


def test_a_broken_link_opens_with_a_word(visit):
    board = visit("?day=someday&place=nowhere&lat=1000")
    assert "is not a day" in board.page.inner_text(".st-key-word")
    assert "day=someday" not in board.link()


def test_a_date_of_report_that_a_person_sets_is_followed_everywhere(visit):
    board = visit()
    before = board.frame.evaluate("Whoheld.app.dataUrl")
    board.page.locator(".st-key-open_add button").click()
    board.page.get_by_role("tab", name="Articles").click()
    board.page.locator(".st-key-set_date").wait_for()
    year = board.page.get_by_role("spinbutton", name="year, Date of report")
    year.click()
    # The field goes on from year to month to day by itself.
    board.page.keyboard.type("20150425")
    board.page.locator(".st-key-set_date button").click()
    board.page.get_by_text("set by you").wait_for(timeout=60_000)
    board.page.locator(".st-key-close_kept button").click()
    board.settle()
    board.page.get_by_role("tab", name="Jisr al-Shughur").click()
    board.page.get_by_text("Article of 25 Apr 2015").first.wait_for()
    assert board.frame.evaluate("Whoheld.app.dataUrl") != before


def test_an_article_added_is_on_the_map_at_once(visit):
    board = visit()
    board.page.locator(".st-key-open_add button").click()
    board.page.get_by_label("Text of the article").fill(
        "Army retakes Palmyra\n\nSyrian government forces captured the city of Palmyra from "
        "Islamic State on 27 March 2016, the Syrian Observatory for Human Rights said.\n"
    )
    board.page.locator(".st-key-read button").click()
    board.page.get_by_text("1 article read.").wait_for(timeout=60_000)
    board.frame.wait_for_function("Whoheld.app.history.n >= 4", timeout=30_000)
    board.page.locator(".st-key-show_added button").click()
    board.frame.wait_for_function("Whoheld.isoOf(Whoheld.app.shown) === '2016-03-27'")
    board.settle()
    assert "Palmyra" in board.panel()
    board.page.locator(".st-key-open_add button").click()
    board.page.get_by_label("Text of the article").fill(
        "Army retakes Palmyra\n\nSyrian government forces captured the city of Palmyra from "
        "Islamic State on 27 March 2016, the Syrian Observatory for Human Rights said.\n"
    )
    board.page.locator(".st-key-read button").click()
    board.page.get_by_text("Already here.").wait_for(timeout=60_000)


def test_nothing_in_an_article_ever_runs(visit):
    evil = (
        "<script>window.pwned=1</script><img src=x onerror=window.pwned=2> "
        "<svg onload=window.pwned=3> [a](javascript:window.pwned=4) $\\LaTeX$"
    )
    board = visit()
    board.page.locator(".st-key-open_add button").click()
    board.page.get_by_label("Text of the article").fill(
        f"Rebels take Raqqa {evil}\n\nSyrian opposition groups captured the city of Raqqa from "
        f"government forces on 4 March 2013, {evil} the Syrian Observatory for Human Rights said."
    )
    board.page.get_by_role("textbox", name="Publisher", exact=True).fill(evil)
    board.page.locator(".st-key-read button").click()
    board.page.get_by_text("1 article read.").wait_for(timeout=60_000)
    board.page.get_by_role("tab", name="Articles").click()
    board.page.locator(".st-key-kept").wait_for()
    board.page.locator(".st-key-close_kept button").click()
    board.settle()
    assert board.page.evaluate("window.pwned") is None
    assert board.frame.evaluate("window.pwned") is None
    assert board.page.locator("img[src=x]").count() == 0


def test_the_view_is_saved_as_a_picture(visit, tmp_path):
    board = visit("?day=2015-03-28")
    board.page.locator(".st-key-open_save button").click()
    with board.page.expect_download(timeout=60_000) as download:
        board.page.locator(".st-key-save_png button").click()
    assert re.fullmatch(r"whoheld-.*-2015-03-28\.png", download.value.suggested_filename)
    download.value.save_as(tmp_path / "map.png")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")


def test_the_saved_page_opens_from_disk_and_scrubs(visit, open_window, tmp_path):
    board = visit("?day=2015-03-22")
    idlib = board.id_of("Idlib")
    board.page.locator(".st-key-open_save button").click()
    board.page.get_by_text("Interactive page", exact=True).click()
    with board.page.expect_download(timeout=60_000) as download:
        board.page.locator(".st-key-save_html button").click()
    file = tmp_path / "map.html"
    download.value.save_as(file)

    page, watch = open_window()
    page.goto(file.as_uri())
    page.wait_for_selector(".wh[data-ready=yes]", timeout=30_000)
    state = """(id) => {
        const {history} = Whoheld.app;
        return history.looks[Whoheld.app.moment.code[history.byId.get(id)] >> 3].state;
    }"""
    assert page.evaluate("Whoheld.isoOf(Whoheld.app.shown)") == "2015-03-22"
    page.locator(".wh-chart").focus()
    for _ in range(6):
        page.keyboard.press("ArrowRight")
    # The file's own security policy forbids wait_for_function here.
    page.wait_for_timeout(500)
    assert page.evaluate("Whoheld.isoOf(Whoheld.app.shown)") == "2015-03-28"
    assert page.evaluate(state, idlib) == "held"
    assert SENTENCE in page.content() or "Jisr al-Shughur" in page.content()
    assert watch.strangers() == []
    assert watch.errors == []
