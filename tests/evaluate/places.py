"""How well place names are found and resolved: in event notes, and in files of one's own.

The notes are in tests/gold/places. Files that are not the project's are named by WHOHELD_PLACES,
several with a colon between them, and told apart by what is in them:

- .csv with name, country, lat, lon (kind, variants): each name with its country as context;
- .csv with name_en, adm2, adm1, lat, lon (OCHA's populated places of Syria): a sample of the
  names in a sentence with their district and governorate, first without, then with the file
  added as a person would add it;
- .jsonl with text and mentions (start, end, lat, lon): each mention within its text.
"""

import csv
import json
import os
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from geopy.distance import great_circle

from components.actors import Roster
from components.claims.scan import scan
from components.pipeline import Engine
from components.places import (
    Gazetteer,
    add_file,
    find_toponyms,
    open_gazetteer,
    resolve,
    resolve_name,
    toponyms_at,
)
from components.records import DateInterval, Place
from tests.evaluate.sets import GOLD
from tests.evaluate.tables import say, share, shown, table

NOTES = GOLD / "places" / "notes.jsonl"
FLOORS = GOLD / "floors.json"
SETTING = "WHOHELD_PLACES"
NEAR_KM = 10
AREA_KM = 100
MENTION_KM = 161
WIDE = frozenset({"region", "adm1", "adm2", "river", "province", "district"})
# Every tenth community of OCHA's list.
OCHA_STEP = 10
OUTCOMES = ("right", "wrong", "abstained")
SHOWN = 80
_WHEN = DateInterval(date(2020, 1, 1), date(2020, 1, 31))

Counts = dict[str, Counter[str]]


def run(engine: Engine, *, errors: bool) -> list[str]:
    """Print what was right, wrong and abstained from; return what lies below its floor."""
    say("\nPLACES")
    notes, faults = measure_notes(engine.gazetteer, engine.roster)
    _print("Event notes, within 10 km", notes, faults if errors else [])
    given = [Path(name) for name in os.environ.get(SETTING, "").split(os.pathsep) if name]
    if not given:
        say(f"\nSet {SETTING} to files of names or of texts with marked places to measure those.")
    for path in given:
        _measure_file(path, engine, errors=errors)
    return below_floors(notes)


def below_floors(notes: Counts) -> list[str]:
    """Return a sentence for each figure of the notes that lies below its floor."""
    floors = json.loads(FLOORS.read_text("utf-8"))["places"]
    total = sum(notes.values(), Counter[str]())
    right, wrong = _rates(total)
    found = []
    if right < floors["notes right"]:
        found.append(f"places in notes: {right:.3f} right, floor {floors['notes right']}")
    if wrong > floors["notes wrong"]:
        found.append(f"places in notes: {wrong:.3f} wrong, at most {floors['notes wrong']}")
    return found


def _rates(count: Mapping[str, int]) -> tuple[float, float]:
    total = sum(count.values())
    return share(count.get("right", 0), total), count.get("wrong", 0) / max(total, 1)


def measure_notes(gazetteer: Gazetteer, roster: Roster) -> tuple[Counts, list[str]]:
    """Return by country what became of the places in notes, and each that was not right."""
    counts: Counts = defaultdict(Counter)
    faults = []
    for note in _lines(NOTES):
        answers = scan(note["text"], gazetteer, roster, _WHEN).resolutions
        for mention in note["mentions"]:
            place = next(
                (
                    r.place
                    for r in answers
                    if r.toponym.start < mention["end"] and mention["start"] < r.toponym.end
                ),
                None,
            )
            outcome = _outcome(place, mention)
            counts[mention["admin1"][:2]][outcome] += 1
            if outcome != "right":
                what = f"{place.name} in {place.admin1}" if place else "nothing"
                faults.append(f"{outcome}: {mention['name']} -> {what} | {note['text']}")
    return counts, faults


def _outcome(place: Place | None, mention: Mapping[str, Any]) -> str:
    if "lat" not in mention:
        # In no list: saying nothing is right.
        inside = place is None or place.pcode == mention["admin1"]
        return "right" if inside else "wrong"
    return _near(place, mention, NEAR_KM)


def _near(place: Place | None, row: Mapping[str, Any], reach_km: float) -> str:
    if place is None:
        return "abstained"
    km = float(great_circle((place.lat, place.lon), (float(row["lat"]), float(row["lon"]))).km)
    return "right" if km <= reach_km else "wrong"


def _measure_file(path: Path, engine: Engine, *, errors: bool) -> None:
    if not path.is_file():
        say(f"\n{path} is no file: skipped.")
    elif path.suffix == ".jsonl":
        counts, faults = measure_mentions(path, engine.gazetteer)
        _print(f"{path.name}: mentions in texts, within 161 km", counts, faults if errors else [])
    else:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["lat"]]
        if "adm2" in rows[0]:
            _measure_communities(path, rows, engine, errors=errors)
            return
        for every in (False, True):
            names = "names and variants" if every else "names"
            counts, faults = measure_names(rows, engine.gazetteer, every=every)
            _print(f"{path.name}: {names}, within 10 km", counts, faults if errors else [])


def measure_names(
    rows: Sequence[Mapping[str, str]], gazetteer: Gazetteer, *, every: bool
) -> tuple[Counts, list[str]]:
    """Return by country and by kind what became of names looked up with their country."""
    counts: Counts = defaultdict(Counter)
    faults = []
    for row in rows:
        country = Place("", row["country"], "country", 0, 0, row["country"], "", "")
        reach = AREA_KM if row.get("kind") in WIDE else NEAR_KM
        others = row.get("variants", "").split(";") if every else ()
        for name in filter(None, (row["name"], *others)):
            place = resolve_name(name, gazetteer, [country]).place
            outcome = _near(place, row, reach)
            counts[row["country"]][outcome] += 1
            counts[f"  {row.get('kind', '')}"][outcome] += 1
            if outcome != "right":
                faults.append(f"{outcome}: {name} -> {place.name if place else 'nothing'}")
    return counts, faults


def _measure_communities(
    path: Path, rows: Sequence[Mapping[str, str]], engine: Engine, *, errors: bool
) -> None:
    sample = rows[::OCHA_STEP]
    counts, faults = measure_communities(sample, engine.gazetteer, engine.roster)
    title = f"{path.name}: every tenth name with its district, within 10 km"
    _print(title, counts, faults if errors else [])
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        add_file(path.read_bytes(), path.name, engine.gazetteer, data_dir=data)
        added = open_gazetteer(data / "cache", data_dir=data)
        counts, faults = measure_communities(sample, added, engine.roster)
    _print(f"{title}, the file added", counts, faults if errors else [])


def measure_communities(
    rows: Iterable[Mapping[str, str]], gazetteer: Gazetteer, roster: Roster
) -> tuple[Counts, list[str]]:
    """Return by governorate what became of names in a sentence with district and governorate."""
    counts: Counts = defaultdict(Counter)
    faults = []
    for row in rows:
        name = row["name_en"]
        text = f"Fighters entered {name} ({row['adm2']} district, {row['adm1']} governorate)."
        start = text.index(name)
        answers = scan(text, gazetteer, roster, _WHEN).resolutions
        place = next((r.place for r in answers if r.toponym.start == start), None)
        outcome = _near(place, row, NEAR_KM)
        counts[row["adm1"]][outcome] += 1
        if outcome != "right":
            what = f"{place.name} in {place.admin1}" if place else "nothing"
            faults.append(f"{outcome}: {text} -> {what}")
    return counts, faults


def measure_mentions(path: Path, gazetteer: Gazetteer) -> tuple[Counts, list[str]]:
    """Return what became of marked mentions; `found` are those that the finder sees, too."""
    counts: Counts = defaultdict(Counter)
    faults = []
    for article in _lines(path):
        text = article["text"]
        mentions = [m for m in article["mentions"] if m.get("lat") is not None]
        mentions.sort(key=lambda m: m["start"])
        toponyms = toponyms_at(text, [(m["start"], m["end"]) for m in mentions], gazetteer)
        named = [(t.start, t.end) for t in find_toponyms(text, gazetteer)]
        for mention, answer in zip(mentions, resolve(toponyms, text, gazetteer), strict=True):
            outcome = _near(answer.place, mention, MENTION_KM)
            has_candidate = bool(answer.candidates)
            counts["with a candidate" if has_candidate else "without"][outcome] += 1
            hit = any(s < mention["end"] and mention["start"] < e for s, e in named)
            counts["found in the text"]["right" if hit else "abstained"] += 1
            if outcome == "wrong":
                what = answer.place.name if answer.place else ""
                faults.append(f"wrong: {answer.toponym.text} -> {what}")
    return counts, faults


def _lines(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _print(title: str, counts: Counts, faults: Sequence[str]) -> None:
    rows = []
    for name, count in sorted(counts.items()):
        total = sum(count.values())
        answered = count["right"] + count["wrong"]
        cells = [shown(count[outcome], total) for outcome in OUTCOMES]
        rows.append((name, *cells, shown(count["right"], answered)))
    whole = sum(
        (c for name, c in counts.items() if not name.startswith((" ", "found"))), Counter[str]()
    )
    cells = [shown(whole[outcome], sum(whole.values())) for outcome in OUTCOMES]
    rows.append(("all", *cells, shown(whole["right"], whole["right"] + whole["wrong"])))
    table(title, ("", *OUTCOMES, "right of answered"), rows)
    # What is wrong comes before what was left open.
    for fault in sorted(faults, key=lambda f: not f.startswith("wrong"))[:SHOWN]:
        say(f"    {fault}")
