"""Prints the time from the release of the timeline to the panel showing that day."""

import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright

from components.store import Ledger
from tests import builders
from tests.browser.conftest import served
from tests.browser.dashboard import Dashboard
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path

# Idlib is fought over on the first of these days and held on the second.
_DAYS = (("2015-03-26", "Fought over"), ("2015-03-30", "Held by"))
_SHOWS = """words => {
  const state = document.querySelector(".st-key-panel .state b");
  return state && state.innerText.startsWith(words);
}"""


def measure_release(times: int = 12) -> list[float]:
    """Return milliseconds from each release to the panel with the new state in it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Ledger(f"sqlite:///{folder}/ledger.sqlite3")
        ledger.add(builders.example_reading())
        ledger.close()
        with served(Path(folder)) as server:
            browser = playwright.chromium.launch(
                executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            board = Dashboard(page, server.url)
            place = board.id_of("Idlib")
            page.goto(f"{server.url}/?day=2015-03-22&place={place}")
            board.wait_for_map()
            board.open_span("Weeks")
            board.settle()
            taken = [_release(board, *_DAYS[i % 2]) for i in range(times)]
            browser.close()
    return taken


def _release(board: Dashboard, day: str, words: str) -> float:
    mouse = board.page.mouse
    x, y = board.x_of(board.day())
    mouse.move(x, y)
    mouse.down()
    mouse.move(*board.x_of(day), steps=5)
    board.frame.wait_for_function(f"Whoheld.isoOf(Whoheld.app.shown) === '{day}'")
    begun = time.perf_counter()
    mouse.up()
    board.page.wait_for_function(_SHOWS, arg=words, polling="raf")
    taken_ms = 1000 * (time.perf_counter() - begun)
    board.settle()
    return taken_ms


def main() -> None:
    """Print the figures."""
    taken = measure_release()
    print(f"release to panel: {median(taken):.0f} ms ({min(taken):.0f} to {max(taken):.0f})")


if __name__ == "__main__":
    main()
