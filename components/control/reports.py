"""A claim as the fold uses it: days as numbers, parties sorted into who gains and who loses."""

from collections.abc import Callable, Sequence
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
    """What the fold uses of a claim; reports of a place sort by the first three.

    Args:
        b: Last day it may have happened on.
        a: First day it may have happened on, `EVER` when open.
        id: The claim's identifier, so that equal days have an order too.
        claim: The claim.
        gain: Actors that hold the place after it; for a fight the attackers.
        lose: Actors that held it before; for a fight the defenders.
        gain_blocs: What `gain` counts with on day `b`.
        lose_blocs: What `lose` counts with on day `b`.
        source: Who says so; two reports with one source are one voice.
        text: The article, or the group of near-duplicates it belongs to.
        via: Through whom the source spoke, "" for nobody but the article.
        house: Who published the article, "" where not stated.
    """

    b: int
    a: int
    id: str
    claim: Claim
    gain: tuple[str, ...]
    lose: tuple[str, ...]
    gain_blocs: frozenset[str]
    lose_blocs: frozenset[str]
    source: str
    text: str
    via: str
    house: str


class Reader:
    """Turns claims into reports; keeps what an actor counts with on a day."""

    def __init__(
        self,
        bloc: Callable[[str, date | None], str],
        same_text: Callable[[str], str],
        publisher: Callable[[str], str],
        turns: Callable[[str], Sequence[date]] | None = None,
    ) -> None:
        self._bloc = bloc
        self._turns = turns
        # Whether no actor ever counts with another side: asked at every step of every place.
        self.is_steady = turns is None
        self._same_text = same_text
        self._publisher = publisher
        self._blocs: dict[tuple[tuple[str, ...], date], frozenset[str]] = {}
        # Of actors that never turn, whatever the day: few, so that they are found at once.
        self._steady_blocs: dict[tuple[str, ...], frozenset[str]] = {}
        self._texts: dict[str, tuple[str, str]] = {}
        self._turning_days: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._names: dict[str, str] = {}
        self._known_sides: dict[object, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def report(self, claim: Claim) -> Report:
        """Return what the fold uses of a claim."""
        first, last = _days(claim.event, claim.reported)
        gain, lose = self._sides(claim)
        article, given = claim.evidence.article_id, claim.attribution
        text, house = self._texts.get(article) or self._text(article)
        return Report(
            last.toordinal(),
            first.toordinal() if first else EVER,
            claim.id,
            claim,
            gain,
            lose,
            self._blocs_of(gain, last) if gain else _NONE,
            self._blocs_of(lose, last) if lose else _NONE,
            self._name(given.source) or house or f"article:{article}",
            text,
            self._name(given.via) if given.via else "",
            house,
        )

    def renamed(self, report: Report, gain: tuple[str, ...], lose: tuple[str, ...]) -> Report:
        """Return a report with other actors as those who gain and lose."""
        last = date.fromordinal(report.b)
        return report._replace(
            gain=gain,
            lose=lose,
            gain_blocs=self._blocs_of(gain, last),
            lose_blocs=self._blocs_of(lose, last),
        )

    def _text(self, article: str) -> tuple[str, str]:
        """Return what an article counts as, and who published it."""
        made = self._texts[article] = self._same_text(article), self._name(self._publisher(article))
        return made

    def as_of(self, blocs: frozenset[str], actors: tuple[str, ...], day: int) -> frozenset[str]:
        """Return what actors count with on another day than the one on which it was `blocs`."""
        if self.is_steady or not actors or not self._turning(actors):
            return blocs
        return self._blocs_of(actors, date.fromordinal(day))

    def turning_days(self, actors: tuple[str, ...], after: int, until: int | None) -> list[int]:
        """Return the days on which actors may begin to count with another side, in order.

        Args:
            actors: The actors.
            after: Only days later than this.
            until: Only days up to this; None for all.
        """
        days = self._turning(actors)
        return [d for d in days if d > after and (until is None or d <= until)] if days else []

    def _turning(self, actors: tuple[str, ...]) -> tuple[int, ...]:
        """Return all days on which any of these actors may begin to count with another side."""
        if self._turns is None:
            return ()
        days = self._turning_days.get(actors)
        if days is None:
            found = {d.toordinal() for actor in actors for d in self._turns(actor)}
            days = self._turning_days[actors] = tuple(sorted(found))
        return days

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
        blocs = self._steady_blocs.get(actors) or self._blocs.get((actors, day))
        if blocs is None:
            blocs = frozenset(self._bloc(actor, day) for actor in actors)
            if self._turning(actors):
                self._blocs[actors, day] = blocs
            else:
                self._steady_blocs[actors] = blocs
        return blocs

    def _name(self, given: str) -> str:
        """Return what is the same for two ways to name a source, "" for the article's own voice."""
        name = self._names.get(given)
        if name is None:
            name = self._names[given] = "" if is_own_voice(given) else _one_name(given)
        return name


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
