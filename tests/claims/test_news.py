"""Turns that reports of agencies and event notes have in common."""

from datetime import date

import pytest

from components.articles import from_text


def told(reader, text):
    """Return kind, place and parties of what is counted in a text."""
    article = from_text(text, today=date(2026, 1, 1), published=date(2021, 7, 10))
    return [
        (c.kind, c.toponym, sorted((p.role, p.actor_id) for p in c.parties))
        for c in reader.read(article).claims
        if c.counted
    ]


def read(reader, text):
    """Return kind, place and reason of whatever is read in a text."""
    article = from_text(text, today=date(2026, 1, 1), published=date(2021, 7, 10))
    return [(c.kind, c.toponym, c.reason_code) for c in reader.read(article).claims]


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
