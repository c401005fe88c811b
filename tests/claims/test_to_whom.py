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
        (
            "Rann was overrun by the Islamic State West Africa.",
            ("captured", "Rann", "iswap", ""),
        ),
        (
            "A contingent of about 200 Burundian soldiers left the town of Sake.",
            ("lost", "Sake", "", "burundi"),
        ),
        (
            "Kurdish forces hold Hasakah, as does the Syrian army.",
            ("held", "Hasakah", "sdf+sy-government", ""),
        ),
        (
            "Goma is the only town occupied by M23.",
            ("held", "Goma", "m23", ""),
        ),
        ("Ukraine says recaptures Kherson.", ("captured", "Kherson", "ukraine", "")),
        (
            "He spoke of Palma district to the north, which remains under government control.",
            ("held", "Palma", "mz-government", ""),
        ),
        (
            "Rebels seized a town near the border, Goma, on Friday.",
            ("captured", "Goma", "opposition:cd", ""),
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
        "The army says captured soldiers were held in Goma.",
        "The UN says gains in Goma are fragile.",
        "Rebels seized a village near the provincial capital, Goma, on Friday.",
        "Rebels seized a town in the east, Kinshasa said.",
        "The party lost Goma in favour of its rival in the election.",
    ],
)
def test_prisoners_deputies_and_elections_take_no_town(reader, text):
    assert {c for c in told(reader, text) if c[0] != "contested"} == set()


def test_what_a_party_did_before_is_no_second_holder(reader):
    claims = told(reader, "The SDF controls Manbij, as it did in 2017.")
    assert claims == {("held", "Manbij", "sdf", "")}


def test_a_town_that_falls_to_a_surprise_attack_falls_to_nobody_named(reader):
    assert told(reader, "Malakal fell to a surprise attack.") == {("lost", "Malakal", "", "")}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Rebels captured the Jonglei State capital, Bor.", {"Bor"}),
        ("The capital of Jonglei State has fallen to the SPLM-IO.", set()),
    ],
)
def test_a_state_is_not_its_capital(reader, text, claims):
    assert {place for _, place, _, _ in told(reader, text)} == claims


def test_who_speaks_after_these_towns_is_none_of_them(reader):
    text = (
        "Rebels took Sake and Rutshuru in Congo. After the recapture of these towns, Kinshasa"
        " announced that it would send troops."
    )
    assert {place for _, place, _, _ in told(reader, text)} == {"Sake", "Rutshuru"}


def test_what_fell_is_the_town_and_no_group_in_it(reader):
    text = (
        "JNIM fighters went on to burn stores, targeting an aid group in the town of Djibo, which"
        " fell under their control in March."
    )
    assert {(kind, who) for kind, _, who, _ in told(reader, text)} == {("captured", "jnim")}


def test_two_of_the_groups_are_the_groups(reader):
    claims = told(reader, "Two of the rebel groups captured Goma.")
    assert claims == {("captured", "Goma", "opposition:cd", "")}


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "South Sudan says it retook Malakal, rebels deny.",
            {("captured", "Malakal", "ss-government", "")},
        ),
        ("The army denied rebels say they hold Goma.", set()),
        ("The rebels took Goma, the army denies.", set()),
    ],
)
def test_a_reply_leaves_the_claim_with_who_made_it(reader, text, claims):
    assert told(reader, text) == claims
