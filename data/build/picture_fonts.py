"""Make the fonts of the saved pictures: components/exports/fonts/*.ttf.

matplotlib reads TrueType only, and one file for one face, so the pieces in which the npm
packages come (Latin, extended Latin, Cyrillic) are merged. Libre Franklin has no figures of
equal width: its figures come from Public Sans, as on the page.

    npm install @fontsource/libre-franklin @fontsource/public-sans @fontsource/source-serif-4
    python data/build/picture_fonts.py node_modules
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

TARGET = Path(__file__).parents[2] / "components" / "exports" / "fonts"
SCRIPTS = ("latin", "latin-ext", "cyrillic")
FIGURES = "0123456789"
UNITS_PER_EM = 1000
SANS = "libre-franklin"
SERIF = "source-serif-4"
FACES = {
    "sans-400": (SANS, "400-normal"),
    "sans-500": (SANS, "500-normal"),
    "sans-600": (SANS, "600-normal"),
    "sans-700": (SANS, "700-normal"),
    "serif-600": (SERIF, "600-normal"),
    "serif-400-italic": (SERIF, "400-italic"),
}


def _options() -> Options:
    options = Options()
    # Substitutions (small capitals, fractions) are never asked for; kerning is.
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.drop_tables += ["STAT", "gasp", "BASE"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    return options


def _piece(source: Path, without: str = "") -> TTFont:
    font = TTFont(source)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=set(font.getBestCmap()) - {ord(c) for c in without})
    subsetter.subset(font)
    font.flavor = None
    return font


def _figures(source: Path) -> TTFont:
    """The figures of equal width, under the code points of the ordinary ones."""
    font = TTFont(source)
    glyphs = font.getGlyphOrder()
    for table in font["cmap"].tables:
        for figure in FIGURES:
            name = table.cmap.get(ord(figure))
            if name and f"{name}.tf" in glyphs:
                table.cmap[ord(figure)] = f"{name}.tf"
    options = _options()
    options.layout_features = []
    options.drop_tables += ["GPOS", "GSUB", "GDEF"]
    subsetter = Subsetter(options)
    subsetter.populate(text=FIGURES)
    subsetter.subset(font)
    scale_upem(font, UNITS_PER_EM)
    font.flavor = None
    return font


def _merge(pieces: list[TTFont], target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, piece in enumerate(pieces):
            paths.append(f"{folder}/{number}.ttf")
            piece.save(paths[-1])
        merged = Merger().merge(paths)
        # The day of the build would make every build another file.
        merged.recalcTimestamp = False
        merged["head"].modified = merged["head"].created
        merged.save(target)


def main() -> None:
    """Write every face, and the licences of the three families."""
    packages = Path(sys.argv[1]) / "@fontsource"
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, (family, style) in FACES.items():
        folder = packages / family / "files"
        sources = [folder / f"{family}-{script}-{style}.woff" for script in SCRIPTS]
        pieces = [_piece(s, FIGURES if family == SANS else "") for s in sources]
        if family == SANS:
            figures = packages / "public-sans" / "files" / f"public-sans-latin-{style}.woff"
            pieces.append(_figures(figures))
        _merge(pieces, TARGET / f"{name}.ttf")
        print(name, (TARGET / f"{name}.ttf").stat().st_size)
    for family in (SANS, "public-sans", SERIF):
        text = (packages / family / "LICENSE").read_text(encoding="utf-8")
        (TARGET / f"OFL-{family}.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
