"""Places that share a verb with the first one, however far off the parser hung them."""

from collections.abc import Iterator

from spacy.tokens import Token

from components.claims.sentence import Sentence
from components.claims.syntax import child, objects_of

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def along_with(verb: Token) -> Iterator[Token]:
    """Yield B of "A was taken, along with B"."""
    for c in verb.children:
        if c.lower_ in {"along", "together"}:
            for prep in child(c, "prep"):
                if prep.lower_ == "with":
                    yield from objects_of(prep)


def dated_in_turn(verb: Token, sentence: Sentence) -> Iterator[Token]:
    """Yield B of "took A on Friday, B on Saturday"."""
    doc = sentence.doc
    dated = False
    for i in range(verb.i + 1, len(doc) - 2):
        t = doc[i]
        if t.tag_ in _FINITE or t.text == ";":
            return
        dated = dated or _is_time(t, sentence)
        place = doc[i + 1]
        if (
            dated
            and t.text in {",", "and"}
            and sentence.place(place)
            and _has_date(place, sentence)
        ):
            yield place


def _has_date(place: Token, sentence: Sentence) -> bool:
    """Return whether a day follows a place before the next comma or verb."""
    for t in sentence.doc[place.i + 1 : place.i + 10]:
        if t.text in {",", ";", "."} or t.tag_ in _FINITE or t.dep_ == "aux":
            return False
        if _is_time(t, sentence):
            return place.dep_ not in {"nsubj", "nsubjpass"}
    return False


def _is_time(token: Token, sentence: Sentence) -> bool:
    words = sentence.lexicon
    return token.lower_ in words.words("calendar") or token.lower_ in words.words("times")
