"""Places that a statement leaves out: "lost all the province but A", "hold nothing except A"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from components.claims.lexicon import Frame
from components.claims.match import Found
from components.claims.members import names_from, past_but
from components.claims.sentence import Sentence
from components.claims.targets import targets_of

_ALL = frozenset({"all", "every", "everything", "whole", "entire", "everywhere", "each"})
_KEPT = Frame(id="all-but", kind="held")
# How far behind the "all" the exception may be told.
_REACH = 14


def without_excepted(found: Iterable[Found], sentence: Sentence) -> Iterator[Found]:
    """Yield statements without the places they leave out; who lost all else still holds those."""
    names = _excepted(sentence)
    spared = {name.i for name in names}
    for one in found:
        targets = tuple(t for t in one.targets if t.token.i not in spared)
        if targets:
            yield replace(one, targets=targets)
        losers = one.parties.get("losing", [])
        if names and one.kind == "lost" and losers and one.trigger.i < names[0].i:
            kept = tuple(t for n in names for t in targets_of(n, sentence) if not t.reason)
            if kept:
                yield Found(_KEPT, "held", one.trigger, kept, {"holding": losers})


def _excepted(sentence: Sentence) -> list[Token]:
    doc = sentence.doc
    whole = next((t.i for t in doc if t.lower_ in _ALL), None)
    if whole is None:
        return []
    for i in range(whole + 1, min(len(doc), whole + _REACH)):
        start = past_but(i, sentence)
        if start is not None:
            return names_from(start, sentence)
    return []
