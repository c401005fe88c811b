"""The roster: who fights whom, under which names, read from data/actors/*.json."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from components.actors.blocs import bloc_of
from components.actors.matching import (
    ActorMention,
    Alias,
    AliasIndex,
    choose,
    fold_word,
    make_alias,
    split_words,
)
from components.actors.sources import Source, SourceBook
from components.actors.words import Words
from components.errors import BadRecordError
from components.records import Actor, Membership

_DATA = Path(__file__).resolve().parents[2] / "data" / "actors"
_TABLES = frozenset({"words", "countries", "sources"})
_KINDS = frozenset(
    {
        *("government", "opposition", "jihadist", "kurdish", "foreign", "militia"),
        *("monitor", "other"),
    }
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country as texts call it.

    Args:
        code: ISO 3166-1 alpha-2.
        name: Its name.
        adjectives: "Syrian", "Syrians".
        seats: Cities that stand for its government ("Damascus").
    """

    code: str
    name: str
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """Who governs a country, and from when until when."""

    actor_id: str
    start: date | None
    end: date | None
    usual: bool = False


class Roster:
    """Actors by name, by country and by what a text calls them."""

    def __init__(self, wars: Iterable[dict[str, Any]], tables: Mapping[str, Any]) -> None:
        """Build the roster from parsed data files; `Roster.load` reads them."""
        self.actors: dict[str, Actor] = {}
        self.countries = {
            code: Country(code, row[0], tuple(row[1]), tuple(row[2]))
            for code, row in tables["countries"].items()
        }
        self.words = Words(tables["words"])
        self._rules: dict[str, list[_Rule]] = {}
        self._generic: dict[str, dict[str, str]] = {}
        self._fights_in: dict[str, frozenset[str]] = {}
        memberships: list[Membership] = []
        aliases: list[Alias] = []
        for war in wars:
            home = frozenset(war.get("generic", {}))
            for entry in war["actors"]:
                aliases += self._add(entry, home)
            memberships += [_membership(row) for row in war["memberships"]]
            self._generic.update(war.get("generic", {}))
        self.memberships = tuple(memberships)
        self._index = AliasIndex(aliases)
        self._exact: dict[str, set[str]] = {}
        for alias in aliases:
            self._exact.setdefault(" ".join(alias.words), set()).add(alias.actor_id)
        self.ended = {
            rule.actor_id: rule.end for rules in self._rules.values() for rule in rules if rule.end
        }
        # Countries at war: where somebody fights who is neither a government nor from abroad.
        self.theatres = frozenset(self._generic).union(
            *(
                self._fights_in[actor.id]
                for actor in self.actors.values()
                if actor.kind not in {"government", "foreign"}
            )
        )
        self._sources = SourceBook(tables["sources"])
        self._bloc = bloc_of(self.actors, self.memberships)
        words = [(w, c) for c in self.countries.values() for w in (c.name, *c.adjectives)]
        self._by_word = {fold_word(w): c for w, c in words if not w.isupper()}
        # "US" is a country, "us" is not.
        self._by_acronym = {w: c for w, c in words if w.isupper()}
        self._by_seat = {
            fold_word(seat): country
            for country in self.countries.values()
            for seat in country.seats
        }

    @classmethod
    def load(cls, folder: Path = _DATA) -> "Roster":
        """Read the roster from its data files.

        Raises:
            BadRecordError: A file holds an entry that cannot be used; the message names it.
        """
        tables = {
            name: json.loads((folder / f"{name}.json").read_text("utf-8")) for name in _TABLES
        }
        files = [p for p in sorted(folder.glob("*.json")) if p.stem not in _TABLES]
        return cls((json.loads(p.read_text("utf-8")) for p in files), tables)

    def _add(self, entry: dict[str, Any], home: frozenset[str]) -> list[Alias]:
        actor = Actor(
            *(entry["id"], entry["name"], entry["kind"], tuple(entry["aliases"])),
            *(entry.get("phrase", ""), entry.get("bloc", ""), entry.get("country", "")),
        )
        if actor.kind not in _KINDS:
            msg = f"actor {actor.id!r} has the kind {actor.kind!r}; use one of {sorted(_KINDS)}."
            raise BadRecordError(msg)
        if actor.id in self.actors:
            msg = f"two actors have the id {actor.id!r}; give one of them another."
            raise BadRecordError(msg)
        self.actors[actor.id] = actor
        fights = frozenset(entry["countries"]) if "countries" in entry else home
        self._fights_in[actor.id] = fights | ({actor.country} - {""})
        if actor.country:
            rule = _Rule(
                actor.id,
                _day(entry.get("governs_from")),
                _day(entry.get("governs_until")),
                bool(entry.get("usual")),
            )
            self._rules.setdefault(actor.country, []).append(rule)
        weak = set(entry.get("weak", ()))
        names = {*actor.aliases, *(() if "(" in actor.name else (actor.name,))}
        return [make_alias(name, actor.id, weak=name in weak) for name in sorted(names)]

    def find(self, text: str, countries: frozenset[str] = frozenset()) -> tuple[ActorMention, ...]:
        """Return the names of actors in a text, in order, without overlap.

        Args:
            text: Running text.
            countries: Countries the text is known to speak of; they decide names that several
                actors share, such as "SNA".
        """
        matches = self._index.find(text)
        # "OLF-Shane" and "OLF/Shane" are one name, and one actor's.
        clear = [hits for _, _, hits in matches if len({a.actor_id for a in hits}) == 1]
        strong = frozenset(h[0].actor_id for h in clear if not any(a.weak for a in h))
        at_hand = countries | self.countries_named(text)
        homes = [self._fights_in[actor_id] for actor_id in strong]
        if not at_hand and homes:
            at_hand = frozenset[str]().union(*(h for h in homes if len(h) == 1))
        found = []
        for start, end, hits in matches:
            actor_id = choose(hits, self._fights_in, at_hand, strong)
            if actor_id:
                found.append(ActorMention(start, end, text[start:end], actor_id))
        return tuple(found)

    def countries_named(self, text: str) -> frozenset[str]:
        """Return the codes of the countries that a text names or whose adjective it uses."""
        capital = [w for w in split_words(text) if w.text[0].isupper()]
        words = [w.folded for w in capital]
        known = [self._by_word.get(w) for w in (*words, *map(" ".join, pairwise(words)))]
        known += [self._by_acronym.get(w.text) for w in capital]
        return frozenset(c.code for c in known if c)

    def fights_in(self, actor_id: str) -> frozenset[str]:
        """Return the countries where an actor fights, as far as the roster says."""
        return self._fights_in.get(actor_id, frozenset())

    def country_of(self, word: str) -> str:
        """Return the code of the country that a name or adjective means, "" for none."""
        country = self._by_acronym.get(word) or self._by_word.get(fold_word(word))
        return country.code if country else ""

    def seat_of(self, word: str) -> str:
        """Return the country whose government a city's name stands for, "" for none."""
        country = self._by_seat.get(fold_word(word))
        return country.code if country else ""

    def government(self, country: str, day: date | None = None) -> Actor:
        """Return the government of a country on a day; the one most texts mean, if None."""
        rules = sorted(self._rules.get(country, ()), key=lambda r: r.start or date.min)
        if rules:
            return self.actors[_rule_on(rules, day).actor_id]
        known = self.countries.get(country)
        name = f"Government ({known.name})" if known else "Government"
        phrase = f"the government of {known.name}" if known else "the government"
        code = country.casefold() or "unknown"
        return Actor(f"government:{code}", name, "government", (), phrase, "", country)

    def predecessor(self, actor: Actor, day: date) -> Actor:
        """Return who governed on an earlier day the country that an actor governs later.

        The actor itself where it governed then, or is no government of the roster.
        """
        for country, rules in self._rules.items():
            own = [r for r in rules if r.actor_id == actor.id]
            if own and all(r.start is not None and r.start > day for r in own):
                return self.government(country, day)
        return actor

    def generic(self, group: str, country: str, day: date | None = None) -> Actor:
        """Return who "the rebels", "jihadists" or "the army" are in a country.

        Args:
            group: government, or a group of `Words` such as opposition or militia.
            country: ISO code of the country at hand, "" where unknown.
            day: Day that decides which government is meant.
        """
        if group == "government":
            return self.government(country, day)
        known = self._generic.get(country, {}).get(group, "")
        if known:
            return self.actors[known]
        label, kind = self.words.label(group)
        where = self.countries[country].name if country in self.countries else ""
        name = f"{label} ({where})" if where else label
        phrase = f"{label.casefold()} in {where}" if where else label.casefold()
        return Actor(f"{group}:{country.casefold() or 'unknown'}", name, kind, (), phrase, "", "")

    def named(self, text: str) -> Actor:
        """Return an actor for a name that the roster lacks."""
        slug = "-".join(w.folded for w in split_words(text))
        return Actor(f"text:{slug or 'unknown'}", text.strip(), "other")

    def called(self, name: str) -> Actor | None:
        """Return the actor with exactly this name or acronym, None for none or several."""
        ids = self._exact.get(" ".join(w.folded for w in split_words(name)), set())
        return self.actors[next(iter(ids))] if len(ids) == 1 else None

    def of_people(self, word: str, country: str) -> Actor | None:
        """Return who is called by a people's name in a country: "Serb" and "Serbs" in Bosnia.

        None where nobody there is, or several are.
        """
        name = fold_word(word)
        ids = self._exact.get(name, set()) | self._exact.get(f"{name}s", set())
        there = [a for a in sorted(ids) if country in self._fights_in[a]]
        return self.actors[there[0]] if len(there) == 1 else None

    def source(self, text: str) -> Source:
        """Return who is meant by the words that name a source."""
        return self._sources.identify(text, self)

    def sources_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where a text names a known source: agencies, monitors, state media."""
        return self._sources.names_in(text)

    def bloc(self, actor_id: str, day: date | None) -> str:
        """Return whom an actor counts with on a day: its coalition, else its bloc, else itself."""
        return self._bloc(actor_id, day)


def _rule_on(rules: Sequence[_Rule], day: date | None) -> _Rule:
    """Return the rule in force on a day, else the last one begun by then, else the first."""
    if day is None:
        return next((r for r in rules if r.usual), rules[-1])
    begun = [r for r in rules if (r.start or date.min) <= day]
    lasting = [r for r in begun if day <= (r.end or date.max)]
    return [*rules[:1], *begun, *lasting][-1]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _membership(row: Mapping[str, str | None]) -> Membership:
    actor, coalition = row["actor"], row["coalition"]
    if not actor or not coalition:
        msg = f"a membership needs an actor and a coalition, not {dict(row)!r}."
        raise BadRecordError(msg)
    return Membership(actor, coalition, _day(row["start"]), _day(row["end"]))
