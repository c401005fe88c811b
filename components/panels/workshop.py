"""Reading in the background, so that the page stays alive and a click can stop it.

One workshop serves all windows of a process. It loads the engine when it is first needed,
for the first load builds the index of places and takes half a minute.
"""

import gc
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from components.errors import ReaderError
from components.panels.indexing import prepare_index
from components.pipeline import Added, Engine, load_engine
from components.places import gazetteer_revision

STOPPED_UNEXPECTEDLY = (
    "Reading stopped for a reason that Whoheld does not know; the terminal says more. "
    "What had been read before is kept."
)


@dataclass
class Job:
    """Something being read, and how far it is.

    Args:
        title: What is being done, for the progress line.
        total: How many articles there are; 0 where it is not known.
        done: How many were handled.
        share: Share done from 0 to 1 while something else is prepared, None otherwise.
        doing: What is being prepared, "" while articles are read.
        stopping: Whether a person asked to stop.
        added: The result, None until the end and for jobs without one.
        said: What came of a job without such a result, in words, "" until the end.
        differences: What it made otherwise, by the name of each article.
        failed: Why it failed, in words, "" if it did not.
    """

    title: str
    total: int = 0
    done: int = 0
    share: float | None = None
    doing: str = ""
    stopping: bool = False
    added: Added | None = None
    said: str = ""
    differences: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    failed: str = ""
    _reading_since_s: float | None = None
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def ended(self) -> bool:
        """Whether it is over, well or not."""
        return self._ended.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait for the end, at most so long; return whether it is over."""
        return self._ended.wait(seconds)

    def stop(self) -> None:
        """Ask it to stop after the article in hand."""
        self.stopping = True

    def handled(self, count: int) -> bool:
        """Note how many articles were handled; return whether to go on."""
        self.done = count
        return not self.stopping

    def preparing(self, share: float, doing: str) -> None:
        """Note how far the preparation is."""
        self.share, self.doing = share, doing

    def begin(self) -> None:
        """Note that articles are being read from now on."""
        self.share, self.doing = None, ""
        self._reading_since_s = time.monotonic()

    def end(self) -> None:
        """Note that it is over."""
        self._ended.set()

    def words(self) -> str:
        """Return how far it is: "17 done, about 4 seconds left"."""
        if self.stopping:
            return "Stopping after this article"
        if self.doing:
            return f"{self.doing} · {self.share_done():.0%}"
        if not self.done or self._reading_since_s is None:
            return ""
        taken_s = time.monotonic() - self._reading_since_s
        if not self.total or taken_s < 1 or self.done >= self.total:
            return f"{self.done:,} done"
        left_s = round(taken_s / self.done * (self.total - self.done))
        unit = "second" if left_s == 1 else "seconds"
        return f"{self.done:,} done, about {max(1, left_s):,} {unit} left"

    def share_done(self) -> float:
        """Return the length of the progress bar, 0 to 1."""
        if self.share is not None:
            return max(0.0, min(1.0, self.share))
        return min(1.0, self.done / self.total) if self.total else 0.0


Work = Callable[[Engine, Job], Added | None]
Progress = Callable[[float, str], None]


def set_aside() -> None:
    """Tell the garbage collector that what is there now stays.

    Streamlit collects after every run of the script; going through a language model each
    time would take longer than drawing the page.
    """
    gc.collect()
    gc.freeze()


class Workshop:
    """Loads the engine once and does the jobs that need it."""

    def __init__(
        self,
        load: Callable[..., Engine] = load_engine,
        prepare: Callable[[Progress], None] = prepare_index,
        places: Callable[[], str] = gazetteer_revision,
    ) -> None:
        self._load = load
        self._prepare = prepare
        self._places = places
        self._known = ""
        self._engine: Engine | None = None
        self._lock = threading.Lock()
        self._loading = threading.Lock()
        self._jobs: dict[str, Job] = {}

    def start(self, title: str, work: Work, *, total: int = 0, name: str = "") -> Job:
        """Begin a job in a thread of its own.

        Args:
            title: What is being done, for the progress line.
            work: Does it; gets the engine and the job.
            total: How many articles there are.
            name: Two windows that start a job of the same name share it while it runs.
        """
        with self._lock:
            running = self._jobs.get(name) if name else None
            if running and not running.ended:
                return running
            job = Job(title, total)
            if name:
                self._jobs[name] = job
        threading.Thread(target=self._do, args=(job, work), daemon=True).start()
        return job

    def engine(self, progress: Progress) -> Engine:
        """Return the engine, loading it when it is not there or places were added since."""
        with self._loading:
            places = self._places()
            if self._engine is None or places != self._known:
                self._prepare(progress)
                self._engine = self._load(progress=progress)
                self._known = places
                set_aside()
            return self._engine

    def _do(self, job: Job, work: Work) -> None:
        job.failed = STOPPED_UNEXPECTEDLY
        try:
            engine = self.engine(job.preparing)
            job.begin()
            job.added = work(engine, job)
            job.failed = ""
        except ReaderError as refused:
            job.failed = str(refused)
        finally:
            job.end()
