"""Place names that somebody else marked in a text."""

import re
from collections.abc import Iterable

from components.places.classes import class_after, class_before
from components.places.gazetteer import Gazetteer
from components.places.toponyms import Toponym, find_toponyms

_WORD = re.compile(r"[\w'’]+")


def toponyms_at(
    text: str, spans: Iterable[tuple[int, int]], gazetteer: Gazetteer
) -> tuple[Toponym, ...]:
    """Return the given stretches of a text as toponyms, with the class the words beside them ask.

    Args:
        text: The whole text.
        spans: Start and end of each name, code points, end not included.
        gazetteer: Where names are looked up.
    """
    found = find_toponyms(text, gazetteer)
    toponyms = []
    for start, end in spans:
        covering = [f for f in found if f.start < end and start < f.end]
        kinds = covering[0].required_kinds if covering else _class_beside(text, start, end)
        toponyms.append(Toponym(start, end, text[start:end], kinds))
    return tuple(toponyms)


def _class_beside(text: str, start: int, end: int) -> frozenset[str]:
    after = [m[0].lower() for m in _WORD.finditer(text[end : end + 60].split(",", maxsplit=1)[0])][
        :4
    ]
    _, kinds = class_after(after)
    if kinds:
        return kinds
    before = [m[0].lower() for m in _WORD.finditer(text[max(0, start - 60) : start])][-4:]
    return class_before(before)[0]
