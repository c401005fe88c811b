"""Opening the gazetteer: the embedded one with what a person has added."""

from collections.abc import Callable
from pathlib import Path

from components.places.added import list_added
from components.places.extension import ensure_extension
from components.places.gazetteer import Gazetteer
from components.places.index import cache_folder, ensure_index


def open_gazetteer(
    cache_dir: Path | None = None,
    progress: Callable[[float, str], None] | None = None,
    data_dir: Path | None = None,
) -> Gazetteer:
    """Open the gazetteer, building its index first when the cache holds none.

    Args:
        cache_dir: Folder for the index; by default WHOHELD_CACHE_DIR or the user's cache.
        progress: Told the share done (0 to 1) and what is being done, while building.
        data_dir: Folder of the user's data, where added files lie; by default
            WHOHELD_DATA_DIR or the user's data folder.

    Raises:
        GazetteerError: The folder cannot be written to.
    """
    folder = cache_folder(cache_dir)
    base = ensure_index(folder, progress)
    return Gazetteer(base, ensure_extension(folder, base, list_added(data_dir), progress))


def gazetteer_revision(data_dir: Path | None = None) -> str:
    """Return what changes whenever a file is added or removed, to open the gazetteer anew."""
    return " ".join(file.path.name for file in list_added(data_dir))
