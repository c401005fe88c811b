"""Long lists of villages, however they are told apart."""

from datetime import date

import pytest

from components.articles import from_text


def read(reader, text):
    """Return the places of what is read in a text, and why those that do not count do not."""
    article = from_text(text, today=date(2026, 1, 1), published=date(2021, 7, 10))
    claims = reader.read(article).claims
    return {c.toponym: c.reason_code for c in claims if c.kind == "captured"}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Syria. The army seized Kafr Nabl and Hass villages in Idlib, and Morek town in Hama.",
            ["Kafr Nabl", "Hass", "Morek"],
        ),
        (
            (
                "Syria. Rebels have taken Halfaya, Morek villages in Hama, Hass, Binnish, Sarmin"
                " villages in Idlib, the post says."
            ),
            ["Halfaya", "Morek", "Hass", "Binnish", "Sarmin"],
        ),
        (
            (
                "Syria. The brave fighters of the Free Syrian Army captured Zorrobat, Morek and"
                " Qlintar villages of Hama, Hass and Binnish villages of Idlib."
            ),
            ["Zorrobat", "Morek", "Qlintar", "Hass", "Binnish"],
        ),
        (
            (
                "Syria. Three rebel-held towns fell to the army on Friday: Binnish, Taftanaz and"
                " Sarmin."
            ),
            ["Binnish", "Taftanaz", "Sarmin"],
        ),
        (
            (
                "Syria. The rebels seized three villages in Hama province (Halfaya, Qlintar"
                " and Morek) on Monday."
            ),
            ["Halfaya", "Qlintar", "Morek"],
        ),
    ],
)
def test_every_village_of_a_list_is_told(reader, text, places):
    assert sorted(read(reader, text)) == sorted(places)


@pytest.mark.parametrize(
    "text",
    [
        # The land round the villages is none of them.
        "Syria. The army seized villages in Idlib, Hama and Aleppo provinces.",
        # What follows the colon is a sentence of its own.
        "Syria. Three towns fell to the rebels on Friday: Binnish was shelled.",
        # One name in brackets says where they lie.
        "Syria. The rebels seized three villages (Hama) on Monday.",
    ],
)
def test_what_only_stands_beside_villages_is_not_taken(reader, text):
    assert "" not in read(reader, text).values()


def test_whose_a_town_is_is_no_name(reader):
    text = "Croatia. Serb-held towns have fallen to the army this week."
    assert "Serb-held" not in read(reader, text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Syria. Their flight meant that Binnish had fallen to the army.", True),
        ("Syria. Such an advance would mean that Binnish had fallen to the army.", False),
        ("Syria. It does not mean that Binnish fell to the army.", False),
    ],
)
def test_what_something_meant_is_so_where_it_is_told_as_past(reader, text, counts):
    assert (read(reader, text).get("Binnish", "none") == "") is counts


def test_towns_taken_from_somebody_may_be_listed_by_what_they_included(reader):
    text = "Syria. Other towns retaken from the rebels included Binnish and Sarmin, a monitor said."
    assert [p for p, reason in read(reader, text).items() if not reason] == ["Binnish", "Sarmin"]


def test_troops_poured_into_a_town_reinforce_it_and_those_who_pour_in_take_it(reader):
    assert not read(reader, "Syria. The army poured troops into Binnish on Friday.")
    assert "Binnish" in read(reader, "Syria. Rebels poured into Binnish on Friday.")
