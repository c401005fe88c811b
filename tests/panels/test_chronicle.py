"""The chronicle: labelled wherever it is shown, taken out and put back at a click, never mixed."""

from dataclasses import replace
from datetime import date

import pytest

from components.exports import snapshot_html
from components.exports.legend import Facts, credit_lines, legend_of
from components.panels.chronicle import CHRONICLE, NAME, NOTE, OPENING_DAY, SHORT_NOTE
from components.store import Act
from components.territory import build_history, feature_collection
from tests import builders
from tests.panels.opened import open_page, shown


@pytest.fixture
def chronicle(ledger):
    """A ledger with one article in the chronicle, as the first start leaves it."""
    ledger.make_collection(CHRONICLE, NAME, note=NOTE, demonstration=True)
    ledger.add(builders.example_reading(), collection=CHRONICLE, act=Act(batch=CHRONICLE))
    return ledger


def test_it_opens_on_its_day_and_is_labelled_in_bar_panel_and_cards(chronicle):
    app = open_page()
    assert not app.exception
    assert app.session_state["day"] == OPENING_DAY.isoformat()
    assert app.session_state["place"] == ""
    assert f'title="{NOTE}">{SHORT_NOTE}' in shown(app)
    assert f"<b>{NAME}.</b> {NOTE}" in shown(app)
    app = open_page(place=builders.IDLIB.id, day="2015-03-28")
    assert f"Publisher not stated. {NOTE}" in shown(app)
    assert len(chronicle.articles()) == 1


@pytest.mark.usefixtures("chronicle")
def test_every_saved_file_says_what_it_is():
    app = open_page()
    app.button(key="open_save").click().run()
    assert NOTE in shown(app)


def test_saved_pages_and_pictures_carry_the_label():
    world = builders.example_world()
    collection = feature_collection(build_history(world))
    page = snapshot_html(collection, day=OPENING_DAY, evidence={}, note=NOTE)
    assert f'<em class="ex-note">{NOTE}</em>' in page
    facts = Facts("Syria", OPENING_DAY, None, legend_of([], {}), (), 1, 2, NOTE)
    assert NOTE in credit_lines(facts)


def test_one_click_takes_it_out_and_one_puts_it_back(chronicle):
    app = open_page()
    app.button(key="remove_demo").click().run()
    assert not app.exception
    assert "Nothing to show yet" in shown(app)
    assert [c.removed for c in chronicle.collections() if c.id == CHRONICLE] == [True]
    app.button(key="empty_example").click().run()
    assert not app.exception
    assert NAME in shown(app)
    assert app.session_state["day"] == OPENING_DAY.isoformat()


def test_the_removal_is_undone_where_it_was_made(chronicle):
    chronicle.make_collection("other", "Others", demonstration=True)
    chronicle.add(builders.example_reading(), collection="other")
    app = open_page()
    app.button(key="remove_demo").click().run()
    assert NOTE not in shown(app)
    app.button(key="undo_demo").click().run()
    assert not app.exception
    assert NOTE in shown(app)


def test_a_chronicle_that_was_removed_stays_away(chronicle):
    chronicle.remove_collection(CHRONICLE)
    assert "Nothing to show yet" in shown(open_page())


def test_a_persons_own_articles_are_never_mixed_with_it(chronicle):
    own = replace(builders.example_article(), id="own", text=builders.TEXT + "\n")
    reading = replace(builders.example_reading(), article=own, claims=(), mentions=())
    chronicle.add(reading)
    app = open_page()
    assert NOTE not in shown(app)
    assert app.session_state["day"] != OPENING_DAY.isoformat()
    assert NOTE in shown(open_page(collections=CHRONICLE))


@pytest.mark.slow
def test_the_very_first_start_reads_the_chronicle_and_the_article_beside_it(ledger):
    app = open_page()
    opening = app.session_state["opening"]
    if opening is not None:
        assert "Written for this project" in shown(app)
        assert opening.wait(200)
        app.run()
    assert not app.exception
    kept = {shelf.id: shelf.articles for shelf in ledger.collections()}
    assert kept["example"] == 1
    assert kept[CHRONICLE] > 160
    assert kept["own"] == 0
    assert app.session_state["day"] == date(2015, 3, 28).isoformat()
    assert NOTE in shown(app)
