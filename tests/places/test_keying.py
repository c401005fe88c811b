import pytest

from components.places import keying
from components.places.keying import Keyed, key_all, key_part
from components.places.sources import Entry
from components.records import Place


def _entry(number, name):
    place = Place(f"x:{number}", name, "town", 36.0, 37.0, "SY", "SY-HL", "x")
    return Entry(place, (name, f"Tall {name}"))


NAMES = ("Al Bab", "الباب", "Manbij", "Zardana", "Azaz")


def _some(advance, part, parts):
    advance(0.5)
    first, last = (k * len(NAMES) // parts for k in (part, part + 1))
    for number in range(first, last):
        yield _entry(number, NAMES[number])


class _Written:
    """Stands for a process that writes the given bytes, or that never began to."""

    def __init__(self, written):
        self._written = written

    def communicate(self):
        return self._written, None

    def poll(self):
        return 0


@pytest.fixture
def whole(monkeypatch):
    monkeypatch.setattr(keying, "entries", _some)
    return key_part(0, 1, lambda _share: None)


def _rows(keyed):
    ids = {row[0]: row[1] for row in keyed.places}
    return [(row[0], ids[row[1]], *row[2:]) for row in keyed.names()]


def _both(parts):
    both = Keyed()
    for part in parts:
        both.merge(part)
        both.places += part.places
    return both


def _two_parts(monkeypatch, written):
    monkeypatch.setattr(keying, "_cores", lambda: 2)
    monkeypatch.setattr(
        "components.places.keying.subprocess.Popen", lambda *_a, **_k: _Written(written)
    )
    return _both(key_all(lambda _share: None))


def test_two_parts_have_the_rows_of_the_whole(monkeypatch, whole, tmp_path):
    path = tmp_path / "part"
    with path.open("wb") as file:
        keying.write_part(1, 2, file)
    both = _two_parts(monkeypatch, path.read_bytes())
    assert sorted(_rows(both)) == sorted(_rows(whole))
    assert [row[0] for row in both.plain] == sorted(row[0] for row in both.plain)


@pytest.mark.parametrize("written", [b"", b"Traceback", b"\xe9\x01\x00\x00\x00"])
def test_what_another_process_could_not_key_is_keyed_here(monkeypatch, whole, written):
    assert sorted(_rows(_two_parts(monkeypatch, written))) == sorted(_rows(whole))


def test_names_come_sorted_the_plain_ones_first(whole):
    skeletons = [row[0] for row in whole.names()]
    plain = [skeleton for skeleton in skeletons if skeleton.isascii()]
    assert skeletons[: len(plain)] == sorted(plain)
    assert not skeletons[-1].isascii()
