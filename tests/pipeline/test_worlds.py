"""The world that the map draws."""

from components.actors import Roster
from components.pipeline import load_world, world_from_rows
from components.pipeline.rows import claim_rows, claims_from_rows
from components.pipeline.worlds import articles_from_rows
from components.store import Ledger
from tests.builders import example_reading


def _rows():
    return [(f"line {n}", row) for n, row in enumerate(claim_rows(example_reading()), start=1)]


def test_a_ledger_and_printed_rows_give_the_same_claims(tmp_path):
    ledger = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    ledger.add(example_reading())
    kept = load_world(ledger, Roster.load())
    printed = world_from_rows(claims_from_rows(_rows(), Roster.load().actors), Roster.load())
    assert kept.claims == printed.claims
    assert set(printed.places) <= set(kept.places)


def test_places_wear_the_name_that_the_articles_use(tmp_path):
    reading = example_reading()
    ledger = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    ledger.add(reading)
    names = {place.id: place.name for place in load_world(ledger, Roster.load()).places.values()}
    for mention in reading.mentions:
        if mention.place_id:
            assert names[mention.place_id] == mention.toponym


def test_rows_quote_their_sentences_where_they_stood():
    read = claims_from_rows(_rows(), {})
    articles = articles_from_rows(read)
    for span, sentence in read.sentences.items():
        assert articles[span.article_id].quote(span) == sentence
