"""Reports that somebody holds a place, set among the changes: they confirm or they contradict."""

from components.control.reports import EVER, NEAR_DAYS, Report
from components.control.steps import Step


def with_holds(steps: list[Step], holds: list[Report]) -> list[Step]:
    """Place each report of a holder where it agrees with the changes; else it makes one."""
    for report in holds:
        _place(report, steps)
    return steps


def _place(report: Report, steps: list[Step]) -> None:
    blocs = report.gain_blocs
    for i in range(len(steps) - 1, -1, -1):
        step = steps[i]
        ends = steps[i + 1].b - 1 if i + 1 < len(steps) else report.b
        if (
            step.kind in ("take", "hold")
            and step.gain_blocs & blocs
            and step.a <= report.b
            and report.a <= max(ends, step.b)
        ):
            first = max(report.a, step.a)
            last = max(first, min(report.b, max(ends, step.b)))
            steps.insert(i + 1, Step("hold", first, last, [report]))
            return
        if step.lose_blocs & blocs and step.kind != "hold":
            after = steps[i - 1].b + 1 if i else EVER
            if max(report.a, after) <= min(report.b, step.b - 1):
                first, last = max(report.a, after), min(report.b, step.b - 1)
                steps.insert(i, Step("hold", first, last, [report]))
                return
    _contradict(report, steps)


def _contradict(report: Report, steps: list[Step]) -> None:
    at = next((i for i in range(len(steps) - 1, -1, -1) if _anchor(steps[i]) <= report.b), None)
    if at is None:
        steps.insert(0, Step("hold", report.a, min(report.b, steps[0].b - 1) if steps
                             else report.b, [report]))
        return
    step = steps[at]
    repelled = report.claim.kind == "repelled"
    if step.kind == "fight" and not repelled and report.b <= step.last:
        step.reports.append(report)
    elif step.kind == "take" and report.b - step.b <= NEAR_DAYS:
        step.rivals.append(report)
    else:
        first = max(report.a, min(step.b + 1, report.b))
        steps.insert(at + 1, Step("hold", first, report.b, [report]))


def _anchor(step: Step) -> int:
    return step.a if step.kind == "fight" and step.a > EVER else step.b
