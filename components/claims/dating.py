"""Which of a sentence's dates belongs to a statement."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Token

from components.claims.lexicon import Lexicon
from components.claims.sentence import Sentence
from components.claims.syntax import climb
from components.dates import DateExpression, event_interval
from components.records import DateInterval

_OWN, _ABOVE, _LEADING, _BELOW, _FAR = range(5)


def token_at(sentence: Sentence, start: int, end: int) -> Token | None:
    """Return the first token that stands for a stretch of the article."""
    for token in sentence.doc:
        if token.i in sentence.entities:
            continue
        origin = sentence.masked.origin[token.idx]
        if start <= origin < end and (
            token.lower_ not in _POINTING or token.i + 1 == len(token.doc)
        ):
            return token
    return None


# What a year before it says the making of, and not when something is so.
_RECORDS = frozenset(
    {
        *("census", "survey", "agreement", "deal", "accord", "treaty", "pact", "protocol"),
        *("constitution", "memorandum", "resolution", "estimate", "report", "study", "law"),
    }
)
_POINTING = frozenset({"that", "the", "this", "same"})


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
        if token is None or _names_record(token):
            continue
        rank = _rank(trigger, token, sentence, triggers)
        if _opens(trigger, expression, sentence):
            rank = _OWN
        if rank is None:
            continue
        candidate = (rank, abs(token.i - trigger.i), expression)
        if best is None or candidate[:2] < best[:2]:
            best = candidate
    return best[2] if best else None


def _names_record(token: Token) -> bool:
    """Return whether a year tells apart what was written down: "by the 2014 census"."""
    noun = token.head
    beside = token.dep_ in {"nummod", "compound", "nmod", "amod"} and token.i < noun.i
    return beside and noun.lemma_.lower() in _RECORDS


def dates_beside(
    stretch: tuple[int, int] | None, expressions: Sequence[DateExpression]
) -> tuple[list[DateExpression], DateExpression | None]:
    """Return the dates that may belong to one of several statements that share a verb.

    Args:
        stretch: From where to where the article says it, None where the verb has it alone; from
            0 for the first of them.
        expressions: The dates of the sentence.

    Returns:
        The dates to choose from, and the one that is named beside it, None for none.
    """
    if stretch is None:
        return list(expressions), None
    beside = [e for e in expressions if stretch[0] <= e.start < stretch[1]]
    if stretch[0] == 0:
        return beside, None
    # "On Friday X took A, and Y B": without a day of its own, that of the verb.
    return list(expressions), next(iter(beside), None)


def _opens(trigger: Token, expression: DateExpression, sentence: Sentence) -> bool:
    """Return whether a date stands right before the clause: "on Friday when B left A"."""
    link = next((c for c in trigger.children if c.lower_ in {"when", "as"}), None)
    if link is None or link.i > trigger.i:
        return False
    before_ = sentence.doc[link.i - 1] if link.i else link
    if before_.text == "," and link.i > 1:
        before_ = sentence.doc[link.i - 2]
    at = sentence.masked.origin[before_.idx] if before_.i not in sentence.entities else -1
    return expression.start <= at < expression.end


def _rank(trigger: Token, at: Token, sentence: Sentence, triggers: frozenset[int]) -> int | None:  # noqa: C901, PLR0911 (one return for each rule)
    if _is_right_behind(trigger, at):
        return _OWN
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
    aside = next((t for t in climb(governor) if t.dep_ in {"acl", "relcl"}), None)
    if aside is not None and not leads and aside not in above and aside.head not in above:
        # "An offensive launched on 1 May led to the fall of A"; "B, which has tried to take A
        # since May, said it had taken C".
        return None
    return _FAR


def _is_right_behind(trigger: Token, at: Token) -> bool:
    """Return whether a date follows at once on what a noun says: "the fall of A on Friday"."""
    if trigger.pos_ != "NOUN":
        return False
    first = at.head if at.head.pos_ == "ADP" and at.head.i == at.i - 1 else at
    before_ = first.nbor(-1) if first.i else first
    return before_.i > trigger.i and before_ in trigger.subtree and first.head.i != before_.i


def _governor(at: Token, triggers: frozenset[int]) -> Token | None:
    if at.head.lower_ in {"that", "this"} and at.head.i == at.i - 1:
        # The parser takes "that" of "retaken that July" for a link: the nearest verb is meant.
        return next((at.doc[i] for i in sorted(triggers, reverse=True) if i < at.i), None)
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
    """Return whether a statement tells of what was before the news ("had fallen")."""
    if any(c.lower_ == "already" for c in trigger.children) and trigger.tag_ in {"VBD", "VBN"}:
        return True
    had = any(c.lower_ == "had" and c.dep_ == "aux" for c in trigger.children)
    if trigger.dep_ == "relcl" and trigger.tag_ in {"VBD", "VBN"}:
        return True
    if any(c.dep_ == "mark" and c.lower_ == "with" for c in trigger.children):
        # "With A lost, B dug in"
        return True
    if not had:
        return False
    telling = lexicon.words("say") | lexicon.words("gainsay")
    return not any(
        below.dep_ == "ccomp" and below.head.lemma_.lower() in telling for below in climb(trigger)
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


_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|most|only|last|worst|(?:bigg|larg|great|furth|"
    r"long|dead|fierc|heavi)\w*est)\b[^.;]{0,70}\Z",
    re.IGNORECASE,
)


def ranked_since(expression: DateExpression | None, text: str, start: int) -> DateInterval | None:
    """Return the days of "the first town to fall since 2012": from then on, None for others.

    Args:
        expression: The date of a statement.
        text: The article.
        start: Where the statement's sentence begins.
    """
    if expression is None or expression.relation != "since":
        return None
    return expression.bounds if _RANKED.search(text[start : expression.start]) else None


def is_near(expression: DateExpression, reported: DateInterval) -> bool:
    """Return whether a date is of the news and not of its history."""
    if expression.precision not in {"day", "span", "week"}:
        return False
    if not reported.is_exact or reported.latest is None:
        return True
    news = DateInterval(reported.latest - timedelta(days=60), reported.latest)
    return expression.interval.intersect(news) is not None


def news_days(given: DateInterval, narrowed: DateInterval) -> DateInterval:
    """Return the days of undated news: after the last dated event that the text tells."""
    told, latest = narrowed.earliest, narrowed.latest
    if told is None or narrowed.is_exact or told in {given.earliest, latest}:
        return narrowed
    return DateInterval(told + timedelta(days=1), latest)
