"""Headlines without a verb: who is in, who is out, whose flag flies."""

from datetime import date

import pytest

from tests.claims.telling import counted, won_and_lost


def told(reader, text):
    """Return (kind, place, who gains or holds, who loses) of each claim that counts."""
    return won_and_lost(counted(reader, text, date(2025, 1, 20)))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Syrian army in Manbij, US troops out",
            ("captured", "Manbij", "sy-government", "united-states"),
        ),
        (
            "Tuareg rebels in Timbuktu after army flees",
            ("captured", "Timbuktu", "mnla", "ml-government"),
        ),
        ("RSF out of Wad Madani, army in", ("captured", "Wad Madani", "saf", "rsf")),
        ("Wad Madani: army out, RSF in.", ("captured", "Wad Madani", "rsf", "")),
        ("Rebels out of Daraya", ("lost", "Daraya", "", "sy-opposition")),
        ("Army back in Wad Madani", ("captured", "Wad Madani", "saf", "")),
        (
            "Kherson back under Ukrainian flag as Russians pull out",
            ("held", "Kherson", "ukraine", ""),
        ),
    ],
)
def test_a_headline_without_a_verb_says_who_came_and_who_went(reader, text, claim):
    assert told(reader, text) == {claim}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels in Daraya",
        "Rebels in Gao: what we know",
        "Refugees out of Daraya, aid in",
        "Aid convoy back in Daraya",
        "US troops in Syria, a timeline",
        "Iraqi forces inside Mosul, commander says",
    ],
)
def test_who_is_only_somewhere_has_taken_nothing(reader, text):
    assert told(reader, text) == set()


def test_the_old_city_of_a_town_is_a_part_of_it(reader):
    assert told(reader, "Syrian rebels withdrew from the old city of Aleppo.") == set()


def test_what_is_rebel_held_is_held_whatever_is_planned(reader):
    text = "The Syrian army plans to attack rebel-held Idlib."
    assert told(reader, text) == {("held", "Idlib", "sy-opposition", "")}


def test_it_after_a_base_without_a_name_is_no_town(reader):
    text = (
        "On 3 May al-Shabaab attacked the ATMIS base near Baidoa."
        " The militants overran the base, and Somali forces regained it."
    )
    assert told(reader, text) == set()
