"""Claims in, intervals per place out. Pure: no clock, no files, no order that matters."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from components.control.nameless import StandsFor, with_names
from components.control.reports import Reader
from components.control.strip import strip_of
from components.control.undated import without_undated
from components.records import Claim, ControlInterval


def _itself(actor_id: str, _day: date | None) -> str:
    return actor_id


def _alone(article_id: str) -> str:
    return article_id


def _nobody(_article_id: str) -> str:
    return ""


class Folder:
    """Works out who held a place, and when, one place after the other.

    Args:
        bloc: What an actor counts with on a day. Actors of one bloc do not contradict each other.
        same_text: What stands for an article and its near-duplicates, which count as one text.
        publisher: Who published an article, "" where not stated: the voice of what it says
            without naming a source.
        turns: On which days what an actor counts with may change; None when it never does.
        stands_for: Of an actor without a name ("fighters"): a function that tells whether
            another may be meant. None of an actor that has a name, and when all have.
    """

    def __init__(
        self,
        bloc: Callable[[str, date | None], str] = _itself,
        same_text: Callable[[str], str] = _alone,
        publisher: Callable[[str], str] = _nobody,
        turns: Callable[[str], Sequence[date]] | None = None,
        stands_for: StandsFor | None = None,
    ) -> None:
        self._stands_for = stands_for
        self._reader = Reader(bloc, same_text, publisher, turns)

    def fold(self, place_id: str, claims: Iterable[Claim]) -> tuple[ControlInterval, ...]:
        """Return the intervals of one place in order; empty when no claim counts.

        Args:
            place_id: The place that all the claims are about.
            claims: What has been heard of it; see `fold` for which of them are used.
        """
        used = {c.id: c for c in claims if is_used(c)}
        dated = without_undated(used.values())
        # Sorted by their days, so that the order in which they came does not matter.
        reports = sorted(map(self._reader.report, dated))
        if self._stands_for is not None:
            reports = with_names(reports, self._stands_for, self._reader)
        return tuple(strip_of(place_id, reports, self._reader))


def fold(
    claims: Iterable[Claim],
    *,
    known_by: date | None = None,
    bloc: Callable[[str, date | None], str] = _itself,
    same_text: Callable[[str], str] = _alone,
    publisher: Callable[[str], str] = _nobody,
    turns: Callable[[str], Sequence[date]] | None = None,
    stands_for: StandsFor | None = None,
) -> tuple[ControlInterval, ...]:
    """Work out who held each place, and when.

    The order of claims does not matter and repeats change nothing. A claim is known once its
    article has certainly appeared (`reported.latest`): an article that is only known to have
    appeared between two days is heard on the second, so that a later `known_by` never takes
    anything back from an earlier one.

    Args:
        claims: Claims of any places. Those not counted are not used; a denial never makes a
            state, it only weighs against one, whether counted or not. One whose day nothing
            bounds is not used where another article dates what it says of the place.
        known_by: Last day whose reports are heard, included; None hears all.
        bloc: See `Folder`.
        same_text: See `Folder`.
        publisher: See `Folder`.
        turns: See `Folder`.
        stands_for: See `Folder`.

    Returns:
        Intervals sorted by place, then start. Those of a place neither gap nor overlap.
    """
    places: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.place_id is not None and _is_known(claim, known_by):
            places[claim.place_id].append(claim)
    folder = Folder(bloc, same_text, publisher, turns, stands_for)
    # Place by place, so that what the fold builds on the way is gone before the next.
    return tuple(i for place_id in sorted(places) for i in folder.fold(place_id, places[place_id]))


def is_used(claim: Claim) -> bool:
    """Whether a claim may weigh in the fold: it counts, or it denies what another says."""
    if claim.stance == "denied":
        return claim.counted or claim.reason_code == "denied"
    return claim.counted and claim.stance == "asserted"


def _is_known(claim: Claim, known_by: date | None) -> bool:
    if known_by is None:
        return True
    return claim.reported.latest is not None and claim.reported.latest <= known_by
