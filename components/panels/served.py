"""Folders that the browser may fetch files from: the map's assets and the packed histories."""

import hashlib
import os
import tempfile
from functools import cache
from pathlib import Path

import platformdirs
import streamlit.components.v1 as components

from components.mapview import assets_dir

# Other windows and other dashboards of this person show some of them.
_KEPT = 80


@cache
def _assets_name() -> str:
    served = components.declare_component("assets", path=str(assets_dir()))
    return str(served.name)


def page_assets_url() -> str:
    """Return where the page itself finds the map's assets."""
    return f"component/{_assets_name()}/"


def frame_assets_url() -> str:
    """Return where the map's frame finds them."""
    return f"../{_assets_name()}/"


def histories_dir() -> Path:
    """Return the folder of packed histories, in the user's cache."""
    setting = os.environ.get("WHOHELD_CACHE_DIR")
    cache_dir = Path(setting) if setting else Path(platformdirs.user_cache_dir("whoheld"))
    return cache_dir / "histories"


@cache
def _histories_name(folder: Path) -> str:
    return str(components.declare_component("histories", path=str(folder)).name)


def serve_history(packed: str) -> str:
    """Write a packed history where the map's frame can fetch it; return its address.

    The file is named by its content, so that a browser may keep it and never shows an old one.
    """
    folder = histories_dir()
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{hashlib.sha256(packed.encode()).hexdigest()[:20]}.json"
    if not file.exists():
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=folder, suffix=".part", delete=False
        ) as part:
            part.write(packed)
        Path(part.name).replace(file)
        _prune(folder, file)
    return f"../{_histories_name(folder)}/{file.name}"


def keep_served(address: str, packed: str) -> None:
    """See to it that a history can be fetched that another dashboard may have deleted.

    Args:
        address: What `serve_history` returned for it.
        packed: The history.
    """
    if address and not (histories_dir() / Path(address).name).exists():
        serve_history(packed)


def _prune(folder: Path, newest: Path) -> None:
    """Delete all but the last few histories; one that another window shows is fetched already."""
    files = [(_modified(file), file) for file in folder.glob("*.json") if file != newest]
    for _, file in sorted(files, reverse=True)[_KEPT:]:
        file.unlink(missing_ok=True)


def _modified(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0
