"""Prints how long the first start on a new machine takes, until the chronicle is on the map."""

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright

from components.places import open_gazetteer
from tests.browser.conftest import served
from tests.browser.dashboard import Dashboard
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path


def measure_first_start(*, indexed: bool) -> tuple[float, float]:
    """Return the seconds until a browser shows the map: the first start, and the second.

    The clock runs from the start of the server, and from opening the page again.

    Args:
        indexed: Whether the index of places is there before, as `make run` leaves it.
    """
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        cache = Path(folder) / "cache"
        if indexed:
            open_gazetteer(cache)
        begun = time.perf_counter()
        with served(Path(folder) / "data", WHOHELD_CACHE_DIR=str(cache)) as server:
            browser = playwright.chromium.launch(
                executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
            )
            size: Any = {"width": 1440, "height": 900}
            first = _open(browser.new_page(viewport=size), server.url, begun)
            page = browser.new_page(viewport=size)
            second = _open(page, server.url, time.perf_counter())
            browser.close()
    return first, second


def _open(page: Page, url: str, begun: float) -> float:
    Dashboard(page, url)  # waits for the panel and the map
    return time.perf_counter() - begun


def main() -> None:
    """Print the figures."""
    for indexed in (True, False):
        first, second = measure_first_start(indexed=indexed)
        print(f"index there: {indexed}; first {first:.1f} s, again {second:.1f} s")


if __name__ == "__main__":
    main()
