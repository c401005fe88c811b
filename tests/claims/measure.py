"""Measures the reader: python tests/claims/measure.py tests/gold/dev.jsonl [--errors].

A line of a set: {"id", "text", "claims": [{"place", "kind", "counted", "winner", "loser",
"reason_code"}]}; it lists every claim that may colour a map, and may list some that must not.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from components.actors import Roster
from components.articles import from_text
from components.claims import Reader, load_model
from components.places import open_gazetteer
from components.records import Claim

# A place that no gazetteer has is the gazetteer's miss, not the reader's.
_READ = frozenset({"", "not_found", "ambiguous"})
_WINNING = frozenset({"gaining", "holding", "attacking"})


@dataclass
class Figures:
    """Counts of a run; by kind: found and right, found and wrong, missed."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    traps: int = 0
    traps_coloured: int = 0
    winners: int = 0
    winners_right: int = 0
    losers: int = 0
    losers_right: int = 0
    uncounted: int = 0
    uncounted_seen: int = 0
    errors: list[str] = field(default_factory=list)

    def precision(self) -> float:
        """Return the share of claims read that are right."""
        found = self.right.total() + self.wrong.total()
        return self.right.total() / found if found else 1.0

    def recall(self) -> float:
        """Return the share of claims of the set that were read."""
        there = self.right.total() + self.missed.total()
        return self.right.total() / there if there else 1.0

    def winner_accuracy(self) -> float:
        """Return how often the party named by the set was read as winning, holding, attacking."""
        return self.winners_right / self.winners if self.winners else 1.0

    def loser_accuracy(self) -> float:
        """Return how often the losing party named by the set was read."""
        return self.losers_right / self.losers if self.losers else 1.0


def measure(rows: Iterable[dict[str, Any]], reader: Reader) -> Figures:
    """Read every text of a set and compare."""
    figures = Figures()
    for row in rows:
        article = from_text(row["text"], today=date(2026, 1, 1), article_id=row["id"])
        _compare(row, list(reader.read(article).claims), figures)
    return figures


def _compare(row: dict[str, Any], claims: list[Claim], figures: Figures) -> None:
    read = [c for c in claims if c.stance == "asserted" and c.reason_code in _READ]
    expected = [g for g in row["claims"] if g["counted"]]
    if not expected:
        figures.traps += 1
        figures.traps_coloured += any(c.counted for c in read)
    left = list(read)
    for gold in expected:
        fits = [c for c in left if _same(gold, c)]
        hit = max(fits, key=lambda c: _named(gold, c), default=None)
        if hit is None:
            figures.missed[gold["kind"]] += 1
            figures.errors.append(f"{row['id']} MISSED {gold} | {row['text']}")
            continue
        left.remove(hit)
        figures.right[gold["kind"]] += 1
        _parties(row, gold, hit, figures)
    for claim in left:
        figures.wrong[claim.kind] += 1
        said = f"{claim.kind} {claim.toponym} {[(p.role, p.actor_id) for p in claim.parties]}"
        figures.errors.append(f"{row['id']} WRONG {said} | {row['text']}")
    for gold in row["claims"]:
        if not gold["counted"]:
            figures.uncounted += 1
            seen = any(_same(gold, c) and not c.counted for c in claims)
            figures.uncounted_seen += seen
            if not seen:
                figures.errors.append(f"{row['id']} UNCOUNTED {gold} | {row['text']}")


def _same(gold: dict[str, Any], claim: Claim) -> bool:
    return claim.kind == gold["kind"] and _plain(gold["place"]) in _plain(claim.toponym)


def _named(gold: dict[str, Any], claim: Claim) -> int:
    read = {(p.role in _WINNING, p.actor_id) for p in claim.parties}
    sides = (("winner", True), ("loser", False))
    return sum((won, actor) in read for side, won in sides for actor in gold.get(side, ()))


def _plain(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _parties(row: dict[str, Any], gold: dict[str, Any], hit: Claim, figures: Figures) -> None:
    for side, roles in (("winner", _WINNING), ("loser", frozenset({"losing", "defending"}))):
        if side not in gold:
            continue
        named = {p.actor_id for p in hit.parties if p.role in roles}
        right = bool(named & set(gold[side]))
        if side == "winner":
            figures.winners += 1
            figures.winners_right += right
        else:
            figures.losers += 1
            figures.losers_right += right
        if not right:
            figures.errors.append(
                f"{row['id']} {side.upper()} {gold[side]} read {sorted(named)} | {row['text']}"
            )


def load(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a set."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the figures of the sets named on the command line."""
    reader = Reader(load_model(), open_gazetteer(), Roster.load())
    for name in [a for a in sys.argv[1:] if not a.startswith("--")]:
        figures = measure(load(Path(name)), reader)
        print(f"{name}: P {figures.precision():.3f} R {figures.recall():.3f}")
        for kind in sorted({*figures.right, *figures.wrong, *figures.missed}):
            r, w, m = (c[kind] for c in (figures.right, figures.wrong, figures.missed))
            p_kind = r / (r + w) if r + w else 1.0
            r_kind = r / (r + m) if r + m else 1.0
            print(f"  {kind:12} P {p_kind:.2f} R {r_kind:.2f}  ({r} right, {w} wrong, {m} missed)")
        print(f"  winner {figures.winner_accuracy():.2f}  loser {figures.loser_accuracy():.2f}")
        print(f"  traps coloured {figures.traps_coloured} of {figures.traps}")
        print(f"  not counted, recorded {figures.uncounted_seen} of {figures.uncounted}")
        if "--errors" in sys.argv:
            print("\n".join(figures.errors))


if __name__ == "__main__":
    main()
