"""The articles that were read: set the date of report of each, or take one out."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import streamlit as st

from components.panels import state
from components.panels.cards import Evidence
from components.panels.notes import Note
from components.panels.text import count_words, escape
from components.panels.waiting import POLL_S, article_name, draw_progress
from components.panels.workshop import Job, Workshop
from components.pipeline import Engine, set_report_date
from components.records import Article
from components.store import Ledger
from components.territory import format_days

FIRST_DAY = date(1900, 1, 1)


def draw_kept(
    ledger: Ledger, workshop: Workshop, today: date, evidence: Mapping[str, Evidence]
) -> None:
    """Draw the list, and below it what can be done with the chosen article.

    Args:
        ledger: Where articles are kept.
        workshop: What reads them again.
        today: The current day.
        evidence: What is known of each claim, by its id.
    """
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
        read = [card for card in evidence.values() if card["article_id"] == chosen]
        _draw_article(articles[chosen], read)
        _draw_date(ledger, workshop, articles[chosen], today)


def reported_words(article: Article) -> str:
    """Return when an article appeared, and how that is known."""
    days = format_days(article.reported)
    days = days[:1].lower() + days[1:]
    if article.reported_by_person:
        return f"Date of report: {days}, set by you."
    return f"Date of report: {days}, worked out from the text and what came with it."


def _draw_article(article: Article, read: Sequence[Evidence]) -> None:
    publisher = article.publisher or "Publisher not stated"
    st.html(
        f'<p class="kept"><b>{escape(article_name(article))}</b><br>'
        f"{escape(publisher)}. {escape(reported_words(article))}</p>"
    )
    counted = sum(bool(card["counted"]) for card in read)
    left_out = len(read) - counted
    words = f"What was read: {count_words(counted, 'claim')}, {left_out:,} not counted"
    with st.expander(words):
        st.html("".join(line_html(card) for card in read) or "Nothing about control of a place.")


def line_html(card: Evidence) -> str:
    """Return one claim of an article: the place as written, what is said of it, the sentence."""
    verdict = "" if card["counted"] else f" <em>Not counted. {escape(str(card['reason']))}</em>"
    return (
        f'<p class="read"><b>{escape(str(card["toponym"]) or "A place without a name")}</b>: '
        f"{escape(str(card['words']))}, {escape(str(card['when']))}.{verdict}<br>"
        f"<q>{escape(str(card['sentence']))}</q></p>"
    )


def _draw_date(ledger: Ledger, workshop: Workshop, article: Article, today: date) -> None:
    key = f"report_{article.id}_{article.reported}"
    st.date_input(
        "Date of report",
        value=article.reported.earliest if article.reported_by_person else None,
        min_value=FIRST_DAY,
        format="YYYY-MM-DD",
        key=key,
        help="The article is read again with this day. Leave it empty to go by the text.",
    )
    refusal = str(st.session_state.get("refused_date") or "")
    if refusal:
        st.html(Note("bad", refusal).html())
    with st.container(key="keptacts", horizontal=True, horizontal_alignment="right"):
        st.button("Remove this article", key="remove", on_click=_remove, args=(ledger, article.id))
        st.button("Close", key="close_kept", on_click=state.close_dialog)
        st.button(
            "Set the date",
            key="set_date",
            type="primary",
            on_click=_set_date,
            args=(key, ledger, workshop, article.id, today),
        )


def _set_date(key: str, ledger: Ledger, workshop: Workshop, article_id: str, today: date) -> None:
    day = st.session_state.get(key)
    refusal = future_words(day, today) if isinstance(day, date) else ""
    st.session_state["refused_date"] = refusal
    if refusal:
        return
    chosen = day if isinstance(day, date) else None
    job = workshop.start("Reading the article again", _again(ledger, article_id, chosen, today))
    state.set_job(job)
    if job.wait(POLL_S):
        state.renew_page()


def future_words(day: date, today: date) -> str:
    """Return why a date of report cannot be, "" when it can."""
    if day <= today:
        return ""
    return (
        f"The date of report {day.isoformat()} lies in the future. "
        f"Give a day up to today, {today.isoformat()}, or leave it empty."
    )


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
