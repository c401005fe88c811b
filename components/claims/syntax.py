"""Steps over a dependency tree: what is joined, what hangs on a word, what a preposition governs.

Every walk is bounded: on real text a parser's tree has been seen to defeat loops that trust it.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

# Tags of verbs that can be a clause's own: "took", "takes", "will".
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
REACH = 12
_ENDS = frozenset({"before", "until", "till"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
_PREPOSITION_DEPS = frozenset({"prep", "agent", "dative", "prt", "advmod", "quantmod"})
_PREPOSITION_CLASSES = frozenset({"ADP", "ADV", "SCONJ", "PART", "VERB"})
_NAME_PARTS = frozenset({"appos", "prep", "pobj", "conj", "compound", "nmod", "poss"})


def conjuncts(token: Token) -> list[Token]:
    """Return a token and those coordinated with it, in order."""
    found = [token]
    for member in found:
        if len(found) > REACH * 3:
            break
        found += [
            c
            for c in member.children
            if c.dep_ == "conj" and c.pos_ in NOMINAL and c.i > member.i and c not in found
        ]
    return found


def child(token: Token, *deps: str) -> list[Token]:
    """Return the children of a token that hang on it by one of these relations."""
    return [c for c in token.children if c.dep_ in deps]


def objects_of(prep: Token) -> list[Token]:
    """Return what a preposition governs, coordinated ones too."""
    found: list[Token] = []
    for c in prep.children:
        if c.dep_ in {"pobj", "pcomp"} and c.pos_ in NOMINAL:
            found += conjuncts(c)
        elif c.dep_ == "conj" and c.lower_ == prep.lower_ and c.i > prep.i:
            # "of A and of B"
            found += [o for o in objects_of(c) if o not in found]
    return found or _shared_object(prep)


def _shared_object(prep: Token) -> list[Token]:
    """Return A of "withdrew from and later returned to A" and "left and then retook A"."""
    verb, after = prep.head, prep.i + 1
    bare = not any(prep.children) and verb.pos_ == "VERB" and prep.dep_ == "prep"
    if not bare or after >= len(prep.doc) or prep.doc[after].lower_ not in {"and", "or", "but"}:
        return []
    for other in child(verb, "conj"):
        for c in other.children:
            if c.i < prep.i:
                continue
            if c.dep_ == "dobj":
                return conjuncts(c)
            if c.dep_ == "prep" and any(c.children):
                return objects_of(c)
    return []


def prepositions(token: Token) -> Iterator[Token]:
    """Yield the prepositions that hang on a token, "out" of "out of X" included."""
    for c in token.children:
        if c.dep_ in _PREPOSITION_DEPS and c.pos_ in _PREPOSITION_CLASSES:
            yield c


def governed(token: Token, name: str) -> list[Token]:
    """Return what stands under a preposition that hangs on a token.

    "out" also finds "out of X"; "to" also finds a dative.
    """
    found: list[Token] = []
    for prep in prepositions(token):
        word = prep.lower_
        if word == name or (name == "into" and word == "onto"):
            found += objects_of(prep)
            for nested in child(prep, "prep"):
                if (
                    (name == "out" and nested.lower_ in {"of", "from"})
                    or name == nested.lower_
                    or (nested.lower_ in {"of", "to", "from"} and name in {"near", "outside"})
                ):
                    found += objects_of(nested)
        elif word in {"out", "back", "away", "down", "over", "up", "off"} and word != name:
            for nested in child(prep, "prep"):
                # "Out of A" is from A; "out towards A" is not.
                leaves = name == "from" and word == "out" and nested.lower_ == "of"
                if nested.lower_ == name or leaves:
                    found += objects_of(nested)
    if name == "out" and any(p.lower_ in {"out", "away"} for p in prepositions(token)):
        found += governed_plain(token, "of")
    return found


def governed_plain(token: Token, name: str) -> list[Token]:
    """Return what stands under a preposition that hangs on a token, nothing nested."""
    return [o for prep in prepositions(token) if prep.lower_ == name for o in objects_of(prep)]


def governed_below(token: Token, name: str) -> list[Token]:
    """Return what stands under a preposition anywhere in a noun phrase, clauses left out."""
    found = governed(token, name)
    queue = [token]
    for step, at in enumerate(queue):
        if step > REACH * 3:
            break
        for c in at.children:
            if c.dep_ in _NAME_PARTS and c.pos_ not in {"VERB", "AUX"}:
                queue.append(c)
                if c is not token and c.pos_ != "ADP":
                    found += [g for g in governed(c, name) if g not in found]
    return found


def takes_effort(verb: Token) -> bool:
    """Return whether a verb is that of "it took the army a year to capture A"."""
    return verb.lemma_ == "take" and any(c.lower_ == "it" for c in child(verb, "nsubj"))


def climb(token: Token) -> Iterator[Token]:
    """Yield a token and what it hangs on, up to the root, at most as many as the sentence has."""
    at = token
    for _ in range(len(token.doc)):
        yield at
        if at.head.i == at.i:
            return
        at = at.head


def has_word(tokens: Iterable[Token], words: frozenset[str]) -> bool:
    """Return whether one of the words is among the tokens, by form or base form."""
    return any(t.lower_ in words or t.lemma_.lower() in words for t in tokens)


def lasts_until(token: Token, verb: Token) -> bool:
    """Return whether a word stands in what a verb is said to have lasted until."""
    ends = False
    for at in climb(token):
        if at.i == verb.i:
            return ends
        marked = at.dep_ == "advcl" and any(
            c.lower_ in _ENDS and c.dep_ == "mark" for c in at.children
        )
        ends = ends or marked or (at.dep_ == "prep" and at.lower_ in _ENDS)
    return False
