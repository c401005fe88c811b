"""The two small parts of the page that need a script of their own, each a v2 component."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

_HERE = Path(__file__).parent
_STRIP_HTML = (
    '<div class="strip"><div class="picture" role="img"><img class="light" alt="">'
    '<img class="dark" alt=""></div><div class="stretches" role="group" aria-label="Go to"></div>'
    '<span class="hint" aria-hidden="true" hidden></span></div>'
)


def _read(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


_STRIP = st.components.v2.component(
    "whoheld_strip", html=_STRIP_HTML, css=_read("strip.css"), js=_read("strip.js")
)
_KEYS = st.components.v2.component("whoheld_keys", html="<i></i>", js=_read("keys.js"))


def draw_strip_part(data: dict[str, Any], go: Callable[[date], None]) -> None:
    """Draw the history strip.

    Args:
        data: What strip.js draws: see `strip.strip_data`.
        go: Called with the day that was clicked.
    """

    def clicked() -> None:
        day = _said("strip", "day")
        if day:
            go(date.fromisoformat(day))

    _STRIP(key="strip", data=data, on_day_change=clicked)


def draw_keys_part(asked: Callable[[str], None], heard: Callable[[object], object]) -> None:
    """Listen for keys and links wherever they are, and to the map.

    Args:
        asked: Called with "keys" or "find" when a key asks for it.
        heard: Called with what the map says of a click, a release or a step.
    """

    def pressed() -> None:
        what = _said("keys", "asked")
        if what:
            asked(what)

    def told() -> None:
        heard(_value("keys", "told"))

    _KEYS(key="keys", on_asked_change=pressed, on_told_change=told)


def _said(key: str, name: str) -> str:
    """Return what a part of the page said last, "" for nothing that a browser should say."""
    value = _value(key, name)
    return value if isinstance(value, str) else ""


def _value(key: str, name: str) -> object:
    told = st.session_state.get(key)
    return told.get(name) if isinstance(told, dict) else getattr(told, name, None)
