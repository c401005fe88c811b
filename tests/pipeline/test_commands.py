"""The batch commands, as a script calls them."""

import json

import pytest

from components.__main__ import main

ARTICLES = (
    '{"id": "a", "published": "2015-05-07", "text": "Rebels captured the town of Saraqib on 5 May'
    ' 2015 from government forces.", "mentions": [{"start": 28, "end": 35}]}\n'
)


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text(ARTICLES)
    return path


def _rows(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def _run(*arguments):
    return main([str(argument) for argument in arguments])


def test_read_control_and_snapshot_follow_one_another(articles, tmp_path):
    claims, places = tmp_path / "claims.jsonl", tmp_path / "places.jsonl"
    assert _run("read", articles, "--out", claims) == 0
    (claim,) = _rows(claims)
    assert (claim["kind"], claim["place"]["name"], claim["counted"]) == (
        "captured",
        "Saraqib",
        True,
    )
    assert claim["event"] == {"earliest": "2015-05-05", "latest": "2015-05-05"}

    assert _run("control", claims, "--day", "2015-05-06", "--out", places) == 0
    (place,) = _rows(places)
    assert (place["state"], place["standing"]) == ("held", "claimed")
    assert place["claims"] == [claim["id"]]

    for name, first in (("map.png", b"\x89PNG"), ("map.html", b"<!doctype html>")):
        out = tmp_path / name
        assert _run("snapshot", claims, "--day", "2015-05-06", "--out", out) == 0
        assert out.read_bytes()[: len(first)].lower() == first.lower()


def test_a_day_before_the_report_was_known_has_no_capture(articles, tmp_path):
    claims, places = tmp_path / "claims.jsonl", tmp_path / "places.jsonl"
    _run("read", articles, "--out", claims)
    _run("control", claims, "--day", "2015-05-06", "--known-by", "2015-05-06", "--out", places)
    assert _rows(places) == []


def test_geocode_answers_each_mention_given(articles, tmp_path):
    out = tmp_path / "out.jsonl"
    assert _run("geocode", articles, "--out", out) == 0
    (row,) = _rows(out)
    assert (row["start"], row["end"], row["place"]["name"]) == (28, 35, "Saraqib")
    assert row["candidates"][0]["why"]


def test_dates_gives_each_expression(articles, tmp_path):
    out = tmp_path / "out.jsonl"
    assert _run("dates", articles, "--out", out) == 0
    (row,) = _rows(out)
    assert (row["text"], row["earliest"]) == ("5 May 2015", "2015-05-05")


def test_a_bad_line_is_told_and_the_others_are_kept(articles, tmp_path, capsys):
    articles.write_text(ARTICLES + "{broken\n")
    out = tmp_path / "claims.jsonl"
    assert _run("read", articles, "--out", out) == 1
    assert len(_rows(out)) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    assert "2" in told[0]
    assert "articles.jsonl" in told[0]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("read", "nowhere.txt"), "nowhere.txt"),
        (("control", "nowhere.jsonl", "--day", "2015-01-01"), "nowhere.jsonl"),
        (("control", "nowhere.jsonl", "--day", "soon"), "soon"),
    ],
)
def test_bad_arguments_end_with_one_clear_line(arguments, word, capsys):
    assert _run(*arguments) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    assert word in told[0]


def test_a_picture_of_an_unknown_kind_is_refused(articles, tmp_path, capsys):
    claims = tmp_path / "claims.jsonl"
    _run("read", articles, "--out", claims)
    assert _run("snapshot", claims, "--day", "2015-05-06", "--out", tmp_path / "map.gif") == 1
    assert "map.gif" in capsys.readouterr().err
    assert not (tmp_path / "map.gif").exists()


def test_areas_of_a_day_are_written_as_one_geojson(articles, tmp_path, capsys):
    claims, out = tmp_path / "claims.jsonl", tmp_path / "areas.geojson"
    assert _run("read", articles, "--out", claims) == 0
    assert _run("areas", claims, "--day", "2015-05-06", "--reach", "20", "--out", out) == 0
    made = json.loads(out.read_text(encoding="utf-8"))
    assert made["type"] == "FeatureCollection"
    assert all(item["properties"]["interpolated"] for item in made["features"])
    assert made["features"]
    assert _run("areas", claims, "--day", "2015-05-06", "--reach", "0") == 1
    assert "0 km is no reach" in capsys.readouterr().err
