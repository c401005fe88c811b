"""The marks of the map as SVG, drawn as assets/js/marks.js draws them on the canvas."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.mapview.palette import NEUTRAL, Colour
from components.mapview.tokens import Theme, colour


@dataclass(frozen=True, slots=True)
class _Pen:
    """Draws at the centre of one mark."""

    centre: float
    theme: Theme

    def circle(self, radius: float, attributes: str) -> str:
        at = _number(self.centre)
        return f'<circle cx="{at}" cy="{at}" r="{_number(radius)}" {attributes}/>'

    def casing(self, r: float) -> str:
        return self.circle(r + 1.25, f'fill="{colour("land", self.theme)}"')

    def letter(self, sign: str, size: float, fill: str) -> str:
        at, below = _number(self.centre), _number(self.centre + size * 0.36)
        return (
            f'<text x="{at}" y="{below}" font-size="{_number(size)}" font-weight="700" '
            f'font-family="sans-serif" text-anchor="middle" fill="{fill}">{sign}</text>'
        )


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _disc(pen: _Pen, r: float, party: Colour) -> str:
    fill, outline = party.fill(pen.theme), party.outline(pen.theme)
    drawn = pen.circle(r, f'fill="{fill}" stroke="{outline}" stroke-width=".75"')
    sign = pen.letter(party.letter, r * 1.3, colour("land", pen.theme)) if party.letter else ""
    return drawn + sign


def _ring(pen: _Pen, r: float, party: Colour) -> str:
    fill, outline = party.fill(pen.theme), party.outline(pen.theme)
    width = max(2.1, 0.4 * r)
    land = colour("land", pen.theme)
    drawn = pen.circle(
        r - width / 2, f'fill="{land}" stroke="{fill}" stroke-width="{_number(width)}"'
    ) + pen.circle(r, f'fill="none" stroke="{outline}" stroke-width=".75"')
    # The hole of a small ring has no room for a letter.
    sign = pen.letter(party.letter, r * 0.95, outline) if party.letter and r >= 6 else ""
    return drawn + sign


def _inferred(pen: _Pen, r: float, party: Colour) -> str:
    fill, land = party.fill(pen.theme), colour("land", pen.theme)
    return pen.circle(r - 0.7, f'fill="{land}" stroke="{fill}" stroke-width="1.4"') + pen.circle(
        max(1.5, 0.36 * r), f'fill="{fill}"'
    )


def _diamond(pen: _Pen, r: float, parties: Sequence[Colour]) -> str:
    side, at = 1.72 * r, _number(pen.centre)
    corner = pen.centre - side / 2
    bands = max(2 if r < 5 else 4, len(parties))
    land, ink = colour("land", pen.theme), colour("ink", pen.theme)
    ground = (
        f'<g transform="rotate(45 {at} {at})"><rect x="{_number(corner - 1.25)}" '
        f'y="{_number(corner - 1.25)}" width="{_number(side + 2.5)}" '
        f'height="{_number(side + 2.5)}" fill="{land}"/>'
    )
    drawn = [ground]
    for band in range(bands):
        gap = 0.35 if band else 0.0
        fill = parties[band % len(parties)].fill(pen.theme)
        drawn.append(
            f'<rect x="{_number(corner + band * side / bands + gap)}" y="{_number(corner)}" '
            f'width="{_number(side / bands - gap)}" height="{_number(side)}" fill="{fill}"/>'
        )
    drawn.append(
        f'<rect x="{_number(corner)}" y="{_number(corner)}" width="{_number(side)}" '
        f'height="{_number(side)}" fill="none" stroke="{ink}" stroke-width="1"/></g>'
    )
    return "".join(drawn)


def _halves(pen: _Pen, r: float, parties: Sequence[Colour]) -> str:
    apart, drawn = 0.19 * r + 0.3, ""
    for side, party in ((-1, parties[0]), (1, parties[-1])):
        x = _number(pen.centre + side * apart)
        top, bottom, radius = _number(pen.centre - r), _number(pen.centre + r), _number(r)
        drawn += (
            f'<path d="M{x} {top}A{radius} {radius} 0 0 {int(side > 0)} {x} {bottom}Z" '
            f'fill="{party.fill(pen.theme)}" stroke="{party.outline(pen.theme)}" '
            f'stroke-width=".75"/>'
        )
    return drawn


def _shape(
    pen: _Pen, state: str, standing: str, parties: Sequence[Colour], r: float
) -> tuple[str, str]:
    """Return the casing and the shape of a state."""
    grey = colour("unknown", pen.theme)
    if state == "unknown":
        land = colour("land", pen.theme)
        return "", pen.circle(0.74 * r, f'fill="{land}" stroke="{grey}" stroke-width="1.25"')
    if state == "contested":
        return "", _diamond(pen, r, parties)
    if state == "disputed":
        return pen.casing(r), _halves(pen, r, parties)
    if standing == "inferred":
        return "", _inferred(pen, r, parties[0])
    if standing == "claimed":
        return pen.casing(r), _ring(pen, r, parties[0])
    return pen.casing(r), _disc(pen, r, parties[0])


def mark_svg(  # noqa: PLR0913 (each modifier of a mark is one switch)
    state: str,
    standing: str,
    colours: Sequence[Colour],
    r: float,
    *,
    theme: Theme,
    date_uncertain: bool = False,
    stale: bool = False,
    changed: bool = False,
    selected: bool = False,
    mentioned_only: bool = False,
    pad: float = 9,
) -> str:
    """Draw one mark as a square SVG of side 2 × (r + pad), in pixels.

    Args:
        state: held | contested | disputed | unknown.
        standing: corroborated | claimed | inferred | disputed | unknown.
        colours: Colours of the parties, in the order of the interval; grey when empty.
        r: Radius in pixels.
        theme: Which theme it is drawn for.
        date_uncertain: Adds the dashed orbit.
        stale: Fades the fill; no report for long.
        changed: Adds the halo; an inferred mark never wears it.
        selected: Adds the strong ring.
        mentioned_only: Draws the grey dot, whatever the state.
        pad: Room round the radius for orbit, ring and halo, in pixels.
    """
    pen = _Pen(r + pad, theme)
    parties = list(colours) or [NEUTRAL]
    inferred = state == "held" and standing == "inferred"
    ink, land = colour("ink", theme), colour("land", theme)
    drawn: list[str] = []
    if mentioned_only:
        drawn.append(pen.circle(max(1.8, 0.34 * r), f'fill="{colour("unknown", theme)}"'))
    else:
        casing, shape = _shape(pen, state, standing, parties, r)
        if changed and not inferred:
            drawn.append(pen.circle(r + 7, f'fill="{parties[-1].fill(theme)}" opacity=".26"'))
        faded = ' fill-opacity=".3" stroke-opacity=".5"' if stale else ""
        drawn.append(f"{casing}<g{faded}>{shape}</g>")
    if date_uncertain:
        reach = r + (8.4 if selected else 3.1)
        dashes = 'stroke-width="1.3" stroke-dasharray="2.6 2.6"'
        drawn.append(pen.circle(reach, f'fill="none" stroke="{ink}" {dashes}'))
    if selected:
        drawn.append(pen.circle(r + 4.6, f'fill="none" stroke="{land}" stroke-width="3.5"'))
        drawn.append(pen.circle(r + 4.6, f'fill="none" stroke="{ink}" stroke-width="2"'))
    side = _number(2 * (r + pad))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" '
        f'viewBox="0 0 {side} {side}" aria-hidden="true">{"".join(drawn)}</svg>'
    )
