"""Prints how fast Whoheld is on this machine: `make bench`.

Machines are noisy: each figure is the median of several runs, with the smallest and largest.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from components.territory import World

if TYPE_CHECKING:
    from components.places import Gazetteer

WORDS_AN_ARTICLE = 360


def _timed(action: Callable[[], object], runs: int) -> list[float]:
    """Return the seconds that each run took."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        action()
        taken.append(time.perf_counter() - begun)
    return taken


def _line(name: str, values: list[float], unit: str, digits: int = 1) -> None:
    spread = f"({min(values):,.{digits}f} to {max(values):,.{digits}f})" if len(values) > 1 else ""
    print(f"| {name} | {median(values):,.{digits}f} {unit} {spread} |", flush=True)


def index_build() -> None:
    """Time the one build of the index of places."""
    from components.places import open_gazetteer  # noqa: PLC0415 (loads what is measured)

    def build() -> None:
        with tempfile.TemporaryDirectory() as folder:
            open_gazetteer(Path(folder))

    _line("Index of places, built once", _timed(build, 3), "s")


def lookups() -> None:
    """Time looking names up and resolving those of an article; the memory that this takes."""
    import resource  # noqa: PLC0415 (only here)

    from components.places import find_toponyms, open_gazetteer, resolve  # noqa: PLC0415
    from tests.bench.articles import sample_articles  # noqa: PLC0415

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    gazetteer = open_gazetteer()
    names = [row[0] for row in _some_names(gazetteer)]

    def look_up() -> None:
        # A gazetteer remembers what it was asked: each run asks a new one.
        fresh = gazetteer.with_decided({})
        for name in names:
            fresh.lookup(name)

    runs = [1e6 * taken / len(names) for taken in _timed(look_up, 5)]
    _line(f"Looking up one of {len(names):,} names", runs, "µs", 0)
    texts = [article.text for article in sample_articles(60, WORDS_AN_ARTICLE)]
    found = [find_toponyms(text, gazetteer) for text in texts]

    def settle() -> None:
        for text, toponyms in zip(texts, found, strict=True):
            resolve(toponyms, text, gazetteer)

    runs = [1e3 * taken / len(texts) for taken in _timed(settle, 5)]
    _line(f"Resolving the names of {WORDS_AN_ARTICLE} words", runs, "ms", 2)
    used_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    print(f"| Memory for the gazetteer in use | {used_mb:,.0f} MB |", flush=True)


def _some_names(gazetteer: "Gazetteer") -> list[tuple[str]]:
    """Return every hundredth place's name."""
    rows = gazetteer._connection().execute("SELECT name FROM place WHERE number % 100 = 0")
    return [(str(name),) for (name,) in rows]


def reading() -> None:
    """Time reading on one core."""
    import os  # noqa: PLC0415 (only here)

    from components.pipeline import load_engine  # noqa: PLC0415
    from tests.bench.articles import sample_articles  # noqa: PLC0415

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    engine = load_engine()
    articles = sample_articles(60, WORDS_AN_ARTICLE)
    engine.read(articles[0])
    speeds = []
    for _ in range(3):
        (taken,) = _timed(lambda: [engine.read(article) for article in articles], 1)
        speeds.append(len(articles) / taken)
    _line(f"Reading articles of {WORDS_AN_ARTICLE} words, one core", speeds, "articles/s")
    claims = sum(len(engine.read(article).claims) for article in articles)
    print(f"| (claims found in those {len(articles)} articles) | {claims} |")


def folding() -> None:
    """Time the fold of a large world, and of one article more."""
    from dataclasses import replace  # noqa: PLC0415 (only here)

    from components.territory import build_history  # noqa: PLC0415
    from tests.builders import synthetic_world  # noqa: PLC0415

    # One place in twenty of the invented world has no claims.
    many = synthetic_world(10_527, seed=1)
    world = replace(many, claims=many.claims[:100_000])
    places = {claim.place_id for claim in world.claims}
    _line(f"Fold of 100,000 claims on {len(places):,} places", _timed_fold(world), "s", 2)
    history = build_history(world)
    news = tuple(
        replace(claim, id=f"news {n}", evidence=replace(claim.evidence, article_id="news"))
        for n, claim in enumerate(world.claims[::12_500])
    )
    more = replace(world, claims=(*world.claims, *news))
    taken = [1000 * s for s in _timed(lambda: build_history(more, previous=history), 7)]
    _line(f"One article with {len(news)} claims more, on those", taken, "ms", 1)


def _timed_fold(world: "World") -> list[float]:
    from components.territory import build_history  # noqa: PLC0415 (loads what is measured)

    return _timed(lambda: build_history(world), 5)


def pictures() -> None:
    """Time the saved picture."""
    from tests.bench.png_speed import figures  # noqa: PLC0415

    for name, value in figures().items():
        print(f"| Picture of 2400 × 1600: {name} | {value:,.2f} |", flush=True)


def frames() -> None:
    """Count frames a second while dragging the timeline."""
    from tests.bench.map_fps import measure_fps  # noqa: PLC0415
    from tests.bench.rebuild import figures as rebuild_figures  # noqa: PLC0415

    for places in (1_000, 10_000):
        found = measure_fps(places)
        figures = (
            f"{found['fps']} frames a second, 95 of 100 within {found['slow_frame_ms']} ms, "
            f"{found['packed_kb']} kB sent, first paint {found['first_paint_ms']} ms"
        )
        print(f"| Dragging over {places:,} places | {figures} |", flush=True)
        rebuilt = rebuild_figures(places)
        print(f"| The same, a folium map built anew at each move | {rebuilt} |", flush=True)


def panel() -> None:
    """Time from the release of the timeline to the panel showing the day."""
    from tests.bench.release_to_panel import measure_release  # noqa: PLC0415

    _line("Release of the timeline to the panel", measure_release(), "ms", 0)


def scale() -> None:
    """Drag and play over 50,000 places and 5,000 areas."""
    from tests.bench.map_scale import figures  # noqa: PLC0415

    for name, text in figures():
        print(f"| {name} | {text} |", flush=True)


def density() -> None:
    """Drag on screens with two and three device pixels for one."""
    from tests.bench.density import figures  # noqa: PLC0415

    for name, text in figures():
        print(f"| {name} | {text} |", flush=True)


def viewers() -> None:
    """Let twenty viewers scrub at once, then click."""
    from tests.bench.viewers import figures  # noqa: PLC0415

    for name, text in figures():
        print(f"| {name} | {text} |", flush=True)


def first_start() -> None:
    """Time a new machine's first start, to the chronicle on the map, and the next."""
    from tests.bench.first_start import measure_first_start  # noqa: PLC0415

    ready = [measure_first_start(indexed=True) for _ in range(3)]
    _line("First start after `make run` made the index", [first for first, _ in ready], "s")
    _line("The next start", [second for _, second in ready], "s")
    bare = [measure_first_start(indexed=False)[0]]
    _line("First start that makes the index itself", bare, "s")


PARTS = {
    "index": index_build,
    "places": lookups,
    "reading": reading,
    "fold": folding,
    "png": pictures,
    "fps": frames,
    "scale": scale,
    "density": density,
    "panel": panel,
    "first": first_start,
    "viewers": viewers,
}


def main() -> None:
    """Run the parts named, or all, each in a process of its own so that none warms another."""
    import subprocess  # noqa: PLC0415 (only here)

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="what to measure")
    parser.add_argument("--here", action="store_true", help="in this process")
    arguments = parser.parse_args()
    if arguments.here:
        for part in arguments.part:
            PARTS[part]()
        return
    print("| what | median (smallest to largest) |\n| --- | --- |", flush=True)
    for part in arguments.part or PARTS:
        subprocess.run([sys.executable, __file__, "--here", part], check=False, cwd=ROOT)


if __name__ == "__main__":
    main()
