"""Whether a noun means a part of a place, or the seat of a district."""

from spacy.tokens import Token

from components.claims.phrases import colon_names, is_definite, left_names, right_names
from components.claims.sentence import Sentence
from components.claims.syntax import governed

DISTRICTS = frozenset({"district", "woreda", "county"})
_DIVISIONS = frozenset(
    {"districts", "areas", "parts", "towns", "villages", "neighbourhoods", "neighborhoods"}
)
# "All other parts of A" are not all of them.
_SOME = frozenset({"other", "remaining", "these", "those", "but"})
_CROSSINGS = frozenset({"crossing", "checkpoint", "gate"})
_QUARTERS = frozenset({"district", "quarter", "neighbourhood", "neighborhood", "suburb"})


# "The diamond centre of A" is A itself, what its centre is not.
_TRADES = frozenset(
    {
        *("diamond", "gold", "oil", "coal", "copper", "mining", "trade", "trading", "market"),
        *("cotton", "cocoa", "timber", "smuggling", "railway", "rail", "transport", "industrial"),
    }
)


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
    if is_seat(token) or _is_of_trade(token):
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


def all_of(token: Token, sentence: Sentence) -> list[Token]:
    """Return A of "all the districts of A" and "the Turkish side of the A crossing".

    Who holds all parts holds the whole, and whose side of a crossing is told the crossing.
    """
    if token.lower_ == "side":
        return [o for o in governed(token, "of") if _is_crossing(o, sentence)]
    every = any(c.lower_ == "all" and c.dep_ in {"det", "predet", "amod"} for c in token.children)
    some = any(c.lower_ in _SOME or c.dep_ in {"relcl", "acl"} for c in token.children)
    if not every or some or token.lower_ not in _DIVISIONS:
        return []
    return [o for p in ("of", "in") for o in governed(token, p) if _is_wide(o, sentence)]


def _is_crossing(token: Token, sentence: Sentence) -> bool:
    shown = sentence.words_at(*sentence.span(token, token)).casefold()
    return token.lower_ in _CROSSINGS or shown.split()[-1:] == ["crossing"]


def _is_wide(token: Token, sentence: Sentence) -> bool:
    """Return whether a word is a land or a town, not the land where another lies."""
    plain = not any(c.lower_ in sentence.lexicon.words("directions") for c in token.children)
    place = sentence.place(token) is not None
    named = any(sentence.place(c) for c in token.children)
    return plain and (place or (sentence.is_(token, "containers") and named))


def is_bare_centre(token: Token) -> bool:
    """Return whether "the city centre" is all that is said: a part of a city not named there."""
    left = [c.lower_ for c in token.children if c.dep_ == "compound"]
    middle = token.lower_ in {"centre", "center"} and left[-1:] in (["city"], ["town"])
    return middle and len(list(token.subtree)) <= len(left) + 2


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
    if named and _is_of_trade(token):
        return True
    return named and any(c.lower_ in DISTRICTS for c in token.children if c.dep_ == "compound")


def _is_of_trade(token: Token) -> bool:
    """Return whether "the diamond centre" is said, which is a town and no part of one."""
    return token.lower_ in {"centre", "center", "hub"} and any(
        c.lower_ in _TRADES for c in token.children if c.dep_ in {"compound", "amod"}
    )
