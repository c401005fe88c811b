"""Of what kind a party is by the words for it: nameless, fit for "the rebels", only speaking."""

from collections.abc import Iterable

from spacy.tokens import Token

from components.claims.sentence import Sentence
from components.records import Actor

_FORMER = frozenset({"former", "ex", "ousted", "deposed", "vice", "fugitive", "renegade", "late"})
_SIDES = frozenset(
    {
        *("armies", "sides", "parties", "groups", "movements", "factions", "militias", "rivals"),
        *("allies", "countries"),
    }
)
_REPORTING = frozenset({"police", "policemen", "authorities"})
# Kinds of actors that are the armed forces of a state.
STATES = frozenset({"government", "foreign"})


def only_speaks(token: Token, sentence: Sentence) -> bool:
    """Return whether a group only says something: "officials and a monitoring group said"."""
    first = token
    for _ in range(8):
        if first.dep_ != "conj":
            break
        first = first.head
    speaks = first.dep_ == "nsubj" and sentence.is_(first.head, "say")
    return speaks and token.lower_ in {"group", "groups"}


def is_pair(token: Token) -> bool:
    """Return whether a word means two or more parties told of: "the two armies", "both groups"."""
    if token.lower_ not in _SIDES:
        return False
    marks = {c.lower_ for c in token.children}
    return "both" in marks or ("the" in marks and bool(marks & {"two", "three"}))


def only_report(subjects: Iterable[Token]) -> bool:
    """Return whether those who speak tell what others did: "Police said A fell. They took B"."""
    return all(s.lower_ in _REPORTING for s in subjects)


def has_defenders(token: Token) -> bool:
    """Return whether a place's people are meant, not a party's: A's of "its defenders"."""
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    return token.lower_ == "defenders" and owner is not None and owner.lower_ == "its"


def is_nameless(actor: Actor) -> bool:
    """Return whether an actor is only "an armed group" or "fighters" of a country."""
    return actor.id.startswith(("armed:", "fighters:", "militants:", "gunmen:", "attackers:"))


def suits_group(actor: Actor, group: str) -> bool:
    """Return whether an actor can be meant by a word for a group of its kind."""
    wanted = {
        "jihadist": {"jihadist"},
        "kurdish": {"kurdish"},
        "separatist": {"militia", "opposition"},
        "opposition": {"opposition", "militia", "other"},
        "militia": {"militia", "opposition", "other"},
    }.get(group)
    return wanted is None or actor.kind in wanted


def joined(texts: Iterable[str]) -> list[str]:
    """Join words that the tokenizer split at hyphens."""
    found: list[str] = []
    glue = False
    for text in texts:
        if text == "-" and found:
            found[-1] += "-"
            glue = True
        elif glue:
            found[-1] += text
            glue = False
        else:
            found.append(text)
    return found


def is_former_leader(token: Token) -> bool:
    """Return whether somebody is told to be no longer in office, or not at its head."""
    return any(c.lower_ in _FORMER for c in token.subtree)
