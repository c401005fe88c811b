"""Which sentences may speak of control, before any is parsed."""

import re
from collections.abc import Sequence

from components.claims.lexicon import Cues
from components.claims.mask import Entity

# A longer "sentence" is a table or a list without stops.
_MAX_LENGTH = 2500
_PLACE_WORD = re.compile(
    r"\w\s+[A-Z]|\b(?:towns?|cit(?:y|ies)|villages?|areas?|bases?|airports?|posts?|ports?|it|places?|camps?|quarters?|districts?|capital|crossings?|strongholds?)\b|\bIt\b"
)
# What may be said of a place that only the sentence before names.
_UNSAID = re.compile(
    r"\b(?:(?:took|taking|seized|gained|assumed) (?:\w+ )?control|took over"
    r"|(?:handed|ceded|yielded|surrendered|relinquished|left) control"
    r"|taking over|vacated|withdr[ae]w\w*|pull(?:ed|ing) (?:out|back)|retreat(?:ed|ing)"
    r"|fled|left|moved in|surrendered|fell back"
    r"|(?:drove|driven|pushed|forced|chased|flushed|kicked|threw|thrown) (?:\w+ ){1,3}out"
    r"|(?:was|were|been) (?:\w+ )?(?:(?:driven|pushed|forced|chased|flushed|thrown) out"
    r"|ousted|ejected|expelled|dislodged|evicted|routed|uprooted)"
    r"|(?:attack|assault|offensive|advance|raid)s? (?:was|were|had been|has been|have been)"
    r" (?:\w+ )?(?:repelled|repulsed|beaten|foiled|thwarted|rebuffed|defeated))\b"
)


def is_candidate(cue: Cues, text: str, entities: Sequence[Entity]) -> bool:
    """Return whether a sentence may say who holds, takes or loses a place.

    Args:
        cue: Matches words that tell of a change.
        text: The sentence.
        entities: The names in it.
    """
    if len(text) > _MAX_LENGTH or not cue.search(text):
        return False
    named = any(e.kind != "source" for e in entities)
    return named or bool(_PLACE_WORD.search(text) or _UNSAID.search(text))
