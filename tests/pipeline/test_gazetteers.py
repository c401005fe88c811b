import pytest

from components.__main__ import main
from components.places import index

TABLE = "name,lat,lon,country\nTestabad,35.1,36.9,SY\n"


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOHELD_DATA_DIR", str(tmp_path / "data"))


def test_a_file_is_added_listed_and_removed_from_the_command_line(tmp_path, capsys):
    file = tmp_path / "mine.csv"
    file.write_text(TABLE, encoding="utf-8")
    assert main(["gazetteer", "list"]) == 0
    assert "geonames.org" in capsys.readouterr().out
    assert main(["gazetteer", "add", str(file)]) == 0
    assert capsys.readouterr().out.startswith("Added mine: 1 places from mine.csv")
    assert main(["gazetteer", "add", str(file)]) == 0
    assert capsys.readouterr().out.startswith("Replaced mine: 1 places")
    assert main(["gazetteer", "list"]) == 0
    assert capsys.readouterr().out.startswith("mine\t1\t")
    assert main(["gazetteer", "remove", "mine"]) == 0
    assert "Removed mine" in capsys.readouterr().out


def test_the_index_is_made_ahead_of_the_first_start(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("WHOHELD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(index, "_build", lambda path, _progress: path.write_bytes(b"made"))
    assert main(["gazetteer", "build"]) == 0
    (made,) = (tmp_path / "cache").glob("places-*.sqlite")
    assert made.read_bytes() == b"made"
    assert capsys.readouterr().out == "The index of place names is there.\n"


def test_a_cache_that_cannot_be_written_to_is_one_sentence(tmp_path, monkeypatch, capsys):
    (tmp_path / "cache").write_text("a file, not a folder")
    monkeypatch.setenv("WHOHELD_CACHE_DIR", str(tmp_path / "cache"))
    assert main(["gazetteer", "build"]) == 1
    assert "WHOHELD_CACHE_DIR" in capsys.readouterr().err


def test_a_bad_file_is_one_sentence_and_exit_code_one(tmp_path, capsys):
    assert main(["gazetteer", "add", str(tmp_path / "nowhere.csv")]) == 1
    assert "is no file" in capsys.readouterr().err
    assert main(["gazetteer", "remove", "mine"]) == 1
    assert "none so far" in capsys.readouterr().err
