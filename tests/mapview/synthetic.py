"""Invented histories of any size, as feature collections."""

import random
from datetime import date, timedelta
from typing import Any

FIRST, LAST = date(2011, 3, 15), date(2016, 12, 31)
PARTIES = {
    "sy-government": {
        "name": "Government",
        "phrase": "the government",
        "kind": "government",
    },
    "sy-opposition": {
        "name": "Opposition",
        "phrase": "the opposition",
        "kind": "opposition",
    },
    "islamic-state": {"name": "Islamic State", "phrase": "Islamic State", "kind": "jihadist"},
    "sdf": {"name": "Kurdish-led forces", "phrase": "Kurdish-led forces", "kind": "kurdish"},
}


def interval(
    state: str,
    standing: str,
    parties: list[str],
    start: tuple[str | None, str | None],
    last_report: str | None = None,
    words: str = "",
) -> dict[str, Any]:
    return {
        "state": state,
        "standing": standing,
        "parties": parties,
        "start": list(start),
        "last_report": last_report or start[1],
        "claims": [],
        "against": [],
        "rule": "",
        "words": words or f"{state}, {standing}: {', '.join(parties)}",
    }


def feature(
    place_id: str,
    name: str,
    point: tuple[float, float],
    history: list[dict[str, Any]],
    importance: int = 2,
) -> dict[str, Any]:
    lat, lon = point
    return {
        "type": "Feature",
        "id": place_id,
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": {
            "name": name,
            "native": "إدلب",
            "kind": "town",
            "admin1": "Idlib",
            "country": "SY",
            "importance": importance,
            "mentioned_only": not history,
            "history": shown(history),
        },
    }


def shown(history: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say from which day each state is shown, as the fold does."""
    last = ""
    for entry in history:
        unsure = not last or entry["state"] == "contested" or entry["standing"] == "inferred"
        entry["from"] = entry["start"][0 if unsure else 1]
        last = max(last, entry["from"] or "0")
        entry["from"] = entry["from"] and last
    return history


def collection(features: list[dict[str, Any]], **info: Any) -> dict[str, Any]:
    known = {
        "first_day": FIRST.isoformat(),
        "last_day": LAST.isoformat(),
        "known_by": "2026-11-22",
        "stale_after_days": 900,
        "articles": 1,
        "claims": 3,
        "parties": PARTIES,
        "reports": {"2015-03-28": 3},
    }
    return {"type": "FeatureCollection", "whoheld": {**known, **info}, "features": features}


def idlib() -> dict[str, Any]:
    """Three places: one that changes hands on a known day, one on some day, one mentioned."""
    return collection(
        [
            feature(
                "geonames:169389",
                "Idlib",
                (35.93, 36.63),
                [
                    interval("held", "inferred", ["sy-government"], (None, "2011-03-15")),
                    interval(
                        "contested", "claimed", ["sy-government", "sy-opposition"],
                        ("2015-03-24", "2015-03-24"),
                    ),
                    interval("held", "claimed", ["sy-opposition"], ("2015-03-28", "2015-03-28")),
                ],
                3,
            ),
            feature(
                "geonames:169304",
                "Jisr al-Shughur",
                (35.81, 36.32),
                [
                    interval("held", "inferred", ["sy-government"], (None, "2011-03-15")),
                    interval("held", "claimed", ["sy-opposition"], ("2015-03-29", "2015-05-04")),
                ],
            ),
            feature("geonames:170063", "Aleppo", (36.2, 37.16), [], 3),
        ]
    )  # fmt: skip


def _history(dice: random.Random) -> list[dict[str, Any]]:
    ids = list(PARTIES)
    span = (LAST - FIRST).days
    history = [interval("held", "corroborated", [dice.choice(ids)], (None, FIRST.isoformat()))]
    for day in sorted(dice.sample(range(20, span - 60), dice.randint(1, 3))):
        state = dice.choices(["held", "contested", "disputed"], [75, 15, 10])[0]
        parties = dice.sample(ids, 1 if state == "held" else 2)
        standing = {"held": dice.choice(["corroborated", "claimed", "inferred"])}.get(
            state, "claimed"
        )
        earliest = FIRST + timedelta(days=day)
        latest = earliest + timedelta(days=dice.choice([0, 0, 0, 0, dice.randint(2, 50)]))
        report = latest + timedelta(days=dice.randint(0, 300))
        history.append(
            interval(
                state, standing, parties, (earliest.isoformat(), latest.isoformat()),
                report.isoformat(),
            )
        )  # fmt: skip
    return history


def many(count: int, seed: int = 1) -> dict[str, Any]:
    """Places strewn over a country, each with two to four states over six years."""
    dice = random.Random(seed)  # noqa: S311 (not for secrets)
    features = [
        feature(
            f"geonames:{160000 + 7 * number}",
            f"Village {number}",
            (round(dice.uniform(32.4, 37.2), 5), round(dice.uniform(35.9, 42.0), 5)),
            _history(dice) if dice.random() > 0.05 else [],
            dice.choices([1, 2, 3], [80, 17, 3])[0],
        )
        for number in range(count)
    ]
    reports = {
        (FIRST + timedelta(days=day)).isoformat(): dice.randint(1, 9)
        for day in range(0, (LAST - FIRST).days, 3)
    }
    return collection(features, reports=reports)
