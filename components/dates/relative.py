"""Rules for dates told against the report or against the date before."""

import re
from datetime import date

from components.dates.absolute import first_day
from components.dates.calendar import decade_of, hull, month_of, moved, shift, week_of, year_of
from components.dates.context import Context, step, step_months
from components.dates.expressions import Precision
from components.dates.grammar import Hit, Reading, Rule, rule
from components.dates.tokens import Token
from components.dates.words import ROUGH_NUMBERS, UNIT_DAYS, UNITS
from components.records import DateInterval

RELATIVE: list[Rule] = []

_COUNT = r"(?P<n>jzf?|n-?n|[njzd#])"
_DATED = re.compile(r"_?[br]?t?(?:[do][do]?[-g&/]?|[Mm]|W)")
_DAY_STEPS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _on_both(interval: DateInterval, days: int) -> DateInterval:
    return shift(interval, days)


def count_of(hit: Hit) -> int:
    """Return the number that the words of group `n` name."""
    tokens = [token for token in hit.words("n") if token.code in "njzd#"]
    if tokens[0].code == "j" and len(tokens) > 1:
        tokens = tokens[1:]
    if tokens[0].code == "j":
        return 1
    return sum(token.value for token in tokens)


def is_rough(hit: Hit) -> bool:
    """Whether the words of group `n` name no number ("several")."""
    return any(token.word in ROUGH_NUMBERS for token in hit.words("n"))


@rule("T", r"(?P<w>T)P?", RELATIVE)
def _today(hit: Hit, context: Context) -> Reading | None:
    reported = context.deictic()
    if hit.word("w") == "overnight":
        if hit.behind(_DATED):
            # "Overnight on 3-4 June": the date says which night.
            return None
        return Reading(hull(shift(reported, -1), reported), "span", "report", anchors=False)
    found = shift(reported, _DAY_STEPS[hit.word("w")])
    return Reading(found, "day", "report", anchors=False)


@rule("t", r"tU(?P<v>v)(?P<w>T)", RELATIVE)
def _day_before_yesterday(hit: Hit, context: Context) -> Reading | None:
    sign = -1 if hit.word("v") == "before" else 1
    if hit.word("w") not in {"yesterday", "tomorrow", "today"}:
        return None
    days = _DAY_STEPS[hit.word("w")] + sign
    return Reading(shift(context.deictic(), days), "day", "report", anchors=False)


@rule("njzd#", rf"{_COUNT}(?P<u>U)(?P<a>A),?(?:(?P<w>T)|h(?P<v>U))", RELATIVE)
def _years_ago_now(hit: Hit, context: Context) -> Reading | None:
    """Read "a year ago today" and "two years ago this week"."""
    day, unit = context.deictic().latest, UNITS[hit.word("u")]
    if day is None or unit not in {"year", "month"} or is_rough(hit):
        return None
    if hit.has("w") and hit.word("w") != "today":
        return None
    then = _same_day(day, count_of(hit) * (12 if unit == "year" else 1))
    wide = UNITS[hit.word("v")] if hit.has("v") else "day"
    made: dict[str, tuple[DateInterval, Precision]] = {
        "day": (DateInterval.on(then), "day"),
        "week": (week_of(then), "week"),
        "month": (month_of(then.year, then.month), "month"),
    }
    if wide not in made:
        return None
    return Reading(*made[wide], "report", anchors=False)


def _same_day(day: date, months: int) -> date:
    """Return the day some months earlier, the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = month_of(year, month + 1).latest
    assert last is not None
    return last.replace(day=min(day.day, last.day))


@rule("njzd#", rf"{_COUNT}(?P<u>U)(?P<a>A)", RELATIVE)
def _ago(hit: Hit, context: Context) -> Reading | None:
    return _rough(hit, _stepped(hit, context.deictic(), back=True), "report")


@rule("njzd#", rf"{_COUNT}(?P<u>U)(?P<w>[LR]|v)", RELATIVE)
def _later(hit: Hit, context: Context) -> Reading | None:
    following = hit.after()
    pointing = following is not None and following.word == "that" and _opens_clause(hit.after(1))
    ends = following is None or following.code in "¶.,;:)-" or following.word in {"and", "the"}
    ends = ends or pointing
    unit = UNITS[hit.word("u")]
    if hit.token("w").code == "v" and not (ends and (following is None or following.word != "the")):
        return None
    if following is not None and following.word == "than":
        return None
    back = hit.token("w").code == "R" or hit.word("w") == "before"
    found = _rough(hit, _stepped(hit, context.reference(), back=back), "context")
    # "A year earlier" looks back; the story stays where it is.
    aside = back and unit not in {"day", "night", "hour", "minute"}
    return found._replace(anchors=False) if found and aside else found


def _opens_clause(token: Token | None) -> bool:
    """Return whether a clause begins behind "that": "three days before that his troops left"."""
    return token is None or token.code in "¶.,;:" or token.word in _CLAUSE_OPENERS


_CLAUSE_OPENERS = frozenset({"the", "his", "her", "its", "their", "they", "it", "he", "she"})


def _stepped(hit: Hit, near: DateInterval, *, back: bool) -> tuple[DateInterval, Precision] | None:
    """Return what lies so many units before or after a date; "half a year" is six months."""
    unit, count = UNITS[hit.word("u")], count_of(hit)
    before = hit.before()
    if before is not None and before.word == "half" and unit == "year" and count == 1:
        unit, count = "month", 6
    return step(near, unit, -count if back else count)


def _rough(hit: Hit, moved: tuple[DateInterval, Precision] | None, basis: str) -> Reading | None:
    if moved is None:
        return None
    interval, precision = moved
    if is_rough(hit):
        days = max(1, UNIT_DAYS[UNITS[hit.word("u")]])
        margin = days * (1 if hit.word("n") == "couple" else 2)
        interval = hull(shift(interval, -margin), shift(interval, margin))
        precision = "span"
    is_report = basis == "report"
    return Reading(interval, precision, "report" if is_report else "context", anchors=not is_report)


@rule("t", r"t[lx](?P<n>n|d|z)(?P<u>U)", RELATIVE)
@rule("lx", r"(?P<w>[lx])(?P<n>n|d|z)(?P<u>U)", RELATIVE)
def _past_days(hit: Hit, context: Context) -> Reading | None:
    near = context.deictic()
    tokens = [hit.before(-offset) for offset in range(2)]
    ahead = any(token is not None and token.code == "x" for token in tokens)
    days = days_of(count_of(hit), UNITS[hit.word("u")])
    span = hull(near, shift(near, days if ahead else -days))
    return Reading(span, "span", "report", anchors=False)


def days_of(count: int, unit: str) -> int:
    """Return how many days a number of units lasts, hours rounded up."""
    if unit == "hour":
        return (count + 23) // 24
    return count * max(1, UNIT_DAYS[unit])


# What "recent weeks" and "the following days" may reach over, in days.
_SOME = {"day": 10, "night": 10, "week": 42, "month": 240, "year": 3650}


@rule("N", r"(?P<w>N)(?P<u>U)", RELATIVE)
@rule("tx", r"t?(?P<w>x)(?P<u>U)", RELATIVE)
def _some_days(hit: Hit, context: Context) -> Reading | None:
    unit = UNITS[hit.word("u")]
    if not hit.word("u").endswith("s") or unit not in _SOME:
        return None
    if hit.token("w").code == "N":
        near = context.deictic()
        return Reading(hull(shift(near, -_SOME[unit]), near), "span", "report", anchors=False)
    ahead = hit.word("w") in {"coming", "upcoming", "next"}
    near = context.deictic() if ahead else context.reference()
    return Reading(hull(near, shift(near, _SOME[unit])), "span", "context", anchors=False)


@rule("t", r"t(?P<u>U)", RELATIVE)
def _weekend(hit: Hit, context: Context) -> Reading | None:
    if UNITS[hit.word("u")] != "weekend":
        return None
    future = context.is_future(hit.position) is True
    near = context.reported
    find = day_after if future else day_before
    first = DateInterval(*(day and find(5, day) for day in (near.earliest, near.latest)))
    return Reading(hull(first, shift(first, 1)), "span", "report")


@rule("t", r"t(?P<u>U)v(?P<l>l)", RELATIVE)
def _week_before_last(hit: Hit, context: Context) -> Reading | None:
    found = _unit_around(context.deictic(), UNITS[hit.word("u")], -2)
    return Reading(*found, "report", anchors=False) if found else None


@rule("t", r"t(?P<w>[lxs]{1,2})(?P<p>P)", RELATIVE)
@rule("lhxk", r"(?P<w>[lhxk]s?)(?P<p>P)", RELATIVE)
def _that_morning(hit: Hit, context: Context) -> Reading | None:
    which = hit.token("w")
    near = context.deictic() if which.code == "h" or which.word == "last" else context.reference()
    days = {"l": -1, "x": 1}.get(which.code, 0)
    return Reading(shift(near, days), "day", "context", anchors=which.code == "x")


@rule("tlxhk", r"(?P<t>t)?(?P<w>[lxhks]{1,2})(?P<u>U)", RELATIVE)
def _that_month(hit: Hit, context: Context) -> Reading | None:
    which, unit = hit.words("w")[0], UNITS[hit.word("u")]
    if unit in {"hour", "minute", "century"} or (not hit.has("t") and which.code == "s"):
        return None
    if hit.word("u").endswith("s") and unit != "":
        return None
    told = hit.has("t") or which.code in "ks" or which.word not in {"last", "next", "this", "past"}
    near = context.reference() if told else context.deictic()
    if told and unit == "year" and context.anchor is not None:
        # A bare year is no day to count days from, but "the next year" counts years.
        near = context.anchor
    steps = {"l": -1, "x": 1}.get(which.code, 0)
    if which.word == "past":
        days = max(1, UNIT_DAYS[unit])
        return Reading(hull(shift(near, -days), near), "span", "report", anchors=False)
    found = _unit_around(near, unit, steps)
    if which.code == "s" and unit == "year" and context.last_year:
        # The year that was named last, even if the story has not come to it.
        found = year_of(context.last_year), "year"
    if found is None:
        return None
    aside = steps < 0 and unit not in {"day", "night"}
    return Reading(*found, "context" if told else "report", anchors=told and not aside)


@rule("t", r"t(?P<u>U)(?P<v>[vRL])", RELATIVE)
def _day_before(hit: Hit, context: Context) -> Reading | None:
    following, unit = hit.after(), UNITS[hit.word("u")]
    if hit.token("v").code == "v" and following is not None and following.code not in "¶.,;:)":
        return None
    if hit.word("u").endswith("s") or unit in {"hour", "minute"}:
        return None
    back = hit.token("v").code == "R" or hit.word("v") == "before"
    found = _unit_around(context.reference(), unit, -1 if back else 1)
    return Reading(*found, "context") if found else None


def _unit_around(
    near: DateInterval, unit: str, steps: int
) -> tuple[DateInterval, Precision] | None:
    """Return the day, week, month or year some steps from the one that `near` lies in."""
    if unit in {"day", "night"}:
        return shift(near, steps), "day" if near.is_exact else "span"
    if unit == "month":
        found = step_months(near, steps)
        return (found, "month") if found else None
    if unit in {"week", "weekend", "fortnight"} and near.latest is not None:
        low = week_of(moved(near.earliest or near.latest, 7 * steps))
        high = week_of(moved(near.latest, 7 * steps))
        if unit == "weekend":
            low, high = (DateInterval(shift(w, 5).earliest, w.latest) for w in (low, high))
        span = hull(low, high)
        return (span if near.earliest else DateInterval(None, span.latest)), "week"
    if unit == "year":
        return step(near, "year", steps)
    if unit == "decade" and (day := first_day(near)):
        first = day.year // 10 * 10 + 10 * steps
        return decade_of(first), "decade"
    return None


def unit_of(hit: Hit, context: Context) -> Reading | None:
    """Read "the month" in "the end of the month"."""
    unit = UNITS[hit.word("u")]
    if unit not in {"week", "month", "year", "decade"} or hit.word("u").endswith("s"):
        return None
    near = context.reference() if context.anchor is not None else context.reported
    found = _unit_around(near, unit, 0)
    return Reading(*found, "context") if found else None


@rule("Wbr", r"[br]?(?P<d>W)P?(?P<j>[-g&])(?P<d2>W)P?", RELATIVE)
def _weekday_to_weekday(hit: Hit, context: Context) -> Reading | None:
    opened = hit.all()[0].code == "b"
    if opened != (hit.token("j").code == "&") or context.narrative:
        return None
    reported, first, last = context.reported, hit.value("d"), hit.value("d2")
    if context.is_future(hit.position) is True:
        start = DateInterval(*(d and day_after(first, d) for d in _ends(reported)))
        end = DateInterval(*(d and day_after(last, d) for d in _ends(start)))
    else:
        end = DateInterval(*(d and day_before(last, d) for d in _ends(reported)))
        start = DateInterval(*(d and day_before(first, d) for d in _ends(end)))
    return Reading(hull(start, end), "span", "report")


@rule("lxhk", r"(?P<w>[lxhk])(?P<d>W)P?", RELATIVE)
@rule("W", r"(?P<d>W)P?(?:,?f?(?P<w>[lxh])(?P<u>U))?", RELATIVE)
def _weekday(hit: Hit, context: Context) -> Reading | None:
    weekday = hit.value("d")
    if hit.token("d").word.endswith("s"):
        return None
    which = hit.token("w").code if hit.has("w") else ""
    if context.narrative and which != "l" and context.anchor is not None:
        near = context.anchor
        if near.earliest is None or near.latest is None:
            return None
        after = DateInterval(near.earliest, near.latest)
        return Reading(_next_weekday(after, weekday), "day", "context")
    if hit.has("u"):
        found = _unit_around(context.reported, UNITS[hit.word("u")], -1 if which == "l" else 0)
        if found is None or found[1] != "week" or found[0].earliest is None:
            return None
        days = DateInterval(*(d and moved(d, weekday - d.weekday()) for d in _ends(found[0])))
        return Reading(days, "day", "report")
    return Reading(_weekday_near(context, hit, weekday, which), "day", "report")


def _ends(week: DateInterval) -> tuple[date | None, date | None]:
    return week.earliest, week.latest


def _weekday_near(context: Context, hit: Hit, weekday: int, which: str) -> DateInterval:
    reported = context.reported
    future = which == "x" or (which in {"", "h"} and context.is_future(hit.position) is True)
    find = day_after if future else day_before
    same = which not in {"l", "x"}
    ends = [d and find(weekday, d, same_day=same) for d in (reported.earliest, reported.latest)]
    return DateInterval(*ends)


def _next_weekday(near: DateInterval, weekday: int) -> DateInterval:
    assert near.earliest is not None
    assert near.latest is not None
    first = day_after(weekday, near.earliest, same_day=True)
    return DateInterval(first, max(first, day_after(weekday, near.latest, same_day=True)))


def day_before(weekday: int, reported: date, *, same_day: bool = True) -> date:
    """Return the last such weekday up to the day of the report.

    Args:
        weekday: 0 for Monday to 6 for Sunday.
        reported: Day the article appeared.
        same_day: Whether the day itself counts. Agencies and web pages write "on Sunday" on
            that Sunday, so it does for a bare weekday; "last Sunday" is a week earlier.
    """
    back = (reported.weekday() - weekday) % 7
    if back == 0 and not same_day:
        back = 7
    return moved(reported, -back)


def day_after(weekday: int, reported: date, *, same_day: bool = True) -> date:
    """Return the first such weekday from a day on, the day itself only with `same_day`."""
    ahead = (weekday - reported.weekday()) % 7
    if ahead == 0 and not same_day:
        ahead = 7
    return moved(reported, ahead)


@rule("t", r"t(?P<o>o)(?:f(?P<w>[tkhlx])(?P<u>U))?", RELATIVE)
def _bare_ordinal(hit: Hit, context: Context) -> Reading | None:
    """Read "by the 14th" in the month that the text has come to."""
    before, following = hit.before(), hit.after()
    leads = {"on", "by", "of", "until", "since", "from", "to", "before", "after", "and", "till"}
    if not hit.has("u"):
        if before is None or before.word not in leads:
            return None
        if following is not None and following.code in "ZUqQPnd-":
            return (following.code == "P" and _in_month(hit, context)) or None
        if following is not None and following.code == "_" and following.word not in _FUNCTION:
            return None
    return _in_month(hit, context)


_FUNCTION = frozenset(
    """when while as he she they it we with was were had after which who but after for on at
    against because where over under by amid about""".split()  # noqa: SIM905 (a word list)
)


def _in_month(hit: Hit, context: Context) -> Reading | None:
    near = context.reference()
    steps = {"l": -1, "x": 1}.get(hit.token("w").code, 0) if hit.has("w") else 0
    month = step_months(near, steps)
    if month is None or month.earliest is None or month.latest is None:
        return None
    if (month.latest - month.earliest).days > 31:
        return None
    try:
        day = month.earliest.replace(day=hit.value("o"))
    except ValueError:
        return None
    if not hit.has("u") and near.is_exact and near.latest and day < near.latest:
        later = step_months(near, 1)
        if later and later.earliest and (near.latest - day).days > 20:
            day = later.earliest.replace(day=min(hit.value("o"), 28))
    return Reading(DateInterval.on(day), "day", "context")
