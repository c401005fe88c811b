"""What a reader knows of the time while reading on: the report, and the dates named before."""

from collections.abc import Callable
from datetime import date

from components.dates.calendar import hull, month_of, shift, year_of
from components.dates.expressions import Basis, Precision, Relation
from components.dates.thread import Thread
from components.records import DateInterval

Build = Callable[[int], DateInterval | None]

# How far a story may step back, in months, before a month without a year is next year's.
_STEP_BACK = 6
_STEP_BACK_IN_NEWS = 2
# How far ahead it must lie, in months, before it is the year before's (January, then December).
_STEP_AHEAD = 6
# Years by which a story moves on in the middle of a sentence.
_MOVES_ON = 2
# Months by which a dated sentence may run ahead without being an aside.
_AHEAD = 15
# A year named in passing ("In 2011, ...") colours what follows it for about two sentences.
_PASSING = 400
_SAME_SENTENCE = 120


class Context:
    """The running context of one document.

    Args:
        reported: Days on which the document may have appeared.
        knows_year: Whether the year of the report is known, not only that it is not later.
        narrative: Whether the document tells a history by its own years, unlike news.
        first_year: The first year that the document names, for dates that stand before it.
        is_future: Says whether the words at an offset speak of the future.
    """

    def __init__(
        self,
        reported: DateInterval,
        *,
        knows_year: bool,
        narrative: bool,
        first_year: int | None,
        is_future: Callable[[int], bool | None],
    ) -> None:
        self.reported = reported
        self.knows_year = knows_year
        self.narrative = narrative
        self.first_year = first_year
        self.is_future = is_future
        self.anchor: DateInterval | None = None
        self._anchor_precision: Precision = "day"
        # Whether the anchor began something ("from January 2014"): what follows came later.
        self._anchor_opens = False
        # The anchor before one that began something.
        self._before_opening: DateInterval | None = None
        self.last_year: int | None = None
        self._year_at = -_PASSING - 1
        self._year_leads = False
        self._section: tuple[int, int] | None = None
        self._strayed = False
        # How the date at hand goes on with the anchor, where the words between show it.
        self.thread: Callable[[], Thread | None] = lambda: None

    def enter_section(self, first_year: int, last_year: int) -> None:
        """Read on under a heading that names years; they hold until the text leaves them."""
        self._section = (first_year, last_year)
        self.anchor = DateInterval(date(first_year, 1, 1), date(first_year, 12, 31))
        self._anchor_precision = "year"

    def remember(
        self,
        interval: DateInterval,
        precision: Precision,
        position: int,
        basis: Basis,
        *,
        leads: bool,
        relation: Relation = "on",
    ) -> None:
        """Keep a date as the one that what follows is told against.

        A year in the middle of a sentence ("the war of 1967", "declassified in 2005") is
        background, unless the story moves on into it. `leads`: the date opens its sentence.
        """
        if interval.earliest is None or interval.latest is None:
            return
        if precision in {"decade", "century"}:
            return
        self.last_year = interval.earliest.year
        if self._is_background(interval, precision, basis, leads=leads):
            return
        if relation == "since" and not self._anchor_opens:
            self._before_opening = self.anchor
        self.anchor = interval
        self._anchor_precision = precision
        self._anchor_opens = relation == "since"
        if basis == "stated" and (relation == "on" or precision != "year"):
            self._year_at = position
            self._year_leads = leads
        elif basis == "report":
            self._year_at = -_PASSING - 1

    def _is_background(
        self, interval: DateInterval, precision: Precision, basis: Basis, *, leads: bool
    ) -> bool:
        """Whether a date only looks back or ahead; two such dates in a row are the story."""
        assert interval.earliest is not None
        year = interval.earliest.year
        outside = self._section and not self._section[0] <= year <= self._section[1]
        fine = precision != "year"
        if outside and not (fine and basis == "stated"):
            return True
        strays = bool(outside)
        if self.anchor and self.anchor.earliest and not leads and self._anchor_precision != "year":
            months = (year - self.anchor.earliest.year) * 12
            if not fine and not 0 < months <= 12 * _MOVES_ON:
                return True
            months += interval.earliest.month - self.anchor.earliest.month
            strays = strays or (fine and basis == "stated" and months > _AHEAD)
        if strays and not self._strayed:
            self._strayed = True
            return True
        self._strayed = False
        if outside:
            self._section = None
        return False

    def new_paragraph(self) -> None:
        """Forget the year that was named in passing."""
        self._year_at = -_PASSING - 1

    def reference(self) -> DateInterval:
        """Return what "the next day" is counted from: the last date, else the report."""
        if self.anchor and not self.narrative and self._anchor_precision in {"year", "season"}:
            # "The 2011 uprising" is not what "a few days earlier" is told against.
            return self.anchor if self._year_leads else self.reported
        if self._anchor_opens and not self.narrative:
            # "B has ruled A since 1996. Four days earlier C took D": before what is news.
            return self._before_opening or self.reported
        return self.anchor or self.reported

    def deictic(self) -> DateInterval:
        """Return what "last month" is counted from: the report, in a history its last date."""
        return self.reference() if self.narrative else self.reported

    def without_year(
        self, build: Build, position: int, *, onwards: bool = False
    ) -> tuple[DateInterval, Basis] | None:
        """Give a date that has no year the year that the context asks for.

        Args:
            build: Makes the days of the date in a given year, None where there are none.
            position: Where it stands in the text.
            onwards: Whether it cannot lie in a year before the last date ("this autumn").
        """
        threaded = self._by_thread(build, position)
        if threaded is not None:
            return threaded
        if self.anchor and (self.narrative or self._in_passing(build, position)):
            back = _STEP_BACK if self.narrative else _STEP_BACK_IN_NEWS
            later = onwards or self._anchor_opens
            next_ = _onwards(build, self.anchor, self._anchor_precision, back, later=later)
            found = self._in_section(next_, build)
            return (found, "context") if found else None
        if self.narrative and self.first_year:
            found = build(self.first_year)
            return (found, "context") if found else None
        found = self._by_report(build, position)
        return (found, "report") if found else None

    def _by_thread(self, build: Build, position: int) -> tuple[DateInterval, Basis] | None:
        """Return a date in news that the words before it tie to the last one, or to the report."""
        anchor = self.anchor
        if anchor is None or anchor.earliest is None or self._anchor_precision == "year":
            return None
        thread = None if self.narrative else self.thread()
        if thread is None or self.is_future(position) is True:
            return None
        year, first = anchor.earliest.year, anchor.earliest.replace(day=1)
        if thread == "news":
            found = self._by_report(build, position)
            return (found, "report") if found else None
        if thread == "on":
            found = _first(build, year, 1, lambda d: bool(d.earliest and d.earliest >= first))
        else:
            found = _first(build, year, -1, lambda d: bool(d.earliest and d.earliest <= first))
        upper = self.reported.latest
        inside = found and found.earliest and (upper is None or found.earliest <= upper)
        return (found, "context") if found and inside else None

    def new_sentence(self) -> None:
        """Forget a year that was named inside the sentence before, not at its head."""
        if not self._year_leads:
            self._year_at = -_PASSING - 1

    def _in_passing(self, build: Build, position: int) -> bool:
        """Whether a year named shortly before is the year of a date that has none.

        In news a day without a year is a recent one, unless the year opened a sentence.
        """
        assert self.anchor is not None
        assert self.anchor.earliest is not None
        if not self.knows_year and self._anchor_precision != "year":
            # A dated sentence is all that can tell the year.
            return True
        built = build(self.anchor.earliest.year)
        is_day = built is not None and built.is_exact
        reach = _PASSING if self._year_leads else 0 if is_day else _SAME_SENTENCE
        return position - self._year_at <= reach and self.is_future(position) is not True

    def _in_section(self, found: DateInterval | None, build: Build) -> DateInterval | None:
        """Move a date into the years of the section, to the nearer end."""
        if self._section is None or found is None or found.earliest is None:
            return found
        first, last = self._section
        if first <= found.earliest.year <= last:
            return found
        return build(first if found.earliest.year < first else last) or found

    def _by_report(self, build: Build, position: int) -> DateInterval | None:
        upper = self.reported.latest
        if upper is None:
            return None
        back = _first(build, upper.year + 1, -1, lambda d: bool(d.earliest and d.earliest <= upper))
        lower = self.reported.earliest or upper
        forth = _first(build, lower.year - 1, 1, lambda d: bool(d.latest and d.latest >= lower))
        if back is None or forth is None:
            return None
        future = self.is_future(position)
        if not self.knows_year:
            # No year anywhere: it may have been any year up to the last.
            return DateInterval(None, forth.latest if future else back.latest)
        if back == forth or future is False:
            return back
        days_back = _days(back, upper)
        days_forth = _days(forth, upper)
        if future and self.reported.earliest is not None:
            # Most of a year ahead, writers name the year: then the tense was misread.
            return back if days_forth > 240 and days_back < 90 else forth
        weight = 1 if future else 3
        return forth if days_forth * weight < days_back else back


def within_a_year(reported: DateInterval) -> bool:
    """Whether the report is known well enough to give a month its year."""
    if reported.earliest is None or reported.latest is None:
        return False
    return (reported.latest - reported.earliest).days <= 366


def _days(interval: DateInterval, day: date) -> int:
    """Return how far a day lies from an interval."""
    assert interval.earliest is not None
    assert interval.latest is not None
    return max(0, (interval.earliest - day).days, (day - interval.latest).days)


def _first(
    build: Build, year: int, step: int, holds: Callable[[DateInterval], bool]
) -> DateInterval | None:
    """Return the first date that holds, year after year; 29 February may need eight of them."""
    for _ in range(10):
        found = build(year)
        if found is not None and holds(found):
            return found
        year += step
    return None


def _onwards(
    build: Build, anchor: DateInterval, precision: Precision, step_back: int, *, later: bool
) -> DateInterval | None:
    """Return the date where a story that has come to `anchor` would go on; `later`: not back."""
    assert anchor.earliest is not None
    year = anchor.earliest.year
    if precision == "year":
        return build(year)
    here = year * 12 + anchor.earliest.month
    same, after, last = build(year), build(year + 1), build(year - 1)
    if same is None or same.earliest is None:
        # 29 February: the nearest year that has one.
        return after or last or build(year + 2) or build(year - 2)
    ahead = same.earliest.year * 12 + same.earliest.month - here
    if ahead < -step_back:
        return after
    return last if ahead > _STEP_AHEAD and not later else same


def step_months(interval: DateInterval, months: int) -> DateInterval | None:
    """Return the month some months from the one that an interval lies in."""
    return _stepped(interval, lambda day: month_of(day.year, day.month + months))


def step(interval: DateInterval, unit: str, count: int) -> tuple[DateInterval, Precision] | None:
    """Return the days `count` units from an interval: as sharp as the unit that is counted."""
    if unit in {"day", "night"}:
        return shift(interval, count), "day" if interval.is_exact else "span"
    if unit in {"week", "fortnight", "weekend"}:
        days = count * (14 if unit == "fortnight" else 7)
        moved = shift(interval, days)
        return DateInterval(shift(moved, -3).earliest, shift(moved, 3).latest), "week"
    if unit == "month":
        found = step_months(interval, count)
        return (found, "month") if found else None
    years = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if years is None:
        # Hours and minutes stay on the day.
        return interval, "day"
    stepped = _stepped(interval, lambda day: year_of(day.year + years * count))
    return (stepped, "year") if stepped else None


def _stepped(interval: DateInterval, move: Callable[[date], DateInterval]) -> DateInterval | None:
    if interval.latest is None:
        return None
    high = move(interval.latest)
    return (
        hull(move(interval.earliest), high)
        if interval.earliest
        else DateInterval(None, high.latest)
    )
