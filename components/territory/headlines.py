"""What a day brought, in a headline and a sentence."""

from datetime import date

from components.control import SIDE_CHANGED
from components.territory.changes import Change
from components.territory.collection import importance_of
from components.territory.history import History
from components.territory.words import capitalised, day_count, format_day, joined, since_words

_LOOK_BACK_DAYS = 30


def change_words(change: Change, history: History) -> str:
    """Return what happened to a place, to follow its name: "taken by the opposition"."""
    now, before = change.interval, change.before
    who = joined(history.phrase(p) for p in history.parties(now))
    if now.state == "contested":
        return f"fought over, {who}" if who else "fought over"
    if now.state == "disputed":
        return f"claimed by both {who}" if who.count(" and ") == 1 else f"claimed by {who}"
    if now.state == "unknown":
        lost = joined(history.phrase(p) for p in history.parties(before)) if before else ""
        return f"lost by {lost}" if lost else "left, nobody named as holding it"
    return _held_words(change, who)


def _held_words(change: Change, who: str) -> str:
    if change.interval.rule == SIDE_CHANGED:
        return f"counted with {who}, as its holder is from then on"
    if change.interval.standing == "inferred":
        again = " again" if change.is_return else ""
        return f"held by {who}{again}, inferred"
    if change.is_of_hands:
        return f"taken by {who}"
    fought = change.before is not None and change.before.state == "contested"
    return f"held by {who} after fighting" if fought else f"held by {who}"


def day_headline(history: History, day: date) -> tuple[str, str]:
    """Return what the day brought: a headline without a full stop, and a sentence or two more."""
    if not history.place_ids:
        return "Nothing to show yet", "No report says who holds a place."
    today = [c for c in history.changes(day, day) if c.interval.standing != "inferred"]
    certain = sorted((c for c in today if not c.is_uncertain), key=lambda c: _weight(history, c))
    possible = sorted((c for c in today if c.is_uncertain), key=lambda c: _weight(history, c))
    if certain:
        told = (_headline(history, certain), _how(certain[0]), _possibly(history, possible))
    elif possible:
        first = possible[0]
        words = f"{_name(history, first)} {change_words(first, history)}"
        told = (f"{words}, on this day {_bound(first)}", _how(first), "")
    else:
        told = ("No change of hands reported", "", "")
    lead = " ".join(x for x in (*told[1:], _before(history, day)) if x)
    return told[0], lead or "No report tells of an earlier one."


def _headline(history: History, certain: list[Change]) -> str:
    """Return the headline of a day whose changes are known to the day, the weightiest first."""
    words = change_words(certain[0], history)
    hands = [c for c in certain if c.is_of_hands]
    alike = [c for c in certain if change_words(c, history) == words]
    if len(hands) > 3 or (len(hands) > 1 and len(alike) < len(hands)):
        return f"{capitalised(_number(len(hands)))} places changed hands"
    return f"{joined(_name(history, c) for c in alike[:3])} {words}"


def _possibly(history: History, possible: list[Change]) -> str:
    """Return which places may have changed hands on the day too, known less exactly."""
    hands = [c for c in possible if c.is_of_hands]
    if not hands:
        return ""
    named = [_name(history, c) for c in hands]
    more = f"{day_count(len(named) - 2).split(' ')[0]} more"
    names = joined(named) if len(named) < 4 else joined([*named[:2], more])
    return f"{names} may have changed hands on this day too; the day is not known exactly."


def _bound(change: Change) -> str:
    """Return on which side of its day a change of uncertain day may lie."""
    if change.is_certain_by:
        return "at the latest"
    earliest = change.interval.start.earliest
    return "at the earliest" if earliest is None or change.day <= earliest else "or about then"


def _weight(history: History, change: Change) -> tuple[bool, bool, int, str]:
    place = history.world.places.get(change.place_id)
    size = importance_of(place) if place else 0
    return (not change.is_of_hands, change.is_uncertain, -size, change.place_id)


def _how(change: Change) -> str:
    """Return how it came about and how well it is known."""
    now, before = change.interval, change.before
    start = before.start if before and before.state == "contested" else None
    fought = ""
    if start and start.is_exact and start.earliest and not change.is_uncertain:
        days = (change.day - start.earliest).days
        fought = f"After {day_count(days)} of fighting"
    if change.is_uncertain:
        when = since_words(now)
        fought = f"On {when.removeprefix('Since ')}" if when.startswith("Since ") else ""
    known = {
        "claimed": "one side says so",
        "corroborated": "two or more sources say so",
        "inferred": "inferred, no report says so",
        "disputed": "and sources disagree",
        "unknown": "nobody is named as holding it since",
    }[now.standing]
    if now.state == "contested":
        known = "" if change.is_uncertain else "No report says yet how it ended"
    sentence = ", ".join(x for x in (fought, known) if x)
    return f"{capitalised(sentence)}." if sentence else ""


def _before(history: History, day: date) -> str:
    """Return the last change of hands before a day in a sentence, "" when there is none."""
    earlier = [c for c in history.changes(date.min, day) if c.day < day and _is_told(c)]
    if not earlier:
        later = [c for c in history.changes(day, date.max) if c.day > day and _is_told(c)]
        if not later or history.changes(day, day):
            return ""
        first = later[0]
        told = f"{_name(history, first)}, {change_words(first, history)}"
        return f"The first that is reported: {told}, {_on(first)}."
    last = min((c for c in earlier if c.day == earlier[-1].day), key=lambda c: _weight(history, c))
    days = (day - last.day).days
    if days <= _LOOK_BACK_DAYS and not last.is_uncertain:
        return (
            f"{capitalised(day_count(days))} earlier {_name(history, last)} was "
            f"{change_words(last, history)}."
        )
    return (
        f"The last before it: {_name(history, last)}, {change_words(last, history)}, {_on(last)}."
    )


def _is_told(change: Change) -> bool:
    """Whether a report tells of this change of hands; an inferred one has none."""
    return change.is_of_hands and change.interval.standing != "inferred"


def _on(change: Change) -> str:
    if not change.is_uncertain:
        return f"on {format_day(change.day)}"
    words = since_words(change.interval)
    return f"on {words.removeprefix('Since ')}" if words.startswith("Since some") else words.lower()


def _name(history: History, change: Change) -> str:
    place = history.world.places.get(change.place_id)
    return place.name if place else change.place_id


def _number(count: int) -> str:
    return day_count(count).split(" ")[0]
