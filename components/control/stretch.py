"""One state of a place while the row of its states is being built."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from components.control.reports import EVER, Report
from components.records import ControlInterval, DateInterval, Standing, State

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
        spoken = _ids((*self.reports, *self.context) if self.context else self.reports)
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


def nobody_named(a: int, b: int, reports: list[Report]) -> Stretch:
    """Return the state of a place of which reports name no holder."""
    return Stretch("unknown", (), frozenset(), (a, b), "unknown", "no holder named", reports)


def _ids(reports: Sequence[Report]) -> tuple[str, ...]:
    """Return the claims in the order of their evidence, each once."""
    if len(reports) == 1:
        return (reports[0].claim.id,)
    found = set()
    for report in reports:
        claim, at = report.claim, report.claim.evidence
        found.add((at.article_id, at.start, at.end, claim.id))
    return tuple([order[3] for order in sorted(found)])


@lru_cache(maxsize=1 << 16)
def days_between(a: int, b: int) -> DateInterval:
    """Return days as a record; there are few of them and many states."""
    return DateInterval(None if a == EVER else date.fromordinal(a), date.fromordinal(b))
