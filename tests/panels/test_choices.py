"""Who says so, what was known, what changed: the panels that ask the map a question."""

import pytest

from components.panels.served import histories_dir
from components.records import Reading
from tests import builders
from tests.panels.opened import open_page, shown

JISR = builders.JISR.id
IDLIB = builders.IDLIB.id


@pytest.mark.usefixtures("filled")
def test_by_monitors_only_the_map_shows_the_fight_that_they_report():
    app = open_page(day="2015-03-30", place=JISR, sources="monitor")
    text = shown(app)
    assert not app.exception
    assert "Fought over" in text
    assert "By monitors only" in text
    assert "claims left out" in text
    assert "left out by your choice" in text


@pytest.mark.usefixtures("filled")
def test_one_click_hears_all_again():
    app = open_page(day="2015-05-09", place=JISR, sources="monitor")
    silent = app.session_state["order"]["data_url"] if "order" in app.session_state else ""
    app.button(key="end_heard").click().run()
    assert app.session_state["sources"] == ""
    assert app.query_params.get("sources", [""])[0] == ""
    assert "By monitors only" not in shown(app)
    assert "Held by the opposition" in shown(app)
    assert app.session_state["order"]["data_url"] != silent


@pytest.mark.usefixtures("filled")
def test_a_kind_of_source_is_chosen_by_its_switch():
    app = open_page(day="2015-03-30", place=JISR)
    app.session_state["filter"] = True
    app.run()
    switch = next(group for group in app.get("button_group") if group.key == "pick_sources")
    switch.set_value(["gaining side"]).run()
    assert app.session_state["sources"] == "gaining-side"
    assert app.query_params["sources"] == "gaining-side"
    assert "By the gaining side only" in shown(app)


@pytest.mark.usefixtures("filled")
def test_a_single_source_is_heard_alone():
    app = open_page(day="2015-03-30", place=JISR)
    name = app.session_state["opened_with"] and builders.SOHR.name
    app.session_state["filter"] = True
    app.run()
    box = app.multiselect(key="pick_voices")
    chosen = next(one for one in box.options if one.startswith(name))
    box.select(chosen).run()
    assert app.session_state["voices"].startswith(name)
    assert f"By {name}" in shown(app)


@pytest.mark.usefixtures("filled")
def test_sources_keep_the_timeline_and_the_parties_colours():
    whole = open_page(day="2015-03-30", place=JISR)
    part = open_page(day="2015-03-30", place=JISR, sources="monitor")
    assert part.query_params["day"] == whole.query_params["day"] == "2015-03-30"
    assert "lies outside" not in shown(part)


@pytest.mark.usefixtures("filled")
def test_what_was_not_known_yet_is_not_shown_and_is_told_as_later():
    app = open_page(day="2015-04-25", place=JISR, known_by="2015-04-01")
    text = shown(app)
    assert not app.exception
    assert "As known by 1 April 2015" in text
    assert "What came later" in text
    assert "Not known on 1 April 2015" in text
    app.button(key="end_known").click().run()
    assert app.session_state["known_by"] == ""
    assert "What came later" not in shown(app)


def test_the_map_tells_what_should_be_known_by(page):
    url = page.session_state["opened_with"]["data_url"]
    page.session_state["map"] = {
        "seq": 3,
        "event": "known",
        "day": "2015-04-25",
        "place": JISR,
        "lat": None,
        "lon": None,
        "zoom": None,
        "known_by": "2015-04-01",
        "compare": "",
        "layers": "",
        "palette": "",
    }
    page.session_state["known_by"] = "2015-04-01"
    page.run()
    assert page.session_state["order"]["known_by"] == "2015-04-01"
    assert page.session_state["order"]["data_url"] != url


def test_compare_begins_with_a_second_day_and_ends_again(page):
    page.button(key="compare_days").click().run()
    assert page.session_state["compare"] > page.session_state["day"]
    assert page.session_state["order"]["compare"] == page.session_state["compare"]
    assert page.session_state["tab"] == "What changed"
    page.button(key="compare_days").click().run()
    assert page.session_state["compare"] == ""
    assert page.session_state["tab"] != "What changed"


@pytest.mark.usefixtures("filled")
def test_what_changed_names_who_gained_and_lost_with_links():
    app = open_page(day="2015-03-20", compare="2015-05-09")
    text = shown(app)
    assert not app.exception
    assert "2 of 2 places have a different holder or state." in text
    assert "Gained by Opposition <em>2</em>" in text
    assert "<td>+2</td>" in text
    assert "<td>−2</td>" in text
    assert "Places held over time" in text
    assert f'data-place="{IDLIB}"><b>Idlib</b></button>' in text


@pytest.mark.usefixtures("filled")
def test_two_days_are_saved_as_two_days():
    app = open_page(day="2015-03-20", compare="2015-05-09")
    app.button(key="open_save").click().run()
    assert "on 20 March 2015 and 9 May 2015, as known on" in shown(app)


@pytest.mark.usefixtures("filled")
def test_what_is_newly_fought_over_has_a_heading_of_its_own():
    app = open_page(day="2015-03-20", compare="2015-03-25")
    assert "Newly fought over <em>1</em>" in shown(app)


@pytest.mark.usefixtures("filled")
def test_two_equal_days_differ_in_nothing():
    app = open_page(day="2015-03-20", compare="2015-03-20")
    assert "No place has another holder or state" in shown(app)


@pytest.mark.usefixtures("filled")
def test_the_map_is_narrowed_to_a_party():
    app = open_page(day="2015-03-30")
    app.selectbox(key="find").select(f"party:{builders.OPPOSITION.id}").run()
    assert app.session_state["actors"] == builders.OPPOSITION.id
    assert app.session_state["order"]["actors"] == (builders.OPPOSITION.id,)
    assert "Only the opposition" in shown(app)
    app.button(key="end_actors").click().run()
    assert app.session_state["actors"] == ""


def test_a_sentence_leads_to_its_place_and_its_day(filled):
    app = open_page(day="2015-03-30")
    claim = next(c for c in filled.claims() if c.place_id == IDLIB and c.kind == "captured")
    assert any("took over Idlib" in label for label in app.selectbox(key="find").options)
    app.selectbox(key="find").select(f"sentence:{claim.id}").run()
    assert app.session_state["place"] == IDLIB
    assert app.session_state["day"] == "2015-03-28"


@pytest.mark.usefixtures("filled")
def test_the_search_finds_words_inside_sentences_and_marks_them():
    app = open_page(day="2015-03-30")
    app.button(key="open_find").click().run()
    field = next(one for one in app.text_input if one.key.startswith("find_"))
    field.set_value("four days of fighting").run()
    assert "<mark>four days of fighting</mark>" in shown(app)
    field = next(one for one in app.text_input if one.key.startswith("find_"))
    field.set_value("<b>nothing</b>").run()
    assert "Nothing here says “&lt;b&gt;nothing&lt;/b&gt;”" in shown(app)


@pytest.mark.usefixtures("filled")
def test_a_link_with_choices_that_make_no_sense_still_opens():
    app = open_page(sources="everybody", known_by="never", actors="nobody", voices="x", compare="1")
    assert not app.exception
    text = shown(app)
    assert "kind of source that does not exist" in text
    assert "is not a day" in text


def test_the_keys_are_listed(page):
    page.session_state["dialog"] = "keys"
    page.run()
    assert "<kbd>[</kbd>" in shown(page)
    assert "the change before, the change after" in shown(page)


def test_the_method_tells_the_rules_the_misreadings_and_the_licences(page):
    page.button(key="open_method").click().run()
    text = shown(page)
    for words in (
        "From a sentence to a colour",
        "A siege changes nothing",
        "What it misreads",
        "CC BY 4.0",
        "imply no opinion",
    ):
        assert words in text


@pytest.mark.usefixtures("filled")
def test_a_saved_file_says_which_part_of_the_reports_it_shows():
    app = open_page(day="2015-03-30", place=JISR, sources="monitor", known_by="2015-05-09")
    app.button(key="open_save").click().run()
    text = shown(app)
    assert "as known on 9 May 2015" in text
    assert "By monitors only. As known by 9 May 2015." in text


def test_a_history_that_another_dashboard_deleted_is_written_again(page):
    file = histories_dir() / page.session_state["opened_with"]["data_url"].rpartition("/")[2]
    file.unlink()
    page.run()
    assert not page.exception
    assert file.exists()


def test_collections_are_shown_apart_or_together_by_choice(filled):
    filled.make_collection("other", "Another war")
    article = builders.article("other", "The army held Idlib, he said.")
    filled.add(Reading(article, (), (), (builders.IDLIB,), ()), collection="other")
    app = open_page()
    assert "from 2 articles" in shown(app)
    app.session_state["filter"] = True
    app.run()
    box = app.multiselect(key="pick_collections")
    box.set_value(["own"]).run()
    assert not app.exception
    assert "from 1 article" in shown(app)
    assert app.query_params["collections"] == "own"
