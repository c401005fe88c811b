"""Which place a name means: for one claim, one article, or from now on everywhere; undone."""

from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from components.panels.placing import BAD_POINT, typed_point
from components.records import DateInterval, Place, Reading
from tests import builders
from tests.panels.opened import open_page, shown

IDLIB = builders.IDLIB


@pytest.fixture
def asked(filled):
    """The dialog on Idlib, of which a second article speaks too."""
    text = "Rebels took Idlib on Saturday."
    second = builders.article("second", text)
    filled.add(Reading(second, (taken(second),), (), (IDLIB,), (builders.OPPOSITION,)))
    app = open_page(day="2015-03-30", place=IDLIB.id)
    app.button(key="open_placing").click().run()
    assert not app.exception
    return app


def taken(article):
    return builders.claim(
        "captured",
        IDLIB.id,
        DateInterval.on(date(2015, 3, 28)),
        builders.parties(gaining=["sy-opposition"]),
        evidence=article.sentences[0],
        toponym="Idlib",
    )


def places_of(ledger, name="Idlib"):
    """Return by article the places of the claims that have a name."""
    return {
        kept.reading.article.id: {c.place_id for c in kept.reading.claims if c.toponym == name}
        for kept in ledger.kept()
    }


def widget(found, start):
    return next(one for one in found if one.key.startswith("placing_") and one.key.endswith(start))


def decide(app, reach, words):
    widget(app.radio, "_reach").set_value(reach).run()
    widget(app.text_input, "_words").set_value(words).run()
    next(one for one in app.text_input if one.label == "Your name").set_value("Anna")
    app.button(key="do_placing").click().run()
    assert not app.exception


def test_a_name_means_another_place_in_every_article_and_undo_takes_it_back(asked, filled):
    before = places_of(filled)
    assert before == {"seed": {IDLIB.id}, "second": {IDLIB.id}}
    decide(asked, "name", "35.5, 36.5")
    there = {"by-hand:35.5000,36.5000"}
    assert places_of(filled) == {"seed": there, "second": there}
    entry = filled.log()[-1]
    assert (entry.kind, entry.subject, entry.article, entry.by) == (
        *("place decided", "Idlib", "", "Anna"),
    )
    assert "Place decided." in shown(asked)
    # It holds for what is read afterwards, too.
    third = builders.article("third", "Idlib fell.")
    filled.add(Reading(third, (taken(third),), (), (IDLIB,), (builders.OPPOSITION,)))
    assert places_of(filled)["third"] == there
    filled.undo()
    filled.undo()
    assert places_of(filled) == before


def test_a_name_means_another_place_in_one_article_only(asked, filled):
    decide(asked, "article", "35.5, 36.5")
    moved = filled.log()[-1].article
    assert moved
    changed = {a for a, places in places_of(filled).items() if IDLIB.id not in places}
    assert changed == {moved}


def test_an_article_without_a_title_is_named_by_its_words(asked):
    widget(asked.radio, "_reach").set_value("article").run()
    (articles,) = [one for one in asked.selectbox if one.label == "Article"]
    assert "Without a title: “Rebels took Idlib on Saturday.”" in articles.options
    assert not any("second" in option for option in articles.options)


def test_one_claim_is_moved_and_the_others_stay(asked, filled):
    decide(asked, "claim", "35.5, 36.5")
    review = filled.reviews()[-1]
    assert (review.verdict, review.reviewer) == ("corrected", "Anna")
    moved = [c for c in filled.claims() if c.place_id == "by-hand:35.5000,36.5000"]
    assert [c.id for c in moved] == [review.claim_id]


def test_words_that_are_no_point_are_refused_with_a_sentence(asked, filled):
    log = len(filled.log())
    decide(asked, "name", "95.5, 36.5")
    assert "These are no coordinates" in shown(asked)
    assert len(filled.log()) == log


def test_a_point_needs_a_latitude_and_a_longitude():
    assert typed_point("35.5", "X") == BAD_POINT
    assert typed_point("35.5, 190", "X") == BAD_POINT


def test_a_typed_point_lies_in_the_country_of_its_neighbours():
    point = typed_point("35.93, 36.63", "Idlib")
    assert isinstance(point, Place)
    assert (point.country, point.name, point.gazetteer) == ("SY", "Idlib", "by hand")


def test_a_click_on_the_map_is_waited_for_and_what_was_typed_stays(asked):
    widget(asked.radio, "_reach").set_value("name").run()
    next(one for one in asked.text_input if one.label == "Your name").set_value("Anna").run()
    asked.button(key="pick_point").click().run()
    assert not asked.exception
    assert not [b for b in asked.button if b.key == "do_placing"], "the dialog gives way"
    pick = asked.session_state["order"]["pick"]
    assert (pick["name"], pick["at"]) == ("Idlib", None)
    assert 'class="picks"' in shown(asked)
    # The map answers; streamlit's test cannot click in a frame, tests/browser does.
    asked.session_state["pick"] = {**pick, "at": (35.5, 36.5)}
    asked.session_state[asked.session_state["pick_field"]] = "35.5000, 36.5000"
    asked.session_state["dialog"] = "placing"
    asked.run()
    assert widget(asked.radio, "_reach").value == "name"
    assert next(one for one in asked.text_input if one.label == "Your name").value == "Anna"
    assert "The point is in Syria, " in shown(asked)
    asked.button(key="close_placing").click().run()
    assert asked.session_state["order"]["pick"] is None


def test_a_second_opening_of_the_dialog_begins_afresh(asked):
    widget(asked.radio, "_reach").set_value("name").run()
    asked.button(key="close_placing").click().run()
    asked.button(key="open_placing").click().run()
    assert widget(asked.radio, "_reach").value == "article"


@pytest.fixture
def lost(filled):
    """Two claims on a name that no list has, and one on a name of several places."""
    text = "Rebels took Qwertabad and Tall Example.\n\nThe rebels hold Qwertabad now."
    article = builders.article("lost", text)

    def unplaced(name, code, sentence):
        said = builders.claim(
            "captured",
            None,
            DateInterval.on(date(2015, 3, 28)),
            builders.parties(gaining=["sy-opposition"]),
            evidence=article.sentences[sentence],
            toponym=name,
        )
        return replace(said, counted=False, reason_code=code, reason="It is in no list.")

    claims = (
        unplaced("Qwertabad", "not_found", 0),
        unplaced("Tall Example", "ambiguous", 0),
        unplaced("Qwertabad", "not_found", 1),
    )
    claims = tuple(replace(c, id=f"lost-{k}") for k, c in enumerate(claims))
    filled.add(Reading(article, claims, (), (), (builders.OPPOSITION,)))
    app = open_page(day="2015-03-30")
    assert not app.exception
    return app


def test_names_on_no_place_are_counted_in_the_panel_and_can_be_placed(lost, filled):
    assert "2 names, 3 claims" in shown(lost)
    assert "Qwertabad (2), Tall Example (1)" in shown(lost)
    lost.button(key="open_unplaced").click().run()
    assert widget(lost.selectbox, "_name").options == [
        "Qwertabad, 2 claims, in no list of places",
        "Tall Example, 1 claim, several places fit",
    ]
    decide(lost, "name", "35.5, 36.5")
    assert places_of(filled, "Qwertabad")["lost"] == {"by-hand:35.5000,36.5000"}
    assert "1 name, 1 claim" in shown(lost)


def test_a_name_that_means_no_place_is_not_asked_for_again(lost, filled):
    lost.button(key="open_unplaced").click().run()
    decide(lost, "name", "")
    assert filled.log()[-1].kind == "place decided"
    assert "1 name, 1 claim" in shown(lost)


PICKING = """
import streamlit as st
from components.panels import picking
picking.ask("Idlib", "field")
turn = picking.asked()["turn"]
answers = st.session_state["answers"]
taken = [picking.take({"turn": turn + late, "picked": words}) for late, words in answers]
now = picking.asked()
st.session_state["result"] = (taken, now and now["at"], st.session_state.get("field"))
"""


@pytest.mark.parametrize(
    ("answers", "result"),
    [
        ([(0, "35.9300, 36.6300")], ([True], (35.93, 36.63), "35.9300, 36.6300")),
        ([(0, "-1.5000, -150.0000")], ([True], (-1.5, -150.0), "-1.5000, -150.0000")),
        ([(-1, "35.9300, 36.6300")], ([False], None, None)),
        ([(0, "")], ([True], None, None)),
        ([(0, "35.9300, 36.6300<b>")], ([True], None, None)),
        ([(0, ""), (0, "35.9300, 36.6300")], ([True, False], None, None)),
    ],
)
def test_only_a_point_that_answers_the_question_is_taken(answers, result):
    app = AppTest.from_string(PICKING)
    app.session_state["answers"] = answers
    app.run()
    assert not app.exception
    assert app.session_state["result"] == result


HEARING = """
import streamlit as st
from components.panels import picking, state
picking.ask("Idlib", "field")
turn = picking.asked()["turn"]
told = {"event": "pick", "seq": 3, "turn": turn, "picked": "35.9300, 36.6300"}
state.hear_map(told)
st.session_state["result"] = (state.dialog(), st.session_state["field"])
"""


def test_what_the_map_answers_opens_the_form_again():
    app = AppTest.from_string(HEARING).run()
    assert not app.exception
    assert app.session_state["result"] == ("placing", "35.9300, 36.6300")
