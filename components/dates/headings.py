"""Years in the headings of a history: they bound the section below."""

import re

from components.dates.calendar import FIRST_YEAR, LAST_YEAR

_HEADING = re.compile(r"(?:^|\n[ \t\r]*\n)[ \t]*([^\n]{1,90}?)[ \t\r]*(?=\n)")
_PROSE_END = re.compile(r"[.!?;,\"”’]$")
_YEARS = re.compile(r"(?<!\d)(\d{4})(?:\s?[-–—/]\s?(\d{2,4}))?(?!\d)")


def sections(text: str) -> list[tuple[int, int, int, int]]:
    """Return where headings with years begin and end, and the first and last of these years.

    A heading is a short line under a blank one that does not end like a sentence.
    """
    found: list[tuple[int, int, int, int]] = []
    for match in _HEADING.finditer(text):
        line = match[1]
        if _PROSE_END.search(line) or len(line.split()) > 12:
            continue
        years = [year for pair in _YEARS.findall(line) for year in _span(*pair)]
        if years:
            found.append((*match.span(1), min(years), max(years)))
    return found


def _span(first: str, last: str) -> list[int]:
    year = int(first)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return []
    if not last:
        return [year]
    end = int(last) if len(last) == 4 else year // 100 * 100 + int(last) if len(last) == 2 else 0
    return [year, end] if year < end <= year + 100 else [year]
