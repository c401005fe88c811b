"""One-line notes: whose men are meant, who was driven off, and who only passes by."""

from datetime import date

import pytest

from tests.claims.telling import asserted, won_and_lost

REPORTED = date(2018, 6, 20)


def told(reader, text):
    """Return kind, place, who gains or holds it and who loses it."""
    return won_and_lost(asserted(reader, text, REPORTED))


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (
            "OLA (OLF-Shane) fighters took Nekemte from federal forces.",
            ("captured", "Nekemte", "ola", "et-government"),
        ),
        ("ISIL-linked gunmen captured Hit.", ("captured", "Hit", "islamic-state", "")),
        (
            "Al-Qaeda-linked militants captured Ja'ar in Yemen.",
            ("captured", "Ja'ar", "aqap", ""),
        ),
        (
            "Suspected ASWJ militants overran Macomia (Cabo Delgado).",
            ("captured", "Macomia", "is-mozambique", ""),
        ),
        ("ASWJ took Guriel from al-Shabaab.", ("captured", "Guriel", "aswj", "al-shabaab")),
        (
            "Ansar al-Sharia (Libya) fighters took Derna.",
            ("captured", "Derna", "ansar-al-sharia-ly", ""),
        ),
        (
            "Government of Iraq forces took over Kirkuk.",
            ("captured", "Kirkuk", "iq-government", ""),
        ),
        (
            "Uganda People's Defence Force soldiers took Bunia.",
            ("captured", "Bunia", "uganda", ""),
        ),
        ("UN peacekeepers withdrew from Kidal.", ("lost", "Kidal", "", "minusma")),
        (
            "Troops cleared the village of Bayan in Marawi of Maute fighters.",
            ("captured", "Bayan", "ph-government", "maute"),
        ),
    ],
)
def test_whose_fighters_a_note_means(reader, text, change):
    assert change in told(reader, text)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (
            "Iraqi forces returned to Makhmur after the Peshmerga withdrew without a fight.",
            {
                ("captured", "Makhmur", "iq-government", "peshmerga"),
                ("lost", "Makhmur", "", "peshmerga"),
            },
        ),
        (
            "Yemeni troops retook Zinjibar, forcing AQAP out towards Shuqra.",
            {("captured", "Zinjibar", "ye-government", "aqap")},
        ),
        (
            "The army forced M23 to withdraw and took Rutshuru.",
            {("captured", "Rutshuru", "cd-government", "")},
        ),
        (
            "AQAP stormed Mukalla, freed 90 inmates and took control of the city.",
            {("captured", "Mukalla", "aqap", "")},
        ),
        (
            "Prime Minister Abadi arrived in Mosul to announce the liberation of the city.",
            {("captured", "Mosul", "", "")},
        ),
        ("Rebels detonated a mine against a military convoy entering Kalay.", set()),
        ("Soldiers on their way back from Kalay returned to Gangaw after the holiday.", set()),
        ("RSF soldiers cleared the square in Khartoum of protesters.", set()),
    ],
)
def test_what_comes_of_who_came(reader, text, changes):
    assert told(reader, text) == changes


def test_a_ministry_by_its_initials_speaks_of_its_own_troops(reader):
    text = "Ukrainian forces took Izyum. Russia's MoD said its troops had left Izyum."
    claims = [c for c in asserted(reader, text, REPORTED) if c.kind == "lost"]
    assert [[p.actor_id for p in c.parties] for c in claims] == [["russia"]]
    assert [c.attribution.source for c in claims] == ["Russia's MoD"]


def test_an_area_of_its_own_name_is_not_the_lake_beside_it(reader):
    (claim,) = asserted(reader, "Troops recovered the Bulari island area (Lake Chad).", REPORTED)
    assert (claim.toponym.split()[0], claim.place_id) == ("Bulari", None)
