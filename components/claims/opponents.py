"""Who lost a place, told by what the sentence says around the capture."""

from collections.abc import Iterator

from spacy.tokens import Token

from components.claims.clauses import clause_of
from components.claims.discourse import PartyRef
from components.claims.lexicon import Lexicon
from components.claims.match import Found
from components.claims.names import holders_of, owners_of
from components.claims.parties import PartyFinder
from components.claims.syntax import FINITE, child, conjuncts, governed

_STRONGHOLDS = frozenset({"stronghold", "bastion", "redoubt", "enclave", "foothold"})
_SEATS = frozenset({"capital", "headquarters", "base"})
_SELF_MADE = frozenset({"facto", "declared", "proclaimed", "styled"})
_HELD = frozenset({"held", "controlled", "occupied"})
_LAST = frozenset({"last", "remaining", "one", "few", "only"})
_CAMPAIGNS = frozenset({"campaign", "operation", "war", "drive", "counteroffensive", "push"})
_MAKING = frozenset({"force", "send", "compel", "oblige", "prompt", "cause"})
_DEPRIVING = frozenset({"deprive", "strip", "rob"})
_WITHIN = frozenset({"in", "of", "inside", "within", "across"})
_AMID = frozenset({"after", "following", "amid", "during", "in"})


def opponents_of(found: Found, finder: PartyFinder, country: str) -> list[PartyRef]:
    """Return who lost the place of a capture, nearest telling first; none where nobody is told.

    Args:
        found: The capture.
        finder: Resolves the parties of its sentence.
        country: ISO code of the country at hand.
    """
    lexicon = finder.sentence.lexicon
    told = [
        *_owners_of_stronghold(found, finder),
        *_holders_of_last(found),
        *_holders_around(found, finder),
        *_driven_off(found, lexicon),
        *_campaigned_against(found),
        *_clashed_with(found, lexicon),
        *_owners_of_what_fell_too(found, finder),
        *_rule_ended(found),
    ]
    return [r for r in finder.parties(told, country) if r.armed]


def _beside(found: Found, words: frozenset[str]) -> Iterator[Token]:
    """Yield words that explain a place behind it: "bastion" of "took A, the bastion of B"."""
    doc = found.trigger.doc
    for target in found.targets:
        comma = target.token.i + 1
        if comma >= len(doc) or doc[comma].text != ",":
            continue
        for t in doc[comma + 1 : comma + 12]:
            if t.text in {",", ";"} or t.tag_ in FINITE or t.tag_ in {"VBG", "IN"}:
                break
            if t.lemma_.lower() in words:
                yield t
                break


def _owners_of_stronghold(found: Found, finder: PartyFinder) -> Iterator[Token]:
    """Yield B of "took A, the last bastion of B"."""
    for noun in _beside(found, _STRONGHOLDS | _SEATS):
        own = noun.lemma_.lower() in _STRONGHOLDS
        own = own or any(t.lower_ in _SELF_MADE for t in noun.subtree if t.i < noun.i)
        if own:
            yield from (k for c in child(noun, "poss", "compound", "amod") for k in conjuncts(c))
            yield from (o for p in ("of", "for") for o in governed(noun, p))
    for target in found.targets:
        # "B's self-styled capital A".
        for noun in (target.token, target.token.head):
            made = any(t.lower_ in _SELF_MADE for t in noun.subtree if t.i < noun.i)
            if made and noun.i >= target.token.i - 1:
                owners = child(noun, "poss")
                yield from (o for o in owners if finder.sentence.actor(o))


def _holders_of_last(found: Found) -> Iterator[Token]:
    """Yield B of "took A, one of the last towns held by B"."""
    trigger = found.trigger
    for t in trigger.doc[trigger.i + 1 :]:
        if t.lower_ not in _HELD or t.dep_ not in {"acl", "relcl"} or t.head.i < trigger.i:
            continue
        phrase = trigger.doc[max(trigger.i + 1, t.i - 10) : t.i]
        named = any(target.token.i < t.i for target in found.targets)
        if named and any(p.lower_ in _LAST for p in phrase):
            yield from governed(t, "by")


def _holders_around(found: Found, finder: PartyFinder) -> Iterator[Token]:
    """Yield B of "took A in B-held C"."""
    held = {found.trigger.i, *(t.token.i for t in found.targets)}
    held |= {t.token.head.i for t in found.targets}
    held |= {t.token.head.head.i for t in found.targets if t.token.dep_ == "pobj"}
    for t in found.trigger.doc[found.trigger.i + 1 :]:
        if t.dep_ == "pobj" and t.head.lower_ in _WITHIN and t.head.head.i in held:
            yield from holders_of(t, finder.sentence)


def _driven_off(found: Found, lexicon: Lexicon) -> Iterator[Token]:
    """Yield B of "took A, forcing B to retreat" and of "depriving B of its last bastion"."""
    for t in found.trigger.subtree:
        if t.tag_ != "VBG" or t.i <= found.trigger.i or t.dep_ not in {"advcl", "conj", "dep"}:
            continue
        lemma = t.lemma_.lower()
        objects = [o for c in child(t, "dobj") for o in conjuncts(c)]
        if lemma in _DEPRIVING and any(governed(o, "of") for o in (t, *objects)):
            yield from objects
        if lemma in _MAKING:
            for inner in child(t, "ccomp", "xcomp", "advcl", "acl"):
                if _leaves(inner, lexicon):
                    yield from objects or clause_of(inner).agent
            for o in objects:
                if any(_leaves(c, lexicon) for c in child(o, "acl", "amod", "relcl")):
                    yield o


def _leaves(verb: Token, lexicon: Lexicon) -> bool:
    name = lexicon.verb_of.get(verb.lower_, "")
    return any(f.kind == "lost" for f in lexicon.by_verb.get(name, ())) or verb.lemma_ == "flee"


def _campaigned_against(found: Found) -> Iterator[Token]:
    """Yield B of "took A in its campaign against B"."""
    for t in found.trigger.subtree:
        if t.lemma_.lower() in _CAMPAIGNS and t.pos_ == "NOUN" and t.i > found.trigger.i:
            yield from governed(t, "against")


def _clashed_with(found: Found, lexicon: Lexicon) -> Iterator[Token]:
    """Yield B of "after clashes with B, they took A" and "they advanced and took A after it"."""
    trigger = found.trigger
    for t in trigger.doc:
        if t.lower_ not in lexicon.words("fighting") or t.dep_ != "pobj":
            continue
        if t.head.lower_ in _AMID and not is_apart(trigger, t):
            yield from (o for p in ("with", "against") for o in governed(t, p))


def is_apart(trigger: Token, other: Token) -> bool:
    """Return whether another clause lies between a verb and a word."""
    first, last = sorted((trigger.i, other.i))
    return any(t.tag_ in FINITE or t.text == ";" for t in trigger.doc[first + 1 : last])


def _owners_of_what_fell_too(found: Found, finder: PartyFinder) -> Iterator[Token]:
    """Yield B of "took A after seizing all bases of B there"."""
    lexicon = finder.sentence.lexicon
    for t in found.trigger.subtree:
        if t.pos_ != "VERB" or t.i == found.trigger.i or t.dep_ not in {"pcomp", "advcl", "conj"}:
            continue
        frames = lexicon.by_verb.get(lexicon.verb_of.get(t.lower_, ""), ())
        if t.tag_ == "VBG" and any(f.kind == "captured" and "object" in f.place for f in frames):
            for o in clause_of(t).object:
                yield from owners_of(o, finder.sentence)


def _rule_ended(found: Found) -> Iterator[Token]:
    """Yield B of "the fall of A to C ended B rule there"."""
    above = found.trigger.head
    if found.trigger.dep_ != "nsubj" or above.lemma_.lower() not in {"end", "finish"}:
        return
    for noun in child(above, "dobj"):
        if noun.lemma_.lower() in {"rule", "control", "occupation", "presence", "reign"}:
            yield from (k for c in child(noun, "poss", "compound", "amod") for k in conjuncts(c))
