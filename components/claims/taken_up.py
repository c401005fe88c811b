"""What "it" takes up in its own sentence: what the clause before is about, not where that lies."""

from spacy.tokens import Token

from components.claims.sentence import Sentence
from components.claims.syntax import child, conjuncts, governed

_STEPS = 4
_LYING = frozenset({"in", "of", "near", "at", "on", "outside"})
_BESIDE = frozenset({"near", "outside"})


def taken_up(pronoun: Token, sentence: Sentence) -> Token | None:
    """Return A of "A in B was taken by C, but D regained it"; None where no other name tempts.

    Args:
        pronoun: "It".
        sentence: The sentence it stands in.
    """
    for above in list(pronoun.head.ancestors)[:_STEPS]:
        if above.pos_ not in {"VERB", "AUX"} or above.i > pronoun.i:
            continue
        for noun in child(above, "nsubjpass", "dobj", "nsubj"):
            if noun.i > above.i > pronoun.i or noun.i > pronoun.i or len(conjuncts(noun)) > 1:
                continue
            if _lies_in_last(noun, pronoun, sentence):
                return noun
    return None


def _lies_in_last(noun: Token, pronoun: Token, sentence: Sentence) -> bool:
    """Return whether the last place before a pronoun only says where a noun's place lies."""
    named = [t for t in sentence.doc[: pronoun.i] if sentence.place(t)]
    if not named or not _names_place(noun, sentence):
        return False
    at = last = named[-1]
    while at.i not in {noun.i, at.head.i}:
        if at.dep_ == "pobj" and at.head.lower_ in _LYING and at.head.head.i == noun.i:
            # "The town of A" is A, "the town of A, near B" as well.
            return at.head.lower_ != "of" or at.i != last.i or bool(sentence.place(noun))
        if at.dep_ == "pobj" and at.head.lower_ in _BESIDE and at.head.head.i == noun.head.i:
            # "Overran A near B": the parser hangs "near" on the verb.
            return at.head.i > noun.i
        at = at.head
    return bool(last.i != noun.i and last.dep_ == "appos" and last.head.i == noun.i)


def _names_place(noun: Token, sentence: Sentence) -> bool:
    """Return whether a noun is a place or goes with its name: "A", "A district", "town of A"."""
    near = [*child(noun, "compound", "nmod"), *governed(noun, "of")]
    return sentence.place(noun) is not None or any(
        sentence.place(c) or (c.pos_ == "PROPN" and not sentence.actor(c)) for c in near
    )
