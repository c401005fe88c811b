"""Reads an article a second time, and notes beside each claim whether both readers say it."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from components.actors import Roster
from components.places import Gazetteer
from components.records import Claim, Reading
from components.secondreader.agreement import Agreement, agreement_of, agrees, marked
from components.secondreader.answers import NOT_JSON, Answer, verify
from components.secondreader.asking import Asked, messages_for, sentences_of
from components.secondreader.making import ClaimMaker
from components.secondreader.server import Server, ServerProblemError, StoppedError
from components.secondreader.settings import SecondReaderSettings

# A server that failed this often in a row is left alone for the rest of the run.
_PATIENCE = 2


@dataclass(frozen=True)
class SecondReading:
    """What the second reading of one article gave.

    Args:
        reading: The rules' reading with agreement noted in `extractor`, and the claims that
            only the second reader has, none of them counted.
        asked: Sentences that were sent.
        answered: Sentences that were answered.
        agreement: Claims by `Agreement`.
        refused: What failed verification, by reason.
        problems: What the server did not do, each as a sentence.
        is_stopped: Whether a person stopped it.
    """

    reading: Reading
    asked: int = 0
    answered: int = 0
    agreement: Counter[Agreement] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    problems: tuple[str, ...] = ()
    is_stopped: bool = False


@dataclass
class _Run:
    """What the calls for one article came to."""

    read: set[int] = field(default_factory=set)
    answers: list[Answer] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)
    asked: int = 0
    is_stopped: bool = False


class SecondReader:
    """Asks one server about one article after the other; gives up on one that keeps failing."""

    def __init__(
        self,
        settings: SecondReaderSettings,
        gazetteer: Gazetteer,
        roster: Roster,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        """Bind a server and the lookups; `is_stopped` is asked while waiting."""
        self.settings = settings
        self.gazetteer = gazetteer
        self.roster = roster
        self._server = Server(settings, is_stopped)
        self._failed = 0

    def read(self, reading: Reading, candidates: Sequence[int]) -> SecondReading:
        """Read an article again that the rules have read.

        Args:
            reading: What the rules read.
            candidates: Numbers of the sentences that may speak of control; only these are
                sent, with the one before and after each.
        """
        run = _Run()
        asked = sentences_of(reading.article, candidates)
        for first in range(0, len(asked), self.settings.batch):
            if self._failed >= _PATIENCE:
                run.problems.append(
                    f"{self.settings.host} failed {_PATIENCE} times in a row and is asked no more."
                )
                break
            self._ask(asked[first : first + self.settings.batch], run)
            if run.is_stopped:
                break
        return self._joined(reading, run)

    def _ask(self, batch: Sequence[Asked], run: _Run) -> None:
        run.asked += len(batch)
        try:
            answer = verify(self._server.ask(messages_for(batch)), batch)
        except StoppedError:
            run.is_stopped = True
            return
        except ServerProblemError as wrong:
            self._failed += 1
            run.problems.append(str(wrong))
            return
        self._failed = 0
        run.refused.update(answer.refused)
        # Who answered nothing that can be read said neither yes nor no.
        if answer.refused != (NOT_JSON,):
            run.read |= {a.number for a in batch}
            run.answers.append(answer)

    def _joined(self, reading: Reading, run: _Run) -> SecondReading:
        maker = ClaimMaker(reading, self.gazetteer, self.roster, self.settings.reader)
        second = [maker.claim(v) for answer in run.answers for v in answer.claims]
        spans = {reading.article.sentences[number] for number in run.read}
        claims = [
            marked(c, second, self.settings.reader) if c.evidence in spans else c
            for c in reading.claims
        ]
        claims += _only(second, reading.claims)
        claims.sort(key=lambda c: c.evidence.start)
        joined = replace(
            reading,
            claims=tuple(claims),
            places=tuple(maker.places.values()),
            actors=tuple(maker.actors.values()),
        )
        agreement = Counter(agreement_of(c.extractor) for c in claims)
        del agreement[""]
        return SecondReading(
            *(joined, run.asked, len(run.read), agreement, run.refused),
            *(tuple(run.problems), run.is_stopped),
        )


def _only(second: Sequence[Claim], rules: Sequence[Claim]) -> list[Claim]:
    """Return the claims that only the second reader has, each once."""
    known = {c.id for c in rules}
    found: dict[str, Claim] = {}
    for claim in second:
        if claim.id not in known and not any(agrees(other, claim) for other in rules):
            found.setdefault(claim.id, claim)
    return list(found.values())
