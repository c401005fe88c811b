"""Words of a text with their offsets, and what stands between them."""

import re
from functools import lru_cache
from typing import NamedTuple

_APOSTROPHE = "'’‘ʼ`´ʿʾ"
_WORD = re.compile(rf"(?:[A-Z]\.){{2,}}|[^\W_]+(?:[{_APOSTROPHE}][^\W\d_]+)*")
# "d'Ivoire": the capital comes after the article.
_INNER_CAPITAL = re.compile(rf"[a-z]{{1,2}}[{_APOSTROPHE}][A-Z]")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHE}]s$")
# What may stand inside one name: a blank, a hyphen, both ("al- Shughur"), an ayn ("al-'Arab").
_JOINER = re.compile(rf"(?: |\u00a0)?[-‐‑]?(?: |\u00a0)?[{_APOSTROPHE}]?")
_ABBREVIATIONS = frozenset({"st", "ste", "mt", "ft"})


class Word(NamedTuple):
    """A word of a text.

    Args:
        start: First code point.
        end: After the last code point; a possessive 's is left out.
        text: The word as written, without a possessive 's.
        lower: The same in small letters.
        is_capital: Whether it begins with a capital letter or a digit.
        gap: What stands between it (and its 's) and the next word.
        opens: Whether it is the first word of a sentence or line.
        is_owner: Whether a possessive 's follows.
    """

    start: int
    end: int
    text: str
    lower: str
    is_capital: bool
    gap: str
    opens: bool
    is_owner: bool

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.text.isdigit()

    @property
    def joins(self) -> bool:
        """Whether the next word may be part of the same name."""
        if not self.gap or self.is_owner or "\n" in self.gap:
            return False
        if self.gap == ". " and self.lower in _ABBREVIATIONS:
            return True
        return bool(_JOINER.fullmatch(self.gap))

    @property
    def is_adjacent(self) -> bool:
        """Whether only a blank stands between it and the next word."""
        return self.gap in {" ", "\u00a0"} and not self.is_owner


# Finding names and weighing countries both go through the words of the article at hand.
@lru_cache(maxsize=1)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order."""
    found = list(_WORD.finditer(text))
    words: list[Word] = []
    opens = True
    for i, match in enumerate(found):
        written = match.group()
        owner = _POSSESSIVE.search(written) if written[-1] == "s" else None
        name = written[: owner.start()] if owner else written
        following = found[i + 1].start() if i + 1 < len(found) else len(text)
        end = match.start() + len(name)
        gap = text[match.end() : following]
        words.append(
            # By position: naming the fields doubles what a word costs.
            Word(
                match.start(),
                end,
                name,
                name.lower(),
                name[0].isupper()
                or name[0].isdigit()
                or (not name.isalpha() and bool(_INNER_CAPITAL.match(name))),
                gap,
                opens,
                owner is not None,
            )
        )
        opens = gap != " " and _ends_sentence(gap, name)
    return tuple(words)


def _ends_sentence(gap: str, word: str) -> bool:
    if "\n" in gap or any(mark in gap for mark in "!?•"):
        return True
    # "Gen. Hassan" and "U.S. forces" go on; "in Aleppo. Rebels" does not.
    return ". " in gap.replace("” ", ". ").replace('" ', ". ") and len(word) > 3 and "." in gap
