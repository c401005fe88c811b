"""Who does what in a clause, whatever its voice, read from a dependency tree.

Every walk is bounded: on real text a parser's tree has been seen to defeat loops that trust it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

# Tags of verbs that can be a clause's own: "took", "takes", "will".
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 12
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
# Verbs of which a noun behind them says what the subject is.
_LINKING = frozenset({"be", "become", "remain", "seem", "stay", "prove", "appear"})
_RELATIVE = frozenset({"which", "that", "who", "whom", "where"})
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
_PREPOSITION_DEPS = frozenset({"prep", "agent", "dative", "prt", "advmod", "quantmod"})
_PREPOSITION_CLASSES = frozenset({"ADP", "ADV", "SCONJ", "PART", "VERB"})
_NAME_PARTS = frozenset({"appos", "prep", "pobj", "conj", "compound", "nmod", "poss"})


def conjuncts(token: Token) -> list[Token]:
    """Return a token and those coordinated with it, in order."""
    found = [token]
    for member in found:
        if len(found) > _REACH * 3:
            break
        found += [
            c
            for c in member.children
            if c.dep_ == "conj" and c.pos_ in _NOMINAL and c.i > member.i and c not in found
        ]
    return found


def child(token: Token, *deps: str) -> list[Token]:
    """Return the children of a token that hang on it by one of these relations."""
    return [c for c in token.children if c.dep_ in deps]


def objects_of(prep: Token) -> list[Token]:
    """Return what a preposition governs, coordinated ones too."""
    found: list[Token] = []
    for c in prep.children:
        if c.dep_ in {"pobj", "pcomp"} and c.pos_ in _NOMINAL:
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
                if nested.lower_ == name or (name == "from" and word == "out"):
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
        if step > _REACH * 3:
            break
        for c in at.children:
            if c.dep_ in _NAME_PARTS and c.pos_ not in {"VERB", "AUX"}:
                queue.append(c)
                if c is not token and c.pos_ != "ADP":
                    found += [g for g in governed(c, name) if g not in found]
    return found


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its logical parts.

    Args:
        verb: The verb.
        agent: Who does it (subject of the active, "by" of the passive).
        object: What it is done to (object of the active, subject of the passive).
        passive: Whether the verb is in the passive.
        particles: Words that belong to the verb ("over", "back").
    """

    verb: Token
    agent: tuple[Token, ...]
    object: tuple[Token, ...]
    passive: bool
    particles: frozenset[str] = field(default_factory=frozenset)


def is_passive(verb: Token) -> bool:
    """Return whether a verb is in the passive, reduced relatives included."""
    deps = {c.dep_ for c in verb.children}
    if deps & {"nsubjpass", "auxpass"}:
        return True
    if "agent" in deps:
        # "captured A, hard by the border" is active all the same.
        return not {"nsubj", "dobj"} <= deps
    if verb.tag_ != "VBN" or any(c.dep_ in {"nsubj", "aux"} for c in verb.children):
        return False
    return _is_reduced(verb)


def _is_reduced(participle: Token) -> bool:
    """Return whether a past participle without an auxiliary is a passive one."""
    above, has_object = participle.head, any(child(participle, "dobj"))
    if participle.dep_ == "acl":
        return True
    if participle.dep_ == "advcl":
        # "Driven from A, B dug in": who dug in was driven.
        leads = participle.i == participle.left_edge.i and participle.i < above.i
        return leads and not has_object
    joined = participle.dep_ == "conj" and above.pos_ in {"VERB", "AUX"}
    return joined and is_passive(above) and not has_object and above.i < participle.i


def clause_of(verb: Token) -> Clause:
    """Return the logical parts of a verb."""
    passive = is_passive(verb)
    subjects, behind = subjects_of(verb), []
    if not passive:
        # "A and B recaptured C": the parser may make C a second subject.
        own = [t for t in subjects if t.i < verb.i]
        behind = [t for t in subjects if t.i > verb.i and t.dep_ != "conj" and t.head.i == verb.i]
        behind = [k for t in behind for k in conjuncts(t)] if own else []
        subjects = own if behind else subjects
    swapped = _relative_object(verb)
    if swapped and not passive:
        return Clause(verb, tuple(swapped), tuple(antecedents(verb)), False)
    objects = [o for c in child(verb, "dobj") for o in conjuncts(c)]
    if any(o.lower_ in _RELATIVE for o in objects):
        objects = antecedents(verb)
    if not objects and not passive:
        objects = behind or _predicated(verb) or _object_in_wrong_place(verb)
    by = [o for c in child(verb, "agent", "prep") if c.lower_ == "by" for o in objects_of(c)]
    particles = frozenset(c.lower_ for c in prepositions(verb))
    if passive:
        return Clause(verb, tuple(by), tuple(subjects or objects), True, particles)
    if verb.dep_ == "relcl" and not objects and not _own_subject_is_relative(verb):
        # "the town the rebels hold": the noun is the object.
        own = [s for c in child(verb, "nsubj") for s in conjuncts(c)]
        leads = verb.head.pos_ in _NOMINAL and own and not list(prepositions(verb))
        objects = [verb.head] if leads else []
    return Clause(verb, tuple(subjects), tuple(objects), False, particles)


def _predicated(verb: Token) -> list[Token]:
    """Return B village of "A recaptured B village", which the parser makes what A is."""
    if verb.tag_ != "VBD" or verb.pos_ != "VERB" or verb.lemma_.lower() in _LINKING:
        return []
    return [o for c in child(verb, "attr") if c.i > verb.i for o in conjuncts(c)]


def _relative_object(verb: Token) -> list[Token]:
    """Return the real subject where the parser made "which" a second one.

    "A, which Moscow says it captured": "which" is what was captured.
    """
    own = child(verb, "nsubj")
    if len(own) < 2 or own[0].lower_ not in _RELATIVE or child(verb, "dobj"):
        return []
    return own[1:]


def _object_in_wrong_place(verb: Token) -> list[Token]:
    """Return an object that the parser hung on the verb as a complement."""
    return [
        o
        for c in child(verb, "dative", "oprd", "attr", "npadvmod")
        if c.pos_ == "PROPN" and c.i > verb.i
        for o in conjuncts(c)
    ]


def _own_subject_is_relative(verb: Token) -> bool:
    return any(c.lower_ in _RELATIVE for c in child(verb, "nsubj", "nsubjpass"))


def antecedents(verb: Token) -> list[Token]:
    """Return what "which" or "who" under a verb stands for."""
    at = verb
    for _ in range(_REACH):
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
    for _ in range(_REACH):
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
    for _ in range(_REACH):
        own = [s for c in at.children if c.dep_ in _SUBJECTS for s in conjuncts(c)]
        # "rebels did, however, manage to take A": the parser hangs the subject on "did".
        own = own or [s for c in child(at, "aux") for k in child(c, "nsubj") for s in conjuncts(k)]
        own = own or _inverted(at) or (_stolen(at) if at.i == verb.i else [])
        if own:
            if own[0].lower_ in _RELATIVE:
                return antecedents(at) or own
            return [s for o in own for s in _real_subject(o)]
        above = at.head
        if above.i == at.i:
            return []
        if at.dep_ in {"acl", "relcl"} and above.pos_ in _NOMINAL:
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


def takes_effort(verb: Token) -> bool:
    """Return whether a verb is that of "it took the army a year to capture A"."""
    return verb.lemma_ == "take" and any(c.lower_ == "it" for c in child(verb, "nsubj"))


def _inverted(verb: Token) -> list[Token]:
    """Return a subject that follows its verb: A of "still in rebel hands are A and B"."""
    if verb.lemma_ not in {"be", "remain", "lie", "stand", "stay"}:
        return []
    ahead = any(c.dep_ == "prep" and c.i < verb.i for c in verb.children)
    behind = [c for c in child(verb, "attr", "dobj", "acomp") if c.i > verb.i]
    return [s for c in behind for s in conjuncts(c) if c.pos_ in _NOMINAL] if ahead else []


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
