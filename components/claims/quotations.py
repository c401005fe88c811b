"""Who speaks in a quotation of several sentences, where a sentence of it does not say so."""

import re
from datetime import date

from components.actors import Roster
from components.records import Actor

_OPEN = re.compile(r"[\"“](?=\w)")
_CLOSE = re.compile(r"[,.?!…][\"”]|[\"”](?=[\s,.])")
_SAID = r"(?:said|says|told|added|announced|declared|wrote|tweeted|claimed|insisted|boasted)\b"
# '..," said A, spokesman for B.' and '..," A, spokesman for B, told reporters.'
_NAMED = re.compile(rf"\s+(?:{_SAID}\s+)?(?P<who>[^\"“”\n]{{3,140}}?)(?=\s+{_SAID}|[.\n]|\Z)")
_REACH = 700


def quoted_speaker(text: str, start: int, end: int) -> str:
    """Return the words that name who speaks a sentence inside a quotation, "" for nobody.

    Args:
        text: The article.
        start: First code point of the sentence.
        end: Code point after its last.
    """
    paragraph = text.rfind("\n", 0, start) + 1
    opened = max((m.start() for m in _OPEN.finditer(text, paragraph, start + 1)), default=-1)
    if opened < 0 or _CLOSE.search(text, opened + 1, start):
        return ""
    closed = _CLOSE.search(text, max(opened + 1, end - 3), opened + _REACH)
    if closed is None:
        return ""
    after = _NAMED.match(text, closed.end())
    if after is not None and re.search(_SAID, after.group() + text[after.end() : after.end() + 12]):
        return after.group("who").strip(" ,")
    before = re.search(r"[\"”]\s+([^\"“”\n]{3,200})\s*\Z", text[max(0, opened - 300) : opened])
    if before is not None and re.search(_SAID, before.group(1)):
        # '"We took A," said B. "We hold it."'
        return re.split(rf"\s*{_SAID}\s*", before.group(1))[0].strip(" ,.") or re.split(
            rf"\s*{_SAID}\s*", before.group(1)
        )[1].strip(" ,.")
    return ""


def speaking_for(words: str, roster: Roster, country: str, day: date | None) -> Actor | None:
    """Return the party that a named speaker speaks for, None for a witness."""
    actor_id = roster.source(words).actor_id
    if actor_id in roster.actors:
        return roster.actors[actor_id]
    return roster.generic(actor_id, country, day) if actor_id and country else None
