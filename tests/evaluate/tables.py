"""Tables in plain text, and shares that say how many they are of."""

from collections.abc import Iterable, Sequence


def say(words: str = "") -> None:
    """Print a line."""
    print(words, flush=True)


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table with columns as wide as their words."""
    cells = [tuple(head), *map(tuple, rows)]
    if len(cells) == 1:
        return
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    say(f"\n{title}")
    for row in cells:
        first, *rest = (
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        say("  ".join((f"  {first}", *rest)).rstrip())


def share(part: int, of: int) -> float:
    """Return a share, 1 of nothing: where nothing was asked nothing was wrong."""
    return part / of if of else 1.0


def shown(part: int, of: int) -> str:
    """Return a share in words: ".93 (28 of 30)", "–" of nothing."""
    return f"{part / of:.3f} ({part} of {of})" if of else "–"


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
