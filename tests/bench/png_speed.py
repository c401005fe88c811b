"""How long a picture of 2400 × 1600 pixels takes to draw.

.venv/bin/python tests/bench/png_speed.py
"""

import random
import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from components.exports import snapshot_picture
from components.exports.sheet import FileFormat

DAY = date(2015, 6, 1)
PARTIES = {
    "sy-government": ("Government", "government"),
    "sy-opposition": ("Opposition", "opposition"),
    "nusra-front": ("Nusra Front", "jihadist"),
    "islamic-state": ("Islamic State", "jihadist"),
    "kurdish-led": ("Kurdish-led forces", "kurdish"),
    "turkish-backed": ("Turkish-backed", "foreign"),
}


def _interval(rnd: random.Random, start: Sequence[str | None]) -> dict[str, Any]:
    state, standing, count = rnd.choice(
        [
            ("held", "corroborated", 1),
            ("held", "claimed", 1),
            ("held", "inferred", 1),
            ("contested", "claimed", 2),
            ("disputed", "disputed", 2),
            ("unknown", "unknown", 0),
        ]
    )
    return {
        "state": state,
        "standing": standing,
        "parties": rnd.sample(sorted(PARTIES), count),
        "start": list(start),
        "from": start[1] if start[0] else None,
        "last_report": start[1],
        "claims": [],
        "against": [],
        "rule": "",
        "words": "Held",
    }


def invented(places: int, seed: int = 7) -> dict[str, Any]:
    """Return a feature collection of places spread over Syria, a tenth of them large."""
    rnd = random.Random(seed)  # noqa: S311 (no secret depends on it)
    features = []
    for number in range(places):
        starts = ([None, "2012-01-01"], ["2015-05-28", "2015-05-28"], ["2015-05-20", "2015-06-20"])
        history = [_interval(rnd, start) for start in starts[: rnd.randint(1, 3)]]
        features.append(
            {
                "type": "Feature",
                "id": f"invented:{number}",
                "geometry": {
                    "type": "Point",
                    "coordinates": [rnd.uniform(35.8, 41.5), rnd.uniform(32.7, 36.8)],
                },
                "properties": {
                    "name": f"Tell {number}",
                    "native": "",
                    "kind": "town",
                    "admin1": "",
                    "country": "SY",
                    "importance": rnd.choice([1, 1, 1, 1, 1, 1, 2, 2, 2, 3]),
                    "mentioned_only": False,
                    "history": history,
                },
            }
        )
    facts = {
        "first_day": "2011-01-01",
        "last_day": "2015-12-31",
        "known_by": "2026-11-22",
        "stale_after_days": 900,
        "articles": places,
        "claims": 3 * places,
        "parties": {p: {"name": n, "phrase": n, "kind": k} for p, (n, k) in PARTIES.items()},
        "reports": {"2015-05-28": places},
    }
    return {"type": "FeatureCollection", "whoheld": facts, "features": features}


def _seconds(collection: dict[str, Any], file_format: FileFormat) -> tuple[float, float, int]:
    """Return seconds of the first drawing, of the quickest of three more, and the bytes."""
    taken = []
    for _ in range(4):
        started = time.perf_counter()
        drawn = snapshot_picture(collection, day=DAY, file_format=file_format)
        taken.append(time.perf_counter() - started)
    return taken[0], min(taken[1:]), len(drawn)


def figures() -> dict[str, float]:
    """Return seconds and kilobytes by what was drawn."""
    found: dict[str, float] = {}
    for places in (100, 10_000):
        collection = invented(places)
        first, again, size = _seconds(collection, "png")
        found[f"png, {places:,} places: first, s"] = round(first, 2)
        found[f"png, {places:,} places: again, s"] = round(again, 2)
        found[f"png, {places:,} places: kB"] = round(size / 1000)
    _, again, size = _seconds(invented(100), "svg")
    found["svg, 100 places: s"] = round(again, 2)
    found["svg, 100 places: kB"] = round(size / 1000)
    return found


def main() -> None:
    """Print the figures."""
    for what, value in figures().items():
        print(f"{what:40} {value}")


if __name__ == "__main__":
    main()
