"""The fighting before a capture ("taken after three days of clashes with B"), and what failed."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from components.claims.attribution import speaker_of
from components.claims.discourse import PartyRef
from components.claims.drafts import Draft
from components.claims.losers import opponents_in
from components.claims.parties import PartyFinder
from components.claims.reckoning import duration_before
from components.claims.scan import Scan
from components.claims.sentence import Sentence
from components.claims.won import COMING
from components.dates import Duration, before
from components.records import Span

_ENDED = frozenset({"captured", "lost"})
_COMING = frozenset({"come", "follow", "occur", "happen", "be"})


def lost_by_fighting(draft: Draft, seen: Scan, finder: PartyFinder) -> None:
    """Let who was fought lose what was taken "after three days of clashes with B"."""
    if draft.kind not in _ENDED or draft.status.stance != "asserted":
        return
    fighting = draft.sentence.lexicon.words("fighting")
    inside = [d for d in seen.durations if draft.span.start <= d.start < draft.span.end]
    hit = duration_before(draft.found.trigger, draft.sentence, inside, fighting)
    if hit is None:
        return
    draft.fought = hit[0]
    opponents = opponents_in(hit[1], finder, seen.country)
    if not draft.parties.get("losing") and opponents:
        taking = {r.actor.id for r in draft.parties.get("gaining", [])}
        draft.parties["losing"] = [r for r in opponents if r.actor.id not in taking]


def elaboration(
    told: Sequence[Draft],
    spans: Sequence[Span],
    sentence: Sentence,
    finder: PartyFinder,
    seen: Scan,
) -> list[Draft]:
    """Read on from the last claim: "The announcement comes after three days of clashes".

    Args:
        told: The claims read so far.
        spans: The sentence, after those where the claim may stand that it goes on with.
        sentence: The sentence.
        finder: Its parties.
        seen: What the lookups know of the article.
    """
    last = next((d for d in reversed(told) if d.kind in _ENDED), None)
    if last is None or last.status.stance != "asserted" or last.span not in spans[:-1]:
        return []
    span, lexicon = spans[-1], sentence.lexicon
    inside = [d for d in seen.durations if span.start <= d.start < span.end]
    for root in sentence.doc:
        subject = [c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}]
        if root.lemma_ not in _COMING or not subject:
            continue
        if subject[0].lower_ not in lexicon.words("events"):
            continue
        hit = duration_before(root, sentence, inside, lexicon.words("fighting"))
        if hit:
            _name_loser(told, last, hit[1], finder, seen.country)
            return [_fight_told(last, sentence, span, hit, finder, seen.country)]
    return []


def _name_loser(
    told: Sequence[Draft], last: Draft, noun: Token, finder: PartyFinder, country: str
) -> None:
    """Let who was fought have lost what the sentence of the last claim says was taken."""
    losing = _fought(last, noun, finder, country)
    if not losing or last.parties.get("losing"):
        return
    for draft in told:
        same = draft.span == last.span and draft.kind == "captured"
        if same and not draft.parties.get("losing"):
            draft.parties["losing"] = [replace(r, start=0, end=0) for r in losing]


def _fought(last: Draft, noun: Token, finder: PartyFinder, country: str) -> list[PartyRef]:
    taking = {r.actor.id for r in last.parties.get("gaining", [])}
    return [r for r in opponents_in(noun, finder, country) if r.actor.id not in taking]


def _fight_told(
    last: Draft,
    sentence: Sentence,
    span: Span,
    hit: tuple[Duration, Token],
    finder: PartyFinder,
    country: str,
) -> Draft:
    duration, noun = hit
    implied = [replace(r, start=0, end=0) for r in last.parties.get("gaining", [])]
    return replace(
        last,
        sentence=sentence,
        span=span,
        kind="contested",
        parties={"attacking": implied, "defending": _fought(last, noun, finder, country)},
        speaker=speaker_of(noun, sentence, finder, finder.roster, country),
        event=before(last.event, duration.days),
        fought=duration,
    )


def without_failed(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out the attack, and the entry, of those who were repelled in the same sentence."""
    repelled = [d for d in drafts if d.kind == "repelled" and d.status.stance == "asserted"]
    return [d for d in drafts if not any(_failed(d, end) for end in repelled)]


def _failed(draft: Draft, end: Draft) -> bool:
    entered = draft.kind == "captured" and draft.found.frame.id in COMING
    if not (entered or draft.kind == "contested") or draft.settled != end.settled:
        return False
    acting = draft.parties.get("gaining") or draft.parties.get("attacking") or []
    beaten = {r.actor.id for r in end.parties.get("attacking", ())}
    return draft.found.trigger.i < end.found.trigger.i and any(r.actor.id in beaten for r in acting)
