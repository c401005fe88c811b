"""What the map says, in words: states, days, changes, claims."""

from collections.abc import Callable, Iterable
from datetime import date

from components.records import Claim, ControlInterval, DateInterval

NameOf = Callable[[str], str]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DENIED = "Denied: "
_DONE = {
    "captured": "Captured",
    "lost": "Lost",
    "transferred": "Handed over",
    "held": "Held",
    "contested": "Fought over",
    "besieged": "Under siege",
    "repelled": "Attack repelled",
}


def format_day(day: date, *, short: bool = False) -> str:
    """Return "28 March 2015", or "28 Mar 2015" in tight places."""
    month = _MONTHS[day.month - 1]
    return f"{day.day} {month[:3] if short else month} {day.year}"


def format_days(days: DateInterval, *, short: bool = False) -> str:
    """Return the days of an interval: one day, a whole year, or what bounds them."""
    first, last = days.earliest, days.latest
    if first and last:
        if first == last:
            return format_day(first, short=short)
        if _is_year(first, last):
            return f"Some day in {first.year}"
        return f"Some day between {_both(first, last, short=short)}"
    if last:
        return f"Some day up to {format_day(last, short=short)}"
    if first:
        return f"Some day from {format_day(first, short=short)} on"
    return "On a day that is not known"


def _is_year(first: date, last: date) -> bool:
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return whole and first.year == last.year


def _both(first: date, last: date, *, short: bool = False) -> str:
    """Return "29 March and 4 May 2015": the year once when it is the same."""
    start = format_day(first, short=short)
    if first.year == last.year:
        start = start.rsplit(" ", 1)[0]
    return f"{start} and {format_day(last, short=short)}"


def day_count(days: int) -> str:
    """Return a number of days in words: "one day", "four days", "23 days"."""
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    number = words[days] if days < len(words) else f"{days:,}"
    return f"{number} day" if days == 1 else f"{number} days"


def capitalised(text: str) -> str:
    """Return a text with its first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


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
        if len(names) == 1:
            return f"Sources disagree whether {names[0]} holds it"
        return f"Sources disagree: {joined(names, 'or')}" if names else "Sources disagree"
    if interval.state == "unknown":
        return "Unknown"
    tail = {"claimed": ", one side says so", "inferred": ", inferred"}.get(interval.standing, "")
    return f"Held by {joined(names)}{tail}"


def since_words(interval: ControlInterval) -> str:
    """Return since when the state lasts."""
    first, last = interval.start.earliest, interval.start.latest
    if first is None and (interval.standing == "inferred" or last is None):
        return "Before the first report"
    if first is None and last:
        return f"Since {format_day(last)} at the latest"
    return f"Since {lowered(format_days(interval.start))}"


def possible_words(
    possible: Iterable[ControlInterval],
    parties_of: Callable[[ControlInterval], Iterable[str]],
    name_of: NameOf,
) -> str:
    """Return what a place may be on a day on which it is shown as something else.

    Args:
        possible: The later states that may have begun by that day, in order.
        parties_of: Who is shown for a state.
        name_of: Name of a party inside a sentence.

    Returns:
        Words without a full stop, such as "May have been held by the opposition since
        29 March 2015; certain from 9 May 2015"; "" when there is no such state.
    """
    told, certain = [], None
    for interval in possible:
        names = [name_of(p) for p in parties_of(interval)]
        what = {
            "held": f"held by {joined(names)}",
            "contested": "fought over",
            "disputed": f"claimed for {joined(names, 'or')}",
            "unknown": "left, nobody named as holding it,",
        }[interval.state]
        since, certain = interval.start.earliest, interval.start.latest
        told.append(f"{what} since {format_day(since)}" if since else what)
    if not told:
        return ""
    ends = f"; certain from {format_day(certain)}" if certain else ""
    return f"May have been {joined(told, 'or')}{ends}"


def lowered(text: str) -> str:
    """Return a text with its first letter small, the rest as it is."""
    return text[:1].lower() + text[1:]


def claim_words(claim: Claim, name_of: NameOf) -> str:
    """Return a claim in words: "Captured from the government by Ahrar al-Sham"."""

    def names(*roles: str) -> str:
        return joined(name_of(p.actor_id) for p in claim.parties if p.role in roles)

    by, lost = names("gaining", "holding"), names("losing")
    attack, defend = names("attacking"), names("defending")
    if claim.kind in ("captured", "transferred"):
        tail = _with("from", lost or defend) + _with("by", by or attack)
        tail = _with("from", lost) + _with("to", by) if claim.kind == "transferred" else tail
    elif claim.kind == "lost":
        tail = _with("by", lost or defend) + _with("to", by)
    elif claim.kind == "contested":
        tail = _fight_words(defend or lost, attack or by)
    elif claim.kind == "besieged":
        tail = _with("by", attack) + _with(", held by", defend or by)
    elif claim.kind == "repelled":
        tail = _with(", held by", defend or by) + _with("against", attack)
    else:
        tail = _with("by", by or defend)
    return f"{_DENIED if claim.stance == 'denied' else ''}{_DONE[claim.kind]}{tail}"


def _fight_words(defending: str, attacking: str) -> str:
    """Name both sides; where only one is named, say what it does, for allies are no enemies."""
    if defending and attacking:
        return f": {joined((defending, attacking))}"
    if attacking:
        return f", attacked by {attacking}"
    return f", defended by {defending}" if defending else ""


def _with(word: str, names: str) -> str:
    blank = "" if word.startswith(",") else " "
    return f"{blank}{word} {names}" if names else ""
