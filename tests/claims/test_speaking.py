"""Who says so and through whom, who admits a loss, and whether all of an area is meant."""

from datetime import date

import pytest

from components.articles import from_text


def claims_of(reader, text):
    article = from_text(text, today=date(2026, 1, 1), published=date(2021, 6, 10))
    return reader.read(article).claims


@pytest.mark.parametrize(
    ("text", "source", "basis", "via"),
    [
        (
            "A teacher told Reuters that gunmen had seized Djibo on Monday.",
            "A teacher",
            "unknown",
            "Reuters",
        ),
        (
            "The army said it had retaken Bakhmut, AFP reported.",
            "The army",
            "gaining side",
            "AFP",
        ),
        (
            "SUNA quoted an army officer as saying that the army had captured Wad Madani.",
            "an army officer",
            "gaining side",
            "SUNA",
        ),
        (
            "Rebels captured Kafr Nabl, the Syrian Observatory for Human Rights told AFP.",
            "Syrian Observatory for Human Rights (SOHR)",
            "monitor",
            "AFP",
        ),
        ("Rebels captured Kafr Nabl, according to AFP.", "AFP", "press", ""),
    ],
)
def test_the_nearest_speaker_is_the_source_and_a_medium_further_out_passes_it_on(
    reader, text, source, basis, via
):
    (claim,) = claims_of(reader, text)
    told = claim.attribution
    assert (told.source, told.basis, told.via) == (source, basis, via)


@pytest.mark.parametrize(
    ("text", "loser"),
    [
        ("The rebels acknowledged the loss of Saraqib.", "sy-opposition"),
        ("The Sudanese army conceded that Nyala had fallen.", "saf"),
        ("The Taliban admitted that Lashkar Gah was lost.", "taliban"),
    ],
)
def test_who_admits_a_loss_lost(reader, text, loser):
    (claim,) = claims_of(reader, text)
    assert [p.actor_id for p in claim.parties if p.role == "losing"] == [loser]
    assert claim.attribution.basis == "losing side"


def test_who_admits_what_it_took_did_not_lose_it(reader):
    (claim,) = claims_of(reader, "The Taliban admitted that they had captured Lashkar Gah.")
    assert [(p.actor_id, p.role) for p in claim.parties] == [("taliban", "gaining")]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban took control of all of Badghis province on Thursday.",
        "Government forces seized the entire Quneitra governorate on Friday.",
        "Helmand province is entirely under Taliban control.",
        "The RSF now hold the whole state of South Darfur.",
        "The Taliban now control all of Afghanistan.",
    ],
)
def test_all_of_an_area_is_said_to_be_whole(reader, text):
    (claim,) = claims_of(reader, text)
    assert claim.whole
    assert claim.counted


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban took control of Badghis province on Thursday.",
        "Almost all of Idlib province is in rebel hands.",
        "The Taliban control the whole of Helmand province except Lashkar Gah.",
        "The army captured all of Palmyra.",
        "The whole army moved in and captured Daraa province.",
    ],
)
def test_an_area_is_not_whole_unless_the_text_says_so_without_exception(reader, text):
    assert not any(claim.whole for claim in claims_of(reader, text))


def test_a_minister_who_speaks_in_a_capital_at_peace_does_not_move_the_war_there(reader):
    text = "Speaking in Paris, a diplomat said rebels had captured the northern town of Kidal."
    (claim,) = claims_of(reader, text)
    assert [p.actor_id for p in claim.parties] == ["opposition:ml"]
