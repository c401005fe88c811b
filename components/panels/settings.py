"""Settings: places of one's own, a second reader, and looking places up online.

All that could leave this computer is off until a person switches it on, and the sentence that
says what leaves it stands beside the switch.
"""

from datetime import date

import streamlit as st

from components.errors import ReaderError
from components.panels import state
from components.panels.again import draw_again
from components.panels.notes import Note
from components.panels.text import count_words, escape
from components.panels.workshop import Workshop
from components.pipeline.gazetteers import told
from components.places import (
    add_file,
    gazetteer_revision,
    list_added,
    official_addresses,
    open_gazetteer,
    remove_added,
)
from components.places.gazetteer import Gazetteer
from components.places.online import OnlineGazetteer
from components.places.providers import PROVIDERS, Provider
from components.secondreader import SecondReaderSettings, check, what_leaves
from components.store import Ledger

_ENDINGS = ["txt", "zip", "csv", "tsv", "xlsx", "geojson", "json"]
_CHECK_WAIT_S = 10
_WHAT_ONLINE_SENDS = (
    "The name of a place that you look up is sent to {server}, with the address you give below"
    "{account}, and only when you press “Look up online”. Nothing of an article is sent."
)


@st.cache_resource(max_entries=2, show_spinner="Opening the index of places")
def _open(revision: str) -> Gazetteer:
    del revision
    return open_gazetteer()


def gazetteer() -> Gazetteer:
    """Return the places of this computer, those added by a person included."""
    return _open(gazetteer_revision())


def draw_settings(ledger: Ledger, workshop: Workshop, today: date) -> None:
    """Draw the settings.

    Args:
        ledger: Where articles are kept.
        workshop: What reads them again once places were added.
        today: The current day.
    """
    _draw_gazetteers()
    draw_again(ledger, workshop, today)
    _draw_second_reader()
    _draw_online()


def _draw_gazetteers() -> None:
    st.html(
        "<h3>Places of your own</h3>"
        '<p class="quiet">Villages and sites that the built-in list lacks: a country’s file from '
        "GeoNames, an official list of places (P-codes), or a table with names, latitude and "
        "longitude. It stays on this computer.</p>"
    )
    said = st.session_state.pop("gazetteer_said", None)
    if isinstance(said, Note):
        st.html(said.html())
    for number, added in enumerate(list_added()):
        with st.container(key=f"added-{number}", horizontal=True, vertical_alignment="center"):
            st.html(
                f'<p class="kept"><b>{escape(added.name)}</b>, '
                f"{count_words(added.places, 'place')}, from {escape(added.given)}</p>"
            )
            st.button(
                "Remove",
                key=f"remove-added-{number}",
                type="tertiary",
                on_click=_remove,
                args=(added.name,),
            )
    given = st.file_uploader(
        "File of places", type=_ENDINGS, key=f"places_{st.session_state.get('places_form') or 0}"
    )
    name, country = st.columns([2, 1])
    called = name.text_input("Name", placeholder="Optional", key="places_name")
    code = country.text_input(
        "Country", placeholder="Such as SY", max_chars=2, key="places_country"
    )
    if given is not None and st.button("Add these places", key="add_places"):
        _add(given.name, given.getvalue(), called or "", code or "")
    with st.expander("Where official lists are published"):
        st.html("".join(_address_html(each) for each in official_addresses()))


def _address_html(address: object) -> str:
    publisher, what, url, licence = (
        str(getattr(address, name)) for name in ("publisher", "what", "url", "licence")
    )
    return (
        f'<p class="read"><b>{escape(publisher)}</b>: {escape(what)}, {escape(licence)}<br>'
        f"<code>{escape(url)}</code></p>"
    )


def _add(file_name: str, content: bytes, name: str, country: str) -> None:
    try:
        with st.spinner("Reading and indexing the places"):
            added = add_file(
                content, file_name, gazetteer(), name=name.strip(), country=country.strip().upper()
            )
            gazetteer()
    except ReaderError as refused:
        st.html(Note("bad", str(refused), "Nothing was changed.").html())
        return
    st.session_state["gazetteer_said"] = Note("good", told(added))
    st.session_state["places_form"] = int(st.session_state.get("places_form") or 0) + 1
    st.rerun()


def _remove(name: str) -> None:
    try:
        removed = remove_added(name)
    except ReaderError as refused:
        st.session_state["gazetteer_said"] = Note("bad", str(refused))
        return
    words = f"{count_words(removed.places, 'place')} of “{removed.name}”."
    st.session_state["gazetteer_said"] = Note("good", "Removed.", words)


def _draw_second_reader() -> None:
    st.html(
        '<h3 class="ruled">A second reader</h3><p class="quiet">A language model reads each new '
        "article too. What it finds is checked word for word against the text, and what only it "
        "finds does not count until a person accepts it.</p>"
    )
    on = st.toggle("Ask a second reader", key="second_on", persist_state="session")
    if not on:
        return
    left, right = st.columns(2)
    url = left.text_input(
        "Address of the server",
        placeholder="http://127.0.0.1:8080/v1",
        key="second_url",
        persist_state="session",
    )
    model = right.text_input("Model", key="second_model", persist_state="session")
    key = st.text_input(
        "Key", type="password", key="second_key", placeholder="Optional", persist_state="session"
    )
    if not (url and model):
        st.html('<p class="quiet">Give the address and the model. Nothing is sent until then.</p>')
        return
    try:
        settings = SecondReaderSettings(url.strip(), model.strip(), (key or "").strip())
    except ReaderError as refused:
        st.html(Note("bad", str(refused)).html())
        return
    st.html(Note("careful", what_leaves(settings)).html())
    if st.button("Try the connection", key="second_check"):
        with st.spinner("Asking the server"):
            checked = check(
                SecondReaderSettings(
                    settings.url, settings.model, settings.key, wait_s=_CHECK_WAIT_S
                )
            )
        st.html(Note("good" if checked.is_ok else "bad", checked.words).html())


def second_reader_settings() -> SecondReaderSettings | None:
    """Return the second reader that this window has switched on, None for none."""
    url, model = (str(st.session_state.get(f"second_{name}") or "") for name in ("url", "model"))
    if not (st.session_state.get("second_on") and url.strip() and model.strip()):
        return None
    key = str(st.session_state.get("second_key") or "")
    try:
        return SecondReaderSettings(url.strip(), model.strip(), key.strip())
    except ReaderError:
        return None


def _draw_online() -> None:
    st.html('<h3 class="ruled">Looking places up online</h3>')
    on = st.toggle("Offer to look places up online", key="online_on", persist_state="session")
    provider = _provider()
    account = ", your user name there" if provider.needs_account else ""
    sent = _WHAT_ONLINE_SENDS.format(server=_online_server() or provider.official, account=account)
    st.html(f'<p class="quiet">{escape(sent)} Places: {escape(provider.credit)}.</p>')
    if on:
        _draw_online_fields(provider)
        try:
            online()
        except ReaderError as refused:
            st.html(Note("bad", str(refused)).html())
    with st.container(key="settingsacts", horizontal=True, horizontal_alignment="right"):
        st.button("Close", key="close_settings", on_click=state.close_dialog)


def _draw_online_fields(provider: Provider) -> None:
    left, right = st.columns(2)
    left.selectbox(
        "Service",
        list(PROVIDERS),
        format_func=lambda one: PROVIDERS[one].title,
        key="online_provider",
        persist_state="session",
    )
    right.text_input(
        "Server",
        placeholder=f"{provider.official}, or one of your own: http://127.0.0.1:8080",
        key=f"online_server_{provider.id}",
        persist_state="session",
    )
    if provider.needs_account:
        st.text_input(
            f"Your user name at {provider.title}",
            key=f"online_account_{provider.id}",
            persist_state="session",
        )
    st.text_input(
        "Your address (e-mail or web), which the service asks for",
        key="online_contact",
        persist_state="session",
    )


def online() -> OnlineGazetteer | None:
    """Return the online look-up if this window has switched it on, None otherwise.

    Raises:
        ReaderError: The address of the server is none, or the service wants a user name.
    """
    contact = _given("online_contact")
    if not (st.session_state.get("online_on") and contact):
        return None
    provider = _provider()
    account = _given(f"online_account_{provider.id}")
    return _online(f"whoheld ({contact})", provider.id, _online_server(), account)


def _provider() -> Provider:
    return PROVIDERS.get(_given("online_provider")) or next(iter(PROVIDERS.values()))


def _online_server() -> str:
    return _given(f"online_server_{_provider().id}")


def _given(key: str) -> str:
    return str(st.session_state.get(key) or "").strip()


@st.cache_resource(max_entries=8, show_spinner=False)
def _online(user_agent: str, provider: str, server: str, account: str) -> OnlineGazetteer:
    return OnlineGazetteer(user_agent, provider=provider, server=server, account=account)
