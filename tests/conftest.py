"""Fixtures that several packages' tests share."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

CHROMIUM_ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
_LOCAL = {"127.0.0.1", "localhost", "[::1]", "::1"}


def chromium_path() -> str | None:
    """Return where Chromium is, None when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser without a window; skips when there is none, unless one is required."""
    path = chromium_path()
    if not path:
        word = "no Chromium was found: install the package chromium to run the browser tests"
        if os.environ.get("WHOHELD_BROWSER_REQUIRED") == "1":
            pytest.fail(word)
        pytest.skip(word)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(Path(path)), args=list(CHROMIUM_ARGUMENTS)
        )
        yield browser
        browser.close()


@dataclass
class OfflinePage:
    """A page that reaches this machine only.

    Args:
        page: The page.
        refused: Addresses elsewhere that it asked for; none were sent.
        errors: What went wrong in its scripts.
    """

    page: Page
    refused: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def take_offline(page: Page) -> OfflinePage:
    """Abort every request of a page that leaves this machine, and note it."""
    offline = OfflinePage(page)

    def guard(route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in {"data", "blob", "file"} or address.hostname in _LOCAL:
            route.continue_()
        else:
            offline.refused.append(route.request.url)
            route.abort()

    page.route("**/*", guard)
    page.on("pageerror", lambda error: offline.errors.append(str(error)))
    return offline


@pytest.fixture
def offline_page(chromium: Browser) -> Iterator[OfflinePage]:
    """A page of 1440 × 900 with all requests to other machines aborted and recorded."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(15_000)
    yield take_offline(context.new_page())
    context.close()
