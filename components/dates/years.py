"""Rules for dates that name a quarter, a year, a decade or a century."""

from datetime import date

from components.dates.absolute import joins, with_ends
from components.dates.calendar import century_of, decade_of, hull, months_of, year_of
from components.dates.context import Context
from components.dates.grammar import Hit, Reading, Rule, rule
from components.dates.words import COUNTED, OWNERS, WEAK_LEADS, YEAR_LEADS
from components.records import DateInterval

YEARS: list[Rule] = []


# "In 2014 rebels took A": before these words a year is no number of rebels.
_PARTS_OF_YEARS = frozenset({"end", "beginning", "start", "middle", "half", "months", "part"})
_DATING = frozenset({"in", "by", "since", "until", "during", "late", "early", "mid"})


def _year_with(day: date) -> DateInterval:
    return year_of(day.year)


@rule("Z", r"(?P<z>Z)(?P<d>d),?(?P<y>y)", YEARS)
@rule("d", r"(?P<d>d)(?P<z>Z),?(?P<y>y)", YEARS)
def _quarter_in_figures(hit: Hit, context: Context) -> Reading | None:
    """Read "Q3 2015" and "3Q 2015"."""
    del context
    number = hit.value("d")
    if hit.word("z") not in {"q", "h"} or number > (4 if hit.word("z") == "q" else 2):
        return None
    months = 3 if hit.word("z") == "q" else 6
    found = months_of(hit.value("y"), (number - 1) * months + 1, number * months)
    return Reading(found, "quarter" if months == 3 else "span", "stated", year_of(hit.value("y")))


@rule("ybr", r"[br]?(?P<y>y)[-g&/](?P<y2>[yd#])", YEARS)
def _year_to_year(hit: Hit, context: Context) -> Reading | None:
    del context
    if not joins(hit):
        return None
    first, last = hit.value("y"), hit.value("y2")
    if hit.token("y2").code != "y":
        if not hit.glued("y2") or not hit.token("y2").word.isdigit() or last > 99:
            return None
        last += first // 100 * 100
    if not first < last <= first + 150 or _is_counted(hit):
        return None
    return with_ends(Reading(hull(year_of(first), year_of(last)), "span", "stated"), _year_with)


@rule("y", r"(?P<y>y)", YEARS)
def _bare_year(hit: Hit, context: Context) -> Reading | None:
    del context
    before, following = hit.before(), hit.after()
    dated = hit.value("y") >= 1800 and _is_dating(hit)
    if (_is_counted(hit) and not dated) or (before is not None and before.code in {"#", "$"}):
        return None
    if following is not None and following.code in {"G", "-"} and following.word != "-":
        return None
    led = before is None or before.code in "¶MSqE" or before.word in YEAR_LEADS
    if before is not None and before.word in WEAK_LEADS and hit.value("y") % 100 == 0:
        return None
    if before is not None and before.word == "of":
        # "a force of 2000" is no year; "the summer of 2014", "the war of 1812" are.
        back = hit.before(2)
        led = hit.value("y") >= 1800 or (back is not None and back.code in "SUeZ")
    closed = following is None or following.code in "¶.,;:)"
    # "his 1995 book", "the 2006 highs", "2007 also saw": no amount looks like these.
    determined = before is not None and (before.code in "tj." or before.word in OWNERS)
    likely = 1700 <= hit.value("y") <= 2100 and (closed or determined)
    if not led and (not likely or (before is not None and before.code == "Z")):
        # "Highway 2000."
        return None
    return Reading(year_of(hit.value("y")), "year", "stated")


@rule("Dt", r"t?(?P<d>D)", YEARS)
def _decade(hit: Hit, context: Context) -> Reading | None:
    del context
    year = hit.value("d")
    found = century_of(year // 100 + 1) if year % 100 == 0 and year < 2000 else decade_of(year)
    return Reading(found, "century" if year % 100 == 0 and year < 2000 else "decade", "stated")


@rule("otq", r"t?(?P<o>[oq])-?(?P<u>U)", YEARS)
def _century(hit: Hit, context: Context) -> Reading | None:
    del context
    if hit.word("u") != "century" or not 10 < hit.value("o") <= 21:
        return None
    return Reading(century_of(hit.value("o")), "century", "stated")


def _is_dating(hit: Hit) -> bool:
    """Whether the words before tell a time: "by 2014", "the end of 2014"."""
    before, back = hit.before(), hit.before(2)
    if before is not None and before.word == "of":
        return back is not None and (back.word in _PARTS_OF_YEARS or back.code in "SM")
    return before is not None and before.word in _DATING


def _is_counted(hit: Hit) -> bool:
    following, beyond = hit.after(), hit.after(1)
    if following is None:
        return False
    if following.word in COUNTED or following.code in {"%", "G"}:
        return True
    return (
        following.code == "_"
        and beyond is not None
        and beyond.word in COUNTED
        and (following.word not in {"with", "when", "after", "the"})
    )
