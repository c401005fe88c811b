"""Who says so and through whom, who admits a loss, and whether all of an area is meant."""

from datetime import date

import pytest

from components.articles import from_text
from tests.claims.telling import claims_of


def heard(reader, text):
    """Return whatever is read in a text of the day."""
    return claims_of(reader, text, date(2021, 6, 10))


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
    (claim,) = heard(reader, text)
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
    (claim,) = heard(reader, text)
    assert [p.actor_id for p in claim.parties if p.role == "losing"] == [loser]
    assert claim.attribution.basis == "losing side"


def test_who_admits_what_it_took_did_not_lose_it(reader):
    (claim,) = heard(reader, "The Taliban admitted that they had captured Lashkar Gah.")
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
    (claim,) = heard(reader, text)
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
    assert not any(claim.whole for claim in heard(reader, text))


def test_a_minister_who_speaks_in_a_capital_at_peace_does_not_move_the_war_there(reader):
    text = "Speaking in Paris, a diplomat said rebels had captured the northern town of Kidal."
    (claim,) = heard(reader, text)
    assert [p.actor_id for p in claim.parties] == ["opposition:ml"]


def headed(reader, title, text):
    article = from_text(text, today=date(2026, 1, 1), title=title, published=date(2021, 6, 10))
    return article, reader.read(article)


def test_the_town_of_the_first_sentence_may_be_named_in_the_headline_alone(reader):
    text = "Militants entered the town on Wednesday and captured it after soldiers fled."
    article, reading = headed(reader, "Boko Haram takes Marte", text)
    captured = [c for c in reading.claims if c.kind == "captured" and c.counted]
    assert {c.toponym for c in captured} == {"Marte"}
    assert {article.quote(c.evidence) for c in captured} == {text}


def test_a_headline_is_no_evidence_and_moves_nothing(reader):
    text = "Rebels captured Goma on Monday. A day later they took Bukavu."
    _, plain = headed(reader, "", text)
    article, led = headed(reader, "Minova falls to rebels in east Congo", text)
    assert [(c.id, c.evidence) for c in led.claims] == [(c.id, c.evidence) for c in plain.claims]
    assert [article.quote(m.span) for m in led.mentions] == ["Goma", "Bukavu"]
    assert led.article.text == text
    assert {p.id for p in led.places} == {m.place_id for m in led.mentions}


def test_a_text_that_begins_with_its_headline_is_read_as_it_stands(reader):
    text = "Rebels take Goma\n\nRebels captured Goma on Monday."
    _, plain = headed(reader, "", text)
    _, led = headed(reader, "Rebels take Goma", text)
    assert led.claims == plain.claims


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A spokesman for the LNA said its troops had entered Sirte.", "lna"),
        ("A spokeswoman for the SDF said its fighters had taken Manbij.", "sdf"),
        ("A commander in the SDF said they had taken Manbij.", "sdf"),
        ("An officer with the YPG said they had taken Kobani in Syria.", "ypg"),
        ("The head of the M23 said its men had entered Goma.", "m23"),
        ("The leader of al-Shabab said his fighters had entered Kismayo.", "al-shabaab"),
        ("The spokesman of the Houthis said their fighters had captured Mocha.", "houthis"),
        ("Talal Silo, spokesman for the SDF, said the alliance had taken Manbij.", "sdf"),
    ],
)
def test_who_speaks_for_a_party_speaks_of_its_troops(reader, text, party):
    (claim,) = heard(reader, text)
    assert {p.actor_id for p in claim.parties if p.role == "gaining"} == {party}


def test_an_aid_agency_that_leaves_is_no_party(reader):
    assert not heard(reader, "An official of the Red Cross said it had left Kunduz.")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "According to the Syrian Observatory, rebels took Binnish; state media denied it.",
            "Syrian Observatory for Human Rights (SOHR)",
        ),
        (
            "Rebels took Binnish, the Syrian Observatory said; state media denied it.",
            "Syrian Observatory for Human Rights (SOHR)",
        ),
        ("The Syrian army took Binnish on Friday; rebels confirmed it.", "The article"),
    ],
)
def test_who_denies_or_confirms_behind_a_semicolon_is_not_the_source(reader, text, source):
    (claim,) = heard(reader, text)
    assert claim.attribution.source == source


@pytest.mark.parametrize(
    "text",
    [
        "The Syrian army and Islamic State both claim to be in control of Palmyra.",
        "Both the Syrian army and Islamic State claimed control of Palmyra.",
        "The Syrian army and Islamic State both say they hold Palmyra.",
    ],
)
def test_what_rivals_both_claim_is_claimed_by_each_for_itself(reader, text):
    claims = heard(reader, text)
    parties = [[p.actor_id for p in c.parties] for c in claims]
    assert parties == [["sy-government"], ["islamic-state"]]
    assert [c.attribution.basis for c in claims] == ["gaining side", "gaining side"]


def test_what_allies_took_together_is_one_claim(reader):
    (claim,) = heard(reader, "Syria's army and Hezbollah said they had taken Yabroud.")
    assert {p.actor_id for p in claim.parties} == {"sy-government", "hezbollah"}
