"""The states of one place in a row, from its reports."""

import itertools
from dataclasses import dataclass, replace
from datetime import date

from components.control.holds import with_holds
from components.control.reports import EVER, NEAR_DAYS, Report
from components.control.standing import is_corroborated, outweighs
from components.control.steps import Step, each_once, steps_of
from components.records import ControlInterval, DateInterval, Standing, State

_WEIGHT = {"inferred": 0, "claimed": 1, "corroborated": 2}


@dataclass(slots=True)
class Stretch:
    """One state of a place while the row is being built; days as numbers."""

    state: State
    holders: tuple[str, ...]
    blocs: frozenset[str]
    a: int
    b: int
    standing: Standing
    rule: str
    reports: list[Report]
    against: list[Report]


def strip_of(place_id: str, reports: list[Report]) -> list[ControlInterval]:
    """Return the intervals of one place, in order, from its reports in canonical order."""
    denials = [r for r in reports if r.claim.stance == "denied"]
    said = [r for r in reports if r.claim.stance == "asserted"]
    steps = with_holds(steps_of(said), [r for r in said if r.claim.kind in ("held", "repelled")])
    for denial in denials:
        _oppose(denial, steps)
    _name_fighters(steps)
    row = Row()
    for step in steps:
        row.add(step)
    for siege in (r for r in said if r.claim.kind == "besieged"):
        row.note(siege)
    return row.intervals(place_id)


def _oppose(denial: Report, steps: list[Step]) -> None:
    """Set a denial against the changes that it denies."""
    for step in steps:
        gap = max(denial.a - step.b, step.a - denial.b)
        if step.kind == "fight" or gap > NEAR_DAYS:
            continue
        denied = denial.gain_blocs & step.gain_blocs or (
            not denial.gain_blocs and denial.lose_blocs & step.lose_blocs
        )
        if denied and denial not in step.rivals:
            step.rivals.append(denial)


def _name_fighters(steps: list[Step]) -> None:
    """Let a fight that names one side only take the other from the capture that ends it."""
    for fight, end in itertools.pairwise(steps):
        if fight.kind != "fight" or end.kind != "take" or end.rivals:
            continue
        one = fight.reports[0]
        if fight.gain_blocs & end.gain_blocs and not fight.lose:
            named = [r for r in end.reports if r.lose]
            if named:
                fight.reports[0] = replace(one, lose=named[0].lose, lose_blocs=named[0].lose_blocs)


class Row:
    """Builds the states of one place one after the other."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []

    def add(self, step: Step, following: Step | None = None) -> None:
        """Add what a step makes of the place."""
        if step.kind == "fight":
            self._fight(step)
        elif step.kind == "loss":
            self._infer(step.lose, step.lose_blocs, step)
            self._push(
                Stretch("unknown", (), frozenset(), step.a, step.b, "unknown",
                        "left, no successor", list(step.reports), list(step.rivals))
            )
        else:
            self._held(step)

    def _held(self, step: Step) -> None:
        now = self.stretches[-1] if self.stretches else None
        supporting = [r for r in step.reports if r.gain or step.kind != "hold"]
        if now and now.state == "held" and now.blocs & step.gain_blocs and not step.rivals:
            lost_between = step.lose_blocs and not step.lose_blocs & now.blocs
            if not lost_between:
                self._confirm(now, step)
                return
        self._infer(step.lose, step.lose_blocs, step)
        if step.rivals and not outweighs(step.reports, step.rivals):
            self._dispute(step)
            return
        two = is_corroborated(step.reports)
        rule = "two sources" if two else "one side"
        if step.rivals:
            rule = "two sources, denied"
        self._push(
            Stretch("held", step.gain, step.gain_blocs, step.a, step.b,
                    "corroborated" if two else "claimed", rule, supporting, list(step.rivals))
        )

    def _dispute(self, step: Step) -> None:
        now = self.stretches[-1] if self.stretches else None
        others = each_once(a for r in step.rivals for a in (r.lose if _denies(r) else r.gain))
        blocs = frozenset().union(
            *((r.lose_blocs if _denies(r) else r.gain_blocs) for r in step.rivals)
        )
        if not others:
            others, blocs = step.lose, step.lose_blocs
        if not others and now and now.state == "held":
            others, blocs = now.holders, now.blocs
        rule = "order unknown" if step.order_unknown else "sources disagree"
        self._push(
            Stretch("disputed", each_once((*step.gain, *others)), step.gain_blocs | blocs,
                    step.a, step.b, "disputed", rule, list(step.reports), list(step.rivals))
        )

    def _fight(self, step: Step) -> None:
        now = self.stretches[-1] if self.stretches else None
        defenders, their_blocs = step.lose, step.lose_blocs
        if not defenders and now and now.state == "held" and not now.blocs & step.gain_blocs:
            defenders, their_blocs = now.holders, now.blocs
        holders = each_once((*defenders, *step.gain))
        blocs = their_blocs | step.gain_blocs
        if now and now.state == "contested" and blocs <= now.blocs:
            now.reports += step.reports
            now.standing = "corroborated" if is_corroborated(now.reports) else "claimed"
            return
        self._infer(defenders, their_blocs, step)
        reports = list(step.reports)
        if now and now.state == "contested":
            holders, blocs = each_once((*now.holders, *holders)), now.blocs | blocs
            reports = [*now.reports, *reports]
        standing: Standing = "corroborated" if is_corroborated(reports) else "claimed"
        self._push(
            Stretch("contested", holders, blocs, step.a, step.b, standing,
                    "fighting, undecided", reports, [])
        )

    def _confirm(self, now: Stretch, step: Step) -> None:
        """Let a further report of the same holder raise the standing from its day on."""
        reports = [*now.reports, *step.reports]
        better: Standing = "corroborated" if is_corroborated(reports) else "claimed"
        start = max(step.a, now.a + 1)
        if _WEIGHT[better] <= _WEIGHT.get(now.standing, 2):
            now.reports = reports
        elif step.a <= now.b + NEAR_DAYS and now.standing != "inferred" or start > step.b:
            now.reports, now.standing = reports, better
            now.rule = "two sources" if better == "corroborated" else "one side"
        else:
            rule = "two sources" if better == "corroborated" else "one side"
            self._push(
                Stretch("held", each_once((*now.holders, *step.gain)), now.blocs | step.gain_blocs,
                        start, step.b, better, rule, reports, list(now.against))
            )

    def _infer(self, actors: tuple[str, ...], blocs: frozenset[str], step: Step) -> None:
        """Put the holder that a report names for the time before it, where no report says else."""
        if not actors or step.a == EVER:
            return
        now = self.stretches[-1] if self.stretches else None
        if now is None:
            start, last = EVER, step.a - 1
        elif now.state != "unknown" and now.blocs & blocs:
            return
        elif now.state == "contested":
            return
        else:
            start, last = now.b + 1, step.b - 1
        if start >= step.a:
            return
        rule = {"fight": "inferred before fighting", "loss": "inferred before loss"}.get(
            step.kind, "inferred before capture"
        )
        self.stretches.append(
            Stretch("held", actors, blocs, start, last, "inferred", rule, list(step.reports), [])
        )

    def _push(self, new: Stretch) -> None:
        """Add a stretch; one before it that no day is left for is dropped, its claims kept."""
        while self.stretches:
            now = self.stretches[-1]
            if new.a == EVER:
                new.a = now.b + 1
            start = max(new.a, now.a + 1)
            if start <= new.b:
                new.a = start
                now.b = min(now.b, new.b)
                break
            self.stretches.pop()
            told = new.reports if now.state in ("contested", new.state) else new.against
            told.extend(r for r in now.reports if r not in told)
            new.against.extend(r for r in now.against if r not in new.against)
        self.stretches.append(new)

    def note(self, report: Report) -> None:
        """Keep a report that changes nothing with the state in force on its day."""
        fitting = [s for s in self.stretches if s.a <= report.b]
        if fitting:
            fitting[-1].reports.append(report)
        elif self.stretches:
            self.stretches[0].reports.append(report)
        elif report.gain:
            self.stretches.append(
                Stretch("held", report.gain, report.gain_blocs, report.a, report.b, "inferred",
                        "besieged, so held", [report], [])
            )
        else:
            self.stretches.append(
                Stretch("unknown", (), frozenset(), report.a, report.b, "unknown",
                        "no holder named", [report], [])
            )

    def intervals(self, place_id: str) -> list[ControlInterval]:
        """Return the row as records."""
        starts = [
            DateInterval(None if s.a == EVER else date.fromordinal(s.a), date.fromordinal(s.b))
            for s in self.stretches
        ]
        return [
            ControlInterval(
                place_id, s.state, s.holders, start, end, s.standing,
                _ids(s.reports), _ids(r for r in s.against if r not in s.reports), s.rule,
            )
            for s, start, end in zip(self.stretches, starts, [*starts[1:], None], strict=True)
        ]


def _denies(report: Report) -> bool:
    return report.claim.stance == "denied"


def _ids(reports) -> tuple[str, ...]:  # type: ignore[no-untyped-def]
    """Return the claims in the order of their evidence, each once."""
    claims = {r.claim.id: r.claim for r in reports}.values()
    return tuple(c.id for c in sorted(claims, key=lambda c: (c.evidence, c.id)))
