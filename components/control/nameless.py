"""Parties that a text does not name: "fighters" are whoever they must be, not one side more."""

from collections.abc import Callable, Sequence

from components.control.reports import NEAR_DAYS, Reader, Report

Fits = Callable[[str], bool]
# Of an actor without a name: whether another may be meant; None for an actor with a name.
StandsFor = Callable[[str], Fits | None]
_HOLDS = frozenset({"held", "repelled"})


def with_names(reports: list[Report], stands_for: StandsFor, reader: Reader) -> list[Report]:
    """Return the reports of a place with unnamed parties read as those that others name.

    "Rebels took it from armed men" is no third side beside those who are known to have held it.
    An unnamed party stays one where the reports around it name nobody whom it may be.

    Args:
        reports: All reports of one place, in canonical order.
        stands_for: Tells which actors have no name, and whom they may be.
        reader: Knows what an actor counts with on a day.
    """
    actors = {a for r in reports for a in (*r.gain, *r.lose)}
    unnamed = {a: fits for a in actors if (fits := stands_for(a)) is not None}
    if not unnamed or len(unnamed) == len(actors):
        return reports
    naming = _Naming(reports, unnamed)
    named = []
    for at, report in enumerate(reports):
        gain, lose = report.gain, report.lose
        if unnamed.keys() & {*gain, *lose} and report.claim.stance == "asserted":
            lose = naming.losers(at)
            gain = tuple(a for a in naming.gainers(at) if a not in lose)
        named.append(
            reader.renamed(report, gain, lose) if (gain, lose) != _sides(report) else report
        )
    return named


def _sides(report: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return report.gain, report.lose


class _Naming:
    """Who is meant by the unnamed parties of one place's reports."""

    def __init__(self, reports: Sequence[Report], unnamed: dict[str, Fits]) -> None:
        self._unnamed = unnamed
        self._reports = reports
        self._told = [r.claim.stance == "asserted" for r in reports]

    def losers(self, at: int) -> tuple[str, ...]:
        """Return who lost a place, or defends it: who held it by the reports before."""
        report = self._reports[at]
        lose = self._alone(report.lose)
        if not self._is_unnamed(lose):
            return lose
        return self._fitting(lose, self._holder_before(at), report.gain) or lose

    def gainers(self, at: int) -> tuple[str, ...]:
        """Return who holds a place after a report, or attacks it."""
        report = self._reports[at]
        gain = self._alone(report.gain)
        if not self._is_unnamed(gain):
            return gain
        choices = [self._holder_after(at)]
        if report.claim.kind in _HOLDS:
            choices.insert(0, self._holder_before(at))
        else:
            choices = [*self._of_same_days(at), *choices]
        for choice in choices:
            found = self._fitting(gain, choice, report.lose)
            if found:
                return found
        return gain

    def _is_unnamed(self, actors: tuple[str, ...]) -> bool:
        return bool(actors) and all(a in self._unnamed for a in actors)

    def _alone(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Return the actors without those unnamed who may be one that is named beside them."""
        named = [a for a in actors if a not in self._unnamed]
        return tuple(
            a for a in actors if a not in self._unnamed or not any(map(self._unnamed[a], named))
        )

    def _fitting(
        self, unnamed: tuple[str, ...], named: tuple[str, ...], others: tuple[str, ...]
    ) -> tuple[str, ...]:
        fits = [self._unnamed[a] for a in unnamed]
        return tuple(a for a in named if a not in others and all(fit(a) for fit in fits))

    def _holder_before(self, at: int) -> tuple[str, ...]:
        """Return whom the last report before names as the holder, nobody where it tells a loss."""
        for number in range(at - 1, -1, -1):
            report = self._reports[number]
            if not self._told[number] or report.claim.kind in ("contested", "besieged"):
                continue
            if not report.gain:
                if report.claim.kind == "lost":
                    return ()
                continue
            if not self._is_unnamed(report.gain):
                return report.gain
        return ()

    def _holder_after(self, at: int) -> tuple[str, ...]:
        """Return whom the next report after names as the holder, or as the one who lost it."""
        for number in range(at + 1, len(self._reports)):
            report = self._reports[number]
            if not self._told[number] or report.claim.kind == "besieged":
                continue
            if report.claim.kind in _HOLDS:
                if report.gain and not self._is_unnamed(report.gain):
                    return report.gain
                continue
            return () if self._is_unnamed(report.lose) else report.lose
        return ()

    def _of_same_days(self, at: int) -> list[tuple[str, ...]]:
        """Return whom other reports of about the same days name as the winner."""
        here = self._reports[at]
        return [
            r.gain
            for r, told in zip(self._reports, self._told, strict=True)
            if told
            and r.claim.kind not in ("contested", "besieged")
            and abs(r.b - here.b) <= NEAR_DAYS
            and r.gain
            and not self._is_unnamed(r.gain)
        ]
