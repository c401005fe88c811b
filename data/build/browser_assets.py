r"""Copy Leaflet and the fonts from their npm packages into components/mapview/assets.

    npm install --prefix /tmp/assets leaflet@1.9.4 @fontsource-variable/libre-franklin@5.3.0 \
        @fontsource-variable/source-serif-4@5.3.1 @fontsource-variable/noto-sans-arabic@5.3.0 \
        @fontsource-variable/noto-naskh-arabic@5.3.0 @fontsource-variable/public-sans@5.3.0
    python data/build/browser_assets.py /tmp/assets/node_modules

Writes css/fonts.css and css/tokens.css too. Only the files that are used are copied.
"""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from components.mapview.assets import assets_dir
from components.mapview.tokens import style_sheet

LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF"
)
LATIN_MORE = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1E00-1EFF,U+2C60-2C7F"
CYRILLIC = "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116"
ARABIC = "U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC"


class Face(NamedTuple):
    """One font file: its name in CSS, package, subset as in the file name, style and letters."""

    family: str
    package: str
    subset: str
    style: str
    letters: str


FACES = (
    Face("Libre Franklin", "libre-franklin", "latin", "normal", LATIN),
    Face("Libre Franklin", "libre-franklin", "latin-ext", "normal", LATIN_MORE),
    Face("Libre Franklin", "libre-franklin", "cyrillic", "normal", CYRILLIC),
    Face("Whoheld Serif", "source-serif-4", "latin", "normal", LATIN),
    Face("Whoheld Serif", "source-serif-4", "latin-ext", "normal", LATIN_MORE),
    Face("Whoheld Serif", "source-serif-4", "cyrillic", "normal", CYRILLIC),
    Face("Whoheld Serif", "source-serif-4", "latin", "italic", LATIN),
    Face("Noto Sans Arabic", "noto-sans-arabic", "arabic", "normal", ARABIC),
    Face("Noto Naskh Arabic", "noto-naskh-arabic", "arabic", "normal", ARABIC),
    # Libre Franklin has no figures of equal width; a running date would tremble.
    Face("Whoheld Figures", "public-sans", "latin", "normal", "U+0030-0039"),
)


def file_name(face: Face) -> str:
    """Return the name of the font file."""
    return f"{face.package}-{face.subset}-wght-{face.style}.woff2"


def rule(face: Face) -> str:
    """Return the @font-face rule, with an address relative to the style sheet."""
    return (
        f"@font-face{{font-family:'{face.family}';font-style:{face.style};font-weight:200 900;"
        f"font-display:swap;src:url(../fonts/{file_name(face)}) format('woff2');"
        f"unicode-range:{face.letters}}}"
    )


def copy(modules: Path, out: Path) -> None:
    """Copy what is used, with the licences."""
    for name in ("leaflet", "fonts", "licences", "css"):
        (out / name).mkdir(parents=True, exist_ok=True)
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copyfile(modules / "leaflet" / "dist" / name, out / "leaflet" / name)
    script = out / "leaflet" / "leaflet.js"
    # The source map is not kept; a browser's tools would look for it.
    lines = script.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("//# sourceMappingURL")]
    script.write_text("\n".join(kept) + "\n", encoding="utf-8")
    shutil.copyfile(modules / "leaflet" / "LICENSE", out / "licences" / "leaflet.txt")
    for face in FACES:
        package = modules / "@fontsource-variable" / face.package
        shutil.copyfile(package / "files" / file_name(face), out / "fonts" / file_name(face))
        shutil.copyfile(package / "LICENSE", out / "licences" / f"{face.package}.txt")
    rules = "\n".join(map(rule, FACES))
    (out / "css" / "fonts.css").write_text(rules + "\n", encoding="utf-8")
    (out / "css" / "tokens.css").write_text(style_sheet(), encoding="utf-8")


def main(arguments: Sequence[str]) -> None:
    """Copy from the node_modules folder given."""
    if len(arguments) != 1:
        sys.exit("Say where node_modules is: python data/build/browser_assets.py FOLDER")
    copy(Path(arguments[0]), assets_dir())


if __name__ == "__main__":
    main(sys.argv[1:])
