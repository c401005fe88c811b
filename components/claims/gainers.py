"""Who took a place that is only said to have been taken: "the town had been seized"."""

from collections.abc import Callable, Sequence

from components.claims.discourse import PartyRef
from components.claims.drafts import Draft

# How many claims back the side that was taking places may have been named.
_BACK = 6
_FREEING = frozenset({"liberate", "free"})
_TOLD = frozenset({"", "not_found", "ambiguous", "unnamed", "part", "beside"})


def gainers_told(drafts: Sequence[Draft], side: Callable[[str], str]) -> None:
    """Give a capture without a taker who took the place by another sentence on the same days.

    Else who took places just before, if that was one side alone. The words are of another
    sentence: the parties carry none.
    """
    for number, draft in enumerate(drafts):
        if not _lacks_gainer(draft):
            continue
        taken = [d for d in drafts if _is_taking(d) and d.event.intersect(draft.event)]
        # "A, which B had captured, was retaken": not by B.
        taken = [d for d in taken if not (is_same_place(d, draft) and is_told_as_earlier(d, draft))]
        had = _had_it(draft, drafts[:number], side)
        taken = [d for d in taken if side(d.parties["gaining"][0].actor.id) not in had]
        same = [d for d in taken if is_same_place(d, draft)]
        before = [d for d in drafts[max(0, number - _BACK) : number] if d in taken]
        if not _is_back(draft) and all(_is_back(d) and not _is_told_on(draft, d) for d in before):
            # "C recaptured A and B. D was captured on Sunday": by whom is open.
            before = []
        for near in (same, before):
            if len({side(d.parties["gaining"][0].actor.id) for d in near}) == 1:
                refs = near[-1].parties["gaining"]
                losing = {side(r.actor.id) for r in draft.parties.get("losing", [])}
                if not losing & {side(r.actor.id) for r in refs}:
                    draft.parties["gaining"] = [PartyRef(r.actor, 0, 0, r.armed) for r in refs]
                break


def _had_it(draft: Draft, before: Sequence[Draft], side: Callable[[str], str]) -> frozenset[str]:
    """Return who had taken a place that was taken back: "B overran A. It was later retaken"."""
    if not draft.found.trigger.lower_.startswith("re"):
        return frozenset()
    first = [d for d in before if _is_taking(d) and is_same_place(d, draft)]
    first = [d for d in first if not d.found.trigger.lower_.startswith("re")]
    return frozenset(side(r.actor.id) for d in first for r in d.parties["gaining"])


def _is_back(draft: Draft) -> bool:
    """Return whether a place is told to be taken back: "recaptured", "retook"."""
    return draft.found.trigger.lower_.startswith(("recapt", "retak", "retook", "regain"))


def _is_told_on(draft: Draft, other: Draft) -> bool:
    """Return whether a capture is told in the breath of another: at once, or with "also"."""
    words = {t.lower_ for t in draft.sentence.doc}
    return draft.span == other.span or bool(words & {"also", "too"})


def _lacks_gainer(draft: Draft) -> bool:
    asserted = draft.kind == "captured" and draft.status.stance == "asserted"
    return asserted and draft.reason in _TOLD and not draft.parties.get("gaining")


def _is_taking(draft: Draft) -> bool:
    """Return whether a claim names who took a place, were it only "a town"."""
    asserted = draft.kind == "captured" and draft.status.stance == "asserted"
    taking = draft.parties.get("gaining", [])
    # A party lent by this rule has no words; it must not be lent on.
    return asserted and draft.reason in _TOLD and any(r.end > 0 for r in taking)


def is_same_place(one: Draft, other: Draft) -> bool:
    """Return whether two claims are on one place, were it one that no gazetteer has."""
    if one.settled.place and other.settled.place:
        return one.settled.place == other.settled.place
    return bool(one.settled.text) and one.settled.text == other.settled.text


def is_told_as_earlier(one: Draft, other: Draft) -> bool:
    """Return whether "which B had seized" stands beside the capture by another.

    "A, taken by B, was retaken by C": who takes a place back comes last.
    """
    trigger = one.found.trigger
    after = other.found.trigger
    back = after.lower_.startswith("re") and not trigger.lower_.startswith("re")
    if after.dep_ == "conj" and after.head.i == trigger.i and one.span == other.span:
        # "Fell to B but was later liberated": not by B.
        return back or after.lemma_.lower() in _FREEING
    if back and trigger.dep_ == "acl" and trigger.tag_ == "VBN":
        return True
    clause = trigger.head if trigger.dep_ == "conj" else trigger
    if back and clause.dep_ == "relcl" and one.span == other.span:
        # "A, which was manned by B and overrun by C, has been recaptured".
        return True
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in trigger.children)
    return perfect and trigger.dep_ == "relcl" and trigger.head.i != other.found.trigger.i
