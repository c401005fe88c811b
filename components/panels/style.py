"""The page's style: fonts, the tokens' colours as variables, and page.css."""

from functools import cache
from pathlib import Path

import streamlit as st

from components.mapview.tokens import css_variables

_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,"
    "U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_LATIN_MORE = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1EFF,U+2C60-2C7F"
_CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"
_ARABIC = "U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC"

# Family, file, letters. Streamlit loses a family whose name holds a digit word, hence
# "Whoheld Serif"; "Whoheld Figures" are digits of one width, which Libre Franklin lacks.
_FACES = (
    ("Whoheld Figures", "public-sans-latin-wght-normal", "U+0030-0039"),
    ("Libre Franklin", "libre-franklin-latin-wght-normal", _LATIN),
    ("Libre Franklin", "libre-franklin-latin-ext-wght-normal", _LATIN_MORE),
    ("Libre Franklin", "libre-franklin-cyrillic-wght-normal", _CYRILLIC),
    ("Whoheld Serif", "source-serif-4-latin-wght-normal", _LATIN),
    ("Whoheld Serif", "source-serif-4-latin-ext-wght-normal", _LATIN_MORE),
    ("Whoheld Serif", "source-serif-4-cyrillic-wght-normal", _CYRILLIC),
    ("Noto Sans Arabic", "noto-sans-arabic-arabic-wght-normal", _ARABIC),
    ("Noto Naskh Arabic", "noto-naskh-arabic-arabic-wght-normal", _ARABIC),
)


def draw_style(assets_url: str) -> None:
    """Put the style into the page.

    Args:
        assets_url: Where the map's assets are served, ending in a slash.
    """
    st.html(f"<style>{style_sheet(assets_url)}</style>")


@cache
def style_sheet(assets_url: str) -> str:
    """Return all of the page's style."""
    faces = "".join(
        f'@font-face{{font-family:"{family}";font-weight:200 900;font-display:swap;'
        f'src:url({assets_url}fonts/{name}.woff2) format("woff2");unicode-range:{letters}}}'
        for family, name, letters in _FACES
    )
    page = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
    return (
        f"{faces}:root{{{css_variables('light')}}}"
        f"@media(prefers-color-scheme:dark){{:root{{{css_variables('dark')}}}}}{page}"
    )
