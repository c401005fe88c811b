"""Who holds a place: "remains under", "is rebel-held", "clings to", "still with", asides."""

from datetime import date

import pytest

from tests.claims.telling import actors, counted, with_actors


def told(reader, text):
    """Return (kind, place, who holds or lost it) of each claim that counts."""
    return with_actors(counted(reader, text, date(2016, 6, 9)), "holding", "losing")


@pytest.mark.parametrize(
    "text",
    [
        "Government forces cling to Idlib.",
        "Government forces hung on to Idlib.",
        "Government forces are still holding on to Idlib.",
        "Government forces have kept Idlib throughout the siege.",
        "Government forces are holding out in Idlib.",
        "Idlib is government-held.",
        "Idlib remains government territory.",
        "Idlib is still with the government forces.",
        "Idlib, under government control since 2012, was hit by twenty rockets.",
        "With Idlib in government hands, Ariha was next.",
        "Soldiers retired south to Idlib, which remains under government control.",
        "Idlib, where government forces have held out since 2012, was hit by twenty rockets.",
    ],
)
def test_who_keeps_a_place_holds_it(reader, text):
    assert told(reader, text) == {("held", "Idlib", "sy-government")}


def test_a_name_alone_after_under_holds(reader):
    assert told(reader, "Kidal remained under the MNLA.") == {("held", "Kidal", "mnla")}


def test_a_people_that_a_town_stays_holds_it(reader):
    text = "Mykolaiv remains Ukrainian, the mayor said."
    assert told(reader, text) == {("held", "Mykolaiv", "ukraine")}


def test_of_a_and_of_b_names_both(reader):
    text = "The Syrian army keeps hold of Homs and of Palmyra."
    assert {place for _, place, _ in told(reader, text)} == {"Homs", "Palmyra"}


@pytest.mark.parametrize(
    "text",
    [
        "Government forces kept Idlib under siege.",
        "Government forces keep Idlib supplied from the air.",
        "Government forces kept rebels out of Idlib.",
        "The army plans to keep Idlib.",
        "Idlib remains Syrian.",
        "A few dozen rebels hold out in the eastern quarter of Idlib.",
    ],
)
def test_what_is_kept_otherwise_is_not_held(reader, text):
    wrong = {t for t in told(reader, text) if t[0] == "held" and t[2:] != ("sy-government",)}
    wrong |= {t for t in told(reader, text) if t[0] == "held" and "remains" not in text}
    assert wrong == set()


@pytest.mark.parametrize(
    ("text", "place", "holder"),
    [
        ("Ukraine. Melitopol remains occupied by Russian forces.", "Melitopol", "russia"),
        ("Ukraine. Tokmak stays controlled by Russian forces.", "Tokmak", "russia"),
        ("Ukraine. Ukrainian soldiers are still in Orikhiv.", "Orikhiv", "ukraine"),
        ("Azerbaijan. Kelbajar has been Armenian since 1993.", "Kelbajar", "armenia"),
        ("Ukraine. The Russians hold the left bank, including Oleshky.", "Oleshky", "russia"),
    ],
)
def test_what_remains_so_is_held(reader, text, place, holder):
    claims = [c for c in counted(reader, text, date(2022, 11, 12)) if c.toponym == place]
    assert [(c.kind, *actors(c)) for c in claims] == [("held", holder)]


def test_what_remains_occupied_by_nobody_named_was_not_just_taken(reader):
    text = "Ukraine. Ukrainian troops retook Snihurivka on Thursday. Tokmak remains occupied."
    claims = counted(reader, text, date(2022, 11, 12))
    assert {c.toponym for c in claims} == {"Snihurivka"}


def test_a_river_crossed_is_not_the_city(reader):
    text = (
        "Ukraine. Crowds cheered in Kherson hours after Russia pulled back across the Dnipro. Its"
        " forces had seized the city in March."
    )
    claims = counted(reader, text, date(2022, 11, 12))
    assert "Dnipro" not in {c.toponym for c in claims if c.kind == "captured"}


def test_the_last_fighters_left_the_town_told_of(reader):
    text = "Syria. The army entered Harem on Monday. The last rebels left on Sunday."
    (lost,) = [c for c in counted(reader, text, date(2018, 1, 30)) if c.kind == "lost"]
    assert (lost.toponym, actors(lost)) == ("Harem", ["sy-opposition"])


def test_what_has_been_done_has_no_day_from_the_sentence_before(reader):
    text = "Syria. The army took Harem on Friday. It has also taken Salqin, it said."
    (claim,) = [c for c in counted(reader, text, date(2018, 1, 30)) if c.toponym == "Salqin"]
    assert not claim.event.is_exact
