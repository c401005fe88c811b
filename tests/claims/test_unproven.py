"""What nobody vouches for colours nothing; what is only celebrated later has happened."""

import pytest

from tests.claims.telling import claims_of


def told(reader, text):
    """Return kind and place of the claims that are asserted, and the stances of the others."""
    claims = claims_of(reader, text)
    asserted = {(c.kind, c.toponym) for c in claims if c.stance == "asserted"}
    return asserted, {c.stance for c in claims if c.stance != "asserted"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("There was no word of the loss of Bama to Boko Haram.", "denied"),
        ("There is no evidence that Boko Haram has captured Bama.", "denied"),
        ("Officials saw little sign that the rebels had seized Palmyra.", "denied"),
        ("The army does not have proof that Boko Haram captured Bama.", "denied"),
        ("Islamic State is keen on seizing Palmyra.", "planned"),
        ("Ukraine was confident of recapturing Izium.", "planned"),
        ("Boko Haram seemed close to capturing Bama.", "planned"),
        ("The army had made progress in recapturing Bama.", "attempted"),
        ("Boko Haram is making headway towards seizing Gwoza.", "attempted"),
        ("The army was on the point of losing Palmyra.", "planned"),
        ("It dealt a blow to an army effort to drive the insurgents out of Bama.", "attempted"),
        ("A loss for the government campaign to oust Boko Haram from Gwoza.", "attempted"),
    ],
)
def test_what_nothing_vouches_for_is_not_asserted(reader, text, stance):
    asserted, others = told(reader, text)
    assert not asserted
    assert stance in others


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("There is no doubt that Boko Haram has captured Bama.", ("captured", "Bama")),
        ("A report of the capture of Bama by Boko Haram came at noon.", ("captured", "Bama")),
        ("Officials sought to play down the loss of Bama to Boko Haram.", ("captured", "Bama")),
        ("The recapture of Gwoza will be commemorated by the army.", ("captured", "Gwoza")),
        ("We can announce that the town of Gwoza has been liberated.", ("captured", "Gwoza")),
        ("I can confirm that Palmyra has fallen to the army.", ("captured", "Palmyra")),
        ("Close to Bama, soldiers captured Gwoza from Boko Haram.", ("captured", "Gwoza")),
        (
            "The president used a broadcast to declare that soldiers had recaptured Gwoza.",
            ("captured", "Gwoza"),
        ),
    ],
)
def test_what_is_told_or_remembered_is_asserted(reader, text, claim):
    assert claim in told(reader, text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "The recapture of Gwoza will be completed by the army.",
        "The recapture of Gwoza will not be celebrated before it happens.",
        "The army wanted to capture Gwoza.",
        "A peace deal would split Nigeria into a rebel-held Bama and a government-held Gwoza.",
    ],
)
def test_what_is_still_to_be_done_is_not_asserted(reader, text):
    assert not told(reader, text)[0]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Almost the entire city of Raqqa fell into the hands of Islamic State.", "part"),
        ("The Syrian army has captured virtually all of Raqqa.", "part"),
        ("The Syrian army controls virtually all of Raqqa.", ""),
        ("Raqqa is almost completely under the control of the Syrian army.", ""),
        ("The Syrian army controls the entire city of Raqqa.", ""),
        ("Raqqa is completely under the control of the Syrian army.", ""),
    ],
)
def test_who_has_taken_almost_all_of_a_place_took_a_part_and_who_holds_it_holds_the_place(
    reader, text, reason
):
    claims = claims_of(reader, text)
    assert [(c.toponym, c.reason_code, c.counted) for c in claims] == [
        ("Raqqa", reason, not reason)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "There was no independent confirmation that Raqqa had fallen.",
        "There was no confirmation from the Syrian army that Raqqa had fallen.",
        "Reports that Raqqa had fallen were premature.",
        "Reports of the fall of Raqqa proved wrong.",
        "Reports of the capture of Raqqa turned out to be exaggerated.",
        "Claims that rebels had captured Raqqa could not be verified.",
        "Rumors of the fall of Raqqa caused panic.",
        "Raqqa was rumoured to have been captured by rebels.",
        "The Syrian army dismissed as lies reports that Raqqa had fallen.",
        "Raqqa has all but fallen.",
        "The prospect of rebels capturing Raqqa frightens many in Syria.",
    ],
)
def test_what_nobody_vouches_for_is_not_counted(reader, text):
    claims = claims_of(reader, text)
    assert [c.toponym for c in claims] == ["Raqqa"]
    assert not claims[0].counted


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Raqqa had fallen to Islamic State were confirmed by residents.",
        "Reports that Raqqa had fallen to Islamic State were not false.",
        "The news that Raqqa had fallen to Islamic State spread quickly.",
    ],
)
def test_what_is_vouched_for_is_counted(reader, text):
    claims = claims_of(reader, text)
    assert [(c.toponym, c.counted) for c in claims] == [("Raqqa", True)]


def test_what_is_said_to_have_fallen_is_not_who_says_so(reader):
    text = "Raqqa is said to have fallen to Islamic State."
    (claim,) = claims_of(reader, text)
    assert claim.counted
    assert claim.attribution.source == "The article"
