"""The second reader in the commands and in the ledger."""

import json
from datetime import date

import pytest

from components.__main__ import main
from components.articles import Given, from_text
from components.pipeline import add_articles, load_engine, set_report_date
from components.pipeline.second import second_reader
from components.secondreader import SecondReaderSettings, agreement_of
from components.store import Ledger
from tests.secondreader.loopback import asked_of, loopback

TEXT = "Ariha knows new masters since the rebels took charge there. Rebels captured Saraqib."
TODAY = date(2020, 1, 1)


def say_ariha(body):
    (number,) = [i["number"] for i in asked_of(body) if i["sentence"].startswith("Ariha")]
    claim = {
        "number": number,
        "quote": TEXT.split(".", maxsplit=1)[0],
        "place": "Ariha",
        "kind": "captured",
        "stance": "asserted",
        "gaining": ["the rebels"],
    }
    return json.dumps({"claims": [claim]})


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "published": "2015-05-07", "text": TEXT}) + "\n")
    return path


def _run(text, out):
    return main(["read", str(text), "--second-reader", "--out", str(out)])


def test_the_command_needs_a_server_and_says_how_to_name_one(text, tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("WHOHELD_READER_URL", raising=False)
    assert _run(text, tmp_path / "out.jsonl") == 1
    assert "WHOHELD_READER_URL" in capsys.readouterr().err


def test_the_command_says_what_leaves_and_who_says_what(text, tmp_path, monkeypatch, capsys):
    out = tmp_path / "out.jsonl"
    with loopback(say_ariha) as told:
        monkeypatch.setenv("WHOHELD_READER_URL", told.url)
        monkeypatch.setenv("WHOHELD_READER_MODEL", "small")
        assert _run(text, out) == 0
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    said = {(row["toponym"], row["counted"]): row["agreement"] for row in rows}
    assert said["Ariha", False] == "Only the second reader says so."
    errors = capsys.readouterr().err
    assert "are sent to 127.0.0.1, which is this machine" in errors
    assert "only by it (not counted until a person accepts them)" in errors


def test_without_being_asked_nothing_is_sent(text, tmp_path, monkeypatch):
    with loopback(say_ariha) as told:
        monkeypatch.setenv("WHOHELD_READER_URL", told.url)
        monkeypatch.setenv("WHOHELD_READER_MODEL", "small")
        assert main(["read", str(text), "--out", str(tmp_path / "out.jsonl")]) == 0
    assert (told.bodies, told.keys) == ([], [])


def test_a_dead_server_is_told_and_the_rules_claims_are_written(
    text, tmp_path, monkeypatch, capsys
):
    out = tmp_path / "out.jsonl"
    monkeypatch.setenv("WHOHELD_READER_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("WHOHELD_READER_MODEL", "small")
    assert _run(text, out) == 1
    assert "No server answers" in capsys.readouterr().err
    assert "Saraqib" in out.read_text()


def test_articles_are_added_with_both_readers_and_keep_them_on_another_day(tmp_path):
    ledger = Ledger(f"sqlite:///{tmp_path / 'ledger.sqlite3'}")
    engine = load_engine()
    article = from_text(TEXT, today=TODAY, article_id="a", published=date(2015, 5, 7))
    with loopback(say_ariha) as told:
        second = second_reader(engine, SecondReaderSettings(told.url, "small"))
        added = add_articles(ledger, engine, [Given(article, (), "a")], second=second)
    assert "1 only by it" in added.second
    set_report_date(ledger, engine, "a", date(2015, 5, 9), TODAY)
    found = {agreement_of(c.extractor): c for c in ledger.claims()}
    assert set(found) >= {"only second", "only rules"}
    assert not found["only second"].counted
