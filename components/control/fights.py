"""Fighting for a place, until something decides it."""

from components.control.reports import NEAR_DAYS
from components.control.row import Row
from components.control.standing import is_corroborated, is_partisan
from components.control.steps import Step, each_once
from components.control.stretch import Stretch
from components.records import Standing


def fight_for(row: Row, step: Step) -> None:
    """Let a place be fought over; a fight that goes on takes in those who join it."""
    now = row.now
    if now and _is_same_battle(now, step):
        now.context = (*now.context, *step.reports)
        return
    defenders, their_blocs = step.lose, step.lose_blocs
    if now and not defenders and now.state == "held" and not now.blocs & step.gain_blocs:
        defenders, their_blocs = now.holders, now.blocs
    blocs = their_blocs | step.gain_blocs
    reports = list(step.reports)
    attackers = step.gain
    if now and now.state == "contested":
        if blocs <= now.blocs:
            now.reports = (*now.reports, *reports)
            now.standing = "corroborated" if is_corroborated(now.reports) else "claimed"
            return
        defenders = each_once((*now.defenders, *defenders))
        their_blocs |= now.defender_blocs
        attackers, blocs = each_once((*now.holders, *attackers)), blocs | now.blocs
        reports = [*now.reports, *reports]
    else:
        row.infer(step)
    standing: Standing = "corroborated" if is_corroborated(reports) else "claimed"
    fight = Stretch(
        "contested",
        each_once((*defenders, *attackers)),
        blocs,
        (step.a, step.b),
        standing,
        "fighting, undecided",
        reports,
    )
    fight.defenders, fight.defender_blocs = defenders, their_blocs
    row.push(fight)


def _is_same_battle(now: Stretch, step: Step) -> bool:
    """Whether a late report of fighting tells of the battle that a capture has just ended.

    Unless only the winners say that it is over.
    """
    return (
        now.state == "held"
        and now.standing != "inferred"
        and bool(step.gain_blocs & now.blocs)
        and step.last <= now.b + NEAR_DAYS
        and (not is_partisan(now.reports) or is_partisan(step.reports))
    )
