"""The whole strip of a place: each state with the days it is drawn on, its rule and its claims."""

from dataclasses import dataclass
from datetime import date, timedelta

from components.records import Claim, ControlInterval
from components.territory.history import History
from components.territory.why import rule_words
from components.territory.words import since_words, state_words


@dataclass(frozen=True, slots=True)
class Stage:
    """One state of a place, explained.

    Args:
        interval: The state.
        parties: Who is shown for it.
        words: The state in words.
        since: Since when, in words.
        lead: How well it is known, set in bold before `rule`.
        rule: Why, in plain sentences.
        first_day: First day on which it is drawn; None for what held before any report.
        last_day: Last day on which it is drawn; None while it lasts.
        claims_for: Claims that speak for it, those that name it first.
        claims_against: Counted claims that speak against it.
    """

    interval: ControlInterval
    parties: tuple[str, ...]
    words: str
    since: str
    lead: str
    rule: str
    first_day: date | None
    last_day: date | None
    claims_for: tuple[Claim, ...]
    claims_against: tuple[Claim, ...]


def stages(history: History, place_id: str) -> tuple[Stage, ...]:
    """Return the states of a place in order; empty when no counted claim speaks of it."""
    row, days = history.intervals(place_id), history.shown_from(place_id)
    ends = (*(day - timedelta(days=1) for day in days[1:]), None)
    return tuple(
        _stage(history, interval, day if interval.start.earliest else None, end)
        for interval, day, end in zip(row, days, ends, strict=False)
    )


def _stage(
    history: History, interval: ControlInterval, first: date | None, last: date | None
) -> Stage:
    parties = history.parties(interval)
    lead, rule = rule_words(history, interval)
    return Stage(
        interval,
        parties,
        state_words(interval, parties, history.phrase),
        since_words(interval),
        lead,
        rule,
        first,
        last,
        history.cited(interval),
        history.claims(interval.against_ids),
    )
