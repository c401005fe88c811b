"""Reads date after date from the tokens of a text; the context runs along."""

import re
from dataclasses import replace
from datetime import date

from components.dates.absolute import ABSOLUTE, apply_part
from components.dates.calendar import hull, shift
from components.dates.context import Context
from components.dates.expressions import DateExpression, Precision, Relation
from components.dates.grammar import Hit, Reading, Rule
from components.dates.headings import sections
from components.dates.relative import RELATIVE, unit_of
from components.dates.thread import Thread, thread
from components.dates.tokens import Token
from components.dates.words import PARTS
from components.dates.years import YEARS
from components.records import DateInterval

_RULES = (*ABSOLUTE, *YEARS, *RELATIVE)
_BY_START: dict[str, list[Rule]] = {}
for _rule in _RULES:
    for _letter in _rule.starts:
        _BY_START.setdefault(_letter, []).append(_rule)

# "the end of", "early", "mid-", "later", "the first half of" before what they are part of.
_PART = re.compile(
    r"t?(?P<q>[qElx])?-?(?P<e>[eQ])f(?=t?[MmySDUhkxlT])|t?(?P<E>E)-?I?(?=t?[MmySDUhkxlW])"
    r"|(?P<L>[LR])I?(?=t?[MmyShkUW])"
)
_TARGET = re.compile(r"t?(?P<u>U)")
_FIRST_WEEK = re.compile(r"t?(?P<q>[ql])(?P<u>U)f(?=t?[MmyhkxlU])")
_NIGHT_OF = re.compile(r"t?E?[PU]U?f(?=t?[dowWMm])")
_PART_BEGINS = "tqElxLRe"
_NIGHT_BEGINS = "tEPU"
# Most tokens are plain words, with which no date begins.
_BEGIN = frozenset((*_BY_START, *_PART_BEGINS, *_NIGHT_BEGINS))
_STAMP_WORDS = {
    "since": "since",
    "before": "before",
    "after": "after",
    "until": "until",
    "till": "until",
    "by": "by",
    "from": "since",
    "following": "after",
}


def scan(text: str, tokens: list[Token], context: Context) -> tuple[DateExpression, ...]:
    """Read all dates of a text in order, each against those before it."""
    codes = "".join(token.code for token in tokens)
    found: list[DateExpression] = []
    index = 0
    heading_end = 0
    told: int | None = None

    def thread_here() -> Thread | None:
        return None if told is None else thread(tokens, told, index)

    context.thread = thread_here
    headings = sections(text) if context.narrative else []
    while index < len(tokens):
        while headings and headings[0][0] <= tokens[index].start:
            heading_end, *years = headings.pop(0)[1:]
            context.enter_section(*years)
        if codes[index] == "¶":
            context.new_paragraph()
        elif codes[index] in ".!?":
            context.new_sentence()
        read = _read(tokens, codes, index, context) if codes[index] in _BEGIN else None
        if read is None:
            index += 1
            continue
        reading, first, stop = read
        expression = _expression(text, tokens, first, stop, reading)
        found.append(expression)
        looks_ahead = context.narrative and _looks_ahead(tokens, first)
        if reading.anchors and expression.start >= heading_end and not looks_ahead:
            context.remember(
                reading.ends[-1] if reading.ends else reading.interval,
                reading.precision,
                expression.start,
                reading.basis,
                leads=_leads(tokens, first),
                relation=expression.relation,
            )
            if context.anchor == expression.interval:
                told = first if reading.basis in {"stated", "context"} else None
        index = stop
    return tuple(found)


def _read(
    tokens: list[Token], codes: str, index: int, context: Context
) -> tuple[Reading, int, int] | None:
    """Read a date that begins at a token: the reading, its first token, the one behind it."""
    letter = codes[index]
    if letter in _PART_BEGINS and (read := _read_part(tokens, codes, index, context)):
        return read
    if letter in _NIGHT_BEGINS and (night := _NIGHT_OF.match(codes, index)):
        read = _read_core(tokens, codes, night.end(), context)
        if read and read[0].precision == "day":
            return read[0], index, read[2]
    return _read_core(tokens, codes, index, context)


def _read_core(
    tokens: list[Token], codes: str, index: int, context: Context
) -> tuple[Reading, int, int] | None:
    if index >= len(codes):
        return None
    for candidate in _BY_START.get(codes[index], ()):
        match = candidate.pattern.match(codes, index)
        if match is None:
            continue
        hit = Hit(tokens, match)
        if hit.after() is not None and hit.after().code == "G":  # type: ignore[union-attr]
            # Years before Christ lie outside the calendar that Whoheld keeps.
            return None
        reading = candidate.read(hit, context)
        if reading is not None:
            return reading, index, match.end()
    return None


def _read_part(
    tokens: list[Token], codes: str, index: int, context: Context
) -> tuple[Reading, int, int] | None:
    if week := _FIRST_WEEK.match(codes, index):
        read = _read_target(tokens, codes, week.end(), context)
        number = tokens[week.start("q")].value or -1
        unit = tokens[week.start("u")].word
        if read and unit in {"week", "day"}:
            return _nth(read[0], number, 7 if unit == "week" else 1), index, read[2]
        if read and unit in {"months", "weeks", "days"} and number in {-1, 1}:
            return apply_part(read[0], "end" if number < 0 else "start"), index, read[2]
    match = _PART.match(codes, index)
    if match is None:
        return None
    read = _read_target(tokens, codes, match.end(), context)
    if read is None:
        return None
    reading = read[0]
    if match["L"]:
        return _rest_of(reading, context, later=match["L"] == "L"), index, read[2]
    return apply_part(reading, _part_name(tokens, match)), index, read[2]


def _part_name(tokens: list[Token], match: re.Match[str]) -> str:
    if match["E"]:
        return PARTS[tokens[match.start("E")].word]
    word = tokens[match.start("e")].word
    if word in {"half", "part", "quarter", "third", "trimester"}:
        quantifier = tokens[match.start("q")] if match["q"] else None
        if quantifier is None:
            return ""
        if quantifier.code == "E":
            return PARTS[quantifier.word]
        count = {"half": 2, "quarter": 4}.get(word, 3)
        last = quantifier.value < 0 or quantifier.word in {"last", "latter"}
        number = count if last else quantifier.value
        return f"{number}/{count}" if 1 <= number <= count else ""
    return PARTS[word]


def _read_target(
    tokens: list[Token], codes: str, index: int, context: Context
) -> tuple[Reading, int, int] | None:
    read = _read_core(tokens, codes, index, context)
    if read is not None:
        return read if read[0].precision not in {"day", "span"} else None
    if match := _TARGET.match(codes, index):
        reading = unit_of(Hit(tokens, match), context)
        return (reading, index, match.end()) if reading else None
    following = codes[index : index + 1]
    if following == "M":
        # A part leads it, so even "May" is a month here.
        return None
    return None


def _nth(reading: Reading, number: int, days: int) -> Reading:
    """Return the first, second ... or last week (or day) of a month or year."""
    interval = reading.interval
    if interval.earliest is None or interval.latest is None:
        return reading
    length = (interval.latest - interval.earliest).days + 1
    offset = length - days if number < 0 else (number - 1) * days
    if not 0 <= offset <= length - days:
        return reading
    first = shift(interval, offset).earliest
    assert first is not None
    end = shift(DateInterval.on(first), days - 1).latest
    return reading._replace(
        interval=DateInterval(first, end), precision="day" if days == 1 else "week", whole=interval
    )


def _rest_of(reading: Reading, context: Context, *, later: bool) -> Reading:
    """Return what is left of "that month" after (or before) the date that was told last."""
    near = context.reference()
    whole = reading.interval
    if near.earliest is None or near.latest is None:
        return reading
    side = DateInterval(near.earliest, None) if later else DateInterval(None, near.latest)
    rest = whole.intersect(side)
    if rest is None or rest == whole or not near.is_exact:
        return reading
    return reading._replace(interval=rest, precision="span", whole=whole)


def _expression(
    text: str, tokens: list[Token], first: int, stop: int, reading: Reading
) -> DateExpression:
    start, end = tokens[first].start, tokens[stop - 1].end
    while text[end - 1] in ".,":
        end -= 1
    return DateExpression(
        start=start,
        end=end,
        text=text[start:end],
        interval=reading.interval,
        relation=_relation(tokens, first, stop),
        precision=reading.precision,
        basis=reading.basis,
        whole=hull(reading.whole, reading.interval) if reading.whole else reading.interval,
        ends=_ends(text, tokens, first, stop, reading),
    )


def _ends(
    text: str, tokens: list[Token], first: int, stop: int, reading: Reading
) -> tuple[DateExpression, ...]:
    """Return the two dates of a range, each with its own words."""
    if not reading.ends:
        return ()
    joiner = next(i for i in range(first, stop) if tokens[i].code in "-g&/")
    begin = first + 1 if tokens[first].code in "br" else first
    unit: Precision = "day"
    if reading.ends[0] != DateInterval.on(reading.ends[0].earliest or date.min):
        days = reading.ends[0].latest.toordinal() - reading.ends[0].earliest.toordinal()  # type: ignore[union-attr]
        unit = "month" if days < 32 else "year"
    low, high = (Reading(interval, unit, reading.basis) for interval in reading.ends)
    return (
        replace(_expression(text, tokens, begin, joiner, low), relation="since"),
        replace(_expression(text, tokens, joiner + 1, stop, high), relation="until"),
    )


_SENTENCE_END = frozenset("¶.!?;")
_CLAUSE_END = _SENTENCE_END | frozenset(",:()")
# How many words before a date may say that it lies ahead of the story.
_CLAUSE = 8
_AHEAD = frozenset(
    {
        *("until", "till", "planned", "plans", "projected", "scheduled", "slated", "due"),
        *("expected", "foreseen", "envisaged", "proposed", "intended", "originally"),
    }
)


def _leads(tokens: list[Token], first: int) -> bool:
    """Whether a date opens its sentence: "In 2011, ..."."""
    back = first - 1
    if back >= 0 and tokens[back].code == "t":
        # "The 1973 war" names a war.
        return False
    while back >= 0 and first - back <= 3 and tokens[back].code not in _SENTENCE_END:
        if tokens[back].code not in 'I_tEe"“v':
            return False
        back -= 1
    return back < 0 or tokens[back].code in _SENTENCE_END


def _looks_ahead(tokens: list[Token], first: int) -> bool:
    """Whether a date is one that a story only looks ahead to, and goes on before it.

    "A campaign planned for 1976", "an assault that lasted until the fall of A in February 1945".
    """
    for token in reversed(tokens[max(0, first - _CLAUSE) : first]):
        if token.code in _CLAUSE_END:
            return False
        if token.word in _AHEAD:
            return True
    return False


def _relation(tokens: list[Token], first: int, stop: int) -> Relation:
    back = first - 1
    while back >= 0 and tokens[back].word in {
        "about",
        "around",
        "at",
        "the",
        "least",
        "approximately",
    }:
        back -= 1
    word = tokens[back].word if back >= 0 else ""
    earlier = tokens[back - 1].word if back >= 1 else ""
    if word == "to" and earlier == "prior":
        return "before"
    if word == "to" and earlier == "up":
        return "until"
    if word == "of" and earlier == "ahead":
        return "before"
    if word in {"starting", "beginning", "effective"} or earlier in {"starting", "beginning"}:
        return "since"
    following = tokens[stop].word if stop < len(tokens) else ""
    if following in {"onward", "onwards"}:
        return "since"
    return _STAMP_WORDS.get(word, "on")  # type: ignore[return-value]
