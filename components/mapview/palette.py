"""Which colour a party to the war gets: six hues, and grey with a letter beyond them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from components.mapview.tokens import Theme

Hue = Literal["red", "teal", "purple", "black", "yellow", "blue"]
Palette = Literal["default", "conventional"]


@dataclass(frozen=True, slots=True)
class Colour:
    """How a party is drawn, in both themes.

    Args:
        light_fill: Hex colour on the light map.
        light_outline: Darker shade round it.
        dark_fill: Hex colour on the dark map.
        dark_outline: Lighter shade round it.
        letter: Letter that tells grey parties apart, "" for those with a hue.
    """

    light_fill: str
    light_outline: str
    dark_fill: str
    dark_outline: str
    letter: str = ""

    def fill(self, theme: Theme) -> str:
        """Return the fill for a theme."""
        return self.light_fill if theme == "light" else self.dark_fill

    def outline(self, theme: Theme) -> str:
        """Return the outline for a theme."""
        return self.light_outline if theme == "light" else self.dark_outline


# Chosen together so that no two are confused under the common colour deficiencies.
HUES: Final[Mapping[Hue, Colour]] = {
    "red": Colour("#AE2418", "#6E120B", "#F4623A", "#FFB9A3"),
    "teal": Colour("#00897B", "#00524A", "#25BDB0", "#A5EEE7"),
    "purple": Colour("#63147F", "#3A0A4C", "#AD62B4", "#E7BDEB"),
    "black": Colour("#16181C", "#000000", "#F0EEE8", "#FFFFFF"),
    "yellow": Colour("#D29A0B", "#7A5600", "#F7C22B", "#FFE9A8"),
    "blue": Colour("#3F86E0", "#1C4E93", "#5AA0FF", "#BEDAFF"),
}

# As many other maps of that war have them. Some eyes tell these less well apart: the page says so.
CONVENTIONAL: Final[Mapping[Hue, Colour]] = {
    "red": Colour("#A8261C", "#611610", "#E8553F", "#F5B2A9"),
    "teal": Colour("#3F9C5A", "#255A34", "#6CCB86", "#BDE8C8"),
    "purple": Colour("#6B756F", "#3E4440", "#98A29C", "#D1D5D2"),
    "black": Colour("#17181B", "#000000", "#F0EEE8", "#FFFFFF"),
    "yellow": Colour("#D6A400", "#7C5F00", "#F5C93B", "#FAE7A7"),
    "blue": Colour("#2C8FB8", "#1A536B", "#4FB6E0", "#B0DEF1"),
}
_PALETTES: Final[Mapping[Palette, Mapping[Hue, Colour]]] = {
    "default": HUES,
    "conventional": CONVENTIONAL,
}

# For what has no party: the key, an unknown holder.
NEUTRAL: Final = Colour("#55534E", "#2B2A28", "#B9BDC3", "#E4E3DF")

_GREY: Final = ("#8A857B", "#55514A", "#8F959C", "#C9CDD2")

# The hues a kind would rather have, best first. The first is its conventional one.
_WISHES: Final[Mapping[str, tuple[Hue, ...]]] = {
    "government": ("red", "blue", "yellow", "purple", "teal", "black"),
    "opposition": ("teal", "blue", "yellow", "purple", "black", "red"),
    "jihadist": ("purple", "black", "teal", "blue", "yellow", "red"),
    "kurdish": ("yellow", "blue", "teal", "purple", "black", "red"),
    "foreign": ("blue", "purple", "yellow", "teal", "black", "red"),
    "militia": ("teal", "yellow", "blue", "purple", "black", "red"),
    "other": ("blue", "yellow", "purple", "teal", "black", "red"),
}
_NAMED: Final[tuple[tuple[str, Hue], ...]] = (("islamic-state", "black"), ("nusra", "purple"))


def _conventional(party_id: str, kind: str) -> Hue | None:
    for part, hue in _NAMED:
        if part in party_id:
            return hue
    return None if kind in {"militia", "other"} else _WISHES.get(kind, (None,))[0]


def _letter(name: str, taken: set[str]) -> str:
    own = [sign.upper()[:1] for sign in name if sign.isalpha()]
    signs = own + list("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    return next((sign for sign in signs if sign not in taken), "·")


def _hues(order: Sequence[str], parties: Mapping[str, Mapping[str, str]]) -> dict[str, Hue]:
    """Return which party has which hue; the first in order choose first."""
    hues: dict[str, Hue] = {}
    for party in order:
        # Islamic State and the Nusra Front keep theirs even from a heavier namesake in kind.
        if any(part in party for part, _ in _NAMED):
            hue = _conventional(party, "")
            if hue and hue not in hues.values():
                hues[party] = hue
    for party in order:
        hue = _conventional(party, parties[party].get("kind", "other"))
        if party not in hues and hue and hue not in hues.values():
            hues[party] = hue
    for party in order:
        wishes = _WISHES.get(parties[party].get("kind", "other"), _WISHES["other"])
        free = [hue for hue in wishes if hue not in hues.values()]
        if party not in hues and free:
            hues[party] = free[0]
    return hues


def assign_colours(
    parties: Mapping[str, Mapping[str, str]],
    weights: Mapping[str, int] | None = None,
    palette: Palette = "default",
) -> dict[str, Colour]:
    """Give every party its own colour; the same parties always get the same ones.

    A party that carries on another ("heir_of") is drawn in that one's colour: they are never on
    the map on the same day, and it is the same hand that holds on.

    Args:
        parties: Party id to its "name" and "kind", and "heir_of" where it carries on another.
        weights: How much of the map each has (intervals, say): the heavier chooses first.
            Without it the ids' order decides.
        palette: Which shades the six hues have; who has which hue is the same in both.

    Returns:
        A colour for each id. At most six have a hue, the others are grey with a letter.
    """
    first = {p: info["heir_of"] for p, info in parties.items() if info.get("heir_of") in parties}
    heavy = dict(weights or {})
    for heir, earlier in first.items():
        heavy[earlier] = heavy.get(earlier, 0) + heavy.get(heir, 0)
    own = [party for party in parties if party not in first]
    order = sorted(own, key=lambda party: (-heavy.get(party, 0), party))
    hues = _hues(order, parties)
    taken: set[str] = set()
    colours: dict[str, Colour] = {}
    for party in order:
        if party in hues:
            colours[party] = _PALETTES[palette][hues[party]]
        else:
            letter = _letter(parties[party].get("name", party), taken)
            taken.add(letter)
            colours[party] = Colour(*_GREY, letter)
    return {party: colours[first.get(party, party)] for party in parties}
