"""Who lost a place that another took, where the words do not say it of that very verb."""

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from components.actors import is_common_noun
from components.claims.clauses import clause_of
from components.claims.discourse import PartyRef
from components.claims.drafts import CHANGES, Draft
from components.claims.gainers import is_same_place, is_told_as_earlier
from components.claims.lexicon import Lexicon
from components.claims.match import Found
from components.claims.opponents import is_apart, opponents_of
from components.claims.parties import PartyFinder
from components.claims.syntax import child, conjuncts, governed, objects_of
from components.records import DateInterval

_LAST = frozenset({"captured", "transferred", "held", "lost"})
_CHANGES = frozenset({"captured", "transferred"})
_RULE = frozenset({"rule", "control", "occupation", "presence", "dominion", "reign", "grip"})
_ENDING = frozenset({"end", "finish", "break"})
_LEAVING = frozenset(
    {
        *("withdrawal", "retreat", "pullback", "pullout", "flight", "departure", "evacuation"),
        *("exit", "surrender", "capitulation"),
    }
)
# Who left a place this many days before another took it lost it to that one.
SOON = 30
# A place that no gazetteer has is one all the same.
NAMED = frozenset({"", "not_found", "ambiguous"})
_FREEING = frozenset({"liberate", "free", "liberation"})
_FORCING = frozenset({"force", "compel", "oblige", "throw"})
_OFF = frozenset({"out", "off", "back", "away"})
_FLIGHT = frozenset({"flee", "retreat", "withdraw", "leave", "abandon", "escape", "surrender"})
_LINKS = frozenset({"after", "as", "when", "once", "following", "hours", "while"})


def infer_loser(found: Found, finder: PartyFinder, country: str) -> None:
    """Give a capture the party that was fought, driven out or fled on the way to it."""
    if found.kind != "captured" or found.parties.get("losing"):
        return
    lexicon = finder.sentence.lexicon
    fighting, ousting = lexicon.words("fighting"), lexicon.words("ousting")
    opponents: list[PartyRef] = []
    for t in found.trigger.subtree:
        if t.lower_ in fighting and t.i > found.trigger.i and not is_apart(found.trigger, t):
            opponents += opponents_in(t, finder, country)
        elif t.i != found.trigger.i and _ousts(t, ousting):
            opponents += [r for r in finder.parties(clause_of(t).object, country) if r.armed]
        elif t.lower_ == "from" and t.i > found.trigger.i and t.head.pos_ == "ADJ":
            # "by forces loyal to A from B": the parser hangs "from B" on "loyal".
            near = [o for o in objects_of(t) if not finder.sentence.place(o)]
            opponents += [r for r in finder.parties(near, country) if r.armed]
        else:
            opponents += finder.parties(_ruling(t), country)
            tokens = _leaving(t, found.trigger, lexicon)
            opponents += [r for r in finder.parties(tokens, country) if r.armed]
    opponents += [
        r for r in finder.parties(_leaving_above(found.trigger, lexicon), country) if r.armed
    ]
    taking = {r.actor.id for r in found.parties.get("gaining", [])}
    losing = [r for r in opponents if r.actor.id not in taking]
    losing = losing or [r for r in opponents_of(found, finder, country) if r.actor.id not in taking]
    if losing:
        found.parties["losing"] = losing[:1]


def _ousts(token: Token, ousting: frozenset[str]) -> bool:
    """Return whether a verb drives somebody off: "expelling B", "forcing B out", "to flee"."""
    if token.pos_ != "VERB":
        return False
    lemma = token.lemma_.lower()
    gone = any(c.lower_ in _OFF for c in token.children)
    made = any(c.lemma_.lower() in _FLIGHT for c in child(token, "xcomp", "ccomp"))
    return lemma in ousting or (lemma in _FORCING and (gone or made))


def own_up(found: Found, admitting: Sequence[PartyRef]) -> None:
    """Let a change that nobody is said to lose be a loss of those who admit it."""
    if found.kind not in CHANGES or found.parties.get("losing"):
        return
    taking = {r.actor.id for r in found.parties.get("gaining", [])}
    losing = [r for r in admitting if r.actor.id not in taking]
    if losing:
        found.parties["losing"] = losing


def freed_by(found: Found, speaking: Sequence[PartyRef]) -> None:
    """Let a place that a side calls liberated have been taken by that side.

    "A was liberated, the ministry said": nobody calls so what the enemy took.
    """
    if found.kind != "captured" or found.parties.get("gaining"):
        return
    if found.trigger.lemma_.lower() in _FREEING:
        losing = {r.actor.id for r in found.parties.get("losing", [])}
        gaining = [r for r in speaking if r.actor.id not in losing]
        if gaining:
            found.parties["gaining"] = gaining


def opponents_in(noun: Token, finder: PartyFinder, country: str) -> list[PartyRef]:
    """Return who was fought in "clashes with B"."""
    tokens = [t for p in ("with", "against") for t in governed(noun, p)]
    return [r for r in finder.parties(tokens, country) if r.armed]


def _leaving(token: Token, trigger: Token, lexicon: Lexicon) -> list[Token]:
    """Return who left: B of "took A after B fled", "after the withdrawal of B"."""
    if token.i == trigger.i:
        return []
    if token.pos_ == "VERB":
        verb = lexicon.verb_of.get(token.lower_, "")
        left = any(f.kind == "lost" for f in lexicon.by_verb.get(verb, ()))
        if not left or not _is_before(token, trigger):
            return []
        return [s for s in clause_of(token).agent if s.i >= token.left_edge.i]
    if token.lemma_.lower() in _LEAVING and _is_before(token, trigger):
        owners = [k for c in child(token, "poss", "compound", "amod") for k in conjuncts(c)]
        return [*owners, *governed(token, "of"), *governed(token, "by")]
    return []


def _leaving_above(trigger: Token, lexicon: Lexicon) -> list[Token]:
    """Return B of "B retreated after C took A"."""
    above = trigger.head
    linked = any(c.lower_ in _LINKS for c in child(trigger, "mark", "advmod"))
    if trigger.dep_ != "advcl" or not linked or above.i == trigger.i:
        return []
    verb = lexicon.verb_of.get(above.lower_, "")
    leaves = any(f.kind == "lost" and "agent" in f.losing for f in lexicon.by_verb.get(verb, ()))
    subjects = [k for c in child(above, "nsubj") for k in conjuncts(c)]
    return subjects if leaves and not child(above, "dobj") else []


def _is_before(token: Token, trigger: Token) -> bool:
    """Return whether a clause or phrase under a verb says after what it was done."""
    at = token
    for _ in range(9):
        if at.i in {trigger.i, at.head.i}:
            return False
        if at.dep_ == "advcl" and any(
            c.lower_ in _LINKS for c in at.children if c.dep_ in {"mark", "advmod"}
        ):
            return not any(c.dep_ == "neg" for c in token.children)
        if at.dep_ in {"pobj", "pcomp"} and at.head.lower_ in _LINKS:
            return True
        at = at.head
    return False


def _ruling(token: Token) -> list[Token]:
    """Return B of "took A, ending ten years of B rule"."""
    if token.lemma_.lower() not in _RULE:
        return []
    at = token
    for _ in range(5):
        at = at.head
        if at.lemma_.lower() in _ENDING and at.pos_ == "VERB":
            owners = child(token, "poss", "compound", "amod", "nmod")
            return [*owners, *governed(token, "by"), *governed(token, "of")]
    return []


def losers_told(drafts: Sequence[Draft], side: Callable[[str], str]) -> None:
    """Give a capture the party that the same sentence lets leave, hold or have taken the place."""
    for draft in drafts:
        if not lacks_loser(draft):
            continue
        for other in drafts:
            if other is draft or not is_same_place(other, draft) or other.reason not in NAMED:
                continue
            if other.status.stance != "asserted":
                continue
            role = {"lost": "losing", "held": "holding"}.get(other.kind, "")
            earlier = is_earlier(other.event, draft.event) or is_told_as_earlier(other, draft)
            if other.kind in _CHANGES and earlier:
                role = "gaining"
            losing = others(draft, other.parties.get(role, []), side)
            if losing:
                draft.parties["losing"] = losing
                break


def losers_before(drafts: Sequence[Draft], side: Callable[[str], str]) -> None:
    """Give a capture without a loser the party that took or held the place last before it.

    The words are of another sentence: the parties carry none.
    """
    told = [d for d in drafts if d.reason in NAMED and d.status.stance == "asserted"]
    by_place: dict[str, list[tuple[int, Draft]]] = {}
    for number, draft in enumerate(told):
        place = draft.settled.place
        key = place.id if place else draft.settled.text.casefold()
        if draft.kind in _LAST:
            by_place.setdefault(key, []).append((number, draft))
    for same in by_place.values():
        for number, draft in same:
            best = _last_before(number, draft, same) if lacks_loser(draft) else None
            if best is None:
                continue
            role = {"held": "holding", "lost": "losing"}.get(best.kind, "gaining")
            if best.kind == "lost" and days_between(best.event, draft.event) > SOON:
                continue
            losing = others(draft, best.parties.get(role, []), side)
            if role == "gaining" and best.event.intersect(draft.event):
                # "A falls to Islamists", and below: "Islamist rebels seized A": one capture.
                losing = [r for r in losing if not is_common_noun(r.actor.id)]
            lend(draft, losing)


def lend(draft: Draft, losing: Sequence[PartyRef]) -> None:
    """Give a capture the losers that another sentence tells: the parties carry no words."""
    if losing:
        draft.parties["losing"] = [PartyRef(r.actor, 0, 0, r.armed) for r in losing]


def _last_before(number: int, draft: Draft, same: Sequence[tuple[int, Draft]]) -> Draft | None:
    """Return the last thing told of a place before it was taken, None for none."""
    best: Draft | None = None
    for position, other in same:
        if other.span == draft.span or is_earlier(draft.event, other.event):
            continue
        if position > number and not is_earlier(other.event, draft.event):
            continue
        if best is None or not is_earlier(other.event, best.event):
            best = other
    return best


def lacks_loser(draft: Draft) -> bool:
    """Return whether a capture says who took a place, and not from whom."""
    return (
        draft.kind == "captured"
        and draft.status.stance == "asserted"
        and draft.reason in NAMED
        and bool(draft.parties.get("gaining"))
        and not draft.parties.get("losing")
    )


def others(draft: Draft, refs: Sequence[PartyRef], side: Callable[[str], str]) -> list[PartyRef]:
    """Return the parties that are of another side than all who took the place."""
    takers = {side(r.actor.id) for r in draft.parties.get("gaining", [])}
    if any(side(r.actor.id) in takers for r in refs):
        return []
    return list(refs)


def days_between(one: DateInterval, other: DateInterval) -> int:
    """Return how many days lie between what happened one after the other at least."""
    if one.latest is None or other.earliest is None:
        return 0
    return max(0, (other.earliest - one.latest).days)


def is_earlier(one: DateInterval, other: DateInterval) -> bool:
    """Return whether one thing certainly happened before another."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest
