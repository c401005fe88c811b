"""Ways of saying that a place is held, left or lost, each beside what it must not be taken for."""

from datetime import date

import pytest

from components.articles import from_text


def told(reader, text):
    """Return kind, place and the parties of the asserted claims."""
    claims = reader.read(from_text(text, today=date(2026, 1, 1))).claims
    return {
        (c.kind, c.toponym, *sorted(p.actor_id for p in c.parties))
        for c in claims
        if c.stance == "asserted" and c.reason_code in {"", "not_found", "ambiguous"}
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Izium belongs to Ukraine once more.", ("held", "Izium", "ukraine")),
        ("Izium is under the Ukrainian flag again.", ("held", "Izium", "ukraine")),
        ("Gwoza is the army's again, the governor said.", ("held", "Gwoza", "ng-government")),
        (
            "Russian soldiers have been inside Izium since early April.",
            ("held", "Izium", "russia"),
        ),
        ("Boko Haram fighters are now in Gwoza.", ("held", "Gwoza", "boko-haram")),
        ("Boko Haram's hold on Gwoza was shattered.", ("lost", "Gwoza", "boko-haram")),
        ("With Izium gone, Russian forces fell back.", ("lost", "Izium", "russia")),
        ("Boko Haram moved its men from Gwoza to the forest.", ("lost", "Gwoza", "boko-haram")),
        (
            "The army made a hasty retreat from Gwoza.",
            ("lost", "Gwoza", "ng-government"),
        ),
        (
            "Boko Haram seized Gwoza in May but lost control again in June.",
            ("lost", "Gwoza", "boko-haram"),
        ),
        (
            "Boko Haram withdrew from and later shelled the town of Gwoza.",
            ("lost", "Gwoza", "boko-haram"),
        ),
        (
            "Soldiers chased the last fighters of a band led by Ali Gaga out of Gwoza.",
            ("captured", "Gwoza", "fighters:ng", "ng-government"),
        ),
    ],
)
def test_a_way_of_saying_it_is_read(reader, text, claim):
    assert claim in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "The necklace belongs to a family of Izium.",
        "Izium always belonged to Ukraine, the minister said.",
        "Russian soldiers were in Izium for a parade.",
        "American troops have been in Iraq since 2014.",
        "Boko Haram moved some men from Gwoza to Bama.",
        "Boko Haram seized a truck near Gwoza but lost control of the wheel.",
        "The army made a new plan for Gwoza.",
        "The bridge of Izium was left intact by Russian troops.",
        "Mourners, with Izium gone quiet, walked home.",
        "Militants launched an offensive to reach Gwoza.",
    ],
)
def test_what_only_looks_like_it_is_not(reader, text):
    assert not told(reader, text)
