"""Makes claims of what was read, each complete and with its digest."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from components.claims.attribution import attribution_of
from components.claims.drafts import REASONS, Draft
from components.claims.lexicon import ROLES
from components.claims.scan import Scan
from components.records import (
    Actor,
    Article,
    Claim,
    ClaimKind,
    Mention,
    Party,
    Place,
    Reading,
    Role,
    Span,
    Stance,
    claim_digest,
)

EXTRACTOR = "rules 3"


def reading_of(
    article: Article, drafts: Sequence[Draft], seen: Scan, bloc: Callable[[str, date | None], str]
) -> Reading:
    """Return what reading an article gave.

    Args:
        article: The article, with `reported` narrowed by what its text says.
        drafts: Its claims in the making.
        seen: Names of the article.
        bloc: Rolls an actor up to its side on a day.
    """
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    claims: list[Claim] = []
    used: Counter[str] = Counter()
    for draft in drafts:
        claim = _claim(article, draft, actors, used, bloc)
        if draft.settled.place:
            places[draft.settled.place.id] = draft.settled.place
        claims.append(claim)
    mentions = []
    for r in seen.resolutions:
        span = Span(article.id, r.toponym.start, r.toponym.end)
        mentions.append(Mention(span, r.toponym.text, r.place.id if r.place else None))
        if r.place:
            places[r.place.id] = r.place
    claims.sort(key=lambda c: c.evidence.start)
    return Reading(
        article, tuple(claims), tuple(mentions), tuple(places.values()), tuple(actors.values())
    )


def _claim(
    article: Article,
    draft: Draft,
    actors: dict[str, Actor],
    used: Counter[str],
    bloc: Callable[[str, date | None], str],
) -> Claim:
    text = article.text
    parties: list[Party] = []
    for role in ROLES:
        for ref in draft.parties.get(role, []):
            actors[ref.actor.id] = ref.actor
            words = re.sub(r"\s+", " ", text[ref.start : ref.end]).strip()
            parties.append(Party(ref.actor.id, _role(role), words))
    day = draft.event.latest or article.reported.latest
    attribution = attribution_of(
        draft.speaker,
        [(p.role, p.actor_id) for p in parties],
        lambda actor_id: bloc(actor_id, day),
        article.publisher or "The article",
    )
    status = draft.status
    code = status.reason_code or draft.reason
    reason = status.reason or REASONS.get(code, "")
    place_id = draft.settled.place.id if draft.settled.place else None
    place_id = None if draft.reason == "unnamed" else place_id
    content = (
        draft.span,
        draft.kind,
        status.stance,
        tuple(parties),
        draft.settled.text,
        place_id,
    )
    return Claim(
        id=digest_of(content, used),
        kind=draft.kind,
        stance=status.stance,
        parties=tuple(parties),
        place_id=place_id,
        toponym=draft.settled.text,
        event=draft.event,
        reported=article.reported,
        attribution=attribution,
        evidence=draft.span,
        counted=not code,
        reason_code=code,
        reason=reason,
        extractor=EXTRACTOR,
        whole=draft.whole,
    )


def digest_of(
    content: tuple[Span, ClaimKind, Stance, tuple[Party, ...], str, str | None],
    used: Counter[str],
) -> str:
    """Return the identifier of a claim; `used` counts those of the article that share a content."""
    digest = claim_digest(*content)
    used[digest] += 1
    return digest if used[digest] == 1 else claim_digest(*content, used[digest] - 1)


def _role(name: str) -> Role:
    assert name in ROLES
    return name  # type: ignore[return-value]  # ROLES are the roles
