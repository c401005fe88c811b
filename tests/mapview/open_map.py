"""The map alone in a browser window, and what can be seen and done there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.conftest import OfflinePage
from tests.mapview.site import serve
from tests.mapview.synthetic import idlib

IDLIB, JISR, ALEPPO = "geonames:169389", "geonames:169304", "geonames:170063"
# Stands in for Streamlit's side of the frame and keeps what is sent to it.
LISTEN = "window.sent = []; window.Streamlit = {setComponentValue: value => sent.push(value)};"
# Colours on the map round a place.
NEAR = """([id]) => {
  const app = Whoheld.app, i = app.history.byId.get(id), f = app.scene.frame(), r = app.scene.ratio;
  const x = (app.history.x[i] * f.scale - f.left) * r, y = (app.history.y[i] * f.scale - f.top) * r;
  const found = new Set(), d = app.scene.g.getImageData(x - 12, y - 12, 25, 25).data;
  for (let k = 0; k < d.length; k += 4)
    found.add("#" + [0, 1, 2].map(c => d[k + c].toString(16).padStart(2, "0")).join(""));
  return [...found].map(colour => colour.toUpperCase());
}"""


@contextmanager
def open_map(offline: OfflinePage, *, collections: Any = None, **settings: Any) -> Iterator[Any]:
    """Open the map of the first collection; nothing may go wrong in its scripts."""
    page = offline.page
    page.add_init_script(LISTEN)
    given = {"history": idlib()} if collections is None else collections
    with serve(given, **{"day": "2015-03-20", **settings}) as address:
        page.goto(address)
        page.wait_for_selector(".wh[data-ready]")
        page.wait_for_timeout(150)
        yield page
    assert offline.errors == []


def spot_of(page: Any, place: str) -> tuple[float, float]:
    """Return where a place is in the window, px."""
    x, y = page.evaluate(
        """id => { const {map, history} = Whoheld.app, i = history.byId.get(id);
        const p = map.latLngToContainerPoint([history.lat[i], history.lon[i]]);
        return [p.x, p.y] }""",
        place,
    )
    return x, y


def day_of(page: Any) -> str:
    """Return the day that is drawn."""
    page.wait_for_timeout(60)
    return str(page.evaluate("Whoheld.isoOf(Whoheld.app.shown)"))


def chart_x(page: Any, day: str) -> tuple[float, float]:
    """Return where a day is on the timeline, px of the window."""
    box = page.locator(".wh-chart").bounding_box()
    x = page.evaluate("day => Whoheld.app.timeline.chart.x(Whoheld.dayOf(day))", day)
    return box["x"] + x, box["y"] + 50
