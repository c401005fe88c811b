"""How claims are compared with labels."""

from dataclasses import replace
from datetime import date

import pytest

from components.actors import Roster
from components.articles import from_text
from components.records import (
    Attribution,
    Claim,
    DateInterval,
    Party,
    Place,
    Reading,
    Span,
)
from tests.evaluate import counts
from tests.evaluate.constructions import families_of
from tests.evaluate.scoring import days_verdict, is_name, score
from tests.evaluate.sets import Label, Text
from tests.evaluate.sides import Sides

WORDS = "Rebels captured Saraqib on Monday. Shops stayed shut in Ariha."
SARAQIB = Place("x:1", "Saraqib", "town", 35.86, 36.8, "SY", "", "x")
FAR = replace(SARAQIB, id="x:2", lat=33.0)
LABEL = Label(
    *(0, 34, "claim", "Saraqib", (35.87, 36.81), ("captured",)),
    {("gaining",): ("rebels",)},
    (date(2020, 3, 2), date(2020, 3, 2)),
)
TRAP = Label(35, 62, "trap")
TEXT = Text("t", WORDS, "", "SY", None, (LABEL, TRAP))


def claim(**changes: object) -> Claim:
    made = Claim(
        id="c",
        kind="captured",
        stance="asserted",
        parties=(Party("sy-opposition", "gaining", "Rebels"),),
        place_id="x:1",
        toponym="Saraqib",
        event=DateInterval.on(date(2020, 3, 2)),
        reported=DateInterval.on(date(2020, 3, 3)),
        attribution=Attribution("The article", "press"),
        evidence=Span("t", 0, 34),
        counted=True,
        reason_code="",
        reason="",
        extractor="test",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


def scored(*claims: Claim, located: bool = False):
    article = from_text(WORDS, today=date(2021, 1, 1), article_id="t")
    return score(TEXT, Reading(article, claims, (), (SARAQIB, FAR), ()), located=located)


def test_a_claim_fits_by_words_kind_and_place():
    assert len(scored(claim()).right) == 1


@pytest.mark.parametrize(
    "changes",
    [{"kind": "lost"}, {"place_id": "x:2"}, {"evidence": Span("t", 40, 60)}],
    ids=["another kind", "a namesake far away", "another sentence"],
)
def test_another_kind_place_or_sentence_is_false_and_leaves_the_label_missed(changes):
    result = scored(claim(**changes))
    assert (len(result.missed), len(result.false)) == (1, 1)


def test_a_place_not_found_counts_as_read_but_not_as_located():
    unfound = claim(place_id=None, counted=False, reason_code="not_found", reason="no")
    assert len(scored(unfound).right) == 1
    assert len(scored(unfound, located=True).missed) == 1


def test_a_claim_read_twice_is_neither_right_nor_false():
    result = scored(claim(), claim(id="d"))
    assert (len(result.right), len(result.false)) == (1, 0)


def test_what_is_counted_from_a_trap_is_seen_in_the_confusion():
    result = scored(claim(), claim(id="d", evidence=Span("t", 35, 62), toponym="Ariha"))
    table = counts.factuality([result])
    assert table["claim"]["counted"] == 1
    assert table["trap"]["counted"] == 1


def test_what_is_recorded_without_counting_is_neither_counted_nor_nothing():
    planned = claim(counted=False, stance="planned", reason_code="planned", reason="no")
    assert counts.factuality([scored(planned)])["claim"]["not counted"] == 1


@pytest.mark.parametrize(
    ("event", "verdict"),
    [
        (DateInterval.on(date(2020, 3, 2)), "equal"),
        (DateInterval(None, date(2020, 3, 4)), "overlap"),
        (DateInterval.on(date(2020, 3, 3)), "apart"),
    ],
)
def test_days_are_compared_with_the_label(event, verdict):
    assert days_verdict(LABEL, claim(event=event)) == verdict


@pytest.mark.parametrize(
    ("names", "country", "direction"),
    [
        (("Syrian army",), "SY", "government regains"),
        (("government troops",), "SY", "government regains"),
        (("rebels",), "SY", "non-state actor overtakes"),
        (("Taliban",), "AF", "non-state actor overtakes"),
        (("Russian forces",), "UA", "foreign state"),
        (("Ukrainian army",), "UA", "government regains"),
        (("a force nobody knows",), "UA", "non-state actor overtakes"),
    ],
)
def test_the_direction_of_a_capture_is_that_of_who_gains(names, country, direction):
    label = replace(LABEL, parties={("gaining",): names})
    assert Sides(Roster.load(), country).direction(label, country) == direction


@pytest.mark.parametrize(
    ("name", "actor_id", "is_right"),
    [
        ("the army", "sy-government", True),
        ("Syrian troops", "sy-government", True),
        ("rebels", "sy-government", False),
        ("Taliban", "sy-government", False),
    ],
)
def test_a_party_is_right_by_name_or_by_whose_army_it_is(name, actor_id, is_right):
    party = Party(actor_id, "gaining", "")
    assert Sides(Roster.load(), "SY").names((name,), (party,)) is is_right


@pytest.mark.parametrize(
    ("wanted", "read", "is_one"),
    [
        ("al-Bab", "Al Bab", True),
        ("town of Saraqib", "Saraqib", True),
        ("Tal Afar airport", "Tal Afar", False),
        ("Tal Afar airport", "Tal Afar airport", True),
        ("airport", "Tal Afar airport", True),
        ("Deir ez-Zor", "Mosul", False),
    ],
)
def test_names_are_of_one_place_unless_one_is_a_site_in_it(wanted, read, is_one):
    assert is_name(wanted, read) is is_one


def test_a_construction_counts_under_each_of_its_families():
    assert families_of("passive, history in relative clause") == (
        "form: passive",
        "form: participle, reduced relative",
        "form: history, pluperfect",
    )
    assert families_of("whatever") == ("other",)
