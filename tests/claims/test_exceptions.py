"""What a statement leaves out: "all but A", "in part"."""

from datetime import date

import pytest

from tests.claims.telling import actors, counted


def told(reader, text):
    """Return kind, place and who gains, holds or loses it, of what is counted in a text."""
    claims = counted(reader, text, date(2014, 7, 10))
    return {(c.kind, c.toponym, " ".join(actors(c))) for c in claims}


@pytest.mark.parametrize(
    "text",
    [
        "Syrian rebels lost all their territory but Binnish.",
        "Syrian rebels lost the whole province except for Binnish.",
        "Syrian rebels hold nothing but Binnish.",
        "Syrian rebels hold nothing except Binnish.",
        "Only Binnish is left in the hands of Syrian rebels.",
    ],
)
def test_what_is_left_to_somebody_is_held(reader, text):
    assert told(reader, text) == {("held", "Binnish", "sy-opposition")}


@pytest.mark.parametrize(
    "text",
    [
        "All the towns but Binnish fell to the Syrian army.",
        "The Syrian army holds all crossings other than Nasib.",
        "The Syrian army took every town in the province apart from Binnish.",
    ],
)
def test_what_is_excepted_is_not_taken(reader, text):
    assert told(reader, text) == set()


def test_but_may_begin_a_clause(reader):
    text = "The Syrian army took all of Morek, but Binnish fell to rebels."
    assert ("captured", "Binnish", "sy-opposition") in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Binnish in Syria, which is controlled in part by rebels, was calm.",
        "Binnish is partly controlled by Syrian rebels.",
        "In Syria's Hama province, troops repelled attacks.",
    ],
)
def test_what_is_held_in_part_and_a_province_defended_colour_nothing(reader, text):
    assert told(reader, text) == set()
