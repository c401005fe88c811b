"""The index of added places: a second SQLite file beside that of the embedded gazetteer.

A place that the embedded gazetteer has already is not doubled: its entry gets the names, the
p-code and the native name that the added file has.
"""

import hashlib
import math
import os
import sqlite3
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from components.places.added import AddedFile, AddedPlace, Rings, read_kept
from components.places.classes import SETTLEMENT
from components.places.gazetteer import Gazetteer
from components.places.geometry import distance_km
from components.places.index import (
    INDEXES,
    SCHEMA,
    STALE_S,
    GazetteerError,
    insert_names,
    insert_places,
    sweep,
)
from components.places.keying import names_of, place_row
from components.places.keys import Tier, light_key, skeleton_key, tier_of, written_key
from components.places.sources import Entry, cores_of
from components.records import Place

OUTLINES = "CREATE TABLE outline (id TEXT PRIMARY KEY, rings TEXT) WITHOUT ROWID;"
_CODE = ("keys.py", "classes.py", "extension.py", "keying.py", "index.py")
# Two lists put the same village this far apart; villages with one name lie further.
TWIN_KM = 5.0
TWIN_LOOSE_KM = 2.5
_TOLD_EVERY = 500

Progress = Callable[[float, str], None]


@dataclass
class _Twin:
    """A place and what the lists say of it."""

    place: Place
    names: list[str]
    outline: Rings = ()
    is_known: bool = False


@dataclass
class _Merged:
    """Places so far, and the way to find those with a name nearby."""

    twins: dict[str, _Twin] = field(default_factory=dict)
    by_key: dict[str, list[_Twin]] = field(default_factory=lambda: defaultdict(list))

    def put(self, twin: _Twin) -> None:
        self.twins[twin.place.id] = twin
        for name in {twin.place.name, *twin.names}:
            self.by_key[skeleton_key(light_key(name))].append(twin)


def extension_digest(base: Path, files: Sequence[AddedFile]) -> str:
    """Return a digest of all that the index of added places is made from."""
    digest = hashlib.sha256(base.name.encode())
    for name in _CODE:
        digest.update(Path(__file__).with_name(name).read_bytes())
    # The name of a kept file holds a digest of what is in it.
    digest.update(repr([file.path.name for file in files]).encode())
    return digest.hexdigest()[:16]


def ensure_extension(
    folder: Path, base: Path, files: Sequence[AddedFile], progress: Progress | None = None
) -> Path | None:
    """Return the index of the added places, building it first where it is not there.

    As with the index of the embedded gazetteer, it appears whole or not at all.

    Raises:
        GazetteerError: The folder cannot be written to.
    """
    if not files:
        return None
    path = folder / f"added-{extension_digest(base, files)}.sqlite"
    if path.exists():
        return path
    building = folder / f"{path.name}.{os.getpid()}-{time.monotonic_ns()}.building"
    try:
        sweep(folder, "added-*.sqlite*", STALE_S, keep=path)
        _build(building, Gazetteer(base), files, progress or (lambda _share, _words: None))
        building.replace(path)
    except (OSError, sqlite3.OperationalError) as error:
        if not path.exists():
            msg = (
                f"The index of the added places cannot be written to {str(folder)!r} ({error}). "
                "Make room there; what was added is kept."
            )
            raise GazetteerError(msg) from error
    finally:
        building.unlink(missing_ok=True)
    return path


def _build(path: Path, base: Gazetteer, files: Sequence[AddedFile], progress: Progress) -> None:
    words = "Indexing the places that were added"
    progress(0.0, words)
    merged = _merge(base, files, lambda share: progress(0.8 * share, words))
    twins = list(merged.twins.values())
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        connection.executescript(OUTLINES)
        connection.execute("BEGIN")
        insert_places(connection, (place_row(i, twin.place) for i, twin in enumerate(twins)))
        insert_names(connection, _names(twins))
        connection.executemany(
            "INSERT INTO outline VALUES (?, ?)",
            ((t.place.id, repr([list(ring) for ring in t.outline])) for t in twins if t.outline),
        )
        connection.execute("COMMIT")
        connection.executescript(INDEXES)
    finally:
        connection.close()
    progress(1.0, words)


def _names(twins: Sequence[_Twin]) -> Iterator[tuple[str, int, str, str, int]]:
    for number, twin in enumerate(twins):
        names = tuple(dict.fromkeys(twin.names))
        if not twin.is_known:
            names = tuple(dict.fromkeys((twin.place.name, *names)))
        mains = 0 if twin.is_known else 1
        yield from names_of(
            number, Entry(twin.place, names, cores_of(twin.place.kind, names), mains)
        )


def _merge(
    base: Gazetteer, files: Sequence[AddedFile], advance: Callable[[float], None]
) -> _Merged:
    merged = _Merged()
    total = sum(file.places for file in files) or 1
    done = 0
    for file in files:
        for added in read_kept(file):
            done += 1
            if done % _TOLD_EVERY == 0:
                advance(min(1.0, done / total))
            _take_in(merged, base, added)
    return merged


def _take_in(merged: _Merged, base: Gazetteer, added: AddedPlace) -> None:
    place = added.place
    names = [place.name, *(name for name in (place.native, *added.names) if name)]
    twin = merged.twins.get(place.id) or _near_twin(merged, added)
    if twin is None:
        known = base.place(place.id) or _known(base, added)
        twin = merged.twins.get(known.id) if known else None
        if twin is None:
            twin = _Twin(known or place, [], is_known=known is not None)
            twin.names += names
            twin.outline = added.outline
            twin.place = _richer(twin.place, place)
            merged.put(twin)
            return
    twin.names += names
    twin.outline = twin.outline or added.outline
    twin.place = _richer(twin.place, place)
    for name in names:
        key = skeleton_key(light_key(name))
        if twin not in merged.by_key[key]:
            merged.by_key[key].append(twin)


def _richer(place: Place, added: Place) -> Place:
    """Return a place with what only the added list says; its position and name stay."""
    is_area_code = place.pcode.startswith(f"{place.country}-")
    own_code = added.pcode if not added.pcode.startswith(f"{added.country}-") else ""
    return replace(
        place,
        native=place.native or added.native,
        admin1=place.admin1 or added.admin1,
        population=place.population or added.population,
        pcode=own_code if own_code and (is_area_code or not place.pcode) else place.pcode,
    )


def _known(base: Gazetteer, added: AddedPlace) -> Place | None:
    """Return the embedded gazetteer's entry for the same place."""
    here = added.place
    best: tuple[float, Place] | None = None
    for name in dict.fromkeys((here.name, here.native, *added.names[:1])):
        for match in base.matches(name) if name else ():
            km = _twin_km(here, match.place, match.tier)
            if km is not None and (best is None or km < best[0]):
                best = (km, match.place)
    return best[1] if best else None


def _near_twin(merged: _Merged, added: AddedPlace) -> _Twin | None:
    here = added.place
    best: tuple[float, _Twin] | None = None
    for name in dict.fromkeys((here.name, here.native, *added.names[:3])):
        for twin in merged.by_key.get(skeleton_key(light_key(name)), ()) if name else ():
            # Most namesakes lie far away; telling that is quicker than comparing names.
            if _twin_km(here, twin.place, Tier.EXACT) is None:
                continue
            tiers = [
                tier_of(name, written_key(other), light_key(other))
                for other in {twin.place.name, *twin.names}
            ]
            tier = min((t for t in tiers if t is not None), default=Tier.SKELETON)
            km = _twin_km(here, twin.place, tier)
            if km is not None and (best is None or km < best[0]):
                best = (km, twin)
    return best[1] if best else None


def _twin_km(one: Place, other: Place, tier: Tier) -> float | None:
    """Return how far apart two entries of one place are, None where they are two places."""
    if one.country and other.country and one.country != other.country:
        return None
    if one.kind == other.kind and one.kind in {"province", "district"}:
        return distance_km(one, other, 40.0) if one.kind == "district" else 0.0
    if one.kind != other.kind and not {one.kind, other.kind} <= SETTLEMENT:
        return None
    reach = TWIN_KM if tier <= Tier.BARE else TWIN_LOOSE_KM
    km = distance_km(one, other, reach)
    return km if km is not None and math.isfinite(km) else None
