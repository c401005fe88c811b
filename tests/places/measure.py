"""Measure how well names are found and resolved, on a file of one's own.

    python tests/places/measure.py FILE...

A .csv file has the columns name, country, lat, lon, and perhaps variants (a semicolon between
two) and kind: each name is looked up with its country as context and counts as right within
10 km (100 km for regions and provinces). A .jsonl file has articles with `text` and `mentions`
(start, end, lat, lon): each mention is resolved within its text and counts as right within 161 km.
Names that stay unanswered are counted apart from wrong ones.
"""

import csv
import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from geopy.distance import great_circle

from components.places import (
    Gazetteer,
    find_toponyms,
    open_gazetteer,
    resolve,
    resolve_name,
    toponyms_at,
)
from components.records import Place

NEAR_KM = 10
AREA_KM = 100
MENTION_KM = 161
SHOWN = 60


def km_between(place: Place, row: dict[str, str]) -> float:
    point = (float(row["lat"]), float(row["lon"]))
    return float(great_circle((place.lat, place.lon), point).kilometers)


def measure_names(path: Path, gazetteer: Gazetteer) -> None:
    """Print by country how many names, and how many names with all variants, are right."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["lat"]]
    first: dict[str, Counter[str]] = defaultdict(Counter)
    every: dict[str, Counter[str]] = defaultdict(Counter)
    faults: list[str] = []
    for row in rows:
        country = [p for p in every_country() if p.country == row["country"]]
        reach = AREA_KM if row.get("kind") in {"region", "adm1", "adm2", "river"} else NEAR_KM
        names = [row["name"], *filter(None, row.get("variants", "").split(";"))]
        for i, name in enumerate(names):
            answer = resolve_name(name, gazetteer, country)
            outcome = "unanswered"
            if answer.place:
                km = km_between(answer.place, row)
                outcome = "right" if km <= reach else "wrong"
                if outcome == "wrong":
                    faults.append(f"{name} -> {answer.place.name}, {km:.0f} km off")
            if i == 0:
                first[row["country"]][outcome] += 1
                if outcome == "unanswered":
                    faults.append(f"{name}: {answer.reason_code}")
            every[row["country"]][outcome] += 1
    for title, counts in (("names", first), ("names and variants", every)):
        for code, count in sorted(counts.items()):
            print(f"{title:20} {code}  {shares(count)}")
        print(f"{title:20} all {shares(sum(counts.values(), Counter()))}")
    print("\n".join(faults[:SHOWN]))


def every_country() -> tuple[Place, ...]:
    if not COUNTRIES:
        path = Path(__file__).parents[2] / "data" / "places" / "countries.csv"
        with path.open(encoding="utf-8", newline="") as file:
            codes = [row["iso"] for row in csv.DictReader(file)]
        COUNTRIES.extend(Place("", code, "country", 0, 0, code, "", "") for code in codes)
    return tuple(COUNTRIES)


COUNTRIES: list[Place] = []


def measure_mentions(path: Path, gazetteer: Gazetteer) -> None:
    """Print how many given mentions are answered, and how many of those are right."""
    count: Counter[str] = Counter()
    found: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    spent_s = 0.0
    articles = 0
    with path.open(encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            text = article["text"]
            mentions = [m for m in article["mentions"] if m.get("lat") is not None]
            mentions.sort(key=lambda m: m["start"])
            spans = [(m["start"], m["end"]) for m in mentions]
            toponyms = toponyms_at(text, spans, gazetteer)
            for t in toponyms:
                gazetteer.matches(t.text)
            begun_s = time.process_time()
            answers = resolve(toponyms, text, gazetteer)
            spent_s += time.process_time() - begun_s
            articles += 1
            named = [(t.start, t.end) for t in find_toponyms(text, gazetteer)]
            for mention, answer in zip(mentions, answers, strict=True):
                hit = any(s < mention["end"] and mention["start"] < e for s, e in named)
                found["found" if hit else "missed"] += 1
                if not answer.place:
                    count["unanswered"] += 1
                    faults[f"{answer.toponym.text}: {answer.reason_code}"] += 1
                    continue
                km = km_between(answer.place, mention)
                count["right" if km <= MENTION_KM else "wrong"] += 1
                if km > MENTION_KM:
                    name = f"{answer.place.name} {answer.place.kind} {answer.place.country}"
                    faults[f"{answer.toponym.text} -> {name}, {km:.0f} km off"] += 1
    answered = count["right"] + count["wrong"]
    print(f"mentions answered    {shares(count)}")
    print(f"Acc@161 of answered  {count['right'] / max(answered, 1):.3f} of {answered}")
    print(f"found in the text    {shares(found)}")
    print(f"resolving            {1000 * spent_s / max(articles, 1):.2f} ms an article")
    print("\n".join(f"{n:4} {fault}" for fault, n in faults.most_common(SHOWN)))


def shares(count: Counter[str]) -> str:
    """Return the counts with their shares, in a fixed order."""
    total = sum(count.values()) or 1
    return "  ".join(f"{key} {n} ({n / total:.1%})" for key, n in sorted(count.items()))


def main() -> None:
    """Measure each file named on the command line."""
    if len(sys.argv) < 2:
        sys.exit("Usage: python tests/places/measure.py FILE.csv|FILE.jsonl ...")
    gazetteer = open_gazetteer()
    for given in sys.argv[1:]:
        path = Path(given)
        print(f"== {path.name}")
        (measure_names if path.suffix == ".csv" else measure_mentions)(path, gazetteer)


if __name__ == "__main__":
    main()
