import pytest

from components.places import Gazetteer, find_toponyms, open_gazetteer, resolve


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory) -> Gazetteer:
    """Return the gazetteer from the cache that every run shares; built when it is not there.

    What the person at this computer has added is left out.
    """
    return open_gazetteer(data_dir=tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def read_places(gazetteer):
    """Return a function from a text to its names: (name as written, place id or reason, kind)."""

    def read(text):
        found = resolve(find_toponyms(text, gazetteer), text, gazetteer)
        return [
            (r.toponym.text, r.place.id if r.place else r.reason_code, r.place and r.place.kind)
            for r in found
        ]

    return read
