"""The batch commands that start from claims: control on a day, and a picture or page of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from components.actors import Roster
from components.errors import BadChoiceError
from components.exports import areas_geojson, reasons_of, snapshot_html, snapshot_png
from components.pipeline.lines import read_rows, write_bytes, write_rows
from components.pipeline.rows import claims_from_rows, interval_row, place_row
from components.pipeline.worlds import articles_from_rows, world_from_rows
from components.records import Basis, PlaceState
from components.territory import (
    History,
    Selection,
    build_history,
    changes_between,
    evidence,
    feature_collection,
    parts_on,
)

Row = dict[str, Any]
LARGEST_REACH_KM = 500


def history_of(inputs: Iterable[Path], selection: Selection) -> History:
    """Return the history of rows printed by `read`, by the chosen sources."""
    roster = Roster.load()
    read = claims_from_rows(read_rows(inputs), roster.actors)
    return build_history(world_from_rows(read, roster), selection)


def parse_sources(text: str) -> frozenset[Basis] | None:
    """Read kinds of sources parted by commas, such as "monitor,press"; None for "".

    Raises:
        BadChoiceError: One is no kind of source.
    """
    names = [name.strip().replace("-", " ") for name in text.split(",") if name.strip()]
    known = get_args(Basis)
    for name in names:
        if name not in known:
            msg = f"{name!r} is no kind of source. Give some of: {', '.join(known)}."
            raise BadChoiceError(msg)
    return frozenset(cast("list[Basis]", names)) or None


def changes_command(
    inputs: Iterable[Path], first: date, second: date, selection: Selection
) -> Iterator[Row]:
    """Yield one row a place that differs between two days."""
    history = history_of(inputs, selection)
    for found in changes_between(history, first, second).places:
        sides = {"before": found.before, "after": found.after}
        yield {
            "place": place_row(history.world.places[found.place_id]),
            "days": [first.isoformat(), second.isoformat()],
            "words": found.words,
            "gained_by": list(found.gained_by),
            "lost_by": list(found.lost_by),
            **{name: _side(history, state) for name, state in sides.items()},
        }


def _side(history: History, state: PlaceState | None) -> Row | None:
    if state is None:
        return None
    interval = state.interval
    return {
        "state": interval.state,
        "parties": list(history.parties(interval)),
        "standing": interval.standing,
        "since": interval_row(interval.start),
        "date_uncertain": state.date_uncertain,
        "possible": _possible(history, state),
        "claims": list(interval.claim_ids),
        "rule": interval.rule,
    }


def _possible(history: History, state: PlaceState) -> list[Row]:
    """Return the later states that may have begun already."""
    return [
        {
            "state": later.state,
            "parties": list(history.parties(later)),
            "standing": later.standing,
            "since": interval_row(later.start),
            "claims": list(later.claim_ids),
        }
        for later in state.possible
    ]


def control_command(
    inputs: Iterable[Path], day: date, known_by: date, sources: frozenset[Basis] | None = None
) -> Iterator[Row]:
    """Yield one row a place that has a state on `day`, by what was known on `known_by`."""
    history = history_of(inputs, Selection(known_by=known_by, bases=sources))
    world = history.world
    for state in history.snapshot(day).places:
        interval = state.interval
        holders = [
            {"actor": holder, "name": world.actors[holder].name} for holder in interval.holder_ids
        ]
        yield {
            "place": place_row(world.places[interval.place_id]),
            "day": day.isoformat(),
            "known_by": known_by.isoformat(),
            "state": interval.state,
            "holders": holders,
            "standing": interval.standing,
            "since": interval_row(interval.start),
            "date_uncertain": state.date_uncertain,
            "possible": _possible(history, state),
            "parts": [c.id for c in parts_on(history, interval.place_id, day)],
            "stale": state.stale,
            "claims": list(interval.claim_ids),
            "against": list(interval.against_ids),
            "rule": interval.rule,
        }


def areas_command(
    inputs: Iterable[Path], day: date, known_by: date, *, out: Path | None, reach_km: float
) -> None:
    """Write the land round the places of `day`, dissolved by holder, as GeoJSON.

    Raises:
        BadChoiceError: The reach is no distance that a place can stand for.
    """
    if not 0 < reach_km <= LARGEST_REACH_KM:
        msg = (
            f"{reach_km:g} km is no reach. Give more than 0 and at most {LARGEST_REACH_KM} km: "
            "how far from a place its state may colour the land."
        )
        raise BadChoiceError(msg)
    roster = Roster.load()
    world = world_from_rows(claims_from_rows(read_rows(inputs), roster.actors), roster)
    collection = feature_collection(build_history(world, known_by=known_by))
    areas = areas_geojson(collection, day, reach_km=reach_km)
    write_rows([areas], out)


def snapshot_command(
    inputs: Iterable[Path], day: date, known_by: date, *, out: Path, theme: str
) -> None:
    """Write a picture or a page of `day`, by the ending of the file's name.

    Raises:
        BadChoiceError: The name ends in neither .png nor .html.
    """
    ending = out.suffix.lower()
    if ending not in {".png", ".html"}:
        msg = (
            f"{out.name!r} ends in {ending!r}. Name the file .png for a picture, .html for a page."
        )
        raise BadChoiceError(msg)
    roster = Roster.load()
    read = claims_from_rows(read_rows(inputs), roster.actors)
    world = world_from_rows(read, roster)
    history = build_history(world, known_by=known_by)
    collection = feature_collection(history)
    cards = evidence(world, articles_from_rows(read))
    if ending == ".png":
        quoted = (str(card["source"]) for card in cards.values() if card["counted"])
        sources = tuple(dict.fromkeys(source for source in quoted if source))
        picture = snapshot_png(collection, day=day, theme=theme, sources=sources)
        write_bytes(picture, out)
    else:
        page = snapshot_html(collection, day=day, evidence=cards, why=reasons_of(history))
        write_bytes(page.encode(), out)
