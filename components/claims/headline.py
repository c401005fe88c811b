"""A headline that was given apart from the text is read in front of it, for what it names.

"The town" of the first sentence may be named in the headline alone. Claims are made of the text
only: a span counts its code points, so a headline can be no evidence.
"""

from collections import Counter
from dataclasses import replace

from components.claims.results import digest_of
from components.records import Article, Claim, Reading, Span

_GAP = "\n\n"
# A text that begins with its headline needs no second one.
_LEAD = 200


def with_headline(article: Article) -> tuple[Article, int]:
    """Return an article with its headline in front, and the code points that this adds.

    Nothing is added where there is no headline, or where the text begins with it.
    """
    title = " ".join(article.title.split())
    opening = " ".join(article.text[: len(title) + _LEAD].split()).casefold()
    if not title or title.casefold() in opening:
        return article, 0
    added = len(title) + len(_GAP)
    sentences = (
        Span(article.id, 0, len(title)),
        *(Span(s.article_id, s.start + added, s.end + added) for s in article.sentences),
    )
    return replace(article, text=title + _GAP + article.text, sentences=sentences), added


def without_headline(reading: Reading, article: Article, added: int) -> Reading:
    """Return a reading of an article with its headline as one of the text alone.

    Args:
        reading: What reading with the headline gave.
        article: The article without it.
        added: Code points that the headline takes.
    """
    used: Counter[str] = Counter()
    claims = tuple(
        _moved(claim, added, used) for claim in reading.claims if claim.evidence.start >= added
    )
    mentions = tuple(
        replace(m, span=_back(m.span, added)) for m in reading.mentions if m.span.start >= added
    )
    places = {c.place_id for c in claims} | {m.place_id for m in mentions}
    actors = {p.actor_id for c in claims for p in c.parties}
    return Reading(
        replace(article, reported=reading.article.reported),
        claims,
        mentions,
        tuple(p for p in reading.places if p.id in places),
        tuple(a for a in reading.actors if a.id in actors),
    )


def _back(span: Span, added: int) -> Span:
    return Span(span.article_id, span.start - added, span.end - added)


def _moved(claim: Claim, added: int, used: Counter[str]) -> Claim:
    """Return a claim at its place in the text alone, with the digest that this gives."""
    span = _back(claim.evidence, added)
    content = (span, claim.kind, claim.stance, claim.parties, claim.toponym, claim.place_id)
    return replace(claim, id=digest_of(content, used), evidence=span)
