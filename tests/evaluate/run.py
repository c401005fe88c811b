"""Prints how well Whoheld reads, and fails where a figure lies below its floor: `make evaluate`.

    make evaluate                     every part
    make evaluate PART=claims         one part, or several with commas
    make evaluate ERRORS=1            and each miss and false claim with its parse
    WHOHELD_WIKIWARS=FILE make evaluate PART=dates
    WHOHELD_PLACES=FILE:FILE make evaluate PART=places

Floors are pinned in tests/gold/floors.json. Errors of held-out and untouched sets are never listed.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from components.pipeline import load_engine
from tests.evaluate import chronicle, claims, dates, places
from tests.evaluate.tables import say

# A part prints its tables and returns a sentence for each figure below its floor.
PARTS: dict[str, Callable[[bool], list[str]]] = {
    "claims": lambda errors: claims.run(load_engine(), errors=errors),
    "chronicle": lambda errors: chronicle.run(load_engine(), errors=errors),
    "places": lambda errors: places.run(load_engine(), errors=errors),
    "dates": lambda errors: dates.run(errors=errors),
}


def main() -> int:
    """Run the parts named, or all; return 1 when a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--errors", action="store_true", help="list each miss and false claim")
    arguments = parser.parse_args()
    names = [name for given in arguments.parts for name in given.split(",") if name]
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        parser.error(f"there is no part {unknown[0]!r}; parts are {', '.join(PARTS)}")
    faults = [fault for name in names or PARTS for fault in PARTS[name](arguments.errors)]
    say()
    for fault in faults:
        say(f"BELOW ITS FLOOR: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
