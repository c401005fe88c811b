"""A claim as the fold uses it: days as numbers, parties sorted into who gains and who loses."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from components.records import Claim, DateInterval, Role

# Stands for "nothing bounds it from below" so that days can be compared as plain numbers.
EVER = -1_000_000
# Reports of one change may differ by this many days: news arrives late, and nights have two dates.
NEAR_DAYS = 3

_GAIN: dict[str, tuple[tuple[Role, ...], ...]] = {
    "captured": (("gaining",), ("attacking",), ("holding",)),
    "transferred": (("gaining",), ("holding",)),
    "lost": (("gaining",),),
    "held": (("holding",), ("gaining",), ("defending",)),
    "contested": (("attacking", "gaining"),),
    "besieged": (("defending",), ("holding",), ("losing",)),
    "repelled": (("defending",), ("holding",), ("gaining",)),
}
_LOSE: dict[str, tuple[tuple[Role, ...], ...]] = {
    "captured": (("losing",), ("defending",)),
    "transferred": (("losing",),),
    "lost": (("losing",), ("holding",), ("defending",)),
    "contested": (("defending",), ("holding",), ("losing",)),
}
_NONE: frozenset[str] = frozenset()
_PRESS_ITSELF = frozenset({"", "article", "the article", "press", "unknown"})


class Report(NamedTuple):
    """What the fold uses of a claim.

    Args:
        claim: The claim.
        a: First day it may have happened on, `EVER` when open.
        b: Last day it may have happened on.
        gain: Actors that hold the place after it; for a fight the attackers.
        lose: Actors that held it before; for a fight the defenders.
        gain_blocs: What `gain` counts with on day `b`.
        lose_blocs: What `lose` counts with on day `b`.
        source: Who says so; two reports with one source are one voice.
        text: The article, or the group of near-duplicates it belongs to.
    """

    claim: Claim
    a: int
    b: int
    gain: tuple[str, ...]
    lose: tuple[str, ...]
    gain_blocs: frozenset[str]
    lose_blocs: frozenset[str]
    source: str
    text: str


class Reader:
    """Turns claims into reports; keeps what an actor counts with on a day."""

    def __init__(
        self,
        bloc: Callable[[str, date | None], str],
        same_text: Callable[[str], str],
        publisher: Callable[[str], str],
    ) -> None:
        self._bloc = bloc
        self._same_text = same_text
        self._publisher = publisher
        self._blocs: dict[tuple[tuple[str, ...], date], frozenset[str]] = {}
        self._sources: dict[str, str] = {}
        self._known_sides: dict[object, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def report(self, claim: Claim) -> Report:
        """Return what the fold uses of a claim."""
        first, last = _days(claim.event, claim.reported)
        gain, lose = self._sides(claim)
        return Report(
            claim=claim,
            a=first.toordinal() if first else EVER,
            b=last.toordinal(),
            gain=gain,
            lose=lose,
            gain_blocs=self._blocs_of(gain, last),
            lose_blocs=self._blocs_of(lose, last),
            source=self._source(claim),
            text=self._same_text(claim.evidence.article_id),
        )

    def _sides(self, claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return who holds the place after it, and who did before."""
        key = (claim.kind, *[(p.role, p.actor_id) for p in claim.parties])
        sides = self._known_sides.get(key)
        if sides is None:
            found = _roles(claim)
            gain = _first(found, _GAIN[claim.kind])
            lose = _first(found, _LOSE.get(claim.kind, ()))
            if gain and lose:
                lose = tuple(a for a in lose if a not in gain)
            sides = self._known_sides[key] = gain, lose
        return sides

    def _blocs_of(self, actors: tuple[str, ...], day: date) -> frozenset[str]:
        if not actors:
            return _NONE
        blocs = self._blocs.get((actors, day))
        if blocs is None:
            blocs = frozenset(self._bloc(actor, day) for actor in actors)
            self._blocs[actors, day] = blocs
        return blocs

    def _source(self, claim: Claim) -> str:
        given = claim.attribution.source
        source = self._sources.get(given)
        if source is None:
            own = is_own_voice(given)
            source = self._sources[given] = "" if own else _one_name(given)
        if source:
            return source
        article = claim.evidence.article_id
        return _one_name(self._publisher(article)) or f"article:{article}"


def is_own_voice(source: str) -> bool:
    """Whether a claim with this source is the word of its article, which names nobody."""
    return source.strip().casefold() in _PRESS_ITSELF


def _one_name(name: str) -> str:
    """Return what is the same for two ways to write a name: case, blanks, "the"."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def _days(event: DateInterval, reported: DateInterval) -> tuple[date | None, date]:
    """Return the first (None: open) and last day of an event: it lies before its report."""
    bound = reported.latest or event.latest or event.earliest
    assert bound, "a claim's report always has a last possible day"
    first, last = event.earliest, event.latest or bound
    if last > bound and (first is None or first <= bound):
        last = bound
    return first, last


def _roles(claim: Claim) -> dict[Role, tuple[str, ...]]:
    """Return the actors by role, each once."""
    found: dict[Role, tuple[str, ...]] = {}
    for party in claim.parties:
        actors = found.get(party.role, ())
        if party.actor_id not in actors:
            found[party.role] = (*actors, party.actor_id)
    return found


def _first(
    found: dict[Role, tuple[str, ...]], choices: tuple[tuple[Role, ...], ...]
) -> tuple[str, ...]:
    """Return the actors in the first of these groups of roles that anyone plays."""
    for roles in choices:
        if len(roles) == 1:
            if roles[0] in found:
                return found[roles[0]]
        else:
            actors = tuple(dict.fromkeys(a for role in roles for a in found.get(role, ())))
            if actors:
                return actors
    return ()
