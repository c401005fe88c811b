"""Of what kind a party is by the words for it: nameless, fit for "the rebels", only speaking."""

from collections.abc import Iterable

from spacy.tokens import Token

from components.claims.sentence import Sentence
from components.records import Actor

_FORMER = frozenset({"former", "ex", "ousted", "deposed", "vice", "fugitive", "renegade", "late"})
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
