"""The states of one place in a row, from its reports."""

import itertools
from collections.abc import Iterable

from components.control.fights import fight_for
from components.control.gains import defend, take
from components.control.holds import set_denials, set_holds
from components.control.losses import leave
from components.control.reports import EVER, Reader, Report
from components.control.row import Row
from components.control.steps import Step, steps_of
from components.records import ControlInterval


def strip_of(place_id: str, reports: list[Report], reader: Reader) -> list[ControlInterval]:
    """Return the intervals of one place, in order, from its reports in canonical order."""
    denials: list[Report] = []
    holds: list[Report] = []
    sieges: list[Report] = []
    changes: list[Report] = []
    for report in reports:
        kind = report.claim.kind
        if report.claim.stance == "denied":
            denials.append(report)
        elif kind == "besieged":
            sieges.append(report)
        else:
            (holds if kind in ("held", "repelled") else changes).append(report)
    steps = steps_of(changes)
    _name_defenders(steps)
    set_holds(holds, steps, reader)
    set_denials(denials, steps)
    row = Row(reader)
    for step in steps:
        _add(row, step)
    row.turn(None)
    for siege in sieges:
        row.note(siege)
    return row.intervals(place_id)


def _name_defenders(steps: Iterable[Step]) -> None:
    """Let a fight that names no defender take it from the change that ends it.

    "The battle for A began on Tuesday … rebels took A from the government on Friday": it was
    the government that was attacked on Tuesday.
    """
    for fight, end in reversed(list(itertools.pairwise(steps))):
        if fight.kind != "fight" or fight.lose_blocs or not end.lose_blocs:
            continue
        if not fight.gain_blocs or not end.gain_blocs or fight.gain_blocs & end.gain_blocs:
            fight.know_before(end)


def _add(row: Row, step: Step) -> None:
    """Add what a step makes of the place."""
    row.turn((step.b if step.a == EVER else step.a) - 1)
    if step.kind == "fight":
        fight_for(row, step)
    elif step.kind == "loss":
        leave(row, step)
    elif step.gain_blocs:
        take(row, step)
    else:
        defend(row, step)
