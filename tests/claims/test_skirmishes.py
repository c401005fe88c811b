"""A clash that is over, or told on the side, leaves nobody's hold on a place in doubt."""

from datetime import date

import pytest

from tests.claims.telling import claims_of, counted


def fought(reader, text):
    """Return whether it counts that a place is fought over, for each such claim."""
    return [c.counted for c in claims_of(reader, text, date(2016, 5, 20)) if c.kind == "contested"]


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram fighters clashed with the army in Dikwa on 4 May, with no casualties.",
        "Six soldiers were killed in clashes with Boko Haram in Dikwa.",
        "Residents fled Dikwa after two days of fighting with Boko Haram in the town of Bama.",
    ],
)
def test_a_skirmish_does_not_make_a_place_contested(reader, text):
    assert not any(fought(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram and the army fought for control of Dikwa on 4 May.",
        "Boko Haram and the army were fighting in Dikwa on Friday.",
        "Boko Haram and the army continued to clash in Dikwa.",
        "Clashes between Boko Haram and the army in Dikwa went on.",
        "Heavy fighting raged in Dikwa between the army and Boko Haram.",
    ],
)
def test_who_fights_on_has_not_settled_whose_the_place_is(reader, text):
    assert fought(reader, text) == [True]


def test_a_clash_still_says_whom_a_place_was_taken_from(reader):
    text = "Boko Haram clashed with the army in Dikwa and took over the town."
    (claim,) = counted(reader, text, date(2016, 5, 20))
    assert {p.role: p.actor_id for p in claim.parties} == {
        "gaining": "boko-haram",
        "losing": "ng-government",
    }


def test_an_attack_told_beside_what_it_won_leaves_nothing_in_doubt(reader):
    text = "Dikwa fell to Boko Haram fighters who launched an assault on the town."
    assert fought(reader, text) == [False]


def test_fighting_round_a_town_is_beside_it(reader):
    text = "Fighting between Boko Haram and the army raged around Dikwa."
    assert fought(reader, text) == [False]
