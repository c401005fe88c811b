"""Claims in the making: why one must not count, which of two is kept, whose day is shared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from spacy.tokens import Token

from components.claims.attribution import Speaker
from components.claims.discourse import PartyRef
from components.claims.match import Found
from components.claims.modality import Status
from components.claims.pointing import KINDS_OF_AREA
from components.claims.sentence import Sentence, Target
from components.claims.settled import Settled
from components.claims.skirmishes import is_told_by_the_way
from components.claims.syntax import climb
from components.claims.whole import is_nearly_whole, is_partial
from components.dates import Duration
from components.records import ClaimKind, DateInterval, ReasonCode, Span

_RETOLD_DAYS = 45
CHANGES: frozenset[ClaimKind] = frozenset({"captured", "lost", "transferred"})
REASONS: dict[ReasonCode, str] = {
    "part": "Only a part of the place is meant.",
    "beside": "It happened beside the place, not in it.",
    "unnamed": "The text does not name the place.",
    "not_found": "No gazetteer at hand knows the name.",
    "ambiguous": "Several places have this name and the text does not say which is meant.",
    "not_territory": "The text does not speak of forces that fight for the place.",
    "container": "The text names the wider area, not the place in it.",
}


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when a place was held; a side that the text leaves open is None."""

    begin: DateInterval | None
    end: DateInterval | None


@dataclass(slots=True)
class Draft:
    """A claim in the making."""

    found: Found
    sentence: Sentence
    span: Span
    target: Target
    settled: Settled
    kind: ClaimKind
    parties: dict[str, list[PartyRef]]
    status: Status
    speaker: Speaker | None
    event: DateInterval
    is_dated: bool = False
    reason: ReasonCode = ""
    whole: bool = False
    # Told of the past only: it says who lost the place, and is no claim.
    former: bool = False
    # From when to when a place was held.
    term: Term | None = None
    # How long the fight was that came before ("after three days of clashes").
    fought: Duration | None = None


def reason_of(draft: Draft, *, at_war: bool) -> ReasonCode:
    """Return why a claim must not colour its place although it is asserted, "" if it may."""
    # What stands unnamed in its phrase may yet be a site of that name.
    named = draft.target.reason == "unnamed" and draft.settled.place is not None
    if draft.target.reason and not named and not _is_own_name(draft):
        return draft.target.reason
    if draft.settled.reason:
        return draft.settled.reason
    trigger = draft.found.trigger
    nearly = draft.kind != "held" and is_nearly_whole(draft.target, trigger)
    if nearly or is_partial(trigger):
        # Who "has taken almost all of A" is still taking it; who "holds almost all" holds it.
        return "part"
    place = draft.settled.place
    brawl = draft.found.trigger.lemma_.lower() in {"clash", "confrontation", "fight", "gunfight"}
    idle = brawl and not any(draft.parties.values()) and not at_war
    if draft.kind == "contested" and (idle or is_told_by_the_way(draft.found)):
        return "not_territory"
    if (
        place
        and place.kind in KINDS_OF_AREA
        and (
            (place.kind == "country" and not draft.whole)
            or draft.kind in {"contested", "besieged", "repelled"}
        )
    ):
        return "container"
    return ""


def _is_own_name(draft: Draft) -> bool:
    """Return whether what looks like a part is in the place's name: "eastern Ghouta"."""
    place = draft.settled.place
    if draft.target.reason != "part" or place is None or draft.target.entity is None:
        return False
    words = place.name.casefold().split()
    return any(c.lower_ in words for c in draft.target.token.children)


def is_former(trigger: Token) -> bool:
    """Return whether who held a place is told as past ("once held by", "formerly")."""
    words = {"once", "formerly", "previously", "originally", "used"}
    near = [*trigger.children, *trigger.head.children]
    if any(c.lower_ in {"height", "peak"} for p in trigger.children for c in p.children):
        return True
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in trigger.children)
    return had or any(c.lower_ in words for c in near)


def is_aside(trigger: Token) -> bool:
    """Return whether a statement stands in a clause on time or in a relative clause."""
    for at in climb(trigger):
        if at.dep_ in {"relcl", "acl", "pcomp"}:
            return True
        links = {c.lower_ for c in at.children if c.dep_ == "mark"}
        if at.dep_ == "advcl" and links & {"since", "before", "after", "when", "until", "as"}:
            return True
    return False


def share_dates(drafts: Sequence[Draft], reported: DateInterval) -> None:
    """Give a change that a headline tells without a day the day on which the text retells it."""
    window = reported
    if window.is_exact and window.latest:
        window = DateInterval(window.latest - timedelta(days=_RETOLD_DAYS), window.latest)
    for draft in drafts:
        if draft.is_dated or not draft.settled.place or draft.status.stance != "asserted":
            continue
        told = {
            other.event
            for other in drafts
            if other.is_dated
            and other.event.earliest
            and _same_change(draft, other)
            and window.intersect(other.event)
        }
        if len(told) == 1:
            draft.event = told.pop()


def _same_change(one: Draft, other: Draft) -> bool:
    if one.kind != other.kind or one.settled.place != other.settled.place:
        return False
    if one.kind not in CHANGES:
        return False
    sides = [{r.actor.id for r in d.parties.get("gaining", ())} for d in (one, other)]
    return not all(sides) or bool(sides[0] & sides[1])


def without_former(drafts: Sequence[Draft]) -> list[Draft]:
    """Turn "regained A, which B held for a decade" into a capture from B."""
    taken = [d for d in drafts if d.kind == "captured" and d.settled.place]
    kept: list[Draft] = []
    for draft in drafts:
        past = _is_past_holding(draft.found.trigger)
        later = [d for d in taken if d.settled.place == draft.settled.place]
        if draft.kind == "held" and later and draft.found.frame.id == "attribute":
            continue
        if draft.kind != "held" or not past or not later:
            kept.append(draft)
            continue
        holders = draft.parties.get("holding", [])
        for capture in later:
            winners = {r.actor.id for r in capture.parties.get("gaining", ())}
            if not capture.parties.get("losing"):
                capture.parties["losing"] = [r for r in holders if r.actor.id not in winners]
    return kept


def _is_past_holding(trigger: Token) -> bool:
    """Return whether "which B held" or "long held by B" tells of the time before a capture."""
    if trigger.dep_ == "relcl":
        return trigger.tag_ in {"VBD", "VBN"}
    now = {"now", "since", "still", "currently"}
    bare = trigger.dep_ in {"acl", "advcl"} and trigger.tag_ == "VBN"
    return bare and not any(c.lower_ in now for c in trigger.children)


def once(drafts: Iterable[Draft]) -> list[Draft]:
    """Keep one claim a place and kind of a sentence: a counted one, then the one that says most."""
    kept: dict[tuple[str, str, object], Draft] = {}
    for draft in drafts:
        place = draft.settled.place.id if draft.settled.place else draft.settled.text
        change = draft.kind in {"captured", "lost"}
        winner = next((r.actor.id for r in draft.parties.get("gaining", ())), "")
        key = (draft.kind, place, (draft.event, winner) if change else None)
        other = kept.get(key)
        if other is None or _weight(draft) > _weight(other):
            kept[key] = draft
    return list(kept.values())


def _weight(draft: Draft) -> tuple[bool, int]:
    asserted = draft.status.stance == "asserted" and not draft.reason
    return asserted, sum(len(p) for p in draft.parties.values())


def still_there(subjects: tuple[PartyRef, ...], drafts: Sequence[Draft]) -> tuple[PartyRef, ...]:
    """Return whom "they" means next: who moved in, where the subject is who left.

    "B left A on Monday and C marched in. By evening they held the airport too."
    """
    told = [d.parties for d in drafts if d.status.stance == "asserted"]
    gone = {r.actor.id for p in told for r in p.get("losing", ())}
    came = tuple(r for p in told for r in p.get("gaining", ()) if r.armed)
    if subjects and came and all(r.actor.id in gone for r in subjects):
        return tuple({r.actor.id: r for r in came}.values())
    return subjects
