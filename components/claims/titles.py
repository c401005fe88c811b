"""Headlines that Capitalise Every Word: their verbs are put in small letters, name by name kept.

The text keeps its length, so that every position still stands for the same word.
"""

import re
from collections.abc import Sequence

from components.claims.lexicon import Lexicon
from components.records import Span

_WORD = re.compile(r"(?<![\w'’-])[A-Z][a-z]+(?![\w-])")
_LONG = re.compile(r"(?<![\w'’-])[A-Za-z]{4,}")
_LONG_SMALL = re.compile(r"(?<![\w'’-])[a-z][A-Za-z]{3,}")
_SMALL = frozenset(
    """from in after as over to by of with near says say claims claim amid and on at into under
    for the a is are back now control hands fighting forces troops rebels militants army town city
    village airport base key second last off out up again while during against""".split()  # noqa: SIM905 (reads better as text)
)


def plain_titles(text: str, sentences: Sequence[Span], lexicon: Lexicon) -> str:
    """Return a text in whose headlines verbs and small words have small letters."""
    pieces: list[str] = []
    at = 0
    for span in sentences:
        piece = text[span.start : span.end]
        if len(piece) > _LONGEST or not _is_title(piece):
            continue
        pieces += [text[at : span.start], _plain(piece, lexicon)]
        at = span.end
    return "".join([*pieces, text[at:]])


_LONGEST = 200


def _is_title(piece: str) -> bool:
    if _LONG_SMALL.search(piece):
        return False
    return len(_LONG.findall(piece)) >= 3 and not piece.isupper()


def _plain(piece: str, lexicon: Lexicon) -> str:
    def small(match: re.Match[str]) -> str:
        word = match.group().lower()
        return word if word in lexicon.verb_of or word in _SMALL else match.group()

    first = _WORD.match(piece)
    head = first.end() if first else 0
    return piece[:head] + _WORD.sub(small, piece[head:])
