"""Waiting for a job: how far it is, and a button that stops it."""

import streamlit as st

from components.panels import state
from components.panels.text import escape
from components.panels.workshop import Job
from components.records import Article

POLL_S = 0.4


def article_name(article: Article) -> str:
    """Return an article's headline, or how its text begins."""
    name = article.title or (article.quote(article.sentences[0]) if article.sentences else "")
    name = " ".join(name.split())
    return name if len(name) <= 90 else name[:88].rpartition(" ")[0] + " …"


def empty_form() -> None:
    """Give the form new fields, so that the next article finds them empty."""
    job = state.job()
    if job is not None and job.added is not None and (job.added.read or job.added.already_here):
        st.session_state["form"] = int(st.session_state.get("form") or 0) + 1


@st.fragment(run_every=POLL_S)
def draw_progress(job: Job) -> None:
    """Draw how far a job is, with a button that stops it; redraw the page when it is over."""
    if job.ended:
        empty_form()
        st.rerun()
    st.html(progress_html(job))
    with st.container(key="stopacts", horizontal=True, horizontal_alignment="right"):
        st.button("Stop", key="stop", on_click=job.stop, disabled=job.stopping)


def progress_html(job: Job) -> str:
    """Return the progress line with its bar."""
    return (
        f'<div class="reading" role="status"><div><b>{escape(job.title)}</b>'
        f"<span>{escape(job.words())}</span></div>"
        f'<i><u style="width:{job.share_done():.0%}"></u></i></div>'
    )
