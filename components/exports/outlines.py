"""What several modules ask of matplotlib's outlines."""

from collections.abc import Iterable

import numpy as np
from matplotlib.path import Path

from components.exports.projection import Array


def vertices_of(path: Path) -> Array:
    """Return an outline's points, one a row."""
    return np.asarray(path.vertices, dtype=float).reshape(-1, 2)


def joined(paths: Iterable[Path]) -> Path | None:
    """Return the outlines as one, to be painted in one stroke; None when nothing is left."""
    kept = [path for path in paths if len(vertices_of(path)) > 1]
    return Path.make_compound_path(*kept) if kept else None
