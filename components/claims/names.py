"""Names that no lookup knows, standing where a place stands, and whose a place was."""

import re

from spacy.tokens import Token

from components.claims.sentence import Sentence, Target, target_at
from components.claims.unlisted import PLAIN

_WITHIN = frozenset({"in", "at", "into", "inside"})
_INTO = frozenset({"attack", "storm", "raid", "enter", "invade", "besiege"})
_NO_NAME = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PRON", "SCONJ", "VERB"})


def unknown_name(token: Token, sentence: Sentence) -> list[Target]:
    """Return a name that no lookup knows, standing where a place stands."""
    if token.pos_ not in {"PROPN", "NOUN"} or not token.text[:1].isupper():
        return []
    left = [c for c in token.children if c.dep_ == "compound" and c.i < token.i]
    titles = sentence.lexicon.words("person_titles")
    before = sentence.doc[max(0, min((c.i for c in left), default=token.i) - 1)]
    if any(c.lower_ in titles for c in (*left, before)) or token.lower_ in titles:
        return []
    name = sentence.entities.get(token.i)
    shown = sentence.words_at(*sentence.span(token, token))
    if (name is not None and shown.isupper()) or re.fullmatch(r"[A-Z]{1,4}-?\d+\w?", shown):
        # An acronym or a weapon ("an M16") is no place.
        return []
    if sentence.is_(token, "things") or token.lower_ in sentence.lexicon.words("calendar"):
        return []
    if all(w.casefold() in PLAIN for w in shown.split()):
        # A headline's "Six New Villages".
        return []
    return [target_at(name_start(token, sentence), token, sentence)]


def strange_before(target: Target, sentence: Sentence) -> str:
    """Return A of "fought B in A and took the village", where no gazetteer has A; "" for none."""
    for token in reversed(sentence.doc[: target.token.i]):
        entity = sentence.entities.get(token.i)
        if entity is None or entity.kind != "name":
            continue
        shown = sentence.words_at(entity.start, entity.end)
        within = token.dep_ == "pobj" and token.head.lower_ in _WITHIN
        within |= token.dep_ == "dobj" and token.head.lemma_.lower() in _INTO
        if within and not shown.isupper():
            return shown
    return ""


def name_start(token: Token, sentence: Sentence) -> Token:
    """Return where a name of several words begins ("Qalaat al-Madiq")."""
    doc = sentence.doc
    first = token
    for i in range(token.i - 1, max(-1, token.i - 8), -1):
        t = doc[i]
        joint = t.text == "-" and i > 0 and doc[i - 1].whitespace_ == ""
        if t.i in sentence.entities:
            # "Shewa Robit": a name that goes on is not the place its first word names.
            whole = sentence.place(t) and t.dep_ == "compound"
            return t if whole else first
        if first is not token and re.fullmatch(r"\d+(?:st|nd|rd|th)", t.text):
            # "the 16th Division headquarters".
            return t
        if t.text[:1].isupper() and t.pos_ not in _NO_NAME:
            first = t
        elif not (joint or t.lower_ in sentence.lexicon.words("particles")):
            break
    return first


def holders_of(token: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the words that say who held a place: "rebel" of "the rebel-held town"."""
    held, doc = sentence.lexicon.words("held_words"), sentence.doc
    return tuple(
        doc[c.i - 2]
        for c in token.children
        if c.i < token.i and c.lower_ in held and c.i >= 2 and doc[c.i - 1].text == "-"
    )


def owners_of(token: Token, sentence: Sentence) -> tuple[Token, ...]:
    """Return the words that say whose a site or stronghold is: "army" of "an army base"."""
    strong = token.lower_ in {"stronghold", "strongholds", "bastion", "enclave"}
    if not strong and not sentence.is_(token, "sites"):
        return ()
    # "The Palestinian camp" says who lives there, "the army camp" whose it is.
    lived_in = token.lower_ in {"camp", "camps"}
    return tuple(
        c
        for c in token.children
        if c.dep_ in {"compound", "poss", "amod", "nmod"}
        and not sentence.place(c)
        and c.i < token.i
        and (sentence.actor(c) or c.pos_ in {"NOUN", "ADJ"})
        and not (lived_in and c.pos_ == "ADJ" and c.text[:1].isupper())
    )
