"""Turns of phrase that carry a claim past one clause: by turns, "both", "them", "the group"."""

from datetime import date

import pytest

from tests.claims.telling import claims_of, counted, won_and_lost


def told(reader, text):
    """Return (kind, place, who gains or holds, who loses) of each claim that counts."""
    return won_and_lost(counted(reader, text))


def days(reader, text, kind):
    claims = counted(reader, text)
    return {(c.event.earliest, c.event.latest) for c in claims if c.kind == kind}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Kherson is controlled by Russia, and Sumy and Chernihiv by Ukraine.",
            ("held", "Sumy", "ukraine", ""),
        ),
        (
            "Kherson is controlled by Russia, and Sumy and Chernihiv by Ukraine.",
            ("held", "Kherson", "russia", ""),
        ),
        (
            (
                "Peshmerga fighters captured Sinjar and Tal Afar on 20 November 2015."
                " Islamic State, which had held both since August 2014, withdrew to the south."
            ),
            ("held", "Sinjar", "islamic-state", ""),
        ),
        (
            "Hezbollah left al-Qusayr. The Lebanese group had held the town since June 2013.",
            ("held", "al-Qusayr", "hezbollah", ""),
        ),
        (
            "Al-Shabaab lost Baidoa. The Somali group had held the town since 2009.",
            ("held", "Baidoa", "al-shabaab", ""),
        ),
        (
            (
                "The Syrian National Army captured Manbij on 9 December 2024."
                " The Kurdish-led alliance had ruled Manbij since August 2016."
            ),
            ("held", "Manbij", "sdf", ""),
        ),
        (
            "Islamic State seized Rawa on 20 June 2014. Next to fall was Haditha, officials said.",
            ("captured", "Haditha", "islamic-state", ""),
        ),
        (
            "The army lost the base of Brigade 93 at Ayn Issa to Islamic State on 7 August 2014.",
            ("captured", "base of Brigade 93", "islamic-state", "sy-government"),
        ),
        (
            (
                "The Nusra Front stormed the army camps of Wadi al-Deif and Hamidiyah in Syria"
                " on 15 December 2014."
            ),
            ("captured", "Wadi al-Deif", "nusra-front", "sy-government"),
        ),
        (
            "Islamist rebels captured Khan Tuman in Syria in March 2013.",
            ("captured", "Khan Tuman", "sy-opposition", ""),
        ),
    ],
)
def test_a_turn_of_phrase_gives_its_claim(reader, text, claim):
    assert claim in told(reader, text)


def test_those_of_whom_a_sentence_tells_first_lose_what_is_taken_from_them(reader):
    text = (
        "Iraqi troops entered Mosul on 9 July 2017. Jihadists had ruled Tal Afar since 2014;"
        " its airport was taken from them in the autumn."
    )
    losers = {loser for kind, _, _, loser in told(reader, text) if kind == "captured"}
    assert "iq-government" not in losers


def test_of_two_that_acted_together_neither_is_the_group(reader):
    text = (
        "Islamic State took Raqqa on 14 January 2014. Ahrar al-Sham and the Nusra Front had tried"
        " to evict the group from the city. Tell Abyad is in the group's hands too."
    )
    assert ("held", "Tell Abyad", "islamic-state", "") in told(reader, text)


def test_what_a_relative_clause_dates_is_not_when_its_party_left(reader):
    text = (
        "Ukrainian forces lost the town on 5 November 2015. The troops, who had won Debaltseve"
        " in July 2014, drew back to Artemivsk."
    )
    assert all(first is None or first.year == 2015 for first, _ in days(reader, text, "lost"))


def test_a_day_right_before_when_is_that_of_the_clause(reader):
    text = (
        "Local fighters took over Benghazi, the city where the revolt began in 2011, late on"
        " 6 December 2024 when army troops left under an agreement."
    )
    assert days(reader, text, "lost") == {(date(2024, 12, 6), date(2024, 12, 6))}


def test_a_land_called_by_its_direction_is_not_the_town_named_last(reader):
    text = "Crowds in Goris marched. The group has held the northwestern enclave for years."
    assert not told(reader, text)


def test_media_in_a_capital_do_not_make_it_the_town_that_is_held(reader):
    text = (
        "Fighting shook Lawdar, media in Sanaa reported on 4 July 2015."
        " The town, surrounded for two months, is held by Houthi fighters."
    )
    assert {place for kind, place, _, _ in told(reader, text) if kind == "held"} == {"Lawdar"}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Nothing is in sight for Lysychansk, which rebels control and the army surrounds.",
            ("held", "Lysychansk", "ua-separatists", ""),
        ),
        (
            "The deal restored the whole of Ramadi to the Iraqi government.",
            ("captured", "Ramadi", "iq-government", ""),
        ),
        (
            (
                "The army could not storm Lawdar, a town next to the al-Anad air base in Yemen,"
                " without breaking the Houthi fighters who control it."
            ),
            ("held", "Lawdar", "houthis", ""),
        ),
        (
            (
                "Iraqi forces attacked Tal Afar. It is the last town that Islamic State holds;"
                " the group was driven from Mosul."
            ),
            ("lost", "Mosul", "", "islamic-state"),
        ),
    ],
)
def test_who_holds_or_lost_a_place_is_found_beside_other_names(reader, text, claim):
    assert claim in told(reader, text)


def test_where_a_party_took_charge_there_is_not_the_town_told_before(reader):
    text = (
        "The army holds Hasakah in Syria. Amuda and Derik are guarded by the YPG, which took"
        " charge there in July 2012."
    )
    assert {place for _, place, who, _ in told(reader, text) if who == "ypg"} <= {"Amuda", "Derik"}


def test_a_monitoring_group_that_speaks_is_not_who_holds(reader):
    text = (
        "Islamic State controls the valley. All of it is quiet, a monitoring group said."
        " In Iraq it holds Tal Afar."
    )
    assert ("held", "Tal Afar", "islamic-state", "") in told(reader, text)


def test_the_army_that_left_for_the_north_is_not_who_moves_in(reader):
    text = "After the rebels left for the north, government soldiers moved into Goma in Congo."
    assert all(who != "m23" for kind, _, who, _ in told(reader, text) if kind == "captured")


def test_a_town_called_a_base_is_the_base(reader):
    text = "Rebels overran Taftanaz, the largest helicopter base in Syria, on 11 January 2013."
    claims = claims_of(reader, text)
    assert {c.place_id for c in claims if c.counted} == {"whoheld:taftanaz-air-base"}
