"""Which of a sentence's dates belongs to a statement."""

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Token

from components.claims.lexicon import Lexicon
from components.claims.sentence import Sentence
from components.claims.syntax import climb
from components.dates import DateExpression, Duration, event_interval
from components.records import DateInterval

_OWN, _ABOVE, _LEADING, _BELOW, _FAR = range(5)


def token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the first token that stands for a stretch of the article."""
    for token in sentence.doc:
        if token.i in sentence.entities:
            continue
        origin = sentence.masked.origin[token.idx]
        if start <= origin < end:
            return token
    return None


def date_of(
    trigger: Token,
    sentence: Sentence,
    expressions: Sequence[DateExpression],
    triggers: frozenset[int],
) -> DateExpression | None:
    """Return the date expression that belongs to a statement, None for none.

    Args:
        trigger: The word that makes the statement.
        sentence: Its sentence.
        expressions: The dates within the sentence.
        triggers: Positions of the words that make the sentence's statements; a date that hangs
            on another of them is that one's.
    """
    best: tuple[int, int, DateExpression] | None = None
    for expression in expressions:
        token = token_at(sentence, expression.start, expression.end)
        if token is None:
            continue
        rank = _rank(trigger, token, sentence, triggers)
        if rank is None:
            continue
        candidate = (rank, abs(token.i - trigger.i), expression)
        if best is None or candidate[:2] < best[:2]:
            best = candidate
    return best[2] if best else None


def _rank(trigger: Token, at: Token, sentence: Sentence, triggers: frozenset[int]) -> int | None:  # noqa: C901, PLR0911 (one return for each rule)
    governor = _governor(at, triggers)
    leads = at.i <= 3
    if governor is None:
        return _LEADING
    if governor.i == trigger.i:
        return _OWN
    lexicon: Lexicon = sentence.lexicon
    above = list(climb(trigger))
    says = governor.lemma_.lower() in lexicon.words("say")
    if says and not leads and governor.i not in triggers:
        return None
    if governor.i in triggers and not leads:
        linked = governor in above and trigger.dep_ in {"conj", "xcomp", "advcl", "dobj", "pobj"}
        return _ABOVE if linked and trigger.i > at.i else None
    if governor in above[1:]:
        if says and not leads:
            return None
        if _crosses_relative(trigger, governor):
            return None
        return _ABOVE
    if leads:
        return _LEADING
    if trigger in list(climb(governor)):
        own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in governor.children)
        goal = governor.head.lemma_.lower() in sentence.lexicon.words("goal_nouns") and any(
            c.dep_ == "aux" and c.lower_ == "to" for c in governor.children
        )
        inner = (governor.dep_ in {"relcl", "acl"} and not goal) or own_subject
        told = any(c.dep_ == "aux" and c.lower_ == "to" for c in governor.children)
        if inner and not own_subject and not told and governor.lower_ in lexicon.verb_of:
            return _FAR
        return None if inner else _BELOW
    return _FAR


def _governor(at: Token, triggers: frozenset[int]) -> Token | None:
    for above in climb(at):
        if above.i != at.i and (above.pos_ in {"VERB", "AUX"} or above.i in triggers):
            return above
    return None


def _crosses_relative(trigger: Token, governor: Token) -> bool:
    """Return whether a statement stands in a relative clause below the word a date hangs on."""
    for above in climb(trigger):
        if above.i == governor.i:
            return False
        if above.dep_ == "relcl":
            return True
    return False


def is_background(trigger: Token, lexicon: Lexicon) -> bool:
    """Return whether a statement tells of what was before the news ("which had fallen")."""
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in trigger.children)
    if trigger.dep_ == "relcl" and trigger.tag_ in {"VBD", "VBN"}:
        return True
    if not had:
        return False
    return not any(
        below.dep_ == "ccomp" and below.head.lemma_.lower() in lexicon.words("say")
        for below in climb(trigger)
    )


def days_of(
    expression: DateExpression | None,
    reported: DateInterval,
    *,
    background: bool,
    not_before: date | None = None,
) -> DateInterval:
    """Return the days on which the event of a statement may have happened."""
    return event_interval(expression, reported, is_news=not background, not_before=not_before)


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
