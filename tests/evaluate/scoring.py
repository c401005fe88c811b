"""Compares what was read in one text with its labels."""

import re
import unicodedata
from dataclasses import dataclass, field

from geopy.distance import great_circle

from components.records import Claim, Place, Reading
from tests.evaluate.sets import Label, Text

NEAR_KM = 30
# A name that no gazetteer at hand has is the gazetteer's miss, not the reader's.
_READ = frozenset({"", "not_found", "ambiguous"})
# "Tal Afar airport" is not Tal Afar, nor "Mainok base" Mainok.
_SITES = re.compile(
    r"\b(?:airport|airbase|airfield|base|camp|barracks|headquarters|compound|garrison|post|"
    r"checkpoint|crossing|bridge|dam|hill|mountain|citadel|quarter|neighbourhood|"
    r"neighborhood|district|hospital|station|port|refinery|field|plant|factory|prison|"
    r"palace|university|market|position|positions|outpost|border|hall|building|area)\b"
)
COLUMNS = ("counted", "not counted", "nothing")


@dataclass
class Scored:
    """One text compared: which claims are right, which labels were missed, what is false."""

    text: Text
    right: list[tuple[Label, Claim]] = field(default_factory=list)
    missed: list[Label] = field(default_factory=list)
    false: list[Claim] = field(default_factory=list)
    factuality: list[tuple[Label, str]] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)


def is_read(claim: Claim, *, located: bool) -> bool:
    """Return whether a claim is read as one that counts.

    Args:
        claim: What was read.
        located: Whether it must also be on the map; else a name not found is enough.
    """
    if located:
        return claim.counted
    return claim.counted or (claim.stance == "asserted" and claim.reason_code in _READ)


def score(text: Text, reading: Reading, *, located: bool) -> Scored:
    """Match claims with labels one to one, those with the right days first."""
    places = {place.id: place for place in reading.places}
    scored = Scored(text, places=places)
    left = [claim for claim in reading.claims if is_read(claim, located=located)]
    for label in (one for one in text.labels if one.verdict == "claim"):
        fitting = [c for c in left if fits(label, c, places)]
        if not fitting:
            scored.missed.append(label)
            continue
        best = min(fitting, key=lambda c: (not overlaps_in_days(label, c), not c.counted))
        left.remove(best)
        scored.right.append((label, best))
    # The same claim read twice, and what may be read either way, is neither right nor wrong.
    open_ = [one for one in text.labels if one.verdict in {"claim", "either"}]
    scored.false = [c for c in left if not any(fits(label, c, places) for label in open_)]
    for label in text.labels:
        if label.verdict != "either":
            scored.factuality.append((label, _came_to(label, reading, scored)))
    return scored


def _came_to(label: Label, reading: Reading, scored: Scored) -> str:
    """Return whether what a label says was counted, recorded without counting, or not read."""
    if any(one is label for one, _ in scored.right):
        return COLUMNS[0]
    if label.verdict == "trap" and not label.place:
        near = [c for c in reading.claims if overlaps(label, c)]
        coloured = [c for c in scored.false if overlaps(label, c)]
    else:
        spoken = [c for c in reading.claims if overlaps(label, c)]
        near = [c for c in spoken if is_place(label, c, scored.places)]
        alike = [c for c in near if c.kind in label.kinds]
        near = alike or near
        # What is right for another label of the same words colours nothing wrongly.
        taken = {id(c) for _, c in scored.right}
        coloured = [c for c in near if is_read(c, located=False) and id(c) not in taken]
        near = [c for c in near if id(c) not in taken]
    if coloured:
        return COLUMNS[0]
    return COLUMNS[1] if any(not is_read(c, located=False) for c in near) else COLUMNS[2]


def overlaps(label: Label, claim: Claim) -> bool:
    """Return whether the evidence of a claim shares words with a label."""
    return claim.evidence.start < label.end and label.start < claim.evidence.end


def fits(label: Label, claim: Claim, places: dict[str, Place]) -> bool:
    """Return whether a claim says what a label says: same words, kind and place."""
    return claim.kind in label.kinds and overlaps(label, claim) and is_place(label, claim, places)


def is_place(label: Label, claim: Claim, places: dict[str, Place]) -> bool:
    """Return whether a claim is about the place of a label: near it, else of the same name."""
    place = places.get(claim.place_id or "")
    if label.position and place:
        apart = great_circle(label.position, (place.lat, place.lon)).km
        return bool(apart <= NEAR_KM)
    return is_name(label.place, claim.toponym)


def is_name(wanted: str, read: str) -> bool:
    """Return whether two names are of one place: a site's is not the town's it lies in."""
    one, other = plain(wanted), plain(read)
    if not one or not other or not (one in other or other in one):
        return False
    dropped = " ".join(set(one.split()) - set(other.split()))
    return not _SITES.search(dropped)


def plain(name: str) -> str:
    """Return a name without case, accents, article and marks."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", bare).strip().removeprefix("the ")


def overlaps_in_days(label: Label, claim: Claim) -> bool:
    """Return whether the days of a claim share one with those of a label."""
    if label.days is None:
        return False
    first, last = claim.event.earliest, claim.event.latest
    return (first is None or first <= label.days[1]) and (last is None or last >= label.days[0])


def days_verdict(label: Label, claim: Claim) -> str:
    """Say how the days of a claim lie to those of its label."""
    assert label.days is not None
    first, last = claim.event.earliest, claim.event.latest
    if (first, last) == label.days:
        return "equal"
    if not overlaps_in_days(label, claim):
        return "apart"
    if first is None or last is None or first < label.days[0] or label.days[1] < last:
        return "overlap"
    return "within"
