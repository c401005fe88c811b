"""Words that the parser misreads are read as what they say."""

from datetime import date

import pytest

from tests.claims.telling import by_role, counted


def told(reader, text):
    """Return kind, place and parties by role of what is counted in a text."""
    claims = counted(reader, text, date(2016, 5, 20))
    return by_role(claims)


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        ("Boko Haram fighters over-ran Dikwa.", "captured", {"gaining": "boko-haram"}),
        ("Dikwa was over-run by Boko Haram.", "captured", {"gaining": "boko-haram"}),
        ("The army re-occupied Dikwa.", "captured", {"gaining": "ng-government"}),
        (
            "Officers hailed the re-liberation of Dikwa by the army.",
            "captured",
            {"gaining": "ng-government"},
        ),
        (
            "The army beat off a counter-offensive by Boko Haram on Dikwa.",
            "repelled",
            {"holding": "ng-government"},
        ),
    ],
)
def test_words_written_with_a_hyphen_say_the_same(reader, text, kind, parties):
    ((read, place, by_role),) = told(reader, text)
    assert (read, place) == (kind, "Dikwa")
    assert parties.items() <= by_role.items()


def test_who_a_town_falls_to_may_be_rebel_forces(reader):
    text = "It is the third time that Malakal has fallen to rebel forces."
    ((kind, place, parties),) = told(reader, text)
    assert (kind, place, list(parties)) == ("captured", "Malakal", ["gaining"])
