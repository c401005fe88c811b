"""The parse of a sentence as the reader sees it, for listings of errors."""

from datetime import date

from components.articles import from_text
from components.claims.scan import scan
from components.dates import narrow_reported
from components.pipeline import Engine
from tests.evaluate.sets import Text


def parse_at(engine: Engine, text: Text, position: int) -> tuple[str, str]:
    """Return the sentence at a position and its words with tag, relation and head."""
    article = from_text(
        text.text, today=date(2026, 1, 1), article_id=text.id, published=text.published
    )
    span = next((s for s in article.sentences if s.end > position), article.sentences[-1])
    reader = engine.reader
    reported = narrow_reported(article.text, article.reported)
    seen = scan(article.text, reader.gazetteer, reader.roster, reported)
    doc = reader.parsed(article.text, span, seen)
    words = [f"{t.text}/{t.tag_} {t.dep_}<{t.head.text}" for t in doc if not t.is_space]
    return " ".join(article.quote(span).split()), " · ".join(words)
