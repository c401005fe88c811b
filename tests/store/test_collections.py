"""Articles belong to collections; a demonstration is never mixed with a person's own unasked."""

import pytest

from components.errors import LedgerError
from components.records import Reading
from components.store import Collection, Ledger, text_digest, usual_collections
from tests import builders


@pytest.fixture
def ledger():
    return Ledger("sqlite://")


def reading(name):
    return Reading(builders.article(name, f"Text of {name}."), (), (), (), ())


def ids(ledger, *collections):
    return [a.id for a in ledger.articles(collections or None)]


def with_demonstration(ledger):
    ledger.make_collection("shown", "A chronicle", note="Written to show.", demonstration=True)
    ledger.add(reading("demo"), collection="shown")
    return ledger


def test_articles_are_asked_for_by_collection(ledger):
    with_demonstration(ledger).add(reading("mine"))
    assert ids(ledger) == ["demo", "mine"]
    assert ids(ledger, "own") == ["mine"]
    assert ids(ledger, "shown") == ["demo"]
    assert ids(ledger, "own", "shown") == ["demo", "mine"]
    assert [k.collections for k in ledger.kept()] == [("shown",), ("own",)]
    assert [k.reading.article.id for k in ledger.kept(["shown"])] == ["demo"]


def test_a_demonstration_is_shown_only_as_long_as_there_is_nothing_else(ledger):
    assert usual_collections(ledger.collections()) == frozenset()
    with_demonstration(ledger)
    assert usual_collections(ledger.collections()) == {"shown"}
    ledger.add(reading("mine"))
    assert usual_collections(ledger.collections()) == {"own"}
    ledger.undo()
    assert usual_collections(ledger.collections()) == {"shown"}


def test_one_call_takes_a_collection_out_and_undo_puts_it_back(ledger):
    with_demonstration(ledger).add(reading("mine"))
    assert ledger.remove_collection("shown")
    assert not ledger.remove_collection("shown")
    assert ids(ledger) == ["mine"]
    assert ledger.article("demo") is None
    assert ledger.collections()[1] == Collection(
        "shown", "A chronicle", "Written to show.", demonstration=True, articles=1, removed=True
    )
    ledger.undo()
    assert ids(ledger) == ["demo", "mine"]
    ledger.redo()
    assert ledger.restore_collection("shown")
    assert not ledger.restore_collection("shown")
    assert ids(ledger) == ["demo", "mine"]


def test_making_a_removed_collection_again_puts_it_back(ledger):
    with_demonstration(ledger).remove_collection("shown")
    assert ledger.make_collection("shown", "A chronicle")
    assert not ledger.make_collection("shown", "A chronicle")
    assert ids(ledger) == ["demo"]


def test_a_text_in_two_collections_is_kept_once_and_stays_when_one_goes(ledger):
    with_demonstration(ledger)
    assert not ledger.has(text_digest("Text of demo."), "own")
    assert ledger.add(reading("demo"))
    assert not ledger.add(reading("demo"))
    assert ledger.has(text_digest("Text of demo."), "own")
    assert [k.collections for k in ledger.kept()] == [("own", "shown")]
    ledger.remove_collection("shown")
    assert ids(ledger) == ["demo"]
    assert [k.collections for k in ledger.kept()] == [("own",)]


def test_there_is_always_a_place_for_a_persons_own_articles(ledger):
    assert [(c.id, c.name) for c in ledger.collections()] == [("own", "Your articles")]


def test_an_unknown_collection_is_refused_with_a_sentence(ledger):
    with pytest.raises(LedgerError, match="There is no collection 'nowhere'"):
        ledger.add(reading("a"), collection="nowhere")
    assert ledger.articles() == ()
