"""A place that is left: nobody holds it, as far as is told."""

from components.control.row import Row
from components.control.standing import outweighs
from components.control.steps import Step
from components.control.stretch import Stretch


def leave(row: Row, step: Step) -> None:
    """Let a place be left: nobody holds it, unless a denial stands against the report."""
    now = row.now
    if now and _is_over(row, now, step):
        now.context = (*now.context, *step.reports, *step.rivals)
        return
    row.infer(step)
    days = (step.a, step.b)
    if step.lose and step.rivals and not outweighs(step.reports, step.rivals):
        state = Stretch(
            *("disputed", step.lose, step.lose_blocs, days, "disputed", "denied"),
            step.reports,
            step.rivals,
        )
    else:
        state = Stretch(
            *("unknown", (), frozenset(), days, "unknown", "left, no successor"),
            step.reports,
            step.rivals,
        )
    row.push(state)


def _is_over(row: Row, now: Stretch, step: Step) -> bool:
    """Whether a loss is the one before the present hold, told once more or more vaguely.

    It may have happened by the day on which the holder came, and is no loss of its own.
    """
    if now.state != "held" or now.standing == "inferred" or step.a > now.b:
        return False
    return row.reader.as_of(now.blocs, now.holders, step.b).isdisjoint(step.lose_blocs)
