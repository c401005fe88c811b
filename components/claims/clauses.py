"""Who does what to what in a clause, whatever its voice."""

from dataclasses import dataclass, field

from spacy.tokens import Token

from components.claims.subjects import RELATIVE, antecedents, subjects_of
from components.claims.syntax import NOMINAL, child, conjuncts, objects_of, prepositions

# Verbs of which a noun behind them says what the subject is.
_LINKING = frozenset({"be", "become", "remain", "seem", "stay", "prove", "appear"})


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
    if any(o.lower_ in RELATIVE for o in objects):
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
        leads = verb.head.pos_ in NOMINAL and own and not list(prepositions(verb))
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
    if len(own) < 2 or own[0].lower_ not in RELATIVE or child(verb, "dobj"):
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
    return any(c.lower_ in RELATIVE for c in child(verb, "nsubj", "nsubjpass"))
