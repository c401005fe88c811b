"""The one thing that the map and every export draw."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from components.actors import forerunners_of
from components.records import ControlInterval, Place
from components.territory.heard import AREAS
from components.territory.history import History
from components.territory.words import state_words

_LARGE_POPULATION = 100_000
_SMALL_POPULATION = 10_000
_SITES = frozenset({"base", "airport", "dam"})
_SETTLEMENTS = frozenset({"city", "town", "village"})


def feature_collection(history: History) -> dict[str, Any]:
    """Return places with their states over time as GeoJSON, with what a reader needs beside it."""
    world = history.world
    shown_places = _shown(history)
    names = names_apart(shown_places)
    features = [_feature(history, place, names[place.id]) for place in shown_places]
    shown = {p for f in features for state in f["properties"]["history"] for p in state["parties"]}
    reports = history.reports()
    return {
        "type": "FeatureCollection",
        "whoheld": {
            "first_day": history.first_day.isoformat(),
            "last_day": history.last_day.isoformat(),
            "known_by": (history.known_by or history.last_day).isoformat(),
            "stale_after_days": history.stale_after_days,
            "articles": world.articles,
            "claims": len(history.heard),
            "parties": _parties(history, shown),
            "reports": {str(day): int(n) for day, n in reports.items()},
        },
        "features": features,
    }


def _parties(history: History, shown: set[str]) -> dict[str, dict[str, str]]:
    """Return the parties shown; one that carries on another on the map says which: `heir_of`."""
    forerunners = forerunners_of(history.world.actors, history.world.memberships)
    known = {p: party_names(history, p) for p in sorted(shown)}
    for party, earlier in forerunners.items():
        if party in known and earlier in known:
            known[party]["heir_of"] = earlier
    return known


def party_names(history: History, party_id: str) -> dict[str, str]:
    """Return how a party is called in a table and in a sentence, and its kind."""
    actor = history.world.actors.get(party_id)
    if actor is None:
        return {"name": party_id, "phrase": party_id, "kind": "other"}
    name = history.name(party_id)
    return {"name": name, "phrase": actor.phrase or name, "kind": actor.kind}


def importance_of(place: Place) -> int:
    """Return 1 (small) to 3 (large): by inhabitants, else by kind."""
    if place.population >= _LARGE_POPULATION:
        return 3
    if place.kind in _SITES or place.kind in ("city", "town"):
        return 2 if place.population >= _SMALL_POPULATION or place.population == 0 else 1
    return 2 if place.population >= _SMALL_POPULATION else 1


def _shown(history: History) -> list[Place]:
    """Return places with a state, and those only mentioned that are points, not areas."""
    places = history.world.places
    with_state = set(history.place_ids)
    return [
        places[i]
        for i in sorted(places)
        if i in with_state or (history.world.mentions.get(i) and places[i].kind not in AREAS)
    ]


def names_apart(places: Iterable[Place]) -> Mapping[str, str]:
    """Return what each place is called beside the others, by its id.

    A province or base called as a town beside it says what it is ("Idlib province"): two marks
    of one name in two colours would contradict each other.
    """
    listed = tuple(places)
    times = Counter(place.name for place in listed)

    def name(place: Place) -> str:
        alone = times[place.name] == 1 or place.kind in _SETTLEMENTS
        told = place.kind.casefold() in place.name.casefold()
        return place.name if alone or told else f"{place.name} {place.kind}"

    return {place.id: name(place) for place in listed}


def _feature(history: History, place: Place, name: str) -> dict[str, Any]:
    states = states_of(history, place.id)
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [round(place.lon, 5), round(place.lat, 5)]},
        "properties": {
            "name": name,
            "native": place.native,
            "kind": place.kind,
            "admin1": place.admin1,
            "country": place.country,
            "importance": importance_of(place),
            "mentioned_only": not states,
            "history": states,
        },
    }


def states_of(history: History, place_id: str) -> list[dict[str, Any]]:
    """Return a place's states over time, as the map draws them and the panel explains them."""
    row = zip(history.intervals(place_id), history.shown_from(place_id), strict=True)
    return [_state(history, interval, day) for interval, day in row]


def _state(history: History, interval: ControlInterval, shown_from: date) -> dict[str, Any]:
    parties = history.parties(interval)
    start = interval.start
    # Nobody says since when an inferred holder had been there: no day of it is an uncertain one.
    certain = (
        history.first_day
        if start.earliest is None and interval.standing == "inferred"
        else start.latest
    )
    return {
        "state": interval.state,
        "standing": interval.standing,
        "parties": list(parties),
        "start": [_iso(start.earliest), _iso(certain)],
        # The map shows it from this day on; see `control.shown_from`.
        "from": _iso(shown_from if start.earliest else None),
        "last_report": _iso(history.last_report(interval)),
        "claims": [claim.id for claim in history.cited(interval)],
        "against": list(interval.against_ids),
        "rule": interval.rule,
        "words": state_words(interval, parties, history.phrase),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
