"""Answers are held against the text word for word."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.secondreader import answers
from components.secondreader.answers import verify
from components.secondreader.asking import Asked

SENTENCE = "On Monday the rebels captured Saraqib from the army, a resident of Ariha said."
SENT = (Asked(3, SENTENCE, "", ""),)
GOOD = {
    "number": 3,
    "quote": "the rebels captured Saraqib from the army",
    "place": "Saraqib",
    "kind": "captured",
    "stance": "asserted",
    "gaining": ["the rebels"],
    "losing": ["the army"],
    "date": "On Monday",
}


def verdict(**changes):
    return verify(json.dumps({"claims": [{**GOOD, **changes}]}), SENT)


def test_a_claim_whose_words_stand_in_its_sentence_is_used():
    (claim,) = verdict().claims
    assert SENTENCE[slice(*claim.place)] == "Saraqib"
    assert [(role, SENTENCE[slice(*at)]) for role, at in claim.parties] == [
        ("gaining", "the rebels"),
        ("losing", "the army"),
    ]
    assert SENTENCE[slice(*claim.date)] == "On Monday"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"quote": "the rebels seized Saraqib"}, answers.NO_QUOTE),
        ({"quote": ""}, answers.NO_QUOTE),
        ({"quote": 7}, answers.NO_QUOTE),
        ({"place": "Idlib"}, answers.NO_PLACE),
        ({"place": "Ariha"}, answers.NO_PLACE),
        ({"place": "Sara"}, answers.NO_PLACE),
        ({"place": None}, answers.NO_PLACE),
        ({"place": "the army"}, answers.NO_NAME),
        ({"gaining": ["the Nusra Front"]}, answers.NO_PARTY),
        ({"losing": "the army"}, answers.NO_PARTY),
        ({"kind": "bombed"}, answers.NO_KIND),
        ({"kind": ["captured"]}, answers.NO_KIND),
        ({"stance": "probably"}, answers.NO_STANCE),
        ({"number": 4}, answers.NO_SENTENCE),
        ({"number": True}, answers.NO_SENTENCE),
        ({"number": "3"}, answers.NO_SENTENCE),
    ],
)
def test_what_fails_verification_is_not_used_and_says_why(changes, reason):
    answer = verdict(**changes)
    assert answer.claims == ()
    assert answer.refused == (reason,)


def test_an_invented_date_is_left_out_and_the_rest_stays():
    answer = verdict(date="on 5 May 2015")
    assert answer.claims[0].date is None
    assert answer.refused == (answers.NO_DATE,)


def test_the_same_claim_twice_is_one():
    answer = verify(json.dumps({"claims": [GOOD, GOOD]}), SENT)
    assert (len(answer.claims), answer.refused) == (1, (answers.TWICE,))


@pytest.mark.parametrize(
    "content",
    ["", "I think the rebels won.", "{", '{"claims": 1}', "null", "[" * 100_000, '{"claims": [1]}'],
)
def test_what_is_not_the_json_asked_for_is_no_answer(content):
    assert verify(content, SENT) == answers.Answer((), (answers.NOT_JSON,))


def test_a_fence_round_the_json_is_taken_off():
    assert len(verify(f"```json\n{json.dumps([GOOD])}\n```", SENT).claims) == 1


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40), st.sampled_from(sorted(GOOD)))
def test_whatever_a_field_holds_only_words_of_the_sentence_come_out(words, name):
    for claim in verdict(**{name: words}).claims:
        spans = [claim.place, *(at for _, at in claim.parties), claim.date]
        assert all(0 <= s[0] < s[1] <= len(SENTENCE) for s in spans if s)
