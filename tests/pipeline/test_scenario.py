"""The example's whole story: one article, a second that dates it, what was known when, undo."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from components.articles import Given, from_text, read_paths
from components.pipeline import Archive, add_articles, load_engine
from components.pipeline.reviewing import undo
from components.records import DateInterval
from components.store import Ledger
from components.territory import Selection, stages

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
APPEARED = date(2015, 5, 28)
SECOND = """Rebels hold Jisr al-Shughur a month after its capture

Rebel fighters captured Jisr al-Shughur from Syrian government forces on 25 April 2015, residents \
of the town said. Shops in the centre have opened again, they said, and the road to the south is \
closed.
"""


@pytest.fixture(scope="module")
def engine():
    return load_engine()


@pytest.fixture
def ledger(engine):
    opened = Ledger("sqlite://")
    given = read_paths((ROOT / "seeds").glob("*.txt"), today=TODAY)
    assert not add_articles(opened, engine, given).problems
    return opened


def add_second(ledger, engine):
    article = from_text(SECOND, today=TODAY, published=APPEARED, publisher="The Northern Courier")
    assert add_articles(ledger, engine, [Given(article, (), "second")]).claims


def strip(history):
    (place_id,) = (p for p in history.place_ids if "Jisr" in history.world.places[p].name)
    return stages(history, place_id)


def test_the_strip_reads_as_the_article_tells_it(ledger, engine):
    told = strip(Archive(ledger, engine.roster).history(Selection()))
    assert [s.words for s in told] == [
        "Held by the government, inferred",
        "Held by the opposition, one side says so",
        "Held by the government, inferred",
        "Fought over: the government and the opposition",
        "Held by the opposition, one side says so",
    ]
    lost, again, captured = told[1], told[2], told[4]
    assert lost.since == "Since some day in 2011"
    assert lost.claims_for[0].parties[-1].role == "losing"
    assert again.lead == "Inferred"
    assert not captured.interval.start.is_exact
    assert "Syrian opposition groups" in captured.rule
    assert {c.attribution.basis for c in captured.claims_for} >= {"gaining side"}


def test_a_second_article_narrows_the_day_and_raises_the_standing(ledger, engine):
    archive = Archive(ledger, engine.roster)
    before = strip(archive.history(Selection()))[-1].interval
    add_second(ledger, engine)
    after = strip(archive.history(Selection()))[-1]
    assert after.interval.start == DateInterval.on(date(2015, 4, 25))
    assert before.start.intersect(after.interval.start) == after.interval.start
    assert (before.standing, after.interval.standing) == ("claimed", "corroborated")
    assert after.words == "Held by the opposition"
    assert "residents of the town" in {c.attribution.source for c in after.claims_for}


def test_known_by_the_day_before_takes_it_back_and_says_what_came_later(ledger, engine):
    archive = Archive(ledger, engine.roster)
    first = strip(archive.history(Selection()))
    add_second(ledger, engine)
    eve = Selection(known_by=APPEARED - timedelta(days=1))
    then = archive.history(eve)
    assert [s.interval for s in strip(then)] == [s.interval for s in first]
    place_id = first[0].interval.place_id
    later = then.later(place_id)
    assert later
    assert {c.reported.latest for c in later} == {APPEARED}
    heard = archive.history(Selection(known_by=APPEARED))
    assert strip(heard)[-1].interval.standing == "corroborated"
    assert heard.later(place_id) == ()


def test_undo_restores_all(ledger, engine):
    archive = Archive(ledger, engine.roster)
    before = archive.history(Selection())
    add_second(ledger, engine)
    assert archive.history(Selection()).world.articles == 2
    assert [e.kind for e in undo(ledger, by="Rana", at=AT)] == ["article added"]
    after = archive.history(Selection())
    assert after.folded.rows == before.folded.rows
    assert after.world.claims == before.world.claims
    assert after.world.places == before.world.places
