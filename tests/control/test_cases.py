"""The written cases of cases.txt: one line of reports, one line of what the map shows."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from components.control import fold
from components.records import Attribution, Claim, DateInterval, Party, Span, claim_digest

MONTHS = dict(
    zip(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        range(1, 13),
        strict=True,
    )
)
PARTIES = {"G", "R", "R1", "R2", "I", "K"}
PATTERNS = {
    r"captured by (\S+)(?: from (\S+))?": ("captured", "gaining", "losing"),
    r"lost by (\S+)": ("lost", "losing"),
    r"handed over by (\S+) to (\S+)": ("transferred", "losing", "gaining"),
    r"held by (\S+)": ("held", "holding"),
    r"fighting, (\S+) against (\S+)": ("contested", "attacking", "defending"),
    r"fighting, (\S+) attacking": ("contested", "attacking"),
    r"siege by (\S+) of (\S+)": ("besieged", "attacking", "defending"),
    r"attack by (\S+) on (\S+) failed": ("repelled", "attacking", "defending"),
    r"attack failed": ("repelled",),
}


def read_cases():
    text = (Path(__file__).parent / "cases.txt").read_text()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for title, said, shown in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        yield pytest.param(said.removeprefix("said: "), shown.removeprefix("map: "), id=title)


def day(words, year=2015):
    number, month, *rest = words.split()
    return date(int(rest[0]) if rest else year, MONTHS[month], int(number))


def days(words):
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


WHEN = r"(by )?(\d{1,2}( [A-Z][a-z]{2})?( \d{4})? to )?\d{1,2} [A-Z][a-z]{2}( \d{4})?|\d{4}"


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
    denied = what.startswith("denied: ")
    kind, roles, match = understood(what.removeprefix("denied: "))
    actors = zip(roles, match.groups(), strict=True)
    parties = tuple(Party(actor, role, actor) for role, actor in actors if actor)
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
        DateInterval.on(event.latest),
        Attribution(source, basis),
        evidence,
        not denied,
        "denied" if denied else "",
        "",
        "case 1",
    )


def side(actor, _day):
    return actor[0]


def shown_as(interval):
    first, last = interval.start.earliest, interval.start.latest
    names = list(dict.fromkeys(side(h, None) for h in interval.holder_ids))
    one = "?" if interval.standing == "claimed" else ""
    state = (
        {
            "held": f"({names[0]})"
            if interval.standing == "inferred"
            else f"{'+'.join(names)}{one}",
            "contested": f"{'/'.join(names)}{one} fights",
            "disputed": "|".join(sorted(names) if len(names) > 1 else [*names, "?"]),
            "unknown": "nobody",
        }[interval.state]
        if names or interval.state == "unknown"
        else "fights"
    )
    if first is None:
        return (
            f"before {state}"
            if interval.standing == "inferred"
            else f"{written(interval.start)} {state}"
        )
    return f"{written(DateInterval(first, last))} {state}"


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


@pytest.mark.parametrize(("said", "shown"), list(read_cases()))
def test_the_map_shows_what_the_case_says(said, shown):
    reports = [report(words.strip(), n) for n, words in enumerate(said.split(";"))]
    intervals = fold(reports, bloc=side)
    assert " > ".join(shown_as(i) for i in intervals) == shown
