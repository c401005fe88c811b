"""Whether the noun above a statement vouches for it: a report, a claim, a rumour, no evidence."""

from spacy.tokens import Token

from components.claims.lexicon import Lexicon
from components.claims.modality import Status, denied, hypothetical, negation_of
from components.claims.syntax import child

_UNTRUE = frozenset(
    {
        *("false", "untrue", "baseless", "unfounded", "fabricated", "groundless", "incorrect"),
        *("lie", "lies", "fabrication", "propaganda", "nonsense", "disinformation", "rumour"),
        *("rumor", "rumours", "rumors", "premature", "wrong", "exaggerated", "inaccurate"),
        *("mistaken", "misleading", "overblown", "unsubstantiated", "untruthful", "fake"),
    }
)
_SHOWN = frozenset({"be", "prove", "turn", "appear", "seem", "remain"})
_CHECKED = frozenset({"verify", "confirm", "corroborate", "substantiate", "authenticate"})
# What may or may not come about, or be true.
OPEN = frozenset(
    {
        *("fear", "hope", "possibility", "prospect", "risk", "rumour", "rumor", "expectation"),
        *("threat", "speculation", "chance"),
    }
)
# What somebody told, that may have been untrue.
_TOLD = frozenset(
    {
        *("report", "claim", "rumour", "rumor", "allegation", "assertion", "suggestion"),
        *("statement", "announcement", "speculation"),
    }
)


def doubt_of(noun: Token, lexicon: Lexicon) -> Status | None:
    """Return what a noun does to the statement that it leads to, None where it vouches for it.

    Args:
        noun: "reports" of "reports that A had fallen were false", "sign" of "no sign that".
        lexicon: The words of proof.
    """
    if is_unproven(noun, lexicon):
        return denied(f"no {noun.text}")
    untrue = _untrue(noun)
    if untrue:
        return denied(untrue)
    if _is_unverified(noun):
        return hypothetical(noun.head.text)
    return hypothetical(noun.text) if noun.lemma_.lower() in OPEN else None


def told_by(token: Token, lexicon: Lexicon) -> Token | None:
    """Return the noun that a clause with "that" fills, which the parser may make a relative.

    "No confirmation from the army that A had fallen" hangs the clause on the army.
    """
    that = [c for c in child(token, "mark", "dobj", "pobj", "nsubj") if c.lower_ == "that"]
    if not that or not any(c.i > that[0].i for c in child(token, "nsubj", "nsubjpass")):
        return None
    noun = token.head
    for _ in range(2):
        if noun.lemma_.lower() in lexicon.words("proof") | _TOLD | OPEN:
            return noun
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep":
            return None
        noun = noun.head.head
    return None


def is_unproven(noun: Token, lexicon: Lexicon) -> bool:
    """Return whether a noun says that nothing vouches for it: "no confirmation", "little sign"."""
    if noun.lemma_.lower() not in lexicon.words("proof"):
        return False
    absent = any(c.lower_ in {"no", "little", "scant"} for c in noun.children)
    above = noun.head
    return absent or (noun.dep_ in {"dobj", "attr"} and bool(negation_of(above)))


def _untrue(noun: Token) -> str:
    """Return the word that calls a claim false, "" for none: "B's claim to A is a lie"."""
    told = [c for c in child(noun, "amod") if c.lower_ in _UNTRUE]
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in _SHOWN and not negation_of(verb):
        near = [verb, *child(verb, "xcomp")]
        said = [c for v in near for c in child(v, "acomp", "attr", "oprd", "amod", "xcomp")]
        told += [c for c in said if c.lower_ in _UNTRUE]
    return told[0].text if told else ""


def _is_unverified(noun: Token) -> bool:
    """Return whether nobody could check what was told: "the claims could not be verified"."""
    verb = noun.head
    checked = noun.dep_ in {"nsubjpass", "dobj"} and verb.lemma_.lower() in _CHECKED
    return checked and bool(negation_of(verb)) and noun.lemma_.lower() in _TOLD


def is_answered(said: Token, lexicon: Lexicon) -> bool:
    """Return whether another only replies: in "B says it took A, C denies" it is B's claim."""
    own = said.dep_ == "ccomp" and said.lemma_.lower() in lexicon.words("say")
    return own and bool(child(said, "nsubj")) and not child(said, "mark") and said.head.i > said.i
