"""What an evidence card shows of a claim: its words, its sentence in its paragraph, its source."""

from collections.abc import Mapping
from typing import Any

from components.articles import paragraph_of
from components.records import Article, Claim
from components.territory.words import capitalised, claim_words, format_day, format_days
from components.territory.world import World

_REASON_TITLES = {
    "part": "Only a part of it",
    "beside": "A place beside it",
    "unnamed": "No holder named",
    "not_found": "No place found",
    "ambiguous": "More than one place of this name",
    "planned": "Planned, not done",
    "hypothetical": "Only supposed",
    "attempted": "Tried, not done",
    "denied": "Denied",
    "direction": "A direction, not a place",
    "container": "A larger area, not this place",
    "not_territory": "Not about control",
    "rejected": "Rejected by a reader",
    "unconfirmed": "Found by the second reader only",
}


def evidence(world: World, articles: Mapping[str, Article]) -> dict[str, dict[str, Any]]:
    """Return what the cards show of each claim, by its identifier.

    All texts are as the article has them, not escaped. A claim whose article is not given
    keeps its words and days and has no sentence.
    """
    names = {a.id: a.phrase or a.name for a in world.actors.values()}
    return {c.id: _card(c, articles.get(c.evidence.article_id), names) for c in world.claims}


def _card(claim: Claim, article: Article | None, names: Mapping[str, str]) -> dict[str, Any]:
    before, sentence, after = _quoted(claim, article)
    written = {p.actor_id: p.text for p in claim.parties}
    return {
        "words": claim_words(claim, lambda a: names.get(a) or written.get(a) or a),
        "kind": claim.kind,
        "stance": claim.stance,
        "when": format_days(claim.event, short=True),
        "source": capitalised(claim.attribution.source) or "The article",
        "basis": claim.attribution.basis,
        "article": article.title if article else "",
        "article_id": claim.evidence.article_id,
        "dates": _written(claim, article),
        "publisher": article.publisher if article else "",
        "url": article.url if article else "",
        "before": before,
        "sentence": sentence,
        "after": after,
        "counted": claim.counted,
        "reason_code": claim.reason_code,
        "reason_title": _REASON_TITLES.get(claim.reason_code, ""),
        "reason": claim.reason,
        "toponym": claim.toponym,
        "place_id": claim.place_id,
    }


def _quoted(claim: Claim, article: Article | None) -> tuple[str, str, str]:
    """Return the paragraph in three parts: before the sentence, the sentence, after it."""
    if article is None:
        return "", "", ""
    span = claim.evidence
    whole = paragraph_of(article, span)
    text = article.text
    return (
        text[whole.start : span.start].lstrip(),
        text[span.start : span.end],
        text[span.end : whole.end].rstrip(),
    )


def _written(claim: Claim, article: Article | None) -> str:
    """Return when the article appeared, in words."""
    days = article.reported if article else claim.reported
    first, last = days.earliest, days.latest
    if first and first == last:
        return f"Article of {format_day(first, short=True)}"
    if first is None:
        return f"Article written by {format_day(last, short=True)}" if last else ""
    bounds = format_days(days, short=True).removeprefix("Some day ")
    return f"Article written {bounds}"
