"""The map: one frame that stands, told of changes by small messages."""

from typing import Any

import folium
import streamlit as st
from streamlit_folium import st_folium

from components.mapview import SetView, build_map
from components.panels import state
from components.panels.atlas import Atlas
from components.panels.served import frame_assets_url, keep_served
from components.panels.view import View


def draw_canvas(atlas: Atlas, view: View) -> None:
    """Draw the map's frame, and tell it what changed on this side.

    The map's script is fixed when a window opens: another script would build the map anew.
    """
    if atlas.is_empty:
        # An empty map is a new one: no place of an article that was removed may stay on it.
        state.forget_view()
    keep_served(atlas.data_url, atlas.packed)
    opened = st.session_state.setdefault("opened_with", _opening(atlas, view))
    order = state.order_to_map(view, atlas.data_url)
    with st.container(key="canvas"):
        st_folium(
            _standing_map(opened),
            key="map",
            height=700,
            use_container_width=True,
            returned_objects=[],
            feature_group_to_add=_message(order) if order else None,
            on_change=state.take_from_map,
        )


def _opening(atlas: Atlas, view: View) -> dict[str, Any]:
    return {
        "data_url": atlas.data_url,
        "day": "" if atlas.is_empty else view.day.isoformat(),
        "place_id": view.place_id,
        "view": view.part(),
        "known_by": view.known_by.isoformat() if view.known_by else "",
        "compare": view.compare.isoformat() if view.compare else "",
        "actors": view.actors,
        "layers": view.layers,
        "palette": view.palette,
    }


def _standing_map(opened: dict[str, Any]) -> folium.Map:
    """Return the map a window opened with; st_folium alters it, so it is made each time."""
    return build_map(frame_assets_url(), **opened)


def _message(order: dict[str, Any]) -> SetView:
    return SetView(
        order["day"],
        order["place_id"],
        order["seq"],
        view=order["view"],
        data_url=order["data_url"],
        known_by=order["known_by"],
        compare=order["compare"],
        actors=order["actors"],
        fly=order["fly"],
        pick=order["pick"],
    )
