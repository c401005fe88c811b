"""The written cases of cases.txt: one line of reports, one line of what the map shows."""

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from components.control import fold, number_on, possible_since, shown_from
from components.records import Attribution, Claim, DateInterval, Party, Span, claim_digest

MONTHS = dict(
    zip(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        range(1, 13),
        strict=True,
    )
)
WORDS = {"sides", "said", "map", "rule", "shown"}
TODAY = date(2026, 11, 22)
PARTIES = {"G", "R", "R1", "R2", "I", "K"}
NAMELESS = "X"
PATTERNS = {
    r"captured by (\S+)(?: from (\S+))?": ("captured", "gaining", "losing"),
    r"lost": ("lost",),
    r"lost by (\S+)(?: to (\S+))?": ("lost", "losing", "gaining"),
    r"handed over by (\S+) to (\S+)": ("transferred", "losing", "gaining"),
    r"held by (\S+)": ("held", "holding"),
    r"fighting, (\S+) against (\S+)": ("contested", "attacking", "defending"),
    r"fighting, (\S+) attacking": ("contested", "attacking"),
    r"siege by (\S+)(?: of (\S+))?": ("besieged", "attacking", "defending"),
    r"attack by (\S+) on (\S+) failed": ("repelled", "attacking", "defending"),
    r"attack failed": ("repelled",),
}


def read_cases():
    text = (Path(__file__).parent / "cases.txt").read_text()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    cases: list[dict[str, str]] = []
    for line in lines:
        word, _, rest = line.partition(": ")
        if word in WORDS:
            cases[-1][word] = rest
        else:
            cases.append({"title": line})
    for case in cases:
        yield pytest.param(case, id=case["title"])


def day(words, year=2015):
    number, month, *rest = words.split()
    return date(int(rest[0]) if rest else year, MONTHS[month], int(number))


def days(words):
    if words == "undated":
        return DateInterval(None, TODAY)
    if words.startswith("by "):
        return DateInterval(None, day(words[3:]))
    if re.fullmatch(r"\d{4}", words):
        return DateInterval(date(int(words), 1, 1), date(int(words), 12, 31))
    first, _, last = words.partition(" to ")
    if not last:
        return DateInterval.on(day(first))
    if first.isdigit():
        first = f"{first} {last.split(' ', 1)[1]}"
    return DateInterval(day(first), day(last))


WHEN = r"(by )?(\d{1,2}( [A-Z][a-z]{2})?( \d{4})? to )?\d{1,2} [A-Z][a-z]{2}( \d{4})?|\d{4}|undated"


def understood(what: str) -> Any:
    for pattern, (kind, *roles) in PATTERNS.items():
        match = re.fullmatch(pattern, what)
        if match:
            return kind, roles, match
    return pytest.fail(f"not understood: {what!r}")


def report(words, number):
    when = re.match(WHEN, words)
    assert when, words
    what, _, who = words[when.end() :].strip().partition(", says ")
    source, _, article = who.partition(" in ")
    source, _, via = source.partition(" to ")
    denied = what.startswith("denied: ")
    kind, roles, match = understood(what.removeprefix("denied: "))
    actors = zip(roles, match.groups(), strict=True)
    named = [(role, actor) for role, names in actors if names for actor in names.split("+")]
    parties = tuple(Party(actor, role, actor) for role, actor in named)
    basis: Any
    if source in PARTIES:
        lost = any(p.actor_id == source and p.role == "losing" for p in parties)
        basis = "losing side" if denied or lost else "gaining side"
    else:
        basis = "monitor" if source == "SOHR" else "press"
    event = days(when.group())
    evidence = Span(article or source, number, number + 1)
    return Claim(
        claim_digest(evidence, kind, "asserted", parties, "P", "p", number),
        kind,
        "denied" if denied else "asserted",
        parties,
        "p",
        "P",
        event,
        event if event.latest == TODAY else DateInterval.on(event.latest),
        Attribution(source, basis, via),
        evidence,
        not denied,
        "denied" if denied else "",
        "",
        "case 1",
    )


def side(actor, _day):
    return actor[0]


def publisher(article):
    """The article "Paper 2" is one by Paper."""
    return re.sub(r" \d+$", "", article)


def stands_for(actor):
    """X are fighters whom nobody names: any side but the government."""
    return (lambda other: other != "G") if actor == NAMELESS else None


class Sides:
    """Who counts with whom: by the first letter, or as a case says, from day to day."""

    def __init__(self, words):
        self.rows = []
        for row in filter(None, words.split("; ")):
            match = re.fullmatch(r"(\S+) with (\S+)(?: from (.+?))?(?: until (.+))?", row)
            assert match, row
            start, end = (day(d) if d else None for d in match.groups()[2:])
            self.rows.append((match[1], match[2], start, end))

    def bloc(self, actor, on):
        for one, other, start, end in self.rows:
            if one == actor and (start or date.min) <= on <= (end or date.max):
                return other
        return actor[0]

    def turns(self, actor):
        days = []
        for one, _, start, end in self.rows:
            if one == actor:
                days += [start] if start else []
                days += [end + timedelta(days=1)] if end else []
        return sorted(days)


def state_as(interval, sides):
    on = interval.start.latest
    names = list(dict.fromkeys(sides.bloc(h, on) for h in interval.holder_ids))
    one = "?" if interval.standing == "claimed" else ""
    if not names and interval.state != "unknown":
        return "fights"
    return {
        "held": f"({names[0]})" if interval.standing == "inferred" else f"{'+'.join(names)}{one}",
        "contested": f"{'/'.join(names)}{one} fights",
        "disputed": "|".join(sorted(names) if len(names) > 1 else [*names, "?"]),
        "unknown": "nobody",
    }[interval.state]


def shown_as(interval, sides):
    state = state_as(interval, sides)
    if interval.start.earliest is None:
        return (
            f"before {state}"
            if interval.standing == "inferred"
            else f"{written(interval.start)} {state}"
        )
    return f"{written(interval.start)} {state}"


def written(interval):
    names = list(MONTHS)

    def one(d, year=True):
        return f"{d.day} {names[d.month - 1]}" + (f" {d.year}" if d.year != 2015 and year else "")

    first, last = interval.earliest, interval.latest
    if first is None:
        return f"by {one(last)}"
    if first == last:
        return one(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {one(last)}"
    return f"{one(first)} to {one(last)}"


def shown_on(row, day, sides):
    """What the map shows on a day, what it may have become by then, "~" when it may begin later."""
    number = number_on(shown_from(row), day)
    if number < 0:
        return "nothing"
    now = row[number]
    later = now.start.latest > day and now.start.earliest is not None
    words = [f"{state_as(now, sides)}{'~' if later else ''}"]
    words += [state_as(i, sides) for i in possible_since(row, number, day)]
    return " or ".join(words)


@pytest.mark.parametrize("case", list(read_cases()))
def test_the_map_shows_what_the_case_says(case):
    sides = Sides(case.get("sides", ""))
    reports = [report(words.strip(), n) for n, words in enumerate(case["said"].split(";"))]
    turns = sides.turns if sides.rows else None
    intervals = fold(
        reports, bloc=sides.bloc, turns=turns, publisher=publisher, stands_for=stands_for
    )
    shown = " > ".join(shown_as(i, sides) for i in intervals) or "nothing"
    assert shown == case["map"]
    for told in filter(None, case.get("shown", "").split("; ")):
        on = re.match(WHEN, told)
        assert on, told
        words = told[on.end() :].strip()
        assert shown_on(intervals, days(on.group()).latest, sides) == words, told
    if "rule" in case:
        assert intervals[-1].rule == case["rule"]


def test_there_are_enough_cases():
    assert len(list(read_cases())) >= 90
