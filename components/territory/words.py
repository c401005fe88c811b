"""What the map says, in words: states, days, changes, claims."""

from collections.abc import Callable, Iterable
from datetime import date

from components.records import Claim, ControlInterval, DateInterval

NameOf = Callable[[str], str]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DONE = {
    "captured": "Captured",
    "lost": "Lost",
    "transferred": "Handed over",
    "held": "Held",
    "contested": "Fought over",
    "besieged": "Besieged",
    "repelled": "Attack failed",
}


def format_day(day: date, *, short: bool = False) -> str:
    """Return "28 March 2015", or "28 Mar 2015" in tight places."""
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if short else month} {day.year}"


def format_days(days: DateInterval, *, short: bool = False) -> str:
    """Return the days of an interval: one day, a whole month or year, or what bounds them."""
    first, last = days.earliest, days.latest
    if first is None and last is None:
        return "On a day that is not known"
    if first is None:
        assert last
        return f"Some day up to {format_day(last, short=short)}"
    if last is None:
        return f"Some day from {format_day(first, short=short)} on"
    if first == last:
        return format_day(first, short=short)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        if first.year == last.year:
            return f"Some day in {first.year}"
        return f"Some day between {first.year} and {last.year}"
    return f"Some day between {_both(first, last, short=short)}"


def _both(first: date, last: date, *, short: bool = False) -> str:
    """Return "29 March and 4 May 2015": the year once when it is the same."""
    start = format_day(first, short=short)
    if first.year == last.year:
        start = start.rsplit(" ", 1)[0]
    return f"{start} and {format_day(last, short=short)}"


def joined(names: Iterable[str], word: str = "and") -> str:
    """Return names as a list in a sentence: "a", "a and b", "a, b and c"."""
    listed = list(dict.fromkeys(names))
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {word} {listed[-1]}"


def state_words(interval: ControlInterval, parties: Iterable[str], name_of: NameOf) -> str:
    """Return the state in words, such as "Held by the opposition, one side says so".

    Args:
        interval: The interval in force.
        parties: Its display parties, in order.
        name_of: Name of a party inside a sentence ("the government").
    """
    names = [name_of(p) for p in parties]
    if interval.state == "contested":
        return f"Fought over: {joined(names)}" if names else "Fought over"
    if interval.state == "disputed":
        return f"Sources disagree: {joined(names, 'or')}" if names else "Sources disagree"
    if interval.state == "unknown":
        return "Unknown"
    tail = {"claimed": ", one side says so", "inferred": ", inferred"}.get(interval.standing, "")
    return f"Held by {joined(names)}{tail}"


def since_words(interval: ControlInterval) -> str:
    """Return since when the state lasts."""
    first, last = interval.start.earliest, interval.start.latest
    if first is None:
        if interval.standing == "inferred" or last is None:
            return "Before the first report"
        return f"Since {format_day(last)} at the latest"
    if last is None:
        return f"Since some day from {format_day(first)} on"
    if first == last:
        return f"Since {format_day(first)}"
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole and first.year == last.year:
        return f"Since some day in {first.year}"
    return f"Since some day between {_both(first, last)}"


def claim_words(claim: Claim, name_of: NameOf) -> tuple[str, str]:
    """Return a claim in words: the verb, and the rest ("from the government by Ahrar al-Sham")."""
    by = joined(name_of(p.actor_id) for p in claim.parties if p.role in ("gaining", "holding"))
    lost = joined(name_of(p.actor_id) for p in claim.parties if p.role == "losing")
    attack = joined(name_of(p.actor_id) for p in claim.parties if p.role == "attacking")
    defend = joined(name_of(p.actor_id) for p in claim.parties if p.role == "defending")
    verb = _DONE[claim.kind]
    if claim.kind in ("captured", "transferred"):
        origin = f"from {lost}" if lost else ""
        return verb, " ".join(x for x in (origin, f"by {by}" if by else "") if x)
    if claim.kind == "lost":
        return verb, " ".join(x for x in (f"by {lost}" if lost else "", f"to {by}" if by else "") if x)
    if claim.kind == "contested":
        return verb, f"by {joined([x for x in (attack or by, defend or lost) if x])}"
    if claim.kind == "besieged":
        return verb, f"by {attack}" if attack else ""
    if claim.kind == "repelled":
        return verb, f"held by {defend or by}" if defend or by else ""
    return verb, f"by {by}" if by else ""
