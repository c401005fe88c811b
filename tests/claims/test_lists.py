"""Long lists of villages, however they are told apart."""

from datetime import date

import pytest

from tests.claims.telling import claims_of, counted


def read(reader, text):
    """Return the places of what is read in a text, and why those that do not count do not."""
    claims = claims_of(reader, text, date(2021, 7, 10))
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


@pytest.mark.parametrize(
    "text",
    [
        "Syrian rebels take Halfaya, Morek, Binnish",
        "Syria. The army captured Halfaya, Morek, Binnish.",
        "Syria. Liberated today: Halfaya, Morek and Binnish.",
        "Syria. Villages liberated so far: Halfaya, Morek, Binnish",
    ],
)
def test_a_list_without_and_goes_on_to_its_end(reader, text):
    assert read(reader, text) == dict.fromkeys(["Halfaya", "Morek", "Binnish"], "")


def test_what_is_listed_under_another_heading_is_not_taken(reader):
    assert read(reader, "Syria. Destroyed so far: Halfaya, Morek and Binnish.") == {}


def test_a_heading_says_whether_places_were_won_or_lost(reader):
    text = "Syria. Lost: Halfaya. Captured: Morek and Binnish."
    assert read(reader, text) == {"Morek": "", "Binnish": ""}


@pytest.mark.parametrize(
    "text",
    [
        "Most of Idlib province is in rebel hands, including Binnish and Taftanaz.",
        "Syrian rebels hold most of the province, among it Binnish and Taftanaz.",
        "Territory in Syria held by rebels includes Binnish and Taftanaz.",
    ],
)
def test_the_places_of_a_land_held_are_listed_behind_the_verb(reader, text):
    held = {c.toponym for c in counted(reader, text, date(2021, 7, 10)) if c.kind == "held"}
    assert held == {"Binnish", "Taftanaz"}


def test_groups_listed_behind_the_verb_are_no_places(reader):
    text = "Most of Idlib province is in the hands of rebels, including Nusra and Ahrar al-Sham."
    assert not counted(reader, text, date(2015, 7, 10))


@pytest.mark.parametrize(
    "text",
    [
        "The latest town to fall to Syrian rebels is Binnish.",
        "Binnish was the first to fall to Syrian rebels.",
        "Syrian rebels were the first to enter Binnish.",
    ],
)
def test_the_first_or_latest_to_fall_has_fallen(reader, text):
    assert read(reader, text) == {"Binnish": ""}


def test_the_next_to_fall_is_only_foretold(reader):
    assert read(reader, "Binnish would be the next town to fall to Syrian rebels.") == {
        "Binnish": "planned"
    }


def test_a_list_behind_what_is_gone_is_the_subject(reader):
    text = "With Nyala gone, El Geneina, Zalingei and El Daein are also in RSF hands."
    claims = claims_of(reader, text, date(2023, 11, 10))
    held = [c.toponym for c in claims if c.kind == "held" and c.counted]
    assert held == ["El Geneina", "Zalingei", "El Daein"]


def test_brackets_may_say_where_a_list_lies(reader):
    text = "Districts captured today: Guzara and Karukh (Herat)."
    assert read(reader, text) == {"Guzara": "", "Karukh": ""}


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The army took Goma, one of the towns of the east, Rutshuru, and finally Bukavu.",
            {"Goma", "Rutshuru", "Bukavu"},
        ),
        ("The army captured Goma, one of the towns between Bukavu, Rutshuru, and Uvira.", {"Goma"}),
        ("The army took Goma, one of the rebels' last towns, and Bukavu was calm.", {"Goma"}),
    ],
)
def test_a_list_goes_on_past_one_of_the_towns_but_not_into_it(reader, text, places):
    assert set(read(reader, text)) == places
