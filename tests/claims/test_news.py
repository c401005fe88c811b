"""Turns that reports of agencies and event notes have in common."""

from datetime import date

import pytest

from tests.claims.telling import claims_of, counted, read_text, with_roles


def told(reader, text):
    """Return kind, place and parties of what is counted in a text."""
    return with_roles(counted(reader, text, date(2021, 7, 10)))


def read(reader, text):
    """Return kind, place and reason of whatever is read in a text."""
    return [(c.kind, c.toponym, c.reason_code) for c in claims_of(reader, text, date(2021, 7, 10))]


@pytest.mark.parametrize(
    "text",
    [
        "The army announced that it had captured Kidal.",
        "The army announced on Tuesday from Bamako that it had captured the town of Kidal.",
        "The army announced Kidal captured.",
    ],
)
def test_what_is_announced_as_captured_is_the_place_not_who_announces(reader, text):
    (claim,) = told(reader, text)
    assert claim[:2] == ("captured", "Kidal")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "The towns captured by the rebels include Mobaye, Bria and Bambari.",
            ["Mobaye", "Bria", "Bambari"],
        ),
        (
            "Among the villages taken by the army on Monday were Kherbet Ghazaleh and Namer.",
            ["Kherbet Ghazaleh", "Namer"],
        ),
        ("Rebels seized several towns in the east, notably Bria and Bambari.", ["Bria", "Bambari"]),
        ("Rebels took control of a number of towns, among them Bria.", ["Bria"]),
        (
            "Taliban fighters overran two districts: Khanabad in Kunduz and Jawand in Badghis.",
            ["Khanabad", "Jawand"],
        ),
        ("Peshmerga fighters retook areas in the west, namely the town of Sinjar.", ["Sinjar"]),
        (
            "The rebels regained most of Tigray, including the regional capital Mekelle.",
            ["Mekelle"],
        ),
        ("The recaptured towns are Bria and Bambari.", ["Bria", "Bambari"]),
    ],
)
def test_names_listed_for_several_places_are_what_was_taken(reader, text, places):
    assert [(kind, place) for kind, place, _ in told(reader, text)] == [
        ("captured", place) for place in places
    ]


def test_towns_under_the_control_of_a_party_may_be_listed(reader):
    text = "Towns under rebel control include Rutshuru and Bunagana."
    assert [claim[:2] for claim in told(reader, text)] == [
        ("held", "Rutshuru"),
        ("held", "Bunagana"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The army captured several towns from rebel groups, including Ahrar al-Sham.",
        "The M23 seized villages in two territories, including Masisi and Rutshuru.",
        "The army controls parts of the city, including most of Bahri.",
        "Fighters left their posts there and in surrounding areas, including Baga and Monguno.",
        "Cities affected by the fighting include Bria and Bambari, the army said.",
    ],
)
def test_a_list_of_others_is_not_what_was_taken(reader, text):
    assert told(reader, text) == []


def test_areas_listed_behind_a_party_are_no_members_of_it(reader):
    text = "People fled to areas controlled by the SPLM-IO, including Malakal and Renk."
    assert told(reader, text) == [
        ("held", "Malakal", [("holding", "splm-io")]),
        ("held", "Renk", [("holding", "splm-io")]),
    ]


def losers(reader, text):
    """Return who lost each place that a text says was captured."""
    return {
        place: [actor for role, actor in parties if role == "losing"]
        for kind, place, parties in told(reader, text)
        if kind == "captured"
    }


@pytest.mark.parametrize(
    ("text", "loser"),
    [
        ("Malian soldiers have retaken Kidal, the bastion of the Tuareg rebels.", "mnla"),
        ("The army captured Baiji, Islamic State's last stronghold there.", "islamic-state"),
        ("The army captured Baiji, one of the last towns held by Islamic State.", "islamic-state"),
        ("GNA forces retook Tarhuna on Friday, depriving the LNA of its last redoubt.", "lna"),
        ("Rebels seized Maarat al-Numan, forcing government troops to retreat.", "sy-government"),
        ("Iraqi forces took Hit in their campaign against Islamic State.", "islamic-state"),
        ("The SDF captured Islamic State's de facto capital Raqqa.", "islamic-state"),
        ("The fall of Raqqa to the SDF ended Islamic State rule there.", "islamic-state"),
        ("The Arakan Army took control of Paletwa after seizing all junta bases.", "mm-junta"),
    ],
)
def test_who_lost_is_told_beside_the_capture(reader, text, loser):
    (told_,) = losers(reader, text).values()
    assert told_ == [loser]


@pytest.mark.parametrize(
    ("text", "loser"),
    [
        ("The RSF has taken el-Fula. The army fought for hours before leaving the city.", ["saf"]),
        ("The RSF clashed with the army in el-Fula and took over the city.", ["saf"]),
        # What was lost, left or fought for elsewhere or at another time is another event.
        ("The RSF seized a town from the army. The paramilitaries took el-Fula at dawn.", []),
        ("The RSF and the army clashed in el-Fula on Sunday. Later the RSF took el-Fula.", []),
        ("The RSF took el-Fula on Friday. The army left the city on 2 June.", []),
    ],
)
def test_no_loser_is_taken_from_another_event(reader, text, loser):
    claims = [c for c in claims_of(reader, text, date(2021, 7, 10)) if c.kind == "captured"]
    (claim,) = [c for c in claims if c.toponym == "el-Fula"]
    assert [p.actor_id for p in claim.parties if p.role == "losing"] == loser


@pytest.mark.parametrize(("days", "loser"), [("four days", ["saf"]), ("six weeks", [])])
def test_the_same_days_of_fighting_are_the_same_event(reader, days, loser):
    text = "El-Fula was captured by the RSF after four days of clashes\n\nThe RSF took control of "
    text += f"el-Fula.\n\nThe announcement comes after {days} of clashes with Sudanese forces."
    claim = next(c for c in claims_of(reader, text, date(2021, 7, 10)) if c.kind == "captured")
    assert [p.actor_id for p in claim.parties if p.role == "losing"] == loser


def test_who_retook_a_place_that_no_gazetteer_has_took_it_from_who_had_it(reader):
    text = "The army retook the village of Qumaruba, which al-Shabaab had seized in May."
    claim = claims_of(reader, text, date(2021, 7, 10))[0]
    assert ("al-shabaab", "losing") in [(p.actor_id, p.role) for p in claim.parties]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took Bria on Monday. The rebels withdrew from the town on Tuesday.",
        "Rebels captured Bria. The army withdrew from Bambari.",
        "The army captured Bria, 20 km from rebel-held Bambari.",
    ],
)
def test_who_left_another_place_or_later_lost_nothing_to_the_taker(reader, text):
    assert losers(reader, text)["Bria"] == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Nigerian forces fought off Boko Haram militants in the city of Maiduguri.",
            ("repelled", "Maiduguri"),
        ),
        ("Mariupol is the largest city that Russia has taken.", ("captured", "Mariupol")),
        (
            "Ethiopian troops retook the UNESCO World Heritage Site of Lalibela.",
            ("captured", "Lalibela"),
        ),
        (
            "The attack by opposition forces on another town in South Sudan, Renk, was repulsed.",
            ("repelled", "Renk"),
        ),
        (
            "Shots were heard in the district of Jawand. The district fell to the Taliban.",
            ("captured", "Jawand"),
        ),
    ],
)
def test_a_place_is_found_behind_its_description(reader, text, claim):
    assert [c[:2] for c in told(reader, text)] == [claim]


def test_a_channel_that_a_party_runs_is_no_place(reader):
    text = "The Houthi-run al-Masirah TV reported eleven air strikes by the warplanes."
    assert read(reader, text) == []


def test_who_held_a_place_before_is_read_beside_its_name_with_its_own_day(reader):
    text = "Azerbaijani troops took Shusha, held by Armenian forces since 1992."
    taken, held = claims_of(reader, text, date(2020, 11, 9))
    assert (taken.kind, held.kind) == ("captured", "held")
    assert ("armenia", "losing") in [(p.actor_id, p.role) for p in taken.parties]
    assert taken.event.latest == date(2020, 11, 9)
    assert held.event.earliest == date(1992, 1, 1)


def test_who_had_taken_a_place_before_is_not_who_took_it_back(reader):
    text = "Palmyra, taken by Islamic State in May, was retaken on Sunday."
    assert told(reader, text)[1] == ("captured", "Palmyra", [])


@pytest.mark.parametrize(
    ("text", "place", "days"),
    [
        (
            "Goma is the biggest city to fall to the M23 since 2012.",
            "Goma",
            (date(2012, 1, 1), date(2021, 7, 10)),
        ),
        (
            "Three weeks into the offensive, launched on 1 May 2021, rebels captured Saraqib.",
            "Saraqib",
            (date(2021, 5, 20), date(2021, 5, 24)),
        ),
        (
            "Twenty days after the start of the offensive on 1 March 2021, rebels captured Bria.",
            "Bria",
            (date(2021, 3, 21), date(2021, 3, 21)),
        ),
        (
            "Rebels took Hama less than a week after capturing Aleppo on 1 June 2021.",
            "Hama",
            (date(2021, 6, 1), date(2021, 6, 8)),
        ),
        (
            "Rebels took Hama less than a week after capturing Aleppo on 1 June 2021.",
            "Aleppo",
            (date(2021, 6, 1), date(2021, 6, 1)),
        ),
        (
            "Rebels took Hama on 5 June 2021. By then they had already captured Suran.",
            "Suran",
            (None, date(2021, 6, 5)),
        ),
        (
            "On 5 June 2021 rebels took Hama. Within two days they also seized Homs.",
            "Homs",
            (date(2021, 6, 5), date(2021, 6, 7)),
        ),
    ],
)
def test_a_distance_is_counted_from_the_day_it_is_told_from(reader, text, place, days):
    (event,) = [c.event for c in claims_of(reader, text, date(2021, 7, 10)) if c.toponym == place]
    assert (event.earliest, event.latest) == days


def test_what_could_be_done_by_a_deed_is_not_done(reader):
    text = "The fall of Bria could split the land by enabling rebels to seize control of Bambari."
    assert "Bambari" not in [place for _, place, _ in told(reader, text)]
    assert told(reader, "The army broke the siege by taking Bambari.")[-1][1] == "Bambari"


def test_a_place_is_among_those_taken(reader):
    text = "Helfaya is among the towns captured by the Syrian army."
    assert told(reader, text) == [("captured", "Helfaya", [("gaining", "sy-government")])]
    assert told(reader, "The mayor of Helfaya is among those captured by the rebels.") == []


def test_nobody_takes_a_place_from_himself(reader):
    text = "Popular resistance fighters force al Houthis out of al Dhaleh city."
    assert not any(("gaining", "houthis") in parties for _, _, parties in told(reader, text))


def test_a_name_before_a_verb_taken_for_a_noun_is_who_flees(reader):
    text = "The rebels seize control of Aden International Airport and Hadi flees to Saudi Arabia."
    assert [claim[0] for claim in told(reader, text)] == ["captured"]


def test_rebels_known_by_a_name_are_meant_by_it(reader):
    text = "The rebels, known as M23, took Rutshuru on Sunday."
    assert told(reader, text) == [("captured", "Rutshuru", [("gaining", "m23")])]


def test_the_longer_name_of_an_army_is_meant(reader):
    text = "South Sudan's military has regained control of Nasir."
    assert told(reader, text) == [("captured", "Nasir", [("gaining", "ss-government")])]


def test_the_town_of_a_governor_is_not_what_it_speaks_of(reader):
    text = "Bria's governor said on Friday that rebels had looted the mine when they took it."
    assert "Bria" not in [place for _, place, _ in told(reader, text)]


def test_who_withdraws_to_spare_civilians_is_no_civilian(reader):
    text = "The M23 said it had withdrawn from Goma to spare civilians."
    assert told(reader, text) == [("lost", "Goma", [("losing", "m23")])]


def test_what_came_when_somebody_retook_a_place_is_done(reader):
    text = "Goma changed hands again when the M23 retook it on Monday."
    assert told(reader, text)[-1] == ("captured", "Goma", [("gaining", "m23")])
    text = "Goma will change hands when the M23 retakes it."
    assert told(reader, text) == []


def test_we_are_those_whom_a_spokesman_speaks_for(reader):
    text = '"Our forces are in control of Bria," said Brigadier Lul Koang, the army spokesman.'
    assert told(reader, text) == [("held", "Bria", [("holding", "cf-government")])]


def test_from_where_attackers_were_kept_is_not_what_fell(reader):
    text = "Monguno served as a buffer to keep the militants away from Maiduguri. The town fell."
    assert "Maiduguri" not in [place for _, place, _ in told(reader, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Following clashes with HTS, regime forces recaptured Saraqib.",
        "Regime forces advanced and regained control over Saraqib after clashes with HTS.",
    ],
)
def test_who_was_fought_before_lost_the_place(reader, text):
    assert losers(reader, text) == {"Saraqib": ["hts"]}


def test_who_was_fought_elsewhere_afterwards_did_not_lose_the_place(reader):
    text = "Rebels took Saraqib and were killed in clashes with Islamic State in Palmyra."
    assert losers(reader, text)["Saraqib"] == []


def test_each_of_two_events_named_in_a_clause_has_its_own_day(reader):
    text = "The takeover of Mocha on Friday followed the fall of Dhubab on Tuesday."
    reading = read_text(reader, text, date(2016, 5, 20))
    days = {c.toponym: c.event.earliest for c in reading.claims}
    assert days == {"Mocha": date(2016, 5, 20), "Dhubab": date(2016, 5, 17)}


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Residents marked the tenth anniversary of the fall of Fallujah on Friday.",
            date(2006, 4, 19),
            date(2006, 6, 20),
        ),
        ("The anniversary of the fall of Fallujah was marked on Friday.", None, date(2015, 6, 20)),
    ],
)
def test_what_has_an_anniversary_happened_years_before(reader, text, first, last):
    (claim,) = claims_of(reader, text, date(2016, 5, 20))
    assert (claim.event.earliest, claim.event.latest) == (first, last)


@pytest.mark.parametrize(
    "text", ["The film shows the fall of Fallujah.", "Homs fell to a 2-0 defeat against Aleppo."]
)
def test_films_and_matches_tell_of_no_war(reader, text):
    assert not counted(reader, text, date(2016, 5, 20))
