"""Who says so: monitors, agencies, state media, spokesmen, witnesses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from components.actors.matching import AliasIndex, make_alias

if TYPE_CHECKING:
    from components.actors.roster import Roster

Standing = Literal["monitor", "press", "side", "unknown"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who is meant by the words that name a source.

    Args:
        name: As it would be named in a list.
        standing: monitor, press, side (then `actor_id` says which), or unknown.
        actor_id: The party it speaks for, "" for none; "government" for the government of the
            country at hand.
        is_outlet: Whether it passes on what others tell it: a medium or a known monitor.
    """

    name: str
    standing: Standing
    actor_id: str = ""
    is_outlet: bool = False


class SourceBook:
    """The sources of data/actors/sources.json."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Index the table."""
        self._sources = {row["name"]: row for row in table["sources"]}
        names = [
            make_alias(alias, row["name"], weak=False)
            for row in table["sources"]
            for alias in {re.sub(r"\s*\(.*\)", "", row["name"]), *row["aliases"]}
        ]
        self._index = AliasIndex(names)
        self._words = {
            group: _any_of(table[group])
            for group in ("witnesses", "monitors", "press", "state_media", "official")
        }

    def identify(self, text: str, roster: "Roster") -> Source:
        """Return the source that words like "a rebel spokesman" or "the Observatory" name."""
        shown = re.sub(r"\s+", " ", text).strip(" \"'“”‘’,.;:")
        said_by = self._words
        side = self._side(text, roster)
        known = self._known(text)
        if known:
            return known
        if said_by["state_media"].search(text):
            return Source(shown, "side", side or "government", is_outlet=True)
        if said_by["monitors"].search(text):
            return Source(shown, "monitor")
        if said_by["witnesses"].search(text) and not said_by["official"].search(text):
            return Source(shown, "unknown")
        if said_by["press"].search(text):
            return Source(shown, "press", is_outlet=True)
        if said_by["official"].search(text):
            side = side or "government"
        return Source(shown, "side" if side else "unknown", side)

    def names_in(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where a text names a source that the book knows, in order."""
        return tuple((start, end) for start, end, _ in self._index.find(text))

    def _known(self, text: str) -> Source | None:
        for _, _, hits in self._index.find(text):
            row = self._sources[hits[0].actor_id]
            if "actor" in row:
                return Source(row["name"], "side", row["actor"], is_outlet=True)
            return Source(row["name"], row["basis"], is_outlet=True)
        return None

    def _side(self, text: str, roster: "Roster") -> str:
        mentions = roster.find(text)
        if mentions:
            return mentions[0].actor_id
        words = re.findall(r"[\w'-]+", text)
        codes = [code for w in words if (code := roster.country_of(w) or roster.seat_of(w))]
        if codes:
            return roster.government(codes[0]).id
        groups = [g for w in words if (g := roster.words.group_of([w])) and g != "armed"]
        return groups[0] if groups else ""


def _any_of(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(map(re.escape, words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(ordered)})\b", re.IGNORECASE)
