"""Web Mercator, as on the screen, and the frame through which a picture looks at it.

World coordinates run from 0 to 1, x eastward from 180° W, y southward from 85.05° N; x may
leave that range where a frame crosses the 180th meridian. Pixels are CSS pixels, y downward.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

# South, west, north, east in degrees.
Bounds = tuple[float, float, float, float]

MAX_LAT = 85.0511287798066
TILE_PX = 256
EQUATOR_KM = 40075.016686
# A place alone is shown with its surroundings; the built-in map has nothing to add closer in.
MAX_ZOOM_ONE_PLACE = 8.0
MAX_ZOOM = 9.0
MIN_ZOOM = 0.0


def to_world(lon: Array, lat: Array) -> tuple[Array, Array]:
    """Project degrees to world coordinates."""
    bounded = np.clip(lat, -MAX_LAT, MAX_LAT)
    x = (lon + 180.0) / 360.0
    y = 0.5 - np.log(np.tan(np.pi / 4 + np.radians(bounded) / 2)) / (2 * np.pi)
    return x, y


def latitude_of(world_y: float) -> float:
    """Return the latitude, in degrees, of a world y."""
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * world_y))))


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels to keep free inside a frame."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of `width` by `height` pixels on the world, `west` and `north` at its corner.

    Args:
        west: World x of the left edge.
        north: World y of the upper edge.
        px_per_world: Pixels that the whole world would be wide.
        width: Pixels.
        height: Pixels.
    """

    west: float
    north: float
    px_per_world: float
    width: float
    height: float

    @property
    def zoom(self) -> float:
        """Zoom as Leaflet counts it."""
        return math.log2(self.px_per_world / TILE_PX)

    def wrap(self, world_x: Array) -> Array:
        """Shift points by whole turns so that they fall in or right of the frame's middle turn."""
        middle = self.west + self.width / self.px_per_world / 2
        return world_x - np.round(world_x - middle)

    def to_px(self, world_x: Array, world_y: Array) -> tuple[Array, Array]:
        """Return pixels of world points, without wrapping."""
        return (
            (world_x - self.west) * self.px_per_world,
            (world_y - self.north) * self.px_per_world,
        )

    def place(self, lon: Array, lat: Array) -> tuple[Array, Array]:
        """Return pixels of points given in degrees, wrapped into the frame."""
        x, y = to_world(lon, lat)
        return self.to_px(self.wrap(x), y)

    def km_per_px(self, y_px: float) -> float:
        """True length on the ground of a pixel at this height of the frame."""
        lat = latitude_of(self.north + y_px / self.px_per_world)
        return EQUATOR_KM * math.cos(math.radians(lat)) / self.px_per_world


def _narrowest(world_x: Array) -> tuple[float, float]:
    """Return west and east of the narrowest arc that holds all points; east may pass 1."""
    ordered = np.unique(np.mod(world_x, 1.0))
    gaps = np.diff(np.append(ordered, ordered[0] + 1.0))
    widest = int(np.argmax(gaps))
    # Only a gap wider than the one over the 180th meridian is worth turning the map for.
    if gaps[widest] <= gaps[-1] + 1e-9:
        return float(ordered[0]), float(ordered[-1])
    return float(ordered[widest + 1]), float(ordered[widest] + 1.0)


def fit(
    lonlat: Sequence[tuple[float, float]], width: float, height: float, margins: Margins
) -> Frame:
    """Return the frame that shows these points, in degrees, within the margins."""
    degrees = np.asarray(lonlat, dtype=float)
    x, y = to_world(degrees[:, 0], degrees[:, 1])
    west, east = _narrowest(x)
    north, south = float(y.min()), float(y.max())
    inner_width = max(1.0, width - margins.left - margins.right)
    inner_height = max(1.0, height - margins.top - margins.bottom)
    highest = MAX_ZOOM_ONE_PLACE if len(degrees) == 1 else MAX_ZOOM
    scale = TILE_PX * 2**highest
    if east > west:
        scale = min(scale, inner_width / (east - west))
    if south > north:
        scale = min(scale, inner_height / (south - north))
    # Two places next to each other should not be shown closer than one alone would be.
    if max(east - west, south - north) * TILE_PX * 2**MAX_ZOOM_ONE_PLACE < min(width, height) / 4:
        scale = min(scale, TILE_PX * 2**MAX_ZOOM_ONE_PLACE)
    centre_x = (west + east) / 2 + (margins.right - margins.left) / 2 / scale
    centre_y = (north + south) / 2 + (margins.bottom - margins.top) / 2 / scale
    return _settled(centre_x, centre_y, scale, width, height)


def around(lat: float, lon: float, zoom: float, width: float, height: float) -> Frame:
    """Return the frame of this size round a point, at a zoom as Leaflet counts it."""
    x, y = to_world(np.array([lon]), np.array([lat]))
    return _settled(float(x[0]), float(y[0]), TILE_PX * 2**zoom, width, height)


def within(bounds: Bounds, width: float, height: float) -> Frame:
    """Return the closest frame of this size that shows an area, west maybe beyond 180°."""
    south, west, north, east = bounds
    x, y = to_world(np.array([west, east]), np.array([north, south]))
    across = float(x[1] - x[0]) % 1.0 or 1.0
    scale = min(width / across, height / float(y[1] - y[0]))
    return _settled(float(x[0]) + across / 2, float(y.mean()), scale, width, height)


def _settled(
    centre_x: float, centre_y: float, px_per_world: float, width: float, height: float
) -> Frame:
    """Keep the frame from showing the world twice, or nothing beyond the poles."""
    scale = max(px_per_world, width, height)
    half = height / scale / 2
    centre_y = min(max(centre_y, half), 1 - half)
    return Frame(centre_x - width / scale / 2, centre_y - half, scale, width, height)
