"""Whether a sentence speaks of all of an area, and so of every place inside it."""

import re

from spacy.tokens import Token

from components.claims.sentence import Target
from components.claims.syntax import child

_ALL = frozenset({"all", "whole", "entire", "complete"})
_OF_ALL = frozenset({"all", "whole", "entirety", "totality"})
_FULLY = frozenset({"entirely", "completely", "fully", "wholly", "totally"})
_SHORT_OF = frozenset({"almost", "nearly", "virtually", "practically", "not", "n't", "hardly"})
# "All of A except B": then not every place in it is meant.
_EXCEPT = re.compile(
    r"\b(?:except|apart from|but for|save for|other than|bar|barring|aside from|excluding)\b",
    re.IGNORECASE,
)
_STEPS = 5


def is_whole(target: Target, trigger: Token, words: str) -> bool:
    """Return whether all of the area that a target names is meant.

    Args:
        target: The area.
        trigger: The word that says what happened to it.
        words: The sentence as written.
    """
    if target.anaphor or target.reason or _EXCEPT.search(words):
        return False
    told = _told_of_all(target, trigger)
    return told is not None and not _is_short_of(told)


def is_nearly_whole(target: Target, trigger: Token) -> bool:
    """Return whether less than all of a place is meant: "almost the entire city"."""
    told = _told_of_all(target, trigger)
    return told is not None and _is_short_of(told)


def is_partial(trigger: Token) -> bool:
    """Return whether a place is said to be held or taken in part: "partly controlled by B"."""
    if any(c.lower_ in {"partly", "partially"} for c in child(trigger, "advmod")):
        return True
    inside = (p for p in child(trigger, "prep") if p.lower_ == "in")
    return any(
        o.lower_ == "part" and not any(True for _ in o.children)
        for p in inside
        for o in child(p, "pobj")
    )


def _told_of_all(target: Target, trigger: Token) -> Token | None:
    return _said_of_name(target.token) or _said_of_state(target.token, trigger)


def _said_of_name(token: Token) -> Token | None:
    """Return the "all" of "all of A province", "the whole province of A", "A in its entirety"."""
    at = token
    for _ in range(_STEPS):
        near = [*child(at, "amod", "det", "predet"), *child(at, "advmod")]
        told = next((c for c in near if c.lower_ in _ALL and c.i < token.i), None)
        own = at if at.lower_ in _OF_ALL else None
        after = [o for p in child(at, "prep") if p.lower_ == "in" for o in child(p, "pobj")]
        told = told or own or next((o for o in after if o.lower_ == "entirety"), None)
        if told is not None:
            return told
        if at.dep_ not in {"pobj", "prep", "compound", "nmod", "amod", "appos", "poss"}:
            return None
        if at.dep_ == "prep" and at.lower_ != "of":
            return None
        at = at.head
    return None


def _said_of_state(token: Token, trigger: Token) -> Token | None:
    """Return the "entirely" of "A is entirely under the control of B"."""
    for at in (trigger, *trigger.children, trigger.head):
        if at.pos_ not in {"VERB", "AUX", "ADP", "NOUN"}:
            continue
        for c in at.children:
            if c.lower_ in _FULLY and c.dep_ == "advmod" and abs(c.i - token.i) <= 2 * _STEPS:
                return c
    return None


def _is_short_of(word: Token) -> bool:
    # "Almost the entire": an article may stand between.
    before = [t for t in word.doc[max(0, word.i - 2) : word.i] if t.dep_ in {"det", "advmod"}]
    near = [*word.children, *before]
    return any(c.lower_ in _SHORT_OF for c in near)
