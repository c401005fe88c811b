"""How a date without a year hangs on the dated one before it in news: on from it, back, or not.

"Lost A in March 2016 and retook it in December" goes on; "took A in March 2016, having lost it in
December" looks back; in "A, which fell in March 2016, was shelled in April" the news goes on.
"""

from typing import Literal

from components.dates.tokens import Token

Thread = Literal["on", "back", "news"]

_STOPS = frozenset("¶.!?;")
_RELATIVE = frozenset({"which", "who", "whose", "where", "whom"})
_BACK = frozenset({"after", "since", "having", "had", "following", "earlier", "previous"})
# What stands with a date that the news is still under: "has held it since", "is under siege".
_STILL = frozenset({"has", "have", "is", "are", "since", "remains", "remain"})
_GOES_ON = frozenset({"it", "they", "he", "she", "but"})
_JOINS = frozenset({"and", "but", "then", "before", "until", "only", "later"})
_MOST = 60


def thread(tokens: list[Token], told: int, first: int) -> Thread | None:
    """Return how a date goes on with the one told before it, None where nothing shows it.

    Args:
        tokens: The tokens of the text.
        told: First token of the date before, which names its year.
        first: First token of the date without one.
    """
    if first - told > _MOST:
        return None
    between = tokens[told:first]
    breaks = [t.code for t in between if t.code in _STOPS]
    before = _clause_before(tokens, told)
    if not breaks:
        if _is_aside(before, between):
            return "news"
        return "back" if any(t.word in _BACK for t in between) else "on"
    words = {t.word for t in before}
    if breaks != ["."] or words & (_STILL | _RELATIVE | _BACK):
        return None
    after = between[next(i for i, t in enumerate(between) if t.code == ".") + 1 :]
    told_on = bool(after) and after[0].word in _GOES_ON
    return "on" if told_on and not any(t.word in _BACK for t in after) else None


def _clause_before(tokens: list[Token], told: int) -> list[Token]:
    """Return what stands before a date in its sentence."""
    start = told
    while start > 0 and tokens[start - 1].code not in _STOPS and told - start < _MOST:
        start -= 1
    return tokens[start:told]


def _is_aside(before: list[Token], between: list[Token]) -> bool:
    """Return whether the date before stands in an aside that a comma closes."""
    opened = next((i for i, t in enumerate(reversed(before)) if t.code == ","), None)
    if opened is None:
        return False
    first = before[len(before) - opened] if opened else None
    closed = next((i for i, t in enumerate(between) if t.code == ","), None)
    if first is None or closed is None or closed + 1 >= len(between):
        return False
    participle = first.word.endswith("ed") or first.word in {"taken", "held", "lost", "overrun"}
    return (first.word in _RELATIVE or participle) and between[closed + 1].word not in _JOINS
