"""How often the map agrees with who is known to have held a place, printed with floors."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date

from components.pipeline import Engine
from components.records import Claim
from components.territory import History, format_days, state_words
from tests.evaluate.agreement import VERDICTS, Compared, compare, read_chronicle, truth
from tests.evaluate.sets import GOLD
from tests.evaluate.tables import say, share, shown, table

FLOORS = GOLD / "floors.json"
NAME = "chronicle"
_DAYS = ("ordinary", "change")


def run(engine: Engine, *, errors: bool) -> list[str]:
    """Print how often the map agrees on both kinds of days; return what is below its floor."""
    history, texts = read_chronicle(engine)
    rows = compare(truth(), history, engine.gazetteer)
    counts = {days: Counter(r.verdict for r in rows if r.known.days == days) for days in _DAYS}
    table(
        "Who held what in Syria: the map against what is known",
        ["days", "agreement", *VERDICTS[1:]],
        (
            [days, shown(count["agrees"], count.total()), *(str(count[v]) for v in VERDICTS[1:])]
            for days, count in counts.items()
        ),
    )
    if errors:
        _list(rows, history, texts)
    return below_floors(rows)


def below_floors(rows: list[Compared]) -> list[str]:
    """Return a sentence for each kind of days on which the map agrees less than it did."""
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8")).get(NAME, {})
    faults = []
    for days, floor in floors.items():
        asked = [row for row in rows if row.known.days == days]
        value = share(sum(row.verdict == "agrees" for row in asked), len(asked))
        if value < floor:
            faults.append(f"{NAME}: {days} days agree {value:.3f}, must be at least {floor}")
    return faults


def _list(rows: list[Compared], history: History, texts: Mapping[str, str]) -> None:
    """List each row that disagrees, and once for each place all that was read of it."""
    last = ""
    say("\nWhere the map disagrees (+ behind the state, x not counted)")
    for row in rows:
        if row.verdict == "agrees":
            continue
        say(f"  {words(row, history)}")
        if row.known.place != last:
            for line in behind(row, history, texts):
                say(line)
        last = row.known.place


def words(row: Compared, history: History) -> str:
    """Return what the truth and the map say, in a line."""
    known = row.known
    wanted = "|".join(sorted(known.holders))
    head = f"{known.day} {known.place} ({known.days}): {wanted}; {row.verdict}"
    if row.place is None or row.state is None:
        return head
    interval = row.state.interval
    said = state_words(interval, history.parties(interval), history.phrase)
    return f"{head}: {row.place.name}, {said}, {format_days(interval.start)} [{interval.rule}]"


def behind(row: Compared, history: History, texts: Mapping[str, str]) -> list[str]:
    """Return the sentences behind what the map shows: for, against, not counted."""
    if row.place is None:
        return []
    of_place = [c for c in history.world.claims if c.place_id == row.place.id]
    interval = row.state.interval if row.state else None
    for_ids = interval.claim_ids if interval else ()
    lines = []
    for claim in sorted(of_place, key=lambda c: c.event.latest or c.reported.latest or date.max):
        mark = "+" if claim.id in for_ids else " " if claim.counted else "x"
        lines.append(f"      {mark} {_line(claim, texts)}")
    return lines


def _line(claim: Claim, texts: Mapping[str, str]) -> str:
    text = texts[claim.evidence.article_id][claim.evidence.start : claim.evidence.end]
    parties = ", ".join(f"{p.role} {p.actor_id}" for p in claim.parties)
    why = f" ({claim.reason_code})" if claim.reason_code else ""
    days = format_days(claim.event)
    sentence = " ".join(text.split())
    return f"{claim.kind}{why} [{parties}] {days} <{claim.evidence.article_id}> {sentence}"
