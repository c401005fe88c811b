"""The lexicon says what is wrong with an entry, and knows the forms of its verbs."""

import pytest

from components.claims.lexicon import Lexicon, cues_of, parse_frame
from components.errors import BadRecordError

LEXICON = Lexicon.load()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"id": "x", "kind": "stolen", "verbs": ["steal"]}, "'x'.*'stolen'"),
        ({"id": "x", "kind": "held", "verbs": ["hold"], "plcae": ["object"]}, "'x'.*'plcae'"),
        ({"id": "x", "kind": "held"}, "'x'.*neither verbs nor nouns"),
    ],
)
def test_a_bad_entry_is_refused_by_name(row, words):
    with pytest.raises(BadRecordError, match=words):
        parse_frame(row, "verbs.toml")


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("retook", "retake"),
        ("overran", "overrun"),
        ("seizing", "seize"),
        ("withdrew", "withdraw"),
        ("occupies", "occupy"),
        ("expelled", "expel"),
        ("fled", "flee"),
    ],
)
def test_inflected_forms_lead_to_their_verb(form, verb):
    assert LEXICON.verb_of[form] == verb


@pytest.mark.parametrize(
    "text", ["They re-captured it", "Mosul fell", "in rebel hands", "Held by X"]
)
def test_a_sentence_that_speaks_of_control_is_worth_parsing(text):
    assert cues_of(LEXICON).search(text)


def test_a_sentence_about_talks_is_not_worth_parsing():
    assert not cues_of(LEXICON).search("The envoy called on both parties to attend peace talks.")
