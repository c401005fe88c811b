"""Words that say what kind of thing a name stands for ("air base", "province", "village of").

They are never noise: "Tabqa dam" is not the town Tabqa, "Idlib province" not the city.
"""

from dataclasses import dataclass

SETTLEMENT = frozenset({"city", "town", "village", "quarter"})
PROVINCE = frozenset({"province", "region"})
FACILITIES = frozenset({"base", "airport", "crossing", "dam", "mountain", "road", "site"})

_AIR = frozenset({"airport", "base"})
_LANDSCAPE = frozenset({"region", "site", "mountain"})
_CAMP = frozenset({"site", "base", "quarter"})

# Longest first where one ends another; singular forms (plurals are made below).
_AFTER: dict[str, frozenset[str]] = {
    **dict.fromkeys(("city", "town", "village", "municipality", "hamlet"), SETTLEMENT),
    **dict.fromkeys(("urban settlement", "settlement"), SETTLEMENT),
    **dict.fromkeys(("township", "locality"), SETTLEMENT | {"district"}),
    **dict.fromkeys(("province", "governorate", "oblast", "prefecture", "krai"), PROVINCE),
    **dict.fromkeys(("region", "state", "administrative region", "department"), PROVINCE),
    **dict.fromkeys(("county", "division", "autonomous region"), PROVINCE),
    "district": frozenset({"district", "quarter"}),
    **dict.fromkeys(
        ("raion", "rayon", "woreda", "wereda", "kebele", "cercle", "lga", "subdistrict",
         "sub district", "subprefecture", "sub prefecture", "arrondissement", "payam", "tehsil",
         "upazila", "canton"),
        frozenset({"district"}),
    ),
    **dict.fromkeys(("neighbourhood", "neighborhood", "quarter"), frozenset({"quarter"})),
    "suburb": SETTLEMENT,
    **dict.fromkeys(("airport", "international airport", "airfield", "aerodrome"), _AIR),
    **dict.fromkeys(("military airport", "military airfield", "airstrip", "airdrome"), _AIR),
    **dict.fromkeys(("air base", "airbase", "military airbase", "military air base"), _AIR),
    **dict.fromkeys(("air force base", "army air field", "afb", "military airdrome"), _AIR),
    **dict.fromkeys(("base", "military base", "naval base", "army base"), _AIR),
    # No "garrison": those are the soldiers in a town, and the town is meant.
    **dict.fromkeys(("barracks", "military camp", "outpost"), _AIR),
    **dict.fromkeys(("camp", "refugee camp", "displacement camp", "idp camp"), _CAMP),
    **dict.fromkeys(("dam", "hydroelectric dam", "hydroelectric power plant"), frozenset({"dam"})),
    **dict.fromkeys(
        ("crossing", "border crossing", "border post", "border gate", "border checkpoint"),
        frozenset({"crossing"}),
    ),
    **dict.fromkeys(("mountain", "hill", "heights", "massif", "ridge", "mountain range"),
                    frozenset({"mountain", "region"})),
    **dict.fromkeys(("road", "highway", "motorway"), frozenset({"road"})),
    **dict.fromkeys(("plain", "valley", "desert", "peninsula", "island"), _LANDSCAPE),
    **dict.fromkeys(("forest", "lake", "river", "strait", "marsh", "oasis", "delta"), _LANDSCAPE),
    **dict.fromkeys(
        ("oil field", "oilfield", "gas field", "gas plant", "refinery", "power plant",
         "power station", "nuclear power plant", "nuclear plant", "thermal power plant",
         "steel plant", "steelworks", "factory", "prison", "hospital", "castle", "citadel",
         "grain silo", "bridge", "pumping station", "military academy"),
        frozenset({"site", "crossing"}),
    ),
    **dict.fromkeys(("port", "seaport"), frozenset({"site", "base"})),
}  # fmt: skip
_BEFORE = {
    **dict.fromkeys(("mount", "jabal", "jebel", "djebel"), frozenset({"mountain", "region"})),
    **dict.fromkeys(("camp",), _CAMP),
    **dict.fromkeys(("lake",), _LANDSCAPE),
}


# Where a township or locality is a district with villages round a seat: elsewhere reports call
# single towns and villages so.
_DISTRICT_WORD_COUNTRIES = frozenset({"MM", "SD"})
_PORTS = frozenset({"port", "seaport", "island"})


def _plural(word: str) -> str:
    if word.endswith(("s", "h")):
        return word
    return word[:-1] + "ies" if word.endswith(("ty", "cy", "ry", "my", "ity")) else word + "s"


AFTER = {tuple(phrase.split()): kinds for phrase, kinds in _AFTER.items()}
PLURAL_AFTER = {tuple(_plural(p).split()): k for p, k in _AFTER.items() if _plural(p) != p}
BEFORE = {tuple(phrase.split()): kinds for phrase, kinds in _BEFORE.items()}
LONGEST = max(len(phrase) for phrase in AFTER)


@dataclass(frozen=True, slots=True)
class ClassedName:
    """A name without its class word, and the kinds that the word allows (empty: any)."""

    core: str
    kinds: frozenset[str]


def split_class(light: str) -> ClassedName:
    """Take a class word off a light key: "tabqa air base" is "tabqa", base or airport."""
    words = light.split()
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        kinds = AFTER.get(tuple(words[-size:]))
        if kinds:
            rest = split_class(" ".join(words[:-size]))
            return ClassedName(rest.core if rest.kinds == kinds else " ".join(words[:-size]), kinds)
    for size in range(min(3, len(words) - 1), 0, -1):
        if len(words) > size + 1 and words[size] == "of":
            kinds = AFTER.get(tuple(words[:size]))
            if kinds:
                return ClassedName(" ".join(words[size + 1 :]), kinds)
    if len(words) > 1 and tuple(words[:1]) in BEFORE:
        return ClassedName(" ".join(words[1:]), BEFORE[tuple(words[:1])])
    return ClassedName(light, frozenset())


def class_after(words: list[str]) -> tuple[int, frozenset[str]]:
    """Return how many of the words that follow a name are its class word, and the kinds."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        kinds = AFTER.get(tuple(words[:size]))
        if kinds:
            return size, kinds
    return 0, frozenset()


def fits_class(kind: str, country: str, kinds: frozenset[str]) -> bool:
    """Whether a place of this kind may be what a class word that allows `kinds` calls it."""
    if country in _DISTRICT_WORD_COUNTRIES and {"district", "town"} <= kinds:
        return kind == "district"
    return kind in kinds


def plural_class_after(words: list[str]) -> frozenset[str]:
    """Return the kinds of a plural class word that ends a list: "A and B provinces"."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        kinds = PLURAL_AFTER.get(tuple(words[:size]))
        if kinds:
            return kinds
    return frozenset()


def class_before(words: list[str]) -> tuple[frozenset[str], bool]:
    """Return the kinds of a class word that ends `words`, and whether it was a plural.

    "the town of" X, "the provinces of" X and Y, "Mount" X; no kinds when there is none.
    """
    if not words:
        return frozenset(), False
    if words[-1] == "of":
        return _class_at_end(words[:-1])
    # "Mount Sinjar"; and "the city Idlib", without "of".
    if words[-1] in {"city", "town", "village"}:
        return SETTLEMENT, False
    return BEFORE.get((words[-1],), frozenset()), False


def _class_at_end(words: list[str]) -> tuple[frozenset[str], bool]:
    # "the port of Tobruk" is the town.
    sizes = range(0 if words[-1:] and words[-1] in _PORTS else min(LONGEST, len(words)), 0, -1)
    for size in sizes:
        phrase = tuple(words[-size:])
        if phrase in AFTER:
            return AFTER[phrase], False
        if phrase in PLURAL_AFTER:
            return PLURAL_AFTER[phrase], True
    return frozenset(), False
