"""Reports of one place, gathered into steps: a change of hands, a loss, a fight."""

from collections.abc import Iterable
from typing import Literal

from components.control.reports import EVER, NEAR_DAYS, Report

StepKind = Literal["take", "loss", "fight", "hold"]
_WIDEST_CONFLICT_DAYS = 7


class Step:
    """Something that happened to a place, told by one or more reports.

    Args:
        kind: take (somebody holds it afterwards), loss (nobody named), fight, hold.
        a: First day it may have happened on, `EVER` when open.
        b: Last day it may have happened on.
        reports: Who says so.

    Attributes:
        before: Reports that name who held the place before; of this step, or of a later one.
        before_rule: Which later step those are of, "" for this one.
        rivals: Reports that name another holder for the same days, and denials.
        order_unknown: Two changes whose order no report tells.
        last: Last day on which a fight is reported to begin or go on.
    """

    __slots__ = (
        *("a", "b", "before", "before_rule", "gain_blocs", "kind", "last", "lose_blocs"),
        *("order_unknown", "reports", "rivals"),
    )

    def __init__(self, kind: StepKind, a: int, b: int, reports: list[Report]) -> None:
        self.kind = kind
        self.a = a
        self.b = b
        self.reports = reports
        self.before = reports
        self.before_rule = ""
        self.rivals: tuple[Report, ...] = ()
        self.order_unknown = False
        self.last = a if a > EVER else b
        first = reports[0]
        self.gain_blocs: frozenset[str] = first.gain_blocs
        lose = first.lose_blocs
        self.lose_blocs: frozenset[str] = lose - first.gain_blocs if lose else lose
        for report in reports[1:]:
            self._know(report)

    def _know(self, report: Report) -> None:
        self.gain_blocs |= report.gain_blocs
        self.lose_blocs = (self.lose_blocs | report.lose_blocs) - self.gain_blocs

    def join(self, report: Report) -> None:
        """Add a report of the same change: where the days agree they narrow, else they widen."""
        if max(self.a, report.a) <= min(self.b, report.b):
            self.a, self.b = max(self.a, report.a), min(self.b, report.b)
        elif report.gain_blocs:
            self.a, self.b = min(self.a, report.a), max(self.b, report.b)
        self.reports.append(report)
        self._know(report)

    def know_before(self, later: "Step") -> None:
        """Take who held the place before from a later step, whose reports say so."""
        self.before = later.before
        self.lose_blocs = later.lose_blocs - self.gain_blocs
        self.before_rule = later.before_rule or later.kind

    @property
    def gain(self) -> tuple[str, ...]:
        """Return the holders afterwards (in a fight: the attackers), each once."""
        if len(self.reports) == 1:
            return self.reports[0].gain
        return each_once(a for r in self.reports for a in r.gain)

    @property
    def lose(self) -> tuple[str, ...]:
        """Return the holders before (in a fight: the defenders), each once."""
        if not self.lose_blocs:
            return ()
        if len(self.before) == 1 and self.before[0].lose_blocs == self.lose_blocs:
            return self.before[0].lose
        told = [r.lose for r in self.before if r.lose_blocs & self.lose_blocs]
        return told[0] if len(told) == 1 else each_once(a for lost in told for a in lost)


def each_once(actors: Iterable[str]) -> tuple[str, ...]:
    """Return the actors in the order in which they first come."""
    return tuple(dict.fromkeys(actors))


def gap_days(one: Step | Report, two: Step | Report) -> int:
    """Return the days from the end of one to the start of the other; 0 or less: they overlap."""
    return max(one.a - two.b, two.a - one.b)


def steps_of(reports: Iterable[Report]) -> list[Step]:
    """Gather the reports of one place into steps, in the order of what happened.

    Reports of captures by one bloc on overlapping or near days are one change; a loss told by
    anybody joins the capture that it made room for.
    """
    takes: list[Report] = []
    losses: list[Report] = []
    fights: list[Step] = []
    for report in reports:
        kind = report.claim.kind
        if kind == "contested":
            fights.append(Step("fight", report.a, report.b, [report]))
        elif kind in ("captured", "transferred", "lost"):
            (takes if report.gain else losses).append(report)
    steps = _gathered("take", takes)
    alone = [r for r in losses if not _joined(r, steps)]
    if alone:
        steps += _gathered("loss", alone)
    return _in_order(steps, fights)


def _gathered(kind: StepKind, reports: list[Report]) -> list[Step]:
    """Gather reports of one change; the most precise speak first, vaguer ones join them."""
    if len(reports) == 1:
        return [Step(kind, reports[0].a, reports[0].b, list(reports))]
    steps: list[Step] = []
    for report in sorted(reports, key=lambda r: (r.b - r.a, r.a, r.id)):
        best, best_gap = None, NEAR_DAYS + 1
        for step in steps:
            gap = max(report.a - step.b, step.a - report.b, 0)
            if (
                gap < best_gap
                and _is_same(step, report)
                and (not gap or _may_widen(step, report, reports))
            ):
                best, best_gap = step, gap
        if best is None:
            steps.append(Step(kind, report.a, report.b, [report]))
        else:
            best.join(report)
    return steps


def _is_same(step: Step, report: Report) -> bool:
    """Whether both name the same side; of losses, the same that lost, or one names nobody."""
    if step.kind == "take":
        return not step.gain_blocs.isdisjoint(report.gain_blocs)
    if not step.lose_blocs or not report.lose_blocs:
        return True
    return bool(step.lose_blocs & report.lose_blocs)


def _may_widen(step: Step, report: Report, reports: list[Report]) -> bool:
    """Whether two reports on different days may be one change: near, and nobody else in between."""
    low, high = min(step.b, report.b), max(step.a, report.a)
    if max(step.b, report.b) - min(step.a, report.a) > _WIDEST_CONFLICT_DAYS:
        return False
    return not any(low <= r.a and r.b <= high and not _is_same(step, r) for r in reports)


def _joined(loss: Report, takes: list[Step]) -> bool:
    """Add a loss to the capture that it made room for; False when there is none."""
    fitting = []
    for take in takes:
        gap = gap_days(loss, take)
        fits = not loss.lose_blocs & take.gain_blocs and (
            not take.lose_blocs
            or not loss.lose_blocs
            or take.lose_blocs & loss.lose_blocs
            # Two sides that leave on the days of one capture have both lost the place by it.
            or (gap <= 0 and loss.b - loss.a <= NEAR_DAYS)
        )
        if fits and gap <= NEAR_DAYS:
            fitting.append((max(gap, 0), take.a, take.b, take.reports[0].claim.id, take))
    if not fitting:
        return False
    min(fitting, key=lambda f: f[:4])[4].join(loss)
    return True


def _in_order(changes: list[Step], fights: list[Step]) -> list[Step]:
    """Put steps in the order of what happened; two changes of unknown order become one step."""
    done: list[Step] = []
    for step in sorted(changes, key=lambda s: (s.b, s.a, s.reports[0].claim.id)):
        before = done[-1] if done else None
        if before is None or step.a > before.b:
            done.append(step)
            continue
        forth = not before.gain_blocs.isdisjoint(step.lose_blocs)
        back = not step.gain_blocs.isdisjoint(before.lose_blocs)
        if forth and not (back and _same_days(before, step)):
            done.append(step)
        elif back and not forth:
            step.b, before.a = min(step.b, before.b), max(before.a, step.a)
            done.insert(len(done) - 1, step)
        elif _contradict(before, step):
            before.order_unknown = before.order_unknown or not _is_near(before, step)
            before.a, before.b = max(before.a, step.a), max(before.b, step.b)
            before.rivals = (*before.rivals, *step.reports)
            if back and forth:
                # Each says that it took it from the other: who held it before is not known.
                before.lose_blocs = frozenset()
        else:
            done.append(step)
    # A fight comes before the change that decides it, so it stands by the day it began.
    done += fights
    done.sort(key=lambda s: (s.last if s.kind == "fight" else s.b, s.kind != "fight"))
    return done


def _same_days(before: Step, step: Step) -> bool:
    return (before.a, before.b) == (step.a, step.b)


def _contradict(before: Step, step: Step) -> bool:
    """Whether two changes on overlapping days name different holders, in no order."""
    if before.kind != "take" or step.kind != "take" or before.gain_blocs & step.gain_blocs:
        return False
    if EVER in (before.a, step.a) or step.a <= before.a or step.b <= before.b:
        return True
    # Days that overlap little are taken in their order.
    shared = before.b - step.a + 1
    return 2 * shared > min(before.b - before.a, step.b - step.a) + 1


def _is_near(one: Step, two: Step) -> bool:
    """Whether both tell of the same few days, so that they contradict each other."""
    return max(one.b, two.b) - min(one.a, two.a) <= _WIDEST_CONFLICT_DAYS
