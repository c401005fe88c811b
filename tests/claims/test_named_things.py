"""Words beside a name, or like one, that stand for a district, a battle, a strike or troops."""

from datetime import date

from tests.claims.telling import actors, claims_of, counted


def told(reader, text):
    """Return kind, place and who gains, holds or loses it, of what is counted in a text."""
    claims = counted(reader, text, date(2014, 7, 10))
    return {(c.kind, c.toponym, " ".join(actors(c))) for c in claims}


def test_the_district_is_no_province(reader):
    text = (
        "Belcheragh district of Faryab province in Afghanistan was attacked. "
        "The district fell to the Taliban after a week of fighting."
    )
    assert told(reader, text) == {("captured", "Belcheragh", "taliban")}


def test_a_battle_of_a_name_is_no_place(reader):
    text = "Russian troops fought Georgians in the three-day Battle of Tskhinvali."
    assert {c.toponym for c in claims_of(reader, text, date(2008, 8, 12))} <= {"Tskhinvali"}


def test_air_strikes_are_no_place(reader):
    text = (
        "Afghan forces, backed by U.S. air strikes, struggled to retake the city, after it became "
        "the first to fall into Taliban hands."
    )
    assert not any("U.S." in c.toponym for c in claims_of(reader, text, date(2015, 10, 1)))


def test_somebodys_men_are_his_troops(reader):
    assert ("lost", "Binnish", "sy-government") in told(reader, "Assad's men fled Binnish.")
