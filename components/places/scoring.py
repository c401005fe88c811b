"""How much speaks for each place that a name may mean, in points."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from components.places.classes import PROVINCE, SETTLEMENT
from components.places.containers import lies_in
from components.places.evidence import CountryEvidence
from components.places.gazetteer import Match
from components.places.geometry import distance_km
from components.places.keys import Tier
from components.records import Place

# Points; a million inhabitants against ten thousand is 1.8.
_TIER_POINTS = {Tier.EXACT: 0.1, Tier.LIGHT: 0.0, Tier.BARE: -0.3, Tier.SKELETON: -1.6}
_OTHER_NAME_POINTS = -0.9
_POPULATION_POINTS = 0.9
_COUNTRY_POINTS = 3.5
_FOREIGN_POINTS = -0.8
_COUNTRY_NAME_POINTS = 4.0
_FAMOUS_POINTS = 0.8
# Below this share of the text's countries a place needs more than a likeness of names.
THEATRE_SHARE = 0.3
FAMOUS_POPULATION = 1_000_000
# A spelling that only sounds alike stays behind one that agrees, in the same country.
_BEHIND = 1.0
_NEAR = ((50.0, 1.6), (150.0, 1.1), (400.0, 0.5))
# Points for lying in an area that the text names.
_IN_AREA = {"province": 1.2, "district": 1.6}
# Reports are loose with these words, so another class is no exclusion.
_OTHER_CLASS_POINTS = -0.6
_LARGE_POPULATION = 20_000
LEAST_POINTS = 3.0
LEAST_MARGIN = 0.8
# Entries this close to each other are one place to a reader of a map.
SAME_KM = 15.0
_MOST_CANDIDATES = 12
# A city that gave its province the name has at least this share of its people.
_CAPITAL_SHARE = 0.05
SURE_POPULATION = 50_000
SURE_RATIO = 10
_UNKNOWN_POPULATION = {"quarter": 3_000, "village": 500, "region": 300_000, "town": 3_500}
_DISTRICT_POPULATION = 2_000
_FACILITY_POPULATION = 3_000
# Whoheld's own list has what war reports name; a country's full list has every hamlet and hill.
_OWN_LEAST = 3_000
# A town that reports name is as well known as a larger one that none of them does.
_OWN_TOWN_LEAST = 20_000
_FULL_LIST_POPULATION = {"town": 5_000, "province": 200_000, "airport": 1_000, "base": 1_000}
_HAMLET_POPULATION = 150
_CURATED = frozenset({"whoheld", "geonames", "naturalearth", "airportsdata"})


@dataclass(frozen=True, slots=True)
class Scored:
    """A place that a name may mean, with what speaks for it."""

    match: Match
    points: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What speaks for a place besides its name."""

    countries: CountryEvidence
    settled: tuple[Place, ...]


def rank(
    matches: Sequence[Match], container: str | None, context: Context, called: str = ""
) -> list[Scored]:
    """Return the places with their points, best first.

    Args:
        matches: Places with the name.
        container: Name of the area that the text states, in which all of them lie.
        context: What else the text says.
        called: What the words beside the name call it: town | city | village, "" for nothing.
    """
    own = frozenset(match.place.id for match in matches)
    # A place does not speak for its namesakes nearby.
    others = tuple(place for place in context.settled if place.id not in own)
    context = Context(context.countries, others)
    scored = [_score(match, container, context) for match in matches]
    scored = [_as_called(s, called) for s in scored]
    scored = [_behind_city(s, scored) for s in scored]
    scored = [_behind_stricter(s, scored) for s in scored]
    scored.sort(key=lambda s: (-s.points, s.match.place.id))
    return scored[:_MOST_CANDIDATES]


def _as_called(scored: Scored, called: str) -> Scored:
    """Take points from a village that the text calls a town, and the reverse."""
    place = scored.match.place
    is_village = place.kind == "village"
    is_large = place.kind in {"city", "town"} and place.population >= _LARGE_POPULATION
    if (called in {"town", "city"} and is_village) or (called == "village" and is_large):
        points = scored.points + _OTHER_CLASS_POINTS
        return Scored(scored.match, points, (*scored.why, f"the text calls it a {called}"))
    return scored


def _behind_stricter(loose: Scored, scored: Sequence[Scored]) -> Scored:
    """Put a name that only sounds alike behind those that agree."""
    if loose.match.tier < Tier.SKELETON:
        return loose
    country = loose.match.place.country
    stricter = [
        s.points
        for s in scored
        if s.match.tier <= Tier.BARE
        # A province stands behind its capital already.
        and not (s.match.place.kind in PROVINCE and loose.match.place.kind in SETTLEMENT)
        and (s.match.place.country == country or weight_of(s.match.place) >= FAMOUS_POPULATION)
    ]
    if not stricter or loose.points < max(stricter) - _BEHIND:
        return loose
    return Scored(loose.match, max(stricter) - _BEHIND, loose.why)


def _behind_city(area: Scored, scored: Sequence[Scored]) -> Scored:
    """Put a province behind the city that gave it its name: without a class word it is the city."""
    if area.match.place.kind == "district":
        return _behind_seat(area, scored)
    if area.match.place.kind not in PROVINCE:
        return area
    namesakes = [
        s.points
        for s in scored
        if s.match.place.kind in SETTLEMENT
        and s.match.place.population >= _CAPITAL_SHARE * weight_of(area.match.place)
        and (lies_in(s.match.place, area.match.place) or _is_around(area.match.place, s))
    ]
    if not namesakes:
        return area
    points = min(area.points, max(namesakes) - LEAST_MARGIN - 0.01)
    why = (*area.why, "the city of this name is meant where no word says province")
    return Scored(area.match, points, why)


def _behind_seat(area: Scored, scored: Sequence[Scored]) -> Scored:
    """Put a district behind the town of its name: without a class word it is the town."""
    seats = [
        s.points
        for s in scored
        if s.match.place.kind in SETTLEMENT and lies_in(s.match.place, area.match.place)
    ]
    if not seats:
        return area
    points = min(area.points, max(seats) - LEAST_MARGIN - 0.01)
    why = (*area.why, "the town of this name is meant where no word says district")
    return Scored(area.match, points, why)


def _is_around(area: Place, city: Scored) -> bool:
    """Whether an area is named after a city that is an area of its own (Kyiv, Moscow)."""
    place = city.match.place
    return area.country == place.country and distance_km(area, place, 150.0) is not None


def _score(match: Match, container: str | None, context: Context) -> Scored:
    place = match.place
    why: list[str] = []
    points = _TIER_POINTS[match.tier]
    if not match.is_main:
        points += _OTHER_NAME_POINTS
    why.append(_name_words(match))
    weight = weight_of(place)
    points += _POPULATION_POINTS * math.log10(max(weight, 100))
    if place.kind in SETTLEMENT and place.population:
        why.append(f"{place.kind} of {place.population:,} inhabitants")
    else:
        why.append(place.kind)
    share = context.countries.share.get(place.country, 0.0)
    points += _COUNTRY_POINTS * share
    if not share and context.countries.share and weight < FAMOUS_POPULATION:
        points += _FOREIGN_POINTS
    if names_country(match) or (match.tier <= Tier.LIGHT and not place.country):
        points += _COUNTRY_NAME_POINTS
    elif match.is_main and place.kind == "city" and weight >= FAMOUS_POPULATION:
        points += _FAMOUS_POINTS
    if share and place.kind != "country":
        why.append(_country_words(place.country, context.countries))
    if container:
        why.append(f"lies in {container}, which the text states")
    near, words = _nearness(place, context.settled)
    return Scored(match, points + near, (*why, *words))


def _name_words(match: Match) -> str:
    name = match.place.name
    if match.tier <= Tier.LIGHT:
        return "main name" if match.is_main else f"another name of {name}"
    if match.tier == Tier.BARE:
        return f"the name without its article, in full {name}"
    return f"another spelling of {name}"


def _country_words(country: str, evidence: CountryEvidence) -> str:
    times = evidence.times.get(country, 0)
    if times:
        return f"in {country}, which the text names {times} {'time' if times == 1 else 'times'}"
    return f"in {country}, as other places of the text"


def _nearness(place: Place, settled: Sequence[Place]) -> tuple[float, tuple[str, ...]]:
    best: tuple[float, Place] | None = None
    around: Place | None = None
    for other in settled:
        if other.id == place.id or other.kind == "country" or place.kind == "country":
            continue
        if other.kind in {"province", "district"}:
            # The point of an area is nowhere in particular: what counts is to lie in it.
            if place.kind not in PROVINCE and lies_in(place, other):
                around = other if around is None or other.kind == "district" else around
            continue
        km = distance_km(place, other, best[0] if best else _NEAR[-1][0])
        if km is not None:
            best = (km, other)
    points, words = 0.0, []
    if best is not None:
        km, other = best
        points = next(points for most_km, points in _NEAR if km <= most_km)
        words.append(f"{km:.0f} km from {other.name}")
    if around is not None:
        points = max(points, _IN_AREA[around.kind])
        words.insert(0, f"lies in {around.name}, which the text names")
    return points, tuple(words)


def names_country(match: Match) -> bool:
    """Whether the name is that of a country."""
    return match.place.kind == "country" and match.tier <= Tier.LIGHT


def weight_of(place: Place) -> int:
    """Return the population, or what stands for it where none is known."""
    if place.population:
        return place.population
    if place.kind == "district":
        return _DISTRICT_POPULATION
    if place.gazetteer not in _CURATED or _is_dumped(place):
        return _FULL_LIST_POPULATION.get(place.kind, _HAMLET_POPULATION)
    unknown = _UNKNOWN_POPULATION.get(place.kind, _FACILITY_POPULATION)
    if place.gazetteer != "whoheld":
        return unknown
    return _OWN_TOWN_LEAST if place.kind == "town" else max(unknown, _OWN_LEAST)


def _is_dumped(place: Place) -> bool:
    """Whether an entry of GeoNames is none of those embedded, which are towns and cities."""
    return place.gazetteer == "geonames" and place.kind not in {
        "city",
        "town",
        "country",
        "district",
    }
