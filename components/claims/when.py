"""When a statement happened: by its own date, by the last one told, or by the report's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from spacy.tokens import Token

from components.claims.anniversaries import days_before_anniversary
from components.claims.carried import carried_days
from components.claims.dating import (
    date_of,
    dates_beside,
    days_of,
    is_background,
    is_near,
    ranked_since,
    token_at,
)
from components.claims.drafts import CHANGES
from components.claims.lexicon import Lexicon
from components.claims.match import Found
from components.claims.reckoning import distances_in, length_held, reckon, reckoned
from components.claims.scan import Scan
from components.claims.sentence import Sentence
from components.claims.state import State
from components.claims.syntax import child, climb
from components.dates import DateExpression, Duration
from components.records import DateInterval, Span

LEFT_AGAIN = "left-again"
_TAKINGS = frozenset({"captured", "held"})
# "For the first time since 2014": that is not when.
_FIRST_TIME = re.compile(r"\bfirst time\b[^.;]{0,90}\Z")
_WHEN = re.compile(r",? when\b")
_LATER = frozenset({"later", "subsequently", "eventually", "afterwards", "then"})


def event_of(
    state: State,
    span: Span,
    sentence: Sentence,
    found: Found,
    expression: DateExpression | None,
    triggers: frozenset[int],
    lexicon: Lexicon,
) -> DateInterval:
    """Return the days on which a statement happened."""
    if expression is not None and expression.end <= span.start:
        words = state.article.text[span.start : span.end]
        shifted = carried_days(expression, words)
        if shifted is not None:
            return shifted.intersect(DateInterval(None, state.reported.latest)) or shifted
    wide = _wide_days(state, span, found, expression)
    if wide is not None:
        return wide.intersect(DateInterval(None, state.reported.latest)) or wide
    inside = [e for e in state.scan.dates if span.start <= e.start < span.end]
    lengths = lengths_in(state, span)
    hit = reckoned(found.trigger, sentence, lengths, inside) if lengths else None
    if hit is not None:
        above, date_, duration, sign = hit
        if above is not None:
            date_ = date_of(above, sentence, inside, triggers - {found.trigger.i})
        base = days_of(date_, state.news if date_ is None else state.reported, background=False)
        if above is None and date_ is not None:
            base = date_.interval
        lead = state.article.text[max(span.start, duration.start - 14) : duration.start]
        days = reckon(base, duration, sign, lead)
        return days.intersect(DateInterval(None, state.reported.latest)) or days
    background = is_background(found.trigger, lexicon)
    news = expression is None and not background
    if news and found.kind != "held":
        told = told_on(found.trigger, sentence, inside, lexicon)
        if told is not None and (state.news.latest is None or told < state.news.latest):
            return days_of(None, DateInterval.on(told), background=False)
    return days_of(expression, state.news if news else state.reported, background=background)


def _wide_days(
    state: State, span: Span, found: Found, expression: DateExpression | None
) -> DateInterval | None:
    """Return the days of what came at some time: before an anniversary, "since March"."""
    remembered = days_before_anniversary(found.trigger, state.news)
    if remembered is not None or expression is None or found.kind == "held":
        return remembered
    perfect = any(c.lower_ in {"have", "has"} for c in child(found.trigger, "aux"))
    if perfect and expression.relation == "since" and found.kind in CHANGES:
        # "Since March, B has taken A."
        return DateInterval(expression.interval.earliest, None)
    return ranked_since(expression, state.article.text, span.start)


def lengths_in(state: State, span: Span) -> list[Duration]:
    """Return the lengths of time in a sentence, those before "after" and "before" last."""
    inside = [d for d in state.scan.durations if span.start <= d.start < span.end]
    return inside + distances_in(state.article.text[span.start : span.end], span.start)


def told_on(
    trigger: Token, sentence: Sentence, expressions: Sequence[DateExpression], lexicon: Lexicon
) -> date | None:
    """Return the day on which somebody says it: "claimed on Monday that A had fallen"."""
    speech = lexicon.words("say") | lexicon.words("gainsay")
    for below, verb in pairwise(climb(trigger)):
        if below.dep_ != "ccomp" or verb.lemma_.lower() not in speech:
            continue
        for expression in expressions:
            at = token_at(sentence, expression.start, expression.end)
            governor = next((t for t in climb(at) if t.pos_ in {"VERB", "AUX"}), None) if at else at
            if governor is not None and governor.i == verb.i and expression.interval.is_exact:
                return expression.interval.latest
    return None


def held_for(
    state: State, span: Span, sentence: Sentence, found: Found, lexicon: Lexicon
) -> DateInterval | None:
    """Return when who "had held A for ten months" began to hold it, None for others."""
    if found.kind != "held" or not is_background(found.trigger, lexicon):
        return None
    if any(span.start <= d.start < span.end for d in state.scan.dates):
        return None
    inside = [d for d in state.scan.durations if span.start <= d.start < span.end]
    length = length_held(found.trigger, sentence, inside)
    return reckon(state.news, length, -1) if length is not None else None


def dates_in_turn(state: State, span: Span, found: Found) -> dict[int, DateInterval]:
    """Return days by where a place begins, of "A on Friday, B on ...": one for each."""
    inside = [e for e in state.scan.dates if span.start <= e.start < span.end]
    targets = sorted(found.targets, key=lambda t: t.start)
    if len(targets) < 2 or len(inside) != len(targets):
        return {}
    edges = [t.end for t in targets[1:]] + [span.end]
    for target, date_, edge in zip(targets, inside, edges, strict=True):
        if not target.end <= date_.start < edge:
            return {}
    days = (days_of(e, state.reported, background=False) for e in inside)
    return {target.start: told for target, told in zip(targets, days, strict=True)}


def date_told(
    state: State,
    number: int,
    sentence: Sentence,
    found: Found,
    triggers: frozenset[int],
) -> DateExpression | None:
    """Return the date of a statement: its own, else the last one told in the sentence before."""
    span = state.article.sentences[number]
    inside = [e for e in state.scan.dates if span.start <= e.start < span.end]
    inside, expression = dates_beside(found.stretch, inside)
    # "declared A captured on Friday": the day hangs on the second word.
    words = [
        found.trigger,
        *(t for t in sentence.doc if t.i in found.used and t.pos_ == "VERB"),
    ]
    told = (date_of(word, sentence, inside, triggers) for word in words)
    expression = expression or next((e for e in told if e), None)
    if expression and _is_last_time(state, span, expression):
        told_then = _WHEN.match(state.article.text, expression.end) is not None
        later = sentence.span(found.trigger, found.trigger)[0] > expression.start
        # "Since 2013, when B was driven out": that was in 2013.
        return replace(expression, relation="on") if told_then and later else None
    if expression:
        state.last_date = (number, expression)
    elif not inside and state.last_date and state.last_date[0] == number - 1:
        # "On Friday the army took A. It also took B."
        between = state.article.text[state.article.sentences[number - 1].end : span.start]
        past = found.trigger.tag_ in {"VBD", "VBN", "NN", "NNS"}
        if found.kind in CHANGES and state.last_date[1].relation == "on":
            # "On Friday B took A. It has also taken C": whenever that was.
            aux = {c.lower_ for c in child(found.trigger, "aux")}
            past = past and not aux & {"has", "have"}
        if "\n" not in between and past and is_near(state.last_date[1], state.reported):
            expression = state.last_date[1]
            state.last_date = (number, expression)
    return expression


def _is_last_time(state: State, span: Span, expression: DateExpression) -> bool:
    """Return whether "for the first time since 2014" says when something was so before."""
    before = state.article.text[span.start : expression.start]
    return expression.relation == "since" and _FIRST_TIME.search(before) is not None


def later_than_told(
    state: State, number: int, sentence: Sentence, found: Found, told: DateExpression | None
) -> DateInterval | None:
    """Return the days after an earlier event whose date is not that of a later one, else None.

    "Overran A in 2014 before being ousted", "fell in May but was later retaken": some time since.
    """
    start: date | None = None
    if found.frame.id == LEFT_AGAIN and told is None:
        taken = (d for n, d in reversed(state.told) if n == number and d.kind in _TAKINGS)
        took = next(taken, None)
        start = took.event.earliest if took is not None and took.is_dated else None
    elif told is not None and found.trigger.dep_ == "conj":
        later = any(c.lower_ in _LATER for c in child(found.trigger, "advmod"))
        ahead = told.end <= sentence.span(found.trigger, found.trigger)[0]
        start = told.interval.earliest if later and ahead else None
    end = state.reported.latest
    return DateInterval(start, end) if start and end and start <= end else None


def told_day(seen: Scan, reported: DateInterval) -> date | None:
    """Return the day that decides who governed: the report's, else the last one told, else none."""
    if reported.earliest and reported.latest and (reported.latest - reported.earliest).days < 400:
        return reported.latest
    told = [e.interval.latest for e in seen.dates if e.basis != "report"]
    return max((day for day in told if day), default=None)
