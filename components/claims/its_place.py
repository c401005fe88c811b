"""The place that "its" stands for before a deed: "since its capture by B, A has been empty"."""

from dataclasses import replace

from spacy.tokens import Token

from components.claims.parties import PartyFinder
from components.claims.sentence import Target, target_at
from components.claims.subjects import antecedents
from components.claims.syntax import child, climb, conjuncts, governed
from components.claims.targets import targets_of

_ITS = frozenset({"its", "their", "whose"})
_SINCE = frozenset({"since", "after", "following"})
# What befalls a place even where nobody is named who does it.
_BEFALLS = frozenset({"fall", "liberation", "return"})


def its_place(noun: Token, finder: PartyFinder, country: str) -> list[Target]:
    """Return the places that befall what a noun says, by the pronoun before it.

    "Its capture by B" befell a place, "its capture" alone may be B's deed.
    """
    owner = next((c for c in child(noun, "poss") if c.lower_ in _ITS), None)
    if owner is None or governed(noun, "of"):
        return [] if governed(noun, "of") else _calm_since(noun, finder, country)
    done = [r for p in ("by", "to") for r in finder.parties(governed(noun, p), country)]
    if owner.lower_ == "whose":
        meant = antecedents(_verb_above(noun) or noun)
        # "A, the hill range whose loss": the range is A.
        named = [t.head if t.dep_ == "appos" else t for t in meant]
        return _named(meant, owner, finder) or _named(named, owner, finder)
    taken = any(r.armed for r in done)
    if not taken and noun.lemma_.lower() not in _BEFALLS:
        return []
    verb = _verb_above(noun)
    if verb is not None and finder.sentence.is_(verb, "say"):
        # "A radio announced its capture by B": of whom or what is told before.
        verb = None
    for deps in (("nsubj", "nsubjpass"), ("dobj",)):
        spoken = [k for c in child(verb, *deps) for k in conjuncts(c)] if verb is not None else []
        if noun in spoken:
            continue
        found = _named(spoken, owner, finder)
        if found:
            return found
    if owner.lower_ == "its" and taken:
        return [target_at(owner, owner, finder.sentence, anaphor=True)]
    return []


def _calm_since(noun: Token, finder: PartyFinder, country: str) -> list[Target]:
    """Return A of "A has been calm since the rebel takeover"."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in _SINCE or prep.head.pos_ not in {"VERB", "AUX"}:
        return []
    owners = finder.parties(child(noun, "compound", "poss", "amod", "nmod"), country)
    subjects = child(prep.head, "nsubj", "nsubjpass")
    places = [finder.sentence.place(s) for s in subjects]
    if not any(r.armed for r in owners) or len(places) != 1 or places[0] is None:
        return []
    return [] if places[0].container else _named(subjects, noun, finder)


def _named(tokens: list[Token], owner: Token, finder: PartyFinder) -> list[Target]:
    """Return the places that some words name, said of the pronoun."""
    told = [t for token in tokens for t in targets_of(token, finder.sentence)]
    found = [t for t in told if not t.reason and not t.anaphor]
    return [replace(t, token=owner) for t in found if t.entity or t.feature]


def _verb_above(noun: Token) -> Token | None:
    """Return the verb of the clause that a noun stands in; "following" is none."""
    verbs = (t for t in climb(noun) if t.pos_ in {"VERB", "AUX"} and t.i != noun.i)
    return next((v for v in verbs if v.lower_ not in {"following", "including"}), None)
