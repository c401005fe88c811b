"""From the ledger to a history of the chosen sources: made once, then only what changed."""

from collections.abc import Mapping
from threading import RLock
from typing import Any

from components.actors import Roster
from components.control import fingerprint
from components.pipeline.gathering import Gathering
from components.records import Article
from components.store import Collection, Ledger, usual_collections
from components.territory import History, Selection, World, build_history, evidence

_HISTORIES = 8
# Above so many changed articles it is quicker to read all anew.
_FEW = 2_000
_AT_ONCE = 500

Choice = frozenset[str]


class Archive:
    """Worlds and histories of one ledger, by collections and selection. Safe for threads.

    What was made for an earlier revision is gone on with: an article that was added folds the
    places that it names, and no others.

    Args:
        ledger: What is kept.
        roster: Who the actors are.
    """

    def __init__(self, ledger: Ledger, roster: Roster) -> None:
        self._ledger = ledger
        self._roster = roster
        self._lock = RLock()
        self._revision = -1
        self._shelves: tuple[Collection, ...] = ()
        self._gatherings: dict[Choice, Gathering] = {}
        self._worlds: dict[Choice, World] = {}
        self._histories: dict[tuple[Choice, Selection], History] = {}

    def collections(self) -> tuple[Collection, ...]:
        """Return the ledger's collections."""
        with self._lock:
            self._refresh()
            return self._shelves

    def shown(self, collections: Choice | None = None) -> Choice:
        """Return the collections shown for a choice; None stands for the usual ones."""
        with self._lock:
            self._refresh()
            return self._shown(collections)

    def world(self, collections: Choice | None = None) -> World:
        """Return what is kept in some collections; None stands for the usual ones."""
        with self._lock:
            self._refresh()
            return self._world(self._shown(collections))

    def history(self, selection: Selection) -> History:
        """Return the history of a selection, at the ledger's present revision."""
        with self._lock:
            self._refresh()
            shown = self._shown(selection.collections)
            world = self._world(shown)
            key = (shown, selection)
            history = self._histories.pop(key, None)
            if history is None or history.world is not world:
                history = build_history(world, selection, previous=history)
            self._histories[key] = history
            while len(self._histories) > _HISTORIES:
                del self._histories[next(iter(self._histories))]
            return history

    def evidence(self, history: History) -> Mapping[str, dict[str, Any]]:
        """Return what the cards show of each claim of a history's world."""
        return evidence(history.world, self._articles(history))

    def _articles(self, history: History) -> dict[str, Article]:
        with self._lock:
            shown = self._shown(history.selection.collections)
            self._world(shown)
            gathered = self._gatherings[shown].kept()
            return {k.reading.article.id: k.reading.article for k in gathered}

    def _shown(self, collections: Choice | None) -> Choice:
        if collections is None:
            return usual_collections(self._shelves)
        there = {c.id for c in self._shelves if not c.removed}
        return frozenset(collections & there)

    def _world(self, shown: Choice) -> World:
        if shown not in self._gatherings:
            gathering = self._gatherings[shown] = Gathering(self._roster)
            for kept in self._ledger.kept(shown):
                gathering.add(kept)
        if shown not in self._worlds:
            self._worlds[shown] = self._gatherings[shown].world()
        return self._worlds[shown]

    def _refresh(self) -> None:
        """Take in what changed in the ledger since it was last looked at."""
        # Read first: what changes meanwhile is taken in the next time too.
        revision = self._ledger.revision()
        if revision == self._revision:
            return
        complete_fingerprints(self._ledger)
        changed = self._ledger.changed_since(self._revision)
        self._shelves = self._ledger.collections()
        self._worlds.clear()
        if len(changed) > _FEW:
            self._gatherings.clear()
        for shown, gathering in self._gatherings.items():
            for at in range(0, len(changed), _AT_ONCE):
                self._take_in(gathering, shown, changed[at : at + _AT_ONCE])
        self._revision = revision

    def _take_in(self, gathering: Gathering, shown: Choice, changed: tuple[str, ...]) -> None:
        now = {k.reading.article.id: k for k in self._ledger.kept(shown, changed)}
        for article_id in changed:
            if article_id in now:
                gathering.add(now[article_id])
            else:
                gathering.drop(article_id)


def complete_fingerprints(ledger: Ledger) -> None:
    """Work out what tells near-copies of articles that were added without it."""
    missing = ledger.without_fingerprint()
    if missing:
        ledger.set_fingerprints([(a.id, fingerprint(a.text)) for a in missing])
