"""Reading the kept articles again, once there are more places to find in them."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from components.panels import state
from components.panels.notes import Note
from components.panels.text import count_words, escape
from components.panels.waiting import POLL_S, draw_progress
from components.panels.workshop import Job, Workshop
from components.pipeline import Engine, read_again
from components.store import Ledger

_LISTED = 100
_JOB = "read kept articles again"


def draw_again(ledger: Ledger, workshop: Workshop, today: date) -> None:
    """Draw the button that reads all kept articles again, its progress, and what came of it.

    Args:
        ledger: Where they are kept.
        workshop: What reads them.
        today: The current day.
    """
    job = state.job()
    if job is not None and not job.ended:
        draw_progress(job)
        return
    if job is not None and job.failed:
        st.html(Note("bad", job.failed).html())
    elif job is not None and job.said:
        st.html(Note("good", job.said, "Changes in the panel takes it back.").html())
        _draw_differences(job)
    count = sum(shelf.articles for shelf in ledger.collections() if not shelf.removed)
    if not count:
        return
    st.html(
        '<p class="quiet">Articles read before keep their places until they are read again. '
        "What people accepted, corrected, rejected or added stays as they left it.</p>"
    )
    st.button(
        f"Read {count_words(count, 'kept article')} again",
        key="read_again",
        on_click=_start,
        args=(ledger, workshop, today, count),
    )


def _draw_differences(job: Job) -> None:
    if not job.differences:
        return
    with st.expander("What reads otherwise now"):
        st.html("".join(_difference_html(*one) for one in job.differences[:_LISTED]))
        more = len(job.differences) - _LISTED
        if more > 0:
            st.html(f'<p class="quiet">And {count_words(more, "more article")}.</p>')


def _difference_html(article: str, lines: tuple[str, ...]) -> str:
    told = "<br>".join(escape(line) for line in lines) or "The same claims, told otherwise."
    return f'<p class="read"><b>{escape(article)}</b><br>{told}</p>'


def _start(ledger: Ledger, workshop: Workshop, today: date, count: int) -> None:
    title = f"Reading {count_words(count, 'article')} again"
    by = str(st.session_state.get("reviewer") or "")
    job = workshop.start(title, _again(ledger, today, by), total=count, name=_JOB)
    state.set_job(job)
    if job.wait(POLL_S):
        state.renew_page()


def _again(ledger: Ledger, today: date, by: str) -> Callable[[Engine, Job], None]:
    def work(engine: Engine, job: Job) -> None:
        told = read_again(ledger, engine, today, job.handled, by=by)
        job.differences = [(one.article, one.words()) for one in told.differences]
        job.said = told.words()

    return work
