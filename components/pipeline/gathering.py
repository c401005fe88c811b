"""The world of what a ledger keeps, changed article by article as the ledger is."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TypeVar

from components.actors import Roster
from components.control import Copies
from components.records import Actor, Mention, Place
from components.store import Kept
from components.territory import Origin, World

# "the town" and "the area" stand for a place and are no name of it.
_IS_NAME = re.compile(r"(?:[a-z]{1,3}[-'’ ])?[^\W\d_a-z]")

T = TypeVar("T")


class Gathering:
    """Gathers kept articles into a world; what it returned before is never changed.

    The roster's word on an actor goes before what was stored with an old reading, so that a
    coalition added to it later counts for articles read before.
    """

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._kept: dict[str, Kept] = {}
        self._copies = Copies()
        self._spellings: dict[str, Counter[str]] = {}
        self._places: dict[str, Place] = {}
        self._users: Counter[str] = Counter()
        self._named: dict[str, Place] = {}
        self._mentions: dict[str, int] = {}
        self._actors: dict[str, Actor] = {}

    def add(self, kept: Kept) -> None:
        """Add an article; one that is there already is replaced where it stands."""
        article_id = kept.reading.article.id
        if article_id in self._kept:
            self._forget(self._kept[article_id])
        self._kept[article_id] = kept
        reading = kept.reading
        spelled = _spelled(reading.mentions)
        for place in reading.places:
            self._places[place.id] = place
            self._users[place.id] += 1
        for place_id, spellings in spelled.items():
            self._spellings.setdefault(place_id, Counter()).update(spellings)
        self._name({*spelled, *(p.id for p in reading.places)})
        self._actors.update((a.id, a) for a in reading.actors)
        if kept.fingerprint:
            self._copies.add(article_id, kept.fingerprint)

    def drop(self, article_id: str) -> None:
        """Take an article out; one that is not there is no error."""
        kept = self._kept.pop(article_id, None)
        if kept:
            self._forget(kept)

    def kept(self) -> Iterable[Kept]:
        """Return what was gathered."""
        return self._kept.values()

    def world(self) -> World:
        """Return the world of what is gathered now."""
        kept = self._kept
        return World(
            claims=tuple(chain.from_iterable(k.reading.claims for k in kept.values())),
            places=dict(self._named),
            mentions=dict(self._mentions),
            actors={**self._actors, **self._roster.actors},
            memberships=self._roster.memberships,
            articles=len(kept),
            origins={i: _origin(k) for i, k in kept.items()},
            reviews=_merged(k.reviews for k in kept.values() if k.reviews),
            originals=_merged(k.originals for k in kept.values() if k.originals),
            revisions=_merged(k.revisions for k in kept.values() if k.revisions),
            copies=self._copies.pairs(),
            ended=self._roster.ended,
        )

    def _forget(self, kept: Kept) -> None:
        reading = kept.reading
        spelled = _spelled(reading.mentions)
        for place_id, spellings in spelled.items():
            self._spellings[place_id].subtract(spellings)
        self._users.subtract(p.id for p in reading.places)
        self._name({*spelled, *(p.id for p in reading.places)})
        self._copies.drop(reading.article.id)

    def _name(self, place_ids: Iterable[str]) -> None:
        """Put places under the name used most, and leave out those that no article names."""
        for place_id in place_ids:
            spellings = +self._spellings.get(place_id, Counter())
            self._mentions[place_id] = spellings.total()
            if not spellings:
                del self._mentions[place_id]
            if self._users[place_id] > 0:
                self._named[place_id] = named(self._places[place_id], spellings)
            else:
                self._named.pop(place_id, None)


def named(place: Place, spellings: Counter[str] | None) -> Place:
    """Return the place under the name that the articles use most.

    Gazetteers transliterate ("Jisr ash Shughur" with a macron) as no newspaper does, and a
    reader looks for the name that was read.
    """
    names = {name: count for name, count in (spellings or {}).items() if _IS_NAME.match(name)}
    most = max(names.values(), default=0)
    usual = sorted(name for name, count in names.items() if count == most)
    if not usual:
        return place
    return place if place.name in usual else replace(place, name=usual[0])


def one_line(toponym: str) -> str:
    """Return a name as it would stand on one line."""
    return re.sub(r"-\s+", "-", " ".join(toponym.split()))


def _spelled(mentions: Iterable[Mention]) -> dict[str, Counter[str]]:
    spelled: dict[str, Counter[str]] = {}
    for mention in mentions:
        if mention.place_id:
            spelled.setdefault(mention.place_id, Counter())[one_line(mention.toponym)] += 1
    return spelled


def _origin(kept: Kept) -> Origin:
    article = kept.reading.article
    return Origin(article.title, article.publisher, article.url, article.reported, kept.collections)


def _merged(parts: Iterable[Mapping[str, T]]) -> dict[str, T]:
    merged: dict[str, T] = {}
    for part in parts:
        merged.update(part)
    return merged
