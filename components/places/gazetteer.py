"""Look-ups in the index: names to places."""

import json
import math
import sqlite3
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from components.places.classes import split_class
from components.places.keying import CORE, MAIN
from components.places.keys import (
    Tier,
    bare_key,
    light_key,
    parted_key,
    skeleton_key,
    written_key,
)
from components.records import Place

_PLACE_COLUMNS = (
    "p.id, p.name, p.kind, p.lat, p.lon, p.country, p.pcode, p.gazetteer, p.native, p.admin1,"
    " p.population"
)
_BY_SKELETON = (
    f"SELECT n.light, n.written, n.form, {_PLACE_COLUMNS} "  # noqa: S608 (no outside text)
    "FROM {schema}.name n JOIN {schema}.place p ON p.number = n.place "
    "WHERE n.skeleton = ? LIMIT 600"
)
_BY_ID = f"SELECT {_PLACE_COLUMNS} FROM {{schema}}.place p WHERE p.id = ?"  # noqa: S608
_BY_PREFIX = (
    f"SELECT DISTINCT {_PLACE_COLUMNS} "  # noqa: S608 (no outside text)
    "FROM {schema}.name n JOIN {schema}.place p ON p.number = n.place "
    "WHERE n.light >= ? AND n.light < ? AND n.form < 2 ORDER BY p.population DESC LIMIT ?"
)
_RICHER = (
    f"SELECT {_PLACE_COLUMNS} FROM added.place p "  # noqa: S608 (no outside text)
    "WHERE p.id IN (SELECT id FROM main.place)"
)
_OUTLINE = "SELECT rings FROM added.outline WHERE id = ?"
_IN_BOX = (
    "SELECT country, lat, lon FROM main.place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ? "
    "AND kind IN ('city', 'town', 'village')"
)
_NEAREST_DEGREES = 1.5
_SHORTEST_SKELETON = 4


@dataclass(frozen=True, slots=True)
class Match:
    """A place that has a name, and how well the name agrees.

    Args:
        place: The place.
        tier: How well the names agree.
        is_main: Whether it is the place's main name or a spelling of it, not another name.
        name: The gazetteer's light key of the name that agrees.
        is_decided: Whether a person said that the name means this place.
    """

    place: Place
    tier: Tier
    is_main: bool
    name: str
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    light: str
    written: str
    form: int
    place: Place


class Gazetteer:
    """Places by name. Safe to use from many threads; each has its own connection."""

    def __init__(
        self,
        path: Path,
        added: Path | None = None,
        decided: Mapping[str, Place | None] | None = None,
    ) -> None:
        """Open the index file at `path`, and that of added places, for reading only.

        `decided` are names that a person gave a place once and for all; None for no place.
        """
        self._paths = path, added
        self._decided = {light_key(name): place for name, place in (decided or {}).items()}
        self._uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._added = f"{added.resolve().as_uri()}?mode=ro&immutable=1" if added else ""
        self._local = threading.local()
        # What added files say of places that the embedded gazetteer has.
        self._richer: dict[str, Place] = {}
        if added:
            rows = self._connection().execute(_RICHER)
            self._richer = {row[0]: Place(*row) for row in rows}
        self._rows: Callable[[str], tuple[_Row, ...]] = lru_cache(maxsize=20_000)(self._read)
        self.matches: Callable[[str], tuple[Match, ...]] = lru_cache(maxsize=20_000)(self._matches)

    def with_decided(self, decided: Mapping[str, Place | None]) -> "Gazetteer":
        """Return the same gazetteer, where these names mean what a person decided."""
        return Gazetteer(*self._paths, decided)

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(self._uri, uri=True)
            if self._added:
                connection.execute("ATTACH DATABASE ? AS added", (self._added,))
            self._local.connection = connection
        return connection

    def _read(self, skeleton: str) -> tuple[_Row, ...]:
        rows = self._both(_BY_SKELETON, (skeleton,))
        return tuple(_Row(row[0], row[1], row[2], self._place(row[3:])) for row in rows)

    def _both(self, query: str, given: tuple[object, ...]) -> list[tuple[Any, ...]]:
        """Return the rows of the embedded gazetteer, then those of added places."""
        connection = self._connection()
        rows = connection.execute(query.format(schema="main"), given).fetchall()
        if self._added:
            rows += connection.execute(query.format(schema="added"), given).fetchall()
        return rows

    def _place(self, row: tuple[Any, ...]) -> Place:
        return self._richer.get(row[0]) or Place(*row)

    def place(self, place_id: str) -> Place | None:
        """Return the entry with this id, None if there is none."""
        row = next(iter(self._both(_BY_ID, (place_id,))), None)
        return self._place(row) if row else None

    def outline(self, place_id: str) -> tuple[tuple[float, ...], ...]:
        """Return the rings (lon, lat, lon, lat ...) of an added area, the largest first."""
        if not self._added:
            return ()
        row = self._connection().execute(_OUTLINE, (place_id,)).fetchone()
        return tuple(tuple(ring) for ring in json.loads(row[0])) if row else ()

    def country_near(self, lat: float, lon: float) -> str:
        """Return the ISO code of the country of the nearest settlement, "" if none is near."""
        reach = _NEAREST_DEGREES
        box = (lat - reach, lat + reach, lon - reach, lon + reach)
        rows = self._connection().execute(_IN_BOX, box).fetchall()
        flat = math.cos(math.radians(lat)) ** 2
        nearest = min(
            rows, key=lambda r: (r[1] - lat) ** 2 + flat * (r[2] - lon) ** 2, default=None
        )
        return str(nearest[0]) if nearest else ""

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places with this name: best agreement first, then by population.

        A class word in the name counts: "Tabqa dam" finds the dam, never the town. A district
        stands behind the towns of its name.
        """
        places = [match.place for match in self.matches(name)]
        return tuple(sorted(places, key=lambda place: place.kind == "district"))

    def search(self, prefix: str, limit: int = 10) -> tuple[Place, ...]:
        """Return places of which a name begins with `prefix`, the most populous first."""
        key = light_key(prefix)
        if not key:
            return ()
        rows = self._both(_BY_PREFIX, (key, key + "\U0010ffff", limit))
        places = {row[0]: self._place(row) for row in rows}
        return tuple(sorted(places.values(), key=lambda p: -p.population)[:limit])

    def matches_of_kind(self, name: str, kinds: frozenset[str]) -> tuple[Match, ...]:
        """Return places of these kinds that are called so with a class word: "Tabqa" the dam."""
        return _best_first(self._core(split_class(light_key(name)).core, kinds))

    def _matches(self, name: str) -> tuple[Match, ...]:
        light = light_key(name)
        if not light:
            return ()
        if light in self._decided:
            place = self._decided[light]
            return (Match(place, Tier.EXACT, True, light, True),) if place else ()
        whole = self._whole(name, light) or self._parted(light)
        classed = split_class(light)
        if not classed.kinds:
            return _best_first(whole)
        fitting = [match for match in whole if match.place.kind in classed.kinds]
        known = {match.place.id for match in fitting}
        cores = [m for m in self._core(classed.core, classed.kinds) if m.place.id not in known]
        # "Mexico City" is a name of its own; its class word is no condition.
        own = [match for match in whole if match.tier <= Tier.LIGHT]
        return _best_first([*fitting, *cores]) or _best_first(own)

    def _parted(self, light: str) -> list[Match]:
        """Return places whose two words the text writes as one: "Kafarzita" for Kafr Zita."""
        parted = parted_key(light)
        found = self._whole(parted, parted) if parted else []
        # What is written in two words is, like a sound, another spelling of it.
        return [replace(match, tier=Tier.SKELETON) for match in found if " " in match.name]

    def _whole(self, name: str, light: str) -> list[Match]:
        asked = _Asked(written_key(name), light)
        best: dict[str, Match] = {}
        for row in self._rows(skeleton_key(light)):
            if row.form == CORE:
                continue
            tier = asked.tier(row)
            if tier is not None:
                _keep(best, Match(row.place, tier, row.form == MAIN, row.light))
        return list(best.values())

    def _core(self, core: str, kinds: frozenset[str]) -> list[Match]:
        """Return places of these kinds whose name, class word aside, is `core`."""
        asked = _Asked(core, core)
        best: dict[str, Match] = {}
        for row in self._rows(skeleton_key(core)):
            if row.place.kind in kinds:
                tier = asked.tier(row)
                if tier is not None:
                    _keep(best, Match(row.place, tier, row.form == MAIN, row.light))
        return list(best.values())


class _Asked:
    """A name that is looked up, compared with names of one skeleton."""

    def __init__(self, written: str, light: str) -> None:
        self._written, self._light = written, light
        self._bare = bare_key(light)
        # A short name has too little left in its skeleton to be told from others.
        self._last = Tier.SKELETON if len(light) >= _SHORTEST_SKELETON else None

    def tier(self, row: _Row) -> Tier | None:
        """Return how well a name of the gazetteer agrees, None where it does not."""
        if row.light == self._light:
            return Tier.EXACT if self._written == (row.written or row.light) else Tier.LIGHT
        if row.written == self._written:
            return Tier.EXACT
        return Tier.BARE if self._bare == bare_key(row.light) else self._last


def _keep(best: dict[str, Match], match: Match) -> None:
    old = best.get(match.place.id)
    if old is None or (match.tier, not match.is_main) < (old.tier, not old.is_main):
        best[match.place.id] = match


def _best_first(matches: list[Match]) -> tuple[Match, ...]:
    return tuple(sorted(matches, key=lambda m: (m.tier, -m.place.population, m.place.id)))
