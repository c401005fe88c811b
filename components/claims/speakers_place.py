"""The place of those who speak, where a clause leaves its own unsaid: "residents of A said"."""

from itertools import pairwise

from spacy.tokens import Token

from components.claims.sentence import Sentence, Target
from components.claims.syntax import child, climb, conjuncts, governed
from components.claims.targets import targets_of

_THERE = ("of", "in", "from", "at")


def place_of_speaker(trigger: Token, sentence: Sentence) -> Target | None:
    """Return the place that those who tell of something live in or were reached in.

    Only who can see it counts: a minister in the capital speaks of what happened elsewhere.

    Args:
        trigger: The word that says what happened.
        sentence: The sentence.
    """
    for below, verb in pairwise(climb(trigger)):
        if below.dep_ not in {"ccomp", "parataxis", "advcl"} or not sentence.is_(verb, "say"):
            continue
        for speaker in (k for c in child(verb, "nsubj") for k in conjuncts(c)):
            # "Musa, a trader in A, said".
            for noun in (speaker, *child(speaker, "appos")):
                if not sentence.is_(noun, "locals"):
                    continue
                found = [
                    t
                    for p in _THERE
                    for o in governed(noun, p)
                    for t in targets_of(o, sentence)
                    if t.entity and not t.entity.container and not t.reason
                ]
                if found:
                    return found[0]
    return None
