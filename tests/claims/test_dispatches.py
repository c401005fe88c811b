"""Ways of telling of captures that reports from many wars share."""

from datetime import date

import pytest

from tests.claims.telling import by_role, claims_of


def told(reader, text, *, counted=True):
    """Return kind, place and parties by role of what is read in a text."""
    claims = [c for c in claims_of(reader, text, date(2016, 5, 20)) if c.counted == counted]
    return by_role(claims)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The army retook numerous localities such as Gao and Menaka.", ["Gao", "Menaka"]),
        ("Towns such as Gao and Menaka fell to rebels.", ["Gao", "Menaka"]),
        (
            "Rebels took towns such as Gao and Menaka, in addition to the city of Kidal.",
            ["Gao", "Kidal", "Menaka"],
        ),
    ],
)
def test_what_such_as_lists_is_taken(reader, text, places):
    assert sorted(place for _, place, _ in told(reader, text)) == places


def test_goods_that_such_as_lists_are_no_places(reader):
    assert told(reader, "Boko Haram seized weapons such as rifles in Dikwa.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Vigilantes take over another Michoacan municipality",
        "Boko Haram captured a Borno village.",
        "Nigerian military retakes Borno town from Boko Haram",
    ],
)
def test_the_land_before_a_town_without_a_name_is_not_taken(reader, text):
    assert told(reader, text) == []
    ((kind, place, _),) = told(reader, text, counted=False)
    assert kind == "captured"
    assert place.casefold() not in {"borno", "michoacan"}


def test_who_long_held_a_place_lost_it(reader):
    ((kind, place, parties),) = told(
        reader, "The army took the town of Dikwa, long controlled by Boko Haram."
    )
    assert (kind, place) == ("captured", "Dikwa")
    assert parties == {"gaining": "ng-government", "losing": "boko-haram"}


def test_who_long_holds_a_place_that_nobody_took_holds_it(reader):
    ((kind, _, parties),) = told(reader, "Dikwa, long held by Boko Haram, was shelled.")
    assert (kind, parties) == ("held", {"holding": "boko-haram"})


@pytest.mark.parametrize(
    ("verb", "counts"), [("have completed", True), ("are on", False), ("were given", False)]
)
def test_a_mission_that_is_completed_has_done_what_it_was_for(reader, verb, counts):
    text = f"Troops {verb} the mission of clearing Boko Haram from Dikwa."
    assert bool(told(reader, text)) == counts


@pytest.mark.parametrize(
    ("text", "role", "actor"),
    [
        ("Islamists seized Jowhar from warlords.", "losing", "militia:so"),
        ("Self-defence groups took control of Apatzingan.", "gaining", "militia:mx"),
        ("National defence forces recaptured Lalibela from the TPLF.", "gaining", "et-government"),
        (
            "The Arakan Army is on the march. The ethnic army took control of Paletwa.",
            "gaining",
            "arakan-army",
        ),
        ("Governmental forces captured Lalibela.", "gaining", "et-government"),
    ],
)
def test_a_party_is_known_by_its_head_noun(reader, text, role, actor):
    ((_, _, parties),) = told(reader, text)
    assert parties[role] == actor


@pytest.mark.parametrize(
    ("text", "day", "actor"),
    [
        ("Al-Shabaab militants 3 March captured Jowhar.", date(2016, 3, 3), "al-shabaab"),
        ("RSF fighters 19 Jan reportedly entered El Fula.", date(2016, 1, 19), "rsf"),
    ],
)
def test_a_day_between_who_acts_and_the_verb_is_when(reader, text, day, actor):
    claim = next(c for c in claims_of(reader, text, date(2016, 5, 20)) if c.kind == "captured")
    assert claim.event.earliest == claim.event.latest == day
    assert [p.actor_id for p in claim.parties if p.role == "gaining"] == [actor]


def test_the_town_with_more_said_of_it_is_the_town_told_of(reader):
    text = (
        "After Somali forces captured the town of Jowhar in March, al-Shabaab retook the town, "
        "which is a market for grain."
    )
    assert [place for _, place, _ in told(reader, text)] == ["Jowhar", "Jowhar"]


def test_no_army_is_called_the_armed_groups(reader):
    text = (
        "The army recaptured Kidal. It had been absent from the town, which was controlled by the "
        "mainly Tuareg armed groups."
    )
    holders = [parties["holding"] for kind, _, parties in told(reader, text) if kind == "held"]
    assert "ml-government" not in holders


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ('"They (the rebels) were flushed out of Malakal," an army officer said.', "opposition:ss"),
        ('"They (Boko Haram) left Dikwa on Friday," a soldier said.', "boko-haram"),
    ],
)
def test_a_word_in_brackets_says_who_they_are(reader, text, actor):
    ((kind, _, parties),) = told(reader, text)
    assert (kind, parties) == ("lost", {"losing": actor})


def test_who_is_driven_out_loses_the_place_told_before(reader):
    text = "Boko Haram seized Dikwa in March. The insurgents were driven out on 4 May."
    assert told(reader, text)[-1] == ("lost", "Dikwa", {"losing": "boko-haram"})


def test_who_holds_a_place_before_others_drive_them_out_has_lost_it(reader):
    text = "FARC rebels overran Mitu in 1998 and held it for days before the army drove them out."
    assert told(reader, text)[-1] == (
        "captured",
        "Mitu",
        {"gaining": "co-government", "losing": "farc"},
    )


def test_an_army_that_announces_the_recovery_of_towns_took_them(reader):
    text = "The army announced the recovery of the towns of Boali and Bouar."
    assert [(kind, place) for kind, place, _ in told(reader, text)] == [
        ("captured", "Boali"),
        ("captured", "Bouar"),
    ]
    assert told(reader, "The army announced the recovery of weapons in Bouar.") == []


def test_the_town_of_those_who_tell_is_meant_where_no_other_is_spoken_of(reader):
    text = "Residents of Dikwa said Boko Haram fighters had overrun the town."
    assert told(reader, text) == [("captured", "Dikwa", {"gaining": "boko-haram"})]


def test_who_continues_to_occupy_a_place_holds_it(reader):
    text = "The Myanmar army continues to occupy Laiza."
    assert told(reader, text) == [("held", "Laiza", {"holding": "mm-junta"})]


def test_a_headquarters_in_the_city_of_a_is_no_city(reader):
    text = "The M23 said it had captured the army headquarters in the city of Goma."
    (claim,) = claims_of(reader, text, date(2016, 5, 20))
    assert (claim.reason_code, claim.toponym) == (
        "not_found",
        "army headquarters in the city of Goma",
    )


def test_forces_loyal_to_somebody_are_forces(reader):
    text = (
        "A spokesman told Sudan Tribune that forces loyal to president Salva Kiir were flushed "
        "out from Malakal town."
    )
    ((kind, place, parties),) = told(reader, text)
    assert (kind, place, list(parties)) == ("lost", "Malakal", ["losing"])


def test_an_agreement_named_after_a_town_is_no_place(reader):
    text = "The TNLA withdrew from Namhsan under the Kunming agreement and handed it to the junta."
    assert {(kind, place) for kind, place, _ in told(reader, text)} == {
        ("lost", "Namhsan"),
        ("transferred", "Namhsan"),
    }
    assert told(reader, "The rebels withdrew from the Lusaka agreement.") == []


def test_what_a_town_is_to_its_holders_is_no_site_in_it(reader):
    text = "Boko Haram took Gwoza, the headquarters of the brigade, after a night of shelling."
    assert [place for _, place, _ in told(reader, text)] == ["Gwoza"]
    assert told(reader, text, counted=False) == []


def test_a_town_left_as_the_last_one_is_not_left(reader):
    text = "Boko Haram took Bama, leaving Dikwa as the only town under state control."
    assert not any(kind == "lost" for kind, _, _ in told(reader, text))


def test_renegade_officers_are_not_the_government(reader):
    ((_, _, parties),) = told(reader, "Malakal is under the control of renegade officers.")
    assert parties == {"holding": "opposition:ss"}


def test_the_maoists_are_those_of_the_country(reader):
    ((_, _, parties),) = told(reader, "Maoists seized Jumla, a town in the west of Nepal.")
    assert parties == {"gaining": "np-maoists"}


def test_who_took_a_place_did_not_take_it_back(reader):
    text = "Boko Haram overran Dikwa on 4 May. The town was retaken on 6 May."
    last = told(reader, text)[-1]
    assert last[:2] == ("captured", "Dikwa")
    assert last[2].get("gaining") != "boko-haram"


def test_a_town_left_as_part_of_a_plan_is_left(reader):
    assert told(reader, "The army left Dikwa as part of a plan.") == [
        ("lost", "Dikwa", {"losing": "ng-government"})
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The army entered Kidal for the first time since 2014.",
        "It is the first time that the army has been in control of Kidal since 2014.",
        "For the first time since 2014 the army is in control of Kidal.",
    ],
)
def test_the_last_time_that_it_was_so_is_not_when(reader, text):
    (claim,) = claims_of(reader, text, date(2016, 5, 20))
    assert claim.event.latest == date(2016, 5, 20)
    assert claim.event.earliest is None or claim.event.earliest.year == 2016


def test_what_happened_then_is_of_that_year(reader):
    text = (
        "It is the first time that rebels are in control of Kidal since 2013, when they were "
        "forced out by French troops."
    )
    claim = next(c for c in claims_of(reader, text, date(2016, 5, 20)) if c.kind == "captured")
    assert (claim.event.earliest, claim.event.latest) == (date(2013, 1, 1), date(2013, 12, 31))


def test_the_city_centre_is_a_part_of_a_city(reader):
    text = "The army is in Goma. The city centre was under government control."
    assert all(place != "the city centre" for _, place, _ in told(reader, text))
    assert "unnamed" in {c.reason_code for c in claims_of(reader, text, date(2016, 5, 20))}


def test_an_advance_that_was_halted_is_no_attack_on_the_place_told_before(reader):
    text = "Rebels seized Bambari. Militias advance on the capital. The advance was halted."
    assert [kind for kind, _, _ in told(reader, text)] == ["captured"]


def test_towns_named_after_who_held_them_are_the_towns_taken(reader):
    text = "Troops took the last towns held by Boko Haram, Gwoza and Bama."
    assert told(reader, text) == [
        ("captured", place, {"gaining": "ng-government", "losing": "boko-haram"})
        for place in ("Gwoza", "Bama")
    ]
    text = "Troops took the towns held by Boko Haram, Maiduguri residents said."
    assert told(reader, text) == []


def test_an_advance_party_is_its_soldiers(reader):
    text = "An advance party of Ethiopian soldiers left Dinsoor."
    assert told(reader, text) == [("lost", "Dinsoor", {"losing": "et-government"})]
