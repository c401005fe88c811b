"""The row of states of one place: each is put after the last, on the days that are left for it."""

from datetime import date

from components.control.reports import EVER, Reader, Report
from components.control.steps import Step
from components.control.stretch import SIDE_CHANGED, Stretch, days_between, nobody_named
from components.records import ControlInterval

_FIRST_DAY = date.min.toordinal()
_BEFORE_RULES = {
    "take": "inferred before capture",
    "loss": "inferred before loss",
    "fight": "inferred before fighting",
}


class Row:
    """The states of one place, in order.

    Args:
        reader: Knows what an actor counts with on a day.
    """

    def __init__(self, reader: Reader) -> None:
        self.stretches: list[Stretch] = []
        self.reader = reader

    @property
    def now(self) -> Stretch | None:
        """Return the last state, None while there is none."""
        return self.stretches[-1] if self.stretches else None

    def push(self, new: Stretch) -> None:
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

    def infer(self, step: Step) -> None:
        """Put the holder that a report names for the time before it, where no report says else."""
        blocs = step.lose_blocs
        if not blocs or step.a <= _FIRST_DAY:
            return
        now = self.stretches[-1] if self.stretches else None
        if now is None:
            start, last = EVER, step.a - 1
        elif now.state == "contested" or not now.blocs.isdisjoint(blocs):
            return
        else:
            start, last = now.b + 1, step.b - 1
        if start >= step.a:
            return
        rule = _BEFORE_RULES.get(step.before_rule or step.kind, "inferred before capture")
        told = [r for r in step.before if not r.lose_blocs.isdisjoint(blocs)]
        self.stretches.append(
            Stretch("held", step.lose, blocs, (start, last), "inferred", rule, told)
        )

    def turn(self, until: int | None) -> None:
        """Let the place go with its holder where that begins to count with another side.

        Args:
            until: Only up to this day; None for as long as is known.
        """
        if self.reader.is_steady:
            return
        now = self.now
        if now is None or now.state != "held":
            return
        for day in self.reader.turning_days(now.holders, now.b, until):
            blocs = self.reader.as_of(now.blocs, now.holders, day)
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
            self.push(
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
            self.push(nobody_named(report.a, report.b, [report]))

    def intervals(self, place_id: str) -> list[ControlInterval]:
        """Return the row as records."""
        starts = [days_between(s.a, s.b) for s in self.stretches]
        ends = [*starts[1:], *([None] if starts else [])]
        return [
            s.interval(place_id, start, end)
            for s, start, end in zip(self.stretches, starts, ends, strict=True)
        ]
