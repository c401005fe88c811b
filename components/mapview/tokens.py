"""Colours and type of the interface and the basemap, for both themes."""

import json
from pathlib import Path
from typing import Final, Literal

Theme = Literal["light", "dark"]
THEMES: Final[tuple[Theme, ...]] = ("light", "dark")

# Contrast of each pair was measured when they were chosen; a test holds the figures.
COLOURS: Final[dict[Theme, dict[str, str]]] = {
    theme: dict(tokens)
    for theme, tokens in json.loads(
        (Path(__file__).parent / "tokens.json").read_text(encoding="utf-8")
    ).items()
}

# Text on the map stands on a soft edge in the colour of the land below it.
HALO: Final[dict[Theme, str]] = {
    "light": "rgba(250,248,243,.92)",
    "dark": "rgba(30,34,39,.92)",
}
SHADE: Final[dict[Theme, str]] = {"light": "rgba(26,27,30,.10)", "dark": "rgba(0,0,0,.45)"}

SANS: Final = '"Whoheld Figures","Libre Franklin","Noto Sans Arabic",system-ui,sans-serif'
SERIF: Final = '"Whoheld Serif","Noto Naskh Arabic",Georgia,serif'


def colour(name: str, theme: Theme) -> str:
    """Return the hex colour of a token such as "land" or "ink_second"."""
    return COLOURS[theme][name]


def css_variables(theme: Theme) -> str:
    """Return the tokens of a theme as CSS custom properties ("--ink-second:#55534E;…")."""
    colours = "".join(
        f"--{name.replace('_', '-')}:{value};" for name, value in COLOURS[theme].items()
    )
    return f"{colours}--halo:{HALO[theme]};--shade:{SHADE[theme]};color-scheme:{theme};"


def style_sheet() -> str:
    """Return the style sheet of the tokens, as kept in assets/css/tokens.css."""
    return (
        f":root{{--sans:{SANS};--serif:{SERIF}}}\n"
        f".wh{{{css_variables('light')}}}\n"
        f'.wh[data-theme="dark"]{{{css_variables("dark")}}}\n'
    )
