"""The batch commands that start from claims: control on a day, and a picture or page of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from components.actors import Roster
from components.errors import BadChoiceError
from components.exports import areas_geojson, reasons_of, snapshot_html, snapshot_png
from components.pipeline.lines import read_rows, write_bytes, write_rows
from components.pipeline.rows import claims_from_rows, interval_row, place_row
from components.pipeline.worlds import articles_from_rows, world_from_rows
from components.territory import build_history, evidence, feature_collection

Row = dict[str, Any]
LARGEST_REACH_KM = 500


def control_command(inputs: Iterable[Path], day: date, known_by: date) -> Iterator[Row]:
    """Yield one row a place that has a state on `day`, by what was known on `known_by`."""
    roster = Roster.load()
    read = claims_from_rows(read_rows(inputs), roster.actors)
    world = world_from_rows(read, roster)
    history = build_history(world, known_by=known_by)
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
