"""Where a clause names no place, it is that of those who tell of it, or the one told of before."""

from datetime import date

import pytest

from tests.claims.telling import asserted, claims_of, with_actors


def told(reader, text):
    """Return kind, place and the parties of the asserted claims."""
    return with_actors(asserted(reader, text))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Residents of Palma said government soldiers had fled.",
            ("lost", "Palma", "mz-government"),
        ),
        (
            "A trader in Palma said by telephone that the insurgents were in control.",
            ("held", "Palma", "mz-insurgents"),
        ),
    ],
)
def test_who_speaks_says_what_happened_where_he_is(reader, text, claim):
    head = "Insurgents attacked northern Mozambique on Wednesday.\n\n"
    found = told(reader, head + text)
    assert any(claim[:2] == f[:2] for f in found)


@pytest.mark.parametrize(
    "text",
    [
        "A minister in Maputo said government soldiers had fled.",
        "The governor of Cabo Delgado province said the insurgents were in control.",
        "Residents of Palma said traders had fled.",
        "Residents of Palma said the insurgents would be in control by Friday.",
    ],
)
def test_who_is_elsewhere_says_nothing_of_where_he_is(reader, text):
    head = "Insurgents attacked northern Mozambique on Wednesday.\n\n"
    assert not told(reader, head + text)


def test_a_place_left_unsaid_is_each_of_those_told_together(reader):
    text = "Boko Haram seized Bama and Gwoza. The militants withdrew on Sunday."
    found = {f[:2] for f in told(reader, text)}
    assert {("lost", "Bama"), ("lost", "Gwoza")} <= found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The army retreated from Gwoza on Sunday, according to two officers.",
            ("lost", "Gwoza", "ng-government"),
        ),
        (
            "Soldiers had been stationed at Gwoza but withdrew on Sunday.",
            ("lost", "Gwoza", "ng-government"),
        ),
        ("Miners took the town of Gwoza from Boko Haram.", ("captured", "Gwoza", "boko-haram")),
        (
            "Armenia mourned the liberation from Armenian occupation of the town of Fuzuli.",
            ("captured", "Fuzuli", "armenia"),
        ),
    ],
)
def test_a_loser_is_read_whoever_won(reader, text, claim):
    assert claim in told(reader, text)


def test_names_before_villages_are_theirs(reader):
    text = (
        "Azerbaijan's army took Horadiz and Dovlatyar villages in Fuzuli, Sirik and Mazra villages."
    )
    names = {name for kind, name, *_ in told(reader, text) if kind == "captured"}
    assert {"Horadiz", "Dovlatyar", "Sirik", "Mazra"} <= names
    assert "Fuzuli" not in names


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            '"We took Derna at dawn. The town is calm," said Salem Ali, a spokesman for the LNA.',
            ("captured", "Derna", "lna"),
        ),
        (
            '"We have left Derna. We will return," Salem Ali, spokesman for the LNA, told AFP.',
            ("lost", "Derna", "lna"),
        ),
        (
            '"It is over," said Salem Ali, a spokesman for the LNA. "We have left Derna."',
            ("lost", "Derna", "lna"),
        ),
    ],
)
def test_we_are_whom_the_speaker_of_the_whole_quotation_speaks_for(reader, text, claim):
    assert claim in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        '"We took photographs. We left Derna at dawn," said Salem Ali, a trader.',
        '"The rain stopped," said Salem Ali, a spokesman for the LNA. We left Derna at noon.',
    ],
)
def test_a_witness_and_a_reporter_are_no_party(reader, text):
    assert not told(reader, text)


def test_two_verbs_share_their_object(reader):
    found = told(reader, "Boko Haram seized and burnt Bama on Sunday.")
    assert ("captured", "Bama", "boko-haram") in found
    assert not told(reader, "Boko Haram seized and burnt trucks in Bama.")


def test_a_witness_holds_nothing(reader):
    text = (
        "Rebels moved into Bama, said Musa Ali, a trader there, who added the rebels were now in "
    )
    found = told(reader, text + "control of Bama.")
    assert not any("musa" in party for _, _, *parties in found for party in parties)


@pytest.mark.parametrize(
    "text",
    [
        "M23 moved on Goma. In Kinshasa, the ministry said its troops had retaken the city.",
        "M23 moved on Goma. At a briefing in Kinshasa, the minister said the city had been taken.",
        "M23 was in Goma. A spokesman in Kinshasa said it had taken it.",
        "A spokesman in Kinshasa denied that M23 was in the town, while M23 said it had taken it.",
    ],
)
def test_where_a_government_speaks_is_not_what_was_taken(reader, text):
    read = claims_of(reader, text, date(2012, 11, 21))
    assert read
    assert not any(c.toponym == "Kinshasa" for c in read)


def test_where_residents_speak_is_what_was_taken(reader):
    text = "In Kinshasa, residents said the city had been taken by M23."
    read = claims_of(reader, text, date(2012, 11, 21))
    assert {c.toponym for c in read if c.counted} == {"Kinshasa"}
