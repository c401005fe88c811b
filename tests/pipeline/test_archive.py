"""From the ledger to histories: what is gone on with equals what is made anew."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from components.actors import Roster
from components.control import fingerprint
from components.pipeline import Archive, load_world
from components.records import Mention, Reading, Review, Span
from components.store import Act, Ledger
from components.territory import Selection
from tests import builders
from tests.builders import IDLIB, JISR

ROSTER = Roster.load()
ALL = Selection()
WHEN = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def ledger():
    return Ledger("sqlite://")


def reading(name, text, *, publisher="", place=IDLIB, kind="captured"):
    article = builders.article(name, text, publisher=publisher)
    claim = builders.claim(
        kind,
        place.id,
        builders.example_claims()[3].event,
        builders.parties(gaining=["sy-opposition"]),
        evidence=Span(name, 0, len(text)),
        toponym=place.name,
    )
    mention = Mention(Span(name, 0, 3), place.name, place.id)
    return Reading(article, (claim,), (mention,), (place,), (builders.OPPOSITION,))


def test_after_any_change_the_world_is_the_one_made_anew(ledger):
    archive = Archive(ledger, ROSTER)
    claim = builders.example_claims()[0]
    spelled = replace(
        reading("b", "Another report on Idlib."),
        mentions=(Mention(Span("b", 0, 3), "Edlib", IDLIB.id),) * 9,
    )
    changes = [
        lambda: ledger.add(builders.example_reading()),
        lambda: ledger.add(reading("a", "One report on Jisr.", place=JISR)),
        lambda: ledger.add(spelled),
        lambda: ledger.add_review(Review(claim.id, "rejected", None, "Rana", WHEN, "no")),
        ledger.undo,
        lambda: ledger.remove("b"),
        lambda: ledger.remove("seed"),
        lambda: ledger.restore("seed"),
        lambda: ledger.replace(replace(builders.example_reading(), claims=())),
        ledger.undo,
    ]
    for change in changes:
        change()
        told = archive.history(ALL)
        anew = load_world(ledger, ROSTER)
        assert set(told.world.claims) == set(anew.claims)
        assert told.world.places == anew.places
        assert told.world.mentions == anew.mentions
        assert told.world.origins == anew.origins
        assert told.world.reviews == anew.reviews
        assert told.world.articles == anew.articles
        fresh = Archive(ledger, ROSTER).history(ALL)
        assert told.folded.rows == fresh.folded.rows
        assert dict(archive.evidence(told)) == dict(archive.evidence(fresh))


def test_a_history_is_made_once_for_a_revision_and_a_selection(ledger):
    ledger.add(builders.example_reading())
    archive = Archive(ledger, ROSTER)
    first = archive.history(ALL)
    press = archive.history(Selection(bases=frozenset({"press"})))
    assert archive.history(ALL) is first
    assert archive.history(Selection(bases=frozenset({"press"}))) is press
    ledger.add(reading("a", "One report."))
    assert archive.history(ALL) is not first


def test_what_a_history_was_made_of_stays_as_it_was(ledger):
    ledger.add(builders.example_reading())
    archive = Archive(ledger, ROSTER)
    first = archive.history(ALL)
    before = (dict(first.world.places), first.world.claims, dict(first.folded.rows))
    ledger.add(reading("a", "One report."))
    archive.history(ALL)
    assert (dict(first.world.places), first.world.claims, dict(first.folded.rows)) == before


def test_a_persons_own_articles_are_never_mixed_with_a_demonstration_unasked(ledger):
    ledger.make_collection("shown", "A chronicle", demonstration=True)
    ledger.add(builders.example_reading(), collection="shown")
    archive = Archive(ledger, ROSTER)
    assert archive.shown() == {"shown"}
    assert archive.history(ALL).world.articles == 1
    ledger.add(reading("mine", "One report on Jisr.", place=JISR))
    assert archive.shown() == {"own"}
    assert archive.history(ALL).place_ids == (JISR.id,)
    both = archive.history(Selection(collections=frozenset({"own", "shown"})))
    assert set(both.place_ids) == {IDLIB.id, JISR.id}
    assert {o.collections for o in both.world.origins.values()} == {("shown",), ("own",)}
    ledger.remove_collection("shown")
    gone = archive.history(Selection(collections=frozenset({"own", "shown"})))
    assert gone.place_ids == (JISR.id,)


WIRE = (
    "Rebel fighters took the town from government troops on Tuesday after two days of clashes, "
    "residents reached by telephone said. Shops stayed shut and most families had left for "
    "villages to the north, where schools took them in. An officer in the nearest base declined "
    "to comment on the loss, and state television made no mention of it in its evening report."
)


def test_a_wire_text_printed_by_two_papers_is_one_source(ledger):
    archive = Archive(ledger, ROSTER)
    ledger.add(reading("a", f"BEIRUT. {WIRE}", publisher="The Paper"))
    ledger.add(reading("b", f"{WIRE} Reporting by a wire.", publisher="The Mail"))
    assert archive.history(ALL).intervals(IDLIB.id)[-1].standing == "claimed"
    assert archive.history(ALL).world.copies == (("a", "b"),)
    cards = archive.evidence(archive.history(ALL))
    assert {card["copies"] for card in cards.values()} == {1}
    ledger.add(reading("c", "The town has new masters, its mayor said.", publisher="The Post"))
    assert archive.history(ALL).intervals(IDLIB.id)[-1].standing == "corroborated"
    ledger.remove("b")
    assert archive.history(ALL).world.copies == ()


def test_what_tells_copies_is_worked_out_for_articles_of_an_older_ledger(ledger):
    ledger.add(reading("a", WIRE))
    ledger.add(reading("b", f"{WIRE} More."), fingerprint=fingerprint(f"{WIRE} More."))
    assert [a.id for a in ledger.without_fingerprint()] == ["a"]
    assert Archive(ledger, ROSTER).history(ALL).world.copies == (("a", "b"),)
    assert ledger.without_fingerprint() == ()


def test_articles_added_together_are_undone_together(ledger):
    for name in ("a", "b"):
        ledger.add(reading(name, f"Report {name}."), act=Act(batch="one"))
    archive = Archive(ledger, ROSTER)
    assert archive.history(ALL).world.articles == 2
    ledger.undo()
    assert archive.history(ALL).world.articles == 0
    assert archive.history(ALL).place_ids == ()
