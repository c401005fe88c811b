"""Which countries a text is about, and which namesakes elsewhere are out of the question."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.places.evidence import CountryEvidence, count_demonyms, weigh_countries
from components.places.gazetteer import Match
from components.places.keys import Tier
from components.places.lexicon import load_neighbours
from components.places.scoring import (
    FAMOUS_POPULATION,
    SURE_POPULATION,
    SURE_RATIO,
    names_country,
    weight_of,
)
from components.records import Place

# A text that names a country so often, and few others, is about that country.
_OFTEN = 2
_FEW_COUNTRIES = 3
# Far places of this size are spoken of in any text ("talks in Geneva").
_KNOWN_ABROAD = 100_000


@dataclass(frozen=True, slots=True)
class Theatre:
    """Where a text plays out.

    Args:
        evidence: How much speaks for each country.
        home: Countries that the text or its parties point to.
        around: Neighbours of those.
        is_closed: Whether that is enough to leave unrelated countries out.
        is_given: Whether the parties of the text said so, too.
    """

    evidence: CountryEvidence
    home: frozenset[str]
    around: frozenset[str]
    is_closed: bool
    is_given: bool

    def admits(self, match: Match) -> bool:
        """Whether a place may be meant at all in a text that plays here."""
        place = match.place
        if match.is_decided or not self.is_closed or place.kind == "country" or not place.country:
            return True
        if place.country in self.home:
            return True
        is_strict = match.tier <= Tier.LIGHT
        if is_strict and match.is_main and weight_of(place) >= self._least_abroad:
            return True
        return place.country in self.around and match.tier <= Tier.BARE

    @property
    def _least_abroad(self) -> int:
        return FAMOUS_POPULATION if self.is_given else _KNOWN_ABROAD


def weights_of(countries: Mapping[str, float] | Sequence[str]) -> dict[str, float]:
    """Return a weight of 0 to 1 for each country that the caller knows the text is about."""
    if isinstance(countries, Mapping):
        return {c.upper(): min(max(w, 0.0), 1.0) for c, w in countries.items() if c and w > 0}
    return {country.upper(): 1.0 for country in countries if country}


def theatre_of_text(
    text: str, matches: Sequence[Sequence[Match]], given: Mapping[str, float]
) -> Theatre:
    """Return the theatre of a text with these names, before any of them is resolved."""
    named: Counter[str] = Counter()
    clear: dict[str, Place] = {}
    for found in matches:
        country = next((m.place for m in found if names_country(m)), None)
        if country:
            named[country.country] += 1
        elif (place := _clear_at_once(found)) is not None:
            clear[place.id] = place
    return theatre(count_demonyms(text), named, list(clear.values()), given)


def theatre(
    demonyms: Counter[str],
    named: Counter[str],
    clear: Sequence[Place],
    given: Mapping[str, float],
) -> Theatre:
    """Return the theatre that words, places that are clear at once, and parties point to."""
    times = demonyms + named
    stated = {*times, *given}
    is_given = any(weight >= 1.0 for weight in given.values())
    is_closed = is_given or (
        len(times) <= _FEW_COUNTRIES and max(times.values(), default=0) >= _OFTEN
    )
    beside = _around(stated)
    placed = Counter(place.country for place in clear)
    # One clear place over the border, or two further off, and the text is about there, too.
    home = stated | {c for c, n in placed.items() if is_closed and (n > 1 or c in beside)}
    near = _around(home)
    settled = [
        place.country
        for place in clear
        if not is_closed or place.country in home | near or weight_of(place) >= FAMOUS_POPULATION
    ]
    evidence = weigh_countries(demonyms, named, settled, given)
    return Theatre(evidence, frozenset(home), near, is_closed, is_given)


def _around(countries: set[str]) -> frozenset[str]:
    """Return the neighbours of any of the countries."""
    borders = load_neighbours()
    return frozenset[str]().union(*(borders.get(c, frozenset()) for c in countries))


def _clear_at_once(found: Sequence[Match]) -> Place | None:
    """Return the place that a name means whatever the text, None if there are several."""
    close = [m for m in found if m.tier <= Tier.BARE]
    if not close:
        return None
    if len({m.place.country for m in close}) == 1:
        return close[0].place
    ranked = sorted(close, key=lambda m: -weight_of(m.place))
    first = ranked[0]
    rivals = [m for m in ranked[1:] if m.place.country != first.place.country]
    # Ras al-Ayn is the main name of a town in Syria, only another name of one in Israel.
    if not first.is_main and any(m.is_main for m in rivals):
        return None
    weight = weight_of(first.place)
    if weight >= SURE_POPULATION and weight >= SURE_RATIO * weight_of(rivals[0].place):
        return first.place
    return None
