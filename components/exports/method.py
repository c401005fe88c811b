"""How to read the map, in plain words: the one text behind the page and every saved file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

Sign = Literal[
    "two sources",
    "one side",
    "fought over",
    "disagree",
    "inferred",
    "unknown",
    "mentioned",
    "uncertain",
    "old",
    "changed",
]
_STEP = re.compile(r"^(?:-|\d+\.) ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A mark of the map: which, its name and what it says."""

    sign: Sign
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the method.

    Args:
        title: Its heading.
        words: Its paragraphs.
        steps: Things that come one after the other, or of which each stands alone.
        in_order: Whether the steps are numbered.
    """

    title: str
    words: tuple[str, ...]
    steps: tuple[str, ...] = ()
    in_order: bool = False


def meanings(stale_after_days: int) -> tuple[Meaning, ...]:
    """Return what the marks mean, in the order in which they are explained."""
    return (
        Meaning(
            "two sources", "Held, two or more sources", "Independent reports name the same holder."
        ),
        Meaning("one side", "Held, one side says so", "One source, or only the side that took it."),
        Meaning(
            "fought over", "Fought over", "Fighting for the place. Nobody is counted as holding it."
        ),
        Meaning("disagree", "Sources disagree", "Reports name different holders. Both are shown."),
        Meaning("inferred", "Inferred", "Nobody says so. It follows from “captured from …”."),
        Meaning("unknown", "Unknown", "No report, or left with no successor named."),
        Meaning("mentioned", "Mentioned only", "Named in an article, with no word on control."),
        Meaning(
            "uncertain",
            "Date uncertain",
            "It changes on some day in a span; until the last of them what was before is shown.",
        ),
        Meaning(
            "old",
            "Old news",
            f"No report for {stale_after_days:,} days. It fades, it never flips.",
        ),
        Meaning("changed", "Changed this week", "Changed hands on this day or in the week before."),
    )


@cache
def sections() -> tuple[Section, ...]:
    """Return the method, part by part, as written in assets/method.txt."""
    text = (Path(__file__).parent / "assets" / "method.txt").read_text(encoding="utf-8")
    return tuple(_section(part) for part in re.split(r"^# ", text, flags=re.MULTILINE)[1:])


def _section(text: str) -> Section:
    title, *blocks = (block.strip() for block in text.split("\n\n") if block.strip())
    words = [" ".join(block.split()) for block in blocks if not _STEP.match(block)]
    lists = [block for block in blocks if _STEP.match(block)]
    steps = [" ".join(step.split()) for block in lists for step in _STEP.split(block)[1:]]
    in_order = any(block[0].isdigit() for block in lists)
    return Section(title, tuple(words), tuple(steps), in_order=in_order)


def method_lines(stale_after_days: int) -> list[str]:
    """Return the whole text as plain lines, for files that hold no markup."""
    marks = " ".join(f"{meaning.name}: {meaning.words}" for meaning in meanings(stale_after_days))
    lines = [f"What the marks mean. {marks}"]
    for section in sections():
        first, *more = section.words
        lines += [f"{section.title}. {first}", *more, *_numbered(section)]
    return lines


def _numbered(section: Section) -> Sequence[str]:
    if section.in_order:
        return [f"{number}. {step}" for number, step in enumerate(section.steps, 1)]
    return [f"– {step}" for step in section.steps]
