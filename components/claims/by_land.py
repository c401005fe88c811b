"""Places listed by the land they lie in: "A and B villages in X, C and D villages of Y"."""

from spacy.tokens import Token

from components.claims.sentence import Sentence

_JOINTS = frozenset({",", ";", "and", "&", "the", "also", "as", "well"})
_WITHIN = frozenset({"in", "of"})
# How many words of a land may stand before its name: "in the northern A".
_AHEAD = 3


def listed_by_land(verb: Token, sentence: Sentence) -> list[Token]:
    """Return A, B, C and D of "took A and B villages in X, C and D villages of Y".

    The parser makes one heap of such a list, lands and villages alike.

    Args:
        verb: What happened to them; the list begins right behind it.
        sentence: The sentence.

    Returns:
        The names of the villages; none unless two lands at least are told.
    """
    doc = sentence.doc
    found: list[Token] = []
    group: list[Token] = []
    lands = named = 0
    i = verb.i + 1
    while i < len(doc):
        t = doc[i]
        after = t.i - 1
        if _is_named(t, sentence):
            group.append(t)
            i += 1
        elif t.lower_ in _JOINTS and not (t.lower_ == "the" and group and after == group[-1].i):
            i += 1
        elif group and after == group[-1].i and _closes(t, sentence):
            described = sentence.is_(t, "settlements")
            land = _land_after(i + described, sentence)
            if land is None:
                break
            found, group = found + group, []
            lands, named, i = lands + 1, named + described, land
        else:
            break
    return found if lands > 1 and named else []


def _is_named(token: Token, sentence: Sentence) -> bool:
    entity = sentence.entities.get(token.i)
    if entity is None:
        return False
    unknown = entity.kind == "name"
    if unknown and sentence.words_at(entity.start, entity.end).isupper():
        return False
    return unknown or (entity.kind == "place" and not entity.container)


def _closes(token: Token, sentence: Sentence) -> bool:
    return sentence.is_(token, "settlements") or token.lower_ in _WITHIN


def _land_after(i: int, sentence: Sentence) -> int | None:
    """Return what follows the land that "in" or "of" names here, None where none is named."""
    doc = sentence.doc
    if i >= len(doc) or doc[i].lower_ not in _WITHIN:
        return None
    for j in range(i + 1, min(len(doc), i + 2 + _AHEAD)):
        if j in sentence.entities:
            rest = (k for k in range(j + 1, len(doc)) if not sentence.is_(doc[k], "containers"))
            return next(rest, len(doc))
    return None
