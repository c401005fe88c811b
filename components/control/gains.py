"""Who holds a place after a capture, or after a report that somebody holds it."""

from collections.abc import Iterable, Sequence

from components.control.disputes import dispute
from components.control.reports import NEAR_DAYS, Report
from components.control.row import Row
from components.control.standing import is_second_voice, outweighs, rule_of_two, weighed
from components.control.steps import Step, each_once
from components.control.stretch import Stretch, nobody_named


def take(row: Row, step: Step) -> None:
    """Let whom a step names hold the place, unless other reports stand against it."""
    honest = [r for r in step.rivals if r.claim.stance == "asserted"] if step.rivals else []
    if honest and outweighs(honest, step.reports):
        _take_instead(row, step, honest)
        return
    now = row.now
    if now is not None and _is_the_same(row, now, step):
        _confirm(row, now, step)
        return
    row.infer(step)
    if step.rivals and not outweighs(step.reports, step.rivals):
        dispute(row, step)
    else:
        row.push(_held(step, [*_of_version(now, step), *step.reports], step.rivals))


def _take_instead(row: Row, step: Step, rivals: list[Report]) -> None:
    """Let those hold the place whom the rivals of a step name, whose word weighs more."""
    row.infer(step)
    other = Step("hold", step.a, step.b, rivals)
    other.rivals = tuple(step.reports)
    take(row, other)
    denials = [r for r in step.rivals if r.claim.stance == "denied"]
    row.stretches[-1].context = (*row.stretches[-1].context, *denials)


def _held(step: Step, reports: Sequence[Report], against: Iterable[Report]) -> Stretch:
    standing, rule = weighed(reports, against)
    days = (step.a, step.b)
    return Stretch("held", step.gain, step.gain_blocs, days, standing, rule, reports, against)


def _is_the_same(row: Row, now: Stretch, step: Step) -> bool:
    """Whether a step says of the present holder that he holds the place, and stands."""
    return (
        now.state == "held"
        and not step.gain_blocs.isdisjoint(row.reader.as_of(now.blocs, now.holders, step.b))
        and not (step.lose_blocs and step.lose_blocs.isdisjoint(now.blocs))
        and (not step.rivals or outweighs([*now.reports, *step.reports], step.rivals))
    )


def _confirm(row: Row, now: Stretch, step: Step) -> None:
    """Let a further report of the same holder raise the standing from its day on."""
    if now.standing == "inferred" or now.blocs.isdisjoint(step.gain_blocs):
        # The first report of it, or of one of several holders who part since.
        row.push(_held(step, step.reports, step.rivals))
        return
    reports, against = (*now.reports, *step.reports), (*now.against, *step.rivals)
    if _is_narrower(row, now, step):
        confirmed = _held(step, reports, against)
        confirmed.context = now.context
        row.push(confirmed)
        return
    now.against = against
    raised = now.standing == "claimed" and is_second_voice(now.reports, step.reports)
    start = max(step.a, now.a + 1)
    if raised and step.a > now.b + NEAR_DAYS and start <= step.b:
        holders, blocs = each_once((*now.holders, *step.gain)), now.blocs | step.gain_blocs
        rule = rule_of_two(reports, against)
        days = (start, step.b)
        confirmed = Stretch("held", holders, blocs, days, "corroborated", rule, reports, against)
        confirmed.context = now.context
        row.push(confirmed)
        return
    now.reports = reports
    if raised:
        now.standing = "corroborated"
    if now.standing == "corroborated":
        now.rule = rule_of_two(reports, against)


def _is_narrower(row: Row, now: Stretch, step: Step) -> bool:
    """Whether a later report names only some of the sides that took a place together.

    Reports of the same days may leave one of them out.
    """
    blocs = row.reader.as_of(now.blocs, now.holders, step.b)
    return step.gain_blocs < blocs and step.a > now.b + NEAR_DAYS


def _of_version(now: Stretch | None, step: Step) -> list[Report]:
    """Return the reports of a disagreement that name the holder who now comes out of it."""
    if now is None or now.state != "disputed":
        return []
    told = (*now.reports, *now.against)
    return [r for r in told if r.claim.stance == "asserted" and r.gain_blocs & step.gain_blocs]


def defend(row: Row, step: Step) -> None:
    """Set a failed attack or a hold that names nobody: who defended the place keeps it."""
    now = row.now
    if now is None:
        row.push(nobody_named(step.a, step.b, step.reports))
    elif now.state == "contested" and now.defenders:
        standing, rule = weighed(step.reports, ())
        days = (step.a, step.b)
        kept = (now.defenders, now.defender_blocs, days, standing, rule)
        row.push(Stretch("held", *kept, step.reports))
    else:
        now.context = (*now.context, *step.reports)
