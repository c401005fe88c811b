"""Claims whose day nothing bounds, and when the fold leaves them to the lists."""

from collections.abc import Iterable

from components.records import Claim


def is_undated(claim: Claim) -> bool:
    """Whether neither the text nor the day of its report says since when a claim may be true.

    Such a claim can be of any day up to the one on which the article was given to Whoheld.
    """
    if claim.event.earliest is not None or claim.reported.earliest is not None:
        return False
    event, report = claim.event.latest, claim.reported.latest
    return event is None or (report is not None and event >= report)


def without_undated(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims on one place that the fold can set in order.

    An undated claim stays where no other article dates what it says of the place: within one
    article the text itself tells what came before. Anywhere else it would colour all later
    days on the word of a report that may be older than all of them.
    """
    heard = list(claims)
    if not any(c.event.earliest is None and is_undated(c) for c in heard):
        return heard
    dating = {c.evidence.article_id for c in heard if not is_undated(c) and c.stance == "asserted"}
    return [c for c in heard if not is_undated(c) or dating <= {c.evidence.article_id}]
