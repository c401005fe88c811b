"""A parsed sentence with what its words stand for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from components.claims.lexicon import Lexicon
from components.claims.mask import Entity, Masked
from components.claims.mending import mend
from components.records import ReasonCode

_CLOSING = re.compile(r"[,.?!][\"”]\s")
_TAIL = re.compile(r"[\s,;:.'\"-]+\Z")


@dataclass(frozen=True, slots=True)
class Target:
    """A place that a phrase means.

    Args:
        token: The word that names it, or its head noun.
        start: First code point of the name in the article.
        end: Code point after the last.
        entity: The masked name, None for a name that no lookup knows or for none at all.
        feature: The common noun it goes with ("town", "airport"), "" for none.
        anaphor: Whether the article named it before ("the town", "it").
        reason: Why a claim on it must not count, "" if it may.
        holders: Words that say who held it ("rebel-held").
        implied: Whether no word stands for it at all ("B withdrew and A took control").
    """

    token: Token
    start: int
    end: int
    entity: Entity | None = None
    feature: str = ""
    anaphor: bool = False
    reason: ReasonCode = ""
    holders: tuple[Token, ...] = ()
    implied: bool = False


class Sentence:
    """A parsed sentence with what its words stand for."""

    def __init__(self, doc: Doc, masked: Masked, lexicon: Lexicon, article: str) -> None:
        """Match tokens of the masked text with the names they stand for."""
        mend(doc, lexicon)
        self.doc = doc
        self.masked = masked
        self.lexicon = lexicon
        self.article = article
        origin = masked.origin
        said = article[origin[0] : origin[-1] + 1] if origin else ""
        self._quotes = _CLOSING.search(said) is not None
        starts = doc.to_array("IDX").tolist()
        self.entities: Mapping[int, Entity] = {
            i: masked.entities[at] for i, at in enumerate(starts) if at in masked.entities
        }

    def place(self, token: Token) -> Entity | None:
        """Return the place that a token stands for."""
        entity = self.entities.get(token.i)
        return entity if entity and entity.kind == "place" else None

    def actor(self, token: Token) -> Entity | None:
        """Return the actor that a token stands for."""
        entity = self.entities.get(token.i)
        return entity if entity and entity.kind == "actor" else None

    def actors_before(self, token: Token) -> Iterator[tuple[Token, Entity]]:
        """Yield the words before another that stand for actors, the last first."""
        for t in reversed(self.doc[: token.i]):
            entity = self.actor(t)
            if entity is not None:
                yield t, entity

    def source(self, token: Token) -> Entity | None:
        """Return the source that a token stands for."""
        entity = self.entities.get(token.i)
        return entity if entity and entity.kind == "source" else None

    def words_at(self, start: int, end: int) -> str:
        """Return the words of the article from one point to another, runs of blanks as one."""
        return trim(self.article[start:end])

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """Return where the words from one token to another stand in the article."""
        head, tail = self.entities.get(first.i), self.entities.get(last.i)
        start = head.start if head else self.masked.origin[first.idx]
        end = tail.end if tail else self.masked.origin[last.idx + len(last) - 1] + 1
        return (start, end) if end > start else (start, start + 1)

    def quoted_apart(self, one: Token, other: Token) -> bool:
        """Return whether a quotation ends between two words: 'seized control," A said'."""
        if not self._quotes:
            return False
        first, last = (one, other) if one.i < other.i else (other, one)
        between = self.article[self.span(first, first)[1] : self.span(last, last)[0]]
        return _CLOSING.search(between) is not None

    def is_(self, token: Token, name: str) -> bool:
        """Return whether a token is one of a word list's words, by form or base form."""
        words = self.lexicon.words(name)
        return token.lower_ in words or token.lemma_.lower() in words


def target_at(
    first: Token,
    last: Token,
    sentence: Sentence,
    *,
    entity: Entity | None = None,
    feature: str = "",
    anaphor: bool = False,
    reason: ReasonCode = "",
) -> Target:
    """Return a target that stands from one word to another."""
    start, end = sentence.span(first, last)
    return Target(last, start, end, entity, feature, anaphor, reason)


def trim(text: str) -> str:
    """Return a name without blanks and stops at its end."""
    return _TAIL.sub("", re.sub(r"\s+", " ", text)).strip()
