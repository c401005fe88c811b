"""Which place a name means, judged by the whole text; no answer rather than a guess."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from components.places.classes import PROVINCE, SETTLEMENT
from components.places.containers import lies_in, stated_containers
from components.places.evidence import CountryEvidence, count_demonyms, weigh_countries
from components.places.gazetteer import Gazetteer, Match
from components.places.geometry import distance_km
from components.places.keys import Tier, light_key
from components.places.toponyms import Toponym
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
_THEATRE_SHARE = 0.3
_FAMOUS_POPULATION = 1_000_000
# A spelling that only sounds alike stays behind one that agrees, in the same country.
_BEHIND = 1.0
_NEAR = ((50.0, 1.6), (150.0, 1.1), (400.0, 0.5))
_LEAST_POINTS = 3.0
_LEAST_MARGIN = 0.8
# Entries this close to each other are one place to a reader of a map.
_SAME_KM = 15.0
_MOST_CANDIDATES = 12
# A city that gave its province the name has at least this share of its people.
_CAPITAL_SHARE = 0.05
_SURE_POPULATION = 50_000
_SURE_RATIO = 10
_UNKNOWN_POPULATION = {"quarter": 3_000, "village": 500, "region": 300_000}
_FACILITY_POPULATION = 3_000

ReasonCode = Literal["", "not_found", "ambiguous"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, and why, in words."""

    place: Place
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What became of a name.

    Args:
        toponym: The name.
        place: The place it means, None when that is not clear.
        reason_code: Why there is no place: not_found | ambiguous; "" when there is one.
        candidates: Places it may mean, best first; empty when the gazetteer has none.
    """

    toponym: Toponym
    place: Place | None
    reason_code: ReasonCode
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Scored:
    match: Match
    points: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What speaks for a place besides its name."""

    countries: CountryEvidence
    settled: tuple[Place, ...]


def resolve(toponyms: Sequence[Toponym], text: str, gazetteer: Gazetteer) -> tuple[Resolution, ...]:
    """Resolve the names of one text together.

    Args:
        toponyms: Names with their offsets in `text`, in order.
        text: The whole text; what it says elsewhere decides between namesakes.
        gazetteer: Where names are looked up.

    Returns:
        One resolution a toponym, in the same order.
    """
    matches = [_candidates(t.text, t.required_kinds, gazetteer) for t in toponyms]
    matches = _share_full_names(toponyms, matches)
    containers = stated_containers(toponyms, matches, text)
    context = _context(text, matches)
    narrowed = _narrow(matches, containers)
    settled: tuple[Place, ...] = ()
    answers: list[Resolution] = []
    # Twice: places that are clear at once help to tell the others.
    for _ in range(2):
        seen = _Context(context, settled)
        answers = _answers(toponyms, narrowed, matches, containers, seen)
        settled = tuple({a.place.id: a.place for a in answers if a.place}.values())
    return tuple(answers)


def resolve_name(
    name: str,
    gazetteer: Gazetteer,
    context: Sequence[Place],
    required_kinds: frozenset[str] = frozenset(),
) -> Resolution:
    """Resolve a name found otherwise, near the places in `context`."""
    toponym = Toponym(0, len(name), name, required_kinds)
    matches = _candidates(name, required_kinds, gazetteer)
    named = Counter(place.country for place in context if place.kind == "country")
    clear = [place.country for place in context if place.kind != "country"]
    seen = _Context(
        weigh_countries(Counter(), named, clear),
        tuple(place for place in context if place.kind != "country"),
    )
    return _answer(toponym, matches, matches, None, seen)


def _candidates(name: str, kinds: frozenset[str], gazetteer: Gazetteer) -> tuple[Match, ...]:
    """Return the places of the required kinds that have this name, with or without class word."""
    if not kinds:
        return gazetteer.matches(name)
    fitting = tuple(m for m in gazetteer.matches(name) if m.place.kind in kinds)
    return fitting or gazetteer.matches_of_kind(name, kinds)


def _share_full_names(
    toponyms: Sequence[Toponym], matches: list[tuple[Match, ...]]
) -> list[tuple[Match, ...]]:
    """Let a name that was once given a class keep it where no other reading exists.

    Nothing else is carried over: "Idlib" stays the city though "Idlib province" was named.
    """
    classed = {
        light_key(t.text): m for t, m in zip(toponyms, matches, strict=True) if t.required_kinds
    }
    return [
        m or (() if t.required_kinds else classed.get(light_key(t.text), ()))
        for t, m in zip(toponyms, matches, strict=True)
    ]


def _context(text: str, matches: Sequence[Sequence[Match]]) -> CountryEvidence:
    named: Counter[str] = Counter()
    clear: dict[str, str] = {}
    for found in matches:
        country = next((m.place for m in found if _is_country(m)), None)
        if country:
            named[country.country] += 1
        elif (place := _clear_at_once(found)) is not None:
            clear[place.id] = place.country
    return weigh_countries(count_demonyms(text), named, list(clear.values()))


def _is_country(match: Match) -> bool:
    return match.place.kind == "country" and match.tier <= Tier.LIGHT


def _clear_at_once(found: Sequence[Match]) -> Place | None:
    """Return the place that a name means whatever the text, None if there are several."""
    close = [m.place for m in found if m.tier <= Tier.BARE]
    if not close:
        return None
    if len({place.country for place in close}) == 1:
        return close[0]
    ranked = sorted(close, key=lambda p: -_weight(p))
    first = ranked[0]
    rivals = [p for p in ranked[1:] if p.country != first.country]
    if _weight(first) >= _SURE_POPULATION and _weight(first) >= _SURE_RATIO * _weight(rivals[0]):
        return first
    return None


def _weight(place: Place) -> int:
    """Return the population, or what stands for it where none is known."""
    unknown = _UNKNOWN_POPULATION.get(place.kind, _FACILITY_POPULATION)
    return place.population or unknown


def _narrow(
    matches: Sequence[tuple[Match, ...]], containers: Mapping[int, int]
) -> list[tuple[Match, ...]]:
    """Keep of each name only the places that lie in its stated container, and the reverse."""
    narrowed = list(matches)
    # From the outermost in: "Pandi, Bulacan in Central Luzon".
    for inner in sorted(containers, reverse=True):
        outer = containers[inner]
        loosest = max(Tier.BARE, min(x.tier for x in matches[outer]))
        holding = tuple(
            x
            for x in narrowed[outer]
            if x.tier <= loosest and any(lies_in(a.place, x.place) for a in narrowed[inner])
        )
        areas = [x.place for x in holding if x.place.kind in PROVINCE | {"country"}]
        holders = areas or [x.place for x in holding]
        narrowed[outer] = holding or narrowed[outer]
        narrowed[inner] = tuple(
            a for a in narrowed[inner] if any(lies_in(a.place, place) for place in holders)
        )
    return narrowed


def _answers(
    toponyms: Sequence[Toponym],
    narrowed: Sequence[tuple[Match, ...]],
    matches: Sequence[tuple[Match, ...]],
    containers: Mapping[int, int],
    context: _Context,
) -> list[Resolution]:
    """Resolve each name; a name stated with a container speaks for its bare repetitions."""
    stated: dict[tuple[str, frozenset[str]], int] = {}
    for i in sorted(containers, reverse=True):
        if narrowed[i]:
            stated[light_key(toponyms[i].text), toponyms[i].required_kinds & PROVINCE] = i
    answers: list[Resolution] = []
    for i, toponym in enumerate(toponyms):
        key = light_key(toponym.text), toponym.required_kinds & PROVINCE
        source = i if i in containers else stated.get(key, i)
        outer = toponyms[containers[source]].text if source in containers else None
        answers.append(_answer(toponym, narrowed[source], matches[i], outer, context))
    return answers


def _answer(
    toponym: Toponym,
    matches: Sequence[Match],
    unnarrowed: Sequence[Match],
    container: str | None,
    context: _Context,
) -> Resolution:
    scored = _scored(matches, container, context)
    if not scored:
        why = (f"does not lie in {container}, which the text states",) if container else ()
        others = tuple(Candidate(s.match.place, why) for s in _scored(unnarrowed, None, context))
        return Resolution(toponym, None, "not_found", others)
    candidates = tuple(Candidate(s.match.place, s.why) for s in scored)
    best = scored[0]
    least = _LEAST_POINTS - (1.5 if container else 0.0)
    if best.points < least or _has_rival(best, scored, toponym):
        return Resolution(toponym, None, "ambiguous", candidates)
    if not container and _is_mere_likeness(best, scored, context):
        return Resolution(toponym, None, "ambiguous", candidates)
    return Resolution(toponym, best.match.place, "", candidates)


def _is_mere_likeness(best: _Scored, scored: Sequence[_Scored], context: _Context) -> bool:
    """Whether nothing but another spelling or another name speaks for the best place.

    A loose key does not beat a strict one, however well its place would fit.
    """
    match = best.match
    if match.tier == Tier.SKELETON and any(s.match.tier <= Tier.BARE for s in scored):
        return True
    if match.tier <= Tier.BARE and (match.is_main or _weight(match.place) >= _FAMOUS_POPULATION):
        return False
    share = context.countries.share.get(match.place.country, 0.0)
    return share < _THEATRE_SHARE and match.place.kind != "country"


def _has_rival(best: _Scored, scored: Sequence[_Scored], toponym: Toponym) -> bool:
    for other in scored[1:]:
        if best.points - other.points >= _LEAST_MARGIN:
            continue
        if distance_km(best.match.place, other.match.place, _SAME_KM) is not None:
            continue
        if lies_in(best.match.place, other.match.place) and not toponym.required_kinds:
            continue
        if best.match.place.kind == "country" and lies_in(other.match.place, best.match.place):
            continue
        return True
    return False


def _scored(matches: Sequence[Match], container: str | None, context: _Context) -> list[_Scored]:
    scored = [_score(match, container, context) for match in matches]
    scored = [_behind_city(s, scored) for s in scored]
    scored = [_behind_stricter(s, scored) for s in scored]
    scored.sort(key=lambda s: (-s.points, s.match.place.id))
    return scored[:_MOST_CANDIDATES]


def _behind_stricter(loose: _Scored, scored: Sequence[_Scored]) -> _Scored:
    """Put a name that only sounds alike behind those that agree."""
    if loose.match.tier < Tier.SKELETON:
        return loose
    country = loose.match.place.country
    stricter = [
        s.points
        for s in scored
        if s.match.tier <= Tier.BARE
        and (s.match.place.country == country or _weight(s.match.place) >= _FAMOUS_POPULATION)
    ]
    if not stricter or loose.points < max(stricter) - _BEHIND:
        return loose
    return _Scored(loose.match, max(stricter) - _BEHIND, loose.why)


def _behind_city(area: _Scored, scored: Sequence[_Scored]) -> _Scored:
    """Put a province behind the city that gave it its name: without a class word it is the city."""
    if area.match.place.kind not in PROVINCE:
        return area
    namesakes = [
        s.points
        for s in scored
        if s.match.place.kind in SETTLEMENT
        and s.match.place.population >= _CAPITAL_SHARE * _weight(area.match.place)
        and (lies_in(s.match.place, area.match.place) or _is_around(area.match.place, s))
    ]
    if not namesakes:
        return area
    points = min(area.points, max(namesakes) - _LEAST_MARGIN - 0.01)
    why = (*area.why, "the city of this name is meant where no word says province")
    return _Scored(area.match, points, why)


def _is_around(area: Place, city: _Scored) -> bool:
    """Whether an area is named after a city that is an area of its own (Kyiv, Moscow)."""
    place = city.match.place
    return area.country == place.country and distance_km(area, place, 150.0) is not None


def _score(match: Match, container: str | None, context: _Context) -> _Scored:
    place = match.place
    why: list[str] = []
    points = _TIER_POINTS[match.tier]
    if not match.is_main:
        points += _OTHER_NAME_POINTS
    why.append(_name_words(match))
    weight = _weight(place)
    points += _POPULATION_POINTS * math.log10(max(weight, 100))
    if place.kind in SETTLEMENT and place.population:
        why.append(f"{place.kind} of {place.population:,} inhabitants")
    else:
        why.append(place.kind)
    share = context.countries.share.get(place.country, 0.0)
    points += _COUNTRY_POINTS * share
    if not share and context.countries.share and weight < _FAMOUS_POPULATION:
        points += _FOREIGN_POINTS
    if _is_country(match) or (match.tier <= Tier.LIGHT and not place.country):
        points += _COUNTRY_NAME_POINTS
    elif match.is_main and place.kind == "city" and weight >= _FAMOUS_POPULATION:
        points += _FAMOUS_POINTS
    if share and place.kind != "country":
        why.append(_country_words(place.country, context.countries))
    if container:
        why.append(f"lies in {container}, which the text states")
    near, words = _nearness(place, context.settled)
    return _Scored(match, points + near, (*why, *words))


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
    for other in settled:
        if other.id == place.id or other.kind == "country" or place.kind == "country":
            continue
        km = distance_km(place, other, best[0] if best else _NEAR[-1][0])
        if km is not None:
            best = (km, other)
    if best is None:
        return 0.0, ()
    km, other = best
    points = next(points for most_km, points in _NEAR if km <= most_km)
    return points, (f"{km:.0f} km from {other.name}",)
