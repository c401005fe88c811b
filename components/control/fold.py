"""Claims in, intervals per place out. Pure: no clock, no files, no order that matters."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from components.control.reports import Reader, Report
from components.control.strip import strip_of
from components.records import Claim, ControlInterval


def _itself(actor_id: str, _day: date | None) -> str:
    return actor_id


def _alone(article_id: str) -> str:
    return article_id


def fold(
    claims: Iterable[Claim],
    *,
    known_by: date | None = None,
    bloc: Callable[[str, date | None], str] = _itself,
    same_text: Callable[[str], str] = _alone,
) -> tuple[ControlInterval, ...]:
    """Work out who held each place, and when.

    The order of claims does not matter and repeats change nothing. A claim is known once its
    article has certainly appeared (`reported.latest`): an article that is only known to have
    appeared between two days is heard on the second, so that a later `known_by` never takes
    anything back from an earlier one.

    Args:
        claims: Claims of any places. Those not counted are not used; a denial never makes a
            state, it only weighs against one, whether counted or not.
        known_by: Last day whose reports are heard, included; None hears all.
        bloc: What an actor counts with on a day. Actors of one bloc do not contradict each other.
        same_text: What stands for an article and its near-duplicates, which count as one text.

    Returns:
        Intervals sorted by place, then start. Those of a place neither gap nor overlap.
    """
    reader = Reader(bloc, same_text)
    seen: set[str] = set()
    places: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.place_id is None or claim.id in seen or not _is_heard(claim, known_by):
            continue
        seen.add(claim.id)
        places[claim.place_id].append(claim)
    intervals: list[ControlInterval] = []
    for place_id in sorted(places):
        # Place by place, so that what the fold builds on the way is gone before the next.
        reports = sorted(map(reader.report, places[place_id]), key=_order)
        intervals.extend(strip_of(place_id, reports))
    return tuple(intervals)


def interval_on(
    intervals_of_one_place: Sequence[ControlInterval], day: date
) -> ControlInterval | None:
    """Return the interval drawn on a day: the last that is possible by then, None before any."""
    starts = [i.start.earliest or date.min for i in intervals_of_one_place]
    at = bisect_right(starts, day) - 1
    return intervals_of_one_place[at] if at >= 0 else None


def _order(report: Report) -> tuple[int, int, str]:
    """Return the key that puts reports of a place in one order, whatever order they came in."""
    return (report.b, report.a, report.claim.id)


def _is_heard(claim: Claim, known_by: date | None) -> bool:
    if known_by is not None and (claim.reported.latest is None or claim.reported.latest > known_by):
        return False
    if claim.stance == "denied":
        return claim.counted or claim.reason_code == "denied"
    return claim.counted and claim.stance == "asserted"
