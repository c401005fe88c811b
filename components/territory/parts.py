"""What is reported of a part of a place: it colours nothing, and is said beside the state."""

from datetime import date

from components.records import Claim, PlaceState
from components.territory.history import History
from components.territory.words import claim_words, format_days, joined, lowered

_TELL_A_HOLDER = frozenset({"captured", "transferred", "held", "lost"})
_MOST = 2


def parts_on(history: History, place_id: str, day: date) -> tuple[Claim, ...]:
    """Return the last reports by a day, of each side, that part of a place is another's.

    Half a town, its outskirts or all but a quarter: such a report never colours the whole
    place. Only those are returned that were of the days of the state shown, or later, and
    whose parties are not those who are shown.
    """
    shown = history.state(place_id, day)
    last: dict[frozenset[str], tuple[date, Claim]] = {}
    for claim in history.not_counted(place_id):
        on = claim.event.latest or claim.reported.latest
        if not _is_of_part(claim) or on is None or on > day:
            continue
        sides = frozenset(history.bloc(p.actor_id, on) for p in claim.parties if _holds(p.role))
        if shown is not None and (_is_earlier(on, shown) or _is_known(history, sides, shown)):
            continue
        if sides not in last or last[sides][0] <= on:
            last[sides] = on, claim
    return tuple(claim for _, claim in sorted(last.values(), key=lambda told: told[0]))


def part_words(history: History, place_id: str, day: date) -> str:
    """Return what is reported of a part of a place by a day, in a sentence; "" for nothing."""
    claims = parts_on(history, place_id, day)[-_MOST:]
    told = [
        f"{lowered(claim_words(claim, history.phrase))} ({lowered(format_days(claim.event))})"
        for claim in claims
    ]
    if not told:
        return ""
    return f"Of a part of it is reported: {joined(told)}. A part colours nothing."


def _is_of_part(claim: Claim) -> bool:
    told = claim.reason_code == "part" and claim.stance == "asserted"
    return told and claim.kind in _TELL_A_HOLDER and bool(claim.parties)


def _holds(role: str) -> bool:
    return role in {"gaining", "holding", "defending"}


def _is_earlier(on: date, shown: PlaceState) -> bool:
    """Whether a report is of a day before the state that is shown."""
    start = shown.interval.start
    first = start.earliest if shown.interval.standing == "inferred" else start.latest
    return first is not None and on < first


def _is_known(history: History, sides: frozenset[str], shown: PlaceState) -> bool:
    """Whether the state shown names those sides already."""
    return bool(sides) and sides <= set(history.parties(shown.interval))
