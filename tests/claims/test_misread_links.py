"""Links of a sentence that the parser gets wrong, and what only looks like a place or a day."""

from datetime import date

import pytest

from tests.claims.telling import actors, claims_of, counted

REPORTED = date(2012, 12, 20)


def told(reader, text, day=REPORTED):
    """Return kind, place and who gains, holds or loses it, of what is counted in a text."""
    return {(c.kind, c.toponym, " ".join(actors(c))) for c in counted(reader, text, day)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Goma was calm. A nurse took a call confirming the town had been overrun by M23.",
            ("captured", "Goma", "m23"),
        ),
        (
            "M23 seized four towns on 3 December, including the lakeside town of Sake.",
            ("captured", "Sake", "m23"),
        ),
        (
            "It was hours after Goma, the hub of Kivu, became the first city to fall to rebels.",
            ("captured", "Goma", "opposition:cd"),
        ),
        ("M23 used mortars to seize the town of Rutshuru.", ("captured", "Rutshuru", "m23")),
        ("M23 took over the mining centre of Kindu.", ("captured", "Kindu", "m23")),
        ("Elders surrendered Goma to M23.", ("transferred", "Goma", "m23")),
    ],
)
def test_what_the_parser_hangs_wrongly_is_read(reader, text, claim):
    assert claim in told(reader, text)


def test_the_land_of_which_a_town_is_the_capital_is_not_taken_with_it(reader):
    text = "The fall of Sake comes after M23 on Friday took control of Goma, the capital of the "
    text += "eastern province of North Kivu."
    assert {place for _, place, _ in told(reader, text)} == {"Sake", "Goma"}


def test_who_leaves_in_a_result_is_who_is_named_there(reader):
    text = "The army and M23 fought in Goma all night, resulting in government troops leaving the "
    text += "city."
    (claim,) = [c for c in counted(reader, text, REPORTED) if c.kind == "lost"]
    assert actors(claim) == ["cd-government"]


@pytest.mark.parametrize(
    "text",
    [
        "The fall of Goma is imminent, as M23 is at its gates.",
        "M23 Captures Capital of Eastern Province",
        "The regional command in Goma fell on Friday.",
    ],
)
def test_what_is_to_come_or_no_place_colours_nothing(reader, text):
    assert told(reader, text) == set()


def test_the_year_of_a_census_is_no_day_of_a_holding(reader):
    text = "M23 was in control of all of Goma, which had 670,000 people by the 2006 census."
    (claim,) = counted(reader, text, REPORTED)
    assert claim.event.earliest is not None
    assert claim.event.earliest.year == 2012


def test_the_city_is_no_road(reader):
    text = (
        "M23 took Sake, followed by part of the Goma-Sake road. It then took control of the city."
    )
    assert not any("road" in c.toponym for c in claims_of(reader, text, REPORTED)[2:])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Banja Luka is the largest city in Bosnian Serb hands.", ("held", "Banja Luka", "vrs")),
        ("Croat forces took Drvar in Bosnia from Serb forces.", ("captured", "Drvar", "vrs")),
        ("Knin in Croatia is in Croatian Serb hands.", ("held", "Knin", "rsk")),
    ],
)
def test_a_people_is_who_fights_under_its_name_in_that_country(reader, text, claim):
    ((kind, place, parties),) = told(reader, text, date(1995, 8, 2))
    assert (kind, place) == claim[:2]
    assert claim[2] in parties.split()
    assert "government:rs" not in parties


def test_what_was_done_to_a_place_is_told_before_what_it_is_like(reader):
    text = "Goma and Bukavu, liberated earlier in the year, continue to enjoy calm."
    assert {(kind, place) for kind, place, _ in told(reader, text)} == {
        ("captured", "Goma"),
        ("captured", "Bukavu"),
    }
