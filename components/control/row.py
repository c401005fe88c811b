"""The states of one place, put one after the other."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from components.control.reports import EVER, NEAR_DAYS, Reader, Report
from components.control.standing import (
    is_admission,
    is_corroborated,
    is_partisan,
    is_second_voice,
    outweighs,
)
from components.control.steps import Step, each_once
from components.records import ControlInterval, DateInterval, Standing, State

_BEFORE_RULES = {
    "take": "inferred before capture",
    "loss": "inferred before loss",
    "fight": "inferred before fighting",
}
SIDE_CHANGED = "side changed"


class Stretch:
    """One state of a place while the row is being built; days as numbers.

    Args:
        state: held | contested | disputed | unknown.
        holders: Actors that hold it or fight for it, defenders first.
        blocs: What they count with.
        a: First day it may have begun on, `EVER` when open.
        b: Last day it may have begun on.
        standing: How well it is known.
        rule: Name of the rule that decided.
        reports: Reports that say so.

    Attributes:
        context: Reports that led to it without saying so, such as of the fight it ended.
        against: Reports that say otherwise.
        defenders: Of a fight: those who held it before.
    """

    __slots__ = (
        *("a", "against", "b", "blocs", "context", "defender_blocs", "defenders", "holders"),
        *("reports", "rule", "standing", "state"),
    )

    def __init__(  # noqa: PLR0913, PLR0917 (a state is what it is)
        self,
        state: State,
        holders: tuple[str, ...],
        blocs: frozenset[str],
        days: tuple[int, int],
        standing: Standing,
        rule: str,
        reports: Iterable[Report],
        against: Iterable[Report] = (),
    ) -> None:
        self.state: State = state
        self.holders = holders
        self.blocs = blocs
        self.a, self.b = days
        self.standing: Standing = standing
        self.rule = rule
        self.reports = tuple(reports)
        self.context: tuple[Report, ...] = ()
        self.against = tuple(against)
        self.defenders: tuple[str, ...] = ()
        self.defender_blocs: frozenset[str] = frozenset()

    def absorb(self, gone: "Stretch") -> None:
        """Keep the reports of a state that no day is left for."""
        if gone.rule == SIDE_CHANGED:
            # Its reports are those of the state before it, which keeps them.
            return
        if gone.state != "held" or gone.standing == "inferred":
            self.context = (*self.context, *gone.reports)
        elif gone.blocs & self.blocs:
            self.reports = (*self.reports, *gone.reports)
        else:
            self.against = (*self.against, *gone.reports)
        self.context = (*self.context, *gone.context)
        self.against = (*self.against, *gone.against)

    def interval(
        self, place_id: str, start: DateInterval, end: DateInterval | None
    ) -> ControlInterval:
        """Return the state as a record."""
        spoken = _ids((*self.reports, *self.context))
        return ControlInterval(
            place_id,
            self.state,
            self.holders,
            start,
            end,
            self.standing,
            spoken,
            tuple(i for i in _ids(self.against) if i not in spoken) if self.against else (),
            self.rule,
        )


class Row:
    """Builds the states of one place one after the other."""

    def __init__(self, reader: Reader) -> None:
        self.stretches: list[Stretch] = []
        self._reader = reader

    def add(self, step: Step) -> None:
        """Add what a step makes of the place."""
        self.turn((step.b if step.a == EVER else step.a) - 1)
        if step.kind == "fight":
            self._fight(step)
        elif step.kind == "loss":
            self._lose(step)
        elif step.gain_blocs:
            self._hold(step)
        else:
            self._defended(step)

    def _lose(self, step: Step) -> None:
        """Let a place be left: nobody holds it, unless a denial stands against the report."""
        now = self.stretches[-1] if self.stretches else None
        if now and self._is_over(now, step):
            now.context = (*now.context, *step.reports, *step.rivals)
            return
        self._infer(step)
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
        self._push(state)

    def _is_over(self, now: Stretch, step: Step) -> bool:
        """Whether a loss is the one before the present hold, told once more or more vaguely.

        It may have happened by the day on which the holder came, and is no loss of its own.
        """
        if now.state != "held" or now.standing == "inferred" or step.a > now.b:
            return False
        return self._reader.as_of(now.blocs, now.holders, step.b).isdisjoint(step.lose_blocs)

    def turn(self, until: int | None) -> None:
        """Let the place go with its holder where that begins to count with another side.

        Args:
            until: Only up to this day; None for as long as is known.
        """
        now = self.stretches[-1] if self.stretches else None
        if now is None or now.state != "held":
            return
        for day in self._reader.turning_days(now.holders, now.b, until):
            blocs = self._reader.as_of(now.blocs, now.holders, day)
            if blocs & now.blocs:
                # Of allies that part nobody knows who keeps the place until a report says so.
                continue
            turned = Stretch(
                *("held", now.holders, blocs, (day, day), now.standing, SIDE_CHANGED),
                now.reports,
                now.against,
            )
            turned.context = now.context
            self.stretches.append(turned)
            now = turned

    def note(self, report: Report) -> None:
        """Keep a report that changes nothing with the state in force on its day."""
        fitting = [s for s in self.stretches if s.a <= report.b]
        if fitting or self.stretches:
            then = (fitting or self.stretches[:1])[-1]
            then.context = (*then.context, report)
        elif report.gain:
            self._push(
                Stretch(
                    "held",
                    report.gain,
                    report.gain_blocs,
                    (report.a, report.b),
                    "inferred",
                    "besieged, so held",
                    [report],
                )
            )
        else:
            self._push(_nobody(report.a, report.b, [report]))

    def intervals(self, place_id: str) -> list[ControlInterval]:
        """Return the row as records."""
        starts = [_days(s.a, s.b) for s in self.stretches]
        ends = [*starts[1:], *([None] if starts else [])]
        return [
            s.interval(place_id, start, end)
            for s, start, end in zip(self.stretches, starts, ends, strict=True)
        ]

    def _hold(self, step: Step) -> None:
        now = self.stretches[-1] if self.stretches else None
        honest = [r for r in step.rivals if r.claim.stance == "asserted"]
        if honest and outweighs(honest, step.reports):
            self._infer(step)
            other = Step("hold", step.a, step.b, honest)
            other.rivals = tuple(step.reports)
            self._hold(other)
            self.stretches[-1].context = (
                *self.stretches[-1].context,
                *[r for r in step.rivals if r.claim.stance == "denied"],
            )
            return
        same = False
        if now is not None and now.state == "held":
            same = bool(self._reader.as_of(now.blocs, now.holders, step.b) & step.gain_blocs)
        if (
            now
            and same
            and not (step.lose_blocs and step.lose_blocs.isdisjoint(now.blocs))
            and (not step.rivals or outweighs([*now.reports, *step.reports], step.rivals))
        ):
            self._confirm(now, step)
            return
        self._infer(step)
        if step.rivals and not outweighs(step.reports, step.rivals):
            self._dispute(step)
        else:
            reports = [*_of_version(now, step), *step.reports]
            standing, rule = _weighed(reports, step.rivals)
            self._push(
                Stretch(
                    "held",
                    step.gain,
                    step.gain_blocs,
                    (step.a, step.b),
                    standing,
                    rule,
                    reports,
                    step.rivals,
                )
            )

    def _confirm(self, now: Stretch, step: Step) -> None:
        """Let a further report of the same holder raise the standing from its day on."""
        if now.standing == "inferred" or now.blocs.isdisjoint(step.gain_blocs):
            # The first report of it, or of one of several holders who part since.
            standing, rule = _weighed(step.reports, step.rivals)
            days = (step.a, step.b)
            self._push(
                Stretch(
                    *("held", step.gain, step.gain_blocs, days, standing, rule),
                    step.reports,
                    step.rivals,
                )
            )
            return
        if self._is_narrower(now, step):
            reports = [*now.reports, *step.reports]
            against = (*now.against, *step.rivals)
            standing, rule = _weighed(reports, against)
            days = (step.a, step.b)
            alone = Stretch(
                *("held", step.gain, step.gain_blocs, days, standing, rule), reports, against
            )
            alone.context = now.context
            self._push(alone)
            return
        now.against = (*now.against, *step.rivals)
        raised = now.standing == "claimed" and is_second_voice(now.reports, step.reports)
        start = max(step.a, now.a + 1)
        rule = _rule_of_two((*now.reports, *step.reports), now.against)
        if raised and step.a > now.b + NEAR_DAYS and start <= step.b:
            holders, blocs = each_once((*now.holders, *step.gain)), now.blocs | step.gain_blocs
            reports = [*now.reports, *step.reports]
            confirmed = Stretch(
                *("held", holders, blocs, (start, step.b), "corroborated", rule),
                reports,
                now.against,
            )
            confirmed.context = now.context
            self._push(confirmed)
            return
        now.reports = (*now.reports, *step.reports)
        if raised:
            now.standing = "corroborated"
        if now.standing == "corroborated":
            now.rule = rule

    def _is_narrower(self, now: Stretch, step: Step) -> bool:
        """Whether a later report names only some of the sides that took a place together.

        Reports of the same days may leave one of them out.
        """
        blocs = self._reader.as_of(now.blocs, now.holders, step.b)
        return step.gain_blocs < blocs and step.a > now.b + NEAR_DAYS

    def _dispute(self, step: Step) -> None:
        others: tuple[str, ...] = ()
        blocs: frozenset[str] = frozenset()
        for rival in step.rivals:
            denied = rival.claim.stance == "denied"
            others += rival.lose if denied else rival.gain
            blocs |= rival.lose_blocs if denied else rival.gain_blocs
        if blocs <= step.gain_blocs and step.lose_blocs:
            others, blocs = step.lose, step.lose_blocs
        if blocs <= step.gain_blocs:
            known = next(
                (
                    s
                    for s in reversed(self.stretches)
                    if s.state == "held" and s.blocs.isdisjoint(step.gain_blocs)
                ),
                None,
            )
            others, blocs = (known.holders, known.blocs) if known else ((), frozenset())
        rule = "order unknown" if step.order_unknown else "sources disagree"
        if step.rivals and all(r.claim.stance == "denied" for r in step.rivals):
            rule = "denied"
        self._push(
            Stretch(
                "disputed",
                each_once((*step.gain, *others)),
                step.gain_blocs | blocs,
                (step.a, step.b),
                "disputed",
                rule,
                step.reports,
                step.rivals,
            )
        )

    def _fight(self, step: Step) -> None:
        now = self.stretches[-1] if self.stretches else None
        if now and self._is_same_battle(now, step):
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
            self._infer(step)
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
        self._push(fight)

    @staticmethod
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

    def _defended(self, step: Step) -> None:
        """Set a failed attack or a hold that names nobody: who defended the place keeps it."""
        now = self.stretches[-1] if self.stretches else None
        if now is None:
            self._push(_nobody(step.a, step.b, step.reports))
        elif now.state == "contested" and now.defenders:
            standing, rule = _weighed(step.reports, ())
            self._push(
                Stretch(
                    "held",
                    now.defenders,
                    now.defender_blocs,
                    (step.a, step.b),
                    standing,
                    rule,
                    step.reports,
                )
            )
        else:
            now.context = (*now.context, *step.reports)

    def _infer(self, step: Step) -> None:
        """Put the holder that a report names for the time before it, where no report says else."""
        blocs = step.lose_blocs
        if not blocs or step.a <= date.min.toordinal():
            return
        now = self.stretches[-1] if self.stretches else None
        if now is None:
            start, last = EVER, step.a - 1
        elif now.state == "contested" or now.blocs & blocs:
            return
        else:
            start, last = now.b + 1, step.b - 1
        if start >= step.a:
            return
        rule = _BEFORE_RULES.get(step.before_rule or step.kind, "inferred before capture")
        told = [r for r in step.before if r.lose_blocs & blocs]
        self.stretches.append(
            Stretch("held", step.lose, blocs, (start, last), "inferred", rule, told)
        )

    def _push(self, new: Stretch) -> None:
        """Add a state; one before it that no day is left for is dropped, its reports kept."""
        while self.stretches:
            now = self.stretches[-1]
            if new.a == EVER:
                new.a = min(now.b + 1, new.b)
            start = max(new.a, now.a + 1)
            if start <= new.b:
                new.a = start
                self._bound(new.b)
                if now.state == "contested" and new.state == "held":
                    new.context = (*new.context, *now.reports)
                break
            new.absorb(self.stretches.pop())
        self.stretches.append(new)

    def _bound(self, last: int) -> None:
        """Let each state have begun a day before the next one at the latest."""
        for earlier in reversed(self.stretches):
            last -= 1
            if earlier.b <= last:
                break
            earlier.b = last


def _weighed(reports: list[Report], against: Iterable[Report]) -> tuple[Standing, str]:
    """Return the standing of what these reports say, and the rule."""
    if not is_corroborated(reports):
        return "claimed", "one side"
    return "corroborated", _rule_of_two(reports, list(against))


def _rule_of_two(reports: Iterable[Report], against: Sequence[Report]) -> str:
    """Return the name of the rule by which independent sources decide."""
    if against:
        return "two sources, denied"
    return "admitted by the loser" if any(map(is_admission, reports)) else "two sources"


def _of_version(now: Stretch | None, step: Step) -> list[Report]:
    """Return the reports of a disagreement that name the holder who now comes out of it."""
    if now is None or now.state != "disputed":
        return []
    told = (*now.reports, *now.against)
    return [r for r in told if r.claim.stance == "asserted" and r.gain_blocs & step.gain_blocs]


def _nobody(a: int, b: int, reports: list[Report]) -> Stretch:
    return Stretch("unknown", (), frozenset(), (a, b), "unknown", "no holder named", reports)


def _ids(reports: Iterable[Report]) -> tuple[str, ...]:
    """Return the claims in the order of their evidence, each once."""
    told = list(reports)
    if len(told) == 1:
        return (told[0].claim.id,)
    found = set()
    for report in told:
        claim, at = report.claim, report.claim.evidence
        found.add((at.article_id, at.start, at.end, claim.id))
    return tuple([order[3] for order in sorted(found)])


@lru_cache(maxsize=1 << 16)
def _days(a: int, b: int) -> DateInterval:
    """Return days as a record; there are few of them and many states."""
    return DateInterval(None if a == EVER else date.fromordinal(a), date.fromordinal(b))
