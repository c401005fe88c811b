"""The commands that compare days, hear some sources only, and keep the ledger."""

import csv
import json

import pytest

from components.__main__ import main
from components.pipeline.rows import claim_rows
from components.store import Ledger
from tests.builders import IDLIB, JISR, example_reading


@pytest.fixture
def claims(tmp_path):
    path = tmp_path / "claims.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in claim_rows(example_reading())))
    return path


@pytest.fixture
def own(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOHELD_DATA_DIR", str(tmp_path / "own"))
    ledger = Ledger()
    ledger.make_collection("shown", "A chronicle", demonstration=True)
    ledger.add(example_reading(), collection="shown")
    return ledger


def printed(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_changes_lists_the_places_that_differ(claims, capsys):
    assert main(["changes", "2015-03-20", "2015-05-09", str(claims)]) == 0
    rows = printed(capsys)
    assert {row["place"]["id"] for row in rows} == {IDLIB.id, JISR.id}
    assert {row["words"] for row in rows} == {"taken by the opposition"}
    assert all(row["before"]["state"] == row["after"]["state"] == "held" for row in rows)


def test_control_by_some_sources_alone(claims, capsys):
    asked = ["control", str(claims), "--day", "2015-05-09", "--sources"]
    assert main([*asked, "monitor"]) == 0
    assert [row["state"] for row in printed(capsys)] == ["contested"]
    assert main([*asked, "gaining-side, press"]) == 0
    assert len(printed(capsys)) == 2
    assert main([*asked, "rumour"]) == 1
    assert "'rumour' is no kind of source" in capsys.readouterr().err


def test_what_was_not_known_yet_is_not_told(claims, capsys):
    day = ["--known-by", "2015-05-08"]
    assert main(["changes", "2015-03-20", "2015-05-09", str(claims), *day]) == 0
    assert printed(capsys) == []


def test_the_log_is_exported_by_the_name_of_the_file(own, tmp_path, capsys):
    assert len(own.log()) == 2
    out = tmp_path / "log.csv"
    assert main(["reviews", "export", "--out", str(out)]) == 0
    with out.open(newline="", encoding="utf-8") as table:
        assert [r["what"] for r in csv.DictReader(table)] == ["collection made", "article added"]
    assert main(["reviews", "export", "--out", str(tmp_path / "log.txt")]) == 1
    assert "Name the file .csv or .jsonl" in capsys.readouterr().err


def test_a_collection_is_taken_out_and_put_back(own, capsys):
    assert main(["collections", "list"]) == 0
    assert "shown: A chronicle, 1 articles (demonstration)" in capsys.readouterr().out
    assert main(["collections", "remove", "shown"]) == 0
    assert own.articles() == ()
    assert "(removed, demonstration)" in capsys.readouterr().out
    assert main(["collections", "remove", "shown"]) == 1
    assert "There is nothing to remove under 'shown'" in capsys.readouterr().err
    assert main(["collections", "restore", "shown"]) == 0
    assert len(own.articles()) == 1
