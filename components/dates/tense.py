"""Whether a sentence tells of what was or of what is to come, from its words alone."""

import re

_STOP = re.compile(r"[.!?]\s+(?=[\"'“‘]?[^\W\d_a-z])|\n")
_GOVERNED = re.compile(
    r"\b(?:call(?:s|ed|ing)? on|urg\w+|invit\w+|agree[sd]?|vow\w*|plan\w*|intend\w*|pledg\w+"
    r"|promis\w+|threaten\w*|prepar\w+|hop(?:es?|ed|ing)|expect\w*|want\w*|aim\w*|propos\w+"
    r"|decid\w+|ask\w*|order\w*|demand\w*)\b(?P<gap>[^.;:\n]{0,160}?)\bto\b"
    r"(?! (?:the|a|an|his|her|its|their)\b)",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|shall|won['’]t|upcoming|forthcoming|scheduled for|slated for|ahead of"
    r"|call(?:s|ed|ing)? for|plan(?:s|ned)? for|set for|due on|due in|tomorrow"
    r"|(?:is|are|due|set|ready|about|likely|slated|poised|scheduled|expected) to)\b|['’]ll\b",
    re.IGNORECASE,
)
# Whoever speaks, speaks then; what is spoken of may lie ahead.
_SPEECH = re.compile(
    r"\b(?:said|told|announced|declared|added|warned|agreed|stated|reported|scheduled|planned"
    r"|would|could|might|may|should|must|can)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    # "will be held", "to put" are not past.
    r"(?<!\bbe )(?<!\bwill )(?<!\bto )(?<!\bbeing )"
    r"\b(?:was|were|had|has|have|did|been|took|fell|began|came|went|left|lost|won|held|drove|fled"
    r"|broke|made|met|got|gave|became|saw|led|fought|withdrew|retook|overran|shot|threw|struck"
    r"|rose|grew|sent|spent|kept|swept|sought|brought|burnt|built|beat|hit|cut|put|set off|ran"
    r"|[a-z]{2,}(?<!e)ed)\b",
    re.IGNORECASE,
)
# What is spoken of beforehand more often than afterwards: no past tense beside it settles it.
_APPOINTMENT = re.compile(
    r"\b(?:talks|negotiations|elections?|votes?|referendum|summit|conference|meetings?|deadline"
    r"|hearing|ceremony|truce|ceasefire)(?: \w+){0,2} (?:in|on|for|from|by|starting)(?: \w+)? $"
)


def is_future(text: str, position: int) -> bool | None:
    """Say whether the words around a place in the text speak of the future.

    Returns:
        True or False by the nearest sign before it in its sentence, else after it; None where
        nothing tells, or only a verb of speech does ("announced elections in June").
    """
    begin = max(0, position - 240)
    before = text[begin:position]
    for stop in _STOP.finditer(before):
        begin = max(begin, position - len(before) + stop.end())
    before = text[begin:position]
    after = text[position : position + 160]
    end = _STOP.search(after)
    after = after[: end.start()] if end else after
    sign = _sign(before, last=True) if _has_sign(before) else _sign(after, last=False)
    return None if sign is False and _APPOINTMENT.search(before) else sign


def _has_sign(words: str) -> bool:
    return any(signs.search(words) for signs in (_FUTURE, _SPEECH, _PAST, _GOVERNED))


def _sign(words: str, *, last: bool) -> bool | None:
    found: list[tuple[int, bool | None]] = []
    for signs, means in ((_FUTURE, True), (_SPEECH, None), (_PAST, False)):
        ends = [match.end() for match in signs.finditer(words)]
        if ends:
            found.append((max(ends) if last else min(ends), means))
    if last:
        # "called on both sides to meet", but not "agreed, then started the battle to take".
        found.extend(
            (match.end(), True)
            for match in _GOVERNED.finditer(words)
            if not _PAST.search(match["gap"])
        )
    if not found:
        return None
    # A word in two lists ("planned", "would") counts as the one that was named first.
    nearest = max(end for end, _ in found) if last else min(end for end, _ in found)
    return next(means for end, means in found if end == nearest)
