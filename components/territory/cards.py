"""What an evidence card shows of a claim: its words, its sentence in its paragraph, its source."""

from collections import Counter
from collections.abc import Iterator, Mapping
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


def evidence(world: World, articles: Mapping[str, Article]) -> Mapping[str, dict[str, Any]]:
    """Return what the cards show of each claim, by its identifier.

    All texts are as the article has them, not escaped. A claim whose article is not given
    keeps its words and days and has no sentence.
    """
    return Evidence(world, articles)


class Evidence(Mapping[str, dict[str, Any]]):
    """The cards of a world's claims, each made when it is asked for."""

    def __init__(self, world: World, articles: Mapping[str, Article]) -> None:
        self._world = world
        self._articles = articles
        self._claims = {claim.id: claim for claim in world.claims}
        self._names = {a.id: a.phrase or a.name for a in world.actors.values()}
        self._copies = Counter(article for pair in world.copies for article in pair)

    def __getitem__(self, claim_id: str) -> dict[str, Any]:
        """Return the card of a claim."""
        claim = self._claims[claim_id]
        article = self._articles.get(claim.evidence.article_id)
        return {**self._plain(claim, article), **self._said(claim)}

    def __iter__(self) -> Iterator[str]:
        """Go through the claims in the order of the world."""
        return iter(self._claims)

    def __len__(self) -> int:
        """Return how many claims there are."""
        return len(self._claims)

    def _plain(self, claim: Claim, article: Article | None) -> dict[str, Any]:
        """Return what was read: the claim in words, its sentence, its source."""
        before, sentence, after = _quoted(claim, article)
        origin = self._world.origins.get(claim.evidence.article_id)
        return {
            "words": self._words(claim),
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
            "collections": list(origin.collections) if origin else [],
            "copies": self._copies[claim.evidence.article_id],
            "before": before,
            "sentence": sentence,
            "after": after,
            "counted": claim.counted,
            "reason_code": claim.reason_code,
            "reason_title": _REASON_TITLES.get(claim.reason_code, ""),
            "reason": claim.reason,
            "known_from": claim.reported.latest.isoformat() if claim.reported.latest else "",
            "toponym": claim.toponym,
            "place_id": claim.place_id,
        }

    def _said(self, claim: Claim) -> dict[str, Any]:
        """Return what people said of it: the verdict in force, and what it replaced."""
        review = self._world.reviews.get(claim.id)
        original = self._world.originals.get(claim.id)
        return {
            "review": {
                "verdict": review.verdict,
                "by": review.reviewer,
                "at": review.reviewed_at.isoformat(),
                "note": review.note,
            }
            if review
            else None,
            "original": self._words(original) if original else "",
            "original_when": format_days(original.event, short=True) if original else "",
            "original_place_id": original.place_id if original else None,
            "revision": self._world.revisions.get(claim.id, 0),
        }

    def _words(self, claim: Claim) -> str:
        written = {p.actor_id: p.text for p in claim.parties}
        return claim_words(claim, lambda a: self._names.get(a) or written.get(a) or a)


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
