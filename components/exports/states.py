"""What each place of a feature collection shows on one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from components.errors import BadChoiceError

CHANGED_FOR_DAYS = 7
DEFAULT_STALE_AFTER_DAYS = 900


@dataclass(frozen=True, slots=True)
class Shown:
    """A place as drawn on one day.

    Args:
        place_id: Entry of the gazetteer.
        name: Name in Latin script.
        lon: Degrees, WGS 84.
        lat: Degrees, WGS 84.
        country: ISO 3166-1 alpha-2 code, "" where none applies.
        importance: 1 small to 3 large.
        state: held | contested | disputed | unknown | mentioned, none before the first report.
        standing: corroborated | claimed | inferred | disputed | unknown, "" when mentioned.
        parties: Those who hold it, fight for it or are named as holders.
        words: State in words, "" when mentioned.
        date_uncertain: Another state may be true on this day: it may begin later, or the next
            may have begun.
        stale: No report has spoken of the place for longer than the setting allows.
        changed: It changed on this day or in the week before, on a day known to the week.
        changed_on: The one day on which another state or party came, None if it is not known.
    """

    place_id: str
    name: str
    lon: float
    lat: float
    country: str
    importance: int
    state: str
    standing: str = ""
    parties: tuple[str, ...] = ()
    words: str = ""
    date_uncertain: bool = False
    stale: bool = False
    changed: bool = False
    changed_on: date | None = None

    @property
    def mark(self) -> str:
        """Name of the silhouette: disc | ring | inferred | contested | disputed | unknown | …"""
        if self.state != "held":
            return "unknown" if self.state == "none" else self.state
        return {"corroborated": "disc", "inferred": "inferred"}.get(self.standing, "ring")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _number_on(history: Sequence[Mapping[str, Any]], day: date) -> int:
    """Return the number of the entry shown on `day`, -1 before the first."""
    iso = day.isoformat()
    # ISO days compare as text; parsing thousands of them would take most of the time.
    shown = [n for n, entry in enumerate(history) if entry["from"] is None or entry["from"] <= iso]
    return shown[-1] if shown else -1


def _may_differ(history: Sequence[Mapping[str, Any]], number: int, day: date) -> bool:
    """Whether a later state, or another one of the same days, may be true on `day`."""
    now, iso = history[number], day.isoformat()
    certain = now["start"][1]
    if certain is None or iso < certain:
        return True
    return any(
        later["start"][0] and later["start"][0] <= iso and _differs(now, later)
        for later in history[number + 1 :]
    )


def _differs(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether another state or party is shown, not just another standing."""
    return bool(before["state"] != now["state"] or set(before["parties"]) != set(now["parties"]))


def _place_of(feature: Mapping[str, Any]) -> Shown:
    """Return a place as it is shown without any claim."""
    properties = feature["properties"]
    lon, lat = feature["geometry"]["coordinates"][:2]
    return Shown(
        place_id=str(feature["id"]),
        name=str(properties.get("name", "")),
        lon=float(lon),
        lat=float(lat),
        country=str(properties.get("country", "")),
        importance=int(properties.get("importance", 1)),
        state="mentioned",
    )


def _shown_from(feature: Mapping[str, Any], day: date, stale_after: timedelta) -> Shown | None:
    history = feature["properties"].get("history") or ()
    if not history:
        return _place_of(feature) if feature["properties"].get("mentioned_only") else None
    number = _number_on(history, day)
    if number < 0:
        return replace(_place_of(feature), state="none")
    entry = history[number]
    earliest, latest = (_day(text) for text in entry["start"])
    shown = _day(entry["from"])
    spoken = max(filter(None, (_day(entry.get("last_report")), latest)), default=None)
    changed = (
        earliest is not None
        and latest is not None
        and shown is not None
        and (latest - earliest).days < CHANGED_FOR_DAYS
        and 0 <= (day - shown).days < CHANGED_FOR_DAYS
    )
    is_known = entry["standing"] != "inferred" and entry["state"] != "unknown"
    is_new = number == 0 or _differs(history[number - 1], entry)
    return replace(
        _place_of(feature),
        state=entry["state"],
        standing=entry["standing"],
        parties=tuple(entry["parties"]),
        words=entry.get("words", ""),
        date_uncertain=_may_differ(history, number, day),
        stale=is_known and spoken is not None and day - spoken > stale_after,
        changed=is_known and changed,
        changed_on=earliest if earliest == latest and is_new else None,
    )


def states_on(collection: Mapping[str, Any], day: date) -> tuple[Shown, ...]:
    """Return the places that have something to show on `day`, in the collection's order.

    Raises:
        BadChoiceError: The collection holds no place at all.
    """
    features = collection.get("features") or ()
    if not features:
        msg = (
            "There is nothing to save yet: no place has been read from an article. "
            "Add an article first, then save again."
        )
        raise BadChoiceError(msg)
    days = collection.get("whoheld", {}).get("stale_after_days", DEFAULT_STALE_AFTER_DAYS)
    stale_after = timedelta(days=int(days))
    shown = (_shown_from(feature, day, stale_after) for feature in features)
    return tuple(place for place in shown if place is not None)


def unchanged(before: Sequence[Shown], after: Sequence[Shown]) -> frozenset[str]:
    """Return the ids of places that show the same state and parties on two days."""
    then = {place.place_id: (place.state, set(place.parties)) for place in before}
    return frozenset(
        place.place_id
        for place in after
        if then.get(place.place_id) == (place.state, set(place.parties))
    )


def places_of(collection: Mapping[str, Any]) -> tuple[Shown, ...]:
    """Return all places, whatever the day: those claimed, or all if none is."""
    features = collection["features"]
    claimed = [f for f in features if f["properties"].get("history")]
    return tuple(_place_of(feature) for feature in claimed or features)
