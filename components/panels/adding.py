"""The dialog "Add articles": paste or upload, read in the background, say what was found."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.articles import Given, Problem, from_text, read_bytes
from components.errors import UnreadableArticleError
from components.panels import state
from components.panels.cards import Evidence
from components.panels.kept import FIRST_DAY, draw_kept, future_words
from components.panels.notes import Note, notes_on
from components.panels.settings import draw_settings, second_reader_settings
from components.panels.text import count_words
from components.panels.waiting import POLL_S, article_name, draw_progress, empty_form
from components.panels.workshop import Job, Workshop
from components.pipeline import Added, Engine, add_articles, with_report_date
from components.pipeline.second import second_reader
from components.secondreader import SecondReaderSettings, what_leaves
from components.store import Ledger

PASTED = "Pasted text"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was given: its name and its bytes."""

    name: str
    data: bytes

    def article_count(self) -> int:
        """Return how many articles it seems to hold: one a line in JSON Lines."""
        if not self.name.lower().endswith(".jsonl"):
            return 1
        return sum(bool(line.strip()) for line in self.data.splitlines())


@dataclass(frozen=True, slots=True)
class Submission:
    """What was filled in."""

    text: str
    uploads: tuple[Upload, ...]
    reported: date | None
    publisher: str

    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.text.strip() and not self.uploads

    def article_count(self) -> int:
        """Return how many articles there seem to be."""
        return bool(self.text.strip()) + sum(upload.article_count() for upload in self.uploads)

    def items(self, today: date) -> Iterator[Given | Problem]:
        """Yield the articles, and what is no article, in the order given.

        Date of report and publisher go to the articles that do not state their own.
        """
        for item in self._plain(today):
            yield item if isinstance(item, Problem) else self._completed(item, today)

    def _plain(self, today: date) -> Iterator[Given | Problem]:
        if self.text.strip():
            try:
                yield Given(from_text(self.text, today=today), (), PASTED)
            except UnreadableArticleError as refused:
                yield Problem(PASTED, None, str(refused))
        for upload in self.uploads:
            yield from read_bytes(upload.data, upload.name, today=today)

    def _completed(self, given: Given, today: date) -> Given:
        article = given.article
        if article.reported.earliest is None:
            article = with_report_date(article, self.reported, today)
        if not article.publisher and self.publisher.strip():
            article = replace(article, publisher=self.publisher.strip())
        return replace(given, article=article)


def refuse(submission: Submission, today: date) -> str:
    """Return why a submission cannot be read, "" when it can."""
    if submission.is_empty():
        return "There is nothing to read yet. Paste the text of an article, or choose a file."
    return future_words(submission.reported, today) if submission.reported else ""


def read_submission(
    ledger: Ledger,
    submission: Submission,
    today: date,
    asked: SecondReaderSettings | None = None,
) -> Callable[[Engine, Job], Added]:
    """Return the work that reads a submission into the ledger."""
    return read_items(ledger, lambda: submission.items(today), asked)


def read_items(
    ledger: Ledger,
    items: Callable[[], Iterable[Given | Problem]],
    asked: SecondReaderSettings | None = None,
) -> Callable[[Engine, Job], Added]:
    """Return the work that reads articles into the ledger.

    Args:
        ledger: Where they are kept.
        items: The articles, and what is no article.
        asked: The second reader that reads them too, None for the rules alone.
    """

    def work(engine: Engine, job: Job) -> Added:
        second = second_reader(engine, asked, lambda: job.stopping) if asked else None
        return add_articles(ledger, engine, items(), job.handled, second)

    return work


def draw_add(
    ledger: Ledger,
    workshop: Workshop,
    today: date,
    evidence: Mapping[str, Evidence],
    show: Callable[[Added], None],
) -> None:
    """Draw the form, the progress, and what came of it.

    Args:
        ledger: Where articles are kept.
        workshop: What reads them.
        today: The current day.
        evidence: What is known of each claim, by its id.
        show: Shows what was added on the map.
    """
    job = state.job()
    waiting = job is not None and not job.ended
    pasted, uploaded, kept, settings = st.tabs(
        ["Paste", "Upload", "Articles", "Settings"], key="add_tab", on_change="rerun"
    )
    if settings.open:
        with settings:
            draw_settings(ledger, workshop, today)
        return
    if kept.open:
        with kept:
            draw_kept(ledger, workshop, today, evidence)
        return
    _draw_form(pasted, uploaded, disabled=waiting)
    asked = second_reader_settings()
    if asked is not None:
        st.html(Note("careful", "A second reader is on.", what_leaves(asked)).html())
    if job is not None and waiting:
        draw_progress(job)
        return
    refusal = str(st.session_state.get("refusal") or "")
    if refusal:
        st.html(Note("bad", refusal).html())
    notes = _notes(ledger, job)
    if notes:
        st.html("".join(note.html() for note in notes))
    with st.container(key="addacts", horizontal=True, horizontal_alignment="right"):
        if job is not None and job.added is not None and job.added.claims:
            st.button("Show on the map", key="show_added", on_click=_show, args=(show, job.added))
        else:
            st.button("Close", key="close_add", on_click=state.close_dialog)
        st.button(
            "Read",
            key="read",
            type="primary",
            on_click=_submit,
            args=(ledger, workshop, today),
        )


def _key(field: str) -> str:
    """Return the key of a field: a new one after each reading, so that it begins empty."""
    return f"{field}_{st.session_state.get('form') or 0}"


def _draw_form(pasted: DeltaGenerator, uploaded: DeltaGenerator, *, disabled: bool) -> None:
    pasted.text_area(
        "Text of the article",
        key=_key("text"),
        height=190,
        placeholder="Paste the whole article, with its headline",
        disabled=disabled,
    )
    uploaded.file_uploader(
        "Text, web pages, or JSON Lines with one article a line",
        type=["txt", "html", "htm", "jsonl"],
        accept_multiple_files=True,
        key=_key("files"),
        disabled=disabled,
    )
    left, right = st.columns(2)
    left.date_input(
        "Date of report",
        value=None,
        min_value=FIRST_DAY,
        format="YYYY-MM-DD",
        key=_key("reported"),
        help="If left empty, it is worked out from the text.",
        disabled=disabled,
    )
    right.text_input("Publisher", placeholder="Optional", key=_key("publisher"), disabled=disabled)


def _filled() -> Submission:
    """Return what stands in the form."""
    reported = st.session_state.get(_key("reported"))
    return Submission(
        str(st.session_state.get(_key("text")) or ""),
        tuple(
            Upload(file.name, file.getvalue()) for file in st.session_state.get(_key("files")) or ()
        ),
        reported if isinstance(reported, date) else None,
        str(st.session_state.get(_key("publisher")) or ""),
    )


def _submit(ledger: Ledger, workshop: Workshop, today: date) -> None:
    submission = _filled()
    refusal = refuse(submission, today)
    st.session_state["refusal"] = refusal
    state.set_job(None)
    if refusal:
        return
    count = submission.article_count()
    job = workshop.start(
        f"Reading {count_words(count, 'article')}",
        read_submission(ledger, submission, today, second_reader_settings()),
        total=count,
    )
    state.set_job(job)
    if job.wait(POLL_S):
        empty_form()
        state.renew_page()


def _notes(ledger: Ledger, job: Job | None) -> Sequence[Note]:
    if job is None:
        return ()
    if job.failed:
        return (Note("bad", job.failed),)
    if job.added is None:
        return ()

    def name_of(article_id: str) -> str:
        article = ledger.article(article_id)
        return article_name(article) if article else article_id

    return notes_on(job.added, name_of)


def _show(show: Callable[[Added], None], added: Added) -> None:
    state.close_dialog()
    show(added)
