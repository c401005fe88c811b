"""What a word that says what happened is said to be by the words on it: not, would, if, planned."""

from dataclasses import dataclass

from spacy.tokens import Token

from components.claims.lexicon import Lexicon
from components.claims.syntax import child
from components.records import ReasonCode, Stance


@dataclass(frozen=True, slots=True)
class Status:
    """How a statement stands to what happened.

    Args:
        stance: asserted, or how the text takes it back.
        reason_code: Why it must not count, "" if it may.
        reason: The same in words.
    """

    stance: Stance = "asserted"
    reason_code: ReasonCode = ""
    reason: str = ""


ASSERTED = Status()
_MODALS = frozenset({"would", "could", "may", "might", "should", "can", "must", "ca", "wo"})
_FUTURE = frozenset({"will", "shall", "'ll", "wo"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
_TO_COME = frozenset({"before", "until", "once", "when"})
_NEVER = frozenset({"never", "neither", "nor", "no longer", "hardly"})


def denied(word: str) -> Status:
    """Return that the text takes it back, with the word that does."""
    return Status("denied", "denied", f"The text denies it ({word!r}).")


def planned(word: str) -> Status:
    """Return that it lies ahead, with the word that says so."""
    return Status("planned", "planned", f"It is announced or intended, not done ({word!r}).")


def hypothetical(word: str) -> Status:
    """Return that it may be so or not, with the word that says so."""
    return Status("hypothetical", "hypothetical", f"It is only held possible ({word!r}).")


def attempted(word: str) -> Status:
    """Return that it is being tried, with the word that says so."""
    return Status("attempted", "attempted", f"It is tried, not done ({word!r}).")


def own_status(token: Token, lexicon: Lexicon) -> Status:
    """Return what hangs on the word itself: not, never, would, if, planned."""
    modal = modal_of(token)
    if modal and not (token.lemma_.lower() in lexicon.words("say") and may_tell(token)):
        return modal
    negated = negation_of(token)
    if negated:
        return denied(negated)
    if any(c.dep_ == "auxpass" and c.lower_ == "being" for c in token.children):
        is_now = any(c.dep_ == "aux" and c.lemma_ == "be" for c in token.children)
        if is_now:
            # "is being cleared" is not yet cleared.
            return attempted("being")
    if _is_inverted(token):
        return hypothetical("had")
    told = (of_modifier(c, lexicon) for c in token.children)
    bare = token.dep_ == "ROOT" and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in token.children
    )
    return next((s for s in told if s), planned("to") if bare else ASSERTED)


def of_modifier(c: Token, lexicon: Lexicon) -> Status | None:
    """Return what a word that hangs on a statement does to it, None for nothing."""
    if c.dep_ == "mark" and c.lower_ in CONDITIONS:
        return hypothetical(c.text)
    if c.lower_ == "but" and any(k.lower_ == "all" and k.i == c.i - 1 for k in c.children):
        return attempted("all but")
    if c.dep_ == "advmod" and c.lower_ in lexicon.words("adverbs_unreal"):
        return attempted(c.text)
    if (
        c.dep_ in {"mark", "advmod"}
        and c.lower_ in _TO_COME
        and c.head.tag_ in {"VBZ", "VBP"}
        # "held A until they quit it": the form is a past one too.
        and c.head.lower_ not in lexicon.pasts
    ):
        return hypothetical(f"{c.text} {c.head.text}")
    if c.dep_ in {"amod", "compound"} and c.lower_ in lexicon.words("unreal_adjectives"):
        return planned(c.text)
    return None


def spurned(token: Token) -> str:
    """Return the "rather than" or "instead of" behind which a clause stands, "" for none."""
    doc = token.doc
    for i in range(1, token.i):
        pair = (doc[i - 1].lower_, doc[i].lower_)
        if pair not in {("rather", "than"), ("instead", "of")}:
            continue
        verb = next((t for t in doc[i + 1 : i + 5] if t.pos_ in {"VERB", "AUX", "NOUN"}), None)
        if verb is not None and (verb.i == token.i or verb.is_ancestor(token)):
            return f"{doc[i - 1].text} {doc[i].text}"
    return ""


def may_tell(verb: Token) -> bool:
    """Return whether somebody says what he is free or bound to say: "I can confirm"."""
    free = any(c.dep_ == "aux" and c.lower_ in {"can", "must"} for c in verb.children)
    return free and any(c.lower_ in {"i", "we"} for c in child(verb, "nsubj"))


def _is_inverted(token: Token) -> bool:
    """Return whether a clause is a condition without "if": "Had they taken A"."""
    subject = next(iter(child(token, "nsubj", "nsubjpass")), None)
    return subject is not None and any(
        c.dep_ == "aux" and c.lower_ in {"had", "were", "should"} and c.i < subject.i
        for c in token.children
    )


def negation_of(token: Token) -> str:
    """Return the word that negates another, "" for none."""
    for c in token.children:
        if c.dep_ == "neg" or c.lower_ in _NEVER:
            return c.text
        if c.lower_ == "longer" and any(k.lower_ == "no" for k in c.children):
            return "no longer"
        if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and (
            c.lower_ in {"none", "nobody", "neither"}
            or any(
                d.lower_ in {"no", "neither"} and d.dep_ in {"det", "preconj", "cc"}
                for d in c.children
            )
        ):
            return "no"
        if c.dep_ == "det" and c.lower_ == "no" and token.pos_ == "NOUN":
            return "no"
    return ""


def modal_of(token: Token) -> Status | None:
    """Return what "will", "would" or "could" does to a verb, None for nothing."""
    for c in token.children:
        if c.dep_ != "aux":
            continue
        word = c.lower_
        negated = negation_of(token)
        if word in _FUTURE:
            return planned(c.text)
        if word in _MODALS:
            if negated and word in {"could", "can", "ca"}:
                return denied(f"{c.text} {negated}")
            return hypothetical(c.text)
    return None
