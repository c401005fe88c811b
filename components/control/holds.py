"""Reports that somebody holds a place, set among the changes: they confirm or they contradict."""

from components.control.reports import EVER, NEAR_DAYS, Reader, Report
from components.control.steps import Step

_HELD_AFTER = ("take", "hold")


def set_holds(holds: list[Report], steps: list[Step], reader: Reader) -> None:
    """Set each report of a holder where it agrees with the changes; else it makes one.

    Args:
        holds: Reports that a place is held, or that an attack on it failed, in canonical order.
        steps: The changes in order; what the holds make is put among them.
        reader: Knows what an actor counts with on the day of a report.
    """
    for report in holds:
        if not report.gain_blocs:
            _insert(report, steps)
        elif not _agrees(report, steps, reader):
            _contradict(report, steps)


def set_denials(denials: list[Report], steps: list[Step]) -> None:
    """Set each denial against the changes that it denies."""
    for denial in denials:
        for step in steps:
            if step.kind != "fight" and _is_of_its_days(denial, step) and _is_denied(step, denial):
                step.rivals = (*step.rivals, denial)


def _is_of_its_days(denial: Report, step: Step) -> bool:
    """Whether a denial speaks of the days of a change, not of a whole year or of days before.

    What is denied can be heard before it happens, a night early by its date; a denial without
    a first day is one of the day on which it is told.
    """
    first = denial.b if denial.a == EVER else denial.a
    if denial.b < step.a - 1 or first > step.b + NEAR_DAYS:
        return False
    wide = denial.b - first > 2 * NEAR_DAYS
    return not wide or (first >= step.a - NEAR_DAYS and denial.b <= step.b + NEAR_DAYS)


def _is_denied(step: Step, denial: Report) -> bool:
    if denial.gain_blocs:
        return bool(denial.gain_blocs & step.gain_blocs)
    if step.lose_blocs and denial.lose_blocs:
        return bool(denial.lose_blocs & step.lose_blocs)
    return step.kind != "hold" and not denial.lose_blocs & step.gain_blocs


def _agrees(report: Report, steps: list[Step], reader: Reader) -> bool:
    """Set a report where the changes leave the place to the same holder on one of its days."""
    turning, named = not reader.is_steady, report.gain_blocs
    for at in range(len(steps) - 1, -1, -1):
        step = steps[at]
        holders = step.gain_blocs
        if turning:
            holders = reader.as_of(holders, step.gain, report.b)
        if step.b < report.a and step.kind == "take" and holders.isdisjoint(named):
            # What lies before this change is over by the days of the report.
            return False
        if step.kind in _HELD_AFTER and not holders.isdisjoint(named):
            end = steps[at + 1].b - 1 if at + 1 < len(steps) else report.b
            first, last = max(report.a, step.a), min(report.b, max(end, step.b))
            if first <= last:
                steps.insert(at + 1, Step("hold", first, last, [report]))
                return True
        losers = step.lose_blocs
        if losers and turning:
            losers = reader.as_of(losers, step.lose, report.b)
        if step.kind != "hold" and not losers.isdisjoint(named):
            first = max(report.a, steps[at - 1].b + 1 if at else EVER)
            last = min(report.b, step.b - 1)
            if first <= last and last > 0:
                hold = Step("hold", first, last, [report])
                # Who held it just before a change held it before this report too, for all we know.
                hold.know_before(step)
                hold.lose_blocs = step.lose_blocs
                steps.insert(at, hold)
                return True
    return False


def _contradict(report: Report, steps: list[Step]) -> None:
    """Set a report of a holder that no change explains: a rival version, or a change of its own."""
    at = _place_of(report, steps)
    step = steps[at] if at >= 0 else None
    if step is None or report.claim.kind == "repelled":
        _insert(report, steps)
    elif step.kind == "fight" and report.b <= step.last:
        # The town that is attacked is named with its holder: that does not end the fight.
        step.reports.append(report)
    elif (
        step.kind in _HELD_AFTER
        and step.gain_blocs
        and report.b - step.b <= NEAR_DAYS
        and all(report.source != r.source for r in step.reports)
    ):
        step.rivals = (*step.rivals, report)
    else:
        _insert(report, steps)


def _insert(report: Report, steps: list[Step]) -> None:
    """Let a report make a change on an unknown day since the last that is known."""
    at = _place_of(report, steps)
    first = report.a
    if at >= 0:
        first = max(first, min(steps[at].b + 1, report.b))
    steps.insert(at + 1, Step("hold", first, report.b, [report]))


def _place_of(report: Report, steps: list[Step]) -> int:
    """Return the number of the last step certain on the last day of a report, -1 if none."""
    at = len(steps) - 1
    while at >= 0 and (steps[at].last if steps[at].kind == "fight" else steps[at].b) > report.b:
        at -= 1
    return at
