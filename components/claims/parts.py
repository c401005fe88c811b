"""Whether a noun means a part of a place, or the seat of a district."""

from spacy.tokens import Token

from components.claims.phrases import colon_names, is_definite, left_names, right_names
from components.claims.sentence import Sentence
from components.claims.syntax import governed

DISTRICTS = frozenset({"district", "woreda", "county"})
_QUARTERS = frozenset({"district", "quarter", "neighbourhood", "neighborhood", "suburb"})


def is_part(token: Token, sentence: Sentence) -> bool:  # noqa: PLR0911 (one return for each rule)
    """Return whether a noun means only a part of the place under it."""
    if token.lower_ in _QUARTERS and any(c.lower_ in {"a", "an", "one"} for c in token.children):
        # "a district of A"
        return bool(governed(token, "of"))
    if not sentence.is_(token, "parts"):
        return False
    if token.lower_ == "districts" and len(governed(token, "of")) > 1:
        return False
    if token.lower_ in {"centre", "center"} and any(
        c.lower_ in sentence.lexicon.words("seats") for c in token.children if c.dep_ == "compound"
    ):
        return False
    if is_seat(token):
        return False
    if sentence.is_(token, "settlements") or sentence.is_(token, "sites"):
        named = left_names(token, sentence) or right_names(token, sentence)
        plural = token.tag_ in {"NNS", "NNPS"} or token.lower_ in {"centre", "center"}
        if plural and is_definite(token, sentence):
            return False
        near = any(governed(token, p) for p in ("of", "in", "around", "near"))
        if plural:
            return not (left_names(token, sentence) or colon_names(token, sentence))
        return near and not named
    return True


def is_seat(token: Token) -> bool:
    """Return whether "the centre of A district" is meant: its chief town."""
    if token.lower_ not in {"centre", "center"}:
        return False
    return any(o.lower_ in DISTRICTS for o in governed(token, "of"))


def is_seat_of(token: Token, sentence: Sentence) -> bool:
    """Return whether "the district centre of A" is meant: the town of A."""
    if token.lower_ not in {"centre", "center", "headquarters"}:
        return False
    named = any(sentence.place(o) or o.pos_ == "PROPN" for o in governed(token, "of"))
    return named and any(c.lower_ in DISTRICTS for c in token.children if c.dep_ == "compound")
