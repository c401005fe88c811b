"""The words under every colour."""

from dataclasses import replace
from datetime import date

import pytest

from components.records import ControlInterval, DateInterval, Span
from components.territory import (
    build_history,
    change_words,
    claim_words,
    day_headline,
    evidence,
    format_day,
    format_days,
    possible_words,
    rule_words,
    since_words,
    state_words,
)
from tests import builders
from tests.builders import FATAH, GOVERNMENT, IDLIB, JISR, OPPOSITION

NAMES = {"g": "the government", "o": "the opposition", "i": "Islamic State"}


def interval(state, standing, start):
    return ControlInterval("p", state, (), start, None, standing, (), (), "")


def history():
    return build_history(builders.example_world())


@pytest.mark.parametrize(
    ("state", "standing", "parties", "words"),
    [
        ("held", "corroborated", "o", "Held by the opposition"),
        ("held", "claimed", "o", "Held by the opposition, one side says so"),
        ("held", "inferred", "g", "Held by the government, inferred"),
        ("held", "claimed", "oi", "Held by the opposition and Islamic State, one side says so"),
        ("contested", "claimed", "gi", "Fought over: the government and Islamic State"),
        ("contested", "claimed", "", "Fought over"),
        ("disputed", "disputed", "go", "Sources disagree: the government or the opposition"),
        ("disputed", "disputed", "o", "Sources disagree whether the opposition holds it"),
        ("unknown", "unknown", "", "Unknown"),
    ],
)
def test_each_state_has_its_words(state, standing, parties, words):
    found = interval(state, standing, DateInterval.on(date(2015, 3, 28)))
    assert state_words(found, tuple(parties), NAMES.__getitem__) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2015-03-28", "2015-03-28", "Since 28 March 2015"),
        ("2015-03-29", "2015-05-04", "Since some day between 29 March and 4 May 2015"),
        ("2014-12-29", "2015-01-04", "Since some day between 29 December 2014 and 4 January 2015"),
        ("2011-01-01", "2011-12-31", "Since some day in 2011"),
        (None, "2015-05-04", "Since 4 May 2015 at the latest"),
    ],
)
def test_since_when_is_said_as_exactly_as_it_is_known(first, last, words):
    start = DateInterval(first and date.fromisoformat(first), date.fromisoformat(last))
    assert since_words(interval("held", "claimed", start)) == words


def test_what_is_inferred_from_the_first_report_was_before_it():
    start = DateInterval(None, date(2015, 3, 23))
    assert since_words(interval("held", "inferred", start)) == "Before the first report"


def test_days_are_written_in_full_and_short():
    assert format_day(date(2015, 3, 28)) == "28 March 2015"
    assert format_day(date(2015, 3, 28), short=True) == "28 Mar 2015"
    between = DateInterval(date(2015, 3, 29), date(2015, 5, 4))
    assert format_days(between, short=True) == "Some day between 29 Mar and 4 May 2015"


@pytest.mark.parametrize(
    ("kind", "roles", "words"),
    [
        (
            "captured",
            {"gaining": "o", "losing": "g"},
            "Captured from the government by the opposition",
        ),
        ("lost", {"losing": "g"}, "Lost by the government"),
        (
            "transferred",
            {"losing": "g", "gaining": "i"},
            "Handed over from the government to Islamic State",
        ),
        ("held", {"holding": "o"}, "Held by the opposition"),
        (
            "contested",
            {"attacking": "o", "defending": "g"},
            "Fought over: the government and the opposition",
        ),
        (
            "contested",
            {"attacking": "oi"},
            "Fought over, attacked by the opposition and Islamic State",
        ),
        ("contested", {"defending": "g"}, "Fought over, defended by the government"),
        (
            "besieged",
            {"attacking": "g", "defending": "o"},
            "Under siege by the government, held by the opposition",
        ),
        (
            "repelled",
            {"attacking": "o", "defending": "g"},
            "Attack repelled, held by the government against the opposition",
        ),
    ],
)
def test_each_kind_of_claim_has_its_words(kind, roles, words):
    claim = builders.claim(kind, "p", DateInterval.on(date(2015, 3, 1)), builders.parties(**roles))
    assert claim_words(claim, NAMES.__getitem__) == words


def test_a_denial_says_so():
    claim = builders.claim(
        "captured",
        "p",
        DateInterval.on(date(2015, 3, 1)),
        builders.parties(gaining="o"),
        stance="denied",
    )
    assert claim_words(claim, NAMES.__getitem__) == "Denied: Captured by the opposition"


def test_the_headline_of_a_day_names_what_changed():
    told = history()
    assert day_headline(told, date(2015, 3, 28))[0] == "Idlib taken by the opposition"
    assert day_headline(told, date(2015, 3, 28))[1].startswith("After four days of fighting")
    assert day_headline(told, date(2015, 4, 20))[0] == "No change of hands reported"
    assert "28 March" not in day_headline(told, date(2015, 3, 20))[1]


def test_an_uncertain_day_is_never_a_plain_headline():
    headline, lead = day_headline(history(), date(2015, 5, 9))
    assert headline == "Jisr al-Shughur taken by the opposition, on this day at the latest"
    assert lead.startswith("On some day between 29 March and 9 May 2015, one side says so.")
    fought = day_headline(history(), date(2015, 3, 26))[0]
    assert fought.endswith(
        "fought over, the government and the opposition, on this day at the earliest"
    )


def test_what_a_place_may_have_become_is_said_with_its_days():
    told = history()
    shown = told.state(JISR.id, date(2015, 4, 1))
    assert possible_words(shown.possible, told.parties, told.phrase) == (
        "May have been held by the opposition since 29 March 2015; certain from 9 May 2015"
    )
    known = told.state(JISR.id, date(2015, 5, 9))
    assert possible_words(known.possible, told.parties, told.phrase) == ""


def test_many_changes_of_one_day_are_counted():
    claims = [
        builders.claim(
            "captured",
            f"p{n}",
            DateInterval.on(date(2015, 3, 28)),
            builders.parties(gaining=[OPPOSITION.id], losing=[GOVERNMENT.id]),
        )
        for n in range(5)
    ]
    places = tuple(builders.place(f"p{n}", f"Place {n}") for n in range(5))
    told = build_history(builders.world_from(places, *claims))
    assert day_headline(told, date(2015, 3, 28))[0] == "Five places changed hands"


def test_an_empty_world_has_a_headline():
    assert day_headline(build_history(builders.world_from(())), date(2015, 3, 28))[0]


FORBIDDEN = ("liberated", "fell", "cleared", "controls", "%")


def test_no_sentence_takes_sides_or_invents_certainty():
    for world in (builders.example_world(), builders.synthetic_world(30, 5)):
        told = build_history(world)
        said = []
        for place_id in told.place_ids:
            for found in told.intervals(place_id):
                said += [*rule_words(told, found), since_words(found)]
                said.append(state_words(found, told.parties(found), told.phrase))
        changes = told.changes(date.min, date.max)
        said += [change_words(c, told) for c in changes]
        for change in changes:
            said += day_headline(told, change.day)
        for sentence in said:
            assert not any(f" {word} " in f" {sentence} " for word in FORBIDDEN), sentence
            assert "  " not in sentence
            assert ".." not in sentence


def test_why_this_colour_begins_with_the_standing_and_ends_with_what_would_change_it():
    told = history()
    last = told.intervals(JISR.id)[-1]
    lead, text = rule_words(told, last)
    assert lead == "One side says so"
    assert text == (
        "Only those who hold it say so: Ahrar al-Sham and the Nusra Front. Syrian Observatory for "
        "Human Rights reports the fighting, not who won it. A second, independent source would "
        "make this “held, two or more sources”."
    )
    lead, text = rule_words(told, told.intervals(IDLIB.id)[0])
    assert lead == "Inferred"
    assert "taken from the government (28 March 2015)" in text


def test_every_rule_has_its_sentences():
    told = build_history(builders.synthetic_world(60, 5))
    seen = set()
    for place_id in told.place_ids:
        for found in told.intervals(place_id):
            lead, text = rule_words(told, found)
            seen.add(found.rule)
            assert lead
            assert not lead.endswith(".")
            assert text.endswith(".")
            assert text[0] == text[0].upper()
    assert len(seen) >= 7


def test_evidence_quotes_the_sentence_in_its_paragraph():
    text = builders.example_article()
    cards = evidence(builders.example_world(), {text.id: text})
    for claim in builders.example_claims():
        card = cards[claim.id]
        assert card["sentence"] == text.quote(claim.evidence)
        whole = card["before"] + card["sentence"] + card["after"]
        assert whole in text.text
        assert "\n\n" not in whole


def test_evidence_says_who_when_and_why_it_was_not_counted():
    text = builders.example_article()
    cards = evidence(builders.example_world(), {text.id: text})
    first, left_out = builders.example_claims()[0], builders.example_claims()[4]
    card = cards[first.id]
    assert card["words"] == "Captured from the government by Ahrar al-Sham and the Nusra Front"
    assert card["when"] == "Some day between 29 Mar and 9 May 2015"
    assert (card["source"], card["basis"]) == ("Ahrar al-Sham and the Nusra Front", "gaining side")
    assert card["dates"] == "Article written between 29 Mar and 9 May 2015"
    assert not cards[left_out.id]["counted"]
    assert cards[left_out.id]["reason"].startswith("A direction of advance.")
    assert cards[left_out.id]["reason_title"]


def test_a_sentence_in_the_middle_of_a_paragraph_keeps_what_stands_around_it():
    body = "It rained. Rebels took the town. Nobody came."
    text = replace(
        builders.article("mid", body),
        sentences=tuple(Span("mid", a, b) for a, b in ((0, 10), (11, 32), (33, 45))),
    )
    claim = builders.claim(
        "captured",
        "p",
        DateInterval.on(date(2015, 3, 1)),
        builders.parties(gaining=[FATAH.id]),
        evidence=text.sentences[1],
    )
    world = builders.world_from((builders.place("p", "P"),), claim)
    card = evidence(world, {"mid": text})[claim.id]
    assert (card["before"], card["sentence"], card["after"]) == (
        "It rained. ",
        "Rebels took the town.",
        " Nobody came.",
    )


def test_a_claim_whose_article_is_gone_keeps_its_words():
    cards = evidence(builders.example_world(), {})
    assert all(card["words"] and card["sentence"] == "" for card in cards.values())
