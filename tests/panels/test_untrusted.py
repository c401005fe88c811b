"""Article text is untrusted: whatever it holds is shown as written and never runs."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.panels.cards import card_html, left_out_html
from components.panels.notes import Note
from components.panels.text import escape_markdown, safe_link
from components.records import DateInterval, Place, Reading
from tests import builders
from tests.panels.opened import open_page, shown

EVIL = (
    "<script>window.pwned=1</script><img src=x onerror=window.pwned=2>"
    '"onmouseover="window.pwned=3 **bold** [link](javascript:window.pwned=4) $\\LaTeX$ '
    ":red[red] `code` <svg onload=window.pwned=5>"
)


def evil_reading():
    text = f"Rebels took Evilton. {EVIL}\n\nAnother line {EVIL}"
    article = replace(
        builders.article("evil", text, builders.REPORTED, EVIL, EVIL), url="javascript:alert(1)"
    )
    place = Place("evil:1", f"Evilton {EVIL}", "city", 36.0, 36.5, "SY", "", "evil", EVIL, EVIL, 9)
    claims = (
        builders.claim(
            "captured",
            place.id,
            DateInterval.on(date(2015, 4, 2)),
            builders.parties(gaining=[builders.OPPOSITION.id]),
            source=EVIL,
            evidence=article.sentences[0],
            toponym=place.name,
        ),
        builders.claim(
            "captured",
            place.id,
            DateInterval.on(date(2015, 4, 3)),
            builders.parties(gaining=[builders.OPPOSITION.id]),
            evidence=article.sentences[1],
            counted=False,
            reason_code="planned",
            reason=EVIL,
            stance="planned",
        ),
    )
    return Reading(article, claims, (), (place,), (builders.OPPOSITION,))


def card(**changes):
    plain = {
        "words": "Captured by the opposition",
        "when": "2 Apr 2015",
        "source": "The article",
        "basis": "press",
        "article": "A headline",
        "dates": "Article of 3 Apr 2015",
        "publisher": "",
        "url": "",
        "before": "Before. ",
        "sentence": "The sentence.",
        "after": " After.",
        "reason": "",
        "reason_title": "",
        "counted": True,
    }
    return {**plain, **changes}


def assert_harmless(html):
    for sign in ("<script", "<img src=x", "<svg", "<b>bold", "javascript:"):
        assert sign not in html.replace("javascript:window.pwned=4)", "")
    assert 'href="javascript' not in html
    assert '"onmouseover="' not in html


def test_the_page_shows_an_evil_article_as_written(ledger):
    ledger.add(evil_reading())
    app = open_page()
    assert not app.exception
    assert_harmless(shown(app))
    assert "&lt;script&gt;window.pwned=1" in shown(app)
    label = app.session_state["tab"]
    assert "[link](" not in label
    assert "**" not in label.replace("\\*\\*", "")


@pytest.mark.parametrize(
    "field",
    [
        "words",
        "when",
        "source",
        "basis",
        "article",
        "dates",
        "publisher",
        "before",
        "sentence",
        "after",
        "reason",
        "reason_title",
    ],
)
def test_each_part_of_a_card_is_escaped(field):
    evil = card(**{field: EVIL})
    assert_harmless(card_html(evil, "") + left_out_html(evil))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org",
        "file:///etc/passwd",
        "ftp://a/b",
        " JavaScript:alert(1)",
        "http://",
        "https://[broken",
        "",
    ],
)
def test_only_addresses_of_the_web_become_links(url):
    assert safe_link(url) == ""
    assert "<a " not in card_html(card(url=url), "")


def test_a_web_address_becomes_a_link_that_cannot_break_out():
    html = card_html(card(url='https://example.org/"onclick="x'), "")
    assert 'href="https://example.org/&quot;onclick=&quot;x"' in html
    assert 'rel="noopener"' in html


def test_a_note_shows_names_of_files_as_written():
    assert_harmless(Note("bad", EVIL, EVIL, (EVIL,)).html())


@given(st.text())
def test_every_sign_of_markup_in_a_label_is_escaped(text):
    label = escape_markdown(text)
    plain = label.replace("\\\\", "")
    for sign in "`*_[]<>$:#~|":
        assert sign not in plain.replace(f"\\{sign}", "")


def test_a_long_paragraph_is_shortened_round_the_sentence():
    long = card(before="word " * 2000, after=" word" * 2000)
    html = card_html(long, "")
    assert len(html) < 2500
    assert "… word" in html
    assert "<mark>The sentence.</mark>" in html
