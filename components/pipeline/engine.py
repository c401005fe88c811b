"""The lookups and the reader, loaded once and shared by everything that reads articles."""

import gc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from components.actors import Roster
from components.places import Gazetteer, open_gazetteer
from components.records import Article, Reading

if TYPE_CHECKING:
    from components.claims import Reader

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class Engine:
    """Gazetteer, roster and reader."""

    gazetteer: Gazetteer
    roster: Roster
    reader: "Reader"
    _one_at_a_time: Lock = field(default_factory=Lock)

    def read(self, article: Article) -> Reading:
        """Read one article. Safe to call from several threads: they take turns.

        The reading's article remembers the days of report it came with, so that it can be
        read again as if a person had never set another.
        """
        with self._one_at_a_time:
            reading = self.reader.read(article)
        given = article.given or article.reported
        return replace(reading, article=replace(reading.article, given=given))


def load_engine(cache_dir: Path | None = None, progress: Progress | None = None) -> Engine:
    """Load everything that reading needs; the first time this builds the index of places.

    Args:
        cache_dir: Where the index is kept; None for the user's cache folder.
        progress: Told the share done (0 to 1) and what is being done.
    """
    # The parser takes a second or two to load, which a page that reads nothing need not wait for.
    from components.claims import Reader, load_model  # noqa: PLC0415

    gazetteer = open_gazetteer(cache_dir, progress)
    roster = Roster.load()
    if progress:
        progress(0.95, "Loading the language model")
    engine = Engine(gazetteer, roster, Reader(load_model(), gazetteer, roster))
    # What was loaded stays: looking through it again and again for garbage costs a twentieth.
    gc.collect()
    gc.freeze()
    return engine
