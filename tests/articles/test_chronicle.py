"""The bulletins that come with the project keep the form and the limits set for them."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "seeds" / "syria_chronicle.jsonl"
FIELDS = {"id", "published", "title", "text", "publisher", "checked_against"}
BULLETINS = [json.loads(line) for line in SEED.read_text(encoding="utf-8").splitlines()]
VICTIMS = re.compile(
    r"\b(killed|wounded|injured|dead|deaths?|died|casualt\w+|bodies|victims)\b", re.IGNORECASE
)

each_bulletin = pytest.mark.parametrize("bulletin", BULLETINS, ids=lambda b: b["id"])


def test_there_are_at_least_160_bulletins():
    assert len(BULLETINS) >= 160


@pytest.mark.parametrize("field", ["id", "title", "text"])
def test_no_two_bulletins_share_an_id_a_title_or_a_text(field):
    counted = Counter(bulletin[field] for bulletin in BULLETINS)
    assert [value for value, times in counted.items() if times > 1] == []


def test_every_year_of_the_war_is_covered():
    years = Counter(date.fromisoformat(bulletin["published"]).year for bulletin in BULLETINS)
    assert {year for year in range(2011, 2025) if years[year] >= 3} == set(range(2011, 2025))


def test_bulletins_are_in_the_order_they_were_published():
    published = [bulletin["published"] for bulletin in BULLETINS]
    assert published == sorted(published)


@each_bulletin
def test_a_bulletin_has_exactly_the_known_fields_and_all_are_filled(bulletin):
    assert set(bulletin) == FIELDS
    assert [name for name, value in bulletin.items() if not value.strip()] == []


@each_bulletin
def test_a_bulletin_is_published_up_to_two_days_after_the_day_in_its_id(bulletin):
    published = date.fromisoformat(bulletin["published"])
    event = date.fromisoformat(bulletin["id"][3:13])
    assert published.isoformat() == bulletin["published"]
    assert date(2011, 3, 1) <= event <= published <= date(2024, 12, 31)
    assert published - event <= timedelta(days=2)


@each_bulletin
def test_a_bulletin_has_40_to_120_words(bulletin):
    assert 40 <= len(bulletin["text"].split()) <= 120


@each_bulletin
def test_a_bulletin_is_labelled_as_a_demonstration(bulletin):
    assert bulletin["publisher"] == "Whoheld chronicle (demonstration)"


@each_bulletin
def test_a_bulletin_speaks_of_no_victims_and_quotes_nobody(bulletin):
    said = f"{bulletin['title']}\n{bulletin['text']}"
    assert VICTIMS.findall(said) == []
    assert re.findall(r"[\"“”«»]", said) == []


@each_bulletin
def test_the_text_begins_with_the_lead_and_not_with_the_title(bulletin):
    assert not bulletin["text"].startswith(bulletin["title"])
