"""What finding dates returns."""

from dataclasses import dataclass
from typing import Literal

from components.dates.calendar import shift
from components.records import DateInterval

Relation = Literal["on", "since", "before", "after", "until", "by"]
Precision = Literal[
    "day", "week", "span", "month", "season", "quarter", "year", "decade", "century"
]
Basis = Literal["stated", "context", "report"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as a text writes it, and the days that it names.

    Args:
        start: Where it begins, in code points of the text.
        end: Where it ends, not included.
        text: The words.
        interval: The days of the date itself, whatever the relation.
        relation: How the words before it relate to it ("since March", "by 5 May").
        precision: What the words name: one day, a part of a month (span), a month ...
        basis: Where the year comes from: it is stated, it follows from dates named before,
            or it is read against the day of the report.
        whole: The month or year of which `interval` is a part ("early March" is part of
            March); equal to `interval` where no part is named.
        ends: For a range ("from March to June 2014") the two dates between which it runs.
    """

    start: int
    end: int
    text: str
    interval: DateInterval
    relation: Relation
    precision: Precision
    basis: Basis
    whole: DateInterval
    ends: tuple["DateExpression", ...] = ()

    @property
    def bounds(self) -> DateInterval:
        """The days that the relation leaves open: "since 2012" has no end, "by 5 May" no start."""
        if self.relation == "since":
            return DateInterval(self.interval.earliest, None)
        if self.relation == "after":
            return DateInterval(shift(self.interval, 1).latest, None)
        if self.relation == "before":
            return DateInterval(None, shift(self.interval, -1).earliest)
        if self.relation in {"until", "by"}:
            return DateInterval(None, self.interval.latest)
        return self.interval


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time ("four days", "the four-year war"); rough where no number is named."""

    start: int
    end: int
    text: str
    days: int
    rough: bool = False
