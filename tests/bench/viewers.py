"""Prints how one server bears twenty viewers who scrub at once, then each click a place."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright

from tests.browser.conftest import served
from tests.browser.dashboard import Dashboard
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path

VIEWERS = 20
SCRUB_SECONDS = 4.0

# Moves the pointer over the chart, and tells how often another day was drawn.
_SCRUB = """
seconds => {
  const area = document.querySelector(".wh-chart"), box = area.getBoundingClientRect();
  const send = (kind, x) => area.dispatchEvent(new PointerEvent(kind, {
    clientX: box.left + x, clientY: box.top + 50, pointerId: 1, bubbles: true, button: 0}));
  area.setPointerCapture = () => {};
  const {app} = Whoheld, draw = app.drawDay.bind(app);
  window.drawn = 0;
  app.drawDay = () => { draw(); window.drawn++; };
  send("pointerdown", 10);
  const begun = performance.now();
  let step = 0;
  const frame = now => {
    if (now - begun > 1000 * seconds) { window.scrubbed = true; return; }
    send("pointermove", 10 + Math.abs((step += 4) % (2 * (box.width - 20)) - (box.width - 20)));
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
"""
# Chooses a place after a while, and notes how long the panel took to show it.
_CLICK = """
([wait, place, name]) => {
  const app = document.querySelector(".st-key-canvas iframe").contentWindow.Whoheld.app;
  const shows = () => [...document.querySelectorAll(".st-key-panel [role=tab]")]
    .some(tab => tab.innerText.trim() === name);
  window.answered = null;
  setTimeout(() => {
    const begun = performance.now();
    app.chooseByHand(app.history.byId.get(place));
    const look = () => shows() ? window.answered = performance.now() - begun
                               : requestAnimationFrame(look);
    look();
  }, wait);
}
"""


def resident_mb(pid: int) -> float:
    """Return the memory of a process that lies in the machine's own, in MB."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def figures() -> Iterator[tuple[str, str]]:
    """Yield name and text of each figure."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        served(Path(folder)) as server,
    ):
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
        )
        yield from _figures_of(browser, server.url, server.pid)
        browser.close()


def _figures_of(browser: Any, url: str, pid: int) -> Iterator[tuple[str, str]]:
    boards, memory = [], 0.0
    for number in range(VIEWERS):
        page = browser.new_context(viewport={"width": 1000, "height": 640}).new_page()
        boards.append(Dashboard(page, url))
        boards[-1].settle()
        if number == 0:
            memory = resident_mb(pid)  # the first one loads what all share
    each = (resident_mb(pid) - memory) / (VIEWERS - 1)
    yield "Memory of the server with one viewer", f"{memory:.0f} MB"
    yield "Memory for each further viewer", f"{each:.1f} MB"
    yield from _scrub(boards)
    yield from _click(boards)
    places = [place for place, _ in _names(boards[0])]
    for board in boards:
        board.page.context.close()
    yield from _click_lightly(url, pid, places)


def _scrub(boards: list[Dashboard]) -> Iterator[tuple[str, str]]:
    before = [board.runs for board in boards]
    for board in boards:
        board.frame.evaluate(_SCRUB, SCRUB_SECONDS)
    for board in boards:
        board.frame.wait_for_function("window.scrubbed", timeout=60_000)
    drawn = sum(board.frame.evaluate("window.drawn") for board in boards)
    runs = sum(board.runs - then for board, then in zip(boards, before, strict=True))
    yield f"{VIEWERS} viewers scrub at once", f"{drawn:,} days drawn, {runs} runs of the script"


def _names(board: Dashboard) -> list[tuple[str, str]]:
    """Return id and name of each place that has a state."""
    found: list[tuple[str, str]] = board.frame.evaluate(
        "[...Whoheld.app.history.order].filter(i => !Whoheld.app.history.mentioned[i])"
        ".map(i => [Whoheld.app.history.ids[i], Whoheld.app.history.names[i]])"
    )
    return found


def cpu_seconds(pid: int) -> float:
    """Return how long a process has worked."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _click_lightly(url: str, pid: int, places: list[str]) -> Iterator[tuple[str, str]]:
    """The same clicks without browsers, so that the machine's cores are the server's."""
    before = cpu_seconds(pid)
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/bench/light.py"), url.rpartition(":")[2], str(VIEWERS)],
        input=json.dumps(places),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    worked = cpu_seconds(pid) - before
    taken, size = zip(*json.loads(done.stdout), strict=True)
    words = f"{median(taken):.0f} ms ({min(taken):.0f} to {max(taken):.0f})"
    yield (
        f"The same clicks of {VIEWERS} viewers without browsers, answered whole",
        f"{words}, {median(size) / 1000:.0f} kB each",
    )
    yield (
        "The server's work for opening and two clicks of a viewer",
        f"{1000 * worked / VIEWERS:.0f} ms of one core",
    )


def _click(boards: list[Dashboard]) -> Iterator[tuple[str, str]]:
    names = _names(boards[0])
    for board in boards:  # the handle is let go: that alone is a run
        board.frame.evaluate(
            "document.querySelector('.wh-chart').dispatchEvent(new PointerEvent('pointerup',"
            "{pointerId: 1, bubbles: true}))"
        )
    for board in boards:
        board.settle()
    time.sleep(1)
    for number, board in enumerate(boards):
        wait_ms = 2000 + 1000 * number / len(boards)
        board.page.evaluate(_CLICK, [wait_ms, *names[number % len(names)]])
    taken = []
    for board in boards:
        board.page.wait_for_function("window.answered !== null", timeout=60_000)
        taken.append(board.page.evaluate("window.answered"))
    yield (
        f"A click of each of {VIEWERS} viewers within a second, to the panel",
        f"{median(taken):.0f} ms ({min(taken):.0f} to {max(taken):.0f})",
    )


def main() -> None:
    """Print the figures."""
    for name, text in figures():
        print(f"{name}: {text}", flush=True)


if __name__ == "__main__":
    main()
