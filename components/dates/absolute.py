"""Rules for dates that name a day, month, season or year."""

import re
from collections.abc import Callable
from datetime import date

from components.dates.calendar import (
    hull,
    month_of,
    on_day,
    part_of,
    season_of,
)
from components.dates.context import Build, Context
from components.dates.expressions import Precision
from components.dates.grammar import Hit, Reading, Rule, rule
from components.dates.tokens import Token, numeric_day
from components.dates.words import (
    COUNTED,
    EVENTS,
    HOLIDAYS,
    LOOSE,
    MONTH_LEADS,
    NAMED_AFTER,
    RECENT_DAYS,
    VERBS,
    VIOLENCE,
    WARFARE,
)
from components.records import DateInterval

ABSOLUTE: list[Rule] = []

_WEEKDAY = r"(?:[Ww]\.?,?(?:P,?)?t?)?"
_MONTH = r"[Mm]\.?"
_YEAR = r"(?:,?f?(?P<y>y))?"


def dated(
    build: Build, precision: Precision, hit: Hit, context: Context, year: int | None = None
) -> Reading | None:
    """Make a reading of a date with its year, or with the one that the context gives."""
    if year is not None:
        found = build(year)
        return Reading(found, precision, "stated") if found else None
    shared = _shared_year(build, hit)
    if shared is not None:
        return Reading(shared, precision, "stated")
    this = hit.has("w") and hit.word("w") in {"this", "that"}
    inferred = context.without_year(build, hit.position, onwards=this)
    return Reading(inferred[0], precision, inferred[1]) if inferred else None


# "in April and June 1955", "the spring and early summer of 1943": one year for all.
_SHARED = re.compile(
    r"(?:(?:,?[&g]|[-,])(?:E-?)?t?(?:[Mm]\.?(?:t?[do])?|[do](?:f?[Mm]\.?)?|S)){1,3},?f?(?P<y>y)"
)


def _shared_year(build: Build, hit: Hit) -> DateInterval | None:
    behind = hit.behind(_SHARED)
    if behind is None or hit.first == hit.stop:
        return None
    found = build(behind.value("y"))
    months = [token.value for token in behind.all() if token.code in "Mm"]
    if found and found.earliest and months and found.earliest.month > months[-1]:
        return build(behind.value("y") - 1)
    return found


def with_ends(reading: Reading | None, unit: Callable[[date], DateInterval]) -> Reading | None:
    """Add the two dates between which a range runs."""
    if reading is None or reading.interval.earliest is None or reading.interval.latest is None:
        return reading
    ends = unit(reading.interval.earliest), unit(reading.interval.latest)
    return reading._replace(ends=ends)


def _month_with(day: date) -> DateInterval:
    return month_of(day.year, day.month)


def _year(hit: Hit, name: str = "y") -> int | None:
    return hit.value(name) if hit.has(name) else None


def _ends(first: Build, last: Build) -> Build:
    """Return what builds an interval from two dates of one year, over New Year if need be."""

    def build(year: int) -> DateInterval | None:
        start, end = first(year), last(year)
        if start is None or end is None:
            return None
        assert start.earliest is not None
        assert end.latest is not None
        if end.latest < start.earliest:
            end = last(year + 1)
        return hull(start, end) if end else None

    return build


def _day(month: int, day: int) -> Build:
    return lambda year: on_day(year, month, day)


def _month(month: int) -> Build:
    return lambda year: month_of(year, month)


@rule("I", r"(?P<i>I)", ABSOLUTE)
def _in_figures(hit: Hit, context: Context) -> Reading | None:
    if hit.word("i").isalpha():
        return None
    days = numeric_day(hit.word("i"))
    if not days:
        return None
    del context
    precision: Precision = "day" if len(days) == 1 else "span"
    return Reading(DateInterval(min(days), max(days)), precision, "stated")


@rule(
    "Wwtdobr",
    rf"[br]?{_WEEKDAY}t?(?P<d>[do])f?(?P<m>{_MONTH}),?(?P<y1>y)?[-g&/]"
    rf"{_WEEKDAY}t?(?P<d2>[do])f?(?P<m2>{_MONTH}){_YEAR}",
    ABSOLUTE,
)
@rule(
    "WwMmbr",
    rf"[br]?{_WEEKDAY}(?P<m>{_MONTH})t?(?P<d>[do])(?:,?(?P<y1>y))?,?[-g&]"
    rf"{_WEEKDAY}(?P<m2>{_MONTH})t?(?P<d2>[do]){_YEAR}",
    ABSOLUTE,
)
def _day_to_day(hit: Hit, context: Context) -> Reading | None:
    if not joins(hit):
        return None
    first = _day(hit.value("m"), hit.value("d"))
    last = _day(hit.value("m2"), hit.value("d2"))
    year, year_1 = _year(hit), _year(hit, "y1")
    if year_1 is not None and year is not None:
        ends = first(year_1), last(year)
        if not ends[0] or not ends[1] or ends[1].earliest < ends[0].earliest:  # type: ignore[operator]
            return None
        return with_ends(
            Reading(hull(*ends), "span", "stated"),  # type: ignore[arg-type]
            DateInterval.on,
        )
    if year is not None and (hit.value("m"), hit.value("d")) > (hit.value("m2"), hit.value("d2")):
        year -= 1
    found = dated(_ends(first, last), "span", hit, context, year or year_1)
    return with_ends(found, DateInterval.on)


@rule(
    "Wwtdobr",
    rf"[br]?{_WEEKDAY}t?(?P<d>[do])(?:,[do]){{0,3}},?[-g&/]t?(?P<d2>[do])f?(?P<m>{_MONTH}){_YEAR}",
    ABSOLUTE,
)
@rule(
    "WwMmbr",
    rf"[br]?{_WEEKDAY}(?P<m>{_MONTH})t?(?P<d>[do])(?:,[do]){{0,3}},?[-g&/]t?(?P<d2>[do]){_YEAR}",
    ABSOLUTE,
)
def _days_of_month(hit: Hit, context: Context) -> Reading | None:
    if hit.value("d2") <= hit.value("d"):
        return None
    month = hit.value("m")
    build = _ends(_day(month, hit.value("d")), _day(month, hit.value("d2")))
    return with_ends(dated(build, "span", hit, context, _year(hit)), DateInterval.on)


@rule("WwMm", rf"{_WEEKDAY}(?P<m>{_MONTH})-?t?(?P<d>[do])(?:[,-]?(?P<y>y))?", ABSOLUTE)
@rule("Wwtdo", rf"{_WEEKDAY}t?(?P<d>[do])[-f]?(?P<m>{_MONTH})(?:[,-]?(?P<y>y))?", ABSOLUTE)
@rule("t", rf"t(?P<d>q)f(?P<m>{_MONTH})(?:,?(?P<y>y))?", ABSOLUTE)
def _one_day(hit: Hit, context: Context) -> Reading | None:
    if _is_name(hit):
        return None
    year = _year(hit)
    following = hit.after()
    counted = following is not None and following.word in COUNTED
    if year is not None and year % 100 == 0 and counted:
        # "On 5 May 2000 men" may be a number of men; "on 5 May 2016 rebels" is no number of them.
        year = None
    found = dated(_day(hit.value("m"), hit.value("d")), "day", hit, context, year)
    return None if found and _is_event(hit, found, context) else found


def _is_event(hit: Hit, found: Reading, context: Context) -> bool:
    """Whether a date names an event of some year ("the September 11 attacks"), not a recent one."""
    before, following, latest = hit.before(), hit.after(), context.reported.latest
    if found.basis != "report" or before is None or following is None or latest is None:
        return False
    if before.code != "t" or following.word not in EVENTS or found.interval.latest is None:
        return False
    back = (latest - found.interval.latest).days
    return back > RECENT_DAYS or (back < 0 and following.word in VIOLENCE)


@rule("H", r"(?P<h>H),?(?P<y>y)?", ABSOLUTE)
def _feast(hit: Hit, context: Context) -> Reading | None:
    month, day = HOLIDAYS[hit.word("h")]
    return dated(_day(month, day), "day", hit, context, _year(hit))


@rule("Mbr", rf"[br]?(?P<m>M)\.?,?f?(?P<y1>y)?[-g&/](?P<m2>{_MONTH}){_YEAR}", ABSOLUTE)
def _month_to_month(hit: Hit, context: Context) -> Reading | None:
    if not joins(hit):
        return None
    first, last = _month(hit.value("m")), _month(hit.value("m2"))
    year, year_1 = _year(hit), _year(hit, "y1")
    if year is not None and year_1 is not None:
        start, end = month_of(year_1, hit.value("m")), month_of(year, hit.value("m2"))
        if (year_1, hit.value("m")) > (year, hit.value("m2")):
            return None
        return with_ends(Reading(hull(start, end), "span", "stated"), _month_with)
    if year is not None and hit.value("m") > hit.value("m2"):
        year -= 1
    found = dated(_ends(first, last), "span", hit, context, year or year_1)
    return with_ends(found, _month_with)


@rule("Mm", rf"(?P<m>{_MONTH}),?f?(?P<y>y)", ABSOLUTE)
def _month_and_year(hit: Hit, context: Context) -> Reading | None:
    return dated(_month(hit.value("m")), "month", hit, context, _year(hit))


@rule("M", r"(?P<m>M),?f?t?(?P<w>[hklxs]{1,2})(?P<u>U)", ABSOLUTE)
def _month_of_that_year(hit: Hit, context: Context) -> Reading | None:
    if hit.word("u") != "year":
        return None
    which = hit.words("w")[-1]
    near = context.deictic() if which.word in {"this", "last", "next"} else context.reference()
    day = near.latest if near is context.reported else near.earliest
    if day is None:
        return None
    same = context.last_year if which.code == "s" else None
    year = same or day.year + {"l": -1, "x": 1}.get(which.code, 0)
    return Reading(month_of(year, hit.value("m")), "month", "context")


@rule("Mt", r"(?:t?(?P<w>[lxhks]))?(?P<m>M)", ABSOLUTE)
def _bare_month(hit: Hit, context: Context) -> Reading | None:
    if _is_name(hit) or not _month_stands(hit):
        return None
    return dated(_month(hit.value("m")), "month", hit, context)


@rule("lxhk", r"(?P<w>[lxhk])(?P<m>M)", ABSOLUTE)
def _last_month_named(hit: Hit, context: Context) -> Reading | None:
    if hit.token("w").code == "k":
        return _bare_month(hit, context)
    told = hit.word("w") not in {"last", "next", "this"}
    near = (context.reference() if told else context.deictic()).latest
    if near is None:
        return None
    found = _nearest(hit.token("w").code, near, _month(hit.value("m")))
    return Reading(found, "month", "context" if told else "report") if found else None


def _nearest(which: str, near: date, build: Build) -> DateInterval | None:
    """Return the last ("l"), the next ("x") or else this year's of a month or season."""
    years = [found for step in (-1, 0, 1) if (found := build(near.year + step))]
    if which == "l":
        return next((f for f in reversed(years) if f.latest and f.latest < near), None)
    if which == "x":
        return next((f for f in years if f.earliest and f.earliest > near), None)
    return years[1] if len(years) > 1 else None


@rule("St", r"t?(?P<s>S)(?:f|,)?(?P<y>y)[-/](?P<y2>[yd#])", ABSOLUTE)
def _winter_over_new_year(hit: Hit, context: Context) -> Reading | None:
    del context
    return Reading(season_of(hit.word("s"), hit.value("y"), into_next=True), "season", "stated")


@rule("St", r"t?(?P<s>S)(?:f|,)?(?P<y>y)", ABSOLUTE)
def _season_and_year(hit: Hit, context: Context) -> Reading | None:
    del context
    return Reading(season_of(hit.word("s"), hit.value("y")), "season", "stated")


@rule("Stlxhk", r"(?P<w>ks|[tlxhks])?(?P<s>S)(?:f(?P<k>[khlx])(?P<u>U))?", ABSOLUTE)
def _bare_season(hit: Hit, context: Context) -> Reading | None:
    before, following = hit.before(), hit.after()
    led = (
        hit.has("w")
        or (following is not None and following.word in WARFARE)
        or (before is not None and before.word in MONTH_LEADS - LOOSE)
        or _follows_season(hit)
    )
    if not led or (hit.word("s") == "fall" and _is_a_defeat(hit)):
        return None
    if following is not None and following.code == "-":
        return None
    name = hit.word("s")
    near = context.deictic().latest
    if hit.has("w") and hit.word("w") in {"last", "next"} and near is not None:
        which = hit.token("w").code
        found = _nearest(which, near, lambda year: season_of(name, year, into_next=True))
        return Reading(found, "season", "report") if found else None
    return dated(lambda year: season_of(name, year, into_next=True), "season", hit, context)


def _is_a_defeat(hit: Hit) -> bool:
    """Whether "the fall" is that of a place: "the fall of A", "a day after the fall"."""
    before, following = hit.before(), hit.after()
    if following is not None and following.code == "f":
        return True
    return before is not None and before.word in {"after", "before", "following"}


def _follows_season(hit: Hit) -> bool:
    """Whether another season goes before ("the spring and summer")."""
    joiner, before = hit.before(), hit.before(2)
    return joiner is not None and joiner.code in "&," and before is not None and before.code == "S"


def joins(hit: Hit) -> bool:
    """Whether "and" stands between two dates only where "between" opens them."""
    tokens = [hit.before(-offset) for offset in range(hit.stop - hit.first)]
    opened = tokens[0] is not None and tokens[0].code == "b"
    has_and = any(token is not None and token.code == "&" for token in tokens)
    return opened == has_and and all(token is None or token.word != "or" for token in tokens)


def _is_name(hit: Hit) -> bool:
    """Whether a date only names something: the March 14 alliance, the April 6 Movement."""
    following = hit.after()
    return following is not None and following.word in NAMED_AFTER and _capital(following, hit)


def _capital(token: Token, hit: Hit) -> bool:
    before = hit.before()
    return token.code == "Z" or (before is not None and before.code == "t")


def _month_stands(hit: Hit) -> bool:
    """Whether a month without day or year is one: "in May", not "May said", "March on"."""
    if hit.has("w"):
        return True
    before, following = hit.before(), hit.after()
    if before is None or before.code == "¶":
        return following is None or following.code in "¶,:-"
    if hit.word("m") in {"may", "march"} and before.word in LOOSE:
        return following is None or following.code in "¶.,;)"
    if before.code in "tj":
        return following is not None and following.code == "_" and following.word not in VERBS
    return before.word in MONTH_LEADS or before.code in "-e.;:"


def apply_part(reading: Reading, part: str) -> Reading:
    """Narrow a reading to a part of it ("early", "end", "first half")."""
    narrowed = part_of(reading.interval, part)
    if narrowed == reading.interval:
        return reading
    precision: Precision = reading.precision if reading.precision == "day" else "span"
    return reading._replace(interval=narrowed, precision=precision, whole=reading.interval)


def first_day(interval: DateInterval) -> date | None:
    """Return the first day, or the last where the start is open."""
    return interval.earliest or interval.latest
