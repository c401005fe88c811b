"""Several places told by number: "the two areas of A and B", "two areas of A, the towns of B"."""

from spacy.tokens import Token

from components.claims.sentence import Sentence, Target
from components.claims.syntax import child, governed

_NUMBER = {2: "two", 3: "three", 4: "four", 5: "five"}
# How many places a word before a plural tells of.
_NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}


def counted_of(token: Token, sentence: Sentence) -> list[Token]:
    """Return A and B of "the two areas of A and B": as many names as areas are those areas."""
    if token.lower_ not in {"areas", "localities", "districts", "positions"}:
        return []
    named = [o for o in governed(token, "of") if sentence.place(o)]
    told = any(c.lower_ == _NUMBER.get(len(named), "") for c in child(token, "nummod"))
    return named if told else []


def specified(token: Token, sentence: Sentence) -> Token | None:
    """Return the towns of "in two areas of A, the towns of B and C"."""
    plain = token.tag_ == "NNS" and (
        sentence.is_(token, "area") or token.lower_ in {"districts", "points", "directions"}
    )
    if not plain:
        return None
    doc = sentence.doc
    for i in range(token.i + 1, min(len(doc) - 3, token.i + 8)):
        if doc[i].pos_ in {"VERB", "AUX"}:
            return None
        towns = doc[i + 2]
        told = doc[i].text == "," and doc[i + 1].lower_ == "the"
        if told and towns.tag_ == "NNS" and sentence.is_(towns, "settlements"):
            return towns if governed(towns, "of") else None
    return None


def number_of(target: Target) -> int:
    """Return how many places "both towns" or "the two places" means, 0 for one alone."""
    if not target.anaphor:
        return 0
    words = [target.token, *target.token.children]
    return next((_NUMBERS[t.lower_] for t in words if t.lower_ in _NUMBERS), 0)
