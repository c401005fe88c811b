"""Who took, held or lost a place where the sentence says it on the way."""

from datetime import date

import pytest

from tests.claims.telling import claims_of, counted, read_text, with_roles


def told(reader, text):
    """Return kind, place and parties of what is counted in a text."""
    return with_roles(counted(reader, text, date(2021, 7, 10)))


def test_a_ministry_that_declares_a_capture_speaks_for_who_took_it_on_the_day_told(reader):
    text = "Russia's defence ministry declared the city of Bakhmut fully captured on 25 June."
    (claim,) = claims_of(reader, text, date(2021, 7, 10))
    assert [(p.actor_id, p.role) for p in claim.parties] == [("russia", "gaining")]
    assert claim.event.earliest == claim.event.latest == date(2021, 6, 25)


def test_they_are_those_who_moved_in_not_those_who_left(reader):
    text = (
        "Ethiopian troops left Mekelle on Monday and Tigrayan forces marched in. "
        "By evening they controlled Adigrat too."
    )
    assert told(reader, text)[-1] == ("held", "Adigrat", [("holding", "tplf")])


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        ("Government troops are back in Saraqib, residents said.", "sy-government"),
        ("Forces of the UN-recognised government overran Gharyan.", "gna"),
        ("Robotyne was liberated, Ukraine's deputy defence minister said.", "ukraine"),
    ],
)
def test_who_took_a_place_is_found_behind_other_words(reader, text, taker):
    ((kind, _, parties),) = told(reader, text)
    assert kind == "captured"
    assert ("gaining", taker) in parties


def test_a_president_who_is_back_takes_no_town(reader):
    assert told(reader, "The president was back in Damascus on Friday.") == []


def test_a_place_called_captured_by_a_side_is_not_said_to_be_taken_by_it(reader):
    ((_, _, parties),) = told(reader, "Soledar was captured, Ukraine's defence minister said.")
    assert not any(role == "gaining" for role, _ in parties)


def test_who_had_held_a_place_until_then_lost_it(reader):
    text = "Somalia's army took back Harardhere, which al-Shabaab had held for ten years."
    assert told(reader, text) == [
        ("captured", "Harardhere", [("gaining", "so-government"), ("losing", "al-shabaab")])
    ]


def test_it_is_the_town_spoken_of_last_not_the_base_before_it(reader):
    text = "Fighters stormed the military camp in Diapaga and held the town before leaving it."
    assert ("lost", "Diapaga") in [t[:2] for t in told(reader, text)]


def test_a_people_is_no_place(reader):
    text = (
        "The insurgents have been expelled from Mocimboa da Praia, Mozambican and Rwandan "
        "forces said."
    )
    assert [c.toponym for c in claims_of(reader, text, date(2021, 7, 10))] == ["Mocimboa da Praia"]


def test_us_is_a_country_only_in_capitals(reader):
    roster = reader.roster
    assert (roster.country_of("US"), roster.country_of("us")) == ("US", "")
    assert roster.countries_named("The rebels told us. A US envoy agreed.") == {"US"}


@pytest.mark.parametrize(
    "text",
    [
        "Wagner fighters hoisted flags over the administrative building in Soledar.",
        "The Ukrainian flag was raised over the town hall of Soledar.",
    ],
)
def test_a_flag_over_the_town_hall_is_said_of_the_town(reader, text):
    assert [t[:2] for t in told(reader, text)] == [("captured", "Soledar")]


def test_a_flag_over_a_school_is_not(reader):
    text = "A Ukrainian flag was raised over a building of the hospital, doctors in Kyiv said."
    assert told(reader, text) == []


def test_fighting_that_took_place_took_no_place(reader):
    text = "Clashes between JNIM and VDP took place in Djibo."
    assert [c.kind for c in claims_of(reader, text, date(2021, 7, 10))] == ["contested"]


def test_who_foils_an_attempt_did_not_make_it(reader):
    text = "The army said it had foiled an attempt to seize the airport in Sabha."
    claims = claims_of(reader, text, date(2021, 7, 10))
    attempted = [c for c in claims if c.reason_code == "attempted"]
    assert [c.parties for c in attempted] == [()]


def test_a_numbered_unit_keeps_its_number_in_the_name_of_its_site(reader):
    text = "The RSF captured the 16th Infantry Division headquarters in Nyala."
    (claim,) = claims_of(reader, text, date(2021, 7, 10))
    assert claim.toponym.startswith("16th Infantry Division headquarters")


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Rebels swept through Morek, Taybat al-Imam and Qarab on Friday.", "captured", "Morek"),
        ("The M23 announced its entry into Bukavu.", "captured", "Bukavu"),
        ("The Taliban were in charge in Herat on Friday.", "held", "Herat"),
        ("The town of Harem finally gave in after a long siege.", "lost", "Harem"),
        ("Resistance in Mariupol ended on 20 May.", "lost", "Mariupol"),
        ("The garrison of Deir ez-Zor has laid down its arms.", "lost", "Deir ez-Zor"),
        ("Syrian army units repositioned from Deir ez-Zor to the west.", "lost", "Deir ez-Zor"),
    ],
)
def test_more_ways_of_saying_it(reader, text, kind, place):
    assert (kind, place) in [t[:2] for t in told(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Police swept through Morek, arresting dozens of people.",
        "The coach was in charge in Madrid.",
        "Ukraine announced its entry into the union.",
        "Resistance to the tax in Kinshasa ended on Friday.",
        "The union in Goma gave in to the demands.",
    ],
)
def test_what_only_sounds_like_it_is_not_counted(reader, text):
    assert told(reader, text) == []


def test_with_the_capture_of_a_place_is_said_of_the_subject(reader):
    text = "With the capture of Bukavu, M23 holds both provincial capitals."
    assert ("captured", "Bukavu", [("gaining", "m23")]) in told(reader, text)


def test_the_garrison_of_a_town_is_not_its_airport(reader):
    text = "The garrison of Deir ez-Zor has laid down its arms."
    assert {p.kind for p in read_text(reader, text, date(2021, 7, 10)).places} == {"city"}


def test_a_captured_town_beside_which_another_lies_says_nothing_of_that_other(reader):
    text = "Nayrab, south of the captured town, and Saraqib are still strongholds of the rebels."
    assert {t[0] for t in told(reader, text)} == {"held"}


@pytest.mark.parametrize(
    "text",
    ["Cholera has seized Mopti.", "Chaos took control of Mopti.", "Panic seized Mopti on Friday."],
)
def test_a_word_that_only_begins_a_sentence_is_no_party(reader, text):
    assert not any(c.counted and c.parties for c in claims_of(reader, text, date(2021, 6, 10)))


def test_a_name_that_no_dictionary_has_is_a_party_where_a_sentence_begins(reader):
    text = "Donbatta seized Mopti on Friday."
    (claim,) = claims_of(reader, text, date(2021, 6, 10))
    assert [p.actor_id for p in claim.parties] == ["text:donbatta"]


@pytest.mark.parametrize(
    ("text", "gaining"),
    [
        ("In March rebels seized Mopti.", "opposition:ml"),
        ("At dawn on Friday soldiers entered Mopti.", "ml-government"),
        ("In early May government troops retook Mopti.", "ml-government"),
    ],
)
def test_who_follows_a_date_without_a_comma_is_the_subject(reader, text, gaining):
    assert [parties for _, _, parties in told(reader, text)] == [[("gaining", gaining)]]


def test_a_date_that_belongs_to_a_noun_stays_with_it(reader):
    assert told(reader, "After the March offensive rebels seized Mopti.") == [
        ("captured", "Mopti", [("gaining", "opposition:ml")])
    ]


@pytest.mark.parametrize(
    ("text", "gaining"),
    [
        ("Government control over Mopti was restored.", "ml-government"),
        ("The army reasserted its control over Mopti.", "ml-government"),
    ],
)
def test_whose_control_is_restored_gains(reader, text, gaining):
    assert [p for _, _, parties in told(reader, text) for p in parties] == [("gaining", gaining)]


def test_what_was_taken_next_was_taken_too(reader):
    found = told(reader, "The army took Mopti and then Douentza itself.")
    assert {name for _, name, _ in found} == {"Mopti", "Douentza"}
    assert {kind for kind, _, _ in found} == {"captured"}


def test_who_holds_sway_holds(reader):
    assert [kind for kind, _, _ in told(reader, "Militants hold sway over Mopti.")] == ["held"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells hit a clinic in Mopti, which rebels had captured in May.", "Mopti"),
        ("Militants proclaimed an emirate in Mopti, which the army freed in May.", "Mopti"),
        ("Doctors in Mopti, which the army recaptured in May, asked for help.", "Mopti"),
        (
            "He died in a raid on the base at Taftanaz, which rebels had captured.",
            "base at Taftanaz",
        ),
    ],
)
def test_which_means_the_place_or_the_site_before_it(reader, text, name):
    (claim,) = claims_of(reader, text, date(2021, 7, 10))
    assert (claim.kind, claim.toponym) == ("captured", name)
    assert claim.attribution.source == "The article"


@pytest.mark.parametrize(
    "text",
    [
        "The armed forces congratulated the Sudanese people on the entry of our forces into Singa.",
        (
            "Sudan's army issued a statement. \"The command of the armed forces congratulates"
            ' all on the entry of our forces into the city of Singa," it said.'
        ),
    ],
)
def test_an_army_that_speaks_of_our_forces_gains_and_does_not_lose(reader, text):
    assert told(reader, text) == [("captured", "Singa", [("gaining", "saf")])]


def test_armed_forces_of_a_movement_are_its_own(reader):
    (claim,) = told(reader, "The Houthi armed forces captured Harib in Yemen.")
    assert claim[2] == [("gaining", "houthis")]


@pytest.mark.parametrize(
    ("text", "taker"),
    [
        ("Hunters have recaptured Gombi from Boko Haram.", "militia:ng"),
        ("Armed villagers seized Gombi in Nigeria.", "militia:ng"),
    ],
)
def test_who_takes_up_arms_is_a_party(reader, text, taker):
    (claim,) = told(reader, text)
    assert ("gaining", taker) in claim[2]


def test_villagers_without_arms_take_nothing(reader):
    assert told(reader, "Villagers entered Gombi in Nigeria on Friday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv rejected Moscow's claim that its troops had taken Kupiansk.",
        "Kyiv dismissed a Russian claim that its forces had captured Kupiansk.",
        "Russia's claim that its forces took Kupiansk is false, a Ukrainian officer said.",
    ],
)
def test_its_in_a_claim_is_whose_claim_it_is_though_it_be_false(reader, text):
    (claim,) = claims_of(reader, text)
    assert not claim.counted
    assert [(p.role, p.actor_id) for p in claim.parties] == [("gaining", "russia")]


def test_who_overran_a_place_is_not_one_of_those_who_manned_it(reader):
    text = "Bria in the Central African Republic was defended by the army and overrun by rebels."
    gained = {p for _, _, parties in told(reader, text) for p in parties if p[0] == "gaining"}
    held = {p for _, _, parties in told(reader, text) for p in parties if p[0] == "holding"}
    assert gained == {("gaining", "opposition:cf")}
    assert ("holding", "opposition:cf") not in held


def test_who_overran_a_town_is_not_who_recaptured_it(reader):
    text = "Bria, which was held by the army and overrun by rebels in May, has been recaptured."
    takers = [dict(parties).get("gaining") for kind, _, parties in told(reader, text)]
    assert takers.count("opposition:cf") == 1


def test_where_tells_of_a_place_before_it_and_of_none_in_another_sentence(reader):
    text = "Mopti and Douentza are held by the army. A line parts them from Konna, where "
    text += "the separatists are in control."
    assert {name for _, name, parties in told(reader, text) if "separat" in str(parties)} <= {
        "Konna"
    }
    assert len([1 for _, name, _ in told(reader, text) if name == "Mopti"]) == 1


def test_who_enters_a_town_and_holds_a_quarter_that_no_list_has_fights_for_it(reader):
    text = "Rebels have entered Mopti and hold the southern district of Qandaru, residents said."
    assert [kind for kind, name, _ in told(reader, text) if name == "Mopti"] == ["contested"]


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("With Jilib in their hands, al-Shabab moved on Kismayo.", "Jilib", "al-shabaab"),
        ("With Jilib now under its control, al-Shabab can reach Kismayo.", "Jilib", "al-shabaab"),
        ("Shells hit Jilib, where al-Shabab is in control.", "Jilib", "al-shabaab"),
        ("Drones struck Jilib, where al-Shabab is still in charge.", "Jilib", "al-shabaab"),
    ],
)
def test_who_holds_a_place_is_read_in_a_clause_beside_it(reader, text, place, holder):
    assert ("held", place, [("holding", holder)]) in told(reader, text)


def test_both_places_of_a_clause_beside_them_are_held(reader):
    text = "With Jilib and Bu'ale firmly in its grip, al-Shabab moved on Kismayo."
    assert [place for kind, place, _ in told(reader, text) if kind == "held"] == ["Jilib", "Bu'ale"]


def test_where_is_the_place_before_it_only_for_its_own_clause(reader):
    text = "Planes bombed Jilib, where fighters who fled Kismayo last month have regrouped."
    assert "Jilib" not in [place for _, place, _ in told(reader, text)]


def test_they_are_those_whose_deed_came_before(reader):
    text = "Al-Shabab's capture of Jilib came a day after they took Bu'ale."
    assert told(reader, text)[1] == ("captured", "Bu'ale", [("gaining", "al-shabaab")])


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Russia's defence ministry said airborne troops had captured Izium.", "russia"),
        ("Ukraine's general staff said units had taken the Russian town of Sudzha.", "ukraine"),
        ("Russia's defence ministry said government troops had taken Saraqeb.", "sy-government"),
        ("Turkey's defence ministry said regime forces had entered Saraqeb.", "sy-government"),
    ],
)
def test_a_state_that_says_what_troops_did_speaks_of_its_own(reader, text, party):
    claims = claims_of(reader, text, date(2023, 7, 1))
    gaining = {p.actor_id for c in claims for p in c.parties if p.role == "gaining"}
    assert gaining == {party}


def test_who_is_only_for_a_country_is_not_of_it(reader):
    text = "Russian forces and pro-Russian separatists captured Svitlodarsk."
    ((_, _, parties),) = told(reader, text)
    assert parties == [("gaining", "russia"), ("gaining", "ua-separatists")]


def test_soldiers_of_a_former_president_are_not_the_governments(reader):
    text = "Soldiers loyal to former vice president Kofi Mensah captured Bor in South Sudan."
    ((_, _, parties),) = told(reader, text)
    assert parties == [("gaining", "text:kofi-mensah")]


def test_what_a_place_is_called_behind_it_is_no_second_place(reader):
    text = "GNA forces captured Tarhuna, the last LNA stronghold in western Libya."
    assert [c.toponym for c in claims_of(reader, text, date(2020, 6, 5))] == ["Tarhuna"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Troops loyal to former vice president Riek Machar captured Bor in South Sudan.",
            "splm-io",
        ),
        ("Machar's rebels captured Bor in South Sudan.", "splm-io"),
        ("Troops loyal to eastern commander Khalifa Haftar captured Gharyan.", "lna"),
        ("Fighters loyal to Hemedti took Nyala.", "rsf"),
    ],
)
def test_troops_are_told_by_the_name_of_who_leads_them(reader, text, party):
    ((_, _, parties),) = told(reader, text)
    assert parties == [("gaining", party)]
