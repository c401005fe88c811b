"""Holdings that the sentence itself ends: "B held A for a year before C took it in May"."""

from collections.abc import Sequence

from spacy.tokens import Token

from components.claims.dating import token_at
from components.claims.drafts import CHANGES, Draft, Term
from components.claims.endings import days_held
from components.claims.match import Found
from components.claims.reckoning import length_held, reckon
from components.claims.sentence import Sentence
from components.claims.syntax import child, climb, lasts_until
from components.dates import DateExpression, Duration


def term_ended(
    found: Found,
    told: DateExpression | None,
    sentence: Sentence,
    expressions: Sequence[DateExpression],
    durations: Sequence[Duration],
) -> Term | None:
    """Return how long a holding lasted whose end is dated: "held A before losing it in May".

    Args:
        found: The statement.
        told: Its own date.
        sentence: Its sentence.
        expressions: The dates of the sentence.
        durations: The lengths of time in it.
    """
    verb = _past_verb(found)
    if verb is None:
        return None
    end = next((e for e in expressions if _is_after_end(verb, e, sentence)), None)
    if end is None:
        return None
    length = length_held(verb, sentence, durations, ended=True)
    begin = told.interval if told is not None and told is not end else None
    if begin is None and length is not None:
        begin = reckon(end.interval, length, -1)
    return Term(begin, end.interval)


def closed(drafts: Sequence[Draft]) -> None:
    """End a holding with the change of the same place that it lasted until."""
    changes = [d for d in drafts if d.kind in CHANGES and d.status.stance == "asserted"]
    for draft in drafts:
        verb = _past_verb(draft.found)
        if draft.kind != "held" or verb is None:
            continue
        for change in changes:
            ends = lasts_until(change.found.trigger, verb)
            if ends and change.reason == "unnamed" and change.target.token.lower_ == "it":
                # "Until C took it in May, A was held by B."
                change.settled, change.reason = draft.settled, draft.reason
            below = change.settled.text == draft.settled.text or (
                change.settled.place is not None and change.settled.place == draft.settled.place
            )
            if below and ends and draft.term is None:
                draft.term = Term(None, change.event)
                draft.event = days_held(draft.term, draft.event)


def is_over(found: Found, sentence: Sentence, durations: Sequence[Duration]) -> bool:
    """Return whether a holding is told as past by its length: "ruled A for three years"."""
    verb = _past_verb(found)
    return verb is not None and length_held(verb, sentence, durations, ended=True) is not None


def _past_verb(found: Found) -> Token | None:
    """Return the verb of a holding that is told in the simple past, None for others."""
    if found.kind != "held":
        return None
    verb = next((t for t in climb(found.trigger) if t.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    was = any(c.lower_ in {"was", "were"} for c in child(verb, "auxpass"))
    return verb if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and was) else None


def _is_after_end(verb: Token, expression: DateExpression, sentence: Sentence) -> bool:
    token = token_at(sentence, expression.start, expression.end)
    return token is not None and lasts_until(token, verb)
