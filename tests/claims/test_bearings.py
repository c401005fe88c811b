"""What is said of one place is not said of the land, the road or the town that it lies by."""

from datetime import date

import pytest

from tests.claims.telling import counted, read_text


def told(reader, text):
    reading = read_text(reader, text, date(2015, 6, 1))
    names = {place.id: place.name for place in reading.places}
    return [
        (c.kind, names.get(c.place_id or "", ""), *(f"{p.role} {p.actor_id}" for p in c.parties))
        for c in reading.claims
        if c.counted
    ]


RECOVERED = "The army recovered Khan Tuman, a village and depot southwest of Aleppo, on Monday."
DRIVEN = (
    "The army recaptured Kafr Nabudah in northern Hama from rebels on Sunday, four days after it "
    "had been driven from the town."
)
TRIANGLE = (
    "An offensive in the triangle between Daraa, Quneitra and Damascus has not reached Sheikh "
    "Miskin. The crossroads town, stormed by rebels in January, is in opposition hands."
)


@pytest.mark.parametrize(
    ("text", "place"),
    [(RECOVERED, {"Khan Tuman"}), (DRIVEN, {"Kafr Nabudah"}), (TRIANGLE, {"Shaykh Miskin"})],
)
def test_the_land_and_the_towns_that_a_place_lies_by_are_not_the_place(reader, text, place):
    assert {name for _, name, *_ in told(reader, text)} == place


def test_them_is_not_the_one_town_named_last(reader):
    text = "Rebels left the districts of Deir ez-Zor, and the army raised its flag over them."
    assert not [t for t in told(reader, text) if t[0] == "captured"]


def test_a_party_that_holds_a_quarter_of_the_town_it_entered_fights_for_the_town(reader):
    text = "Rebels have entered Homs and hold the western district of Waer."
    assert ("contested", "Homs", "attacking sy-opposition") in told(reader, text)
    text = "Rebels entered Idlib on Monday and raised their flag over the clock tower."
    assert ("captured", "Idlib", "gaining sy-opposition") in told(reader, text)


def test_a_monitoring_group_beside_another_speaker_lost_nothing(reader):
    text = (
        "Islamic State retook Palmyra on Sunday, officials and a monitoring group said, nine "
        "months after being ousted from the city."
    )
    assert "losing armed:sy" not in {party for t in told(reader, text) for party in t[2:]}


def test_their_allies_are_those_of_whom_the_phrase_tells(reader):
    text = (
        "Kurdish-led forces moved up to the river. Government troops and their Iranian-backed "
        "fighters abandoned Deir ez-Zor on Friday."
    )
    lost = [t for t in told(reader, text) if t[:2] == ("lost", "Deir ez-Zor")]
    assert lost == [("lost", "Deir ez-Zor", "losing sy-government")]


def test_an_army_that_left_before_its_government_fell_is_that_governments(reader):
    text = "Soldiers abandoned Qamishli between Saturday and Monday."
    (claim,) = counted(reader, text, date(2024, 12, 10))
    assert [p.actor_id for p in claim.parties] == ["sy-government"]


def test_fighters_whom_nobody_names_may_be_of_any_side(reader):
    actors = read_text(reader, "Local fighters took over Daraa.", date(2024, 12, 7)).actors
    assert {a.kind for a in actors if a.id == "fighters:sy"} == {"other"}


def test_what_is_already_taken_was_taken_on_some_day_before(reader):
    text = "Rebels have already captured Manbij and are moving on Azaz."
    (claim,) = counted(reader, text, date(2015, 6, 1))
    assert (claim.event.earliest, claim.event.latest) == (None, date(2015, 6, 1))


def test_a_headline_and_its_text_tell_of_one_capture(reader):
    text = (
        "Jisr al-Shughur falls to Islamist coalition\n\n"
        "Islamist rebels seized Jisr al-Shughur on Saturday, activists said."
    )
    parties = {party for t in told(reader, text) for party in t[2:]}
    assert not {p for p in parties if p.startswith("losing")}


def test_a_camp_is_not_lost_by_the_people_who_live_in_it(reader):
    text = "Rebels gained control of Yarmouk, the Palestinian camp near Damascus, on Monday."
    assert {t[2:] for t in told(reader, text)} == {("gaining sy-opposition",)}


@pytest.mark.parametrize(
    "text",
    [
        "The army liberated nine villages in Borno, Yobe and Adamawa states.",
        "Boko Haram gave up its main stronghold in the Borno region.",
        "Boko Haram abandoned several strongholds in Borno state to the army.",
        "Soldiers tightened their hold on the wide Borno area.",
    ],
)
def test_a_land_is_not_what_lies_in_it(reader, text):
    assert not told(reader, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The army took Bama. The town lies north of the capital, Yola. The town fell at noon.",
            ("lost", "Bama"),
        ),
        (
            "Boko Haram took Bama. It wants links between Yola and the town of Mubi. It left it.",
            ("lost", "Bama", "losing boko-haram"),
        ),
        (
            "Rebels seized South Sudan's Jonglei state capital, Bor.",
            ("captured", "Bor"),
        ),
    ],
)
def test_where_a_place_lies_is_not_what_is_spoken_of(reader, text, claim):
    assert any(claim == found[: len(claim)] for found in told(reader, text))


def test_what_explains_a_name_parts_no_list(reader):
    found = told(reader, "Boko Haram seized Bama, the main market of the south, and Gwoza.")
    assert {name for kind, name, *_ in found if kind == "captured"} == {"Bama", "Gwoza"}
    found = told(reader, "The army seized Bama, the main supply base of the militants in Borno.")
    assert {name for kind, name, *_ in found if kind == "captured"} == {"Bama"}


def test_who_speaks_after_a_quotation_is_no_place(reader):
    text = 'Boko Haram raided Bama. "They seized the town," Musa Dikwa, a trader, told reporters.'
    reading = read_text(reader, text, date(2015, 6, 1))
    assert {c.toponym for c in reading.claims if c.kind == "captured"} == {"Bama"}
