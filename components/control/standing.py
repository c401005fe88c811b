"""How much a set of reports weighs: who is independent of whom, and which version stands."""

from collections.abc import Iterable, Sequence

from components.control.reports import Report
from components.records import Standing

_SIDES = frozenset({"gaining side", "losing side"})


def is_corroborated(reports: Sequence[Report]) -> bool:
    """Whether two independent sources say the same.

    The side that gains never confirms itself, whichever of its groups speaks: at least one of
    the two must be somebody else. A loss admitted by the loser counts like any other voice.
    """
    if len(reports) < 2 or len({r.source for r in reports}) < 2:
        return False
    if len({r.text for r in reports}) < 2:
        return False
    every = {(r.source, r.text, r.via, r.house): r for r in reports}.values()
    others = {(r.source, r.text, r.via, r.house): r for r in reports if not _is_gaining(r)}.values()
    return any(is_independent(other, report) for other in others for report in every)


def is_second_voice(known: Sequence[Report], further: Sequence[Report]) -> bool:
    """Whether further reports corroborate what is known, which is not corroborated alone."""
    if is_corroborated(further):
        return True
    return any(
        is_independent(old, new) and not (_is_gaining(old) and _is_gaining(new))
        for new in further
        for old in known
    )


def is_independent(one: Report, two: Report) -> bool:
    """Whether neither of two reports has it from the other, and nobody stands behind both.

    They name different sources, in texts that are no near-copies, and neither was told
    through the other's source or publisher: what "a resident told Reuters" is Reuters' news,
    wherever it is printed.
    """
    if one.source == two.source or one.text == two.text:
        return False
    if one.via and one.via in (two.via, two.source):
        return False
    if two.via and two.via == one.source:
        return False
    if one.house == two.house:
        return True
    return not (
        (two.house and two.house in (one.source, one.via))
        or (one.house and one.house in (two.source, two.via))
    )


def is_admission(report: Report) -> bool:
    """Whether the side that lost a place says so itself."""
    claim = report.claim
    gives_up = claim.kind in ("captured", "lost", "transferred") and bool(report.lose_blocs)
    return gives_up and claim.attribution.basis == "losing side" and claim.stance == "asserted"


def _is_gaining(report: Report) -> bool:
    return report.claim.attribution.basis == "gaining side"


def is_partisan(reports: Iterable[Report]) -> bool:
    """Whether only the sides to the change say so."""
    return all(r.claim.attribution.basis in _SIDES for r in reports)


def outweighs(version: Sequence[Report], other: Sequence[Report]) -> bool:
    """Whether a version stands although another is told.

    Two independent sources stand against what only a side to it says, and not against a
    monitor or the press.
    """
    return is_corroborated(version) and not is_corroborated(other) and is_partisan(other)


def weighed(reports: Sequence[Report], against: Iterable[Report]) -> tuple[Standing, str]:
    """Return the standing of what these reports say, and the rule."""
    if not is_corroborated(reports):
        return "claimed", "one side"
    return "corroborated", rule_of_two(reports, list(against))


def rule_of_two(reports: Iterable[Report], against: Sequence[Report]) -> str:
    """Return the name of the rule by which independent sources decide."""
    if against:
        return "two sources, denied"
    return "admitted by the loser" if any(map(is_admission, reports)) else "two sources"
