"""A sentence made easy to parse: names replaced by common ones, quotes and asides left out.

Every character of the masked sentence knows the place in the article it stands for, so that
nothing is lost by the repair.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from components.claims.lexicon import Lexicon
from components.claims.rewording import rewordings

# Common names that the parser never doubts.
_CITIES = ("London", "Paris", "Berlin", "Rome", "Madrid", "Vienna", "Lisbon", "Dublin", "Oslo")
_FORCE = "NATO"
_SOURCE = "Reuters"
_ARMY = "army"
_TROOPS = "soldiers"
_QUOTES = re.compile(r"[\"“”„«»]|(?<!\w)['‘’‚](?=[\w\s])|(?<=[\w.,])['’](?![\w])(?<!s['’])")
_CURLY = re.compile(r"[’‘ʼ]")
_BRACKET = re.compile(r"[()\[\]]")
# "After B left for the north, C moved in": the parser takes B for who moved.
_LEFT_FOR = re.compile(r"\b(?:[Aa]fter|[Ww]hen|[Oo]nce|[Aa]s) [^,.;:]{3,60}? (left)(?= for\b)")
_DASH = re.compile(r"[–‑‐]")
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{0,160}[)\]]")
_ARTICLE_BLANK = re.compile(r"\b([AaEe](?:l|d|n|r|s|sh|t|z))-\s+(?=[A-Z])")
_DOES = re.compile(r"\s+(?:still\s+|also\s+|now\s+)?(?:control|hold|occup|rule)\w*\s")
# "had twice before overrun A": the parser reads "before overrun A".
_TIMES_BEFORE = re.compile(r"\b(?:ha[ds]|have)( (?:once|twice|often|several times) before)(?= \w)")
_OVERRUN = re.compile(r"\bha(?:d|s|ve)(?: \w+){0,3} (overrun)\b")
# What a post or a headline carries besides its words.
_JUNK = re.compile(
    r"[#@](?=\w)|[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]+"
    r"|\b(?:URGENT|BREAKING|UPDATE|JUST IN|CONFIRMED|FLASH|ALERT)\b(?: NEWS)?\s*[|:!–-]*"
)
_BELIEVED = re.compile(
    r"(?<=[a-z] )(?:who (?:are|were) )?(?:believed|suspected|thought|presumed|said|reported)"
    r" to be(?: from)?"
    r"(?=\s*\Z| (?:the )?[A-Z])"
)
# "on 17 March 2013 hours after B left it": the parser hangs the day on the hours.
_HOURS_AFTER = re.compile(
    r"(?<=\d{4})( )(?=(?:(?:a|one|two|three|four|few|several|some|just|only|\d+) ){0,2}"
    r"(?:hours?|days?|weeks?|months?|minutes)\s+(?:after|before)\b)"
)
# "B moved into A village hours after C left it": the parser makes hours of the village.
_VILLAGE_HOURS = re.compile(
    r"(\b(?:village|town|city|area|locality|camp|base)) "
    r"(?=(?:hours|days|weeks|minutes|months)\s+(?:after|before)\b)"
)
_SUB = re.compile(r"\b([Ss]ub-)(?=district|county|prefecture)")
# "19 Feb 2021 - Rebels took A": the parser makes a name of the day.
_FIRST_DATE = re.compile(
    r"\s*((?=\D{0,12}\d)(?:(?:[A-Z][a-z]+|\d{1,4}|\d{1,2}(?:st|nd|rd|th))[ ,./-]{0,2}){1,5}?)"
    r"\s*(?::|\s[–—-])\s+(?=[A-Za-z])"
)
_RUN = re.compile(r"\S+|\s+")
# Blanks that do not stand alone, and line ends.
_UNEVEN = re.compile(r"\s\s|[^\S ]")
# Most stretches are plain words: no mark need be looked for in them.
_UNMARKED = re.compile(r"[A-Za-z0-9\s,.;:]*")
_AND = re.compile(r"(?<=\s)&(?=\s)")
_BAR = re.compile(r"\s[|•]\s")
_NEXT_WORD = re.compile(r"(?: (?:also|now|again|fully|briefly))? ([A-Za-z]+)\b")
_DOUBT = re.compile(r"\b(?:if|when|once|until|unless|before|whether|as soon as)\b", re.IGNORECASE)
_RE_VERB = re.compile(r"\b([Rr]e)-(?=[a-z])")
# What ends "A, B" when B says where A lies; a list goes on with "and" or another name.
_ENDS = re.compile(
    r"\s*(?:[.;)\n]|\Z|,\s*(?:on|after|from|in|following|as|while|when|where)\b|\s(?:on|from|after)\s)"
)
_CONTAINER_LINK = re.compile(
    r"(?:\s+(?:village|town|city|district|base|camp|area|township|mountain|hill|airport|airbase))?"
    r"\s*,\s*(?:in\s+)?(?:the\s+)?\Z"
)
# "in A district, B, fell": B lies round A.
_CHAIN = re.compile(
    r"\s+(?:sub-?)?(?:district|province|county|state|zone|region|subdistrict|governorate)\s*,\s*"
)
_CHAIN_LINK = re.compile(r"[\w\s-]{0,30},\s*(?:in\s+)?(?:the\s+)?")
# "A, B and C townships" is a list.
_LIST_GOES_ON = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?[A-Z]")
_ENDS_CHAIN = re.compile(r"\s*(?:[.,;)\n]|\Z|\s(?:on|from|after|following|and [a-z])\b)")
_BEARING_WORDS = (
    r"(?:(?:some|about|around|roughly|nearly|just|only|barely|approximately)\s+)?"
    r"(?:(?:\d[\d.,]*|[a-z]+(?:[- ][a-z]+)?)\s?(?:km|kms|kilomet(?:re|er)s?|miles?)\s+)?"
    r"(?:to the\s+)?(?:north|south|east|west)(?:[- ]?(?:east|west))?\s+of\s+(?:the\s+)?"
)
# Where a place lies is told beside it: "A, 25 km north of B", "A south-west of the capital".
_BEARING = re.compile(
    rf"(?:\s+(?:village|town|city|district|base|camp|area))?\s*,?\s+(?:{_BEARING_WORDS}"
    r"|(?:some |about |around )?\d+\s?(?:km|kilomet(?:re|er)s|miles) from\s+(?:the\s+)?)"
    r"(?:town of |city of |village of |provincial capital,? |capital,? "
    r"|(?:[\w-]+['’]s? )?(?:[\w-]+ ){0,2}(?:capital|stronghold|bastion|base|hub) of )?\Z"
)
_BEARING_PLAIN = re.compile(
    rf",?\s+{_BEARING_WORDS}(?:capital|city|town|border|country|river|ruins)\b(?! of)"
)
_SOURCE_END = re.compile(
    r"\s[–—-]+\s(?:\w+[ .'’]+){0,5}?(?:MoD|ministry|Ministry|officials?|SOHR|spokes\w+"
    r"|sources?|reports?|monitors?|president|governor|statement|media|army|Reuters|AFP|BBC)"
    r"(?: \w+){0,2}\s*\Z"
)
# "In A town, a force of B seized the post": the parser explains the town by the force.
_FRONTED = re.compile(
    r"(?:(?:On|Around|As of) [^,;]{3,30}, )?[Ii]n [^,;.]{2,60}?(,)(?= (?:a|an|the|NATO|army"
    r"|soldiers|joint|combined|local|unidentified|suspected|several|members|around|about|some|\d+)\b)"
)
_SEVERAL = re.compile(r",|&|:|\b(?:and|including|namely|notably)\b")
_LIST_HEAD = re.compile(r"\b(?:villages|towns|cities|settlements|areas|localities|bases)\s*\Z")


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that the lookups know, at its place in the article.

    Args:
        start: First code point.
        end: Code point after the last.
        kind: place, actor, source, or name for a name that no lookup knows.
        ref: Index of the place's resolution as text, the actor's id, "" for the others.
        container: Whether as a place it is a country, region, province or district.
    """

    start: int
    end: int
    kind: Literal["place", "actor", "source", "name"]
    ref: str
    container: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked sentence.

    Args:
        text: What the parser reads.
        origin: For each character of `text`, the code point of the article it stands for.
        entities: Masked names by the character at which they start in `text`.
        dropped: Names that stand in asides, left out of `text`.
    """

    text: str
    origin: tuple[int, ...]
    entities: dict[int, Entity]
    dropped: tuple[Entity, ...]


class _Builder:
    def __init__(self) -> None:
        self.chars: list[str] = []
        self.origin: list[int] = []

    def add(self, piece: str, start: int) -> None:
        """Add text as it stands, runs of blanks as one."""
        if not _UNEVEN.search(piece):
            again = piece.startswith(" ") and (not self.chars or self.chars[-1] == " ")
            self.chars += piece[again:]
            self.origin += range(start + again, start + len(piece))
            return
        for run in _RUN.finditer(piece):
            at, word = start + run.start(), run.group()
            if not word.isspace():
                self.chars += word
                self.origin += range(at, at + len(word))
            elif self.chars and self.chars[-1] != " ":
                self.chars.append(" ")
                self.origin.append(at)

    def replace(self, piece: str, start: int) -> None:
        """Add text that stands for one point of the article."""
        self.chars.extend(piece)
        self.origin.extend([start] * len(piece))


def mask(text: str, start: int, end: int, entities: Sequence[Entity], lexicon: Lexicon) -> Masked:
    """Mask the sentence text[start:end].

    Args:
        text: The whole article.
        start: First code point of the sentence.
        end: Code point after its last.
        entities: Names inside it, in order, without overlap.
        lexicon: Says which words stand after the name of a container ("province").
    """
    asides = _asides(text, start, end)
    skipped = [*asides, *_containers(text, entities, asides, lexicon)]
    for entity in entities:
        plain = _BEARING_PLAIN.match(text, entity.end, end) if entity.kind == "place" else None
        if plain:
            skipped.append(plain.span())
    source = _SOURCE_END.search(text, start, end)
    if source:
        skipped.append(source.span())
    skipped.sort()
    out = _Builder()
    masked: dict[int, Entity] = {}
    dropped: list[Entity] = []
    at = start
    doubtful = _DOUBT.search(text, start, end) is not None
    for entity in entities:
        if any(a <= entity.start < b for a, b in skipped):
            dropped.append(entity)
            continue
        # "Pro-Houthi forces" count as theirs.
        pro = entity.kind == "actor" and text[at : entity.start].lower().endswith("pro-")
        _plain(out, text, at, entity.start - 4 * pro, skipped)
        if out.chars and out.chars[-1] not in " -/'":
            out.replace(" ", entity.start)
        masked[len(out.chars)] = entity
        out.replace(_stand_in(text, entity, len(masked)), entity.start)
        at = entity.end
        told = _headline_verb(text, entity, lexicon) if not doubtful else None
        if told:
            out.add(text[at : told[0]], at)
            out.replace(told[2], told[0])
            at = told[1]
    _plain(out, text, at, end, skipped)
    words = "".join(out.chars)
    fronted = _FRONTED.match(words)
    if fronted:
        words = f"{words[: fronted.start(1)]};{words[fronted.end(1) :]}"
    words = _VILLAGE_HOURS.sub(r"\1,", words)
    return Masked(words, tuple(out.origin), masked, tuple(dropped))


def _headline_verb(text: str, entity: Entity, lexicon: Lexicon) -> tuple[int, int, str] | None:
    """Return where "overruns" of "B overruns A" stands, and its past: the parser knows that."""
    if entity.kind != "actor":
        return None
    verb = _NEXT_WORD.match(text, entity.end)
    if not verb:
        return None
    form = verb.group(1).casefold()
    past = lexicon.past_of.get(form, "").replace("retook", "recaptured")
    told = form in lexicon.words("headline_verbs")
    changed = past and told and not text.startswith(" by ", verb.end(1))
    return (verb.start(1), verb.end(1), past) if changed else None


def _stand_in(text: str, entity: Entity, count: int) -> str:
    if entity.kind == "name" and text[entity.start : entity.end].isupper():
        return _FORCE
    if entity.kind == "source":
        return _SOURCE
    if entity.kind != "actor":
        return _CITIES[count % len(_CITIES)]
    before = text[max(0, entity.start - 4) : entity.start]
    if before.casefold() == "the " and not _is_people(text, entity):
        return _ARMY
    last = text[entity.start : entity.end].split()[-1:]
    common = last and last[0].islower() and last[0].endswith("s")
    return _TROOPS if common or _is_people(text, entity) else _FORCE


def _is_people(text: str, entity: Entity) -> bool:
    """Return whether a name is a plural that a verb follows: "the Houthis control A"."""
    name = text[entity.start : entity.end]
    plural = name.endswith(("is", "ns", "ds", "Taliban")) and " " not in name
    return plural and _DOES.match(text, entity.end) is not None


def _asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return brackets that say where or who again; those that list places stay."""
    return [
        m.span()
        for m in _ASIDE.finditer(text, start, end)
        # "villages (A)" lie in A.
        if not (
            _SEVERAL.search(m.group())
            and _LIST_HEAD.search(text[max(start, m.start() - 40) : m.start()])
        )
    ]


def _containers(  # noqa: C901 (each rule in turn)
    text: str,
    entities: Sequence[Entity],
    asides: Sequence[tuple[int, int]],
    lexicon: Lexicon,
) -> list[tuple[int, int]]:
    """Return the ", B district, C state" that follow a place: only the place is meant."""
    after = lexicon.words("container_after")
    found: list[tuple[int, int]] = []
    for before, entity in pairwise(entities):
        if before.kind == "actor" or entity.kind != "place":
            continue
        between = text[before.end : entity.start]
        if _BEARING.fullmatch(between):
            found.append((before.end + _feature_length(between), entity.end))
            continue
        for a, b in asides:
            if before.end <= a and b <= entity.start:
                between = between.replace(text[a:b], "")
        follows = bool(found) and found[-1][1] >= before.end
        chain = before.container and _CHAIN.fullmatch(between)
        if chain and _ENDS_CHAIN.match(text, entity.end):
            found.append((before.end + between.index(","), entity.end))
            continue
        linked = _CONTAINER_LINK.match(between) or (follows and _CHAIN_LINK.fullmatch(between))
        if not linked or (before.container and not follows):
            continue
        word = re.match(
            r"[\s-]*(local(?= government area)|[\w-]+)(?: government area)?",
            text[entity.end : entity.end + 40],
        )
        named = bool(word and word.group(1).lower() in after | {"local"})
        last = _ENDS.match(text, entity.end) is not None and not follows
        if not named and _LIST_GOES_ON.match(text, entity.end):
            continue
        if named or entity.container or (last and _lone(text, before, entities)):
            stop = entity.end + word.end() if named and word else entity.end
            if text[stop : stop + 2] in {"'s", "’s"}:
                continue
            comma = text.find(",", before.end, entity.start)
            found.append((comma if comma >= 0 else before.end, stop))
    return found


def _feature_length(between: str) -> int:
    """Return how long the " town" of "A town, 5 km north of B" is."""
    feature = re.match(r"\s+(?:village|town|city|district|base|camp|area)\b", between)
    return feature.end() if feature else 0


def _lone(text: str, before: Entity, entities: Sequence[Entity]) -> bool:
    """Return whether "A, B." is A in B: no other place stands beside them in a list."""
    return not any(
        other.kind == "place"
        and other.end <= before.start
        and re.fullmatch(r"\s*(?:,|and|,\s*and)\s*", text[other.end : before.start])
        for other in entities
    )


def _plain(
    out: _Builder,
    text: str,
    start: int,
    end: int,
    skipped: Sequence[tuple[int, int]],
) -> None:
    at = start
    for a, b in skipped:
        if b <= at or a >= end:
            continue
        _clean(out, text, at, max(at, a))
        at = min(b, end)
    _clean(out, text, at, end)


def _clean(out: _Builder, text: str, start: int, end: int) -> None:
    """Add a stretch without names: quotes go, "re-took" and "al- X" are joined."""
    # Searched in the whole text, so that the character before the stretch is seen too.
    cuts = [(*m.span(), "") for m in _JUNK.finditer(text, start, end)]
    cuts += [(*m.span(1), "") for m in _TIMES_BEFORE.finditer(text, start, end)]
    cuts += [(*m.span(1), "departed") for m in _LEFT_FOR.finditer(text, start, end)]
    if not _UNMARKED.fullmatch(text, start, end):
        cuts += _marks(text, start, end)
    first = _FIRST_DATE.match(text, start, end) if not out.chars else None
    if first:
        cuts.append((first.end(1), first.end(), ", "))
    cuts += [(*m.span(), "of") for m in _BELIEVED.finditer(text, start, end)]
    cuts += [(*m.span(1), ", ") for m in _HOURS_AFTER.finditer(text, start, end)]
    cuts += rewordings(text, start, end)
    # Where the participle looks like the plain verb the parser takes it for a noun.
    cuts += [(*m.span(1), "captured") for m in _OVERRUN.finditer(text, start, end)]
    at = start
    for a, b, instead in sorted(cuts):
        if a < at:
            continue
        out.add(text[at:a], at)
        out.replace(instead, a)
        at = b
    out.add(text[at:end], at)


def _marks(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return what gives way in a stretch with quotes, brackets, hyphens or other such marks."""
    cuts = [(*m.span(), "") for m in _QUOTES.finditer(text, start, end)]
    cuts += [(m.end(1) + 1, m.end(), "") for m in _ARTICLE_BLANK.finditer(text, start, end)]
    cuts += [(m.end(1), m.end(), "") for m in _RE_VERB.finditer(text, start, end)]
    cuts += [(*m.span(), "'") for m in _CURLY.finditer(text, start, end)]
    cuts += [(*m.span(), ", ") for m in _BRACKET.finditer(text, start, end)]
    cuts += [(*m.span(), "-") for m in _DASH.finditer(text, start, end)]
    cuts += [(m.start(), m.end(1), "") for m in _SUB.finditer(text, start, end)]
    cuts += [(*m.span(), "and") for m in _AND.finditer(text, start, end)]
    cuts += [(*m.span(), ". ") for m in _BAR.finditer(text, start, end)]
    return cuts
