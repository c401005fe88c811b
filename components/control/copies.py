"""Articles that are nearly one text: told by MinHash, found without comparing all with all.

Newspapers print what an agency sent, shortened or with another headline; such copies are one
source. (`datasketch` does this too, but needs SciPy, 35 MB, for a sum; NumPy suffices.)
"""

import base64
import hashlib
import re
import zlib
from collections.abc import Iterable

import numpy as np

# Two texts are copies when at least so much of all their runs of words is in both.
LEAST_SHARED = 0.5
_WORDS_A_RUN = 4
_ROWS_A_BAND = 3
_BANDS = 42
_SIZE = _ROWS_A_BAND * _BANDS
_WORD = re.compile(r"\w+")


def _salts(name: str) -> "np.ndarray[tuple[int], np.dtype[np.uint64]]":
    """Return constants that are the same on every computer and in every version."""
    made = b"".join(hashlib.sha256(f"{name} {n}".encode()).digest()[:8] for n in range(_SIZE))
    return np.frombuffer(made, dtype="<u8").astype(np.uint64)


_FACTORS, _SUMMANDS = _salts("factor") | np.uint64(1), _salts("summand")


def fingerprint(text: str) -> str:
    """Return what tells near-copies of a text: how alike two are shows in two fingerprints."""
    words = _WORD.findall(text.casefold())
    runs = {
        " ".join(words[at : at + _WORDS_A_RUN])
        for at in range(max(1, len(words) - _WORDS_A_RUN + 1))
    }
    numbers = np.array([zlib.crc32(run.encode("utf-8", "replace")) for run in runs], np.uint64)
    mixed = _FACTORS[:, None] * numbers[None, :] + _SUMMANDS[:, None]
    smallest = (mixed >> np.uint64(32)).min(axis=1).astype("<u4")
    return base64.b64encode(smallest.tobytes()).decode()


def shared(one: str, two: str) -> float:
    """Return about how much of two texts is in both, 0 to 1, from their fingerprints."""
    left, right = _numbers(one), _numbers(two)
    return float(np.mean(left == right))


def _numbers(mark: str) -> "np.ndarray[tuple[int], np.dtype[np.uint32]]":
    return np.frombuffer(base64.b64decode(mark), dtype="<u4")


class Copies:
    """The near-copies among articles, as articles come and go."""

    def __init__(self) -> None:
        self._marks: dict[str, str] = {}
        self._bands: dict[tuple[int, bytes], set[str]] = {}
        self._pairs: set[tuple[str, str]] = set()

    def add(self, article_id: str, mark: str) -> None:
        """Add an article by its fingerprint; one known already is taken out first."""
        self.drop(article_id)
        near: set[str] = set()
        for band in _bands_of(mark):
            alike = self._bands.setdefault(band, set())
            near |= alike
            alike.add(article_id)
        self._marks[article_id] = mark
        for other in near:
            if shared(mark, self._marks[other]) >= LEAST_SHARED:
                low, high = sorted((article_id, other))
                self._pairs.add((low, high))

    def drop(self, article_id: str) -> None:
        """Take an article out; one that is not there is no error."""
        mark = self._marks.pop(article_id, None)
        if mark is None:
            return
        for band in _bands_of(mark):
            self._bands[band].discard(article_id)
        self._pairs = {pair for pair in self._pairs if article_id not in pair}

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return the pairs of near-copies, each once, in order."""
        return tuple(sorted(self._pairs))


def _bands_of(mark: str) -> Iterable[tuple[int, bytes]]:
    data = base64.b64decode(mark)
    width = 4 * _ROWS_A_BAND
    return ((n, data[n * width : (n + 1) * width]) for n in range(_BANDS))
