"""What is added comes back, and nothing is written twice or by half."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from components.errors import LedgerError
from components.records import (
    Actor,
    Article,
    DateInterval,
    Mention,
    Place,
    Reading,
    Review,
    Span,
)
from components.store import Ledger, text_digest
from tests import builders

WHEN = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001 (a day and hour on the reader's own wall)


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    yield opened
    opened.close()


def reading_with(text, article_id="other"):
    return Reading(builders.article(article_id, text), (), (), (), ())


def test_a_reading_comes_back_as_it_was_added(ledger):
    reading = builders.example_reading()
    assert ledger.add(reading)
    assert list(ledger.readings()) == [reading]
    assert ledger.articles() == (reading.article,)
    assert ledger.article("seed") == reading.article
    assert ledger.article("nowhere") is None
    assert ledger.claims() == reading.claims
    assert ledger.mentions() == reading.mentions
    assert set(ledger.places()) == set(reading.places)
    assert set(ledger.actors()) == set(reading.actors)


words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=40)
days = st.dates(date(1, 1, 1), date(9999, 12, 31))


@st.composite
def intervals(draw, *, closed=False):
    first, last = sorted((draw(days), draw(days)))
    return DateInterval(
        draw(st.sampled_from([first, None])),
        last if closed else draw(st.sampled_from([last, None])),
    )


@st.composite
def readings(draw):
    text = draw(words)
    span = Span("a", 0, draw(st.integers(0, 40)))
    article = Article(
        "a",
        text,
        (span,),
        draw(words),
        draw(words),
        draw(words),
        "ar",
        draw(intervals(closed=True)),
        draw(st.sampled_from([None, WHEN])),
        draw(st.booleans()),
    )
    place = Place(
        draw(words),
        draw(words),
        "town",
        draw(st.floats(-90, 90)),
        draw(st.floats(-180, 180)),
        "SY",
        "",
        "g",
        draw(words),
        draw(words),
        draw(st.integers(0, 10**8)),
    )
    actor = Actor(draw(words), draw(words), "militia", tuple(draw(st.lists(words, max_size=3))))
    claims = tuple(
        builders.claim(
            draw(st.sampled_from(["captured", "lost", "held", "besieged"])),
            draw(st.sampled_from([place.id, None])),
            draw(intervals()),
            builders.parties(gaining=[draw(words)], losing=[draw(words)]),
            source=draw(words),
            evidence=span,
            reported=draw(intervals(closed=True)),
            counted=draw(st.booleans()),
            reason=draw(words),
            toponym=draw(words),
            ordinal=n,
        )
        for n in range(draw(st.integers(0, 3)))
    )
    mentions = tuple(
        Mention(span, draw(words), draw(st.sampled_from([place.id, None])))
        for _ in range(draw(st.integers(0, 2)))
    )
    return Reading(article, claims, mentions, (place,), (actor,))


@given(readings())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_added_comes_back_equal(reading):
    ledger = Ledger("sqlite://")
    assert ledger.add(reading)
    assert list(ledger.readings()) == [reading]
    assert ledger.claims() == reading.claims
    assert not ledger.add(reading)


def test_the_same_text_twice_adds_nothing_even_under_another_identifier(ledger):
    reading = builders.example_reading()
    assert ledger.add(reading)
    revision = ledger.revision()
    assert not ledger.add(reading)
    renamed = replace(reading, article=replace(reading.article, id="copy"))
    assert not ledger.add(renamed)
    assert ledger.revision() == revision
    assert len(ledger.articles()) == 1
    assert ledger.has(text_digest(reading.article.text))
    assert not ledger.has(text_digest("another text"))


def test_another_text_under_a_known_identifier_is_refused_with_a_sentence(ledger):
    ledger.add(builders.example_reading())
    before = list(ledger.readings())
    with pytest.raises(LedgerError, match="Another text is already kept as article 'seed'"):
        ledger.add(reading_with("Something else.", "seed"))
    assert list(ledger.readings()) == before


def test_the_revision_grows_with_each_change(ledger):
    seen = [ledger.revision()]
    reading = builders.example_reading()
    for change in (
        lambda: ledger.add(reading),
        lambda: ledger.replace(reading),
        lambda: ledger.add_review(review(reading.claims[0], "rejected")),
        lambda: ledger.remove("seed"),
        lambda: ledger.restore("seed"),
    ):
        change()
        seen.append(ledger.revision())
    assert seen == sorted(set(seen))


def review(claim, verdict, replacement=None, note=""):
    return Review(claim.id, verdict, replacement, "Rana", WHEN, note)


def test_reading_again_with_another_day_of_report_keeps_the_reviews(ledger):
    reading = builders.example_reading()
    ledger.add(reading)
    rejected = reading.claims[0]
    ledger.add_review(review(rejected, "rejected", note="wrong town"))
    moved = DateInterval.on(date(2015, 4, 26))
    again = replace(
        reading,
        article=replace(reading.article, reported=moved, reported_by_person=True),
        claims=tuple(replace(c, reported=moved) for c in reading.claims),
    )
    ledger.replace(again)
    assert ledger.article("seed") == again.article
    assert all(c.reported == moved for c in ledger.claims())
    first = ledger.claims()[0]
    assert (first.counted, first.reason_code) == (False, "rejected")
    assert first.reason == "Rejected by Rana: wrong town"
    assert next(ledger.readings()).claims == ledger.claims()


def test_what_was_never_added_cannot_be_replaced(ledger):
    with pytest.raises(LedgerError, match="Add it first"):
        ledger.replace(builders.example_reading())


def test_the_last_review_counts_and_none_is_deleted(ledger):
    reading = builders.example_reading()
    ledger.add(reading)
    claim = reading.claims[0]
    corrected = replace(claim, kind="contested")
    given_reviews = (
        review(claim, "rejected"),
        review(claim, "corrected", corrected),
        review(claim, "accepted"),
    )
    ledger.add_review(given_reviews[0])
    ledger.add_review(given_reviews[1])
    assert ledger.claims()[0] == corrected
    ledger.add_review(given_reviews[2])
    assert ledger.claims()[0] == claim
    assert ledger.reviews() == given_reviews


def test_a_removed_article_is_gone_from_view_and_can_be_put_back(ledger):
    reading = builders.example_reading()
    ledger.add(reading)
    ledger.add(reading_with("Nothing happened."))
    assert ledger.remove("seed")
    assert not ledger.remove("seed")
    assert [a.id for a in ledger.articles()] == ["other"]
    assert ledger.claims() == ()
    assert ledger.mentions() == ()
    assert not ledger.has(text_digest(reading.article.text))
    assert ledger.removed_articles() == (reading.article,)
    assert ledger.restore("seed")
    assert next(ledger.readings()) == reading


def test_adding_a_removed_text_again_puts_it_back_as_read_now(ledger):
    reading = builders.example_reading()
    ledger.add(reading)
    ledger.remove("seed")
    fresh = replace(reading, claims=reading.claims[:1])
    assert ledger.add(fresh)
    assert list(ledger.readings()) == [fresh]


def test_a_removed_text_added_under_another_identifier_is_found_under_it(ledger):
    reading = builders.example_reading()
    ledger.add(reading)
    ledger.remove("seed")
    assert ledger.add(replace(reading, article=replace(reading.article, id="new")))
    assert ledger.article("new") is not None
    assert len(ledger.articles()) == 1


def test_readings_stream_in_the_order_in_which_they_were_added(ledger):
    names = [f"article {n}" for n in range(205)]
    for name in names:
        ledger.add(reading_with(f"Text of {name}.", name))
    assert [r.article.id for r in ledger.readings()] == names


def test_a_gazetteer_that_knows_better_is_heard(ledger):
    reading = builders.example_reading()
    ledger.add(reading)
    better = replace(builders.IDLIB, population=200_000)
    ledger.add(replace(reading_with("More news."), places=(better,)))
    assert better in ledger.places()
    assert len(ledger.places()) == 3


def test_many_readings_are_kept_all_or_none(ledger):
    first, second = reading_with("First.", "one"), reading_with("Second.", "two")
    assert ledger.add_all([(first, "p1"), (second, "p2"), (first, "p1")]) == (True, True, False)
    assert [article.id for article in ledger.articles()] == ["one", "two"]
    third, refused = reading_with("Third.", "three"), reading_with("Other words.", "one")
    with pytest.raises(LedgerError, match="Another text"):
        ledger.add_all([(third, ""), (refused, "")])
    assert [article.id for article in ledger.articles()] == ["one", "two"]
    with pytest.raises(LedgerError, match="no collection"):
        ledger.add_all([(third, "")], collection="nowhere")
