"""Which place a name means, judged by the whole text; no answer rather than a guess."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from components.places.classes import PROVINCE, fits_class, split_class
from components.places.containers import (
    TELLING_LENGTH,
    lies_in,
    stated_containers,
    without_countries,
)
from components.places.gazetteer import Gazetteer, Match
from components.places.geometry import distance_km, is_placed
from components.places.keys import Tier, light_key
from components.places.lexicon import load_lexicon
from components.places.scoring import (
    FAMOUS_POPULATION,
    LEAST_MARGIN,
    LEAST_POINTS,
    SAME_KM,
    THEATRE_SHARE,
    Context,
    Scored,
    rank,
    weight_of,
)
from components.places.theatre import theatre, theatre_of_text, weights_of
from components.places.toponyms import Toponym
from components.records import Place

Countries = Mapping[str, float] | Sequence[str]

_CALLED_BEFORE = re.compile(r"\b(town|city|village)(?: of)? [\"'‘“]?$")
_CALLED_AFTER = re.compile(r"[\"'’”]? (town|city|village)\b")
_WORD_REACH = 18
# A place of a war is also named by reports from across a border nearby.
_SAME_WAR_KM = 150.0

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


def resolve(
    toponyms: Sequence[Toponym], text: str, gazetteer: Gazetteer, *, countries: Countries = ()
) -> tuple[Resolution, ...]:
    """Resolve the names of one text together.

    Args:
        toponyms: Names with their offsets in `text`, in order.
        text: The whole text; what it says elsewhere decides between namesakes.
        gazetteer: Where names are looked up.
        countries: ISO codes of countries that the text is known to be about, from its parties;
            with a weight of 0 to 1 each when a mapping. They count less than a country that the
            text names. One with the full weight of 1 also rules out lesser namesakes in
            countries that nothing points to.

    Returns:
        One resolution a toponym, in the same order.
    """
    matches = [_candidates(t.text, t.required_kinds, gazetteer) for t in toponyms]
    matches = without_countries(toponyms, _share_full_names(toponyms, matches), text)
    containers = stated_containers(toponyms, matches, text)
    here = theatre_of_text(text, matches, weights_of(countries))
    called = [_called(t, text) for t in toponyms]
    sides = {*containers, *containers.values()}
    admitted = [
        m if i in sides else tuple(x for x in m if here.admits(x)) for i, m in enumerate(matches)
    ]
    narrowed = _narrow(admitted, containers)
    settled: tuple[Place, ...] = ()
    answers: list[Resolution] = []
    # Twice: places that are clear at once help to tell the others.
    for _ in range(2):
        seen = Context(here.evidence, settled)
        names = _Names(toponyms, narrowed, matches, containers, called)
        answers = _answers(names, seen)
        settled = tuple({a.place.id: a.place for a in answers if a.place}.values())
    return tuple(answers)


def resolve_name(
    name: str,
    gazetteer: Gazetteer,
    context: Sequence[Place],
    required_kinds: frozenset[str] = frozenset(),
    *,
    countries: Countries = (),
    within: Place | None = None,
) -> Resolution:
    """Resolve a name found otherwise.

    Args:
        name: The name.
        gazetteer: Where it is looked up.
        context: Places that the text speaks of.
        required_kinds: Kinds of place that the words beside the name allow; empty for any.
        countries: As in `resolve`.
        within: Area in which the text says that the place lies.
    """
    toponym = Toponym(0, len(name), name, required_kinds)
    # "The mainly Druze city" is no name, though a province is also called so.
    is_word = name.strip().lower() in load_lexicon().never
    matches = () if is_word else _candidates(name, required_kinds, gazetteer)
    named = Counter(place.country for place in context if place.kind == "country")
    places = tuple(place for place in context if place.kind != "country")
    here = theatre(Counter(), named, places, weights_of(countries))
    admitted = tuple(m for m in matches if here.admits(m))
    seen = Context(here.evidence, places)
    if within is None:
        return _answer(toponym, admitted, matches, None, seen)
    inside = tuple(m for m in matches if lies_in(m.place, within))
    return _answer(toponym, inside, matches, within.name, seen)


def _called(toponym: Toponym, text: str) -> str:
    """Return the class that the words beside a name give it: town | city | village, or ""."""
    before = _CALLED_BEFORE.search(text[max(0, toponym.start - _WORD_REACH) : toponym.start])
    after = _CALLED_AFTER.match(text[toponym.end : toponym.end + _WORD_REACH])
    found = after or before
    return found.group(1) if found else ""


def _candidates(name: str, kinds: frozenset[str], gazetteer: Gazetteer) -> tuple[Match, ...]:
    """Return the places of the required kinds that have this name, with or without class word."""
    found = gazetteer.matches(name)
    if not kinds or any(match.is_decided for match in found):
        return found
    fitting = _of_class(found, kinds)
    if any(m.tier <= Tier.LIGHT and m.place.kind in kinds and m not in fitting for m in found):
        # "Kutum locality" round the town of Kutum is no place that only sounds like it.
        return tuple(m for m in fitting if m.tier <= Tier.LIGHT)
    return fitting or _of_class(gazetteer.matches_of_kind(name, kinds), kinds)


def _of_class(matches: Sequence[Match], kinds: frozenset[str]) -> tuple[Match, ...]:
    return tuple(m for m in matches if fits_class(m.place.kind, m.place.country, kinds))


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


def _narrow(
    matches: Sequence[tuple[Match, ...]], containers: Mapping[int, int]
) -> list[tuple[Match, ...]]:
    """Keep of each name only the places that lie in its stated container, and the reverse."""
    narrowed = list(matches)
    # From the outermost in: "Pandi, Bulacan in Central Luzon".
    for inner in sorted(containers, reverse=True):
        outer = containers[inner]
        if not matches[outer]:
            # "Az Zawiyah (Zawiya District)": an area that is in no list rules nothing out.
            continue
        loosest = max(Tier.BARE, min(x.tier for x in matches[outer]))
        holding = tuple(
            x
            for x in narrowed[outer]
            if x.tier <= loosest and any(lies_in(a.place, x.place) for a in narrowed[inner])
        )
        areas = [x.place for x in holding if x.place.kind in PROVINCE | {"country", "district"}]
        holders = areas or [x.place for x in holding]
        narrowed[outer] = holding or narrowed[outer]
        narrowed[inner] = tuple(
            a for a in narrowed[inner] if any(lies_in(a.place, place) for place in holders)
        )
    return narrowed


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a text, each with the places that it may mean."""

    toponyms: Sequence[Toponym]
    narrowed: Sequence[tuple[Match, ...]]
    matches: Sequence[tuple[Match, ...]]
    containers: Mapping[int, int]
    called: Sequence[str]


def _answers(names: _Names, context: Context) -> list[Resolution]:
    """Resolve each name; a name stated with a container speaks for its bare repetitions."""
    toponyms, containers = names.toponyms, names.containers
    stated: dict[tuple[str, frozenset[str]], int] = {}
    for i in sorted(containers, reverse=True):
        if names.narrowed[i]:
            stated[light_key(toponyms[i].text), toponyms[i].required_kinds & PROVINCE] = i
    answers: list[Resolution] = []
    # An article names the same place again and again.
    known: dict[object, Resolution] = {}
    for i, toponym in enumerate(toponyms):
        key = light_key(toponym.text), toponym.required_kinds & PROVINCE
        source = i if i in containers else stated.get(key, i)
        outer = toponyms[containers[source]].text if source in containers else None
        asked = names.narrowed[source], names.matches[i], outer
        same = (toponym.text, toponym.required_kinds, *asked, names.called[i])
        if same not in known:
            known[same] = _answer(toponym, *asked, context, names.called[i])
        answers.append(replace(known[same], toponym=toponym))
    return answers


def _answer(
    toponym: Toponym,
    matches: Sequence[Match],
    unnarrowed: Sequence[Match],
    container: str | None,
    context: Context,
    called: str = "",
) -> Resolution:
    if len(matches) == 1 and matches[0].is_decided:
        place = matches[0].place
        said = ("a person decided that this name means this place",)
        return Resolution(toponym, place, "", (Candidate(place, said),))
    areas = [match for match in matches if not _may_be_meant(match.place, toponym)]
    matches = [match for match in matches if _may_be_meant(match.place, toponym)]
    scored = rank(matches, container, context, called)
    if not scored and areas:
        only = ("only a district of this name is known, and where it lies",)
        return Resolution(
            toponym, None, "not_found", tuple(Candidate(m.place, only) for m in areas)
        )
    if not scored:
        why = f"does not lie in {container}, which the text states"
        if not container:
            why = "far from every country that the text or its parties point to"
            unnarrowed = [match for match in unnarrowed if match.tier <= Tier.LIGHT]
        others = tuple(Candidate(s.match.place, (why,)) for s in rank(unnarrowed, None, context))
        return Resolution(toponym, None, "not_found", others)
    candidates = tuple(Candidate(s.match.place, s.why) for s in scored)
    best = scored[0]
    least = LEAST_POINTS - (1.5 if container else 0.0)
    if best.points < least or _has_rival(best, scored, toponym):
        return Resolution(toponym, None, "ambiguous", candidates)
    if not container and (
        _is_mere_likeness(best, scored, context) or _is_of_another_war(best, context)
    ):
        return Resolution(toponym, None, "ambiguous", candidates)
    return Resolution(toponym, best.match.place, "", candidates)


def _may_be_meant(place: Place, toponym: Toponym) -> bool:
    """Whether a name alone can mean a place: a district needs its class word and a position."""
    if place.kind != "district":
        return True
    kinds = toponym.required_kinds or split_class(light_key(toponym.text)).kinds
    return "district" in kinds and is_placed(place)


def _is_mere_likeness(best: Scored, scored: Sequence[Scored], context: Context) -> bool:
    """Whether nothing but another spelling or another name speaks for the best place.

    A loose key does not beat a strict one, however well its place would fit.
    """
    match = best.match
    stricter = [s.match.place for s in scored if s.match.tier <= Tier.BARE]
    # A province that has its name from the city does not speak against the city's.
    if match.tier == Tier.SKELETON and not all(
        match.is_main and place.kind in PROVINCE and lies_in(match.place, place)
        for place in stricter
    ):
        return True
    if match.place.kind in PROVINCE and len(match.name) >= TELLING_LENGTH and len(scored) == 1:
        return False
    if match.tier <= Tier.BARE and (match.is_main or weight_of(match.place) >= FAMOUS_POPULATION):
        return False
    share = context.countries.share.get(match.place.country, 0.0)
    return share < THEATRE_SHARE and match.place.kind != "country"


def _is_of_another_war(best: Scored, context: Context) -> bool:
    """Whether a place that only reports of one war name is asked for by a text about another.

    "Khalidiya" in a report from Homs is a quarter that no list has, not the town in Iraq.
    """
    place, countries = best.match.place, context.countries
    if place.gazetteer != "whoheld" or not place.country or place.kind in PROVINCE:
        return False
    if countries.times.get(place.country) or countries.share.get(place.country, 0.0) >= 1:
        return False
    others = [p for p in context.settled if p.id != place.id and p.kind != "country"]
    # What speaks for its country is then this very name.
    if not others or any(p.country == place.country for p in others):
        return False
    return all(distance_km(place, other, _SAME_WAR_KM) is None for other in others)


def _has_rival(best: Scored, scored: Sequence[Scored], toponym: Toponym) -> bool:
    for other in scored[1:]:
        if best.points - other.points >= LEAST_MARGIN:
            continue
        if distance_km(best.match.place, other.match.place, SAME_KM) is not None:
            continue
        if lies_in(best.match.place, other.match.place) and not toponym.required_kinds:
            continue
        if best.match.place.kind == "country" and lies_in(other.match.place, best.match.place):
            continue
        return True
    return False
