"""Which place a name means: for one claim, one article, or from now on everywhere; undone."""

from datetime import date

import pytest

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
