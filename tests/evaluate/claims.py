"""How well claims are read: each set apart, the untouched one last."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from components.articles import from_text
from components.pipeline import Engine
from tests.evaluate import counts, parses
from tests.evaluate.scoring import COLUMNS, Scored, score
from tests.evaluate.sets import CLOSED, GOLD, UNTOUCHED, GoldSet, Text, gold_sets
from tests.evaluate.tables import say, share, shown, table

FLOORS = GOLD / "floors.json"
# Texts without a date are read as if they appeared today; a fixed day keeps figures alike.
TODAY = date(2026, 1, 1)
_CEILINGS = frozenset({"traps coloured"})


@dataclass(frozen=True)
class SetResult:
    """One set compared: with names not found taken as read, and with located ones only."""

    name: str
    read: list[Scored]
    located: list[Scored]

    def figures(self, engine: Engine) -> dict[str, float]:
        """Return the figures that have floors."""
        all_ = counts.total(self.read)
        on_map = counts.total(self.located)
        parties = counts.party_count(self.read, engine.roster)
        days = counts.days_of(self.read)
        return {
            "precision": all_.precision,
            "recall": all_.recall,
            "located precision": on_map.precision,
            "located recall": on_map.recall,
            "gainer": parties.gainer(),
            "loser": parties.role("losing"),
            "days": share(days.total() - days["apart"], days.total()),
            "traps coloured": counts.traps_coloured(self.read),
        }


def read_set(gold: GoldSet, engine: Engine) -> SetResult:
    """Read every text of a set and compare it with its labels."""
    read, located = [], []
    for text in gold.texts:
        article = from_text(text.text, today=TODAY, article_id=text.id, published=text.published)
        reading = engine.read(article)
        read.append(score(text, reading, located=False))
        located.append(score(text, reading, located=True))
    return SetResult(gold.name, read, located)


def below_floors(result: SetResult, engine: Engine) -> list[str]:
    """Return a sentence for each figure of a set that lies below its floor."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    figures = result.figures(engine)
    faults = []
    for name, floor in floors.get(result.name, {}).items():
        value = figures[name]
        is_worse = value > floor if name in _CEILINGS else value < floor
        if is_worse:
            bound = "may be at most" if name in _CEILINGS else "must be at least"
            faults.append(f"{result.name}: {name} is {value:.3f}, {bound} {floor}")
    return faults


def run(engine: Engine, *, errors: bool) -> list[str]:
    """Print the tables of every set; return what lies below its floor."""
    faults = []
    results = [read_set(gold, engine) for gold in gold_sets()]
    table(
        "Claims, all sets (located: only what is on the map)",
        ["set", "texts", "labels", "P", "R", "F1", "located P", "R", "F1"],
        (_summary(result) for result in results),
    )
    for result in results:
        untouched = ", untouched: never tuned on" if result.name == UNTOUCHED else ""
        say(f"\n== {result.name}{untouched} ==")
        print_tables(result, engine)
        if errors and result.name not in CLOSED:
            _print_errors(result, engine)
        faults += below_floors(result, engine)
    return faults


def _summary(result: SetResult) -> list[str]:
    labels = sum(label.verdict != "either" for one in result.read for label in one.text.labels)
    cells = [result.name, str(len(result.read)), str(labels)]
    for scored in (result.read, result.located):
        count = counts.total(scored)
        cells += [f"{count.precision:.3f}", f"{count.recall:.3f}", f"{count.f1:.3f}"]
    return cells


def print_tables(result: SetResult, engine: Engine) -> None:
    """Print the tables of one set."""
    scored = result.read
    _print_counts("by kind", counts.by_kind(scored), counts.total(scored))
    constructions = counts.by_construction(scored)
    if set(constructions) - {counts.UNSAID}:
        _print_counts("by construction", constructions)
    registers = counts.by_register(scored)
    if set(registers) - {counts.UNSAID}:
        _print_counts("by register", registers)
    parties = counts.party_count(scored, engine.roster)
    rows = [[d, shown(parties.gainers_right[d], n)] for d, n in sorted(parties.gainers.items())]
    rows += [["mean of directions", f"{parties.gainer():.3f}"]] if rows else []
    table("gainer by direction", ["", "right"], rows)
    table(
        "party by role",
        ["", "right"],
        ([r, shown(parties.roles_right[r], n)] for r, n in sorted(parties.roles.items())),
    )
    table(
        "factuality: what each label came to",
        ["", *COLUMNS],
        (
            [verdict, *(str(row[column]) for column in COLUMNS)]
            for verdict, row in counts.factuality(scored).items()
        ),
    )
    days = counts.days_of(scored)
    if days:
        table(
            "days of the claim against the label's",
            ["", *counts.DAYS, "share a day"],
            [
                [
                    "claims",
                    *(str(days[verdict]) for verdict in counts.DAYS),
                    shown(days.total() - days["apart"], days.total()),
                ]
            ],
        )


def _print_counts(
    title: str, by_name: dict[str, counts.Count], whole: counts.Count | None = None
) -> None:
    rows = sorted(by_name.items(), key=lambda item: (item[1].f1, item[0]))
    rows += [("all", whole)] if whole else []
    table(
        title,
        ["", "P", "R", "F1", "right", "false", "missed"],
        (
            [
                *(name, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}"),
                *(str(c.right), str(c.false), str(c.missed)),
            ]
            for name, c in rows
        ),
    )


def _print_errors(result: SetResult, engine: Engine) -> None:
    say()
    for one in result.read:
        for label in one.missed:
            _fault(
                engine, one.text, label.start, f"MISSED {label.kinds} {label.place!r} {label.days}"
            )
        for claim in one.false:
            parties = [(p.role, p.actor_id) for p in claim.parties]
            said = f"FALSE {claim.kind} {claim.toponym!r} ({claim.place_id}) {parties}"
            _fault(engine, one.text, claim.evidence.start, said)
        for label, column in one.factuality:
            if label.verdict != "claim" and column == "counted":
                _fault(
                    engine,
                    one.text,
                    label.start,
                    f"COLOURED a {label.verdict}: {label.place!r} {label.kinds}",
                )
    say("\n".join(f"PARTY {f}" for f in counts.party_count(result.read, engine.roster).faults))


def _fault(engine: Engine, text: Text, position: int, said: str) -> None:
    sentence, parse = parses.parse_at(engine, text, position)
    say(f"{text.id} {said}\n    {sentence}\n    {parse}")


def chosen(results: Sequence[SetResult], name: str) -> SetResult:
    """Return the result of a set by its name."""
    return next(result for result in results if result.name == name)
