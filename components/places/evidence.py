"""What a whole text says about where it plays out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from components.places.keys import light_key
from components.places.lexicon import load_lexicon
from components.places.words import words_of

_MOST_COUNTED = 6
_WEIGHT_DEMONYM = 1.0
_WEIGHT_NAME = 1.5
_WEIGHT_GIVEN = 0.8
_WEIGHT_PLACE = 1.5
_BARE_NAME = 0.4
_LEAST_THEATRE = 2.0


@dataclass(frozen=True, slots=True)
class CountryEvidence:
    """How much of a text speaks for each country, 1 for the one with most.

    Args:
        share: ISO code to weight, 0 to 1.
        times: ISO code to how often the text names the country or its people.
    """

    share: Mapping[str, float]
    times: Mapping[str, int]


def count_demonyms(text: str) -> Counter[str]:
    """Count the words of a text that name a country's people: "Syrian", "South Sudanese"."""
    demonyms = load_lexicon().demonyms
    counts: Counter[str] = Counter()
    words = words_of(text)
    taken = -1
    for i, word in enumerate(words):
        if not word.is_capital or i == taken:
            continue
        pair = f"{word.text} {words[i + 1].text}" if i + 1 < len(words) else ""
        codes = demonyms.get(light_key(pair), ())
        if codes:
            taken = i + 1
        else:
            codes = demonyms.get(light_key(word.text), ())
        for code in codes:
            counts[code] += 1
    return counts


def weigh_countries(
    demonyms: Counter[str],
    named: Counter[str],
    settled: Sequence[str],
    given: Mapping[str, float],
) -> CountryEvidence:
    """Weigh countries by demonyms, own names, places whose country is clear, and parties.

    A power that a text names without naming a place in it ("American jets") is no theatre: its
    name counts for little as soon as the text names places elsewhere.
    """
    placed = Counter(settled)
    weight: dict[str, float] = defaultdict(float)
    for code in {*demonyms, *named, *placed, *given}:
        words = _WEIGHT_DEMONYM * min(demonyms[code], _MOST_COUNTED)
        words += _WEIGHT_NAME * min(named[code], _MOST_COUNTED)
        words += _WEIGHT_GIVEN * given.get(code, 0.0)
        is_bare_name = bool(placed) and not placed[code]
        weight[code] = words * (_BARE_NAME if is_bare_name else 1.0)
        weight[code] += _WEIGHT_PLACE * placed[code]
    most = max(weight.values(), default=0.0)
    # A single hint is not a theatre: it counts for what it is.
    scale = max(most, _LEAST_THEATRE)
    share = {code: value / scale for code, value in weight.items() if code}
    return CountryEvidence(share, {code: demonyms[code] + named[code] for code in weight})
