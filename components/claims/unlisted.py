"""Place names that no gazetteer has, told by the word they stand with: "the village of A"."""

import re
from collections.abc import Callable, Iterator, Sequence

# Lengths are bounded, so that no text makes the search slow.
_WORD = r"(?:[A-Z][\w'’ʼ`]{0,30}(?:[-‑][\w'’ʼ`]{1,30}){0,3})"
_JOINT = (
    r"(?:[ ]|-[ ])(?:(?:al|el|ad|ar|ash|at|an|ez|az|de|du|da|la|le|bin|ibn|abu)(?:-[ ]?|[ ])"
    r"|as(?:-[ ]?|[ ](?=S)))?"
)
_NAME = rf"{_WORD}(?:{_JOINT}{_WORD}){{0,3}}|(?:al|el|ad|ar|as|ash|at|an|az)-[ ]?{_WORD}"
_KINDS = (
    "village|town|city|settlement|hamlet|locality|township|suburb|villages|towns|cities"
    "|settlements|localities|townships|suburbs|kebele|commune|district|districts"
)
_OF = re.compile(rf"\b(?:{_KINDS})\s+(?:of|called|named)\s+(?P<name>{_NAME})")
_MORE = re.compile(rf"(?:\s*,\s*(?:and\s+)?|\s+and\s+)(?P<name>{_NAME})")
_BEFORE = re.compile(rf"(?<![\w-])(?P<name>{_NAME})\s+(?:{_KINDS})\b(?!\s+(?:council|hall|chief))")
_INSIDE = re.compile(rf"(?<![\w-])(?P<name>{_NAME})\s*[,(]\s*\Z")
# "in A (B, C province)": the brackets say where A lies, though B itself may be a town's name.
_BRACKETED = re.compile(
    rf"\b(?:in|at|into|near|of|from|to|towards|around|inside|outside)\s+(?P<name>{_NAME})\s*\(\Z"
)
# Names joined by an ezafe are places: "Sar-e-Pul", "Nawa-i-Barakzayi".
_EZAFE = re.compile(r"(?<![\w-])[A-Z]\w{1,30}-(?:e|i|ye)-[A-Z]\w{1,30}")
_LISTED = re.compile(r"s\s+(?:of|called|named)\s+\Z")
# "Serb-held towns", "Tuareg-led villages": whose they are.
_WHOSE = re.compile(r"-(?:held|led|run|controlled|occupied|ruled|dominated|administered)\Z")
# Words that begin a sentence or a title with a capital and are no part of a name.
PLAIN = frozenset(
    """the a an this that these those each every some several many most all both no any its his
    her their our two three four five six seven eight nine ten in on at of from near after before
    since when while as by with during around about according residents rebels militants
    government army troops soldiers forces fighters gunmen opposition regime insurgents state
    police local armed unidentified suspected another other nearby neighbouring neighboring
    strategic entire whole new old north south east west northern southern eastern western
    central greater upper lower security military rebel islamist jihadist kurdish first second
    last next january february march april may june july august september october november
    december monday tuesday wednesday thursday friday saturday sunday and or but if""".split()  # noqa: SIM905 (a list of a hundred words reads better as text)
)
# "The Yazidi town" says who lives there; nations come from the roster.
_PEOPLES = frozenset(
    """christian muslim moslem sunni shia shi'a shiite shi'ite alawite alevi druze yazidi yezidi
    ismaili jewish maronite coptic orthodox catholic hindu buddhist kurdish turkmen turkoman arab
    assyrian armenian tuareg fulani hausa karen kachin rohingya tamil pashtun hazara uzbek tajik
    serb croat bosniak azeri tigrayan oromo amhara dinka nuer tatar""".split()  # noqa: SIM905 (reads better as text)
)


def is_people(words: str, is_nation: Callable[[str], object]) -> bool:
    """Return whether words before "town" say who lives there or whose it is."""
    return all(w.casefold() in _PEOPLES or is_nation(w) for w in words.split())


def find_unlisted(
    text: str,
    taken: Sequence[tuple[int, int]],
    areas: Sequence[int],
    is_nation: Callable[[str], object] = lambda _: False,
    opened: Sequence[int] = (),
) -> tuple[tuple[int, int], ...]:
    """Return where names stand that only their company shows to be places.

    Args:
        text: The article.
        taken: Stretches that are known already (places, actors, dates), in any order.
        areas: Where names of provinces and the like begin; what stands before their comma
            ("A, B Region") is a place in them.
        is_nation: Whether a word names a country's people: "the Syrian city" is no name.
        opened: Where names of places begin, those right behind "(" as well.

    Returns:
        Half-open offsets in order, without overlap with each other or with `taken`.
    """
    found: list[tuple[int, int]] = []
    beside = (*_inside(text, areas, _INSIDE), *_inside(text, opened, _BRACKETED))
    for candidate in (*_candidates(text, is_nation), *beside):
        start, end = _trimmed(text, *candidate)
        if _WHOSE.search(text[start:end]):
            continue
        free = not any(a < end and start < b for a, b in (*taken, *found))
        if end > start and free and text[start:end].casefold() not in PLAIN:
            found.append((start, end))
    return tuple(sorted(found))


def _candidates(text: str, is_nation: Callable[[str], object]) -> Iterator[tuple[int, int]]:
    for match in _OF.finditer(text):
        yield match.span("name")
        if _LISTED.search(text[match.start() : match.start("name")]):
            at = match.end("name")
            for _ in range(12):
                more = _MORE.match(text, at)
                if not more:
                    break
                yield more.span("name")
                at = more.end("name")
    for match in _BEFORE.finditer(text):
        start, end = _trimmed(text, *match.span("name"))
        if not is_people(text[start:end], is_nation):
            yield start, end
    for match in _EZAFE.finditer(text):
        yield match.span()


def _inside(text: str, areas: Sequence[int], told: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for area in areas:
        start = max(0, area - 60)
        match = told.search(text[start:area])
        if match:
            yield start + match.start("name"), start + match.end("name")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out words at the head of a name that only begin a sentence, and a genitive's s."""
    for _ in range(4):
        head = re.match(r"\w+(?=\s)", text[start:end])
        if not head or head.group().casefold() not in PLAIN:
            break
        start += (
            head.end()
            + len(text[start + head.end() : end])
            - len(text[start + head.end() : end].lstrip())
        )
    genitive = re.search(r"['’]s\Z", text[start:end])
    return start, end - 2 if genitive else end
