"""Sources that name different holders: both versions are shown."""

from components.control.row import Row
from components.control.steps import Step, each_once
from components.control.stretch import Stretch


def dispute(row: Row, step: Step) -> None:
    """Show whom a step names and whom its rivals name, else the last holder known before."""
    others, blocs = _others(step)
    if blocs <= step.gain_blocs:
        others, blocs = _holder_before(row, step)
    rule = "order unknown" if step.order_unknown else "sources disagree"
    if step.rivals and all(r.claim.stance == "denied" for r in step.rivals):
        rule = "denied"
    holders = each_once((*step.gain, *others))
    versions = (holders, step.gain_blocs | blocs, (step.a, step.b))
    row.push(Stretch("disputed", *versions, "disputed", rule, step.reports, step.rivals))


def _others(step: Step) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return whom the rivals of a step name as holder, else whom the step says had lost it."""
    others: tuple[str, ...] = ()
    blocs: frozenset[str] = frozenset()
    for rival in step.rivals:
        denied = rival.claim.stance == "denied"
        others += rival.lose if denied else rival.gain
        blocs |= rival.lose_blocs if denied else rival.gain_blocs
    if blocs <= step.gain_blocs and step.lose_blocs:
        return step.lose, step.lose_blocs
    return others, blocs


def _holder_before(row: Row, step: Step) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the last holder known before a step that is not whom it names."""
    for known in reversed(row.stretches):
        if known.state == "held" and known.blocs.isdisjoint(step.gain_blocs):
            return known.holders, known.blocs
    return (), frozenset()
