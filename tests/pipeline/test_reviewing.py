"""What people say of claims, and the log of it."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest

from components.actors import Roster
from components.errors import BadChoiceError
from components.pipeline import Archive
from components.pipeline.reviewing import (
    Correction,
    EditConflictError,
    HandClaim,
    accept,
    add_claim,
    correct,
    decide_place,
    log_csv,
    log_jsonl,
    redo,
    redo_label,
    reject,
    undo,
    undo_label,
    withdraw,
)
from components.records import DateInterval, Party
from components.store import Ledger
from components.territory import Selection
from tests import builders
from tests.builders import ALEPPO, GOVERNMENT, IDLIB, JISR, OPPOSITION

AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DAY = DateInterval.on(date(2015, 4, 25))
TAKEN = (Party(OPPOSITION.id, "gaining", "rebels"), Party(GOVERNMENT.id, "losing", "the army"))


@pytest.fixture
def ledger():
    opened = Ledger("sqlite://")
    opened.add(builders.example_reading())
    return opened


@pytest.fixture
def archive(ledger):
    return Archive(ledger, Roster.load())


def card(archive, claim_id):
    return archive.evidence(archive.history(Selection()))[claim_id]


def by_hand(**changes):
    given = {
        "kind": "captured",
        "parties": TAKEN,
        "event": DAY,
        "place": JISR,
        "quote": "Rebels took Jisr al-Shughur from the army on 25 April.",
        "publisher": "The Paper",
        "reported": DateInterval.on(date(2015, 4, 26)),
    }
    return HandClaim(**{**given, **changes})


def test_a_rejected_claim_is_shown_as_not_counted_with_who_rejected_it(ledger, archive):
    taken = builders.example_claims()[3]
    reject(ledger, taken.id, by="Rana", at=AT, note="wrong town")
    history = archive.history(Selection())
    assert [c.id for c in history.not_counted(IDLIB.id)] == [taken.id]
    shown = card(archive, taken.id)
    assert shown["reason"] == "Rejected by Rana: wrong town"
    assert shown["review"]["verdict"] == "rejected"
    assert history.intervals(IDLIB.id)[-1].state == "contested"
    withdraw(ledger, taken.id, by="Omar", at=AT)
    assert archive.history(Selection()).intervals(IDLIB.id)[-1].state == "held"
    assert card(archive, taken.id)["review"] is None


def test_an_accepted_claim_says_who_accepted_it_and_changes_no_colour(ledger, archive):
    before = archive.history(Selection()).intervals(IDLIB.id)
    taken = builders.example_claims()[3]
    accept(ledger, taken.id, by="Rana", at=AT, note="as written")
    assert archive.history(Selection()).intervals(IDLIB.id) == before
    assert card(archive, taken.id)["review"] == {
        "verdict": "accepted",
        "by": "Rana",
        "at": AT.isoformat(),
        "note": "as written",
    }


def test_a_corrected_claim_counts_as_corrected_and_keeps_what_was_read_visible(ledger, archive):
    taken = builders.example_claims()[3]
    correct(
        ledger, taken.id, Correction(place=ALEPPO, event=DAY), by="Rana", at=AT, note="the other"
    )
    history = archive.history(Selection())
    assert history.intervals(ALEPPO.id)[-1].start == DAY
    assert history.intervals(ALEPPO.id)[-1].claim_ids == (taken.id,)
    shown = card(archive, taken.id)
    assert (shown["place_id"], shown["original_place_id"]) == (ALEPPO.id, IDLIB.id)
    assert shown["original_when"] == "28 Mar 2015"
    assert "Captured" in shown["original"]


def test_a_correction_that_corrects_nothing_or_names_no_place_is_refused(ledger):
    claims = builders.example_claims()
    with pytest.raises(BadChoiceError, match="Nothing of the claim is changed"):
        correct(ledger, claims[3].id, Correction(), by="Rana", at=AT)
    with pytest.raises(BadChoiceError, match="has no place"):
        correct(ledger, claims[4].id, Correction(kind="held"), by="Rana", at=AT)
    with pytest.raises(BadChoiceError, match="no such claim"):
        accept(ledger, "nowhere", by="Rana", at=AT)


def test_a_claim_that_was_not_counted_counts_once_a_person_gives_it_a_place(ledger, archive):
    direction = builders.example_claims()[4]
    correct(ledger, direction.id, Correction(place=ALEPPO), by="Rana", at=AT)
    assert archive.history(Selection()).intervals(ALEPPO.id)


def test_the_second_of_two_editors_is_told_and_can_go_on(ledger, archive):
    taken = builders.example_claims()[3]
    seen = card(archive, taken.id)["revision"]
    reject(ledger, taken.id, by="Rana", at=AT, expected=seen)
    with pytest.raises(EditConflictError) as refused:
        accept(ledger, taken.id, by="Omar", at=AT, expected=seen)
    accept(ledger, taken.id, by="Omar", at=AT, expected=refused.value.theirs.revision)
    assert card(archive, taken.id)["review"]["by"] == "Omar"


def test_a_claim_added_by_hand_has_its_own_source_and_one_undo_restores_all(ledger, archive):
    before = archive.history(Selection())
    entry = add_claim(ledger, by_hand(), by="Rana", at=AT)
    history = archive.history(Selection())
    last = history.intervals(JISR.id)[-1]
    assert (last.start, last.standing) == (DAY, "corroborated")
    shown = card(archive, entry.subject)
    assert shown["sentence"] == by_hand().quote
    assert (shown["publisher"], shown["source"]) == ("The Paper", "The article")
    assert undo_label(ledger) == "claim added with its source"
    assert len(undo(ledger, by="Rana", at=AT)) == 2
    again = archive.history(Selection())
    assert again.folded.rows == before.folded.rows
    assert again.world.claims == before.world.claims
    assert redo_label(ledger) == "claim added with its source"
    redo(ledger, by="Rana", at=AT)
    assert archive.history(Selection()).intervals(JISR.id)[-1] == last


def test_the_same_words_can_speak_for_two_places_and_two_papers_are_two_sources(ledger, archive):
    add_claim(ledger, by_hand(), by="Rana", at=AT)
    add_claim(ledger, by_hand(place=ALEPPO), by="Rana", at=AT)
    add_claim(ledger, by_hand(publisher="The Mail"), by="Rana", at=AT)
    history = archive.history(Selection())
    assert history.world.articles == 3
    assert len(history.intervals(JISR.id)[-1].claim_ids) >= 4
    assert history.intervals(ALEPPO.id)[-1].standing == "claimed"


def test_a_sentence_of_an_article_that_was_overlooked_can_be_added(ledger, archive):
    quote = "The alliance took over Idlib on March 28"
    entry = add_claim(ledger, by_hand(article_id="seed", quote=quote), by="Rana", at=AT)
    assert card(archive, entry.subject)["sentence"] == quote
    assert len(ledger.articles()) == 1
    with pytest.raises(BadChoiceError, match="does not have the words"):
        add_claim(ledger, by_hand(article_id="seed", quote="Never said"), by="Rana", at=AT)
    with pytest.raises(BadChoiceError, match="no words that say so"):
        add_claim(ledger, by_hand(quote="  "), by="Rana", at=AT)


def test_a_place_decided_for_a_name_moves_all_its_claims_in_that_article(ledger, archive):
    decide_place(ledger, "seed", "Idlib", ALEPPO, by="Rana", at=AT)
    history = archive.history(Selection())
    assert history.intervals(IDLIB.id) == ()
    assert len(history.intervals(ALEPPO.id)) == 3
    undo(ledger, by="Rana", at=AT)
    assert len(archive.history(Selection()).intervals(IDLIB.id)) == 3


def test_the_log_can_be_exported_and_runs_no_formula_in_a_spreadsheet(ledger):
    taken = builders.example_claims()[3]
    reject(ledger, taken.id, by="=cmd()", at=AT, note='said "no",\nthen left')
    correct(ledger, taken.id, Correction(place=ALEPPO), by="Rana", at=AT)
    undo(ledger, by="Omar", at=AT)
    rows = [json.loads(line) for line in log_jsonl(ledger).splitlines()]
    assert [(r["what"], r["by"], r["status"]) for r in rows] == [
        ("article added", "", "live"),
        ("claim rejected", "=cmd()", "live"),
        ("claim corrected", "Rana", "undone"),
        ("undone", "Omar", "live"),
    ]
    assert rows[2]["before"].startswith("Idlib [geonames:169389]: Captured from the government")
    assert rows[2]["after"].startswith("Aleppo")
    table = list(csv.DictReader(io.StringIO(log_csv(ledger), newline="")))
    assert [row["what"] for row in table] == [row["what"] for row in rows]
    assert table[1]["by"] == "'=cmd()"
    assert table[1]["note"] == rows[1]["note"]
