"""What an infinitive, and a verb that shares one, says of whether something happened."""

from spacy.tokens import Token

from components.claims.lexicon import Lexicon
from components.claims.modality import (
    ASSERTED,
    CONDITIONS,
    Status,
    attempted,
    denied,
    hypothetical,
    modal_of,
    negation_of,
    own_status,
    planned,
)
from components.claims.syntax import child, takes_effort

_WAYS = frozenset({"way", "route", "path", "road", "course", "march", "track"})
_ARRIVING = frozenset({"arrive", "reach", "return", "enter", "come", "go", "get", "move", "wake"})
_RANKS = frozenset({"first", "second", "third", "fourth", "last", "latest", "only", "final"})
_LEADING_UP = frozenset({"use", "defeat", "overcome", "overpower", "overwhelm", "rout", "crush"})
_DONE = frozenset({"capture", "recapture", "liberation", "fall", "seizure", "takeover", "conquest"})
_COMPLETING = frozenset({"complete", "accomplish", "conclude", "finish", "fulfil", "fulfill"})


def of_infinitive(at: Token, above: Token, lexicon: Lexicon) -> tuple[Status, bool]:  # noqa: C901, PLR0911, PLR0912 (one return for each rule)
    """Return what the word above an infinitive does to it, and whether to climb on."""
    lemma = above.lemma_.lower()
    if at.dep_ == "conj":
        return of_coordinated(at, above)
    if at.dep_ != "xcomp" and any(c.lower_ == "only" for c in at.children):
        # "Attacked A, only to withdraw"
        return ASSERTED, False
    told = at.lemma_.lower() in lexicon.words("say") and (any(child(at, "ccomp")) or _hails(at))
    if told and (at.dep_ == "advcl" or lemma in {"use", "appear", "gather"}):
        # "used the channel to announce that A had fallen": it is told, whatever for.
        return ASSERTED, True
    if takes_effort(above):
        # "it took two battles to capture A"
        own = own_status(above, lexicon)
        return own, own.stance == "asserted"
    if _brings_about(at, above):
        # "used heavy weapons to seize A", "defeated the army to take A"
        own = own_status(above, lexicon)
        return own, own.stance == "asserted"
    if above.pos_ in {"NOUN", "PROPN"}:
        for noun in (above, _noun_before(at)):
            # "A blow to a campaign to take A": the parser hangs the infinitive on "blow".
            if is_completed(noun):
                return ASSERTED, True
            if {noun.lemma_.lower(), noun.lower_} & lexicon.words("goal_nouns"):
                return attempted(f"{noun.text} to {at.text}"), False
        if lemma in _WAYS:
            # "On their way to retake A"
            return planned(f"{above.text} to"), False
        if above.dep_ == "ROOT" and above.i + 2 == at.i:
            # A headline's "Army to leave A"; "the first city to fall" has fallen.
            first = any(c.pos_ == "DET" for c in above.children)
            return (ASSERTED, True) if first else (planned(f"to {at.text}"), False)
        # "the first city to fall"
        return ASSERTED, True
    if lemma in lexicon.words("really"):
        own = own_status(above, lexicon)
        return own, own.stance == "asserted"
    if at.lemma_ in {"find", "discover"} and lemma in _ARRIVING:
        # "arrived to find that they had left"
        return ASSERTED, False
    if lemma in lexicon.words("fail"):
        return denied(above.text), False
    if lemma == "be":
        return planned("be to"), False
    if above.pos_ == "ADJ":
        if above.lower_ in _RANKS and any(c.pos_ == "DET" for c in above.children):
            # "They were the first to enter A."
            return ASSERTED, True
        if lemma == "able":
            verb = above.head
            own = own_status(verb, lexicon) if verb.i != above.i else ASSERTED
            if negation_of(verb):
                return denied(negation_of(verb)), False
            return own, own.stance == "asserted"
        return (denied if lemma == "unable" else planned)(above.text), False
    if lemma in lexicon.words("try"):
        return attempted(above.text), False
    if at.dep_ == "advcl":
        return attempted(f"to {at.text}"), False
    rumoured = lemma in lexicon.words("fear") and at.dep_ == "xcomp" and at.tag_ == "VBN"
    return (hypothetical if rumoured else planned)(above.text), False


def _hails(verb: Token) -> bool:
    """Return whether what is announced or celebrated is done: "came to announce the fall of A"."""
    return any(c.lemma_.lower() in _DONE for c in child(verb, "dobj"))


def _brings_about(at: Token, above: Token) -> bool:
    """Return whether a deed that is done is told with what it led to."""
    done = above.tag_ in {"VBD", "VBN"} and above.lemma_.lower() in _LEADING_UP
    later = at.i > above.i and at.dep_ in {"xcomp", "advcl"}
    return done and later and any(child(above, "dobj", "nsubjpass"))


def is_completed(goal: Token) -> bool:
    """Return whether what was aimed at is done: "completed the mission of clearing A"."""
    return goal.dep_ == "dobj" and goal.head.lemma_.lower() in _COMPLETING


def _noun_before(verb: Token) -> Token:
    """Return the word before the "to" of an infinitive; the verb itself where none is."""
    to = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ == "to"), verb)
    return to.nbor(-1) if to.i else verb


def of_coordinated(at: Token, above: Token) -> tuple[Status, bool]:
    """A verb that shares its subject with another shares its "will", "not" and "to" too."""
    own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in at.children)
    if own_subject or at.pos_ not in {"VERB", "AUX"}:
        that = any(c.dep_ == "mark" and c.lower_ == "that" for c in at.children)
        return ASSERTED, above.pos_ not in {"VERB", "AUX"} or above.dep_ == "ccomp" or that
    own_aux = any(c.dep_ in {"aux", "auxpass"} and c.lower_ != "to" for c in at.children)
    modal = None if own_aux else modal_of(above)
    finite = at.tag_ in {"VBD", "VBZ"}
    if modal and not finite:
        return modal, False
    linked = [c.lower_ for c in above.children if c.dep_ == "cc"]
    if ("or" in linked or "nor" in linked) and negation_of(above):
        return denied("nor"), False
    if any(c.dep_ == "mark" and c.lower_ in CONDITIONS for c in above.children):
        return hypothetical("if"), False
    if finite and any(c.dep_ == "aux" and c.lower_ == "to" for c in above.children):
        return ASSERTED, False
    return ASSERTED, True
