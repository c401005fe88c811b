"""Measures the dates that are found against a file of texts with TIMEX3 annotations.

    python tests/dates/measure.py FILE [--show] [--only ID,ID]

A line of FILE is one document: `id`, `dct` (day of report), `text` and `timexes` (`start`,
`end`, `value`). Only values that are days, months, seasons, halves, years or decades after Christ
count; durations, "now" and sets are left aside. "equal" is the same first and last day, before a
part such as "early" is taken, for a range either of its ends; "overlap" shares a day.
"""

import argparse
import calendar
import json
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from components.dates import DateExpression, find
from components.records import DateInterval

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)}


def interval_of(value: str) -> tuple[DateInterval, str] | None:
    """Return the days and the kind of a TIMEX3 value, None for what is not measured."""
    value = re.sub(r"(-XX)+$", "", re.sub(r"T.*$", "", value))
    match = re.fullmatch(r"(\d{3,4})(?:-(\d\d|[HQ]\d|SP|SU|FA|AU|WI)(?:-(\d\d))?)?", value)
    if match is None or (len(match[1]) == 3 and match[2]):
        return None
    year, part = int(match[1]), match[2] or ""
    if match[3]:
        return DateInterval.on(date(year, int(part), int(match[3]))), "day"
    if len(match[1]) == 3:
        first, last = _months(year * 10, 1, 12), _months(year * 10 + 9, 1, 12)
        return DateInterval(first.earliest, last.latest), "decade"
    if part in _SEASONS:
        return _months(year, *_SEASONS[part]), "season"
    if part[:1] in {"H", "Q"}:
        length = 6 if part[0] == "H" else 3
        last_month = int(part[1]) * length
        return _months(year, last_month - length + 1, last_month), "part of year"
    months = (int(part), int(part)) if part else (1, 12)
    return _months(year, *months), "month" if part else "year"


def _months(year: int, first: int, last: int) -> DateInterval:
    end_year, end_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    last_day = calendar.monthrange(end_year, end_month)[1]
    return DateInterval(date(year, first, 1), date(end_year, end_month, last_day))


def compare(gold: DateInterval, kind: str, found: DateExpression) -> str:
    """Say how the days of a found expression lie to those of the annotation."""
    days = {found.interval, found.whole, *(end.interval for end in found.ends)}
    if gold in days:
        return "equal"
    both = gold.intersect(found.interval)
    if both is None:
        return "wrong"
    # A season has no agreed first day, and a single winter may be either of two.
    return "equal" if kind == "season" and found.precision in {"season", "span"} else "overlap"


def say(words: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{words}\n")


def main() -> None:
    """Print a table of what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print each miss")
    parser.add_argument("--only", default="", help="beginnings of document ids, with commas")
    arguments = parser.parse_args()
    only = tuple(arguments.only.split(",")) if arguments.only else ("",)
    counts: dict[str, Counter[str]] = {}
    spurious = found_count = 0
    with arguments.file.open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            if not document["id"].startswith(only):
                continue
            extra, total = measure_document(document, counts, show=arguments.show)
            spurious += extra
            found_count += total
    say(f"{'kind':14}{'n':>6}{'equal':>8}{'overlap':>9}{'wrong':>7}{'missed':>8}")
    counts["all"] = sum(counts.values(), Counter())
    for kind, row in counts.items():
        total = row.total() or 1
        shares = [row["equal"] / total, (row["equal"] + row["overlap"]) / total]
        rest = [row["wrong"] / total, row["missed"] / total]
        say(f"{kind:14}{total:6}{shares[0]:8.3f}{shares[1]:9.3f}{rest[0]:7.3f}{rest[1]:8.3f}")
    say(f"found outside any annotation: {spurious} of {found_count}")


def measure_document(
    document: dict[str, Any], counts: dict[str, Counter[str]], *, show: bool
) -> tuple[int, int]:
    text = document["text"]
    found = find(text, DateInterval.on(date.fromisoformat(document["dct"])))
    timexes = document["timexes"]
    for timex in timexes:
        gold = interval_of(str(timex["value"]))
        if gold is None:
            continue
        touching = [e for e in found if e.start < timex["end"] and timex["start"] < e.end]
        verdicts = [compare(*gold, expression) for expression in touching]
        verdict = min(verdicts, key=["equal", "overlap", "wrong"].index, default="missed")
        counts.setdefault(gold[1], Counter())[verdict] += 1
        if show and verdict != "equal":
            words = " / ".join(f"{e.text} = {e.interval}" for e in touching)
            around = text[max(0, timex["start"] - 90) : timex["end"] + 30].replace("\n", "¶")
            gold_words = f"[{timex['text']}] {timex['value']}"
            say(f"{document['id']} {verdict}: {gold_words} | {words} | {around}")
    extra = [
        e for e in found if not any(e.start < t["end"] and t["start"] < e.end for t in timexes)
    ]
    if show:
        for e in extra:
            around = text[max(0, e.start - 50) : e.end + 30].replace("\n", "¶")
            say(f"{document['id']} extra: [{e.text}] {e.interval} | {around}")
    return len(extra), len(found)


if __name__ == "__main__":
    main()
