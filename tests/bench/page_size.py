"""How large a saved page is, and how soon it can be used.

.venv/bin/python -m tests.bench.page_size
"""

import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from components.exports import snapshot_html
from tests.bench.png_speed import invented
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path

SENTENCE = "On {day} fighters took Tell {number} after {days} days of fighting, the group said."


def with_evidence(collection: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Give every stretch of a collection a claim, and return the cards."""
    cards = {}
    for number, feature in enumerate(collection["features"]):
        for stretch, entry in enumerate(feature["properties"]["history"]):
            claim_id = f"{number:06}{stretch}".rjust(20, "c")
            entry["claims"] = [claim_id]
            sentence = SENTENCE.format(day=entry["start"][1], number=number, days=1 + number % 9)
            cards[claim_id] = {
                "words": "Captured from the government by the opposition",
                "kind": "captured",
                "when": "28 Mar 2015",
                "source": "The group itself",
                "basis": "gaining side",
                "article": f"Report {number // 3}",
                "dates": "Article of 29 March 2015",
                "publisher": "A newspaper",
                "url": f"https://example.org/{number}",
                "before": "Earlier reports spoke of heavy fighting in the area. ",
                "sentence": sentence,
                "after": " There was no word from the other side on the day.",
                "counted": True,
                "reason_code": "",
                "reason": "",
                "place_id": feature["id"],
            }
    return cards


def figures() -> dict[str, float]:
    """Return seconds and kilobytes by the number of places."""
    found: dict[str, float] = {}
    for places in (3, 1000, 10_000):
        collection = invented(places)
        cards = with_evidence(collection)
        started = time.perf_counter()
        page = snapshot_html(collection, day=date(2015, 6, 1), evidence=cards)
        found[f"page, {places:,} places: written in, s"] = round(time.perf_counter() - started, 2)
        found[f"page, {places:,} places: kB"] = round(len(page.encode()) / 1000)
        path = chromium_path()
        if path:
            found[f"page, {places:,} places: ready after, s"] = _ready_after_s(page, path)
    return found


def _ready_after_s(page: str, chromium: str) -> float:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "saved.html"
        file.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(
            executable_path=chromium, args=list(CHROMIUM_ARGUMENTS)
        )
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        started = time.perf_counter()
        tab.goto(file.as_uri())
        tab.wait_for_selector("body[data-ready=yes]", timeout=60_000)
        taken = time.perf_counter() - started
        browser.close()
    return round(taken, 2)


def main() -> None:
    """Print the figures."""
    for what, value in figures().items():
        print(f"{what:40} {value}")


if __name__ == "__main__":
    main()
