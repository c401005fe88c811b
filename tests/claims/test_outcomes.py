"""How a battle, a stay or a flight ended, and what has no outcome yet."""

from datetime import date

import pytest

from tests.claims.telling import actors, claims_of, counted


def told(reader, text):
    """Return kind, place and who gains, holds or loses it, of what is counted in a text."""
    claims = counted(reader, text, date(2014, 7, 10))
    return {(c.kind, c.toponym, " ".join(actors(c))) for c in claims}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Syrian army won the battle for Binnish.",
            ("captured", "Binnish", "sy-government"),
        ),
        (
            "The battle for Binnish ended in victory for the Syrian army.",
            ("captured", "Binnish", "sy-government"),
        ),
        (
            "Binnish changed hands again on Friday, this time to Syrian rebels.",
            ("captured", "Binnish", "sy-opposition"),
        ),
        (
            "Binnish changed hands from the Syrian army to the rebels.",
            ("captured", "Binnish", "sy-opposition sy-government"),
        ),
        (
            "The Syrian army ended the rebel presence in Binnish.",
            ("captured", "Binnish", "sy-government sy-opposition"),
        ),
        ("The Syrian army ended its presence in Binnish.", ("lost", "Binnish", "sy-government")),
        ("Binnish has been run by Syrian rebels since 2013.", ("held", "Binnish", "sy-opposition")),
    ],
)
def test_how_it_ended_says_who_has_the_place(reader, text, claim):
    assert told(reader, text) == {claim}


@pytest.mark.parametrize(
    "text",
    [
        "Syrian rebels lost the battle for Binnish.",
        "Binnish in Syria has changed hands four times this year.",
        "The deal would end the rebel presence in Binnish in Syria.",
    ],
)
def test_what_does_not_say_who_has_it_colours_nothing(reader, text):
    assert told(reader, text) == set()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Syrian army was able to control Binnish.", ("captured", "Binnish", "sy-government")),
        (
            "The Syrian army managed to control all of Binnish.",
            ("captured", "Binnish", "sy-government"),
        ),
        ("Upon the capturing of Binnish, Syrian troops cheered.", ("captured", "Binnish", "")),
        (
            "Rebels routed Assad's forces in Binnish.",
            ("captured", "Binnish", "sy-opposition sy-government"),
        ),
        ("Syrian troops retreat from rebels in Binnish", ("lost", "Binnish", "sy-government")),
        (
            "The Syrian army drove rebels off Binnish.",
            ("captured", "Binnish", "sy-government sy-opposition"),
        ),
    ],
)
def test_other_words_for_taking_and_leaving_are_read(reader, text, claim):
    assert told(reader, text) == {claim}


@pytest.mark.parametrize(
    "text",
    [
        "The evacuation of Syrian rebels from Binnish was completed on Friday.",
        "Buses carried the last Syrian rebels out of Binnish.",
        "The last group of Syrian rebels was evacuated from Binnish.",
    ],
)
def test_who_is_brought_out_has_lost_the_place(reader, text):
    assert told(reader, text) == {("lost", "Binnish", "sy-opposition")}


@pytest.mark.parametrize(
    "text",
    [
        "The evacuation of civilians from Binnish was completed on Friday.",
        "Buses carried hundreds of civilians out of Binnish in Syria.",
        "Trucks carried the last wounded rebels from Binnish in Syria to hospital.",
    ],
)
def test_people_brought_out_are_no_loss(reader, text):
    assert told(reader, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Syria. Damascus's losses in Binnish were heavy.",
        "More than 200,000 Syrians are fleeing Binnish.",
        "About 5,000 civilians and fighters fled Binnish in Syria.",
        "Thousands of men, women and children fled Binnish in Syria.",
        "Syrian troops are storming Binnish.",
        "Syrian troops continued to storm Binnish.",
        "Recent successes of the Syrian army would lead to the liberation of Binnish.",
    ],
)
def test_losses_flight_and_what_is_under_way_take_no_place(reader, text):
    assert told(reader, text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Syrian troops hoisted a flag over a village en route to retake Binnish.",
        "Syrian troops took two villages on their way to fully retake Binnish.",
        "Syrian troops advanced further into Binnish.",
        "They burnt the stores rather than let the Syrian army take Binnish.",
        "They fled Syria instead of defending Binnish.",
        "The Syrian army is growing nearer to the capture of Binnish.",
        "The Syrian army, which had occupied Binnish for many years, was cheered.",
    ],
)
def test_what_is_only_on_the_way_or_spurned_is_not_taken(reader, text):
    assert ("captured", "Binnish") not in {row[:2] for row in told(reader, text)}


def test_a_truce_that_halts_an_advance_repels_nobody(reader):
    text = "Syria. Rebels took Morek before a truce halted their advance at Halfaya."
    assert {c.kind for c in claims_of(reader, text, date(2017, 12, 1))} == {"captured"}


def test_who_draws_a_line_at_a_town_does_not_leave_it(reader):
    text = "Syria. Rebels took Morek, where Russian soldiers had drawn a red line."
    assert {c.kind for c in claims_of(reader, text, date(2017, 12, 1))} == {"captured"}


def test_who_takes_places_back_is_not_who_takes_the_next_by_any_name(reader):
    text = "Syria. Government troops recaptured Morek this month. Halfaya was captured on 8 May."
    claims = claims_of(reader, text, date(2017, 5, 20))
    assert [a for c in claims if c.toponym == "Halfaya" for a in actors(c, "gaining")] == []
