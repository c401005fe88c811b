"""Which places "the district", "the two towns" and "them" point back to."""

from datetime import date

import pytest

from tests.claims.telling import actors, claims_of


def counted(reader, text):
    """Return kind and place of what counts in a text, in order."""
    return [(c.kind, c.toponym) for c in claims_of(reader, text, date(2021, 7, 10)) if c.counted]


def test_the_district_is_the_one_taken_not_the_one_ahead(reader):
    text = (
        "Syria. The army seized the district of Harem on Monday, making its way to the nearby"
        " district of Salqin. A resident said the district had been taken without a fight."
    )
    assert ("captured", "Salqin") not in counted(reader, text)
    assert counted(reader, text).count(("captured", "Harem")) == 2


def test_the_two_districts_are_those_told_before(reader):
    text = (
        "Yemen. Government troops captured Harib district and Bayhan district. The Houthis had"
        " taken the two districts in September."
    )
    assert sorted(counted(reader, text)) == sorted(
        [("captured", "Harib"), ("captured", "Bayhan")] * 2
    )


def test_two_towns_are_those_taken_not_the_one_beside_which_they_lie(reader):
    text = (
        "Syria. The army captured Morek, south of the rebels' stronghold of Khan Shaykhun, and"
        " Halfaya to the west. The capture of the two towns is a setback for the rebels."
    )
    places = {place for _, place in counted(reader, text)}
    assert places == {"Morek", "Halfaya"}


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Rebels took Binnish and Sarmin in Syria. The army left them without ammunition.", False),
        ("Rebels took Binnish and Sarmin in Syria. They left the towns without a fight.", True),
    ],
)
def test_people_are_left_without_support_and_towns_without_a_fight(reader, text, leaves):
    assert any(kind == "lost" for kind, _ in counted(reader, text)) is leaves


@pytest.mark.parametrize(
    ("text", "fights"),
    [
        ("Syria. It is unclear whether the rebels stayed in Binnish fighting the army.", False),
        ("Syria. The rebels stayed in Binnish fighting the army.", True),
    ],
)
def test_what_is_unclear_holds_for_the_fighting_too(reader, text, fights):
    assert bool(counted(reader, text)) is fights


@pytest.mark.parametrize(
    "text",
    [
        "The RSF shells Bara and has encircled El Obeid, the state capital, which the army holds.",
        "The RSF took Bara and has entered El Obeid, the state capital, which the army left.",
    ],
)
def test_what_is_said_of_the_capital_beside_a_name_is_said_of_that_name(reader, text):
    read = {c.toponym: c.kind for c in claims_of(reader, f"Sudan. {text}")}
    assert set(read) <= {"Bara", "El Obeid"}
    assert read["El Obeid"] in {"held", "lost"}


def test_a_town_and_its_centre_are_no_two_districts(reader):
    text = (
        "Yemen. Troops seized the district of Harib and its centre. The Houthis had taken the two"
        " districts in May."
    )
    assert {place for _, place in counted(reader, text)} == {"Harib"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Iraq. Rawa in Anbar province was seized by Islamic State, but the army retook it.",
            "Rawa",
        ),
        (
            "Syria. Rebels overran Morek near Hama on Monday before the army recaptured it.",
            "Morek",
        ),
        (
            "Syria. The village of Morek, near Hama, was taken by rebels, but the army retook it.",
            "Morek",
        ),
        ("Syria. Soldiers moved from Hama to Saraqeb and captured it.", "Saraqeb"),
    ],
)
def test_it_is_what_the_clause_before_is_about_not_where_that_lies(reader, text, place):
    assert counted(reader, text)[-1] == ("captured", place)


def test_the_last_territory_of_a_group_is_no_place_named_before(reader):
    text = (
        "Iraq. Islamic State shelled the town of Rawa. The group lost its last territory in 2017."
    )
    assert not [place for kind, place in counted(reader, text) if kind == "lost"]


@pytest.mark.parametrize(
    ("text", "losing"),
    [
        ("Iraq. As they lost Rawa and Qaim, the Islamic State militants regrouped.", True),
        ("Iraq. When it lost Rawa, Islamic State moved its men to the desert.", True),
        ("Iraq. Islamic State dug in. When they lost Rawa, soldiers dug in as well.", False),
    ],
)
def test_they_may_be_who_is_named_after_the_clause(reader, text, losing):
    claims = claims_of(reader, text, date(2017, 12, 1))
    lost = [c for c in claims if c.kind == "lost" and c.toponym == "Rawa"]
    parties = {p.actor_id for c in lost for p in c.parties if p.role == "losing"}
    assert "iq-government" not in parties
    assert ("islamic-state" in parties) or not losing


def test_who_took_a_place_in_the_opening_clause_did_not_lose_it(reader):
    text = "Syria. After they captured Morek, the rebels moved on Hama."
    (claim,) = [c for c in claims_of(reader, text, date(2014, 12, 1)) if c.kind == "captured"]
    assert [(p.role, p.actor_id) for p in claim.parties] == [("gaining", "sy-opposition")]


def test_it_may_be_the_district_that_was_just_taken(reader):
    text = (
        "Afghanistan. The Taliban stormed Kunduz on Monday. In April they had seized the district"
        " of Imam Sahib. The army retook it in May."
    )
    assert counted(reader, text)[-1] == ("captured", "Imam Sahib")


def test_a_city_called_by_its_rank_has_the_name_between_the_commas(reader):
    text = "Liberia. In the second city, Buchanan, another group remains in charge."
    assert counted(reader, text) == [("held", "Buchanan")]


def test_what_it_befell_is_told_at_the_head_of_a_sentence_too(reader):
    text = "Chad. Rebels lost Adre on Sunday. It was retaken by the army within hours."
    assert counted(reader, text)[-1] == ("captured", "Adre")


def test_its_commanders_and_what_it_holds_are_the_groups(reader):
    text = (
        "Syria. Ahrar al-Sham captured Ariha on Thursday. Its commanders say that they will leave"
        " the town. It also controls Binnish."
    )
    (held,) = [c for c in claims_of(reader, text, date(2015, 6, 1)) if c.kind == "held"]
    assert actors(held) == ["ahrar-al-sham"]


def test_police_who_tell_of_a_fall_did_not_take_the_next_town(reader):
    text = (
        "Iraq. Islamic State fighters stormed Tikrit on Wednesday. Police said the city fell within"
        " hours. They also took Baiji."
    )
    (taken,) = [c for c in claims_of(reader, text, date(2014, 6, 12)) if c.toponym == "Baiji"]
    assert actors(taken, "gaining") == ["islamic-state"]


def test_defenders_are_of_the_place_and_them_is_who_attacked(reader):
    text = "Iraq. Islamic State tried to take Samarra, but its defenders repelled them."
    (claim,) = [c for c in claims_of(reader, text, date(2014, 6, 12)) if c.kind == "repelled"]
    assert actors(claim, "holding") == ["iq-government"]
    assert actors(claim, "attacking") == ["islamic-state"]


def test_the_two_armies_are_not_the_one_that_governs(reader):
    text = "Congo. The city of Kisangani was quiet. The two armies had taken it in August 1998."
    claims = claims_of(reader, text, date(1999, 8, 20))
    assert not [a for c in claims for a in actors(c)]


def test_who_left_as_others_moved_in_is_not_who_moved_in(reader):
    text = (
        "Syria. Rebels held Harem for a year. Government troops moved into the town on Monday as"
        " they left."
    )
    claims = claims_of(reader, text, date(2021, 7, 10))
    assert "sy-government" not in [a for c in claims for a in actors(c, "losing")]


def test_a_movement_that_later_governed_is_no_earlier_government(reader):
    text = "Afghanistan. The Taliban took Khanabad in April. The army retook the town in May."
    claims = claims_of(reader, text, date(2015, 9, 29))
    assert actors(claims[-1], "losing") == ["taliban"]


def test_the_town_of_a_local_official_is_his_own(reader):
    text = (
        "Syria. Rebels tried to seize Morek. An official in Salqin said the town had fallen in"
        " January."
    )
    assert counted(reader, text)[-1] == ("lost", "Salqin")


@pytest.mark.parametrize(
    "ground", ["in line with a regional accord", "as part of a deal", "under the terms of a pact"]
)
def test_an_agreement_on_which_they_left_leaves_the_town_left(reader, ground):
    assert counted(reader, f"Syria. Rebels withdrew from Salqin {ground}.") == [("lost", "Salqin")]
