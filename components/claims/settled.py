"""What a target turned out to be."""

from dataclasses import dataclass

from components.records import Place, ReasonCode


@dataclass(frozen=True, slots=True)
class Settled:
    """What a target is.

    Args:
        text: The name as written, or the words that describe it.
        place: The gazetteer's entry, None when there is none or several fit.
        reason: not_found | ambiguous | unnamed when there is no place to count for.
        feature: The common noun it went with.
    """

    text: str
    place: Place | None
    reason: ReasonCode
    feature: str = ""
