"""A point on the map that a form waits for: asked, answered by a click, and forgotten.

The map hears of it with the next message, and answers with a click or with nothing. The form
is closed meanwhile, for it lies over the map; what was typed in it stays.
"""

import re
from typing import Any

import streamlit as st

from components.mapview import Pick

_STORED = st.session_state
_ANSWER = re.compile(r"(-?\d{1,2}\.\d{4}), (-?\d{1,3}\.\d{4})")


def ask(name: str, field: str) -> None:
    """Ask for the point where a name lies.

    Args:
        name: The name, as a person wrote it.
        field: Key of the text field that the point is written to.
    """
    turn = int(_STORED.get("pick_turn") or 0) + 1
    _STORED["pick_turn"] = turn
    _STORED["pick_field"] = field
    _STORED["pick"] = Pick(turn=turn, name=name, at=None)
    _STORED["tell_map"] = True


def asked() -> Pick | None:
    """Return what was asked, with the point once there is one; None for nothing."""
    found: Pick | None = _STORED.get("pick")
    return found


def is_waiting() -> bool:
    """Return whether the map waits for a click."""
    pick = asked()
    return pick is not None and pick["at"] is None


def take(told: dict[str, Any]) -> bool:
    """Take the map's answer; return whether it is one to what was asked.

    Args:
        told: What the map says: the point in words, "" when the person cancelled.
    """
    pick = asked()
    if pick is None or told.get("turn") != pick["turn"]:
        return False
    found = _ANSWER.fullmatch(str(told.get("picked") or ""))
    if found is None:
        forget()
        return True
    at = (float(found.group(1)), float(found.group(2)))
    _STORED["pick"] = Pick(turn=pick["turn"], name=pick["name"], at=at)
    _STORED[_STORED["pick_field"]] = found.group(0)
    _STORED["tell_map"] = True
    return True


def forget() -> None:
    """Ask for nothing any more; the pin goes."""
    if _STORED.pop("pick", None) is not None:
        _STORED["tell_map"] = True
