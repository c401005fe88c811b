"""How much a set of reports weighs: who is independent of whom, and which version stands."""

from collections.abc import Iterable, Sequence

from components.control.reports import Report

_SIDES = frozenset({"gaining side", "losing side"})


def is_corroborated(reports: Sequence[Report]) -> bool:
    """Whether two independent sources say the same.

    Independent are two reports with different sources in different texts. The side that gains
    never confirms itself, whichever of its groups speaks: at least one of the two must be
    somebody else. A loss admitted by the loser counts like any other voice.
    """
    others = {(r.source, r.text) for r in reports if not _is_gaining(r)}
    every = {(r.source, r.text) for r in reports}
    if len({s for s, _ in every}) < 2 or len({t for _, t in every}) < 2:
        return False
    return any(s != source and t != text for source, text in others for s, t in every)


def is_second_voice(known: Sequence[Report], further: Sequence[Report]) -> bool:
    """Whether further reports corroborate what is known, which is not corroborated alone."""
    if is_corroborated(further):
        return True
    return any(
        old.source != new.source
        and old.text != new.text
        and not (_is_gaining(old) and _is_gaining(new))
        for new in further
        for old in known
    )


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
