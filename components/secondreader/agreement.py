"""Which reader said a claim: written into its `extractor`, read back for the evidence."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from components.errors import BadChoiceError
from components.records import Claim

Agreement = Literal["", "both", "only rules", "differ", "only second"]
SECOND = "second reader "
_BOTH, _NOT, _UNLIKE = " + ", ", not ", ", unlike "
_WORDS: dict[Agreement, str] = {
    "": "",
    "both": "Both readers say so.",
    "only rules": "Only the rules say so; the second reader read the sentence and did not.",
    "differ": "The second reader reads the sentence in another way.",
    "only second": "Only the second reader says so.",
}


def agreement_of(extractor: str) -> Agreement:
    """Return who said a claim, from its `extractor`; "" where no second reader was asked."""
    if extractor.startswith(SECOND):
        return "only second"
    if f"{_BOTH}{SECOND}" in extractor:
        return "both"
    if f"{_NOT}{SECOND}" in extractor:
        return "only rules"
    return "differ" if f"{_UNLIKE}{SECOND}" in extractor else ""


def agreement_words(extractor: str) -> str:
    """Return the same as a sentence for the evidence, "" where no second reader was asked."""
    return _WORDS[agreement_of(extractor)]


def marked(claim: Claim, second: Sequence[Claim], reader: str) -> Claim:
    """Return a claim of the rules with what the second reader says to it.

    Args:
        claim: A claim of the rules, in a sentence that the second reader read.
        second: The second reader's claims.
        reader: Name of the second reader.
    """
    near = [other for other in second if _is_near(claim, other)]
    silent_or_unlike = _UNLIKE if near else _NOT
    link = _BOTH if any(agrees(claim, other) for other in near) else silent_or_unlike
    return replace(claim, extractor=f"{claim.extractor}{link}{reader}")


def agrees(one: Claim, other: Claim) -> bool:
    """Return whether two readers say the same: words, place, kind, stance, and who gained."""
    if not _is_near(one, other) or one.kind != other.kind or one.stance != other.stance:
        return False
    sides = [
        {p.actor_id for p in c.parties if p.role in {"gaining", "holding"}} for c in (one, other)
    ]
    return not all(sides) or bool(sides[0] & sides[1])


def _is_near(one: Claim, other: Claim) -> bool:
    apart = one.evidence.end <= other.evidence.start or other.evidence.end <= one.evidence.start
    if apart:
        return False
    if one.place_id and other.place_id:
        return one.place_id == other.place_id
    return one.toponym.casefold() == other.toponym.casefold()


def accepted(claim: Claim) -> Claim:
    """Return a claim of the second reader as a person's review counts it: `Review.replacement`.

    Raises:
        BadChoiceError: It has no place that could be coloured, or the text takes it back.
    """
    if claim.place_id is None or claim.stance != "asserted":
        msg = (
            f"The claim on {claim.toponym!r} cannot be counted as it stands: its place was not "
            "found, or the text does not assert it. Correct it instead."
        )
        raise BadChoiceError(msg)
    return replace(claim, counted=True, reason_code="", reason="")
