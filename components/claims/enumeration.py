"""Sentences that only list the places of the claim before: "They include A, B and C"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from components.claims.discourse import PartyRef
from components.claims.drafts import CHANGES, Draft
from components.claims.mask import Entity
from components.claims.scan import Scan
from components.claims.sentence import trim
from components.claims.settled import Settled
from components.records import DateInterval, Span

_PLACES = (
    r"(?:places|villages|towns|cities|settlements|areas|localities|districts|points|positions)"
)
_LIST = re.compile(
    r"\A\W*(?:The (?:full |complete )?list\b|(?:They|These|Those|Among (?:them|these|those)"
    rf"|The (?:\w+ )?{_PLACES})\b"
    r"[^.;]{0,60}?\b(?:includ\w+|are|were|is|named|comprise)\b|Namely\b|The (?:\w+ )?list so far)"
)
_BEFORE = re.compile(
    r"\A\W*(?:Before (?:it|that|them|this|him)|Earlier|Next|Then|After (?:it|that))"
    r" (?:came|fell|went)\b"
)
_NEXT = re.compile(
    r"\A\W*(?:The )?(?:[Nn]ext|Also|Last|Then|Another) to"
    r" (?:fall|go|be (?:taken|captured|seized|overrun)) (?:was|were|had been)\b"
)
_JOINT = re.compile(r"(?:and|or|then|finally|also|as well as|the|town|village|of|[\s,:;&-])*\Z")


def is_list(sentence: str) -> bool:
    """Return whether a sentence begins like one that only lists places."""
    return bool(_LIST.match(sentence) or _BEFORE.match(sentence) or _NEXT.match(sentence))


def listed_after(
    text: str,
    names: Sequence[Entity],
    seen: Scan,
    before: Sequence[Draft],
    spans: Sequence[Span],
) -> list[Draft]:
    """Return claims like the last one, on the places that a sentence lists.

    Args:
        text: The article.
        names: Names in the sentence, those that no lookup knows too.
        seen: What the lookups know of the article.
        before: The claims read so far.
        spans: The sentence, after those where the claim may stand that it goes on with.
    """
    span = spans[-1]
    words = text[span.start : span.end]
    told = _LIST.match(words) or _BEFORE.match(words) or _NEXT.match(words)
    near = [d for d in reversed(before) if d.kind in CHANGES and d.span in spans]
    last = next((d for d in near if d.parties), near[0] if near else None)
    if told is None or last is None or last.status.stance != "asserted":
        return []
    earlier = _BEFORE.match(words) is not None
    alone = earlier or _NEXT.match(words) is not None
    rest = [e for e in names if e.start >= span.start + told.end()]
    event = DateInterval(None, last.event.latest) if earlier else last.event
    known = {d.settled.text for d in before if d.span == last.span}
    return [
        replace(
            last,
            span=span,
            settled=(settled := _settled(name, e, seen)),
            reason=settled.reason,
            parties=dict(last.parties) if not alone else _only(last, "gaining"),
            event=event,
            is_dated=True,
        )
        for e in _listed(text, rest, needs_list=not alone)
        if (name := trim(text[e.start : e.end])) not in known
    ]


def _settled(name: str, entity: Entity, seen: Scan) -> Settled:
    if entity.kind != "place":
        return Settled(name, None, "not_found")
    return Settled(name, seen.place(entity).place, seen.place(entity).reason_code)


def _only(draft: Draft, role: str) -> dict[str, list[PartyRef]]:
    return {role: draft.parties[role]} if role in draft.parties else {}


def _listed(text: str, entities: Sequence[Entity], *, needs_list: bool) -> list[Entity]:
    """Return the names of the first list in a sentence."""
    found: list[Entity] = []
    for entity in entities:
        if entity.kind == "actor" or entity.container:
            continue
        if found and not _JOINT.fullmatch(text[found[-1].end : entity.start]):
            break
        found.append(entity)
    return found if len(found) > 1 or not needs_list else []
