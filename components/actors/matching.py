"""Names of actors in running text: longest match over folded words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name: "al-Nusra", "al- Nusra", "Da'esh", "YPG/SDF".
_GAP = re.compile(r"[\s\-–‑'’ʼ`.&/]{0,3}\Z")


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A name of an actor in a text; `end` is not included."""

    start: int
    end: int
    text: str
    actor_id: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A name to look for.

    Args:
        words: Its words, folded.
        actor_id: Whose name it is.
        capitals: For each word whether the text must write it with a capital.
        weak: Whether it is also something else's name and needs company in the text.
    """

    words: tuple[str, ...]
    actor_id: str
    capitals: tuple[bool, ...]
    weak: bool


class _Word(NamedTuple):
    text: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return a word without case and marks ("Séléka" gives "seleka")."""
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=64)
def split_words(text: str) -> tuple[_Word, ...]:
    """Return the words of a text with their places in it."""
    return tuple(_Word(m.group(), fold_word(m.group()), *m.span()) for m in _WORD.finditer(text))


def make_alias(name: str, actor_id: str, *, weak: bool) -> Alias:
    """Prepare a name for matching; articles and particles may be written small."""
    words = split_words(name)
    common = {"front", "army", "forces", "movement", "group", "alliance", "council", "militia"}
    small = {"al", "ash", "as", "an", "ad", "ud", "the", "el", "and", "of", "for"}
    return Alias(
        tuple(w.folded for w in words),
        actor_id,
        tuple(
            w.text[:1].isupper()
            and w.folded not in small
            and (k == 0 or len(words) < 3)
            and w.folded not in common
            for k, w in enumerate(words)
        ),
        weak,
    )


class AliasIndex:
    """All names of a roster, found by their first word."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        """Index names by first word, longest first."""
        self._by_first: dict[str, list[Alias]] = {}
        # A text is searched again once its countries are known; one assignment, so threads agree.
        self._last: tuple[str, list[tuple[int, int, tuple[Alias, ...]]]] = ("", [])
        for alias in aliases:
            if alias.words:
                self._by_first.setdefault(alias.words[0], []).append(alias)
        for same_first in self._by_first.values():
            same_first.sort(key=lambda a: -len(a.words))

    def find(self, text: str) -> list[tuple[int, int, tuple[Alias, ...]]]:
        """Return non-overlapping matches in order: start, end, every name that fits there."""
        last, known = self._last
        if last == text:
            return known
        words = split_words(text)
        found: list[tuple[int, int, tuple[Alias, ...]]] = []
        i = 0
        while i < len(words):
            hits = self._at(words, i, text)
            if hits:
                size = len(hits[0].words)
                found.append((words[i].start, words[i + size - 1].end, hits))
                i += size
            else:
                i += 1
        self._last = (text, found)
        return found

    def _at(self, words: Sequence[_Word], i: int, text: str) -> tuple[Alias, ...]:
        hits: list[Alias] = []
        for alias in self._by_first.get(words[i].folded, ()):
            if hits and len(alias.words) < len(hits[0].words):
                break
            if _fits(alias, words, i, text):
                hits.append(alias)
        return tuple(hits)


def _fits(alias: Alias, words: Sequence[_Word], i: int, text: str) -> bool:
    size = len(alias.words)
    if i + size > len(words):
        return False
    for k in range(size):
        word = words[i + k]
        if word.folded != alias.words[k] or (alias.capitals[k] and not word.text[0].isupper()):
            return False
        if k and not _GAP.match(text[words[i + k - 1].end : word.start]):
            return False
    # An acronym is only itself in capitals: "IS" is not "is", "AA" is not "aa".
    name = words[i].text
    return size > 1 or len(name) > 3 or alias.capitals[0] is False or name[:2].isupper()


def choose(
    hits: tuple[Alias, ...],
    countries_of: Mapping[str, frozenset[str]],
    at_hand: frozenset[str],
    strong: frozenset[str],
) -> str | None:
    """Return which actor a name that several share, or that is also a word, stands for.

    Args:
        hits: The names that fit.
        countries_of: Where each actor fights.
        at_hand: Countries that the text speaks of.
        strong: Actors that the text names beyond doubt.
    """
    for alias in hits:
        if alias.actor_id in strong:
            return alias.actor_id
    near = [a for a in hits if countries_of.get(a.actor_id, frozenset()) & at_hand]
    if len({a.actor_id for a in near}) == 1:
        return near[0].actor_id
    if len({a.actor_id for a in hits}) == 1 and not hits[0].weak:
        return hits[0].actor_id
    return None
