"""Makes pictures of typical views of the page into screenshots/, to be looked at: `make look`.

The articles in seeds/ are read into a ledger of its own; nothing of yours is touched. With names
of views as arguments, only these are made.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import served
from tests.browser.dashboard import Dashboard
from tests.conftest import CHROMIUM_ARGUMENTS, chromium_path
from tests.mapview.site import serve
from tests.mapview.synthetic import many

OUT = ROOT / "screenshots"
DESKTOP, TABLET, PHONE = (1440, 900), (1024, 768), (390, 844)
IDLIB, JISR = "geonames:169389", "geonames:169023"


@dataclass(frozen=True)
class Shot:
    """One picture.

    Args:
        name: Of the file.
        query: What the link says.
        size: Of the window.
        dark: Whether the system asks for a dark page.
        act: What a person does before the picture is taken.
    """

    name: str
    query: str = ""
    size: tuple[int, int] = DESKTOP
    dark: bool = False
    act: Callable[[Dashboard], None] | None = None


def _weeks(board: Dashboard) -> None:
    board.open_span("Weeks")


def _year(board: Dashboard) -> None:
    board.open_span("Year")


def _hover(board: Dashboard) -> None:
    board.frame.locator(".wh-map").first.press(".")


def _menu(board: Dashboard) -> None:
    board.frame.get_by_role("button", name="Layers").click()


def _sheet(board: Dashboard) -> None:
    board.page.mouse.move(195, 800)
    board.page.mouse.wheel(0, 520)


NORTH = "lat=35.8&lon=36.7&zoom=8.4"
SHOTS = (
    Shot("01-desktop-place", f"?day=2015-03-28&place={IDLIB}"),
    Shot("02-desktop-day-hover", "?day=2014-08-24", act=_hover),
    Shot("03-desktop-dark-front", f"?day=2015-04-25&place={JISR}&{NORTH}", dark=True, act=_weeks),
    Shot("04-desktop-known-by", f"?day=2015-04-25&known_by=2015-05-30&{NORTH}", act=_year),
    Shot("05-desktop-two-days", "?day=2015-03-28&compare=2016-03-28"),
    Shot("06-tablet-light", "?day=2015-03-28", TABLET),
    Shot("07-tablet-dark", f"?day=2015-04-25&place={JISR}&{NORTH}", TABLET, dark=True),
    Shot("08-phone-light", f"?day=2015-03-28&place={IDLIB}", PHONE),
    Shot("09-phone-sheet", f"?day=2015-04-25&place={JISR}", PHONE, act=_sheet),
    Shot("10-phone-two-days-dark", "?day=2015-03-28&compare=2016-03-28", PHONE, dark=True),
    Shot("11-contested", "?day=2012-08-15&lat=36.2&lon=37.2&zoom=8"),
    Shot("12-areas", "?day=2015-03-28&layers=areas-cells-30"),
    Shot("13-provinces-dark", "?day=2015-03-28&layers=areas-provinces-30", dark=True),
    Shot("14-arabic-names", f"?day=2015-03-28&layers=local&{NORTH}"),
    Shot("15-layers-menu-phone", "?day=2015-03-28", PHONE, act=_menu),
)


def fill(folder: Path) -> None:
    """Read the articles in seeds/ into a ledger in a folder."""
    from components.articles import read_paths  # noqa: PLC0415 (loads much)
    from components.pipeline import add_articles, load_engine  # noqa: PLC0415
    from components.store import Ledger  # noqa: PLC0415

    given = read_paths([ROOT / "seeds"], today=date(2026, 11, 22))
    add_articles(Ledger(f"sqlite:///{folder / 'ledger.sqlite3'}"), load_engine(), given)


def _take(browser: Browser, url: str, shot: Shot) -> None:
    width, height = shot.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if shot.size == PHONE else 1,
        has_touch=shot.size == PHONE,
        color_scheme="dark" if shot.dark else "light",
    )
    board = Dashboard(context.new_page(), url, shot.query)
    board.settle()
    if shot.act:
        shot.act(board)
    board.page.wait_for_timeout(900)
    board.page.screenshot(path=OUT / f"{shot.name}.png")
    context.close()


def _take_alone(browser: Browser, name: str, places: int, **settings: Any) -> None:
    """Take the map without the page round it, of an invented history."""
    page = browser.new_page(viewport={"width": 1440, "height": 848})
    with serve({"history": many(places)} if places else {}, **settings) as address:
        page.goto(address)
        page.wait_for_selector(".wh[data-ready]")
        # No panel lies over its right edge here.
        page.evaluate(
            "Whoheld.app.root.style.setProperty('--pw', '0px');"
            "Whoheld.app.onResize(); Whoheld.app.first.fit()"
        )
        page.wait_for_timeout(900)
        page.screenshot(path=OUT / f"{name}.png")
    page.close()


def main() -> None:
    """Make the pictures named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", nargs="*", help="beginnings of names of views")
    parser.add_argument("--ledger", type=Path, help="a folder with a ledger that is filled already")
    arguments = parser.parse_args()
    OUT.mkdir(exist_ok=True)

    def wanted(name: str) -> bool:
        return not arguments.name or any(name.startswith(each) for each in arguments.name)

    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        folder = arguments.ledger or Path(made)
        shots = [shot for shot in SHOTS if wanted(shot.name)]
        browser = playwright.chromium.launch(
            executable_path=chromium_path(), args=list(CHROMIUM_ARGUMENTS)
        )
        if shots:
            if not arguments.ledger:
                fill(folder)
            with served(folder) as server:
                for shot in shots:
                    _take(browser, server.url, shot)
                    print(shot.name, flush=True)
        if wanted("16-fifty-thousand"):
            _take_alone(browser, "16-fifty-thousand", 50_000, day="2014-05-05")
            print("16-fifty-thousand")
        if wanted("17-empty"):
            _take_alone(browser, "17-empty", 0)
            print("17-empty")
        browser.close()


if __name__ == "__main__":
    main()
