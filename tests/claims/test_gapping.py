"""One verb for several: "X took A, and Y B"; "A fell to X, B to Y"; "A falls, B too"."""

from datetime import date

import pytest

from tests.claims.telling import actors, counted, read_text


def told(reader, text):
    """Return who gains, holds or loses which place, by what is counted, in order of the text."""
    return {
        c.toponym: (c.kind, *actors(c, "gaining", "holding", "losing"))
        for c in counted(reader, text, date(2016, 6, 9))
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The army took Homs, and the rebels Idlib.",
            {"Homs": ("captured", "sy-government"), "Idlib": ("captured", "sy-opposition")},
        ),
        (
            "The Peshmerga hold Kirkuk; Islamic State, Hawija and Tal Afar.",
            {
                "Kirkuk": ("held", "peshmerga"),
                "Hawija": ("held", "islamic-state"),
                "Tal Afar": ("held", "islamic-state"),
            },
        ),
        (
            "Mosul fell to Islamic State and Kirkuk to the Kurds.",
            {"Mosul": ("captured", "islamic-state"), "Kirkuk": ("captured", "peshmerga")},
        ),
        (
            "The rebels withdrew from Daraya, and the army from Khan Touman.",
            {"Daraya": ("lost", "sy-opposition"), "Khan Touman": ("lost", "sy-government")},
        ),
        ("Herat falls, Kandahar too", {"Herat": ("lost",), "Kandahar": ("lost",)}),
    ],
)
def test_who_has_no_verb_of_their_own_does_what_the_verb_before_says(reader, text, wanted):
    assert told(reader, text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The army took Homs, the rebel stronghold Idlib and Hama.",
        "The army took Homs, rebel-held Idlib and Hama.",
    ],
)
def test_a_list_with_a_word_on_whose_a_place_was_is_one_list(reader, text):
    places = told(reader, text)
    assert set(places) == {"Homs", "Idlib", "Hama"}
    assert {sides[1] for sides in places.values()} == {"sy-government"}


def test_who_has_a_verb_of_their_own_does_that(reader):
    told_ = told(reader, "The army took Homs and the rebels in Idlib fled.")
    assert told_["Idlib"] == ("lost", "sy-opposition")


def test_each_has_the_day_that_stands_beside_it(reader):
    text = "The army seized Palmyra on Monday, and the rebels Idlib on Tuesday."
    reading = read_text(reader, text, date(2016, 6, 9))
    days = {c.toponym: c.event.latest for c in reading.claims}
    assert days == {"Palmyra": date(2016, 6, 6), "Idlib": date(2016, 6, 7)}


def test_days_in_turn_are_told_of_places_in_the_order_of_the_text(reader):
    text = "The Taliban captured Herat on 12 August, Kandahar on 13 August and Kabul on 15 August."
    reading = read_text(reader, text, date(2021, 8, 20))
    days = {c.toponym: c.event.latest for c in reading.claims}
    assert days == {
        "Herat": date(2021, 8, 12),
        "Kandahar": date(2021, 8, 13),
        "Kabul": date(2021, 8, 15),
    }


def test_a_place_with_a_day_of_its_own_needs_no_verb(reader):
    assert set(told(reader, "The rebels left Zabadani on Monday, Madaya the day before.")) == {
        "Zabadani",
        "Madaya",
    }


@pytest.mark.parametrize(
    "text", ["Palmyra fell to rebels, Idlib", "Palmyra falls to the rebels and Idlib, Binnish"]
)
def test_a_list_may_end_the_sentence(reader, text):
    assert told(reader, text)["Palmyra"] == ("captured", "sy-opposition")
