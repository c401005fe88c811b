"""To whom a place went, where the words name an assault, troops or a favour and no taker."""

import pytest

from tests.claims.telling import counted, won_and_lost


def told(reader, text):
    """Return (kind, place, who, from whom) of each claim that counts."""
    return won_and_lost(counted(reader, text), losing=["losing", "attacking"])


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The army lost Goma to a rebel attack in November 2012.",
            ("captured", "Goma", "opposition:cd", "cd-government"),
        ),
        ("Manbij fell to a Kurdish assault.", ("captured", "Manbij", "sdf", "")),
        ("Kherson fell to the Russian invasion.", ("captured", "Kherson", "russia", "")),
        (
            "Troops repulsed an attack by the rebels on Goma.",
            ("repelled", "Goma", "cd-government", "opposition:cd"),
        ),
        (
            "The insurgents overran troops in Monguno.",
            ("captured", "Monguno", "opposition:ng", "ng-government"),
        ),
        (
            "Islamic State lost control of Sirte in favor of the GNA.",
            ("captured", "Sirte", "gna", "islamic-state"),
        ),
        (
            "The militants held Marib for years before they lost it in favour of the army.",
            ("captured", "Marib", "ye-government", "militants:ye"),
        ),
        (
            "Government forces pulled out of Kirkuk, ceding control to the Peshmerga.",
            ("transferred", "Kirkuk", "peshmerga", "iq-government"),
        ),
        (
            "The rebels left Goma on Friday. They handed control to the army.",
            ("transferred", "Goma", "cd-government", "opposition:cd"),
        ),
    ],
)
def test_who_gained_is_told_by_the_assault_the_troops_or_the_favour(reader, text, claim):
    assert claim in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured soldiers in Goma.",
        "Passengers overpowered soldiers in Goma.",
        "The fighters tried to overrun troops in Monguno.",
        "The rebels attacked Goma. The general ceded control to his deputy.",
        "The president flew to Goma, ceding control to his deputy.",
        "The party lost Goma in favour of its rival in the election.",
    ],
)
def test_prisoners_deputies_and_elections_take_no_town(reader, text):
    assert {c for c in told(reader, text) if c[0] != "contested"} == set()


def test_a_town_that_falls_to_a_surprise_attack_falls_to_nobody_named(reader):
    assert told(reader, "Malakal fell to a surprise attack.") == {("lost", "Malakal", "", "")}
