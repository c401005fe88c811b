"""What is no longer so: "B no longer holds A", and "B held A from March to May"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from components.claims.drafts import CHANGES, Draft, Term
from components.claims.factuality import status_if_over
from components.claims.lexicon import Lexicon
from components.claims.match import Found
from components.claims.modality import Status
from components.claims.syntax import child
from components.dates import DateExpression
from components.records import DateInterval

_ANY_MORE = frozenset({"anymore", "more", "longer"})
_NOT = frozenset({"no", "not", "n't", "any"})
_ENDING = frozenset({"end", "collapse", "cease", "crumble", "terminate", "break", "shatter"})
_END_NOUNS = frozenset({"end", "collapse", "ending"})
_CLIMB = 5
# How many code points may stand between "from March" and "until May".
_APART = 12


def term_of(
    found: Found, told: DateExpression | None, expressions: Sequence[DateExpression]
) -> Term | None:
    """Return from when to when a holding is said to have lasted, None for one without an end.

    Args:
        found: The statement.
        told: Its date.
        expressions: The dates of the sentence, in order.
    """
    lasting = found.kind == "held" or found.trigger.lemma_.lower() == "occupy"
    if told is None or not lasting:
        return None
    if told.ends:
        begin, end = (e.interval for e in told.ends)
        return Term(begin, end)
    if told.relation == "until":
        before = [e for e in expressions if 0 <= told.start - e.end <= _APART]
        since = next((e.interval for e in before if e.relation == "since"), None)
        return Term(since, told.interval)
    later = [e for e in expressions if 0 <= e.start - told.end <= _APART and e.relation == "until"]
    if told.relation != "since" or not later:
        return None
    end = later[0].interval
    apart = told.interval.earliest and end.latest and told.interval.earliest <= end.latest
    return Term(told.interval, end) if apart else None


def as_held(found: Found, term: Term | None) -> Found:
    """Return "occupied A from March to May" as the holding that it tells of."""
    if term is None or term.begin is None or found.kind != "captured":
        return found
    return replace(found, kind="held", parties={"holding": found.parties.get("gaining", [])})


def days_held(term: Term, event: DateInterval) -> DateInterval:
    """Return the days of a holding that had a term: when it began, else up to its last days."""
    if term.begin is not None or term.end is None:
        return term.begin or event
    return DateInterval(None, term.end.earliest or term.end.latest)


def without_ends(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out "ending years of B's rule" where the sentence tells who took the place."""
    taken = {d.settled.text for d in drafts if d.kind == "captured" and not d.reason}
    return [
        d
        for d in drafts
        if not (d.kind == "lost" and d.found.frame.kind == "held" and d.settled.text in taken)
    ]


def losses(drafts: Sequence[Draft], reported: DateInterval) -> list[Draft]:
    """Return who lost what they are told to have held until a day, where nothing else says so."""
    found: list[Draft] = []
    for draft in drafts:
        term, place = draft.term, draft.settled
        over = term is not None and term.end is not None and _is_past(term.end, reported)
        if draft.kind != "held" or not over or draft.status.stance != "asserted":
            continue
        if any(d.kind in CHANGES and d.settled.text == place.text for d in drafts):
            continue
        assert term is not None
        assert term.end is not None
        losing = {"losing": draft.parties.get("holding", [])}
        found.append(replace(draft, kind="lost", parties=losing, event=term.end, former=False))
    return found


def _is_past(end: DateInterval, reported: DateInterval) -> bool:
    """Return whether a term ended before the report: "until today" still lasts."""
    if end.latest is None or reported.latest is None:
        return end.latest is not None
    return end.latest < reported.latest


def ended(found: Found, status: Status, lexicon: Lexicon) -> tuple[Found, Status]:
    """Return a statement and its status, a holding that is over as a loss.

    "No longer holds all of A" may mean that a part is still held: that stays denied.
    """
    holders = found.parties.get("holding", [])
    if found.kind != "held" or not holders:
        return found, status
    if status.stance == "asserted" and _is_brought_to_an_end(found.trigger):
        return replace(found, kind="lost", parties={"losing": holders}), status
    if status.stance != "denied":
        return found, status
    if not _is_over(found.trigger) or _is_whole(found, lexicon):
        return found, status
    over = status_if_over(found.trigger, lexicon)
    if over.stance != "asserted":
        return found, over
    return replace(found, kind="lost", parties={"losing": holders}), over


def _is_brought_to_an_end(trigger: Token) -> bool:
    """Return whether "the rule of B over A" ended, or its end is spoken of."""
    at = trigger
    for _ in range(_CLIMB if trigger.pos_ in {"NOUN", "PROPN"} else 0):
        above = at.head
        if at.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            return above.lemma_.lower() in _ENDING
        # "put an end to B's rule over A", "ended ten months of B's rule in A"
        ends = [above, *child(above.head, "dobj")] if at.dep_ == "prep" else []
        if any(t.lemma_.lower() in _END_NOUNS for t in ends):
            return True
        if at.dep_ not in {"pobj", "prep"} or at.lower_ not in {"of", "to"} | {trigger.lower_}:
            return False
        at = above
    return False


def _is_over(trigger: Token) -> bool:
    """Return whether "no longer" or "not ... any more" stands with a verb."""
    near = list(trigger.children)
    near += [k for c in near for k in c.children]
    ends = [t for t in near if t.lower_ in _ANY_MORE and t.pos_ in {"ADV", "ADJ"}]
    return bool(ends) and any(t.lower_ in _NOT for t in near)


def _is_whole(found: Found, lexicon: Lexicon) -> bool:
    """Return whether only the whole of a place is said to be held no longer."""
    words = lexicon.words("whole") - {"control"} | {"entire", "full", "fully", "total", "complete"}
    return any(
        t.lower_ in words
        for c in (found.trigger, *child(found.trigger, "dobj", "prep"))
        for t in c.subtree
    )
