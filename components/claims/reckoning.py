"""How far from another day a statement's lies: "two weeks after", "held A for a year"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from spacy.tokens import Token

from components.claims.dating import token_at
from components.claims.sentence import Sentence
from components.claims.syntax import climb, lasts_until
from components.dates import DateExpression, Duration, before, find_durations
from components.records import DateInterval


def reckoned(
    trigger: Token,
    sentence: Sentence,
    durations: Sequence[Duration],
    expressions: Sequence[DateExpression],
) -> tuple[Token | None, DateExpression | None, Duration, int] | None:
    """Return from what and how far the day of a statement is reckoned, None where it is not.

    In "left A two weeks after taking it" the taking lies two weeks before the leaving; in
    "held A for two weeks until 5 May" the beginning lies two weeks before that day.

    Returns:
        The verb or noun whose day is meant, or the date itself; the distance; and the sign,
        -1 for earlier and 1 for later.
    """
    for duration in durations:
        at = token_at(sentence, duration.start, duration.end)
        if at is None:
            continue
        link = _link_after(at, sentence)
        sign = _SIGNS.get(link.lower_, 0) if link is not None else 0
        lasting = at.i > 0 and any(t.lower_ == "for" for t in climb(at))
        # "held A for a year before B took it": the year is that of the holding.
        if sign and not lasting and link is not None and _governs(link, trigger):
            above = _above_link(link, trigger)
            if above is not None and not _dates_under(link, sentence, expressions):
                return above, None, duration, sign
        counted = _counted_from(at, trigger, sentence, expressions)
        if counted is not None and not lasting:
            return None, counted, duration, 1
        verb = next((t for t in climb(at) if t.pos_ in {"VERB", "AUX"}), None)
        if verb is None or verb.i != trigger.i or not lasting:
            continue
        for expression in expressions:
            end = token_at(sentence, expression.start, expression.end)
            if end is None:
                continue
            if expression.relation == "until" or lasts_until(end, trigger):
                return None, expression, duration, -1
    return None


def _dates_under(
    link: Token, sentence: Sentence, expressions: Sequence[DateExpression]
) -> list[DateExpression]:
    """Return the dates that the clause or phrase behind "after" gives itself."""
    top = link.head if link.dep_ == "mark" else link
    inside = {t.i for t in top.subtree if t.i > link.i}
    told = ((token_at(sentence, e.start, e.end), e) for e in expressions)
    return [e for token, e in told if token is not None and token.i in inside]


def _counted_from(
    at: Token, trigger: Token, sentence: Sentence, expressions: Sequence[DateExpression]
) -> DateExpression | None:
    """Return the day from which "took A two weeks after the start on 5 May" is counted."""
    doc = sentence.doc
    for i in range(at.i + 1, min(len(doc), at.i + 4)):
        link = doc[i]
        if link.lower_ not in {"after", "into"}:
            continue
        path = list(climb(link))[:6]
        under = any(t.i == trigger.i for t in path) and not _governs(link, trigger)
        days = _dates_under(link, sentence, expressions) if under else []
        if under and not days and link.lower_ == "into":
            # "Three weeks into the offensive, launched on 5 May, they took A".
            told = ((token_at(sentence, e.start, e.end), e) for e in expressions)
            days = [e for t, e in told if t is not None and link.i < t.i < trigger.i]
        return days[0] if len(days) == 1 and days[0].relation == "on" else None
    return None


def length_held(
    trigger: Token, sentence: Sentence, durations: Sequence[Duration], *, ended: bool = False
) -> Duration | None:
    """Return how long a holder held: "had held A for ten months".

    Args:
        trigger: The word that tells of the holding.
        sentence: Its sentence.
        durations: The lengths of time in the sentence.
        ended: Whether what follows may say when it ended: "for ten months before B took it".
    """
    for duration in durations:
        at = token_at(sentence, duration.start, duration.end)
        if at is None or duration.rough or (not ended and _link_after(at, sentence) is not None):
            continue
        path = list(climb(at))[:4]
        under = any(t.lower_ == "for" and t.head.i == trigger.i for t in path)
        if under and (ended or not any(t.lower_ == "until" for t in trigger.subtree)):
            return duration
    return None


def distances_in(text: str, start: int) -> list[Duration]:
    """Return the lengths of time that "after" or "before" follows at once ("two weeks after").

    Args:
        text: A sentence.
        start: Where it begins in the article.
    """
    found: list[Duration] = []
    for match in _DISTANCE.finditer(text):
        begin = max(0, match.start() - 40)
        last = find_durations(text[begin : match.end(1)])[-1:]
        found += [
            replace(d, start=d.start + begin + start, end=d.end + begin + start) for d in last
        ]
    return found


_DISTANCE = re.compile(
    r"\b((?:hour|day|week|month|year)s?)\s+(?:after|before|into|since)\b", re.IGNORECASE
)
_SIGNS = {"after": -1, "before": 1, "since": -1}


def _link_after(at: Token, sentence: Sentence) -> Token | None:
    """Return "after" or "before" that follows a length of time at once."""
    doc = sentence.doc
    for i in range(at.i + 1, min(len(doc), at.i + 5)):
        if doc[i].lower_ in _SIGNS:
            return doc[i]
        if doc[i].lemma_.lower() not in _UNITS and doc[i].pos_ not in {"NUM", "ADJ"}:
            return None
    return None


_UNITS = frozenset({"day", "week", "month", "year", "hour"})


def _governs(link: Token, trigger: Token) -> bool:
    """Return whether a statement is the clause that "after" opens."""
    if link.dep_ == "mark":
        return link.head.i == trigger.i
    return any(
        t.i == trigger.i or (t.dep_ == "pcomp" and trigger.dep_ in {"xcomp", "ccomp", "conj"})
        for c in link.children
        if c.dep_ in {"pcomp", "pobj"}
        for t in (c, *c.children)
        if t.i == trigger.i
    )


def _above_link(link: Token, trigger: Token) -> Token | None:
    """Return the verb of the clause that is told as the later or the earlier one."""
    start = trigger.head if link.dep_ == "mark" else link.head
    for above in climb(start):
        if above.i != trigger.i and above.pos_ in {"VERB", "AUX"}:
            return above
    return None


def reckon(base: DateInterval, duration: Duration, sign: int, lead: str = "") -> DateInterval:
    """Return the days some time before or after others, as loose as the words are.

    "Two weeks" are give or take two days, "thirteen months" a fortnight, "less than a week" any
    day of it.

    Args:
        base: The days it is counted from.
        duration: The length of time.
        sign: -1 for earlier and 1 for later.
        lead: The words before the length.
    """
    if _LESS.search(f"{lead}{duration.text}") and base.earliest and base.latest:
        far = before(base, -sign * duration.days)
        ends = [d for d in (base.earliest, base.latest, far.earliest, far.latest) if d]
        return DateInterval(min(ends), max(ends))
    words = duration.text.lower()
    loose = next((d for unit, d in _LOOSE if unit in words), 0)
    loose = max(loose, duration.days // 3) if duration.rough else loose
    moved_ = before(base, -sign * duration.days)
    if moved_.earliest is None or moved_.latest is None:
        return moved_
    spread = timedelta(days=loose)
    return DateInterval(moved_.earliest - spread, moved_.latest + spread)


_LESS = re.compile(r"\b(?:less|fewer) than\b|\b(?:within|under|barely|inside)\b", re.IGNORECASE)
_LOOSE = (("year", 100), ("month", 16), ("week", 2))


def duration_before(
    trigger: Token, sentence: Sentence, durations: Sequence[Duration], fighting: frozenset[str]
) -> tuple[Duration, Token] | None:
    """Return how long was fought before an event ("after three days of clashes"), and the noun."""
    for duration in durations:
        token = None if duration.rough else token_at(sentence, duration.start, duration.end)
        if token is None:
            continue
        path = list(climb(token))
        if trigger not in path[:9]:
            continue
        linked = any(t.lower_ in {"after", "following"} for t in path)
        noun = next((t for t in sentence.doc[token.i : token.i + 8] if t.lower_ in fighting), None)
        if linked and noun is not None:
            return duration, noun
    return None
