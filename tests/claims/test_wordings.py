"""Ways of saying that a place is held, left or lost, each beside what it must not be taken for."""

from datetime import date

import pytest

from tests.claims.telling import asserted, claims_of, read_text, with_actors


def told(reader, text):
    """Return kind, place and the parties of the asserted claims."""
    return with_actors(asserted(reader, text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Izium belongs to Ukraine once more.", ("held", "Izium", "ukraine")),
        ("Izium is under the Ukrainian flag again.", ("held", "Izium", "ukraine")),
        ("Gwoza is the army's again, the governor said.", ("held", "Gwoza", "ng-government")),
        (
            "Russian soldiers have been inside Izium since early April.",
            ("held", "Izium", "russia"),
        ),
        ("Boko Haram fighters are now in Gwoza.", ("held", "Gwoza", "boko-haram")),
        ("Boko Haram's hold on Gwoza was shattered.", ("lost", "Gwoza", "boko-haram")),
        ("With Izium gone, Russian forces fell back.", ("lost", "Izium", "russia")),
        ("Boko Haram moved its men from Gwoza to the forest.", ("lost", "Gwoza", "boko-haram")),
        (
            "The army made a hasty retreat from Gwoza.",
            ("lost", "Gwoza", "ng-government"),
        ),
        (
            "Boko Haram seized Gwoza in May but lost control again in June.",
            ("lost", "Gwoza", "boko-haram"),
        ),
        (
            "Boko Haram withdrew from and later shelled the town of Gwoza.",
            ("lost", "Gwoza", "boko-haram"),
        ),
        ("The flag of Boko Haram was torn down in Gwoza.", ("lost", "Gwoza", "boko-haram")),
        (
            "Soldiers hauled down Boko Haram's flag in Gwoza.",
            ("captured", "Gwoza", "boko-haram", "ng-government"),
        ),
        ("Gwoza lost, army admits", ("lost", "Gwoza")),
        ("Boko Haram ran up its flag in Gwoza.", ("captured", "Gwoza", "boko-haram")),
        (
            "The army regained the two areas of Bama and Gwoza.",
            ("captured", "Bama", "ng-government"),
        ),
        ("Gwoza is free of Boko Haram, the governor said.", ("captured", "Gwoza", "boko-haram")),
        (
            "Soldiers chased the last fighters of a band led by Ali Gaga out of Gwoza.",
            ("captured", "Gwoza", "fighters:ng", "ng-government"),
        ),
    ],
)
def test_a_way_of_saying_it_is_read(reader, text, claim):
    assert claim in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The necklace belongs to a family of Izium.",
        "Izium always belonged to Ukraine, the minister said.",
        "Russian soldiers were in Izium for a parade.",
        "American troops have been in Iraq since 2014.",
        "Boko Haram moved some men from Gwoza to Bama.",
        "Boko Haram seized a truck near Gwoza but lost control of the wheel.",
        "The army made a new plan for Gwoza.",
        "The bridge of Izium was left intact by Russian troops.",
        "Mourners, with Izium gone quiet, walked home.",
        "Mourners lowered the flag in Izium to half-mast.",
        "Protesters tore down the flag of Russia in Izium.",
        "Izium is free of mines, engineers said.",
        "The army regained two areas of Izium.",
        "The state-run Zorya Broadcasting Corporation quoted officials in Izium.",
        "Izium lost to Kherson on penalties.",
        "Militants launched an offensive to reach Gwoza.",
    ],
)
def test_what_only_looks_like_it_is_not(reader, text):
    assert not told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram took Gwoza after the soldiers guarding it had fled.",
        "Boko Haram moved into Gwoza once the army had pulled back.",
        "Boko Haram entered Gwoza after the departure of the army.",
    ],
)
def test_who_left_before_others_came_lost_the_place(reader, text):
    found = told(reader, text)
    assert ("lost", "Gwoza", "ng-government") in found
    assert any(kind == "captured" for kind, *_ in found)


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram took Gwoza after the army pulled out of Mubi.",
        "Boko Haram took Gwoza after traders had fled.",
        "Boko Haram would take Gwoza after the army pulled out.",
        "Boko Haram took Gwoza after the army pulled the trigger.",
        "Boko Haram took Gwoza after its fighters withdrew.",
    ],
)
def test_who_left_elsewhere_or_has_not_left_lost_nothing_there(reader, text):
    assert not any(kind == "lost" and name == "Gwoza" for kind, name, *_ in told(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Izium has changed hands four times since February.",
        "Ukraine launched an offensive to retake Izium.",
    ],
)
def test_a_bid_or_a_count_does_not_say_who_holds_a_place(reader, text):
    assert not told(reader, text)


def test_a_battle_begun_for_a_place_is_fought_there(reader):
    found = told(reader, "Ukraine started the battle to retake Izium on 24 August 2022.")
    assert ("contested", "Izium", "ukraine") in found


def test_a_place_taken_after_days_of_fighting_is_told_once(reader):
    found = told(reader, "Boko Haram seized Gwoza after three days of clashes with the army.")
    assert found == {("captured", "Gwoza", "boko-haram", "ng-government")}


def test_the_town_at_whose_edge_somebody_stands_is_the_town(reader):
    text = "Soldiers reached the outskirts of Gwoza, but the town itself is in the hands of "
    assert ("held", "Gwoza", "boko-haram") in told(reader, text + "Boko Haram.")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Boko Haram fighters mounted an assault on Gwoza but were repelled by soldiers.",
            ("repelled", "Gwoza", "boko-haram", "ng-government"),
        ),
        (
            "The Taliban have staged two attacks on Sangin, only to be repulsed by Afghan troops.",
            ("repelled", "Sangin", "af-government", "taliban"),
        ),
        (
            "Boko Haram fighters stormed Gwoza, only to be driven back by soldiers.",
            ("repelled", "Gwoza", "boko-haram", "ng-government"),
        ),
    ],
)
def test_who_was_repelled_neither_took_nor_fights_on(reader, text, claim):
    assert told(reader, text) == {claim}


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        ("The Houthis hold all the districts of Saada governorate.", "Saada", ""),
        ("The Houthis hold all other districts of Saada governorate.", "Saada", "part"),
        ("The Houthis hold some districts of Saada governorate.", "Saada", "part"),
        ("Rebels seized the Syrian side of the Bab al-Salama crossing.", "Bab al-Salama", ""),
        ("Rebels seized the eastern side of Raqqa.", "Raqqa", "part"),
    ],
)
def test_all_parts_are_the_whole_and_a_crossing_has_two_sides(reader, text, place, reason):
    claims = claims_of(reader, text)
    assert [c.reason_code for c in claims if place in c.toponym] == [reason]


def test_heights_go_by_the_names_that_no_gazetteer_has(reader):
    text = "Hezbollah seized the heights of Marj al-Zuhur and Qarn al-Tayr near Arsal."
    assert told(reader, text) == {
        ("captured", "Marj al-Zuhur", "hezbollah"),
        ("captured", "Qarn al-Tayr", "hezbollah"),
    }


def test_control_of_land_that_is_not_named_is_no_control_of_the_town_before(reader):
    text = "The Houthis took Saada. On Friday they established control over nearby districts."
    reading = read_text(reader, text)
    assert [c.toponym for c in reading.claims if c.counted] == ["Saada"]


def test_a_participle_within_an_adjective_is_no_clause(reader):
    text = "The Houthis took Saada. They fight the Saudi-backed army."
    assert {kind for kind, *_ in told(reader, text)} == {"captured"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Boko Haram overran Gwoza, a town of 265,000 people.",
            ("captured", "Gwoza", "boko-haram"),
        ),
        (
            "The Taliban took Almar district in Faryab province and Murghab district in Badghis.",
            ("captured", "Murghab", "taliban"),
        ),
        (
            "Rebels left without a fight as tanks from the Nigerian army rolled into Gwoza.",
            ("captured", "Gwoza", "ng-government", "opposition:ng"),
        ),
        (
            "In a victory for Boko Haram, Gwoza town, in Nigeria, has been captured by the group.",
            ("captured", "Gwoza", "boko-haram"),
        ),
        (
            "Ukrainian forces liberated Izium-area villages including Kamianka and Topolske.",
            ("captured", "Topolske", "ukraine"),
        ),
    ],
)
def test_a_sentence_that_the_parser_misreads_is_set_right(reader, text, claim):
    assert claim in told(reader, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Taliban overran Sangin in 2014 before being ousted.", "lost"),
        ("The Taliban overran Sangin in 2014 before being ousted by the army.", "captured"),
        ("Sangin fell to the Taliban in 2014 but was later liberated.", "captured"),
    ],
)
def test_what_came_later_is_not_dated_like_what_came_first(reader, text, kind):
    claims = [c for c in claims_of(reader, text, date(2020, 5, 2)) if c.kind == kind]
    last = claims[-1]
    assert (last.event.earliest, last.event.latest) == (date(2014, 1, 1), date(2020, 5, 2))
    assert not [p for p in last.parties if (p.role, p.actor_id) == ("gaining", "taliban")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The Taliban hold nine of the 13 districts in Helmand, including Sangin and Baghran.",
            {("held", "Sangin", "taliban"), ("held", "Baghran", "taliban")},
        ),
        (
            "The loss of Sangin in March 2017 and Baghran in May 2017 weakened the army.",
            {("lost", "Sangin"), ("lost", "Baghran")},
        ),
        (
            "A provincial councillor announced liberating the villages of Kamianka and Topolske.",
            {("captured", "Kamianka"), ("captured", "Topolske")},
        ),
        (
            "Boko Haram's media arm said the group's fighters had captured Gwoza.",
            {("captured", "Gwoza", "boko-haram")},
        ),
    ],
)
def test_lists_dates_and_announcements_name_their_places(reader, text, claims):
    assert told(reader, text) == claims


def test_the_date_of_each_loss_is_its_own(reader):
    text = "The loss of Sangin in March 2017 and Baghran in May 2017 weakened the army."
    claims = claims_of(reader, text)
    assert [c.event.earliest for c in claims] == [date(2017, 3, 1), date(2017, 5, 1)]


def test_announcing_a_visit_or_prisoners_takes_no_place(reader):
    for text in (
        "The spokesman reported capturing ten fighters in Gwoza.",
        "The minister announced visiting Gwoza.",
    ):
        assert not told(reader, text)


def test_the_date_of_an_aside_is_not_that_of_the_deed(reader):
    text = (
        "The army, which has been fighting to dislodge Boko Haram from Bama since February, said it"
        " had taken Gwoza."
    )
    (claim,) = [c for c in claims_of(reader, text, date(2020, 5, 2)) if c.toponym == "Gwoza"]
    assert claim.event.earliest is not None
    assert claim.event.earliest > date(2020, 4, 1)


def test_control_of_its_districts_is_no_control_of_the_town(reader):
    text = "Boko Haram fighters had entered Gwoza and were in control of its eastern districts."
    assert {kind for kind, *_ in told(reader, text)} == {"captured"}
