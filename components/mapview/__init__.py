"""The map in the browser: marks, colours, timeline and basemap, with the network off."""

from components.mapview.assets import (
    asset_text,
    assets_dir,
    basemap_for,
    font_files,
    script_files,
    style_files,
)
from components.mapview.leaflet_map import CREDITS, Choices, Pick, SetView, build_map
from components.mapview.marks import mark_svg
from components.mapview.packing import pack, pack_versions, party_colours
from components.mapview.palette import CONVENTIONAL, HUES, NEUTRAL, Colour, Palette, assign_colours
from components.mapview.tokens import Theme, colour, css_variables

__all__ = [
    "CONVENTIONAL",
    "CREDITS",
    "HUES",
    "NEUTRAL",
    "Choices",
    "Colour",
    "Palette",
    "Pick",
    "SetView",
    "Theme",
    "asset_text",
    "assets_dir",
    "assign_colours",
    "basemap_for",
    "build_map",
    "colour",
    "css_variables",
    "font_files",
    "mark_svg",
    "pack",
    "pack_versions",
    "party_colours",
    "script_files",
    "style_files",
]
