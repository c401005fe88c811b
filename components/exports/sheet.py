"""A sheet to draw on: outlines, marks and words in CSS pixels, saved as PNG, SVG or PDF.

Every sheet has a figure of its own and touches no state that others share, so sheets can be
drawn in several threads at once.
"""

import copy
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, Bbox, TransformedBbox

from components.exports.labels import Box
from components.exports.shapes import Shape
from components.exports.typeset import Type, drawable, outline, width_px

FileFormat = Literal["png", "svg", "pdf"]
Align = Literal["left", "centre", "right"]
DPI = 100
POINTS_PER_INCH = 72
NOTHING = (0.0, 0.0, 0.0, 0.0)

# Identifiers inside an SVG are made from this instead of chance: same input, same file.
mpl.rcParams["svg.hashsalt"] = "whoheld"


@dataclass(frozen=True, slots=True)
class Halo:
    """A rim of `width_px` round words, so that they can be read over lines."""

    colour: str
    width_px: float


class Sheet:
    """A picture of `size_px` output pixels in which one CSS pixel is `scale` of them."""

    def __init__(self, size_px: tuple[int, int], scale: float, background: str) -> None:
        width, height = size_px
        self.width = width / scale
        self.height = height / scale
        self._point_per_px = scale / DPI * POINTS_PER_INCH
        self._figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=background)
        # Written in inches, so that SVG and PDF, which count in points, come out the same.
        self._to_inches = Affine2D().scale(scale / DPI, -scale / DPI).translate(0, height / DPI)
        self._transform = self._to_inches + self._figure.dpi_scale_trans
        self._order = count(1)
        self._edge: TransformedBbox | None = None
        # What is drawn with a higher layer lies above, whenever it is drawn.
        self.layer = 0

    def part(self, box: Box) -> "Sheet":
        """Return a part of this sheet as a sheet of its own, in the same picture."""
        part = copy.copy(self)
        part.cut_to(box)
        return part

    def cut_to(self, box: Box) -> None:
        """Begin at the corner of a box and cut what lies beyond its edges, from now on."""
        self.width, self.height = box.east - box.west, box.south - box.north
        moved = Affine2D().translate(box.west, box.north) + self._to_inches
        self._to_inches = Affine2D(moved.get_matrix())
        self._transform = self._to_inches + self._figure.dpi_scale_trans
        corners = Bbox.from_extents(0, 0, self.width, self.height)
        self._edge = TransformedBbox(corners, self._transform)

    def _add(self, patch: PathPatch | PathCollection) -> None:
        patch.set_zorder(self.layer * 1_000_000 + next(self._order))
        self._figure.add_artist(patch)
        if self._edge is not None:
            patch.set_clip_box(self._edge)

    def area(
        self, path: Path, fill: str, opacity: float = 1.0, *, within: Path | None = None
    ) -> None:
        """Fill an outline, where another is given only the part that lies in it."""
        patch = PathPatch(path, facecolor=fill, edgecolor="none", linewidth=0, alpha=opacity)
        patch.set_transform(self._transform)
        if within is not None:
            patch.set_clip_path(within, self._transform)
        self._add(patch)

    def line(
        self,
        path: Path,
        colour: str,
        width_px: float,
        dash: tuple[float, float] | None = None,
        *,
        square: bool = False,
    ) -> None:
        """Stroke a line."""
        patch = PathPatch(
            path,
            fill=False,
            edgecolor=colour,
            linewidth=width_px * self._point_per_px,
            capstyle="butt" if square else "round",
            joinstyle="miter" if square else "round",
        )
        if dash:
            patch.set_linestyle((0, (dash[0] / width_px, dash[1] / width_px)))
        patch.set_transform(self._transform)
        self._add(patch)

    def box(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Fill an upright rectangle."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        self.area(Path(corners, closed=True), fill)

    def marks(self, placed: Sequence[tuple[float, float, Sequence[Shape]]]) -> None:
        """Draw marks at x and y, the first lowest, in one go however many they are."""
        items = [(x, y, shape) for x, y, shapes in placed for shape in shapes]
        if not items:
            return
        collection = PathCollection(
            [shape.path for _, _, shape in items],
            offsets=[(x, y) for x, y, _ in items],
            facecolors=[
                to_rgba(s.fill, s.fill_opacity) if s.fill else NOTHING for _, _, s in items
            ],
            edgecolors=[
                to_rgba(s.stroke, s.stroke_opacity) if s.stroke else NOTHING for _, _, s in items
            ],
            linewidths=[s.stroke_width * self._point_per_px for _, _, s in items],
            linestyles=[
                (0, tuple(part / s.stroke_width for part in s.dash)) if s.dash else "solid"
                for _, _, s in items
            ],
        )
        px = self._to_inches.get_matrix()[0, 0]
        collection.set_transform(Affine2D().scale(px, -px) + self._figure.dpi_scale_trans)
        collection.set_offset_transform(self._transform)
        collection.set_joinstyle("miter")
        self._add(collection)

    def words(
        self,
        text: str,
        style: Type,
        x: float,
        y: float,
        colour: str,
        *,
        align: Align = "left",
        halo: Halo | None = None,
    ) -> float:
        """Write a line with its baseline at y; return its width."""
        written = drawable(text, style.face)
        width = width_px(written, style) if written else 0.0
        start = x - {"left": 0.0, "centre": width / 2, "right": width}[align]
        path = outline(written, style, start, y) if written else None
        if path is None:
            return 0.0
        if halo:
            self.line(path, halo.colour, 2 * halo.width_px)
        self.area(path, colour)
        return width

    def save(self, file_format: FileFormat) -> bytes:
        """Return the finished file, the same bytes for the same drawing."""
        FigureCanvasAgg(self._figure)
        stream = io.BytesIO()
        undated: dict[str, dict[str, str | None]] = {
            "png": {"Software": None},
            "svg": {"Date": None, "Creator": "Whoheld"},
            "pdf": {"CreationDate": None, "Creator": "Whoheld", "Producer": None},
        }
        self._figure.savefig(stream, format=file_format, metadata=undated[file_format])
        return stream.getvalue()
