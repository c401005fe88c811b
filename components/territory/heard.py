"""What is heard of each place: the claims of a world by a selection, place by place."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from components.actors import turns_of
from components.control import Folder
from components.records import Claim, ControlInterval, Place
from components.territory.nameless import stands_for
from components.territory.selection import Selection
from components.territory.world import World

AREAS = frozenset({"province", "region", "country", "district"})
Claims = tuple[Claim, ...]
Bloc = Callable[[str, date | None], str]


@dataclass(frozen=True)
class Folded:
    """A world folded by a selection.

    Args:
        world: What was read.
        selection: Which of it is heard.
        heard: The claims heard of each place.
        rows: The intervals of each place that has any, in the order of places.
        same_text: What stands for each article that has near-copies.
    """

    world: World
    selection: Selection
    heard: Mapping[str, Sequence[Claim]]
    rows: Mapping[str, tuple[ControlInterval, ...]]
    same_text: Mapping[str, str]


def fold_world(world: World, selection: Selection, bloc: Bloc) -> Folded:
    """Fold all that a selection hears of a world."""
    with _collector_at_rest():
        heard = heard_by_place(world, selection)
        same_text = same_text_of(world, selection)
        rows = _rows(_folder(world, selection, bloc, same_text), heard, sorted(heard))
    return Folded(world, selection, heard, rows, same_text)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Let no garbage be looked for while a large world is folded.

    The fold makes hundreds of thousands of records that stay and no cycles; looking through
    them again and again took a third of its time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def refold(old: Folded, world: World, bloc: Bloc) -> Folded:
    """Fold another world of the same selection, only the places of which other things are heard."""
    same_text = same_text_of(world, old.selection)
    gone, come = changed_claims(old.world, world)
    touched = {
        *heard_by_place(old.world, old.selection, gone),
        *heard_by_place(world, old.selection, come),
        *_regrouped(old, same_text),
    }
    of_touched = (c for c in world.claims if c.whole or c.place_id in touched)
    anew = heard_by_place(world, old.selection, of_touched)
    heard = {p: claims for p, claims in old.heard.items() if p not in touched}
    heard.update((p, claims) for p, claims in anew.items() if p in touched)
    folder = _folder(world, old.selection, bloc, same_text)
    rows = {p: row for p, row in old.rows.items() if p not in touched}
    rows.update(_rows(folder, heard, touched & heard.keys()))
    return Folded(world, old.selection, heard, dict(sorted(rows.items())), same_text)


def _folder(world: World, selection: Selection, bloc: Bloc, same_text: Mapping[str, str]) -> Folder:
    publisher = _publishers_of(world)

    def text(article_id: str) -> str:
        return same_text.get(article_id, article_id)

    meant = stands_for(world.actors, bloc)
    if selection.factions:
        return Folder(same_text=text, publisher=publisher, stands_for=meant)
    turns = turns_of(world.actors, world.memberships) if world.memberships else None
    return Folder(bloc, text, publisher, turns, meant)


def _rows(
    folder: Folder, heard: Mapping[str, Sequence[Claim]], place_ids: Iterable[str]
) -> dict[str, tuple[ControlInterval, ...]]:
    rows = ((p, folder.fold(p, heard[p])) for p in place_ids)
    return {p: row for p, row in rows if row}


def _regrouped(old: Folded, same_text: Mapping[str, str]) -> set[str]:
    """Return the places of articles that count as one text with others than before."""
    then = old.same_text
    moved = {a for a in {*then, *same_text} if then.get(a) != same_text.get(a)}
    if not moved:
        return set()
    return {
        place_id
        for place_id, claims in old.heard.items()
        if any(c.evidence.article_id in moved for c in claims)
    }


def heard_by_place(
    world: World, selection: Selection, claims: Iterable[Claim] | None = None
) -> dict[str, list[Claim]]:
    """Return the claims that a selection hears, by place, in the order of the world.

    Args:
        world: What has been read.
        selection: Which of it is heard.
        claims: Some of the world's claims; None stands for all.
    """
    chosen = None if selection.is_whole else selection.chooser(world)
    known_by = selection.known_by
    places: dict[str, list[Claim]] = {}
    for claim in world.claims if claims is None else claims:
        if claim.place_id is None or (known_by and not selection.is_known(claim)):
            continue
        if chosen is None or chosen(claim):
            places.setdefault(claim.place_id, []).append(claim)
            if claim.whole and claim.counted:
                for inside in places_inside(world, claim.place_id):
                    places.setdefault(inside, []).append(claim)
    return places


def places_inside(world: World, area_id: str) -> tuple[str, ...]:
    """Return the points that lie in a province, district or country, as far as codes tell."""
    area = world.places.get(area_id)
    if area is None or area.kind not in AREAS:
        return ()
    return tuple(p.id for p in world.places.values() if p.kind not in AREAS and _lies_in(p, area))


def _lies_in(place: Place, area: Place) -> bool:
    if place.country != area.country:
        return False
    if area.kind == "district":
        # Codes as OCHA gives them: that of a district begins those of all that lies in it.
        # "SY-ID" is the code of a whole province, and tells of no district.
        return bool(area.pcode) and "-" not in area.pcode and place.pcode.startswith(area.pcode)
    return area.kind == "country" or (area.kind == "province" and place.admin1 == area.name)


def changed_claims(old: World, new: World) -> tuple[Claims, Claims]:
    """Return the claims that only the old world has, and those that only the new one has.

    A world made from an older one shares what did not change, mostly at the beginning and at
    the end, and Python sees at once that a record is the same object.
    """
    start = _alike(old.claims, new.claims)
    then, now = old.claims[start:], new.claims[start:]
    end = _alike(then[::-1], now[::-1])
    then, now = then[: len(then) - end], now[: len(now) - end]
    before, after = set(map(id, then)), set(map(id, now))
    return (
        tuple(c for c in then if id(c) not in after),
        tuple(c for c in now if id(c) not in before),
    )


def _alike(one: Claims, two: Claims) -> int:
    """Return how many claims two rows have in common at their beginning."""
    low, high = 0, min(len(one), len(two))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == two[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def same_text_of(world: World, selection: Selection) -> Mapping[str, str]:
    """Return what stands for each article that has near-copies: the first of its group.

    Only articles that had appeared by `known_by` are grouped, so that a later copy never
    joins two that were apart by then.
    """
    first: dict[str, str] = {}

    def root(article: str) -> str:
        while first.setdefault(article, article) != article:
            article = first[article]
        return article

    for one, two in world.copies:
        if _had_appeared(one, world, selection) and _had_appeared(two, world, selection):
            low, high = sorted((root(one), root(two)))
            first[high] = low
    return {article: root(article) for article in list(first)}


def _had_appeared(article_id: str, world: World, selection: Selection) -> bool:
    origin = world.origins.get(article_id)
    if selection.known_by is None:
        return True
    latest = origin.reported.latest if origin else None
    return latest is not None and latest <= selection.known_by


def _publishers_of(world: World) -> Callable[[str], str]:
    """Return a function from an article's id to its publisher, "" where not stated."""
    origins = world.origins

    def publisher(article_id: str) -> str:
        origin = origins.get(article_id)
        return origin.publisher if origin else ""

    return publisher
