"""Settings: what could leave this computer is off, and says what it sends."""

import pytest

from components.panels.settings import second_reader_settings
from tests import builders
from tests.panels.opened import open_page, shown


@pytest.fixture
def settings(filled):  # noqa: ARG001 (asked for, so that the ledger is filled first)
    """The page with its settings open."""
    app = open_page(day="2015-03-30", place=builders.IDLIB.id)
    app.button(key="open_add").click().run()
    app.session_state["add_tab"] = "Settings"
    app.run()
    assert not app.exception
    return app


def test_everything_that_sends_something_is_off_and_says_what_it_would_send(settings):
    assert settings.toggle(key="second_on").value is False
    assert settings.toggle(key="online_on").value is False
    text = shown(settings)
    assert "nominatim.openstreetmap.org" in text
    assert "OpenStreetMap contributors" in text
    assert second_reader_settings() is None


def test_a_second_reader_says_where_the_text_goes_before_anything_is_sent(settings):
    settings.toggle(key="second_on").set_value(True).run()
    assert "Nothing is sent until then" in shown(settings)
    settings.text_input(key="second_url").set_value("https://reader.example.org/v1")
    settings.text_input(key="second_model").set_value("some-model").run()
    assert not settings.exception
    assert "reader.example.org" in shown(settings)


def test_an_address_that_is_none_is_refused_with_a_sentence(settings):
    settings.toggle(key="second_on").set_value(True).run()
    settings.text_input(key="second_url").set_value("not an address")
    settings.text_input(key="second_model").set_value("m").run()
    assert not settings.exception
    assert 'class="note bad"' in shown(settings)


def test_official_lists_of_places_are_named_with_their_licence(settings):
    assert "GeoNames" in shown(settings)
    assert "country" in shown(settings)
