"""Whether a sentence tells of what was or of what is to come, from its words alone."""

import re

_STOP = re.compile(r"[.!?]\s+(?=[\"'“‘]?[^\W\d_a-z])|\n")
_GOVERNORS = (
    r"(?:call(?:s|ed|ing)? on|urg\w+|invit\w+|agree[sd]?|vow\w*|plan\w*|intend\w*|pledg\w+|promis\w+"
    r"|threaten\w*|prepar\w+|hop(?:es?|ed|ing)|expect\w*|scheduled?|due|set|want\w*|aim\w*"
    r"|propos\w+|decid\w+|ask\w*|order\w*|demand\w*|slated|poised|ready|about|likely|is|are)"
)
_FUTURE = re.compile(
    rf"\b{_GOVERNORS}\b[^.;:\n]{{0,80}}?\bto\b(?! (?:the|a|an|his|her|its|their)\b)"
    r"|\b(?:will|shall|won['’]t|upcoming|forthcoming|scheduled for|slated for|ahead of"
    r"|call(?:s|ed|ing)? for|plan(?:s|ned)? for|set for|due on|due in|tomorrow)\b|['’]ll\b",
    re.IGNORECASE,
)
# Whoever speaks, speaks then; what is spoken of may lie ahead.
_SPEECH = re.compile(
    r"\b(?:said|told|announced|declared|added|warned|agreed|stated|reported|scheduled|planned"
    r"|would|could|might|may|should|must|can)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|has|have|did|been|took|fell|began|came|went|left|lost|won|held|drove|fled"
    r"|broke|made|met|got|gave|became|saw|led|fought|withdrew|retook|overran|shot|threw|struck"
    r"|rose|grew|sent|spent|kept|swept|sought|brought|burnt|built|beat|hit|cut|put|set off|ran"
    r"|[a-z]{2,}(?<!e)ed)\b",
    re.IGNORECASE,
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
    stop = _STOP.search(after)
    after = after[: stop.start()] if stop else after
    return _sign(before, last=True) if _has_sign(before) else _sign(after, last=False)


def _has_sign(words: str) -> bool:
    return any(signs.search(words) for signs in (_FUTURE, _SPEECH, _PAST))


def _sign(words: str, *, last: bool) -> bool | None:
    found: list[tuple[int, bool | None]] = []
    for signs, means in ((_FUTURE, True), (_SPEECH, None), (_PAST, False)):
        ends = [match.end() for match in signs.finditer(words)]
        if ends:
            found.append((max(ends) if last else min(ends), means))
    if not found:
        return None
    # A word in two lists ("planned", "would") counts as the one that was named first.
    nearest = max(end for end, _ in found) if last else min(end for end, _ in found)
    return next(means for end, means in found if end == nearest)
