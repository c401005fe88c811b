"""Reading whole texts: the seed article, who from whom, what does not count and why."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from components.articles import from_text
from components.errors import UnreadableArticleError
from components.records import DateInterval

SEED = next((Path(__file__).parents[2] / "seeds").glob("000_*.txt"))


def read(reader, text, **given_):
    return reader.read(from_text(text, today=date(2026, 1, 1), **given_))


def parties(claim, *roles):
    return {p.actor_id for p in claim.parties if p.role in roles}


@pytest.fixture(scope="module")
def seed(reader):
    return read(reader, SEED.read_text("utf-8"))


def of(reading, kind, name):
    places = {p.id for p in reading.places if p.name.startswith(name)}
    return [c for c in reading.claims if c.kind == kind and c.place_id in places]


def test_the_seed_says_who_captured_jisr_al_shughur_and_from_whom(seed):
    claim = next(
        c for c in of(seed, "captured", "Jisr") if "ahrar-al-sham" in parties(c, "gaining")
    )
    assert claim.counted
    assert "nusra-front" in parties(claim, "gaining")
    assert parties(claim, "losing") == {"sy-government"}
    assert claim.attribution.basis == "gaining side"
    assert claim.event.earliest == date(2015, 3, 29)
    assert date(2015, 5, 1) <= claim.event.latest <= date(2015, 5, 15)


def test_the_seed_contests_jisr_al_shughur_in_the_three_days_before(seed):
    captured = of(seed, "captured", "Jisr")[0]
    told = next(c for c in of(seed, "contested", "Jisr") if c.attribution.basis == "monitor")
    assert told.counted
    assert told.attribution.source == "Syrian Observatory for Human Rights (SOHR)"
    assert (captured.event.latest - told.event.latest).days == 3
    assert told.event.earliest == date(2015, 3, 26)


def test_the_seed_contests_idlib_from_24_march_and_captures_it_on_28(seed):
    contested, captured = of(seed, "contested", "Idlib"), of(seed, "captured", "Idlib")
    assert {c.event for c in contested} == {DateInterval.on(date(2015, 3, 24))}
    assert all(parties(c, "attacking") == {"fatah-army"} for c in contested)
    counted = [c for c in captured if c.counted]
    assert [c.event for c in counted] == [DateInterval.on(date(2015, 3, 28))]
    assert parties(counted[0], "gaining") == {"fatah-army"}
    assert parties(counted[0], "losing") == {"sy-government"}


def test_the_seed_tells_of_2011_as_history(seed):
    old = [c for c in of(seed, "captured", "Jisr") if c.event.latest < date(2015, 1, 1)]
    assert [(parties(c, "gaining"), parties(c, "losing")) for c in old] == [
        ({"sy-opposition"}, {"sy-government"})
    ]
    assert old[0].event == DateInterval(date(2011, 1, 1), date(2011, 12, 31))


def test_the_seed_colours_no_other_place(seed):
    coloured = {c.place_id for c in seed.claims if c.counted}
    names = {p.name for p in seed.places if p.id in coloured}
    assert len(names) == 2
    kinds = {p.kind for p in seed.places if p.id in coloured}
    assert kinds <= {"city", "town"}


def test_every_claim_quotes_a_sentence_that_holds_its_place(seed):
    for claim in seed.claims:
        sentence = seed.article.quote(claim.evidence)
        assert claim.toponym.split()[0] in sentence or claim.kind == "contested"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army vowed to retake Raqqa.", "planned"),
        ("The army tried to retake Raqqa.", "attempted"),
        ("The rebels could lose Raqqa.", "hypothetical"),
        ("The rebels denied that they had lost Raqqa.", "denied"),
        ("The rebels captured half of Raqqa.", "part"),
        ("The rebels captured eastern Raqqa.", "part"),
        ("The rebels captured a village near Raqqa.", "beside"),
        ("The rebels captured twelve villages.", "unnamed"),
        ("The rebels captured the village of Xyzzistan from the army.", "not_found"),
    ],
)
def test_what_does_not_count_is_kept_and_says_why(reader, text, code):
    claims = read(reader, text).claims
    assert [c.counted for c in claims] == [False]
    assert claims[0].reason_code == code
    assert claims[0].reason.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Pilots lost control of the aircraft over Donetsk.",
        "Customs officers seized a truck in Raqqa.",
        "Residents fled Raqqa.",
        "Raqqa lost to Aleppo in the final.",
        "Deminers cleared Raqqa of mines.",
        "The army expelled two diplomats from Khartoum.",
        "",
        "?",
    ],
)
def test_what_is_not_territory_gives_no_claim(reader, text):
    padded = f"{text}\nNothing else was reported on that day in the region."
    assert [c for c in read(reader, padded).claims if c.counted] == []


def test_only_the_place_is_meant_where_its_district_and_state_follow(reader):
    text = "On 5 May 2019, SAF recaptured the town of Kurmuk (Kurmuk district, Blue Nile state)."
    claims = read(reader, text).claims
    assert [c.toponym for c in claims] == ["Kurmuk"]


def test_the_town_is_the_last_place_named_and_not_its_province(reader):
    text = "Clashes went on around Ariha in Idlib province. The rebels then captured the town."
    claim = next(c for c in read(reader, text).claims if c.kind == "captured")
    assert "Ar" in {p.id: p for p in read(reader, text).places}[claim.place_id].name


def test_its_forces_are_the_speakers(reader):
    text = "Fighting raged in Wad Madani. The army said its forces had taken the city from the RSF."
    claim = next(c for c in read(reader, text).claims if c.kind == "captured")
    assert parties(claim, "gaining") == {"saf"}
    assert parties(claim, "losing") == {"rsf"}
    assert claim.attribution.basis == "gaining side"


def test_a_retold_event_lends_its_day_to_the_headline(reader):
    text = "M23 seizes Goma\nM23 rebels captured Goma on 27 January 2025, officials said."
    claims = [c for c in read(reader, text, published=date(2025, 1, 29)).claims if c.counted]
    assert {c.event for c in claims} == {DateInterval.on(date(2025, 1, 27))}


def test_reading_twice_gives_the_same_claims(reader):
    text = SEED.read_text("utf-8")
    assert read(reader, text).claims == read(reader, text).claims


_NASTY = st.text(
    alphabet=st.characters(blacklist_categories=["Cs"]) | st.sampled_from("()[]\"'’-.,:; \n"),
    min_size=1,
    max_size=120,
)
_WORDS = (
    "rebels",
    "army",
    "captured",
    "Aleppo",
    "from",
    "the",
    "of",
    "lost",
    "to",
    "took",
    "control",
    "fell",
    "town",
    "(",
    ")",
    ",",
    ".",
    '"',
    "withdrew",
    "and",
    "Idlib",
    "after",
    "who",
    "which",
    "had",
    "not",
    "been",
    "Nusra",
    "Front",
    "clashes",
    "in",
    "on",
    "Friday",
    ":",
    "al-",
    "Homs",
)
_WAR = st.lists(
    st.sampled_from(_WORDS),
    min_size=3,
    max_size=40,
).map(" ".join)


_NEWS = "The rebels captured Aleppo from the army. " * 8


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=_NASTY | _WAR)
def test_no_text_stops_the_reader_and_spans_stay_inside(reader, text):
    try:
        reading = read(reader, f"{text}\n{_NEWS}")
    except UnreadableArticleError:
        # Too many control characters: refused as no text before anything is read.
        reject()
    length = len(reading.article.text)
    for claim in reading.claims:
        assert 0 <= claim.evidence.start < claim.evidence.end <= length
        assert claim.counted == (claim.reason_code == "")
        assert claim.counted <= (claim.place_id is not None)
    assert len({c.id for c in reading.claims}) == len(reading.claims)


@pytest.mark.parametrize(
    "text", ["Aaa-" * 4000, "Al-Aa " * 4000, "(" * 3000, "captured A, " * 2000]
)
@pytest.mark.timeout(20)
def test_endless_names_do_not_slow_the_reader(reader, text):
    assert read(reader, f"Nothing happened. {text}").article.text
