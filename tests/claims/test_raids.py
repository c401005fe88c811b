"""Raids that several sentences tell of take no place."""

from datetime import date

import pytest

from tests.claims.telling import claims_of


def told(reader, text):
    """Return kind and place of what may colour a place, once it is found."""
    claims = claims_of(reader, text, date(2016, 5, 20))
    return [(c.kind, c.toponym) for c in claims if c.reason_code in {"", "not_found", "ambiguous"}]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed Djugu at dawn. They set houses ablaze and killed eleven people.",
        "Boko Haram fighters entered Dikwa on Friday. The attackers looted shops and fled.",
        'Gunmen stormed the village of Mbora, an elder said. "They shot at us and burnt huts."',
    ],
)
def test_who_came_to_burn_and_loot_took_nothing(reader, text):
    assert told(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram fighters entered Dikwa on Friday. They hoisted their flag over the town.",
        "Boko Haram fighters entered Dikwa. They looted shops and now patrol the streets.",
        "The army entered Dikwa on Friday. They shot two men.",
    ],
)
def test_who_stays_has_taken_the_place(reader, text):
    assert ("captured", "Dikwa") in told(reader, text)
