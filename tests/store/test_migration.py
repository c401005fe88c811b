"""A ledger of the first version opens, and nothing in it is lost."""

import sqlite3
from pathlib import Path

import pytest

from components.errors import LedgerError
from components.store import Ledger
from tests import builders

FIRST = Path(__file__).parent / "schema_1.sql"


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "ledger.sqlite3"
    with sqlite3.connect(made) as connection:
        connection.executescript(FIRST.read_text("utf-8"))
    connection.close()
    return made


def test_articles_claims_and_mentions_are_all_there(path):
    ledger = Ledger(f"sqlite:///{path}")
    example = builders.example_reading()
    kept = list(ledger.kept())
    assert [k.reading.article.id for k in kept] == ["seed", "other"]
    assert kept[0].reading.article == example.article
    assert kept[0].reading.mentions == example.mentions
    assert set(kept[0].reading.places) == set(example.places)
    assert [a.id for a in ledger.removed_articles()] == ["gone"]
    assert {k.collections for k in kept} == {("own",)}


def test_reviews_are_all_there_and_the_last_on_each_claim_counts(path):
    ledger = Ledger(f"sqlite:///{path}")
    claims = builders.example_claims()
    told = next(ledger.kept())
    assert [r.verdict for r in ledger.reviews()] == [
        "rejected",
        "accepted",
        "rejected",
        "corrected",
    ]
    assert told.reading.claims[0] == claims[0]
    assert told.reading.claims[1].reason == "Rejected by Omar: another town"
    assert told.reading.claims[2].kind == "besieged"
    assert told.originals[claims[2].id] == claims[2]
    assert [e.by for e in ledger.log()] == ["Rana", "Rana", "Omar", "Omar"]
    ledger.undo()
    assert next(ledger.readings()).claims[2] == claims[2]


def test_it_goes_on_where_it_was_and_opens_again(path):
    before = sqlite3.connect(path).execute("SELECT number FROM meta WHERE name = 'revision'")
    revision = before.fetchone()[0]
    ledger = Ledger(f"sqlite:///{path}")
    assert ledger.revision() == revision
    assert ledger.restore("gone")
    ledger.close()
    again = Ledger(f"sqlite:///{path}")
    assert len(again.articles()) == 3
    assert again.revision() == revision + 1


def test_one_that_cannot_be_written_is_left_as_it_is_and_told(path):
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="cannot be written"):
        Ledger(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert path.read_bytes() == before


def test_an_upgrade_that_fails_half_way_changes_nothing(path):
    def set_verdict(verdict):
        connection = sqlite3.connect(path)
        connection.execute("UPDATE reviews SET verdict = ? WHERE number = 4", [verdict])
        connection.commit()
        connection.close()

    set_verdict("odd")
    with pytest.raises(LedgerError, match="has the verdict 'odd'"):
        Ledger(f"sqlite:///{path}")
    set_verdict("corrected")
    assert len(Ledger(f"sqlite:///{path}").reviews()) == 4
