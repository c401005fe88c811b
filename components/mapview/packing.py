"""The history as one compact JSON text that the browser unpacks into typed arrays.

Columns of numbers lie one after the other in a single block, little-endian, deflated and in
base64; texts that repeat are in tables. A day is counted from `first_day`. The layout of the
block is written in `columns`, so that history.js needs no knowledge of its order.
"""

import base64
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import numpy as np

from components.mapview.palette import Colour, Palette, assign_colours

NO_DAY: Final = 0xFFFF
# "change" is what its beginning is called ("taken by the opposition"), if the maker says so.
_LOOK: Final = ("state", "standing", "parties", "words", "change")
_MENTIONED: Final = 4  # bit beside the importance (1 to 3)


class _Table:
    """Numbers the distinct values of a column in the order they come."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self._index: dict[str, int] = {}

    def number(self, value: Any) -> int:
        key = json.dumps(value, ensure_ascii=False, sort_keys=True)
        if key not in self._index:
            self._index[key] = len(self.values)
            self.values.append(value)
        return self._index[key]


def _day_number(text: str | None, first: date) -> int:
    if not text:
        return NO_DAY
    return min(max((date.fromisoformat(text) - first).days, 0), NO_DAY - 1)


def _block(columns: Mapping[str, np.ndarray[Any, Any]]) -> dict[str, Any]:
    layout = [[name, column.dtype.str[1:], len(column)] for name, column in columns.items()]
    data = b"".join(np.ascontiguousarray(column).tobytes() for column in columns.values())
    return {"columns": layout, "block": _squeeze(data)}


def _squeeze(data: bytes) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(data) + packer.flush()).decode()


def _texts(values: Iterable[str]) -> str:
    """Return texts as one deflated text, a line each; a line break inside becomes a blank."""
    lines = "\n".join(" ".join(value.split()) for value in values)
    return _squeeze(lines.encode())


def _colours_json(colour: Colour) -> dict[str, Any]:
    return {
        "light": [colour.light_fill, colour.light_outline],
        "dark": [colour.dark_fill, colour.dark_outline],
        "letter": colour.letter,
    }


def party_weights(features: Iterable[Mapping[str, Any]]) -> Counter[str]:
    """Count in how many intervals each party appears; the heaviest get a hue of their own."""
    return Counter(
        party
        for feature in features
        for interval in feature["properties"]["history"]
        for party in interval["parties"]
    )


def party_colours(
    collection: Mapping[str, Any],
    *,
    like: Mapping[str, Any] | None = None,
    palette: Palette = "default",
) -> dict[str, Colour]:
    """Return the colour of every party of a feature collection, as the map draws it.

    Args:
        collection: What `territory.feature_collection` returns.
        like: The collection of the whole world, when the other one is a part of it (some
            sources only, or as known by a day): no party may change its colour for that.
        palette: Which shades the hues have.
    """
    whole = like or collection
    known = {**collection["whoheld"]["parties"], **whole["whoheld"]["parties"]}
    return assign_colours(known, party_weights(whole["features"]), palette)


def _party_json(info: Mapping[str, str], usual: Colour, conventional: Colour) -> dict[str, Any]:
    shades = {} if usual.letter else {"conventional": _colours_json(conventional)}
    return {**dict(info), **_colours_json(usual), **shades}


def _interval_columns(
    histories: Sequence[Sequence[Mapping[str, Any]]], first: date, looks: _Table
) -> dict[str, np.ndarray[Any, Any]]:
    shown: list[int] = []
    start: list[int] = []
    span: list[int] = []
    last: list[int] = []
    look: list[int] = []
    is_open: list[int] = []
    for history in histories:
        for interval in history:
            earliest, latest = (_day_number(day, first) for day in interval["start"])
            begins = 0 if earliest == NO_DAY else earliest
            shown.append(_day_number(interval["from"], first) if interval["from"] else 0)
            start.append(begins)
            is_open.append(earliest == NO_DAY)
            # Nothing is uncertain about what lasted from before the first report.
            never_certain = latest == NO_DAY and earliest != NO_DAY
            span.append(NO_DAY if never_certain else max(latest % NO_DAY - begins, 0))
            report = _day_number(interval.get("last_report"), first)
            last.append(NO_DAY if report == NO_DAY else max(report - begins, 0))
            looks_like = {key: interval[key] for key in _LOOK if key in interval}
            look.append(looks.number(looks_like))
    kind = "<u2" if len(looks.values) > 0xFF else "u1"
    return {
        "shown": np.array(shown, "<u2"),
        "start": np.array(start, "<u2"),
        "span": np.array(span, "<u2"),
        "last": np.array(last, "<u2"),
        "look": np.array(look, kind),
        "open": np.array(is_open, "u1"),
    }


def pack(collection: Mapping[str, Any], *, like: Mapping[str, Any] | None = None) -> str:
    """Return the history of a feature collection as compact JSON.

    Args:
        collection: What `territory.feature_collection` returns.
        like: The whole world's collection, for the colours; see `party_colours`.

    Returns:
        ASCII JSON, about 30 bytes a place with three intervals; it holds names, states,
        words and colours, but no claims: those stay with the page.
    """
    info = collection["whoheld"]
    first = date.fromisoformat(info["first_day"])
    features = collection["features"]
    properties = [feature["properties"] for feature in features]
    kinds, admin1, looks = _Table(), _Table(), _Table()
    importance = [
        item["importance"] + (_MENTIONED if item["mentioned_only"] else 0) for item in properties
    ]
    points = [feature["geometry"]["coordinates"] for feature in features]
    columns = {
        "lon": np.array([point[0] for point in points], "<f4"),
        "lat": np.array([point[1] for point in points], "<f4"),
        "importance": np.array(importance, "u1"),
        "count": np.array([len(item["history"]) for item in properties], "<u2"),
        "kind": np.array([kinds.number(item["kind"]) for item in properties], "u1"),
        "area": np.array(
            [admin1.number([item["admin1"], item["country"]]) for item in properties], "<u2"
        ),
        **_interval_columns([item["history"] for item in properties], first, looks),
    }
    reports = sorted((_day_number(day, first), n) for day, n in info["reports"].items())
    columns["report_day"] = np.array([day for day, _ in reports], "<u2")
    columns["report_count"] = np.array([min(n, 0xFFFF) for _, n in reports], "<u2")
    usual = party_colours(collection, like=like)
    conventional = party_colours(collection, like=like, palette="conventional")
    packed = {
        "version": 1,
        "first_day": info["first_day"],
        "last_day": info["last_day"],
        "known_by": info["known_by"],
        "stale_after_days": info["stale_after_days"],
        "articles": info["articles"],
        "claims": info["claims"],
        "parties": {
            party: _party_json(known, usual[party], conventional[party])
            for party, known in info["parties"].items()
        },
        "kinds": kinds.values,
        "areas": admin1.values,
        "looks": looks.values,
        "ids": _texts(str(feature["id"]) for feature in features),
        "names": _texts(item["name"] for item in properties),
        "native": _texts(item.get("native", "") for item in properties),
        **_block(columns),
    }
    return script_json(packed)


def pack_versions(
    collection: Mapping[str, Any],
    steps: Sequence[tuple[date, Mapping[str, Sequence[Mapping[str, Any]]]]],
) -> dict[str, Any]:
    """Return how the history of a feature collection grew, for versions.js to unpack.

    Args:
        collection: What `pack` gets; its places, first day and order of places count.
        steps: Days in their order, each with the states of the places that have others from
            that day on; places that the collection does not have are left out.

    Returns:
        JSON: "days" of the steps, "looks", and columns as those of `pack`, of which "step",
        "place" and "count" have a number for each version of a place.
    """
    first = date.fromisoformat(collection["whoheld"]["first_day"])
    numbers = {str(feature["id"]): n for n, feature in enumerate(collection["features"])}
    versions = [
        (number, numbers[place], states)
        for number, (_, places) in enumerate(steps)
        for place, states in places.items()
        if place in numbers
    ]
    looks = _Table()
    columns = {
        "step": np.array([step for step, _, _ in versions], "<u2"),
        "place": np.array([place for _, place, _ in versions], "<u4"),
        "count": np.array([len(states) for _, _, states in versions], "<u2"),
        **_interval_columns([states for _, _, states in versions], first, looks),
    }
    days = [day.isoformat() for day, _ in steps]
    return {"days": days, "looks": looks.values, **_block(columns)}


def script_json(value: Any) -> str:
    """Return JSON that may stand inside a script element: nothing in it can end the element."""
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")
