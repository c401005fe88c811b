"""What nobody vouches for colours nothing; what is only celebrated later has happened."""

from datetime import date

import pytest

from components.articles import from_text


def told(reader, text):
    """Return kind and place of the claims that are asserted, and the stances of the others."""
    claims = reader.read(from_text(text, today=date(2026, 1, 1))).claims
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
        ("The recapture of Gwoza will be commemorated by the army.", ("captured", "Gwoza")),
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
    ],
)
def test_what_is_still_to_be_done_is_not_asserted(reader, text):
    assert not told(reader, text)[0]
