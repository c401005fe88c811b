"""Every change is logged, can be undone and made again, and overwrites nobody's."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from components.errors import LedgerError
from components.records import DateInterval, Mention, Reading, Review, Span
from components.store import Act, EditConflictError, Ledger
from tests import builders
from tests.builders import ALEPPO, IDLIB, JISR

WHEN = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
RANA, OMAR = Act("Rana", WHEN), Act("Omar", WHEN)


@pytest.fixture
def ledger(tmp_path):
    opened = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    opened.add(builders.example_reading())
    yield opened
    opened.close()


def verdict(claim, what, replacement=None, by="Rana", note=""):
    return Review(claim.id, what, replacement, by, WHEN, note)


def shown(ledger):
    return list(ledger.kept())


def first(ledger):
    return ledger.claims()[0]


def test_undo_takes_back_every_kind_of_change_and_redo_makes_it_again(ledger):
    claim = first(ledger)
    moved = replace(builders.example_reading(), claims=builders.example_claims()[:2])
    by_hand = replace(claim, id="by hand", kind="held")
    ledger.make_collection("other", "Other articles")
    changes = [
        lambda: ledger.add_review(verdict(claim, "rejected")),
        lambda: ledger.add_review(verdict(claim, "corrected", replace(claim, kind="lost"))),
        lambda: ledger.add_review(verdict(claim, "as read")),
        lambda: ledger.add_claim(by_hand, act=RANA),
        lambda: ledger.decide_place("seed", "Idlib", ALEPPO, act=RANA),
        lambda: ledger.replace(moved),
        lambda: ledger.add(builders.example_reading(), collection="other"),
        lambda: ledger.add(Reading(builders.article("new", "Quiet."), (), (), (), ())),
        lambda: ledger.remove("new"),
        lambda: ledger.restore("new"),
        lambda: ledger.remove_collection("own"),
    ]
    seen = [shown(ledger)]
    for change in changes:
        change()
        seen.append(shown(ledger))
    known = [[(k.reading, k.collections) for k in s] for s in seen]
    for before in reversed(known[:-1]):
        assert ledger.undo(act=OMAR)
        assert [(k.reading, k.collections) for k in shown(ledger)] == before
    for after in known[1:]:
        assert ledger.redo(act=OMAR)
        assert [(k.reading, k.collections) for k in shown(ledger)] == after
    assert ledger.redo() == ()


def test_what_is_undone_stays_undone_after_a_restart(tmp_path):
    url = f"sqlite:///{tmp_path / 'l.sqlite3'}"
    one = Ledger(url)
    one.add(builders.example_reading())
    one.add_review(verdict(first(one), "rejected"))
    one.undo()
    one.close()
    two = Ledger(url)
    assert first(two).counted
    assert [e.kind for e in two.to_redo()] == ["claim rejected"]
    two.redo()
    assert not first(two).counted


def test_a_new_change_after_an_undo_leaves_nothing_to_make_again(ledger):
    claim = first(ledger)
    ledger.add_review(verdict(claim, "rejected"))
    ledger.undo()
    ledger.add_review(verdict(claim, "accepted"))
    assert ledger.to_redo() == ()
    assert ledger.redo() == ()
    assert first(ledger).counted


def test_changes_of_one_batch_are_undone_together(ledger):
    for name in ("a", "b", "c"):
        ledger.add(
            Reading(builders.article(name, f"Text {name}."), (), (), (), ()), act=Act(batch="x")
        )
    assert len(ledger.articles()) == 4
    assert [e.subject for e in ledger.undo()] == ["a", "b", "c"]
    assert [a.id for a in ledger.articles()] == ["seed"]
    ledger.redo()
    assert len(ledger.articles()) == 4


def test_nothing_to_undo_is_no_error():
    empty = Ledger("sqlite://")
    assert empty.undo() == empty.redo() == ()


def test_the_log_says_who_what_when_and_why_and_forgets_nothing(ledger):
    claim = first(ledger)
    ledger.add_review(verdict(claim, "rejected", note="wrong town"))
    ledger.undo(act=OMAR)
    told = ledger.log()
    assert [(e.kind, e.by, e.status) for e in told] == [
        ("article added", "", "live"),
        ("claim rejected", "Rana", "undone"),
        ("undone", "Omar", "live"),
    ]
    assert (told[1].at, told[1].note, told[1].before) == (WHEN, "wrong town", claim)
    assert told[2].subject == str(told[1].number)
    assert [e.kind for e in ledger.log(claim.id)] == ["claim rejected"]


def test_rejecting_deletes_nothing_and_says_who_rejected(ledger):
    claim = first(ledger)
    ledger.add_review(verdict(claim, "rejected", note="wrong town"))
    kept = next(ledger.kept())
    rejected = kept.reading.claims[0]
    assert (rejected.counted, rejected.reason_code) == (False, "rejected")
    assert rejected.reason == "Rejected by Rana: wrong town"
    assert replace(rejected, counted=True, reason_code="", reason="") == claim
    ledger.add_review(verdict(claim, "as read"))
    assert first(ledger) == claim


def test_a_corrected_claim_keeps_its_id_and_what_was_read(ledger):
    claim = first(ledger)
    other = replace(claim, id="whatever", kind="lost", place_id="p:new")
    place = builders.place("p:new", "New place")
    actor = replace(builders.AHRAR, id="new actor")
    ledger.add_review(verdict(claim, "corrected", other), places=[place], actors=[actor])
    kept = next(ledger.kept())
    assert kept.reading.claims[0] == replace(other, id=claim.id)
    assert kept.originals == {claim.id: claim}
    assert place in kept.reading.places
    assert kept.reviews[claim.id].verdict == "corrected"


def test_what_was_read_can_be_had_without_what_people_said(ledger):
    ledger.add_review(verdict(first(ledger), "rejected"))
    assert ledger.as_read("seed") == builders.example_reading()
    assert ledger.as_read("nowhere") is None


def test_the_second_of_two_editors_is_told_and_both_edits_are_kept(ledger):
    claim = first(ledger)
    seen = next(ledger.kept()).revisions.get(claim.id, 0)
    ledger.add_review(verdict(claim, "rejected", by="Rana"), expected=seen)
    with pytest.raises(EditConflictError, match="Rana changed this claim") as refused:
        ledger.add_review(verdict(claim, "accepted", by="Omar"), expected=seen)
    assert not first(ledger).counted
    assert (refused.value.theirs.by, refused.value.yours.by) == ("Rana", "Omar")
    told = ledger.log(claim.id)
    assert [(e.by, e.status) for e in told] == [("Rana", "live"), ("Omar", "set aside")]
    # Having seen theirs, the second may go on; what was set aside is never applied or undone.
    ledger.add_review(verdict(claim, "accepted", by="Omar"), expected=refused.value.theirs.revision)
    assert first(ledger).counted
    ledger.undo()
    assert not first(ledger).counted


def test_an_undo_by_another_counts_as_a_change_of_the_claim(ledger):
    claim = first(ledger)
    entry = ledger.add_review(verdict(claim, "rejected"), expected=0)
    ledger.undo()
    with pytest.raises(EditConflictError):
        ledger.add_review(verdict(claim, "accepted"), expected=entry.revision)
    now = next(ledger.kept()).revisions[claim.id]
    ledger.add_review(verdict(claim, "accepted"), expected=now)


def test_a_claim_added_by_hand_survives_another_reading_of_its_article(ledger):
    claim = replace(first(ledger), id="by hand", kind="held")
    ledger.add_claim(claim, act=RANA)
    ledger.replace(replace(builders.example_reading(), claims=()))
    assert ledger.claims() == (claim,)
    ledger.add_review(verdict(claim, "rejected"))
    assert not first(ledger).counted
    with pytest.raises(LedgerError, match="There is no article"):
        ledger.add_claim(replace(claim, evidence=Span("nowhere", 0, 1)))


def test_a_place_decided_by_a_person_goes_before_what_was_read(ledger):
    span = Span("two", 0, 9)
    unfound = builders.claim(
        "captured",
        None,
        DateInterval.on(date(2015, 3, 28)),
        builders.parties(gaining=["sy-opposition"]),
        evidence=span,
        toponym="Tell Nowhere",
        counted=False,
        reason_code="not_found",
        reason="No place of this name was found.",
    )
    reading = Reading(
        builders.article("two", "Tell  Nowhere was taken."),
        (unfound,),
        (Mention(span, "Tell\nNowhere", None), Mention(span, "Idlib", IDLIB.id)),
        (IDLIB,),
        (),
    )
    ledger.add(reading)
    ledger.decide_place("two", "tell nowhere", JISR, act=RANA)
    kept = list(ledger.kept())[1].reading
    assert (kept.claims[0].place_id, kept.claims[0].counted) == (JISR.id, True)
    assert [m.place_id for m in kept.mentions] == [JISR.id, IDLIB.id]
    assert JISR in kept.places
    ledger.decide_place("two", "Tell Nowhere", None, act=RANA)
    kept = list(ledger.kept())[1].reading
    assert (kept.claims[0].place_id, kept.claims[0].counted) == (None, False)
    assert kept.claims[0].reason == "Rana says that this name means no place on the map."
    # Another article may mean another place by the same name.
    assert next(ledger.readings()) == builders.example_reading()


def test_what_changed_since_a_revision_is_told_by_article(ledger):
    start = ledger.revision()
    assert ledger.changed_since(start) == ()
    ledger.add(Reading(builders.article("new", "Quiet."), (), (), (), ()))
    assert ledger.changed_since(start) == ("new",)
    between = ledger.revision()
    ledger.add_review(verdict(first(ledger), "rejected"))
    assert ledger.changed_since(between) == ("seed",)
    ledger.undo()
    assert ledger.changed_since(ledger.revision() - 1) == ("seed",)
    ledger.remove_collection("own")
    assert set(ledger.changed_since(ledger.revision() - 1)) == {"seed", "new"}
