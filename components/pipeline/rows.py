"""Claims as rows of JSON Lines, and back: what the batch commands print and take."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from components.errors import BadRecordError
from components.records import (
    Actor,
    Attribution,
    Claim,
    ClaimKind,
    DateInterval,
    Party,
    Place,
    Reading,
    Span,
    claim_digest,
)

Row = dict[str, Any]


@dataclass(frozen=True)
class ReadRows:
    """Claims taken back from rows, with what they refer to and the sentences they quote."""

    claims: tuple[Claim, ...]
    places: Mapping[str, Place]
    actors: Mapping[str, Actor]
    sentences: Mapping[Span, str]


def interval_row(interval: DateInterval) -> Row:
    """Return an interval as `earliest` and `latest` in ISO form, null where open."""
    return {
        "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None,
    }


def place_row(place: Place | None) -> Row | None:
    """Return what a row says of a place, null for a place not found."""
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
    }


def claim_rows(reading: Reading) -> Iterator[Row]:
    """Return one row a claim, in the order of the text."""
    places = {place.id: place for place in reading.places}
    names = {actor.id: actor.name for actor in reading.actors}
    for claim in reading.claims:
        yield {
            "id": claim.id,
            "article_id": claim.evidence.article_id,
            "start": claim.evidence.start,
            "end": claim.evidence.end,
            "sentence": reading.article.quote(claim.evidence),
            "kind": claim.kind,
            "stance": claim.stance,
            "counted": claim.counted,
            "reason_code": claim.reason_code,
            "reason": claim.reason,
            "toponym": claim.toponym,
            "place": place_row(places[claim.place_id]) if claim.place_id else None,
            "parties": [
                {
                    "actor": party.actor_id,
                    "name": names.get(party.actor_id, party.text),
                    "text": party.text,
                    "role": party.role,
                }
                for party in claim.parties
            ],
            "event": interval_row(claim.event),
            "reported": interval_row(claim.reported),
            "attribution": {
                "source": claim.attribution.source,
                "basis": claim.attribution.basis,
                "via": claim.attribution.via,
            },
            "whole": claim.whole,
            "extractor": claim.extractor,
        }


def _interval(row: Row) -> DateInterval:
    earliest, latest = row["earliest"], row["latest"]
    return DateInterval(
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
    )


def _place(row: Row) -> Place:
    return Place(
        id=str(row["id"]),
        name=str(row["name"]),
        kind=str(row["kind"]),
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        country=str(row["country"]),
        pcode="",
        gazetteer=str(row["id"]).partition(":")[0],
    )


def _claim(row: Row, ordinals: Counter[str]) -> Claim:
    kind = row["kind"]
    if kind not in get_args(ClaimKind):
        msg = f"kind {kind!r} is not one of {', '.join(get_args(ClaimKind))}"
        raise ValueError(msg)
    evidence = Span(str(row["article_id"]), int(row["start"]), int(row["end"]))
    parties = tuple(Party(str(p["actor"]), p["role"], str(p["text"])) for p in row["parties"])
    place_id = str(row["place"]["id"]) if row["place"] else None
    content = (evidence, kind, row["stance"], parties, str(row["toponym"]), place_id)
    first = claim_digest(*content)
    ordinals[first] += 1
    made = claim_digest(*content, ordinal=ordinals[first] - 1)
    return Claim(
        id=str(row.get("id") or made),
        kind=kind,
        stance=row["stance"],
        parties=parties,
        place_id=place_id,
        toponym=str(row["toponym"]),
        event=_interval(row["event"]),
        reported=_interval(row["reported"]),
        attribution=_attribution(row["attribution"]),
        evidence=evidence,
        counted=bool(row["counted"]),
        reason_code=row["reason_code"],
        reason=str(row["reason"]),
        extractor=str(row["extractor"]),
        # Rows of an earlier version do not have it.
        whole=bool(row.get("whole", False)),
    )


def _attribution(row: Row) -> Attribution:
    return Attribution(row["source"], row["basis"], str(row.get("via", "")))


def claims_from_rows(
    rows: Iterable[tuple[str, Row]], known_actors: Mapping[str, Actor]
) -> ReadRows:
    """Return the claims that rows printed by `read` stand for.

    Args:
        rows: Pairs of where the row came from ("claims.jsonl, line 3") and the row.
        known_actors: The roster; an actor that it lacks is made from the row.

    Raises:
        BadRecordError: A row lacks a field or holds one of the wrong type.
    """
    claims: dict[str, Claim] = {}
    places: dict[str, Place] = {}
    actors: dict[str, Actor] = {}
    sentences: dict[Span, str] = {}
    ordinals: Counter[str] = Counter()
    for where, row in rows:
        try:
            claim = _claim(row, ordinals)
            if row["place"]:
                places[str(row["place"]["id"])] = _place(row["place"])
            for party in row["parties"]:
                made = Actor(str(party["actor"]), str(party["name"]), "other")
                actors[made.id] = known_actors.get(made.id, made)
            sentences[claim.evidence] = str(row["sentence"])
        except KeyError as missing:
            msg = (
                f"{where}: the field {missing} is missing. Give lines as printed by "
                "`python -m components read`."
            )
            raise BadRecordError(msg) from missing
        except (TypeError, ValueError, AttributeError) as wrong:
            msg = f"{where}: {wrong}. Give lines as printed by `python -m components read`."
            raise BadRecordError(msg) from wrong
        claims[claim.id] = claim
    return ReadRows(tuple(claims.values()), places, actors, sentences)
