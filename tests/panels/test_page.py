from datetime import date, timedelta

import pytest

from tests import builders
from tests.panels.opened import open_page, shown, wait_for_reading

JISR = builders.JISR.id
IDLIB = builders.IDLIB.id
ALEPPO = builders.ALEPPO.id


def view_of(app):
    return {name: app.session_state[name] for name in ("day", "place", "lat", "lon", "zoom")}


def test_the_page_opens_on_the_last_change(page):
    assert view_of(page)["place"] == JISR
    assert view_of(page)["day"] == "2015-05-09"
    assert page.session_state["tab"] == "Jisr al\\-Shughur"


def test_the_link_says_what_is_shown_even_by_default(page):
    assert page.query_params["day"] == "2015-05-09"
    assert page.query_params["place"] == JISR


@pytest.mark.usefixtures("filled")
def test_a_link_opens_its_day_its_place_and_its_part_of_the_map():
    app = open_page(day="2015-03-28", place=IDLIB, lat="35.9", lon="36.6", zoom="9")
    assert view_of(app) == {
        "day": "2015-03-28",
        "place": IDLIB,
        "lat": "35.9000",
        "lon": "36.6000",
        "zoom": "9",
    }
    assert "Held by the opposition" in shown(app)
    assert not app.exception


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("link", "word"),
    [
        ({"day": "yesterday"}, "is not a day"),
        ({"day": "1066-10-14"}, "lies outside the timeline"),
        ({"place": "nowhere"}, "not among your articles"),
        ({"lat": "200", "lon": "0", "zoom": "5"}, "does not exist"),
        ({"lat": "35"}, "does not exist"),
        ({"day": "<script>alert(1)</script>"}, "is not a day"),
    ],
)
def test_a_broken_link_still_opens_the_page_with_a_clear_word(link, word):
    app = open_page(**link)
    assert not app.exception
    assert word in shown(app)
    assert "<script>alert" not in shown(app)
    assert app.session_state["day"] == app.query_params["day"]


def test_the_place_panel_shows_the_sentence_marked_in_its_paragraph(page):
    text = shown(page)
    assert "<mark>Syrian opposition groups including Ahrar al-Sham" in text
    assert "Jisr al-Shughur&#x27; city.</mark>" in text
    assert "gaining side" in text
    assert 'lang="ar" dir="rtl">جسر الشغور' in text


def test_against_is_shown_at_nought_too(page):
    assert "Against <em>0</em>" in shown(page)
    assert "No report contradicts it." in shown(page)


def open_the_day(page):
    page.session_state["tab"] = "The day"
    page.run()
    assert not page.exception


def test_the_day_panel_counts_who_holds_what(page):
    open_the_day(page)
    text = shown(page)
    assert 'class="balance"' in text
    assert "Changed in the last 30 days" in text


@pytest.mark.usefixtures("filled")
def test_a_change_in_the_list_is_a_link_to_its_place():
    page = open_page(day="2015-03-30")
    assert f'data-place="{IDLIB}"><b>Idlib</b> taken by the opposition</button>' in shown(page)


def test_the_search_opens_a_place_and_is_empty_again(page):
    page.selectbox(key="find").select(f"place:{ALEPPO}").run()
    assert not page.exception
    assert page.session_state["place"] == ALEPPO
    assert page.selectbox(key="find").value is None
    assert "Mentioned only" in shown(page)


def test_switching_to_the_day_keeps_the_place(page):
    page.session_state["tab"] = "The day"
    page.run()
    assert page.session_state["place"] == JISR
    assert page.session_state["tab"] == "The day"


@pytest.mark.usefixtures("filled")
def test_a_place_without_a_state_on_the_day_says_so():
    app = open_page(day="2015-03-20", place=ALEPPO)
    assert "No report says who holds it." in shown(app)


@pytest.mark.usefixtures("filled")
def test_no_place_chosen_asks_for_one():
    app = open_page(day="2015-03-28")
    assert app.session_state["tab"] in {None, "The day"}
    assert "Choose a place on the map" in shown(app)


def test_an_empty_ledger_that_was_used_shows_how_to_begin(filled):
    filled.remove(builders.ARTICLE_ID)
    app = open_page()
    assert not app.exception
    assert "Nothing to show yet" in shown(app)
    assert app.button(key="empty_example").label.startswith("Open the example")
    assert app.button(key="open_save").disabled


def test_method_explains_all_ten_marks(page):
    page.button(key="open_method").click().run()
    text = shown(page)
    for name in (
        "Held, two or more sources",
        "Held, one side says so",
        "Fought over",
        "Sources disagree",
        "Inferred",
        "Unknown",
        "Mentioned only",
        "Date uncertain",
        "Old news",
        "Changed this week",
    ):
        assert f"<b>{name}</b>" in text
    assert "What the map cannot know" in text


def test_save_says_what_the_file_will_show(page):
    page.button(key="open_save").click().run()
    assert not page.exception
    assert "Jisr al-Shughur and 2 other places on 9 May 2015" in shown(page)


def test_a_dialog_stays_open_when_the_page_runs_again_and_closes_on_close(page):
    page.button(key="open_save").click().run()
    page.run()
    page.button(key="close_save").click().run()
    assert page.session_state["dialog"] == ""


def test_nothing_to_read_is_said(page):
    page.button(key="open_add").click().run()
    page.button(key="read").click().run()
    assert "There is nothing to read yet" in shown(page)


def test_a_date_of_report_in_the_future_is_refused_with_a_sentence(page):
    page.button(key="open_add").click().run()
    page.text_area(key="text_0").set_value("Rebels captured Kobani on Monday.")
    page.date_input(key="reported_0").set_value(date.today() + timedelta(days=9))  # noqa: DTZ011
    page.button(key="read").click().run()
    assert "lies in the future" in shown(page)
    assert page.session_state["job"] is None


def test_a_future_date_for_an_article_that_is_kept_is_refused_too(page, filled):
    open_articles(page)
    tomorrow = date.today() + timedelta(days=1)  # noqa: DTZ011
    report_date(page).set_value(tomorrow)
    page.button(key="set_date").click().run()
    assert "lies in the future" in shown(page)
    assert not filled.article(builders.ARTICLE_ID).reported_by_person


def test_an_article_can_be_removed_and_the_removal_undone(page, filled):
    open_articles(page)
    page.button(key="remove").click().run()
    assert filled.articles() == ()
    assert "Removed." in shown(page)
    page.button(key="undo_remove").click().run()
    assert len(filled.articles()) == 1


def open_articles(page):
    page.button(key="open_add").click().run()
    page.session_state["add_tab"] = "Articles"
    page.run()
    assert not page.exception


def report_date(page):
    return next(field for field in page.date_input if field.key.startswith("report_"))


@pytest.mark.slow
def test_the_date_of_report_of_an_article_can_be_set_and_everything_follows(page, filled):
    open_articles(page)
    report_date(page).set_value(date(2015, 4, 25))
    page.button(key="set_date").click().run()
    wait_for_reading(page)
    article = filled.article(builders.ARTICLE_ID)
    assert article.reported_by_person
    assert article.reported.earliest == date(2015, 4, 25)
    assert "set by you" in shown(page)


@pytest.mark.slow
def test_a_pasted_article_is_read_and_shown_at_once(page, filled):
    page.button(key="open_add").click().run()
    page.text_area(key="text_0").set_value(
        "Army retakes Palmyra\n\nSyrian government forces captured the city of Palmyra from "
        "Islamic State on 27 March 2016, the Syrian Observatory for Human Rights said."
    )
    page.text_input(key="publisher_0").set_value("A <b>paper</b>")
    page.button(key="read").click().run()
    wait_for_reading(page)
    assert not page.exception
    assert "1 article read." in shown(page)
    assert len(filled.articles()) == 2
    assert "A <b>paper</b>" not in shown(page)
    page.button(key="show_added").click().run()
    assert page.session_state["day"] == "2016-03-27"
    assert page.session_state["tab"] == "Palmyra"


@pytest.mark.slow
def test_the_same_article_twice_adds_nothing(page, filled):
    page.button(key="open_add").click().run()
    page.text_area(key="text_0").set_value(builders.TEXT)
    page.button(key="read").click().run()
    wait_for_reading(page)
    assert "Already here." in shown(page)
    assert len(filled.articles()) == 1


def test_a_map_whose_articles_were_all_removed_is_a_new_empty_one(page, filled):
    assert page.session_state["opened_with"]["data_url"]
    filled.remove(builders.ARTICLE_ID)
    page.run()
    assert not page.exception
    assert page.session_state["opened_with"]["data_url"] == ""
    assert "order" not in page.session_state
    filled.restore(builders.ARTICLE_ID)
    page.run()
    assert page.session_state["place"] == JISR
    assert page.session_state["order"]["data_url"]


@pytest.mark.usefixtures("filled")
def test_between_the_first_and_last_day_of_a_capture_the_panel_says_that_it_may_have_come():
    text = shown(open_page(day="2015-04-01", place=JISR))
    assert "Fought over: the government and the opposition" in text
    assert (
        "May have been held by the opposition since 29 March 2015; certain from 9 May 2015" in text
    )
    assert "May have come already" in text
    later = shown(open_page(day="2015-05-09", place=JISR))
    assert "Held by the opposition" in later
    assert "May have" not in later
