"""All that the page shows of a ledger, made once for each of its revisions."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

import streamlit as st

from components.mapview import colour, pack, party_colours
from components.panels.countries import country_name
from components.panels.marks import THEMES, Mark, Painter
from components.panels.served import serve_history
from components.panels.text import count_words
from components.panels.unplaced import Unplaced, unplaced_names
from components.panels.view import Known, View
from components.panels.workshop import set_aside
from components.pipeline.archive import Archive
from components.records import ControlInterval, PlaceState
from components.territory import (
    Change,
    History,
    Selection,
    World,
    feature_collection,
)

Properties = Mapping[str, Any]
_MOST_PLACES = 0.8
WHOLE = Selection()


@dataclass(frozen=True, eq=False)
class Atlas:
    """What was read, ready to be shown.

    Args:
        history: The states of all places.
        collection: The feature collection that map and exports draw.
        evidence: What is known of each claim, by its id.
        painter: Draws marks in the collection's colours.
        data_url: Where the map's frame finds the packed history, "" when there is nothing.
        packed: The same history, to be written again where it was deleted.
        bounds: First and last day of the timeline, the same whatever part is heard.
    """

    history: History
    collection: Mapping[str, Any]
    evidence: Mapping[str, Mapping[str, Any]]
    painter: Painter
    data_url: str
    packed: str
    bounds: tuple[date, date]

    @cached_property
    def conventional(self) -> "Atlas":
        """The same in the colours that maps of this war usually have."""
        colours = party_colours(self.collection, like=self.collection, palette="conventional")
        return replace(self, painter=Painter(colours, self.painter.surfaces))

    @property
    def world(self) -> World:
        """What was read, whole, whatever part of it is heard."""
        return self.history.world

    @cached_property
    def places(self) -> Mapping[str, Properties]:
        """What the map knows of each place, by its id."""
        return {str(f["id"]): f["properties"] for f in self.collection["features"]}

    @cached_property
    def place_labels(self) -> Mapping[str, str]:
        """What the search offers, in the order of names; namesakes with what and where they are."""
        times = Counter(str(properties["name"]) for properties in self.places.values())

        def label(properties: Properties) -> str:
            name, where = str(properties["name"]), str(properties["admin1"])
            if times[name] == 1:
                return name
            kind = str(properties["kind"])
            return ", ".join(filter(None, (name, kind, where if where != name else "")))

        labels = {place_id: label(properties) for place_id, properties in self.places.items()}
        return dict(sorted(labels.items(), key=lambda item: (item[1].casefold(), item[0])))

    @cached_property
    def unplaced(self) -> tuple[Unplaced, ...]:
        """The names that are on no place, the most used first."""
        return unplaced_names(self.world.claims)

    @property
    def is_empty(self) -> bool:
        """Whether no article was read."""
        return self.history.world.articles == 0

    @cached_property
    def known(self) -> Known:
        """What a link can name."""
        return Known(
            *self.bounds,
            place_ids=frozenset(self.places),
            party_ids=frozenset(self.painter.colours),
            voices=frozenset(voice.name for voice in self.history.voices),
            publishers=frozenset(voice.name for voice in self.history.publishers),
        )

    def phrase(self, party: str) -> str:
        """Return a party's name inside a sentence."""
        return str(self._party(party)["phrase"])

    def name(self, party: str) -> str:
        """Return a party's name in a table."""
        return str(self._party(party)["name"])

    def _party(self, party: str) -> Mapping[str, str]:
        known: Mapping[str, Mapping[str, str]] = self.collection["whoheld"]["parties"]
        if party in known:
            return known[party]
        actor = self.history.world.actors.get(party)
        name = actor.name if actor else party
        return {"name": name, "phrase": (actor and actor.phrase) or name, "kind": "other"}

    def interval_mark(self, interval: ControlInterval) -> Mark:
        """Return the mark of an interval, without what a day adds."""
        return Mark(interval.state, interval.standing, self.history.parties(interval))

    def state_mark(self, state: PlaceState | None) -> Mark:
        """Return the mark of a place on a day."""
        if state is None:
            return Mark("unknown", "unknown", ())
        plain = self.interval_mark(state.interval)
        return Mark(plain.state, plain.standing, plain.parties, state.date_uncertain, state.stale)

    def last_change(self, place_ids: frozenset[str] = frozenset()) -> Change | None:
        """Return the last change of hands, of these places only if any are given.

        Of changes on uncertain days, the last is the one that may have happened latest.
        """
        changes = (
            change
            for change in self.history.changes(*self.bounds)
            if not place_ids or change.place_id in place_ids
        )
        return max(changes, key=lambda c: (c.interval.start.latest or c.day, c.day), default=None)

    def usual_view(self, today: date) -> View:
        """Return what is worth seeing first: the last change."""
        if self.is_empty:
            return View(today)
        change = self.last_change()
        if change is None:
            return View(self.history.last_day)
        return View(self.first_seen(change), change.place_id)

    def first_seen(self, change: Change) -> date:
        """Return the day on which a change is on the map, within the timeline."""
        first, last = self.bounds
        return max(first, min(change.day, last))

    def title(self) -> str:
        """Return the name of the collection: "Syria, 2011–2015"."""
        if self.is_empty:
            return "No articles yet"
        countries = Counter(
            p["country"] for p in self.places.values() if p["country"] and p["history"]
        ) or Counter(p["country"] for p in self.places.values() if p["country"])
        if not countries:
            return "No places yet"
        first, last = (day.year for day in self.bounds)
        changes = self.history.changes(*self.bounds)
        if changes:
            first, last = changes[0].day.year, changes[-1].day.year
        years = str(last) if first == last else f"{first}–{last}"
        country, times = countries.most_common(1)[0]
        # A few places over the border do not make it a map of several countries.
        is_one = times >= _MOST_PLACES * countries.total()
        where = country_name(country) if is_one else f"{len(countries)} countries"
        return f"{where}, {years}"

    def counts(self) -> str:
        """Return how much there is: "4 places, 7 claims from 1 article"."""
        info = self.collection["whoheld"]
        return (
            f"{count_words(len(self.places), 'place')}, {count_words(info['claims'], 'claim')} "
            f"from {count_words(info['articles'], 'article')}"
        )


@st.cache_resource(max_entries=12, show_spinner=False)
def open_atlas(_archive: Archive, url: str, revision: int, selection: Selection) -> Atlas:
    """Return the atlas of what a selection hears of a ledger.

    Args:
        _archive: The ledger's worlds and histories.
        url: The ledger's address; with the revision it is the key under which this is kept.
        revision: The ledger's revision.
        selection: Who is heard.
    """
    history = _archive.history(selection)
    collection: Mapping[str, Any] = feature_collection(history)
    everything = Selection(
        collections=selection.collections,
        factions=selection.factions,
        stale_after_days=selection.stale_after_days,
    )
    if selection == everything:
        whole, bounds = collection, (history.first_day, history.last_day)
        evidence: Mapping[str, Mapping[str, Any]] = _archive.evidence(history)
    else:
        atlas = open_atlas(_archive, url, revision, everything)
        whole, bounds, evidence = atlas.collection, atlas.bounds, atlas.evidence
        collection = within(collection, whole)
    surfaces = {
        theme: {name: colour(name, theme) for name in ("panel", "ink", "unknown")}
        for theme in THEMES
    }
    packed = pack(collection, like=whole) if history.world.articles else ""
    made = Atlas(
        history,
        collection,
        evidence,
        Painter(party_colours(collection, like=whole), surfaces),
        serve_history(packed) if packed else "",
        packed,
        bounds,
    )
    set_aside()
    return made


def within(collection: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
    """Return a part of the world on the timeline and with the places and parties of the whole.

    What is heard may shrink; the timeline, the places and their order stay where they are, so
    that nothing jumps on the map and each party keeps its colour.
    """
    meta = {
        name: whole["whoheld"][name] for name in ("first_day", "last_day", "reports", "parties")
    }
    heard = {feature["id"]: feature for feature in collection["features"]}
    silent = {"history": [], "mentioned_only": True}
    return {
        **collection,
        "whoheld": {**collection["whoheld"], **meta},
        "features": [
            heard.get(feature["id"])
            or {**feature, "properties": {**feature["properties"], **silent}}
            for feature in whole["features"]
        ],
    }
