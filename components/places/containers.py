"""Containers that a text states: "A in X province", "A, X", "A (X district)", "X's A"."""

import re
from collections.abc import Sequence

from components.places.classes import PROVINCE
from components.places.gazetteer import Match
from components.places.geometry import distance_km, is_placed
from components.places.keys import Tier
from components.places.lexicon import load_district_reaches
from components.places.toponyms import Toponym
from components.records import Place

_DIRECTION = (
    r"(?:(?:the|rural|northern|southern|eastern|western|central|north|south|east|west|northeast"
    r"|northwest|southeast|southwest|north-?eastern|north-?western|south-?eastern|south-?western"
    r"|upper|lower|mainland|war-torn|neighbou?ring|nearby)[ -])*"
)
_WHAT = (
    r"(?:province|governorate|region|state|oblast|district|city|town|county|countryside|suburbs?)"
)
_KIND = r"(?:city|town|village|district|neighbou?rhood|area|camp|air ?base|airport|dam|crossing)"
_IN = re.compile(
    rf"[\"'’”]?(?: {_KIND})?,?(?: (?:a|an|the|which is|located|situated)\b[\w \-]{{0,40}}?)?"
    rf" (?:in|of) {_DIRECTION}(?:{_WHAT} of )?(?:the )?[\"'‘“]?"
)
# "A, capital of B province"; B alone may be a town or a people.
_CAPITAL = re.compile(rf"(?: {_KIND})?, (?:capital|seat) of {_DIRECTION}(?:the )?")
_COMMA = re.compile(rf"(?: {_KIND})?, (?:in )?{_DIRECTION}")
_BRACKET = re.compile(rf"(?: {_KIND})? ?\((?=[^()\n]{{3,80}}\))")
# "Sawda - Qorret Jagez (A district)": the name goes on, and the brackets speak of all of it.
_REST = re.compile(r"(?:(?: [-–/])? [A-Z][\w'’\-]*){1,3}(?= ?\([^()\n]{3,80}\))")
_SKIPPED = re.compile(rf"(?: {_KIND})?, (?:[^(),.;\n]{{1,40}}, ){{1,2}}{_DIRECTION}")
_OWNER = re.compile(rf"['’]s {_DIRECTION}(?:{_WHAT} of )?[\"'‘“]?")
_LISTED = re.compile(r"(?:,|,? (?:and|or)) ")
_PART_OF = re.compile(r" (?:suburbs?|neighbou?rhoods?|districts?|quarters?|outskirts) of [\"'‘“]?")
# "B took A, Russia's ministry said" and "B took A, Russia said" do not say that A lies in Russia.
_SPEAKS = re.compile(
    r"['’]s\b|(?: (?:has|have|had|also|later))? (?:sa(?:id|ys)|announced?|claim(?:s|ed)"
    r"|report(?:s|ed)|confirm(?:s|ed)|den(?:y|ies|ied)|admit(?:s|ted)|told|acknowledged|insist(?:s|ed))\b"
)

# "A, a town facing the city of B" and "A, a port south of B" lie apart from B.
_APART = re.compile(
    r"\b(?:facing|opposite|near|beside|outside|across|overlooking|bordering|close to"
    r"|(?<!the )(?:north|south|east|west)(?:-?(?:east|west))? of)\b"
)

# "Lower Shabelle" for Lower Shebelle: so long a name is not spelled like another by chance.
TELLING_LENGTH = 9
_NEAR_KM = 60.0
_KNOWN_CITY = 100_000
_CITY_COMMA_STATE = frozenset({"US", "CA", "AU"})
_REACH_KM = {"province": 250.0, "region": 700.0, "district": 90.0}
_AREAS = PROVINCE | {"country", "district"}


def stated_containers(
    toponyms: Sequence[Toponym], matches: Sequence[Sequence[Match]], text: str
) -> dict[int, int]:
    """Return which toponym lies in which, by number, where the text says so."""
    found: dict[int, int] = {}
    for i in range(len(toponyms) - 1):
        left, right = toponyms[i], toponyms[i + 1]
        gap = text[left.end : right.start]
        bracketed = _bracketed(i, toponyms, matches, text) if matches[i] else None
        if bracketed is not None:
            found[i] = bracketed
            continue
        if "\n" in gap or len(gap) > 70 or not matches[i] or not matches[i + 1]:
            continue
        if _lists_areas(i, toponyms, matches, text):
            continue
        if _PART_OF.fullmatch(gap) or (_OWNER.fullmatch(gap) and _is_area(matches[i])):
            found.setdefault(i + 1, i)
        elif (
            (_IN.fullmatch(gap) and not _APART.search(gap) and not _is_country(matches[i]))
            or (_SKIPPED.fullmatch(gap) and _is_classed(right, matches[i + 1]))
            or (_CAPITAL.fullmatch(gap) and bool(right.required_kinds & PROVINCE))
            or (
                _COMMA.fullmatch(gap)
                and not _SPEAKS.match(text, right.end)
                and _may_hold(left, right, matches[i], matches[i + 1])
            )
        ):
            found[i] = i + 1
    return found


def _bracketed(
    i: int, toponyms: Sequence[Toponym], matches: Sequence[Sequence[Match]], text: str
) -> int | None:
    """Return which area in the brackets after a name holds it: "A (B district, X province)".

    Where none of them can, it is the last, and the name means no place that is known.
    """
    opened = _BRACKET.match(text, _end_of_name(i, toponyms, text))
    if not opened:
        return None
    close = text.find(")", opened.end())
    inside = [
        j
        for j in range(i + 1, min(i + 5, len(toponyms)))
        if opened.end() <= toponyms[j].start and toponyms[j].end <= close
    ]
    # "The Central African Republic (CAR)" is one country under two names.
    countries = {m.place.id for m in matches[i] if m.place.kind == "country"}
    areas = [
        j
        for j in inside
        if (toponyms[j].required_kinds or _is_area(matches[j]))
        and not any(m.place.id in countries for m in matches[j])
    ]
    for j in areas:
        if any(
            lies_in(a.place, x.place)
            for a in matches[i]
            for x in matches[j]
            if x.place.kind in _AREAS
        ):
            return j
    if areas and areas[0] == i + 1 and not _is_classed(toponyms[areas[-1]], matches[areas[-1]]):
        return areas[0]
    return areas[-1] if areas else None


def _end_of_name(i: int, toponyms: Sequence[Toponym], text: str) -> int:
    """Return where a name ends that may go on behind what a list has of it.

    Another place of its own ends it, unless a stroke says that both are names of one place.
    """
    end = toponyms[i].end
    rest = _REST.match(text, end)
    if not rest:
        return end
    if i + 1 < len(toponyms) and toponyms[i + 1].start < rest.end() and "/" not in rest.group():
        return end
    return rest.end()


def _is_long_province(match: Match) -> bool:
    """Whether a name is a province's in another spelling, too long to be one by chance."""
    return match.place.kind in PROVINCE and len(match.name) >= TELLING_LENGTH


def _is_classed(outer: Toponym, matches: Sequence[Match]) -> bool:
    """Whether a name is said to be a province, or is a country."""
    return bool(outer.required_kinds & PROVINCE) or _is_country(matches)


def _is_country(matches: Sequence[Match]) -> bool:
    return any(m.place.kind == "country" and m.tier <= Tier.LIGHT for m in matches)


def _is_area(matches: Sequence[Match]) -> bool:
    return any(m.place.kind in _AREAS and m.tier <= Tier.LIGHT for m in matches)


def without_countries(
    toponyms: Sequence[Toponym], matches: Sequence[tuple[Match, ...]], text: str
) -> list[tuple[Match, ...]]:
    """Leave a country out of a list of areas: "Niger, Zamfara and Kebbi" are three states."""
    listed = {
        number
        for i in range(len(toponyms) - 1)
        if _lists_areas(i, toponyms, matches, text)
        for number in (i, i + 1)
    }
    return [
        tuple(m for m in found if m.place.kind != "country") if i in listed else found
        for i, found in enumerate(matches)
    ]


def _lists_areas(
    i: int, toponyms: Sequence[Toponym], matches: Sequence[Sequence[Match]], text: str
) -> bool:
    """Whether a name and the next stand in a list of three or more areas of one country."""
    countries = _area_countries(matches[i]) & _area_countries(matches[i + 1])
    if not countries or not _LISTED.fullmatch(text[toponyms[i].end : toponyms[i + 1].start]):
        return False
    for k in (i - 1, i + 1):
        if k < 0 or k + 1 >= len(toponyms):
            continue
        third = i - 1 if k < i else i + 2
        gap = text[toponyms[k].end : toponyms[k + 1].start]
        if _LISTED.fullmatch(gap) and countries & _area_countries(matches[third]):
            return True
    return False


def _area_countries(matches: Sequence[Match]) -> set[str]:
    """Return the countries that have a province of just this name."""
    return {m.place.country for m in matches if m.place.kind in PROVINCE and m.tier <= Tier.LIGHT}


def _may_hold(
    inner: Toponym, outer: Toponym, inside: Sequence[Match], outside: Sequence[Match]
) -> bool:
    """Whether "A, X" can mean A in X, and not a list of two."""
    if _is_country(inside):
        return False
    if _is_country(outside):
        return True
    if outer.required_kinds & PROVINCE:
        return not inner.required_kinds & PROVINCE
    close = [m for m in outside if m.tier <= Tier.LIGHT or _is_long_province(m)]
    areas = [m for m in close if m.place.kind in PROVINCE]
    if not areas:
        return False
    # "Mobile, Alabama": the second is an area first, and one that has a place of the first name.
    largest = max((m.place.population for m in close if m.place.kind not in PROVINCE), default=0)
    holds = any(lies_in(a.place, x.place) for a in inside for x in areas)
    # "Palmyra, New York" is how these countries write it, whatever the size of the city.
    is_custom = any(x.place.country in _CITY_COMMA_STATE for x in areas)
    return (
        holds
        and (largest < _KNOWN_CITY or is_custom)
        and not all(m.place.kind in PROVINCE for m in inside)
    )


def lies_in(inner: Place, outer: Place) -> bool:
    """Whether a place lies in another, as far as codes and distances tell."""
    if inner.id == outer.id:
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.country and inner.country != outer.country:
        return False
    by_code = _by_code(inner, outer)
    if by_code is not None:
        return by_code
    reach = _REACH_KM.get(outer.kind, _NEAR_KM)
    if outer.kind == "district":
        reach = load_district_reaches().get(outer.country, reach)
    return distance_km(inner, outer, reach) is not None


def _by_code(inner: Place, outer: Place) -> bool | None:
    """Tell by codes alone whether a place lies in a province or district; None if they cannot."""
    if outer.kind == "province" and inner.kind != "province":
        if inner.pcode.startswith(f"{inner.country}-"):
            return inner.pcode == outer.pcode
        # Another code is that of the place itself, as OCHA's are.
        return inner.admin1 == outer.admin1 if inner.pcode and inner.admin1 else None
    if outer.kind == "district" and inner.admin1 and outer.admin1:
        if inner.admin1 != outer.admin1:
            return False
        return None if is_placed(outer) else inner.kind not in {"province", "district"}
    return None
