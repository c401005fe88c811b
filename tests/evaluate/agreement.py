"""Who the map says held a place, against who is known to have held it: the chronicle's truth.

The chronicle in seeds/ is read like any other articles, folded into a history, and asked for the
places and days of tests/gold/syria_chronicle_truth.csv, which was written from public knowledge
before anybody had seen the map.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from geopy.distance import great_circle

from components.articles import Given, read_paths
from components.pipeline import Engine, load_world
from components.places import Gazetteer
from components.records import Actor, Place, PlaceState
from components.store import Ledger
from components.territory import History, build_history
from tests.evaluate.sets import GOLD

ROOT = Path(__file__).resolve().parents[2]
CHRONICLE = ROOT / "seeds" / "syria_chronicle.jsonl"
TRUTH = GOLD / "syria_chronicle_truth.csv"
TODAY = date(2026, 1, 1)
SAME_PLACE_KM = 15
# Where a place stands under no name of the truth's, the nearest of its kind within this.
NEAREST_KM = 4

Days = Literal["ordinary", "change"]
Verdict = Literal["agrees", "other holder", "disputed", "silent", "no such place"]
VERDICTS: tuple[Verdict, ...] = ("agrees", "other holder", "disputed", "silent", "no such place")

_SETTLED = frozenset({"city", "town", "village"})
_ALIKE: Mapping[str, frozenset[str]] = {
    "city": _SETTLED,
    "town": _SETTLED,
    "village": _SETTLED,
    "quarter": frozenset({"quarter"}),
    "base": frozenset({"base", "airport", "site"}),
    "crossing": frozenset({"crossing"}),
}
# An area is not the place of its name.
_AREAS = frozenset({"province", "district", "region", "country"})
# The truth speaks of sides; the map shows blocs of the roster, each of which is one of them.
_SIDES: Mapping[str, str] = {
    "sy-government": "government",
    "hezbollah": "government",
    "iran": "government",
    "russia": "government",
    "pmf": "government",
    "sy-transitional": "transitional",
    "sy-opposition": "opposition",
    "nusra-front": "nusra",
    "hts": "nusra",
    "islamic-state": "islamic-state",
    "sdf": "kurdish-led",
    "ypg": "kurdish-led",
    "turkey": "turkish-backed",
}
# The transitional government is that of the groups that took Damascus.
_SUCCESSORS = frozenset({"nusra", "opposition"})


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the truth: who held a place on a day, any of `holders` being right."""

    place: str
    kind: str
    lat: float
    lon: float
    day: date
    holders: frozenset[str]
    days: Days


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of the truth beside what the map shows."""

    known: Known
    verdict: Verdict
    place: Place | None
    state: PlaceState | None


def truth() -> tuple[Known, ...]:
    """Return every row of the truth."""
    with TRUTH.open(encoding="utf-8", newline="") as file:
        return tuple(
            Known(
                *(row["place"], row["kind"], float(row["lat"]), float(row["lon"])),
                date.fromisoformat(row["day"]),
                frozenset(row["holder"].split("|")),
                "change" if row["days"] == "change" else "ordinary",
            )
            for row in csv.DictReader(file)
        )


def read_chronicle(engine: Engine) -> tuple[History, Mapping[str, str]]:
    """Return the chronicle's history, and the texts of its articles by id."""
    ledger = Ledger("sqlite://")
    for item in read_paths([CHRONICLE], today=TODAY):
        if not isinstance(item, Given):
            raise TypeError(item)
        ledger.add(engine.read(item.article))
    texts = {article.id: article.text for article in ledger.articles()}
    return build_history(load_world(ledger, engine.roster)), texts


def compare(known: Iterable[Known], history: History, gazetteer: Gazetteer) -> list[Compared]:
    """Return each row beside what the map shows of its place on its day."""
    shown = [history.world.places[place_id] for place_id in history.place_ids]
    found: dict[tuple[str, float, float], Place | None] = {}
    rows = []
    for row in known:
        key = (row.place, row.lat, row.lon)
        if key not in found:
            found[key] = place_shown(row, shown, gazetteer)
        place = found[key]
        state = history.state(place.id, row.day) if place else None
        rows.append(Compared(row, verdict_of(row, place, state, history), place, state))
    return rows


def place_shown(row: Known, shown: Iterable[Place], gazetteer: Gazetteer) -> Place | None:
    """Return the place on the map that a row is about, None if there is none.

    It has the row's name, by any spelling that the gazetteer knows, and lies near, one of the
    row's kind before another; else it is the nearest of the same kind, if that is very near.
    """
    called = {match.place.id for match in gazetteer.matches(row.place)}
    kinds = _ALIKE[row.kind]
    near = sorted(
        (p.kind not in kinds, great_circle((row.lat, row.lon), (p.lat, p.lon)).km, p.id, p)
        for p in shown
        if p.kind not in _AREAS
    )
    named = [place for _, km, _, place in near if km <= SAME_PLACE_KM and place.id in called]
    alike = [p for other, km, _, p in near if km <= NEAREST_KM and not other]
    return next(iter([*named, *alike]), None)


def verdict_of(
    row: Known, place: Place | None, state: PlaceState | None, history: History
) -> Verdict:
    """Say how the state that the map shows agrees with a row."""
    if place is None:
        return "no such place"
    if state is None or state.interval.state == "unknown":
        return "silent"
    if state.interval.state == "disputed":
        return "disputed"
    sides = [side_of(party, history.world.actors) for party in history.parties(state.interval)]
    allowed = row.holders
    if state.interval.state == "contested":
        between = row.days == "change" and all(_is_allowed(side, allowed) for side in sides)
        return "agrees" if "contested" in allowed or between else "other holder"
    if sides and all(_is_allowed(side, allowed) for side in sides):
        return "agrees"
    return "other holder"


def side_of(party_id: str, actors: Mapping[str, Actor]) -> str:
    """Return which side of the truth a party is, its own id where it is none of them."""
    actor = actors.get(party_id)
    country = actor.country if actor else ""
    if party_id not in _SIDES and actor and actor.kind == "government" and country == "SY":
        return "government"
    return _SIDES.get(party_id, party_id)


def _is_allowed(side: str, allowed: frozenset[str]) -> bool:
    if side == "transitional":
        return bool(_SUCCESSORS & allowed)
    return side in allowed
