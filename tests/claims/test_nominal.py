"""Deeds told by a noun: "the return of A to government control", "its capture by B"."""

from datetime import date

import pytest

from tests.claims.telling import counted, won_and_lost


def told(reader, text):
    """Return (kind, place, who gains, who loses) of each claim that counts."""
    return won_and_lost(counted(reader, text, date(2018, 12, 2)), winning=["gaining"])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The recapture by the Syrian army of Palmyra came in March.",
            ("captured", "Palmyra", "sy-government", ""),
        ),
        (
            "The return of Palmyra to Syrian government control was hailed.",
            ("captured", "Palmyra", "sy-government", ""),
        ),
        (
            "The entry of the rebels into Idlib met no resistance.",
            ("captured", "Idlib", "sy-opposition", ""),
        ),
        (
            "Since its capture by Islamic State, Palmyra has been emptied.",
            ("captured", "Palmyra", "islamic-state", ""),
        ),
        (
            "Palmyra was looted after its fall to Islamic State.",
            ("captured", "Palmyra", "islamic-state", ""),
        ),
        (
            "The LNA regained Es Sider, following its capture by the Jathran militia.",
            ("captured", "Es Sider", "militia:ly", ""),
        ),
    ],
)
def test_a_noun_tells_who_took_what(reader, text, claim):
    assert claim in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State celebrated its capture.",
        "The Syrian army feared the rebels' entry into Idlib.",
        "The return of refugees to Idlib under the control of aid workers was slow.",
        "Idlib radio announced its liberation.",
    ],
)
def test_a_noun_without_a_place_or_a_deed_tells_nothing(reader, text):
    assert told(reader, text) == set()


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The army's return to Ansongo in Mali followed a week of fighting.",
            ("captured", "Ansongo", "ml-government", ""),
        ),
        (
            "The clearing of Idlib by the Syrian army took two days.",
            ("captured", "Idlib", "sy-government", ""),
        ),
    ],
)
def test_a_return_and_a_clearing_take_a_place(reader, text, claim):
    assert told(reader, text) == {claim}


@pytest.mark.parametrize(
    "text",
    [
        "The refugees' return to Ansongo in Mali followed a week of fighting.",
        "The army's return to power in Mali followed a week of fighting elsewhere.",
        "The ethnic cleansing of Idlib by the Syrian army took two days.",
        "The clearing of Idlib took two days after the storm.",
    ],
)
def test_a_return_of_others_and_ethnic_cleansing_take_none(reader, text):
    assert not {c for c in told(reader, text) if c[0] == "captured"}


def test_a_town_calm_since_a_takeover_was_taken(reader):
    text = "Ansongo in Mali has been quiet since the rebel takeover, residents said."
    assert {c[:3] for c in told(reader, text)} == {("captured", "Ansongo", "opposition:ml")}


@pytest.mark.parametrize(
    "text",
    [
        "Mali has been poor since the military takeover, residents said.",
        "Ansongo in Mali has been quiet since the takeover of Gao by rebels, residents said.",
        "Ansongo in Mali has been quiet since the bank's takeover, residents said.",
    ],
)
def test_a_takeover_of_something_else_took_no_town(reader, text):
    assert "Ansongo" not in {c[1] for c in told(reader, text)}
    assert "Mali" not in {c[1] for c in told(reader, text)}
