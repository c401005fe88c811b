"""Answers taken apart and held against the text: what does not stand there is not used."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from components.records import ClaimKind, Role, Stance
from components.secondreader.asking import KINDS, ROLES, STANCES, Asked

MOST_CLAIMS = 12
_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)

NOT_JSON = "the answer is not JSON of the form asked for"
NO_SENTENCE = "it names a sentence that was not sent"
NO_QUOTE = "the quote does not stand in the sentence"
NO_PLACE = "the place does not stand in the quote"
NO_NAME = "the place is no name"
NO_PARTY = "a party does not stand in the quote"
NO_KIND = "the kind is none of the list"
NO_STANCE = "the stance is none of the list"
NO_DATE = "the words for the date do not stand in the sentence (the date alone is left out)"
TOO_MANY = "more claims than a sentence can hold"
TWICE = "the same claim twice"


@dataclass(frozen=True, slots=True)
class Verified:
    """A claim whose words all stand in its sentence; positions count from the sentence's start.

    Args:
        number: Number of the sentence in the article.
        kind: Kind of the claim.
        stance: asserted, or how the text takes it back.
        place: Position of the name of the place.
        parties: Role and position of each party.
        date: Position of the words that say when, None for none.
    """

    number: int
    kind: ClaimKind
    stance: Stance
    place: tuple[int, int]
    parties: tuple[tuple[Role, tuple[int, int]], ...]
    date: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer came to: verified claims, and why the others are not used."""

    claims: tuple[Verified, ...]
    refused: tuple[str, ...]


def verify(content: str, batch: Sequence[Asked]) -> Answer:
    """Hold an answer against the sentences it is about."""
    listed = _listed(content)
    if listed is None:
        return Answer((), (NOT_JSON,))
    sent = {asked.number: asked for asked in batch}
    claims: list[Verified] = []
    refused: list[str] = []
    for given in listed:
        verdict = _verified(given, sent)
        if isinstance(verdict, str):
            refused.append(verdict)
            continue
        claim, note = verdict
        if note:
            refused.append(note)
        if claim in claims:
            refused.append(TWICE)
        elif sum(c.number == claim.number for c in claims) >= MOST_CLAIMS:
            refused.append(TOO_MANY)
        else:
            claims.append(claim)
    return Answer(tuple(claims), tuple(refused))


def _listed(content: str) -> list[Any] | None:
    """Return the list of claims; a fence around the JSON is taken off, nothing else is mended."""
    fenced = _FENCE.match(content)
    try:
        given = json.loads(fenced.group(1) if fenced else content)
    except (ValueError, RecursionError):
        return None
    listed = given.get("claims") if isinstance(given, dict) else given
    return listed if isinstance(listed, list) else None


def _verified(given: Any, sent: dict[int, Asked]) -> tuple[Verified, str] | str:  # noqa: PLR0911 (one return for each reason)
    if not isinstance(given, dict):
        return NOT_JSON
    number = given.get("number")
    if not isinstance(number, int) or isinstance(number, bool) or number not in sent:
        return NO_SENTENCE
    sentence = sent[number].sentence
    quote = given.get("quote")
    at = sentence.find(quote) if isinstance(quote, str) and quote.strip() else -1
    if at < 0:
        return NO_QUOTE
    assert isinstance(quote, str)
    if given.get("kind") not in KINDS:
        return NO_KIND
    if given.get("stance") not in STANCES:
        return NO_STANCE
    place = _stands(given.get("place"), quote)
    if place is None:
        return NO_PLACE
    if not any(c.isupper() for c in quote[slice(*place)]):
        return NO_NAME
    parties = _parties(given, quote)
    if parties is None:
        return NO_PARTY
    words = given.get("date")
    date = _stands(words, sentence)
    claim = Verified(
        number,
        cast("ClaimKind", given["kind"]),
        cast("Stance", given["stance"]),
        _moved(place, at),
        tuple((role, _moved(span, at)) for role, span in parties),
        date,
    )
    return claim, NO_DATE if words and date is None else ""


def _parties(given: dict[str, Any], quote: str) -> list[tuple[Role, tuple[int, int]]] | None:
    found: list[tuple[Role, tuple[int, int]]] = []
    for role in ROLES:
        names = given.get(role) or []
        if not isinstance(names, list):
            return None
        for name in names:
            span = _stands(name, quote)
            if span is None:
                return None
            if (role, span) not in found:
                found.append((role, span))
    return found


def _stands(words: Any, text: str) -> tuple[int, int] | None:
    """Return where words stand in a text as whole words, None where they do not."""
    if not isinstance(words, str) or not words.strip():
        return None
    plain = words.strip()
    found = re.search(rf"(?<!\w){re.escape(plain)}(?!\w)", text)
    return found.span() if found else None


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by
