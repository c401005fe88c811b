"""Rules that read a date from the classes of its tokens.

A text becomes a string with one letter a token (see `words.CLASSES`); a rule is a regular
expression over these letters and a function that makes days of what matched. Named groups
point at the tokens that matter. Letters: d day number, o ordinal in figures, q ordinal word,
y year, M month, m short month, W weekday, w short weekday, S season, U unit, n number word,
j a/an, z few/several, # other number, D decade, I in/during, P part of the day, and the
marks themselves.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from components.dates.context import Context
from components.dates.expressions import Basis, Precision
from components.dates.tokens import Token
from components.records import DateInterval


class Reading(NamedTuple):
    """What a rule made of the tokens it matched."""

    interval: DateInterval
    precision: Precision
    basis: Basis
    whole: DateInterval | None = None
    anchors: bool = True
    ends: tuple[DateInterval, ...] = ()


class Hit:
    """Tokens that a rule matched."""

    def __init__(self, tokens: Sequence[Token], match: re.Match[str]) -> None:
        self._tokens = tokens
        self._match = match
        self.position = tokens[match.start()].start
        self.first = match.start()
        self.stop = match.end()

    def has(self, name: str) -> bool:
        """Whether the group took part."""
        return name in self._match.re.groupindex and self._match[name] is not None

    def token(self, name: str) -> Token:
        """Return the first token of a group."""
        return self._tokens[self._match.start(name)]

    def value(self, name: str) -> int:
        """Return the number that the first token of a group stands for."""
        return self.token(name).value

    def word(self, name: str) -> str:
        """Return the first word of a group, in lower case."""
        return self.token(name).word

    def all(self) -> tuple[Token, ...]:
        """Return all tokens that matched."""
        return tuple(self._tokens[self.first : self.stop])

    def words(self, name: str) -> tuple[Token, ...]:
        """Return all tokens of a group."""
        return tuple(self._tokens[self._match.start(name) : self._match.end(name)])

    def before(self, back: int = 1) -> Token | None:
        """Return the token before the match, or further back."""
        index = self.first - back
        return self._tokens[index] if index >= 0 else None

    def after(self, ahead: int = 0) -> Token | None:
        """Return the token behind the match, or further on."""
        index = self.stop + ahead
        return self._tokens[index] if index < len(self._tokens) else None

    def behind(self, pattern: re.Pattern[str]) -> "Hit | None":
        """Match a pattern over the classes of the tokens that follow."""
        match = pattern.match(self._match.string, self.stop)
        return Hit(self._tokens, match) if match else None

    def glued(self, name: str) -> bool:
        """Whether no blank stands before the first token of a group."""
        index = self._match.start(name)
        return index > 0 and self._tokens[index - 1].end == self._tokens[index].start


Read = Callable[[Hit, Context], Reading | None]


class Rule(NamedTuple):
    """A pattern over classes of tokens, and what it means."""

    starts: str
    pattern: re.Pattern[str]
    read: Read


def rule(starts: str, pattern: str, rules: list[Rule]) -> Callable[[Read], Read]:
    """Add a function to a list of rules, in the order in which they are tried.

    Args:
        starts: The classes that the pattern may begin with.
        pattern: Regular expression over classes; every repetition in it is bounded.
        rules: The list to add to.
    """

    def add(read: Read) -> Read:
        rules.append(Rule(starts, re.compile(pattern), read))
        return read

    return add
