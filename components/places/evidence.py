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
    demonyms: Counter[str], named: Counter[str], settled: Sequence[str]
) -> CountryEvidence:
    """Weigh countries by demonyms, by their own names, and by places whose country is clear."""
    weight: dict[str, float] = defaultdict(float)
    for code, n in demonyms.items():
        weight[code] += _WEIGHT_DEMONYM * min(n, _MOST_COUNTED)
    for code, n in named.items():
        weight[code] += _WEIGHT_NAME * min(n, _MOST_COUNTED)
    for code in settled:
        weight[code] += 1.0
    most = max(weight.values(), default=0.0)
    # A single hint is not a theatre: it counts for what it is.
    scale = max(most, 2.0)
    share = {code: value / scale for code, value in weight.items() if code}
    return CountryEvidence(share, {code: demonyms[code] + named[code] for code in weight})
