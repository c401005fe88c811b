"""From the ledger, or from rows printed by `read`, to the world that the map draws."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from components.actors import Roster
from components.pipeline.gathering import Gathering, named, one_line
from components.pipeline.rows import ReadRows
from components.records import Article, DateInterval, Span
from components.store import Ledger
from components.territory import World, evidence


def load_world(
    ledger: Ledger, roster: Roster, chosen: Callable[[Article], bool] = lambda _: True
) -> World:
    """Return all that the ledger holds, or what the chosen articles say."""
    gathering = Gathering(roster)
    for kept in ledger.kept():
        if chosen(kept.reading.article):
            gathering.add(kept)
    return gathering.world()


def load_evidence(ledger: Ledger, world: World) -> Mapping[str, dict[str, Any]]:
    """Return what the evidence cards show of each claim of the world, by the claim's id."""
    return evidence(world, {article.id: article for article in ledger.articles()})


def world_from_rows(read: ReadRows, roster: Roster) -> World:
    """Return the world of rows printed by `read`."""
    articles = {claim.evidence.article_id for claim in read.claims}
    spellings: dict[str, Counter[str]] = {}
    for claim in read.claims:
        if claim.place_id:
            spelling = one_line(claim.toponym)
            spellings.setdefault(claim.place_id, Counter())[spelling] += 1
    return World(
        read.claims,
        {place.id: named(place, spellings.get(place.id)) for place in read.places.values()},
        {place_id: counts.total() for place_id, counts in spellings.items()},
        {**read.actors, **roster.actors},
        roster.memberships,
        len(articles),
        ended=roster.ended,
    )


def articles_from_rows(read: ReadRows) -> dict[str, Article]:
    """Return stand-ins for the articles behind rows: their quoted sentences, each in its place.

    Rows hold sentences, not articles; what lies between them is left blank, so that the
    claims' spans still mark the right words and each sentence is a paragraph of its own.
    """
    reports = {claim.evidence.article_id: claim.reported for claim in read.claims}
    by_article: dict[str, dict[Span, str]] = {}
    for span, sentence in read.sentences.items():
        by_article.setdefault(span.article_id, {})[span] = sentence
    return {
        article_id: _stand_in(article_id, sentences, reports[article_id])
        for article_id, sentences in by_article.items()
    }


def _stand_in(article_id: str, sentences: Mapping[Span, str], reported: DateInterval) -> Article:
    length = max(span.end for span in sentences)
    text = ["\n"] * length
    for span, sentence in sentences.items():
        text[span.start : span.end] = sentence.ljust(span.end - span.start)[: span.end - span.start]
    return Article(
        id=article_id,
        text="".join(text),
        sentences=_in_order(sentences),
        title="",
        publisher="",
        url="",
        language="en",
        reported=reported,
    )


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans))
