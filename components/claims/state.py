"""What reading one article has come to so far."""

from dataclasses import dataclass, field
from datetime import date

from components.claims.discourse import Discourse
from components.claims.drafts import Draft
from components.claims.scan import Scan
from components.claims.settle import Settler
from components.dates import DateExpression
from components.records import Article, DateInterval


@dataclass(slots=True)
class State:
    """What is known of an article, and what was read of it so far.

    Args:
        article: The article, its titles made plain.
        reported: Days on which it may have appeared.
        scan: Names and dates.
        discourse: Whom it spoke of.
        settler: Which places it spoke of.
        drafts: The claims so far.
        told: The same with the numbers of their sentences.
        news: Days on which its news happened.
        day: The day that decides who governed.
        last_date: The last date told, and the number of its sentence.
    """

    article: Article
    reported: DateInterval
    scan: Scan
    discourse: Discourse
    settler: Settler
    drafts: list[Draft] = field(default_factory=list)
    told: list[tuple[int, Draft]] = field(default_factory=list)
    news: DateInterval = field(default_factory=lambda: DateInterval(None, None))
    day: date | None = None
    last_date: tuple[int, DateExpression] | None = None
