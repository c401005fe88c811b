"""Paragraphs and sentences of a text, as offsets into the text as given."""

import re
from collections.abc import Iterator
from itertools import pairwise

from components.records import Article, Span

_NEWLINE = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TERMINAL = re.compile(r"[.!?…:;。؟۔။][\"'”’»)\]]*\s*$")

# A full stop, what may close behind it, and a blank. Scripts that write no blank after
# theirs need none; the third form is a blank forgotten ("the town.The army").
_STOP = re.compile(
    r"(?P<mark>(?:\.[ \t]?){2,3}\.|[.!?…]+)(?P<close>[\"'”’»)\]]*)(?=\s|$)"
    r"|[。؟۔။！？]+[\"'”’»)\]」』]*"
    r"|(?<=[a-z]{2})[.!?](?P<close2>[\"”’»)\]]*)(?=[A-Z][a-z])"
)
_LAST_WORD = re.compile(r"[^\s(\[\"'“‘«]*$")
_LINK = re.compile(r"https?:|www\.|@|/")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_TITLES = _words(
    """adm amb brig capt cmdr col cols comdr cpl cpt dr drs fr ft gen gens gov hon lt lts ltg ltc
    maj messrs mgr mr mrs ms msgr mt mts mx pres prof pte pvt rep reps rev sen sens sgt spc spec
    ssgt st ste supt ret vs viz cf approx ca v op cit ed eds al asst atty dept det insp
    sheikh fig figs"""
)
# These stand before a number; elsewhere "No." may well end a sentence.
_BEFORE_NUMBER = _words(
    """no nos art arts sec para paras p pp vol ch km sq jan feb mar apr jun jul aug sep sept oct
    nov dec est"""
)
# These may end a sentence or not: what follows decides.
_EITHER = _words(
    """inc corp co ltd jr sr bros etc e.g i.e a.m p.m am pm u.s u.n u.k e.u u.s.a u.s.s.r d.c
    l.a b.c a.d ph.d govt prov mil min max hrs"""
)
# Words that seldom carry a capital inside a sentence: one of them after "U.S." begins a new one.
_OPENERS = _words(
    """the a an in on at by of for from with to as after before since until during while when
    where if although though because but and or so yet however meanwhile also he she it they we
    i you his her its their our my this that these those there here what who why how which some
    many most several all both no not one two three four five six seven eight nine ten another
    other each every later earlier then now still once according despite under over more such
    only even last next about around residents activists officials fighters troops rebels
    witnesses forces government local state police"""
)
_CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december"""
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Split a text into paragraphs.

    A line is a paragraph, except in text that was wrapped at a fixed width, where a blank
    line ends one.

    Returns:
        Half-open offsets in order, blanks at both ends left out; together they hold every
        character that is not white space.
    """
    return tuple(_trimmed(text, *span) for block in _blocks(text) for span in _joined(text, block))


def split_sentences(text: str, article_id: str) -> tuple[Span, ...]:
    """Split a text into sentences, lines first: a headline without a full stop stands alone.

    Returns:
        Spans in order, without overlap; every character that is not white space is in one.
    """
    return tuple(
        Span(article_id, start, end)
        for paragraph in paragraphs(text)
        for start, end in _sentences(text, *paragraph)
    )


def paragraph_of(article: Article, span: Span) -> Span:
    """Return the paragraph in which a span begins, or all of them where it spans several."""
    touched = [
        (start, end)
        for start, end in paragraphs(article.text)
        if start < span.end and span.start < end
    ]
    if not touched:
        return span
    return Span(article.id, min(touched[0][0], span.start), max(touched[-1][1], span.end))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _NEWLINE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the lines between blank lines."""
    block: list[tuple[int, int]] = []
    for start, end in _lines(text):
        if text[start:end].strip():
            block.append((start, end))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _joined(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a block that only the width of the page has parted."""
    if _is_wrapped(text, block):
        return [(block[0][0], block[-1][1])]
    joined = [block[0]]
    for (start, end), (next_start, next_end) in pairwise(block):
        follows_on = text[next_start:next_end].lstrip()[:1].islower()
        if follows_on and not _TERMINAL.search(text, max(start, end - 12), end):
            joined[-1] = (joined[-1][0], next_end)
        else:
            joined.append((next_start, next_end))
    return joined


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    """Whether all lines but the last are about equally long and most stop mid-sentence."""
    if len(block) < 3:
        return False
    widths = [len(text[start:end].rstrip()) for start, end in block[:-1]]
    if min(widths) < 40 or max(widths) > 110 or max(widths) - min(widths) > 22:
        return False
    stopped = sum(bool(_TERMINAL.search(text, max(s, e - 12), e)) for s, e in block[:-1])
    return stopped * 2 <= len(widths)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() >= end:
            break
        if match.start() >= begin and _ends_sentence(text, begin, match, end):
            yield _trimmed(text, begin, match.end())
            begin = match.end()
    last = _trimmed(text, begin, end)
    if last[0] < last[1]:
        yield last


def _ends_sentence(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    """Whether the stop that matched ends the sentence that starts at `begin`."""
    # A window, not the rest of the text: each stop costs the same however long the text is.
    rest = text[match.end() : min(end, match.end() + 60)].lstrip().lstrip("\"'“‘«([")
    if not rest:
        return False
    if match["close2"] is not None:
        before = _LAST_WORD.search(text[max(begin, match.start() - 60) : match.start()])
        return not (before and _LINK.search(before[0]))
    mark = match["mark"]
    if mark is None:
        return True
    if rest[0].islower():
        return False
    if mark != ".":
        return True
    before = _LAST_WORD.search(text[max(begin, match.start() - 60) : match.start()])
    word = before[0].rstrip(".").lower() if before else ""
    return not word or not _is_abbreviation(word, rest)


def _is_abbreviation(word: str, rest: str) -> bool:
    """Whether the full stop after `word`, with `rest` behind it, only marks an abbreviation."""
    if word in _TITLES:
        return True
    if word in _BEFORE_NUMBER:
        return rest[0].isdigit()
    if word in _EITHER or _INITIALS.match(word):
        following = re.match(r"\w+", rest)
        follower = following[0].lower() if following else ""
        clock = word.replace(".", "") in {"am", "pm"}
        if clock:
            return follower in _CALENDAR or (rest[:3].isupper() and len(follower) > 1)
        return bool(follower) and follower not in _OPENERS and not rest[0].isdigit()
    return False
