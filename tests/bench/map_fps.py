"""Prints how smoothly the map follows a drag of the timeline, in Chromium without a window."""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from components.mapview import pack
from tests.bench.painting import open_map
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path
from tests.mapview.site import serve
from tests.mapview.synthetic import many

# Moves the pointer a little in each frame, to and fro over the chart, and notes each frame.
_DRAG = """
seconds => new Promise(done => {
  const app = Whoheld.app, area = document.querySelector(".wh-chart");
  const box = area.getBoundingClientRect(), gaps = [], draws = [];
  const send = (kind, x) => area.dispatchEvent(new PointerEvent(kind, {
    clientX: box.left + x, clientY: box.top + 50, pointerId: 1, bubbles: true, button: 0}));
  area.setPointerCapture = () => {};
  const draw = app.drawDay.bind(app);
  app.drawDay = () => { const t = performance.now(); draw(); draws.push(performance.now() - t); };
  send("pointerdown", 10);
  let begun = 0, before = 0, step = 0;
  const frame = now => {
    if (before) gaps.push(now - before); else begun = now;
    before = now;
    if (now - begun > 1000 * seconds) {
      send("pointerup", 10);
      return done({gaps, draws});
    }
    send("pointermove", 10 + Math.abs((step += 4) % (2 * (box.width - 20)) - (box.width - 20)));
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})
"""


def measure_fps(n_places: int, seconds: float = 4.0) -> dict[str, Any]:
    """Drag the timeline over `n_places` invented places and return what was seen.

    Returns:
        "places", "fps" (frames a second over the drag), "slow_frame_ms" (the 95th of 100
        frames), "draw_ms" (middle of the script's own work a frame), "packed_kb" (what was
        sent), "first_paint_ms" (from asking for the page to the map on the screen).
    """
    history = many(n_places)
    with serve({"history": history}) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
        )
        page = browser.new_page(viewport={"width": 1440, "height": 848})
        first_paint_ms = open_map(page, address)
        seen = page.evaluate(_DRAG, seconds)
        browser.close()
    gaps, draws = sorted(seen["gaps"]), sorted(seen["draws"])
    return {
        "places": n_places,
        "fps": round(1000 * len(gaps) / sum(gaps), 1),
        "slow_frame_ms": round(gaps[int(len(gaps) * 0.95)], 1),
        "draw_ms": round(draws[len(draws) // 2], 1),
        "packed_kb": round(len(pack(history)) / 1000),
        "first_paint_ms": first_paint_ms,
    }


def main() -> None:
    """Print the figures for 1,000 and 10,000 places."""
    for count in (1_000, 10_000):
        found = measure_fps(count)
        print(
            f"{found['places']:>6,} places: {found['fps']} frames a second while dragging, "
            f"95 of 100 within {found['slow_frame_ms']} ms, drawing {found['draw_ms']} ms, "
            f"{found['packed_kb']} kB sent, drawn after {found['first_paint_ms']} ms"
        )


if __name__ == "__main__":
    main()
