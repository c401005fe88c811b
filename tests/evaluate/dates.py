"""How well dates are read in war narratives, on a file that is not part of the project."""

import json
import os
from collections import Counter
from pathlib import Path

from tests.dates.measure import measure_document
from tests.evaluate.sets import GOLD
from tests.evaluate.tables import say, share, table

VARIABLE = "WHOHELD_WIKIWARS"
NAME = "wikiwars"


def run(*, errors: bool) -> list[str]:
    """Print how many date values are right; return what lies below its floor.

    Args:
        errors: Whether each miss is printed.
    """
    path = Path(os.environ.get(VARIABLE, ""))
    if not path.is_file():
        say(f"\nDates: set {VARIABLE} to a file of texts with TIMEX3 annotations to measure them.")
        return []
    kinds: dict[str, Counter[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        measure_document(json.loads(line), kinds, show=errors)
    kinds["all"] = sum(kinds.values(), Counter())
    table(
        "Date values in war narratives",
        ["", "number", "equal", "shares a day", "wrong", "missed"],
        (
            [
                name,
                str(row.total()),
                f"{share(row['equal'], row.total()):.3f}",
                f"{share(row['equal'] + row['overlap'], row.total()):.3f}",
                *(str(row["wrong"]), str(row["missed"])),
            ]
            for name, row in kinds.items()
        ),
    )
    floor = json.loads((GOLD / "floors.json").read_text("utf-8"))[NAME]["equal"]
    value = share(kinds["all"]["equal"], kinds["all"].total())
    return [f"{NAME}: equal is {value:.3f}, must be at least {floor}"] if value < floor else []
