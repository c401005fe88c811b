"""Prints how well whole reports are read: the right place, kind and sentence.

python tests/claims/score_reports.py [--errors]; see tests/gold/reports/README.md.
"""

import json
import sys
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from geopy.distance import great_circle

from components.articles import from_text
from components.pipeline import Engine, load_engine
from components.pipeline.rows import claim_rows

GOLD = ROOT / "tests" / "gold" / "reports"
NEAR_KM = 30
Row = dict[str, Any]


@dataclass
class Figures:
    """Counts over a set of reports."""

    right: int = 0
    missed: list[Row] = field(default_factory=list)
    false: list[Row] = field(default_factory=list)
    dated: int = 0
    traps: int = 0
    traps_coloured: int = 0

    @property
    def precision(self) -> float:
        """Share of the counted claims read that are right."""
        return self.right / max(1, self.right + len(self.false))

    @property
    def recall(self) -> float:
        """Share of the claims to be read that were."""
        return self.right / max(1, self.right + len(self.missed))

    def __str__(self) -> str:
        return (
            f"P {self.precision:.3f}  R {self.recall:.3f}  "
            f"({self.right} right, {len(self.false)} false, {len(self.missed)} missed)  "
            f"event days overlap {self.dated / max(1, self.right):.3f}  "
            f"traps coloured {self.traps_coloured} of {self.traps}"
        )


def rows_of(name: str) -> list[Row]:
    """Return the rows of one of the gold files."""
    return [json.loads(line) for line in (GOLD / name).read_text().splitlines()]


def read_reports(engine: Engine) -> dict[str, list[Row]]:
    """Return the counted claims of each report."""
    found = {}
    for text in rows_of("texts.jsonl"):
        published = date.fromisoformat(text["published"])
        article = from_text(
            text["text"], today=date(2026, 1, 1), article_id=text["id"], published=published
        )
        found[text["id"]] = [row for row in claim_rows(engine.read(article)) if row["counted"]]
    return found


def is_odd(report_id: str) -> bool:
    """Whether the report is in the half that may be looked at."""
    return int(report_id[1:]) % 2 == 1


def _overlaps(gold: Row, read: Row) -> bool:
    return bool(read["start"] < gold["end"] and gold["start"] < read["end"])


def _fits(gold: Row, read: Row) -> bool:
    place = read["place"]
    if gold["is"] == "trap" or not place or not _overlaps(gold, read):
        return False
    apart = great_circle((gold["lat"], gold["lon"]), (place["lat"], place["lon"])).km
    return bool(apart <= NEAR_KM and read["kind"] in gold["kinds"])


def _is_dated(gold: Row, read: Row) -> bool:
    event = read["event"]
    return bool(
        (event["earliest"] or "0001-01-01") <= gold["latest"]
        and (event["latest"] or "9999-12-31") >= gold["earliest"]
    )


def score(reports: dict[str, list[Row]], chosen: list[str]) -> Figures:
    """Compare what was read in the chosen reports with their gold."""
    figures = Figures()
    gold = [row for row in rows_of("gold.jsonl") if row["id"] in chosen]
    for report_id in chosen:
        left = list(reports[report_id])
        own = [row for row in gold if row["id"] == report_id]
        for wanted in (row for row in own if row["is"] == "claim"):
            fitting = sorted(
                (read for read in left if _fits(wanted, read)),
                key=lambda read: not _is_dated(wanted, read),
            )
            if fitting:
                left.remove(fitting[0])
                figures.right += 1
                figures.dated += _is_dated(wanted, fitting[0])
            else:
                figures.missed.append(wanted)
        # The same claim read twice, and what may be read either way, is neither right nor wrong.
        for read in left:
            if not any(row["is"] in {"claim", "either"} and _fits(row, read) for row in own):
                figures.false.append(read)
        traps = [row for row in own if row["is"] == "trap"]
        figures.traps += len(traps)
        figures.traps_coloured += sum(
            any(_overlaps(trap, read) for read in reports[report_id]) for trap in traps
        )
    return figures


def halves(reports: dict[str, list[Row]]) -> dict[str, Figures]:
    """Return the figures of articles and notes, odd and even apart."""
    return {
        f"{kind}, {half}": score(
            reports,
            [i for i in reports if i[0] == letter and is_odd(i) == (half == "odd")],
        )
        for kind, letter in (("articles", "a"), ("notes", "n"))
        for half in ("odd", "even")
    }


def main() -> None:
    """Print the figures; errors only for the half that may be looked at."""
    reports = read_reports(load_engine())
    for name, figures in halves(reports).items():
        print(f"{name:15} {figures}")
        if "--errors" in sys.argv and "odd" in name:
            for row in figures.missed:
                print("  missed", row["id"], row["place"], row["kinds"], row["roles"])
            for row in figures.false:
                print("  false ", row["article_id"], row["toponym"], row["kind"], row["sentence"])


if __name__ == "__main__":
    main()
