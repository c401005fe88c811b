"""The files that the browser needs, kept in the project: nothing is fetched from elsewhere."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

_ASSETS: Final = Path(__file__).parent / "assets"
_STYLES: Final = (
    "leaflet/leaflet.css",
    "css/tokens.css",
    "css/fonts.css",
    "css/whoheld.css",
)
# In the order they must be loaded. The second is made from the modules in ../js: `make js`.
_SCRIPTS: Final = ("leaflet/leaflet.js", "js/whoheld.js")


def assets_dir() -> Path:
    """Return the folder to serve to the browser."""
    return _ASSETS


def script_files() -> tuple[str, ...]:
    """Return the scripts, relative to the folder, in the order they must be loaded."""
    return _SCRIPTS


def style_files() -> tuple[str, ...]:
    """Return the style sheets, relative to the folder, in the order they must be loaded."""
    return _STYLES


@cache
def font_files() -> tuple[str, ...]:
    """Return the font files, relative to the folder."""
    return tuple(f"fonts/{path.name}" for path in sorted((_ASSETS / "fonts").glob("*.woff2")))


@cache
def asset_text(name: str) -> str:
    """Return a script, style sheet or basemap file as text, such as "js/whoheld.js"."""
    return (_ASSETS / name).read_text(encoding="utf-8")


def basemap_for(countries: Iterable[str]) -> dict[str, Any]:
    """Return the basemap of the world with the details of some countries and those around.

    Args:
        countries: ISO 3166-1 alpha-2 codes; one without a detail file is drawn from the
            world file.

    Returns:
        {"world": …, "details": {code: …}, "areas": {code: …}}, as `Whoheld.mount` takes it in
        `basemap`; the areas are those of the countries alone.
    """
    wanted = sorted(set(countries))
    world = json.loads(asset_text("basemap/world.json"))
    boxes = {item["code"]: item["boxes"] for item in world["countries"]}
    shown = [box for code in wanted for box in boxes.get(code, ())]
    near = [
        code
        for code, own in boxes.items()
        if any(_touch(box, other) for box in own for other in shown)
    ]
    details = {
        code: json.loads(asset_text(f"basemap/{code}.json"))
        for code in near
        if (_ASSETS / "basemap" / f"{code}.json").exists()
    }
    areas = {
        code: json.loads(asset_text(f"areas/{code}.json"))
        for code in wanted
        if (_ASSETS / "areas" / f"{code}.json").exists()
    }
    return {"world": world, "details": details, "areas": areas}


def _touch(box: list[float], other: list[float]) -> bool:
    west, south, east, north = box
    west_b, south_b, east_b, north_b = other
    return west <= east_b and west_b <= east and south <= north_b and south_b <= north
