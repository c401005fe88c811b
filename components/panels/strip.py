"""The history strip: one place's states from the first day of the timeline to the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.mapview import Theme
from components.territory import format_day

WIDTH = 344
HEIGHT = 22
TOP = 7
_NARROWEST = 3.5

Stretch = Mapping[str, Any]


@dataclass(frozen=True)
class Inks:
    """Colours of one theme: of the parties by their id, and of the page."""

    parties: Mapping[str, str]
    panel: str
    ink: str
    unknown: str

    def of(self, party_id: str) -> str:
        """Return a party's colour, that of "unknown" where it has none."""
        return self.parties.get(party_id, self.unknown)


@dataclass(frozen=True)
class Scale:
    """Where days lie on the strip."""

    first_day: date
    last_day: date

    def x(self, day: date) -> float:
        """Return the distance of a day from the left end, kept within the strip."""
        days = max(1, (self.last_day - self.first_day).days)
        return max(0.0, min(1.0, (day - self.first_day).days / days)) * WIDTH


def strip_svg(history: Sequence[Stretch], scale: Scale, day: date, inks: Inks) -> str:
    """Return the strip as SVG.

    Args:
        history: The stretches of a place, in the form of the map's feature collection.
        scale: First and last day of the timeline.
        day: Day on the map, where the black marker stands.
        inks: Colours of the theme.
    """
    patterns: list[str] = []
    drawn: list[str] = []
    for number, stretch in enumerate(history):
        left = scale.x(_begins(stretch, scale))
        following = history[number + 1] if number + 1 < len(history) else None
        right = scale.x(_begins(following, scale)) if following else WIDTH
        box = _Box(left, max(_NARROWEST, right - left - (1 if following else 0)))
        if stretch["state"] == "contested":
            patterns.append(_stripes(number, stretch["parties"], inks))
        drawn.append(_fill(stretch, box, inks, number))
        drawn.append(_uncertainty(stretch, scale, inks))
    x = scale.x(day)
    bottom = TOP + HEIGHT
    marker = (
        f'<path d="M{x:.1f} 0V{bottom + 5}" stroke="{inks.panel}" stroke-width="5"/>'
        f'<path d="M{x:.1f} 0V{bottom + 5}" stroke="{inks.ink}" stroke-width="2"/>'
        f'<path d="M{x - 5:.1f} 0h10l-5 6z" fill="{inks.ink}"/>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-6 0 {WIDTH + 12} {bottom + 6}" '
        f'width="{WIDTH + 12}" height="{bottom + 6}">'
        f"<defs>{''.join(patterns)}</defs>{''.join(drawn)}{marker}</svg>"
    )


def strip_data(
    history: Sequence[Stretch], scale: Scale, day: date, drawings: Mapping[Theme, str]
) -> dict[str, Any]:
    """Return what strip.js needs: the drawings, and where each stretch can be pressed.

    Args:
        history: The stretches of a place, in the form of the map's feature collection.
        scale: First and last day of the timeline.
        day: Day on the map.
        drawings: The strip of each theme, as an address that an image can have.
    """
    stretches = []
    for number, stretch in enumerate(history):
        begins = max(_begins(stretch, scale), scale.first_day)
        following = history[number + 1] if number + 1 < len(history) else None
        ends = _begins(following, scale) if following else None
        left = scale.x(begins) / WIDTH
        right = scale.x(ends) / WIDTH if ends else 1.0
        stretches.append(
            {
                "left": round(100 * left, 3),
                "width": round(100 * (right - left), 3),
                "day": min(begins, scale.last_day).isoformat(),
                "words": f"{stretch['words']}, {from_words(stretch)}",
                "now": begins <= day and (ends is None or day < ends),
            }
        )
    return {
        "light": drawings["light"],
        "dark": drawings["dark"],
        "width": WIDTH + 12,
        "first": scale.first_day.isoformat(),
        "last": scale.last_day.isoformat(),
        "stretches": stretches,
        "words": strip_alt(history),
    }


def years_html(scale: Scale) -> str:
    """Return the years below the strip, as many as have room."""
    years = range(scale.first_day.year + 1, scale.last_day.year + 1)
    step = max(1, -(-len(years) // 8))
    marks = "".join(
        f'<span style="left:{scale.x(date(year, 1, 1)) / WIDTH:.2%}">{year}</span>'
        for year in years
        if year % step == 0
    )
    return f'<div class="years" aria-hidden="true">{marks}</div>'


def strip_alt(history: Sequence[Stretch]) -> str:
    """Return the strip in words, for those who do not see it."""
    return "; ".join(f"{stretch['words']}, {from_words(stretch)}" for stretch in history)


def from_words(stretch: Stretch) -> str:
    """Return from when a stretch is shown, in words."""
    return (
        f"from {format_day(date.fromisoformat(stretch['from']))}" if stretch["from"] else "at first"
    )


def _begins(stretch: Stretch, scale: Scale) -> date:
    return date.fromisoformat(stretch["from"]) if stretch["from"] else scale.first_day


@dataclass(frozen=True)
class _Box:
    left: float
    width: float


def _fill(stretch: Stretch, box: _Box, inks: Inks, number: int) -> str:
    parties = list(stretch["parties"])
    first = inks.of(parties[0]) if parties else inks.unknown
    left, width = box.left, box.width
    if stretch["state"] == "unknown" or not parties:
        return _outline(box, inks.unknown, 1, "2 2")
    if stretch["state"] == "contested":
        return (
            f'<rect x="{left:.1f}" y="{TOP}" width="{width:.1f}" height="{HEIGHT}" '
            f'fill="url(#stripes{number})"/>'
        )
    if stretch["state"] == "disputed":
        half = HEIGHT / 2 - 1
        second = inks.of(parties[-1])
        return (
            f'<rect x="{left:.1f}" y="{TOP}" width="{width:.1f}" height="{half}" fill="{first}"/>'
            f'<rect x="{left:.1f}" y="{TOP + half + 2}" width="{width:.1f}" height="{half}" '
            f'fill="{second}"/>'
        )
    if stretch["standing"] == "inferred":
        middle = (
            f'<circle cx="{left + width / 2:.1f}" cy="{TOP + HEIGHT / 2}" r="2.6" fill="{first}"/>'
        )
        return _outline(box, first, 1.5, "1.5 2.5") + (middle if width > 9 else "")
    if stretch["standing"] == "claimed":
        return _outline(box, first, 2.5, "")
    return f'<rect x="{left:.1f}" y="{TOP}" width="{width:.1f}" height="{HEIGHT}" fill="{first}"/>'


def _outline(box: _Box, colour: str, thickness: float, dashes: str) -> str:
    if box.width <= 2 * thickness:
        return (
            f'<rect x="{box.left:.1f}" y="{TOP}" width="{box.width:.1f}" '
            f'height="{HEIGHT}" fill="{colour}"/>'
        )
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<rect x="{box.left + thickness / 2:.2f}" y="{TOP + thickness / 2}" '
        f'width="{box.width - thickness:.2f}" height="{HEIGHT - thickness}" fill="none" '
        f'stroke="{colour}" stroke-width="{thickness}"{dashed}/>'
    )


def _stripes(number: int, parties: Sequence[str], inks: Inks) -> str:
    first = inks.of(parties[0]) if parties else inks.unknown
    second = inks.of(parties[-1]) if len(parties) > 1 else inks.panel
    return (
        f'<pattern id="stripes{number}" width="8" height="8" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect width="8" height="8" fill="{first}"/>'
        f'<rect width="4" height="8" fill="{second}"/></pattern>'
    )


def _uncertainty(stretch: Stretch, scale: Scale, inks: Inks) -> str:
    earliest, latest = stretch["start"]
    if not earliest or not latest or earliest == latest or stretch["standing"] == "inferred":
        return ""
    left = scale.x(date.fromisoformat(earliest))
    right = max(scale.x(date.fromisoformat(latest)), left + 5)
    return (
        f'<path d="M{left:.1f} {TOP + HEIGHT + 4}H{right:.1f}" stroke="{inks.ink}" '
        'stroke-width="1.5" stroke-dasharray="2 1.6"/>'
    )
