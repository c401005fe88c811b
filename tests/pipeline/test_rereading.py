"""Kept articles are read again once there are more places; what people said of them stays."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from components.articles import Given, from_text
from components.claims import Reader
from components.pipeline import Engine, add_articles, load_engine, read_again
from components.pipeline.rereading import difference
from components.pipeline.reviewing import HandClaim, add_claim, reject
from components.records import DateInterval, Place
from components.store import Ledger
from tests.builders import IDLIB, parties

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = (
    "Syrian rebels captured the village of Testabad Nowhere and the city of Idlib on 28 March 2015."
)
VILLAGE = Place("mine:1", "Testabad Nowhere", "village", 35.9, 36.7, "SY", "SY-ID", "mine")


@pytest.fixture(scope="module")
def engine():
    return load_engine()


@pytest.fixture
def ledger(engine):
    opened = Ledger("sqlite://")
    given = Given(from_text(TEXT, today=TODAY, article_id="one"), (), "one")
    add_articles(opened, engine, [given])
    yield opened
    opened.close()


@pytest.fixture
def richer(engine):
    """An engine that knows one village more."""
    places = engine.gazetteer.with_decided({VILLAGE.name: VILLAGE})
    return Engine(places, engine.roster, Reader(engine.reader.nlp, places, engine.roster))


def on(ledger, place_id):
    return [c for c in ledger.claims() if c.place_id == place_id]


def test_a_place_added_since_is_found_and_undo_forgets_it(ledger, richer):
    assert not on(ledger, VILLAGE.id)
    told = read_again(ledger, richer, TODAY, by="Anna")
    assert (told.articles, told.changed) == (1, 1)
    assert on(ledger, VILLAGE.id)
    assert ledger.log()[-1].by == "Anna"
    (different,) = told.differences
    assert different.article == "one"
    words = "Testabad Nowhere: on no place before, Testabad Nowhere, village now"
    assert words in different.words()
    ledger.undo()
    assert not on(ledger, VILLAGE.id)


def test_what_reads_as_before_is_left_alone(ledger, engine):
    before = ledger.revision()
    told = read_again(ledger, engine, TODAY)
    assert told.words() == "Read again: 1 article. Nothing changed."
    assert ledger.revision() == before


def test_verdicts_and_claims_by_hand_stay(ledger, richer):
    rejected = next(c for c in ledger.claims() if c.toponym == VILLAGE.name)
    reject(ledger, rejected.id, by="Anna", at=AT)
    hand = HandClaim(
        *("held", parties(holding=["sy-opposition"]), DateInterval.on(TODAY), IDLIB),
        "The rebels hold Idlib.",
        source="A reader",
    )
    added = add_claim(ledger, hand, by="Anna", at=AT)
    read_again(ledger, richer, TODAY)
    claims = {c.id: c for c in ledger.claims()}
    assert claims[rejected.id].reason_code == "rejected"
    assert not on(ledger, VILLAGE.id)
    assert claims[added.subject].place_id == IDLIB.id
    words = claims[added.subject].evidence.article_id
    assert [i for i, c in claims.items() if c.evidence.article_id == words] == [added.subject]


def test_it_stops_when_asked(ledger, richer):
    for n in range(3):
        given = Given(from_text(f"{TEXT} {n}", today=TODAY, article_id=f"more-{n}"), (), "")
        add_articles(ledger, richer, [given])
    told = read_again(ledger, richer, TODAY, lambda done: done < 2)
    assert (told.articles, told.stopped) == (2, True)


def test_a_namesake_elsewhere_is_told_with_where_it_lies(ledger):
    before = ledger.as_read("one")
    assert before is not None
    other = replace(IDLIB, id="mine:2", lat=30.0)
    swapped = {IDLIB.id: other.id}
    after = replace(
        before,
        places=tuple(other if p.id == IDLIB.id else p for p in before.places),
        mentions=tuple(
            replace(m, place_id=swapped.get(m.place_id, m.place_id)) for m in before.mentions
        ),
    )
    found = difference(before, after)
    assert (found.more, found.fewer) == (0, 0)
    (moved,) = found.moved
    assert moved.words() == (
        "Idlib: Idlib, city, 35.93, 36.63 before, Idlib, city, 30.00, 36.63 now"
    )
    assert difference(before, before).moved == ()
