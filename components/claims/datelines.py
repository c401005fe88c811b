"""Datelines: where a report was written is not what it reports on ("KABUL (Reuters) - ...")."""

import re

from components.records import Span

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
    r"|January|February|March|April|June|July|August|September|October|November|December"
)
_DAY = rf"(?:(?:{_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_MONTH}))(?:,? \d{{4}})?"
_CAPS = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}"
_PLAIN = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}"
_AREA = r"(?:, ?[A-Z][\w'’ .]{1,30}?)?"
_AGENCY = r"\([A-Z][\w/ .:-]{1,30}\)"
_DASH = r"[–—:-]{1,2}"
# With its letters all capital a name is enough; else a day or an agency must stand beside it.
_DATELINE = re.compile(
    rf"\W{{0,3}}(?:{_CAPS}(?:/{_CAPS})?{_AREA}"
    rf"(?:,? {_DAY})?(?: ?{_AGENCY})?(?: ?{_DASH}\s|(?<=\))\s|(?<=\d) (?=[A-Z]))"
    rf"|{_PLAIN}{_AREA},? (?:\({_PLAIN}\) )?(?:{_DAY} ?)?{_AGENCY} ?{_DASH}\s"
    rf"|{_PLAIN}{_AREA},? {_DAY},? ?(?:{_AGENCY} ?)?(?:{_DASH}\s|(?<=\) ))"
    rf"|{_PLAIN}, [A-Z]\w+ [–—]\s)"
)
# A name and no more, before the first sentence proper: "Mogadishu. Fighters took ...".
_ALONE = re.compile(rf"\s*{_PLAIN}[.:]\s*\Z")


def dateline_end(text: str, sentence: Span) -> int:
    """Return where the dateline that opens a sentence ends, its start when it has none.

    Args:
        text: The article.
        sentence: One of its sentences; a dateline stands only at the head of a paragraph.
    """
    start, end = sentence.start, sentence.end
    if start and "\n" not in text[max(0, start - 3) : start]:
        return start
    match = _DATELINE.match(text, start, end)
    if match:
        return match.end()
    return end if _ALONE.match(text, start, end) else start
