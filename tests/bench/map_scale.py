"""Prints how the map bears 50,000 places and 5,000 areas, in Chromium without a window."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from components.mapview import pack
from tests.bench.map_fps import _DRAG
from tests.bench.painting import open_map
from tests.bench.rebuild import figures as rebuild_figures
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path
from tests.mapview.site import serve
from tests.mapview.synthetic import many

PLACES, AREAS, SENT = 50_000, 5_000, 10_000
SECONDS = 4.0

# Plays a month a second and notes each frame.
_PLAY = """
seconds => new Promise(done => {
  const app = Whoheld.app, gaps = [], draws = [];
  const draw = app.drawDay.bind(app);
  app.drawDay = () => { const t = performance.now(); draw(); draws.push(performance.now() - t); };
  app.day = app.history.first + 200;
  app.timeline.player.start();
  let begun = 0, before = 0;
  const frame = now => {
    if (before) gaps.push(now - before); else begun = now;
    before = now;
    if (now - begun > 1000 * seconds) {
      app.timeline.player.stop(false);
      return done({gaps, draws});
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})
"""
_SHOW_AREAS = """
async kind => {
  const {app} = Whoheld;
  app.settings.areas = kind;
  app.redrawAll();
  while (!app.first.areas.isOn) await new Promise(done => setTimeout(done, 20));
  app.redrawAll();
  return new Set(app.first.areas.runs.areas.filter((_, k) => k % 3 === 0)).size;
}
"""


def words_of(seen: dict[str, list[float]]) -> str:
    """Return frames a second, the slow frames and the script's own work as words."""
    gaps, draws = sorted(seen["gaps"]), sorted(seen["draws"])
    return (
        f"{1000 * len(gaps) / sum(gaps):.1f} frames a second, "
        f"95 of 100 within {gaps[int(len(gaps) * 0.95)]:.1f} ms, "
        f"drawing takes {draws[len(draws) // 2]:.1f} ms"
    )


def figures() -> Iterator[tuple[str, str]]:
    """Yield name and text of each figure, as it is measured."""
    # Frames are lost to whatever else runs; the script's own work tells more on a busy machine.
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    yield "Waiting for each core before this began", f"{busy:.1f} processes"
    world, areas = many(PLACES), many(AREAS)
    yield f"Sent for {SENT:,} places", f"{len(pack(many(SENT))) / 1000:.0f} kB"
    yield f"Sent for {PLACES:,} places", f"{len(pack(world)) / 1000:.0f} kB"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
        )
        for name, collection in ((f"{PLACES:,} places", world), (f"{AREAS:,} areas", areas)):
            yield from _figures_of(browser, name, collection)
        browser.close()
    yield (
        f"{PLACES:,} places, a folium map built anew at each move",
        rebuild_figures(PLACES, moves=1),
    )


def _figures_of(browser: Any, name: str, collection: dict[str, Any]) -> Iterator[tuple[str, str]]:
    with serve({"history": collection}) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 848})
        first = open_map(page, address)
        if name.endswith("places"):
            yield f"First paint of {name}", f"{first} ms"
        else:
            shown = page.evaluate(_SHOW_AREAS, "cells")
            name = f"{name} ({shown:,} in view)"
        yield f"Dragging over {name}", words_of(page.evaluate(_DRAG, SECONDS))
        page.reload()
        page.wait_for_selector(".wh[data-ready]", timeout=120_000)
        page.wait_for_timeout(1500)
        if not name.endswith("places"):
            page.evaluate(_SHOW_AREAS, "cells")
        yield f"Playing {name}", words_of(page.evaluate(_PLAY, SECONDS))
        page.close()


def main() -> None:
    """Print the figures."""
    for name, text in figures():
        print(f"{name}: {text}", flush=True)


if __name__ == "__main__":
    main()
