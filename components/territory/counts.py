"""How many places each party holds over time."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pandas as pd

from components.territory.history import History

_USUAL_STEPS = 120
_STATES = ("contested", "disputed", "unknown")


def counts_over_time(
    history: History,
    *,
    first: date | None = None,
    last: date | None = None,
    step_days: int | None = None,
) -> pd.DataFrame:
    """Return how many places each party holds, day by day or in steps.

    Args:
        history: The states of all places.
        first: First day; None for the first of the timeline.
        last: Last day, always a row of its own; None for the last of the timeline.
        step_days: Days from one row to the next; None for about 120 rows.

    Returns:
        One row a day, its index; one column a party, those that ever held most places first,
        then "contested", "disputed" and "unknown" where any place ever is. Each row counts
        places as the map shows them on that day.
    """
    start, end = first or history.first_day, last or history.last_day
    step = step_days or max(1, (end - start).days // _USUAL_STEPS)
    days = [start + timedelta(days=n) for n in range(0, max(0, (end - start).days) + 1, step)]
    if days[-1] != end:
        days.append(end)
    moves = _moves(history)
    counts: Counter[str] = Counter()
    rows: list[dict[str, int]] = []
    at = 0
    for day in days:
        while at < len(moves) and moves[at][0] <= day:
            counts.update(moves[at][1])
            at += 1
        rows.append(dict(counts))
    frame = pd.DataFrame(rows, index=pd.Index(days, name="day")).fillna(0).astype("int64")
    frame = frame.loc[:, (frame != 0).any()]
    parties = [c for c in frame.columns if c not in _STATES]
    most = {p: max(row.get(p, 0) for row in rows) for p in parties}
    parties.sort(key=lambda p: (-most[p], p))
    return frame[[*parties, *(s for s in _STATES if s in frame.columns)]]


def _moves(history: History) -> list[tuple[date, Counter[str]]]:
    """Return what is counted otherwise from a day on, in the order of days."""
    moves: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for place_id in history.place_ids:
        before: tuple[str, ...] = ()
        row = zip(history.intervals(place_id), history.shown_from(place_id), strict=True)
        for interval, day in row:
            now = history.counted_as(interval)
            moves[day].update(now)
            moves[day].subtract(before)
            before = now
    return sorted(moves.items(), key=lambda move: move[0])
