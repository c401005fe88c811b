"""What is said in a message: who says it, who denies it, and when it happened."""

from datetime import date

import pytest

from tests.claims.telling import claims_of, read_text

REPORT = date(2021, 6, 10)


def claim_of(reader, text):
    (claim,) = claims_of(reader, text, REPORT)
    return claim


@pytest.mark.parametrize(
    "text",
    [
        "The army denied in a statement that it had lost the town of Morek.",
        "The army denied on Monday in a post on social media that rebels had captured Morek.",
        "The governor dismissed as propaganda reports that fighters had seized Menaka.",
        "Officials refuted in a radio interview that the militants had taken Menaka.",
    ],
)
def test_what_is_denied_in_a_message_is_not_counted(reader, text):
    claim = claim_of(reader, text)
    assert (claim.counted, claim.stance) == (False, "denied")


@pytest.mark.parametrize(
    ("text", "source", "basis"),
    [
        (
            "The rebel commander admitted in an audio message that his men had lost Morek.",
            "The rebel commander",
            "losing side",
        ),
        (
            "The fighters announced in a video that they had taken Menaka.",
            "The fighters",
            "gaining side",
        ),
        (
            "In a statement, the Malian army congratulated its soldiers on the capture of Menaka.",
            "the Malian army",
            "unknown",
        ),
        ("The Malian army denied that Menaka had fallen.", "The Malian army", "unknown"),
        (
            "Kyiv's general staff rejected Russian claims that Lyman had been captured.",
            "Kyiv's general staff",
            "unknown",
        ),
    ],
)
def test_who_speaks_in_a_message_or_against_a_claim_is_its_source(reader, text, source, basis):
    attribution = claim_of(reader, text).attribution
    assert (attribution.source, attribution.basis) == (source, basis)


@pytest.mark.parametrize(
    "text",
    [
        "The rebel commander admitted in an audio message that his men had lost Morek.",
        "The Malian army denied that Menaka had fallen.",
    ],
)
def test_what_is_told_or_denied_now_is_news(reader, text):
    event = claim_of(reader, text).event
    assert event.earliest is not None
    assert (REPORT - event.earliest).days < 7


def test_reporters_in_general_pass_nothing_on(reader):
    claim = claim_of(reader, "The army's spokesman told reporters that soldiers had taken Morek.")
    assert claim.attribution.via == ""


def test_what_is_claimed_on_a_day_had_happened_by_then(reader):
    # The report is of Thursday, 10 June.
    text = "The Malian army claimed on Monday that its soldiers had seized Menaka."
    event = claim_of(reader, text).event
    assert event.latest == date(2021, 6, 7)
    assert event.earliest == date(2021, 6, 4)


@pytest.mark.parametrize("word", ["Defense", "Defence"])
def test_a_ministry_of_defence_is_no_place_in_either_spelling(reader, word):
    text = f"The Russian Ministry of {word} said on 6 June that its troops had seized Lyman."
    reading = read_text(reader, text, REPORT)
    assert {m.toponym for m in reading.mentions} == {"Lyman"}
    assert [c.toponym for c in reading.claims] == ["Lyman"]


def test_that_month_is_no_earlier_than_the_last_date(reader):
    text = "The Islamic State seized Palmyra in May 2015 and retook it that December."
    last = claims_of(reader, text, REPORT)[-1].event
    assert (last.earliest, last.latest) == (date(2015, 12, 1), date(2015, 12, 31))
