"""What a text said before: which place "the town" is, who lost it, and when."""

from datetime import date

import pytest

from tests.claims.telling import actors, counted


def told(reader, text, published):
    """Return kind, place, gaining, losing and the claim itself, of the counted claims."""
    return [
        (c.kind, c.toponym, {*actors(c, "gaining")}, {*actors(c, "losing")}, c)
        for c in counted(reader, text, published)
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The SDF captured Manbij and Tabqa on Monday. IS fighters had left both towns.",
            {"Manbij", "Tabqa"},
        ),
        (
            (
                "The army lost Nyala and Zalingei in October. The RSF looted both cities after the "
                "army withdrew from the two places."
            ),
            {"Nyala", "Zalingei"},
        ),
    ],
)
def test_both_towns_are_the_last_two_named_together(reader, text, places):
    rows = told(reader, text, date(2016, 8, 1))
    assert {row[1] for row in rows if row[0] == "lost"} == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Mosul, the hub of the north, fell on Sunday after weeks of fighting.", "Mosul"),
        ("Idlib, the stronghold of the rebels, fell on Friday to the army.", "Idlib"),
        ("The army said the fifth, El Fasher, has been under siege since May.", "El Fasher"),
    ],
)
def test_what_explains_a_name_means_the_place_named(reader, text, place):
    assert {row[1] for row in told(reader, text, date(2021, 8, 9))} == {place}


def test_a_road_between_is_not_what_a_relative_clause_says_was_seized(reader):
    text = (
        "Iraqi forces have recaptured Tikrit and Baiji, two towns on the road to Mosul which "
        "Islamic State had seized a year earlier."
    )
    rows = told(reader, text, date(2015, 10, 20))
    assert {(r[1], *r[2]) for r in rows if "islamic-state" in r[2]} == {
        ("Tikrit", "islamic-state"),
        ("Baiji", "islamic-state"),
    }
    assert all(r[3] == {"islamic-state"} for r in rows if "iq-government" in r[2])


def test_a_place_told_on_the_side_is_not_what_the_town_means_next(reader):
    text = (
        "The Ukrainian army has abandoned Avdiivka, handing Russia its biggest prize since it "
        "took Bakhmut in May 2023. Sergei Shoigu, the Russian defence minister, reported that "
        "the town had been fully occupied."
    )
    rows = told(reader, text, date(2024, 2, 19))
    assert [r[1] for r in rows if r[4].evidence.start > 100] == ["Avdiivka"]
    assert [r[2] for r in rows if r[1] == "Bakhmut"] == [{"russia"}]


def test_the_garrison_of_a_town_leaves_that_town_and_is_not_who_took_another(reader):
    text = (
        "The Taliban captured Kunduz on Sunday. An Afghan lawmaker said that the garrison of "
        "Taloqan had left the city in the afternoon."
    )
    lost = [r for r in told(reader, text, date(2021, 8, 9)) if r[0] == "lost"]
    assert [(r[1], r[3]) for r in lost] == [("Taloqan", {"af-government"})]


@pytest.mark.parametrize(
    ("text", "gaining", "losing"),
    [
        ("Boko Haram overran Bama after soldiers fled.", "boko-haram", "ng-government"),
        ("The SDF entered Manbij after Islamic State vacated the town.", "sdf", "islamic-state"),
        (
            "The SDF entered Manbij following the withdrawal of Islamic State.",
            "sdf",
            "islamic-state",
        ),
        (
            "Ukrainian troops entered Kherson after Russia said it had completed its pullback.",
            "ukraine",
            "russia",
        ),
    ],
)
def test_who_fled_before_a_capture_lost_the_place(reader, text, gaining, losing):
    rows = told(reader, text, date(2022, 11, 12))
    assert [(r[2], r[3]) for r in rows if r[0] == "captured"] == [({gaining}, {losing})]


def test_who_took_a_place_before_lost_it_and_no_words_are_quoted_for_it(reader):
    text = "Boko Haram captured Bama in September 2014. On Monday the army recaptured the town."
    rows = told(reader, text, date(2015, 3, 20))
    claim = next(r[4] for r in rows if "ng-government" in r[2])
    assert [(p.actor_id, p.text) for p in claim.parties if p.role == "losing"] == [
        ("boko-haram", "")
    ]


def test_allies_do_not_lose_a_place_to_each_other(reader):
    text = "Wagner fighters captured Bakhmut in May 2023. On Monday Russian troops took the town."
    rows = told(reader, text, date(2023, 7, 1))
    assert all(not r[3] for r in rows if "russia" in r[2])


@pytest.mark.parametrize(
    ("text", "gaining", "earliest", "latest"),
    [
        (
            (
                "Iraqi forces recaptured Mosul on 9 July 2017, three years after Islamic State "
                "seized the city."
            ),
            "islamic-state",
            date(2014, 3, 1),
            date(2014, 11, 1),
        ),
        (
            "The Taliban left Kunduz on 13 October 2015, two weeks after they captured it.",
            "taliban",
            date(2015, 9, 25),
            date(2015, 10, 2),
        ),
        (
            (
                "Aleppo was seized by rebels in 2012 before being recaptured by government forces "
                "that December."
            ),
            "sy-government",
            date(2012, 12, 1),
            date(2012, 12, 31),
        ),
        (
            (
                "On 14 December 2014, gunmen raided Gumsuri. Damboa was retaken by Nigerian "
                "soldiers in August."
            ),
            "ng-government",
            date(2014, 8, 1),
            date(2014, 8, 31),
        ),
    ],
)
def test_the_day_is_reckoned_as_the_words_say(reader, text, gaining, earliest, latest):
    year = latest.year + (3 if gaining == "islamic-state" else 0)
    rows = told(reader, text, date(year, 12, 31))
    (claim,) = [r[4] for r in rows if gaining in r[2]]
    assert earliest <= claim.event.earliest <= claim.event.latest <= latest


def test_the_towns_and_them_are_the_places_told_together(reader):
    text = (
        "Al-Shabaab took control of Jowhar and Merca on Saturday. AMISOM troops pulled out of the "
        "towns, a day after seizing them from the group."
    )
    rows = told(reader, text, date(2017, 1, 9))
    assert {row[1] for row in rows if row[0] == "lost"} == {"Jowhar", "Merca"}
    taken = {row[1] for row in rows if row[0] == "captured" and row[2] == {"amisom"}}
    assert taken == {"Jowhar", "Merca"}


def test_an_editor_s_gloss_says_which_town_is_meant(reader):
    text = 'Al-Shabaab said its men had "stormed the town (of Jowhar) at dawn" on Sunday.'
    assert [row[1] for row in told(reader, text, date(2016, 10, 24))] == ["Jowhar"]


def test_a_town_named_in_passing_is_the_town_of_the_next_sentence(reader):
    text = (
        "Fighters seized a town on Friday. The town of Jowhar lies north of Mogadishu. AMISOM and "
        "Somali forces had pulled out of the town, a resident said."
    )
    assert {row[1] for row in told(reader, text, date(2017, 8, 4))} == {"Jowhar"}


@pytest.mark.parametrize(
    "text",
    [
        "A long convoy left Gao for the Algerian border on Tuesday.",
        "The Taliban took their first provincial capital on Friday in Nimroz province.",
    ],
)
def test_journeys_and_firsts_change_no_holder(reader, text):
    assert told(reader, text, date(2021, 8, 9)) == []


def test_what_lies_so_far_from_a_town_is_what_a_participle_is_about(reader):
    text = (
        "Officials spoke of Mopti, a gateway some 600 kilometres northeast of the capital Bamako "
        "seized by the rebels in September."
    )
    assert {row[1] for row in told(reader, text, date(2013, 1, 10))} <= {"Mopti"}


def test_who_was_taking_towns_took_the_one_said_to_have_been_seized(reader):
    text = (
        "The RSF captured Bara on Saturday. A resident said that Um Rawaba had been seized on "
        "Saturday too."
    )
    rows = {row[1]: row[2] for row in told(reader, text, date(2025, 10, 26))}
    assert rows["Um Rawaba"] == {"rsf"}


def test_a_taker_is_not_lent_where_two_sides_took_places(reader):
    text = (
        "The RSF captured Bara on Saturday. The army recaptured Wad Madani on Saturday. Um Rawaba "
        "had been seized on Saturday."
    )
    rows = {row[1]: row[2] for row in told(reader, text, date(2025, 10, 26))}
    assert rows.get("Um Rawaba", set()) == set()


def test_who_retreated_after_it_fell_had_held_it(reader):
    text = "M23 fighters retreated on Monday after the army recaptured Rutshuru."
    rows = told(reader, text, date(2013, 10, 28))
    assert [(row[2], row[3]) for row in rows if row[0] == "captured"] == [
        ({"cd-government"}, {"m23"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Bara. The junta sends troops to Sittwe to repel attacks there.",
        "Afghan officials said the Taliban had taken control of two other districts in Uruzgan.",
        "The Houthi-run Saba television reported air strikes.",
    ],
)
def test_aims_parts_and_stations_hold_nothing(reader, text):
    rows = told(reader, text, date(2021, 6, 8))
    assert {row[1] for row in rows} <= {"Bara"}
