"""Corrections: accept, correct, reject, by hand; undo; two people at one claim."""

from datetime import UTC, datetime

import pytest

from components.pipeline.reviewing import reject
from tests import builders
from tests.panels.opened import open_page, shown

JISR = builders.JISR.id
IDLIB = builders.IDLIB.id
AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def board(filled):  # noqa: ARG001 (asked for, so that the ledger is filled first)
    """The page on Idlib after its capture."""
    app = open_page(day="2015-03-30", place=IDLIB)
    assert not app.exception
    return app


def press(app, start):
    button = next(b for b in app.button if b.key.startswith(start))
    button.click().run()
    assert not app.exception
    return button.key.rpartition("-")[2]


def field(app, label):
    return next(one for one in app.text_input if one.label == label)


def sign(app, name, note=""):
    field(app, "Your name").set_value(name)
    field(app, "Note").set_value(note)


def test_a_rejected_claim_leaves_the_map_and_stays_under_not_counted(board, filled):
    press(board, "reject-for-")
    sign(board, "Anna", "It was <another> town")
    board.button(key="do_review").click().run()
    assert not board.exception
    review = filled.reviews()[-1]
    assert (review.verdict, review.reviewer, review.note) == (
        "rejected",
        "Anna",
        "It was <another> town",
    )
    assert "Claim rejected." in shown(board)
    board.session_state[f"not-counted-{IDLIB}"] = True
    board.run()
    text = shown(board)
    assert "Rejected by Anna" in text
    assert "It was &lt;another&gt; town" in text
    assert "<another>" not in text


def test_nobody_changes_anything_without_a_name(board, filled):
    press(board, "accept-for-")
    board.button(key="do_review").click().run()
    assert "Write your name or initials" in shown(board)
    assert filled.reviews() == ()


def test_an_accepted_claim_says_who_accepted_it_and_the_name_is_remembered(board):
    press(board, "accept-for-")
    sign(board, "Anna")
    board.button(key="do_review").click().run()
    assert "Accepted by Anna" in shown(board)
    press(board, "reject-for-")
    assert field(board, "Your name").value == "Anna"


def test_undo_takes_the_last_change_back_and_redo_makes_it_again(board, filled):
    before = shown(board)
    press(board, "reject-for-")
    sign(board, "Anna")
    board.button(key="do_review").click().run()
    assert board.session_state["dialog"] == ""
    board.button(key="undo_last").click().run()
    assert "Held by the opposition" in shown(board)
    assert shown(board).count("<article") == before.count("<article")
    board.button(key="open_changes").click().run()
    board.button(key="redo").click().run()
    assert not board.exception
    assert filled.claims() != ()
    assert any(not claim.counted for claim in filled.claims() if claim.place_id == IDLIB)


def test_a_corrected_claim_shows_what_was_read(board, filled):
    claim_id = press(board, "correct-for-")
    kind = next(box for box in board.selectbox if box.label == "What happened")
    kind.select("contested").run()
    sign(board, "Anna", "only fighting")
    board.button(key="do_correct").click().run()
    assert not board.exception
    corrected = next(claim for claim in filled.claims() if claim.id == claim_id)
    assert corrected.kind == "contested"
    assert corrected.counted
    assert "Corrected by Anna" in shown(board)
    assert "Read as: Captured" in shown(board)


def test_a_correction_that_changes_nothing_is_refused_with_a_sentence(board, filled):
    press(board, "correct-for-")
    sign(board, "Anna")
    board.button(key="do_correct").click().run()
    assert "Nothing of the claim is changed yet" in shown(board)
    assert filled.reviews() == ()


def test_days_in_the_wrong_order_are_refused_with_a_sentence(board):
    press(board, "correct-for-")
    first, last = (one for one in board.date_input if "possible day" in one.label)
    first.set_value(datetime(2015, 5, 1, tzinfo=UTC).date())
    last.set_value(datetime(2015, 4, 1, tzinfo=UTC).date())
    sign(board, "Anna")
    board.button(key="do_correct").click().run()
    assert "lies before the first" in shown(board)


def test_the_second_of_two_people_is_told_and_nothing_is_overwritten(board, filled):
    claim_id = press(board, "accept-for-")
    sign(board, "Boris", "I know the town")
    reject(filled, claim_id, by="Anna", at=AT, note="mistaken", expected=0)
    board.button(key="do_review").click().run()
    text = shown(board)
    assert "Someone changed this claim while you were editing." in text
    assert "Anna" in text
    assert "I know the town" in text
    assert filled.reviews()[-1].reviewer == "Anna"
    board.button(key="use_yours").click().run()
    assert not board.exception
    assert filled.reviews()[-1].reviewer == "Boris"


def test_the_second_of_two_people_can_keep_the_other_version(board, filled):
    claim_id = press(board, "accept-for-")
    sign(board, "Boris")
    reject(filled, claim_id, by="Anna", at=AT, note="mistaken", expected=0)
    board.button(key="do_review").click().run()
    board.button(key="keep_theirs").click().run()
    assert not board.exception
    assert filled.reviews()[-1].reviewer == "Anna"
    assert board.session_state["dialog"] == ""


def test_a_claim_added_by_hand_colours_its_place_with_a_source_of_its_own(board, filled):
    board.button(key="open_hand").click().run()
    board.text_area(key="hand_0_quote").set_value("The army <b>holds</b> Idlib, he said.")
    board.multiselect(key="hand_0_captured_gaining").set_value([builders.GOVERNMENT.id])
    board.date_input(key="hand_0_First possible day").set_value(AT.date().replace(year=2015))
    board.date_input(key="hand_0_Last possible day").set_value(AT.date().replace(year=2015))
    field(board, "Who says so").set_value("A witness")
    field(board, "Place").set_value("Idlib")
    sign(board, "Anna")
    board.run()
    board.button(key="do_hand").click().run()
    assert not board.exception
    added = [claim for claim in filled.claims() if claim.extractor.startswith("by hand")]
    assert [claim.attribution.source for claim in added] == ["A witness"]
    assert len(filled.articles()) == 2


def test_a_claim_added_to_a_demonstration_is_shown_with_it(ledger):
    ledger.make_collection("story", "A story", demonstration=True)
    ledger.add(builders.example_reading(), collection="story")
    app = open_page(day="2015-03-30", place=IDLIB)
    app.button(key="open_hand").click().run()
    app.text_area(key="hand_0_quote").set_value("The army holds Idlib, he said.")
    app.multiselect(key="hand_0_captured_gaining").set_value([builders.GOVERNMENT.id])
    field(app, "Who says so").set_value("A witness")
    field(app, "Place").set_value("Idlib")
    sign(app, "Anna")
    app.run()
    app.button(key="do_hand").click().run()
    assert not app.exception
    assert app.session_state["collections"] == "own,story"
    assert "from 2 articles" in shown(app)


def test_a_claim_by_hand_needs_words_and_a_source(board, filled):
    board.button(key="open_hand").click().run()
    board.button(key="do_hand").click().run()
    assert "Give the words of the source" in shown(board)
    assert len(filled.articles()) == 1


def test_the_log_says_who_did_what_and_when(board):
    press(board, "reject-for-")
    sign(board, "Anna", "no")
    board.button(key="do_review").click().run()
    board.button(key="open_changes").click().run()
    text = shown(board)
    assert "Claim rejected" in text
    assert "<td>Anna</td>" in text
    assert not board.button(key="undo").disabled


def test_an_untouched_ledger_has_an_empty_log_with_a_word(board):
    board.button(key="open_changes").click().run()
    assert "Nobody has changed anything yet." in shown(board)
