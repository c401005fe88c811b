"""Which one "the district" of a text means: the one last called so, and no town."""

import re

from components.claims.bearings import LEAD, is_on_the_way
from components.claims.mask import Entity
from components.claims.scan import Scan

_CALLED = {
    "district": "district",
    "township": "township",
    "county": "county",
    "subdistrict": "sub-?district",
}


def division_before(text: str, scan: Scan, stop: int, feature: str) -> Entity | None:
    """Return the name that was last called a district, a township or the like.

    Args:
        text: The article.
        scan: What the lookups know of it.
        stop: Where "the district" stands.
        feature: What it is called.
    """
    if feature not in _CALLED:
        return None
    word = _CALLED[feature]
    behind = re.compile(rf"(?:['’]s)? (?:\w+ )?{word}\b", re.IGNORECASE)
    ahead = re.compile(rf"\b{word} (?:of|called) \Z", re.IGNORECASE)
    # "The district of A"; but "A district of B" lies in B.
    inside = re.compile(rf"\b(?-i:[A-Z])\w+ {word} of \Z", re.IGNORECASE)
    area = re.compile(r" (?:province|governorate|region|state|oblast)\b", re.IGNORECASE)
    aside: Entity | None = None
    for entity in reversed(scan.within(0, stop)):
        if entity.kind != "place" or entity.end > stop:
            continue
        lead = text[max(0, entity.start - LEAD) : entity.start]
        if inside.search(lead) or area.match(text, entity.end):
            continue
        if not (ahead.search(lead) or behind.match(text[entity.end : entity.end + 24])):
            continue
        if not is_on_the_way(ahead.sub("town of ", lead)):
            return entity
        # "took A district and made their way to the district of B": A, where one is told.
        aside = aside or entity
    return aside
