import os
import sqlite3
import threading

import pytest

from components.places import GazetteerError, index, keying
from components.places.gazetteer import Gazetteer
from components.places.index import ensure_index, index_digest, sweep
from components.places.sources import Entry
from components.records import Place

TOWN = Place("x:1", "Al Bab", "town", 36.37, 37.51, "SY", "SY-HL", "x", "الباب", "Aleppo", 9000)
DAM = Place("x:2", "Tabqa Dam", "dam", 35.87, 38.57, "SY", "SY-RA", "x")


@pytest.fixture
def two_places(monkeypatch):
    def few(advance, _part, _parts):
        advance(0.5)
        yield Entry(TOWN, ("Al Bab", "الباب", "El-Bab"))
        yield Entry(DAM, ("Tabqa Dam",), ("tabqa",))

    monkeypatch.setattr(keying, "entries", few)
    monkeypatch.setattr(keying, "_cores", lambda: 1)


@pytest.mark.usefixtures("two_places")
def test_a_new_index_reports_progress_up_to_the_whole(tmp_path):
    told = []
    ensure_index(tmp_path, lambda share, words: told.append((share, words)))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


@pytest.mark.usefixtures("two_places")
def test_an_index_that_is_there_is_not_built_again(tmp_path, monkeypatch):
    path = ensure_index(tmp_path)
    monkeypatch.setattr(index, "key_all", lambda _advance: pytest.fail("built again"))
    assert ensure_index(tmp_path) == path


def test_an_end_half_way_leaves_no_index_and_the_next_start_builds_one(tmp_path, monkeypatch):
    def broken(_advance, _part, _parts):
        yield Entry(TOWN, ("Al Bab",))
        raise KeyboardInterrupt

    monkeypatch.setattr(keying, "entries", broken)
    with pytest.raises(KeyboardInterrupt):
        ensure_index(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("two_places")
def test_what_a_killed_process_left_is_no_index(tmp_path):
    left = tmp_path / f"places-{index_digest()}.sqlite.99-1.building"
    left.write_bytes(b"half")
    path = ensure_index(tmp_path)
    assert Gazetteer(path).place("x:1") == TOWN


@pytest.mark.usefixtures("two_places")
def test_two_builders_at_once_both_get_a_whole_index(tmp_path):
    paths = []
    threads = [threading.Thread(target=lambda: paths.append(ensure_index(tmp_path))) for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(paths)) == 1
    assert Gazetteer(paths[0]).lookup("al-Bab") == (TOWN,)
    assert [p.suffix for p in tmp_path.iterdir()] == [".sqlite"]


def test_a_folder_that_cannot_be_written_gives_a_clear_sentence(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(GazetteerError, match="WHOHELD_CACHE_DIR"):
        ensure_index(file / "folder")


@pytest.mark.usefixtures("two_places")
def test_the_index_is_read_only_through_the_gazetteer(tmp_path):
    gazetteer = Gazetteer(ensure_index(tmp_path))
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._connection().execute("DELETE FROM place")


@pytest.mark.usefixtures("two_places")
def test_a_gazetteer_answers_from_many_threads(tmp_path):
    gazetteer = Gazetteer(ensure_index(tmp_path))
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(gazetteer.place("x:2"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [DAM] * 8


def test_the_file_is_named_by_what_it_is_made_from(monkeypatch):
    before = index_digest()
    monkeypatch.setattr(index, "VERSIONS", ("another", "version"))
    assert index_digest() != before


def test_sweeping_passes_over_a_file_that_is_gone_meanwhile(tmp_path):
    gone, old, kept, fresh = (tmp_path / f"places-{n}.sqlite" for n in ("a", "b", "c", "d"))
    # Listed but not there: what the look-up meets when another process was faster.
    gone.symlink_to(tmp_path / "nowhere")
    for path in (old, kept, fresh):
        path.touch()
    for path in (old, kept):
        os.utime(path, (0, 0))
    sweep(tmp_path, "places-*.sqlite*", 60.0, keep=kept)
    assert {p.name for p in tmp_path.iterdir()} == {gone.name, kept.name, fresh.name}
