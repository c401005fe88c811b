"""Places named in brackets behind the noun that stands for them: "two districts in X (A and B)"."""

import re

from spacy.tokens import Token

from components.claims.sentence import Sentence, Target

# What may stand between the noun and its brackets: where the places lie.
_LEAD = re.compile(r"(?:\s+(?:in|of|of the|in the)\s+[^,;.()]{1,40})?\s*\((?:the\s+)?")
_JOINT = re.compile(r"\s*(?:,?\s*(?:and\b|&)|,)\s*(?:the\s+)?")
_END = re.compile(r"\s*(?:districts|villages|towns|areas)?\s*\)")


def enclosed_names(token: Token, sentence: Sentence) -> list[Target]:
    """Return A and B of "the districts in X (A and B)"; one name alone says where they lie.

    Args:
        token: Head of the noun phrase, a plural.
        sentence: The sentence; the parser never saw its brackets.
    """
    dropped = sorted(sentence.masked.dropped, key=lambda e: e.start)
    if len(dropped) < 2 or token.tag_ not in {"NNS", "NNPS"}:
        return []
    text, at = sentence.article, sentence.span(token, token)[1]
    lead = _LEAD.match(text, at)
    if lead is None:
        return []
    found: list[Target] = []
    at = lead.end()
    for entity in dropped:
        if entity.start < at:
            continue
        joint = _JOINT.match(text, at) if found else None
        if entity.start != (joint.end() if joint else at) or entity.container:
            return []
        if entity.kind not in {"place", "name"}:
            return []
        known = entity if entity.kind == "place" else None
        found.append(Target(token, entity.start, entity.end, known))
        at = entity.end
        if _END.match(text, at):
            return found if len(found) > 1 else []
    return []
