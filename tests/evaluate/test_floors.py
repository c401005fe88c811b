"""The unseen sets are read as well as before: floors are pinned in tests/gold/floors.json."""

import json

import pytest

from components.pipeline import load_engine
from tests.evaluate.claims import FLOORS, below_floors, read_set
from tests.evaluate.sets import GOLD, UNTOUCHED, GoldSet, gold_sets, unseen

NAMES = sorted(path.stem for path in (GOLD / "unseen").glob("*.jsonl"))


@pytest.fixture(scope="module")
def engine():
    return load_engine()


@pytest.mark.parametrize("name", NAMES)
def test_unseen_texts_are_read_as_well_as_before(engine, name):
    gold = GoldSet(name, unseen(GOLD / "unseen" / f"{name}.jsonl"))
    assert below_floors(read_set(gold, engine), engine) == []


def test_every_set_has_a_floor_and_the_untouched_one_comes_last():
    floors = json.loads(FLOORS.read_text("utf-8"))
    names = [gold.name for gold in gold_sets()]
    assert {name for name in names if name not in floors} == set()
    assert UNTOUCHED not in names[:-1]
