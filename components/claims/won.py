"""What comes of a fight: who is in control after it took the place, who raids one and goes on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from components.claims.drafts import Draft
from components.claims.lexicon import Lexicon
from components.claims.match import Found
from components.claims.sentence import Sentence
from components.claims.syntax import child, climb, conjuncts, prepositions

_CONTROLLING = frozenset({"in-control", "hold"})
_AFTER = frozenset({"after", "following"})
# "Still holds A after a week of fighting" tells of no change.
_LASTING = frozenset({"still", "remain", "remained", "stay", "stayed", "retain", "retained"})
# Frames of coming in: who came has the place, unless it goes on to do what raiders do.
COMING = frozenset({"enter", "move-into", "sweep-through"})
_STRIKING = frozenset(
    {
        *("ambush", "target", "hit", "strike", "shell", "bomb", "detonate", "fire", "explode"),
        *("bombard", "intercept", "airstrike", "shelling", "bombing", "mine", "ied"),
    }
)
# How far a chain of verbs is followed.
_CHAIN = 6


def as_won(found: Found, sentence: Sentence) -> Found:
    """Return "B is in control of A after two days of clashes" as the capture that it tells of."""
    if found.kind != "held" or found.frame.id not in _CONTROLLING:
        return found
    verb = found.trigger
    near = {verb.lower_, verb.lemma_.lower(), *(c.lower_ for c in verb.children)}
    now = verb.lemma_.lower() in {"be", "control"} or "now" in near
    if not now or near & _LASTING or not _follows_fight(verb, sentence):
        return found
    return replace(found, kind="captured", parties={"gaining": found.parties.get("holding", [])})


def _follows_fight(verb: Token, sentence: Sentence) -> bool:
    fighting = sentence.lexicon.words("fighting")
    # "The army says it is in control of A, after a week of clashes".
    told = prepositions(verb.head) if verb.dep_ == "ccomp" else []
    for prep in (*prepositions(verb), *(p for p in told if p.i > verb.i)):
        if prep.lower_ not in _AFTER:
            continue
        for o in child(prep, "pobj"):
            # "after two days of clashes with C"
            inner = [k for of in child(o, "prep") if of.lower_ == "of" for k in child(of, "pobj")]
            if any(k.lower_ in fighting for t in (o, *inner) for k in conjuncts(t)):
                return True
    return False


def without_raids(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what raiders neither won nor lost: they entered a town, burnt it and left."""
    kept = [d for d in drafts if not (d.kind == "captured" and (_is_raid(d) or _are_attacked(d)))]
    held = {d.settled.text for d in kept if d.kind in {"captured", "held", "transferred"}}
    return [d for d in kept if d.kind != "lost" or d.settled.text in held or not _came_before(d)]


def _is_raid(draft: Draft) -> bool:
    """Return whether who came in does what raiders do, in the same breath."""
    if draft.found.frame.id not in COMING:
        return False
    verb, lexicon = draft.found.trigger, draft.sentence.lexicon
    after = [*_verbs_after(verb), *_verbs_within(verb, "advcl")]
    above = [verb.head.head] if verb.dep_ == "pcomp" and verb.head.lower_ in _AFTER else []
    harming = lexicon.words("harming")
    return any(
        v.lemma_.lower() in harming or _kills_civilians(v, lexicon)
        for v in (*after, *_verbs_before(verb), *above)
    )


def _are_attacked(draft: Draft) -> bool:
    """Return whether who comes is only told as a target: "shelled a convoy entering A"."""
    verb, lexicon = draft.found.trigger, draft.sentence.lexicon
    if draft.found.frame.id not in COMING or verb.dep_ != "acl" or verb.tag_ != "VBG":
        return False
    target = verb.head
    if target.dep_ not in {"dobj", "pobj", "nsubjpass"}:
        return False
    words = _STRIKING | lexicon.words("harming") | lexicon.words("killing")
    words |= lexicon.words("attacking")
    above = list(climb(target))[1:_CHAIN]
    deeds = (t.lemma_.lower() for t in above if t.pos_ in {"VERB", "NOUN"})
    return any(deed in words for deed in deeds)


def _kills_civilians(verb: Token, lexicon: Lexicon) -> bool:
    objects = [k for c in child(verb, "dobj") for k in conjuncts(c)]
    civilians = lexicon.words("civilians")
    return verb.lemma_.lower() in lexicon.words("killing") and any(
        o.lemma_.lower() in civilians for o in objects
    )


def _came_before(draft: Draft) -> bool:
    raiding = draft.sentence.lexicon.words("raiding")
    return any(v.lemma_.lower() in raiding for v in _verbs_before(draft.found.trigger))


def _verbs_before(verb: Token) -> Iterator[Token]:
    """Yield the verbs that share their subject with a later one: "entered A, burnt it and left"."""
    for _ in range(_CHAIN):
        if verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass"):
            return
        verb = verb.head
        yield verb


def _verbs_after(verb: Token) -> Iterator[Token]:
    """Yield the verbs that go on with the subject of one: "and left", "before fleeing"."""
    for _ in range(_CHAIN):
        yield from _verbs_within(verb, "advcl")
        for prep in child(verb, "prep"):
            yield from child(prep, "pcomp") if prep.lower_ == "before" else ()
        following = [c for c in child(verb, "conj") if c.pos_ == "VERB"]
        if not following or child(following[0], "nsubj", "nsubjpass"):
            return
        verb = following[0]
        yield verb


def _verbs_within(verb: Token, dep: str) -> Iterator[Token]:
    """Yield the participles of a verb: "entered A, looting shops"."""
    for c in child(verb, dep):
        if c.tag_ == "VBG" and not child(c, "mark", "nsubj"):
            yield from (k for k in (c, *child(c, "conj")) if k.tag_ == "VBG")
