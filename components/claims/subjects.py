"""Who does what a verb says: its own subject, or the one that the clause above lends it."""

from spacy.tokens import Token

from components.claims.syntax import (
    NOMINAL,
    REACH,
    child,
    conjuncts,
    governed,
    takes_effort,
)

RELATIVE = frozenset({"which", "that", "who", "whom", "where"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# Verbs whose object does what the infinitive says: "forced them to leave".
_OBJECT_CONTROL = frozenset(
    {
        *("force", "compel", "oblige", "allow", "let", "order", "permit", "enable", "help"),
        *("urge", "ask", "tell", "cause", "prompt", "lead", "press", "pressure", "make", "see"),
        *("call", "instruct", "get", "leave", "encourage", "persuade", "demand", "want"),
        "drive",
    }
)
_FOILING = frozenset(
    {
        *("foil", "thwart", "repel", "repulse", "prevent", "stop", "halt", "block", "defeat"),
        *("frustrate", "rebuff", "counter", "resist", "beat"),
    }
)


def antecedents(verb: Token) -> list[Token]:
    """Return what "which" or "who" under a verb stands for."""
    at = verb
    for _ in range(REACH):
        if at.dep_ in {"relcl", "acl"}:
            head = _meant(at.head)
            return conjuncts(head) if head.tag_ == "NNS" else [head]
        if at.head.i == at.i:
            break
        at = at.head
    return _before_which(verb)


def _before_which(verb: Token) -> list[Token]:
    """Return A and B of "to A and to B, which remain", where the parser makes no relative of it."""
    link = next((c for c in verb.children if c.lower_ == "which" and c.i < verb.i), None)
    if link is None or link.i < 2 or link.nbor(-1).text != ",":
        return []
    name = link.nbor(-2)
    if name.pos_ not in {"NOUN", "PROPN"}:
        return []
    first = name
    several = verb.tag_ == "VBP" or any(c.lower_ in {"are", "were", "have"} for c in verb.children)
    for _ in range(REACH):
        above = first.head
        joined = first.dep_ == "pobj" and above.dep_ == "conj" and above.lower_ == above.head.lower_
        if several and first.dep_ == "conj" and above.pos_ in {"NOUN", "PROPN"}:
            first = above
        elif several and joined:
            first = next((c for c in child(above.head, "pobj")), first)
            return [*conjuncts(first), *conjuncts(name)]
        else:
            break
    return conjuncts(first)


def _real_subject(token: Token) -> list[Token]:
    """Return A of "A supported by B took", where the parser made "supported" the subject."""
    inner = child(token, "nsubj", "nsubjpass") if token.pos_ == "VERB" else []
    return inner or [token]


def _meant(noun: Token) -> Token:
    """Return what a relative clause is about: A in "A, the capital of B, which"."""
    at = noun
    for _ in range(4):
        if at.dep_ == "appos" and at.lower_ in {"capital", "seat"}:
            return at.head
        if at.dep_ not in {"pobj", "prep", "compound"} and at.dep_ != "nmod":
            break
        at = at.head
    return noun


def subjects_of(verb: Token) -> list[Token]:
    """Return the subject of a verb, climbing to the clause that lends it one."""
    at = verb
    for _ in range(REACH):
        own = [s for c in at.children if c.dep_ in _SUBJECTS for s in conjuncts(c)]
        # "rebels did, however, manage to take A": the parser hangs the subject on "did".
        own = own or [s for c in child(at, "aux") for k in child(c, "nsubj") for s in conjuncts(k)]
        own = own or _inverted(at) or (_stolen(at) if at.i == verb.i else [])
        if own:
            if own[0].lower_ in RELATIVE:
                return antecedents(at) or own
            return [s for o in own for s in _real_subject(o)]
        above = at.head
        if above.i == at.i:
            return []
        if at.dep_ in {"acl", "relcl"} and above.pos_ in NOMINAL:
            return _subjects_by_noun(at, above)
        controlled = _controlled(at, above)
        if controlled:
            return controlled
        at = above
    return []


def _stolen(verb: Token) -> list[Token]:
    """Return a subject that the parser joined to the clause before it.

    In "B left A and C moved in" it may hang C on A; but no "and" parts C from its verb.
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} or verb.dep_ not in {"conj", "advcl", "ccomp"}:
        return []
    ahead = [c.i for c in verb.children if c.i < verb.i and c.dep_ in {"aux", "advmod", "neg"}]
    before = min([verb.i, *ahead]) - 1
    if before < 1:
        return []
    noun = verb.doc[before]
    if noun.dep_ == "conj" and noun.pos_ in {"NOUN", "PROPN"} and noun.head.i < noun.i < verb.i:
        return [noun] if noun.left_edge.i > 0 and noun.head.i != verb.i else []
    return []


def _controlled(verb: Token, above: Token) -> list[Token]:
    """Return whom an infinitive is about: B of "A forced B to leave"."""
    if not any(c.lower_ == "to" for c in child(verb, "aux")):
        return []
    if takes_effort(above):
        return child(above, "dative")[:1] or child(above, "dobj")[:1]
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and above.lemma_.lower() in _OBJECT_CONTROL:
        told = [o for c in child(above, "dobj", "nsubjpass") for o in conjuncts(c)]
        return told or governed(above, "on")
    return []


def _inverted(verb: Token) -> list[Token]:
    """Return a subject that follows its verb: A of "still in rebel hands are A and B"."""
    if verb.lemma_ not in {"be", "remain", "lie", "stand", "stay"}:
        return []
    ahead = any(c.dep_ == "prep" and c.i < verb.i for c in verb.children)
    behind = [c for c in child(verb, "attr", "dobj", "acomp") if c.i > verb.i]
    return [s for c in behind for s in conjuncts(c) if c.pos_ in NOMINAL] if ahead else []


def _subjects_by_noun(verb: Token, noun: Token) -> list[Token]:
    """Return who does the verb that hangs on a noun: "bid by X to take", "troops holding"."""
    infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    if not infinitive:
        return [noun]
    owner = [o for c in child(noun, "poss") for o in conjuncts(c)] + governed(noun, "by")
    if owner:
        return owner
    above = noun.head
    if above.lemma_.lower() in _FOILING and noun.dep_ in {"dobj", "nsubjpass"}:
        # Who foils an attempt did not make it.
        return []
    if above.i != noun.i and above.pos_ in {"VERB", "AUX"}:
        return subjects_of(above)
    if noun.dep_ == "pobj" and above.head.pos_ in {"VERB", "AUX"}:
        return subjects_of(above.head)
    return []
