"""What a text itself says about the day it appeared: datelines, "Published", "Updated"."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from components.dates.context import Context, within_a_year
from components.dates.expressions import DateExpression
from components.dates.scanning import scan
from components.dates.tokens import tokens_of
from components.records import DateInterval

_LABEL = re.compile(
    r"[ \t]*(?:(?P<updated>(?:last |first )?(?:updated|modified|edited|revised))"
    r"|(?:first |originally )?(?:published|posted|released|created|issued|date of publication"
    r"|publication date|date|dateline))\b(?: on| at|:)?[ \t]*[:\-–—|]?[ \t]*",
    re.IGNORECASE,
)
_LINE = re.compile(r"[^\n\r]+")
_DATELINE_END = re.compile(r"\s*(?:,?\s*\(?[A-Z][\w./ ]{1,30}\)?)?\s*(?:[-–—]{1,2}|:)\s")
_DATELINE_MARK = re.compile(r"[-–—:]\s")
_PLACE = re.compile(r"[ \t(]*[A-ZÀ-Þ][\w.'’/-]*(?:[ ,/]{1,2}[A-ZÀ-Þa-z][\w.'’/-]*){0,6}[ ,(]*$")
_ALONE = re.compile(
    r"[\W\d]*(?:\d{1,2}[:.]\d{2}(?::\d{2})?|[ap]\.?m\.?|gmt|utc|est|edt|bst|cet"
    r"|et|at|on|by|mins?|minute|read|\W|\d)*",
    re.IGNORECASE,
)
# "By Jane Doe, 12 January 2025": a name, which is no sentence.
_BYLINE = re.compile(r"[ \t]*by (?:[^\W\d][\w.'’-]*,? ){1,8}(?:on |[-–—] )?", re.IGNORECASE)
# What stands apart in a line under a headline: "World | 12 January 2025 | 5 min read".
_PARTED = re.compile(r"\s*[|·•]\s*")
# Where datelines and bylines stand; "Updated" may also close the article.
_HEAD_LINES = 8
_LONGEST = 160
_LONGEST_PART = 6

Kind = Literal["published", "updated"]


class Stamp(NamedTuple):
    """A stated day of report: half-open offsets of its line, and whether it only bounds."""

    start: int
    end: int
    kind: Kind
    interval: DateInterval


def stamps(text: str, given: DateInterval) -> tuple[Stamp, ...]:
    """Find datelines and stamps.

    Args:
        text: The whole document.
        given: What is known of the report; gives a dateline without a year ("DAMASCUS,
            March 29 (Reuters) -") its year where it, or a stamp with a year, bounds it
            within one year.
    """
    lines = list(_head_and_tail(text))
    labelled = [stamp for line in lines if (stamp := _labelled(text, *line))]
    bounds = [stamp.interval for stamp in labelled]
    known = given
    for bound in bounds:
        known = known.intersect(bound) or known
    head = lines[:_HEAD_LINES]
    unlabelled = [
        stamp
        for line in head
        if not any(stamp.start == line[0] for stamp in labelled)
        and (stamp := _dateline(text, *line, known, knows_year=bool(bounds)))
    ]
    return tuple(sorted((*labelled, *unlabelled)))


def stamped(text: str, given: DateInterval) -> DateInterval | None:
    """Return the days that datelines and stamps leave for the report, None without any."""
    found: DateInterval | None = None
    for stamp in sorted(stamps(text, given), key=lambda stamp: stamp.kind != "published"):
        both = found.intersect(stamp.interval) if found else stamp.interval
        # Stamps that exclude each other: the one that says "published" was read first.
        found = both or found
    return found


def _head_and_tail(text: str) -> Iterator[tuple[int, int]]:
    """Yield the short lines in which a stamp may stand, and the first lines whole."""
    for count, match in enumerate(_LINE.finditer(text)):
        if count < _HEAD_LINES or match.end() - match.start() <= _LONGEST:
            yield match.span()


def _labelled(text: str, start: int, end: int) -> Stamp | None:
    label = _LABEL.match(text, start, end)
    if label is None or end - start > _LONGEST:
        return None
    dates = _stated(text[label.end() : end], DateInterval(None, None), knows_year=False)
    if not dates or dates[0].start > 12 or dates[0].precision != "day":
        return None
    day = dates[0].interval
    if label["updated"] and not label["updated"].lower().startswith("first"):
        return Stamp(start, end, "updated", DateInterval(None, day.latest))
    return Stamp(start, end, "published", day)


def _dateline(
    text: str, start: int, end: int, known: DateInterval, *, knows_year: bool
) -> Stamp | None:
    line = text[start : min(end, start + _LONGEST)]
    # So long a line is no date alone: it must go on behind the mark that ends a dateline.
    may_state = end - start <= _LONGEST or _DATELINE_MARK.search(line)
    if not may_state or not any(map(str.isdigit, line)):
        return None
    dates = _stated(line, known, knows_year=knows_year)
    if not dates or dates[0].precision != "day" or not dates[0].interval.is_exact:
        return None
    date = dates[0]
    if not any(char.isdigit() for char in date.text):
        return None
    before, after = line[: date.start], line[date.end :]
    is_alone = end - start <= _LONGEST and _is_apart(before, after)
    is_dateline = _PLACE.fullmatch(before) and _DATELINE_END.match(after)
    if not (is_alone or is_dateline):
        return None
    # "March 24 - the army entered" opens a chronicle, not an article.
    if not is_alone and date.start == 0:
        return None
    return Stamp(start, start + len(before) + len(date.text), "published", date.interval)


def _is_apart(before: str, after: str) -> bool:
    """Whether nothing but times and names of writers stands with a date in its part of a line."""
    *left, before = _PARTED.split(before)
    after, *right = _PARTED.split(after)
    if not all(part and len(part.split()) <= _LONGEST_PART for part in (*left, *right)):
        return False  # a row of a table, or text
    signed = _ALONE.fullmatch(before) or _BYLINE.fullmatch(before)
    return bool(signed and _ALONE.fullmatch(after))


def _stated(line: str, known: DateInterval, *, knows_year: bool) -> tuple[DateExpression, ...]:
    context = Context(
        known,
        knows_year=knows_year or within_a_year(known),
        narrative=False,
        first_year=None,
        is_future=lambda _: False,
    )
    return scan(line, tokens_of(line), context)
