import pytest

from components.store import Ledger, default_ledger_url
from tests import builders
from tests.panels.opened import open_page


@pytest.fixture
def ledger(tmp_path, monkeypatch):
    """An empty ledger of its own for each test."""
    monkeypatch.setenv("WHOHELD_DATA_DIR", str(tmp_path / "data"))
    opened = Ledger(default_ledger_url())
    yield opened
    opened.close()


@pytest.fixture
def filled(ledger):
    """A ledger that holds the example, as a reader would have read it."""
    ledger.add(builders.example_reading())
    return ledger


@pytest.fixture
def page(filled):  # noqa: ARG001 (asked for, so that the ledger is filled first)
    """The page, opened on the example."""
    opened = open_page()
    assert not opened.exception
    return opened
