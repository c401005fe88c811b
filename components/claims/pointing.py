"""Whether "the town", "the base" or "the area" can point to a place."""

import re
from typing import Protocol

from components.claims.sentence import Sentence, Target
from components.records import Place

KINDS_OF_AREA = frozenset({"country", "province", "region", "district"})
FIELDS = frozenset({"base", "airbase", "airport", "airfield"})
SETTLED = frozenset({"city", "town", "village", "quarter"})
_SITES = frozenset(
    {"base", "airport", "crossing", "dam", "mountain", "site", "quarter", "road", "highway"}
)
# What a base may be called beside its own name: "the army camp at A".
CAMPS = frozenset({"camp", "base", "headquarters", "barracks", "garrison", "airfield"})
# What a place of a kind is called: reporters call a large town a city, never a city a village.
KINDS_CALLED = {
    "city": frozenset({"city", "town"}),
    "capital": frozenset({"city", "town"}),
    "town": frozenset({"city", "town", "village"}),
    "village": frozenset({"village", "town"}),
    "settlement": frozenset({"village", "town"}),
    "hamlet": frozenset({"village"}),
    "suburb": frozenset({"town", "village", "quarter"}),
    "port": frozenset({"city", "town"}),
}
# What one of several places is called, for "the towns" that point back.
SINGULAR = {
    "towns": "town",
    "cities": "city",
    "villages": "village",
    "bases": "base",
    "camps": "camp",
    "garrisons": "garrison",
    "airfields": "airfield",
    "settlements": "settlement",
    "airports": "airport",
    "ports": "port",
    "districts": "area",
    "places": "place",
    "areas": "area",
    "localities": "locality",
    "locations": "location",
    "strongholds": "stronghold",
    "communities": "community",
    "both": "it",
}
_ANY = frozenset(
    {
        "both",
        "it",
        "them",
        "area",
        "place",
        "territory",
        "locality",
        "location",
        "stronghold",
        "ground",
        "enclave",
        "community",
        "bastion",
    }
)
# What a site of any kind may be called.
_ANY_SITE = frozenset(
    {
        *("base", "camp", "post", "site", "facility", "installation", "compound", "garrison"),
        *("position", "barracks", "outpost", "complex", "airport", "airbase", "airfield", "hill"),
    }
)


class _Named(Protocol):
    @property
    def text(self) -> str: ...
    @property
    def place(self) -> Place | None: ...
    @property
    def feature(self) -> str: ...


def fits(settled: _Named, feature: str) -> bool:  # noqa: PLR0911 (one return for each rule)
    """Return whether "the town", "the base" can point to a place."""
    place = settled.place
    if feature == "centre":
        return place is None or place.kind in {"district", *SETTLED}
    if place and place.kind in KINDS_OF_AREA:
        return False
    if feature in _ANY or settled.feature == feature:
        return True
    if feature in KINDS_CALLED:
        if place is None:
            last = settled.text.lower().split()[-1:]
            return settled.feature in {"", *KINDS_CALLED} and not set(last) & _SITES
        return place.kind in KINDS_CALLED[feature]
    if place:
        kind = place.kind in _SITES and place.kind != "quarter"
        kind = kind and not (place.kind in {"mountain", "dam", "road"} and feature in CAMPS)
        named = feature in settled.text.lower() or feature in place.name.lower()
        return kind and (named or feature in _ANY_SITE)
    return feature in settled.text.lower()


def is_district(settled: _Named) -> bool:
    """Return whether a place is a district: "took A district and held it"."""
    return settled.place is not None and settled.place.kind == "district"


def lies_towards(target: Target, sentence: Sentence) -> bool:
    """Return whether a direction says which one is meant ("the northwestern enclave")."""
    directions = sentence.lexicon.words("directions") - {"old"}
    return any(c.lower_ in directions for c in target.token.children)


def spellings(text: str, feature: str) -> list[str]:
    """Return how a gazetteer may have a name: "Aden airport" for "the airport in Aden"."""
    turned = (
        re.match(rf"(?:the )?({re.escape(feature)}) (?:in|of|at) (.+)", text) if feature else None
    )
    names = [f"{turned.group(2)} {turned.group(1)}"] if turned else []
    plain = re.sub(r"['’]s (?=\w)", " ", text)
    return [*([plain] if plain != text else []), *names, text]
