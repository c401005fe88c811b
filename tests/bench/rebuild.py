"""Prints how long the usual way takes: a folium map built anew at each move of a slider.

The same invented places as in map_fps.py, as folium's own markers on a canvas, in a page that
does nothing else. Leaflet comes from this project, so that no network is waited for.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import free_port, wait_until_it_answers
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path

_APP = """
import sys
sys.path.insert(0, {root!r})
from datetime import date, timedelta
import folium
import streamlit as st
from folium.elements import MacroElement
from folium.template import Template
from streamlit_folium import st_folium
from components.mapview import assets_dir, party_colours
from tests.mapview.synthetic import FIRST, LAST, many
import streamlit.components.v1 as components

served = components.declare_component("assets", path=str(assets_dir())).name

@st.cache_resource
def world():
    collection = many({places})
    return collection, party_colours(collection)

class Shown(MacroElement):
    _template = Template(
        "{{% macro script(this, kwargs) %}}window.shown = {{{{ this.day }}}};{{% endmacro %}}"
    )
    def __init__(self, day):
        super().__init__()
        self.day = day

collection, colours = world()
number = st.slider("Day", 0, (LAST - FIRST).days, 700)
day = (FIRST + timedelta(days=number)).isoformat()
drawn = folium.Map(location=(34.8, 39), zoom_start=7, tiles=None, prefer_canvas=True)
drawn.default_js = [("leaflet", f"../{{served}}/leaflet/leaflet.js")]
drawn.default_css = [("leaflet", f"../{{served}}/leaflet/leaflet.css")]
for feature in collection["features"]:
    lon, lat = feature["geometry"]["coordinates"]
    now = None
    for state in feature["properties"]["history"]:
        if (state["start"][0] or "") <= day:
            now = state
    fill = colours[now["parties"][0]].light_fill if now and now["parties"] else "#7A756B"
    folium.CircleMarker((lat, lon), radius=4, weight=1, color=fill, fill=True).add_to(drawn)
Shown(number).add_to(drawn)
st_folium(drawn, height=600, returned_objects=[], key="map")
"""
_READY_S = 300


def measure_rebuild(places: int, moves: int = 3) -> dict[str, Any]:
    """Return "s", the seconds of each move until the map shows that day, and "kb", sent a move."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        app = Path(folder) / "rebuilt.py"
        app.write_text(_APP.format(root=str(ROOT), places=places), encoding="utf-8")
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "streamlit", "run", str(app)),
                *("--server.port", str(port), "--server.headless", "true"),
            ],
            cwd=ROOT,
            env=dict(os.environ),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_until_it_answers(f"http://127.0.0.1:{port}", process)
            browser = playwright.chromium.launch(
                executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
            )
            page = browser.new_page(viewport={"width": 1440, "height": 848})
            found = _move(page, f"http://127.0.0.1:{port}", moves)
            browser.close()
        finally:
            process.terminate()
            process.wait(10)
    return found


def _wait_for(page: Page, number: int) -> None:
    """Wait until the map shows a day; the frame itself may be another at each move."""
    until = time.perf_counter() + _READY_S
    while time.perf_counter() < until:
        for frame in page.frames[1:]:
            try:
                if frame.evaluate("window.shown") == number:
                    # The markers are on the screen a frame later.
                    frame.evaluate("() => new Promise(done => requestAnimationFrame(() => done()))")
                    return
            except PlaywrightError:
                continue  # it went away meanwhile
        page.wait_for_timeout(20)
    msg = f"the rebuilt map did not show day {number} within {_READY_S} s"
    raise RuntimeError(msg)


def _move(page: Page, url: str, moves: int) -> dict[str, Any]:
    received = [0]

    def count(payload: Any) -> None:
        received[0] += len(payload)

    page.on("websocket", lambda socket: socket.on("framereceived", count))
    page.goto(url)
    _wait_for(page, 700)
    page.wait_for_timeout(500)
    taken, sent = [], []
    for step in range(1, moves + 1):
        before = received[0]
        begun = time.perf_counter()
        page.locator("[role=slider], input[type=range]").first.press("ArrowRight")
        _wait_for(page, 700 + step)
        taken.append(time.perf_counter() - begun)
        sent.append((received[0] - before) / 1000)
    return {"s": taken, "kb": sent}


def figures(places: int, moves: int = 3) -> str:
    """Return the figures as one line of words."""
    found = measure_rebuild(places, moves)
    seconds = found["s"]
    spread = f" ({min(seconds):.2f} to {max(seconds):.2f})" if len(seconds) > 1 else ""
    return f"{median(seconds):.2f} s a move{spread}, {median(found['kb']):,.0f} kB sent a move"


def main() -> None:
    """Print the figures for 1,000 and 10,000 places."""
    for count in (1_000, 10_000):
        print(f"{count:>6,} places: {figures(count)}")


if __name__ == "__main__":
    main()
