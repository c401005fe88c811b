"""The column beside (or under) a saved map: title, key of what is shown, sources, credits."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.exports.labels import Box
from components.exports.shapes import Ink, Paint, Shape, mark_shapes
from components.exports.sheet import Sheet
from components.exports.states import Shown
from components.exports.typeset import Type, cut, drawable, width_px, wrap
from components.territory import format_day

DISCLAIMER = "Names and boundaries imply no opinion on the legal status of any place."
MAP_CREDIT = "Map: Natural Earth. Place names: GeoNames, CC BY 4.0, and Whoheld."
TITLE = Type("serif-600", 24)
LEAD = Type("sans-400", 13.5)
HEADING = Type("sans-600", 13.5)
ROW = Type("sans-400", 13)
COUNT = Type("sans-500", 13)
SOURCE = Type("sans-400", 11.5)
CREDIT = Type("sans-400", 10.5)
WORDMARK = Type("serif-600", 15)
KEY = Type("sans-400", 12.5)
ROW_PX = 23.0
KEY_LINE_PX = 25.0
KEY_INDENT_PX = 22.0
KEY_GAP_PX = 22.0
SIDE_PX = 24.0
BROAD_PX = 560.0
KEY_RADIUS = 5.4

MARK_WORDS = {
    "disc": "Two or more sources",
    "ring": "One side says so",
    "inferred": "Inferred",
    "contested": "Fought over",
    "disputed": "Sources disagree",
    "unknown": "Unknown",
    "mentioned": "Mentioned only",
}
SIGN_WORDS = {
    "date_uncertain": "Date uncertain",
    "stale": "Old news",
    "changed": "Changed this week",
}


@dataclass(frozen=True, slots=True)
class KeyItem:
    """A mark of the key with its words, `x` pixels from the left."""

    words: str
    shapes: tuple[Shape, ...]
    x: float


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party and on how many places shown it stands; on the second of two days too."""

    party_id: str
    name: str
    count: int
    later: int | None = None

    @property
    def held(self) -> str:
        """The number, or both: "44, then 45"."""
        return count_words(self.count, self.later)


@dataclass(frozen=True, slots=True)
class Legend:
    """What a picture shows, and nothing else.

    Args:
        parties: Those that hold a place shown, most places first, then those that only
            fight for one or are named for one (count 0).
        others: Words and number of the places that no party holds.
        marks: Silhouettes shown, in the order of the key on the page.
        signs: Signs shown round marks.
    """

    parties: tuple[PartyRow, ...]
    others: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]
    signs: tuple[str, ...]


def count_words(first: int, second: int | None) -> str:
    """Return a number of places, or those of two days."""
    return str(first) if second is None else f"{first}, then {second}"


def legend_of(
    places: Sequence[Shown],
    parties: Mapping[str, Mapping[str, Any]],
    later: Sequence[Shown] | None = None,
) -> Legend:
    """Return the key to these places.

    Args:
        places: What is shown.
        parties: What is known of each party, by its id.
        later: What is shown of a second day beside it, None for one day.
    """
    both = (*places, *(later or ()))
    held = [
        Counter(p for place in day if place.state == "held" for p in place.parties)
        for day in (places, later or ())
    ]
    named = {party for place in both for party in place.parties}
    compared = later is not None
    rows = [
        PartyRow(
            *(party, str(parties.get(party, {}).get("name", party)), held[0][party]),
            held[1][party] if compared else None,
        )
        for party in named
    ]
    rows.sort(key=lambda row: (-row.count, -(row.later or 0), row.name))
    states = [Counter(place.state for place in day) for day in (places, later or ())]
    marks = {place.mark for place in both}
    return Legend(
        tuple(rows),
        tuple(
            (
                MARK_WORDS[state],
                count_words(states[0][state], states[1][state] if compared else None),
            )
            for state in ("contested", "disputed", "unknown")
            if states[0][state] or states[1][state]
        ),
        tuple(mark for mark in MARK_WORDS if mark in marks),
        tuple(sign for sign in SIGN_WORDS if any(getattr(place, sign) for place in both)),
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What the column says in words."""

    title: str
    day: date
    known_by: date | None
    legend: Legend
    sources: tuple[str, ...]
    articles: int
    claims: int
    note: str = ""
    areas: str = ""
    second: date | None = None


@dataclass(frozen=True, slots=True)
class ColumnColours:
    """Colours of the column in one theme."""

    panel: str
    ink: str
    second: str
    third: str
    rule: str
    marks: Ink
    paints: Mapping[str, Paint] = field(default_factory=dict)


class Column:
    """Writes downward from the top of a column; keeps the last `floor` pixels free."""

    def __init__(
        self, sheet: Sheet, colours: ColumnColours, x: float, y: float, width: float, floor: float
    ) -> None:
        self.sheet = sheet
        self.colours = colours
        self.x = x
        self.y = y
        self.width = width
        self.floor = floor

    def lines(
        self, text: str, style: Type, colour: str, leading_px: float, max_lines: int = 99
    ) -> None:
        """Write text, broken into lines."""
        known = drawable(text, style.face)
        for line in wrap(known, style, self.width, max_lines):
            self.sheet.words(line, style, self.x, self.y + style.size_px, colour)
            self.y += leading_px

    def rule(self) -> None:
        """Draw a hairline across."""
        self.sheet.box(self.x, self.y + 8, self.width, 1, self.colours.rule)
        self.y += 21

    def heading(self, text: str) -> None:
        """Write a section's title."""
        self.sheet.words(text, HEADING, self.x, self.y + 12, self.colours.ink)
        self.y += 24

    def has_room(self, rows: int) -> bool:
        """Whether so many rows fit above the floor."""
        return self.y + rows * ROW_PX <= self.floor


def _party_rows(column: Column, legend: Legend) -> None:
    if not legend.parties and not legend.others:
        return
    column.rule()
    column.heading("Places held")
    for number, row in enumerate(legend.parties):
        if not column.has_room(2):
            rest = len(legend.parties) - number
            column.lines(f"and {rest} more", SOURCE, column.colours.third, 20)
            break
        paint = column.colours.paints[row.party_id]
        key = Shown("", "", 0, 0, "", 2, "held", "corroborated", (row.party_id,))
        shapes = mark_shapes(key, KEY_RADIUS + 0.6, (paint,), column.colours.marks)
        _row(column, shapes, row.name, row.held, column.colours.ink)
    for words, count in legend.others:
        if column.has_room(1):
            _row(column, (), words, count, column.colours.second)


def _row(column: Column, shapes: Sequence[Shape], words: str, count: str, colour: str) -> None:
    middle = column.y + ROW_PX / 2 - 3
    column.sheet.marks([(column.x + 9, middle, shapes)])
    room = column.width - 28 - max(40.0, width_px(count, COUNT) + 12) * bool(count)
    text = cut(drawable(words, ROW.face), ROW, room)
    column.sheet.words(text, ROW, column.x + 28, middle + 4.6, colour)
    if count:
        end = column.x + column.width
        column.sheet.words(count, COUNT, end, middle + 4.6, colour, align="right")
    column.y += ROW_PX


def _key_place(mark: str, sign: str = "") -> Shown:
    """Return a made-up place that wears this mark."""
    states = {"disc": ("held", "corroborated"), "ring": ("held", "claimed")}
    state, standing = states.get(mark, (mark, mark))
    if mark == "inferred":
        state, standing = "held", "inferred"
    signs = {sign: True} if sign else {}
    return Shown("", "", 0, 0, "", 2, state, standing, ("a", "b"), **signs)  # type: ignore[arg-type]


def _key_items(legend: Legend, colours: ColumnColours) -> list[tuple[str, tuple[Shape, ...]]]:
    # Two greys, so that the key speaks of the mark and not of a party.
    greys = (Paint(colours.second, colours.second), Paint(colours.third, colours.third))
    keys = [(MARK_WORDS[mark], _key_place(mark)) for mark in legend.marks]
    keys += [(SIGN_WORDS[sign], _key_place("disc", sign)) for sign in legend.signs]
    return [(words, mark_shapes(key, KEY_RADIUS, greys, colours.marks)) for words, key in keys]


def _key_lines(legend: Legend, colours: ColumnColours, width: float) -> list[list[KeyItem]]:
    """Set the key's items from left to right, on as many lines as they need."""
    lines: list[list[KeyItem]] = [[]]
    x = 0.0
    for words, shapes in _key_items(legend, colours):
        needed = KEY_INDENT_PX + width_px(words, KEY)
        if lines[-1] and x + needed > width:
            lines.append([])
            x = 0.0
        lines[-1].append(KeyItem(words, shapes, x))
        x += needed + KEY_GAP_PX
    return lines if lines[0] else []


def key_height(legend: Legend, colours: ColumnColours, width: float) -> float:
    """Height in pixels of the strip with the key of marks, 0 when there is nothing to explain."""
    lines = _key_lines(legend, colours, width - 2 * SIDE_PX)
    return KEY_LINE_PX * len(lines) + 10 if lines else 0.0


def write_key(sheet: Sheet, legend: Legend, colours: ColumnColours, box: Box) -> None:
    """Write the key of marks into the strip under the map."""
    sheet.box(box.west, box.north, box.east - box.west, box.south - box.north, colours.panel)
    sheet.box(box.west, box.north, box.east - box.west, 1, colours.rule)
    y = box.north + 5 + KEY_LINE_PX / 2
    for line in _key_lines(legend, colours, box.east - box.west - 2 * SIDE_PX):
        for item in line:
            x = box.west + SIDE_PX + item.x
            sheet.marks([(x + 8, y, item.shapes)])
            sheet.words(item.words, KEY, x + KEY_INDENT_PX, y + 4.5, colours.ink)
        y += KEY_LINE_PX


def _source_rows(column: Column, sources: Sequence[str]) -> None:
    known = [text for text in (drawable(source, SOURCE.face) for source in sources) if text]
    if not known or not column.has_room(3):
        return
    column.rule()
    column.heading("Sources")
    longest = 4 if len(known) <= 6 else 2
    for number, source in enumerate(known):
        rest = len(known) - number
        lines = wrap(source, SOURCE, column.width, longest)
        needed = 16 * (len(lines) + (1 if rest > 1 else 0))
        if column.y + needed > column.floor:
            column.lines(f"and {rest} more", SOURCE, column.colours.third, 16)
            return
        column.lines(source, SOURCE, column.colours.second, 16, longest)
        column.y += 3


def credit_lines(facts: Facts) -> list[str]:
    """Return what stands at the foot: from what it was made, and with what reservations."""
    counted = []
    if facts.articles:
        counted.append(f"{facts.articles:,} article{'s' * (facts.articles != 1)}")
    if facts.claims:
        counted.append(f"{facts.claims:,} claim{'s' * (facts.claims != 1)}")
    data = f"Data of {format_day(facts.known_by, short=True)}" if facts.known_by else "Data"
    return [
        " ".join(filter(None, [data + (":" if counted else "."), ", ".join(counted)])),
        facts.note or "News reports, not verified facts.",
        *filter(None, [facts.areas]),
        DISCLAIMER,
        MAP_CREDIT,
    ]


def _write_foot(sheet: Sheet, facts: Facts, colours: ColumnColours, box: Box) -> float:
    """Write who made it, from what and with what reservations; return where that begins."""
    x, width = box.west + SIDE_PX, box.east - box.west - 2 * SIDE_PX
    lines = [line for text in credit_lines(facts) for line in wrap(text, CREDIT, width)]
    top = box.south - 20 - 15 * len(lines) - 30
    sheet.box(x, top, width, 1, colours.rule)
    y = top + 24
    sheet.words("Made with", CREDIT, x, y, colours.third)
    sheet.words("Whoheld", WORDMARK, x + width_px("Made with  ", CREDIT), y, colours.ink)
    y += 6
    for line in lines:
        y += 15
        sheet.words(line, CREDIT, x, y, colours.third)
    return top


def write_column(sheet: Sheet, facts: Facts, colours: ColumnColours, box: Box) -> None:
    """Write the column into a box of the sheet; a broad one has its sources at the right."""
    sheet.box(box.west, box.north, box.east - box.west, box.south - box.north, colours.panel)
    if box.west:
        sheet.box(box.west, box.north, 1, box.south - box.north, colours.rule)
    else:
        sheet.box(0, box.north, box.east, 1, colours.rule)
    floor = _write_foot(sheet, facts, colours, box) - 14
    is_broad = box.east - box.west > BROAD_PX
    width = box.east - box.west - 2 * SIDE_PX
    if is_broad:
        width = (width - 2 * SIDE_PX) / 2
    first = Column(sheet, colours, box.west + SIDE_PX, box.north + 22, width, floor)
    first.lines(facts.title or "Who held what", TITLE, colours.ink, 30, 3)
    first.y += 4
    known = f"As known on {format_day(facts.known_by)}" if facts.known_by else ""
    if facts.second:
        days = " and ".join(format_day(day, short=True) for day in (facts.day, facts.second))
        said = f"{days}. What is the same on both days is pale."
        first.lines(said, LEAD, colours.second, 20)
    first.lines(known or format_day(facts.day), LEAD, colours.second, 20)
    _party_rows(first, facts.legend)
    if is_broad:
        left = first.x + width + 2 * SIDE_PX
        _source_rows(Column(sheet, colours, left, box.north + 8, width, floor), facts.sources)
    else:
        _source_rows(first, facts.sources)
