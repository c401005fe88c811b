"""What the second reader said outlives a new reading by the rules alone: nothing is lost."""

from dataclasses import replace

from components.dates import event_interval, find
from components.records import Claim, Reading
from components.secondreader.agreement import agreement_of


def carried(old: Reading, new: Reading) -> Reading:
    """Return the new reading of an article with the second reader's part of the old one.

    Its claims are dated anew by the one date that their sentence names, if it names one.
    """
    before = {claim.id: claim.extractor for claim in old.claims}
    only = [c for c in old.claims if agreement_of(c.extractor) == "only second"]
    if not only and not any(agreement_of(extractor) for extractor in before.values()):
        return new
    claims = [_marked_as(before.get(c.id, ""), c) for c in new.claims]
    known = {c.id for c in claims}
    kept = [_dated(c, new) for c in only if c.id not in known]
    wanted = {c.place_id for c in kept} | {p.actor_id for c in kept for p in c.parties}
    wanted -= {p.id for p in new.places} | {a.id for a in new.actors}
    places = (*new.places, *(p for p in old.places if p.id in wanted))
    actors = (*new.actors, *(a for a in old.actors if a.id in wanted))
    ordered = tuple(sorted((*claims, *kept), key=lambda c: c.evidence.start))
    return replace(new, claims=ordered, places=places, actors=actors)


def _marked_as(before: str, claim: Claim) -> Claim:
    return replace(claim, extractor=before) if agreement_of(before) else claim


def _dated(claim: Claim, reading: Reading) -> Claim:
    article = reading.article
    span = claim.evidence
    dates = find(article.text, article.reported)
    named = [d for d in dates if span.start <= d.start < span.end]
    expression = named[0] if len(named) == 1 else None
    event = event_interval(expression, article.reported, is_news=True)
    return replace(claim, event=event, reported=article.reported)
