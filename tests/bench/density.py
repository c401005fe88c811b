"""Prints how smoothly the map follows a drag on dense screens: two and three pixels for one."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from playwright.sync_api import sync_playwright

from tests.bench.map_fps import _DRAG
from tests.bench.map_scale import words_of
from tests.bench.painting import open_map
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path
from tests.mapview.site import serve
from tests.mapview.synthetic import many

PLACES = (10_000, 50_000)
SECONDS = 4.0
# Name, width and height of the window in CSS pixels, device pixels for each of them.
SCREENS = (
    ("desktop", 1440, 848, 1),
    ("desktop", 1440, 848, 2),
    ("phone", 390, 740, 3),
)


def measure(browser: Any, address: str, width: int, height: int, density: int) -> str:
    """Return frames a second and the script's own work while the timeline is dragged."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=density,
        has_touch=width < 500,
    )
    page = context.new_page()
    open_map(page, address)
    seen = page.evaluate(_DRAG, SECONDS)
    context.close()
    return words_of(seen)


def figures() -> Iterator[tuple[str, str]]:
    """Yield name and text of each figure, as it is measured."""
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    yield "Waiting for each core before this began", f"{busy:.1f} processes"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
        )
        for places in PLACES:
            with serve({"history": many(places)}) as address:
                for name, width, height, density in SCREENS:
                    screen = f"{name} {width} × {height}, {density} device pixels for one"
                    text = measure(browser, address, width, height, density)
                    yield f"Dragging over {places:,} places, {screen}", text
        browser.close()


def main() -> None:
    """Print the figures."""
    for name, text in figures():
        print(f"{name}: {text}", flush=True)


if __name__ == "__main__":
    main()
