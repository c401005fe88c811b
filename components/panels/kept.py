"""The articles that were read: set the date of report of each, or take one out."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from components.panels import state
from components.panels.notes import Note
from components.panels.text import count_words, escape
from components.panels.waiting import POLL_S, article_name, draw_progress
from components.panels.workshop import Job, Workshop
from components.pipeline import Engine, set_report_date
from components.records import Article
from components.store import Ledger
from components.territory import format_days

FIRST_DAY = date(1900, 1, 1)


def draw_kept(ledger: Ledger, workshop: Workshop, today: date) -> None:
    """Draw the list, and below it what can be done with the chosen article."""
    articles = {article.id: article for article in ledger.articles()}
    job = state.job()
    if job is not None and not job.ended:
        draw_progress(job)
        return
    if job is not None and job.failed:
        st.html(Note("bad", job.failed).html())
    _draw_removed(ledger)
    if not articles:
        st.html('<p class="quiet">No article is kept. Add one to begin.</p>')
        return
    st.html(f'<p class="quiet">{count_words(len(articles), "article")} kept on this computer.</p>')
    chosen = st.selectbox(
        "Article",
        list(articles),
        format_func=lambda article_id: article_name(articles[article_id]),
        key="kept",
    )
    if chosen in articles:
        _draw_article(ledger, workshop, articles[chosen], today)


def reported_words(article: Article) -> str:
    """Return when an article appeared, and how that is known."""
    days = format_days(article.reported)
    days = days[:1].lower() + days[1:]
    if article.reported_by_person:
        return f"Date of report: {days}, set by you."
    return f"Date of report: {days}, worked out from the text and what came with it."


def _draw_article(ledger: Ledger, workshop: Workshop, article: Article, today: date) -> None:
    publisher = article.publisher or "Publisher not stated"
    st.html(
        f'<p class="kept"><b>{escape(article_name(article))}</b><br>'
        f"{escape(publisher)}. {escape(reported_words(article))}</p>"
    )
    key = f"report_{article.id}_{article.reported}"
    shown = article.reported.earliest if article.reported_by_person else None
    st.date_input(
        "Set the date of report",
        value=shown,
        min_value=FIRST_DAY,
        format="YYYY-MM-DD",
        key=key,
        help="The article is read again with this day. Leave it empty to go by the text.",
        on_change=_set_date,
        args=(key, ledger, workshop, article.id, today),
    )
    refusal = str(st.session_state.get("refused_date") or "")
    if refusal:
        st.html(Note("bad", refusal).html())
    with st.container(key="keptacts", horizontal=True, horizontal_alignment="right"):
        st.button("Remove this article", key="remove", on_click=_remove, args=(ledger, article.id))
        st.button("Close", key="close_kept", on_click=state.close_dialog)


def _set_date(key: str, ledger: Ledger, workshop: Workshop, article_id: str, today: date) -> None:
    day = st.session_state.get(key)
    st.session_state["refused_date"] = ""
    if isinstance(day, date) and day > today:
        st.session_state["refused_date"] = (
            f"The date of report {day.isoformat()} lies in the future. "
            f"Give a day up to today, {today.isoformat()}."
        )
        return
    chosen = day if isinstance(day, date) else None
    job = workshop.start("Reading the article again", _again(ledger, article_id, chosen, today))
    state.set_job(job)
    if job.wait(POLL_S):
        state.renew_page()


def _again(
    ledger: Ledger, article_id: str, day: date | None, today: date
) -> Callable[[Engine, Job], None]:
    def work(engine: Engine, job: Job) -> None:
        set_report_date(ledger, engine, article_id, day, today)
        job.handled(1)

    return work


def _remove(ledger: Ledger, article_id: str) -> None:
    article = ledger.article(article_id)
    if article is not None and ledger.remove(article_id):
        st.session_state["removed"] = (article_id, article_name(article))
        state.renew_page()


def _draw_removed(ledger: Ledger) -> None:
    removed = st.session_state.get("removed")
    if not removed:
        return
    article_id, name = removed
    with st.container(key="undo", horizontal=True, vertical_alignment="center"):
        st.html(Note("good", "Removed.", f"“{name}” and its claims.").html())
        st.button("Undo", key="undo_remove", on_click=_restore, args=(ledger, article_id))


def _restore(ledger: Ledger, article_id: str) -> None:
    ledger.restore(article_id)
    st.session_state["removed"] = None
    state.renew_page()
