import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from components.articles import read_paths
from components.pipeline import add_articles, load_engine
from components.store import Ledger

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 1, 1)


@dataclass
class Server:
    """A dashboard that runs for a test."""

    url: str
    data_dir: Path
    pid: int


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The dashboard as `make run` starts it, on a ledger in which a person keeps one article."""
    data_dir = tmp_path_factory.mktemp("ledger")
    ledger = Ledger(f"sqlite:///{data_dir / 'ledger.sqlite3'}")
    article = list(read_paths(sorted((ROOT / "seeds").glob("*.txt")), today=TODAY))
    assert add_articles(ledger, load_engine(), article).read
    ledger.close()
    with served(data_dir) as running:
        yield running


@pytest.fixture(scope="module")
def new_machine(tmp_path_factory):
    """The dashboard on a computer on which it never ran: no ledger, no index of places."""
    data_dir = tmp_path_factory.mktemp("new")
    with served(data_dir, WHOHELD_CACHE_DIR=str(data_dir / "cache")) as running:
        yield running


@contextmanager
def served(data_dir, **environment):
    """Run the dashboard as `make run` starts it, until the block ends."""
    port = free_port()
    data_dir.mkdir(parents=True, exist_ok=True)
    log = (data_dir / "server.log").open("w")
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "streamlit", "run", "app.py"),
            *("--server.port", str(port), "--server.headless", "true"),
        ],
        cwd=ROOT,
        env={**os.environ, "WHOHELD_DATA_DIR": str(data_dir), **environment},
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_until_it_answers(url, process)
        yield Server(url, data_dir, process.pid)
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def wait_until_it_answers(url, process):
    for _ in range(300):
        assert process.poll() is None, "the dashboard ended before it answered"
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health") as answer:  # noqa: S310
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the dashboard did not answer within 30 seconds")


@dataclass
class Watch:
    """What a browser window asked for and what went wrong in it."""

    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def strangers(self):
        """Return every address asked for that is not on this computer."""
        own = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file://", "about:")
        return [address for address in self.requests if not address.startswith(own)]


@pytest.fixture
def open_window(chromium):
    """Open windows that note all they ask for; what is not on this computer is refused."""
    contexts = []

    def open_one(width=1440, height=900, theme="light", **options):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=theme, **options
        )
        contexts.append(context)
        watch = Watch()
        context.on("request", lambda request: watch.requests.append(request.url))
        page = context.new_page()
        page.on("websocket", lambda socket: watch.requests.append(socket.url))
        page.on("pageerror", lambda error: watch.errors.append(str(error)))

        def judge(route):
            if Watch([route.request.url]).strangers():
                route.abort()
            else:
                route.continue_()

        context.route("**/*", judge)
        return page, watch

    yield open_one
    for context in contexts:
        context.close()
