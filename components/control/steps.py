"""Reports of one place, gathered into steps: a change of hands, a loss, a fight."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from components.control.reports import EVER, NEAR_DAYS, Report

StepKind = Literal["take", "loss", "fight", "hold"]
_WIDEST_CONFLICT_DAYS = 7


@dataclass(slots=True)
class Step:
    """Something that happened to a place, told by one or more reports.

    Args:
        kind: take (somebody holds it afterwards), loss (nobody named), fight, hold.
        a: First day it may have happened on, `EVER` when open.
        b: Last day it may have happened on.
        reports: Who says so.
        rivals: Reports that name another holder for the same days.
        order_unknown: Two changes whose order no report tells.
        last: Last day on which a fight is reported to go on.
    """

    kind: StepKind
    a: int
    b: int
    reports: list[Report]
    rivals: list[Report] = field(default_factory=list)
    order_unknown: bool = False
    last: int = EVER

    @property
    def gain_blocs(self) -> frozenset[str]:
        """Return what the holders afterwards (in a fight: the attackers) count with."""
        return frozenset().union(*(r.gain_blocs for r in self.reports))

    @property
    def lose_blocs(self) -> frozenset[str]:
        """Return what the holders before count with."""
        return frozenset().union(*(r.lose_blocs for r in self.reports)) - self.gain_blocs

    @property
    def gain(self) -> tuple[str, ...]:
        """Return the holders afterwards, each once."""
        return each_once(a for r in self.reports for a in r.gain)

    @property
    def lose(self) -> tuple[str, ...]:
        """Return the holders before, each once."""
        gain = self.gain_blocs
        return each_once(
            a for r in self.reports if not r.lose_blocs <= gain for a in r.lose
        )


def each_once(actors: Iterable[str]) -> tuple[str, ...]:
    """Return the actors in the order in which they first come."""
    return tuple(dict.fromkeys(actors))


def steps_of(reports: Iterable[Report]) -> list[Step]:
    """Gather the reports of one place into steps, in the order of what happened.

    Reports of captures by one bloc on overlapping or near days are one change; a loss told by
    anybody joins the capture that it made room for.
    """
    takes: list[Report] = []
    losses: list[Report] = []
    fights: list[Report] = []
    for report in reports:
        kind = report.claim.kind
        if kind == "contested":
            fights.append(report)
        elif kind in ("captured", "transferred", "lost"):
            (takes if report.gain else losses).append(report)
    steps = _gathered("take", takes, lambda r: r.gain_blocs)
    alone = [r for r in losses if not _joined(r, steps)]
    steps += _gathered("loss", alone, lambda r: r.lose_blocs)
    steps += [Step("fight", f.a, f.b, [f], last=f.a if f.a > EVER else f.b) for f in fights]
    return _in_order(steps)


def _gathered(kind: StepKind, reports: list[Report], blocs) -> list[Step]:  # type: ignore[no-untyped-def]
    """Gather reports of one change; the most precise speak first, vaguer ones join them."""
    steps: list[tuple[Step, frozenset[str]]] = []
    for report in sorted(reports, key=lambda r: (r.b - r.a, r.a, r.claim.id)):
        mine = blocs(report)
        best = None
        for step, theirs in steps:
            if mine & theirs or not (mine or theirs):
                gap = max(report.a - step.b, step.a - report.b)
                if gap <= 0 or (gap <= NEAR_DAYS and _may_widen(step, report, reports, mine, blocs)):
                    key = (max(gap, 0), step.a)
                    if best is None or key < best[0]:
                        best = (key, step)
        if best is None:
            steps.append((Step(kind, report.a, report.b, [report]), mine))
            continue
        step = best[1]
        if best[0][0] == 0:
            step.a, step.b = max(step.a, report.a), min(step.b, report.b)
        else:
            step.a, step.b = min(step.a, report.a), max(step.b, report.b)
        step.reports.append(report)
        steps = [(s, t | mine if s is step else t) for s, t in steps]
    for step, _ in steps:
        step.reports.sort(key=lambda r: r.order)
    return [step for step, _ in steps]


def _may_widen(step: Step, report: Report, reports: list[Report], mine, blocs) -> bool:  # type: ignore[no-untyped-def]
    """Whether two reports on different days may be one change: near, and nobody else in between."""
    low, high = min(step.b, report.b), max(step.a, report.a)
    if max(step.b, report.b) - min(step.a, report.a) > _WIDEST_CONFLICT_DAYS:
        return False
    return not any(low <= r.a and r.b <= high and not (blocs(r) & mine) for r in reports)


def _joined(loss: Report, takes: list[Step]) -> bool:
    """Add a loss to the capture that it made room for; False when there is none."""
    fitting = []
    for take in takes:
        gap = max(loss.a - take.b, take.a - loss.b)
        losers = take.lose_blocs
        fits = not (loss.lose_blocs & take.gain_blocs) and (
            not losers or not loss.lose_blocs or losers & loss.lose_blocs
        )
        if fits and gap <= NEAR_DAYS:
            fitting.append((max(gap, 0), take.a, take))
    if not fitting:
        return False
    gap, _, take = min(fitting, key=lambda f: f[:2])
    if gap == 0:
        take.a, take.b = max(take.a, loss.a), min(take.b, loss.b)
    take.reports.append(loss)
    take.reports.sort(key=lambda r: r.order)
    return True


def _in_order(steps: list[Step]) -> list[Step]:
    """Put steps in the order of what happened; two changes of unknown order become one step."""

    def key(step: Step) -> tuple[int, int, int, str]:
        fight = step.kind == "fight"
        anchor = step.a if fight and step.a > EVER else step.b
        return (anchor, 0 if fight else 1, step.a, step.reports[0].claim.id)

    done: list[Step] = []
    for step in sorted(steps, key=key):
        at = next((i for i in range(len(done) - 1, -1, -1) if done[i].kind != "fight"), None)
        before = done[at] if at is not None else None
        if before is None or at is None or step.kind == "fight" or step.a > before.b:
            done.append(step)
        elif before.gain_blocs & step.lose_blocs or _is_later(step, before):
            done.append(step)
        elif step.gain_blocs & before.lose_blocs:
            step.b, before.a = min(step.b, before.b), max(before.a, step.a)
            done.insert(at, step)
        elif before.kind == "take" and step.kind == "take" and not (
            before.gain_blocs & step.gain_blocs
        ):
            before.a, before.b = max(before.a, step.a), max(before.b, step.b)
            before.rivals += step.reports + step.rivals
            before.order_unknown = before.order_unknown or not _is_near(before, step)
        else:
            done.append(step)
    return done


def _is_later(step: Step, before: Step) -> bool:
    """Whether the days overlap so little that the one is taken to follow the other."""
    if before.a == EVER or step.a == EVER:
        return False
    shared = before.b - step.a + 1
    return step.a > before.a and step.b > before.b and 2 * shared <= min(
        before.b - before.a + 1, step.b - step.a + 1
    )


def _is_near(one: Step, two: Step) -> bool:
    """Whether both tell of the same few days, so that they contradict each other."""
    return max(one.b, two.b) - min(one.a, two.a) <= _WIDEST_CONFLICT_DAYS
