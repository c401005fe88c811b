"""A reader, loaded once."""

import pytest

from components.actors import Roster
from components.claims import Reader, load_model
from components.places import open_gazetteer


@pytest.fixture(scope="session")
def reader():
    return Reader(load_model(), open_gazetteer(), Roster.load())
