"""Who holds a place: "remains under", "is rebel-held", "clings to", "still with", asides."""

from datetime import date

import pytest

from tests.claims.telling import counted, with_actors


def told(reader, text):
    """Return (kind, place, who holds or lost it) of each claim that counts."""
    return with_actors(counted(reader, text, date(2016, 6, 9)), "holding", "losing")


@pytest.mark.parametrize(
    "text",
    [
        "Government forces cling to Idlib.",
        "Government forces hung on to Idlib.",
        "Government forces are still holding on to Idlib.",
        "Government forces have kept Idlib throughout the siege.",
        "Government forces are holding out in Idlib.",
        "Idlib is government-held.",
        "Idlib remains government territory.",
        "Idlib is still with the government forces.",
        "Idlib, under government control since 2012, was hit by twenty rockets.",
        "With Idlib in government hands, Ariha was next.",
        "Soldiers retired south to Idlib, which remains under government control.",
        "Idlib, where government forces have held out since 2012, was hit by twenty rockets.",
    ],
)
def test_who_keeps_a_place_holds_it(reader, text):
    assert told(reader, text) == {("held", "Idlib", "sy-government")}


def test_a_name_alone_after_under_holds(reader):
    assert told(reader, "Kidal remained under the MNLA.") == {("held", "Kidal", "mnla")}


def test_a_people_that_a_town_stays_holds_it(reader):
    text = "Mykolaiv remains Ukrainian, the mayor said."
    assert told(reader, text) == {("held", "Mykolaiv", "ukraine")}


def test_of_a_and_of_b_names_both(reader):
    text = "The Syrian army keeps hold of Homs and of Palmyra."
    assert {place for _, place, _ in told(reader, text)} == {"Homs", "Palmyra"}


@pytest.mark.parametrize(
    "text",
    [
        "Government forces kept Idlib under siege.",
        "Government forces keep Idlib supplied from the air.",
        "Government forces kept rebels out of Idlib.",
        "The army plans to keep Idlib.",
        "Idlib remains Syrian.",
        "A few dozen rebels hold out in the eastern quarter of Idlib.",
    ],
)
def test_what_is_kept_otherwise_is_not_held(reader, text):
    wrong = {t for t in told(reader, text) if t[0] == "held" and t[2:] != ("sy-government",)}
    wrong |= {t for t in told(reader, text) if t[0] == "held" and "remains" not in text}
    assert wrong == set()
