"""The gold sets in one form: texts, and what each of their sentences says about control.

Three forms are read: tests/gold/*.jsonl (`claims`), tests/gold/reports (`texts`, `gold`), and
tests/gold/unseen/*.jsonl (`labels`); tests/gold/unseen/README.md describes the last.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from components.records import Role

GOLD = Path(__file__).resolve().parents[1] / "gold"
SEEN = ("dev", "held", "late", "standing")
UNTOUCHED = "z"
# As untouched, in prose that tells of control on the side and by images.
OBLIQUE = "y"
# Figures of these may be printed, their errors never: nobody may learn from them.
CLOSED = frozenset({"reports, even", UNTOUCHED, OBLIQUE})
_SIDES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("winner", ("gaining", "holding", "attacking")),
    ("loser", ("losing", "defending")),
)
_ROLES: tuple[Role, ...] = ("gaining", "losing", "holding", "attacking", "defending")
Row = dict[str, Any]


@dataclass(frozen=True)
class Label:
    """What one stretch of a text says about one place.

    Args:
        start: First code point of the words that say it.
        end: Code point after the last.
        verdict: claim | not counted | trap | either; `either` is not scored.
        place: Name as written, "" for a trap without a place.
        position: Latitude and longitude, None where the set gives none.
        kinds: Kinds that are right; the first is the one it is counted under.
        parties: Names by role, any one of a role's names is right; ids from the roster in
            the sets that give them.
        days: First and last day on which it may have happened, None where not given.
        construction: The way of saying it, "" where not given.
    """

    start: int
    end: int
    verdict: str
    place: str = ""
    position: tuple[float, float] | None = None
    kinds: tuple[str, ...] = ()
    parties: dict[tuple[Role, ...], tuple[str, ...]] = field(default_factory=dict)
    days: tuple[date, date] | None = None
    construction: str = ""


@dataclass(frozen=True)
class Text:
    """One text of a set; `published` is None where the set does not say."""

    id: str
    text: str
    register: str
    country: str
    published: date | None
    labels: tuple[Label, ...]


@dataclass(frozen=True)
class GoldSet:
    """A set of texts under the name it is reported by."""

    name: str
    texts: tuple[Text, ...]


def gold_sets() -> list[GoldSet]:
    """Return every set that is there, the untouched one last."""
    sets = [GoldSet(name, _seen(GOLD / f"{name}.jsonl")) for name in SEEN]
    reports = _reports(GOLD / "reports")
    for half, odd in (("odd", True), ("even", False)):
        chosen = tuple(t for t in reports if (int(t.id[1:]) % 2 == 1) == odd)
        sets.append(GoldSet(f"reports, {half}", chosen))
    paths = sorted((GOLD / "unseen").glob("*.jsonl"), key=lambda p: (p.stem == UNTOUCHED, p.stem))
    return [*sets, *(GoldSet(path.stem, unseen(path)) for path in paths)]


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _seen(path: Path) -> tuple[Text, ...]:
    texts = []
    for row in _rows(path):
        length = len(row["text"])
        labels = tuple(
            Label(
                *(0, length, "claim" if claim["counted"] else "not counted", claim["place"]),
                kinds=(claim["kind"],),
                parties={roles: tuple(claim[side]) for side, roles in _SIDES if side in claim},
            )
            for claim in row["claims"]
        )
        trap = (Label(0, length, "trap"),)
        texts.append(Text(row["id"], row["text"], "", "", None, labels or trap))
    return tuple(texts)


def _reports(folder: Path) -> tuple[Text, ...]:
    labels: dict[str, list[Label]] = {}
    for row in _rows(folder / "gold.jsonl"):
        labels.setdefault(row["id"], []).append(_label(row, row["start"], row["end"]))
    return tuple(
        Text(
            *(row["id"], row["text"]),
            "news article" if row["id"].startswith("a") else "event note",
            "",
            date.fromisoformat(row["published"]),
            tuple(labels.get(row["id"], ())),
        )
        for row in _rows(folder / "texts.jsonl")
    )


def unseen(path: Path) -> tuple[Text, ...]:
    """Return the texts of a file in the form of tests/gold/unseen.

    Raises:
        ValueError: A quote does not stand in its text.
    """
    texts = []
    for row in _rows(path):
        labels = []
        at = 0
        for label in row["labels"]:
            quote = label["quote"]
            found = row["text"].find(quote, at)
            start = found if found >= 0 else row["text"].find(quote)
            if start < 0:
                msg = f"{path.name}, {row['id']}: the quote {quote!r} does not stand in the text."
                raise ValueError(msg)
            labels.append(_label(label, start, start + len(quote)))
            at = start
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        texts.append(
            Text(
                *(str(row["id"]), row["text"], row.get("register") or ""),
                *(row.get("country") or "", published, tuple(labels)),
            )
        )
    return tuple(texts)


def _label(row: Row, start: int, end: int) -> Label:
    roles = row.get("roles") or row
    named: dict[tuple[Role, ...], tuple[str, ...]] = {
        (role,): tuple(roles[role]) for role in _ROLES if roles.get(role)
    }
    position = None
    if row.get("lat") is not None and row.get("lon") is not None:
        position = (float(row["lat"]), float(row["lon"]))
    days = None
    if row.get("earliest") and row.get("latest"):
        days = (date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"]))
    kinds = row.get("kinds") or ()
    return Label(
        *(start, end, row["is"], row.get("place") or "", position),
        *((kinds,) if isinstance(kinds, str) else tuple(kinds), named, days),
        row.get("construction") or "",
    )
