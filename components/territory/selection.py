"""Which reports are heard: by kind of source, by single source, by what was known on a day."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from components.control import is_own_voice
from components.records import Basis, Claim
from components.territory.world import World

NOT_STATED = "Publisher not stated"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a history is made of. None stands for all.

    Args:
        known_by: Last day whose reports are heard, included.
        bases: Kinds of sources that are heard.
        publishers: Names of publishers whose articles are heard, see `publisher_of`.
        sources: Names of those whose word is heard, see `voice_of`.
        collections: Ids of the collections shown; a world holds those it was loaded with.
        factions: Keep the groups of a coalition apart.
        stale_after_days: A state is old news when no report has spoken of it for longer.
    """

    known_by: date | None = None
    bases: frozenset[Basis] | None = None
    publishers: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    collections: frozenset[str] | None = None
    factions: bool = False
    stale_after_days: int = 900

    @property
    def is_whole(self) -> bool:
        """Whether every source is heard; `known_by` may still bound what was known."""
        return self.bases is None and self.publishers is None and self.sources is None

    def is_known(self, claim: Claim) -> bool:
        """Whether the claim's article had certainly appeared by `known_by`."""
        if self.known_by is None:
            return True
        return claim.reported.latest is not None and claim.reported.latest <= self.known_by

    def chooser(self, world: World) -> Callable[[Claim], bool]:
        """Return what says whether a claim comes from one of the chosen sources."""

        def chosen(claim: Claim) -> bool:
            return (
                (self.bases is None or claim.attribution.basis in self.bases)
                and (self.publishers is None or publisher_of(claim, world) in self.publishers)
                and (self.sources is None or voice_of(claim, world) in self.sources)
            )

        return chosen


WHOLE = Selection()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who can be heard or left out.

    Args:
        name: As it is shown, and as a `Selection` takes it.
        basis: How it stands to the events, most often.
        claims: How many counted claims are its word.
    """

    name: str
    basis: Basis
    claims: int


def publisher_of(claim: Claim, world: World) -> str:
    """Return who published the claim's article."""
    origin = world.origins.get(claim.evidence.article_id)
    return (origin.publisher if origin else "") or NOT_STATED


def voice_of(claim: Claim, world: World) -> str:
    """Return whose word a claim is: the source it names, else the article's publisher."""
    if is_own_voice(claim.attribution.source):
        return publisher_of(claim, world)
    return claim.attribution.source


def voices(claims: Iterable[Claim], name_of: Callable[[Claim], str]) -> tuple[Voice, ...]:
    """Return who is heard in counted claims, those with most claims first."""
    bases: dict[str, Counter[Basis]] = {}
    for claim in claims:
        if claim.counted:
            bases.setdefault(name_of(claim), Counter())[claim.attribution.basis] += 1
    heard = (
        Voice(name, min(counts, key=lambda b: (-counts[b], b)), counts.total())
        for name, counts in bases.items()
    )
    return tuple(sorted(heard, key=lambda v: (-v.claims, v.name.casefold(), v.name)))
