"""Where a report was written is told from what it reports on."""

from datetime import date

import pytest

from components.claims.datelines import dateline_end
from components.records import Span
from tests.claims.telling import read_text


def dateline(text):
    return text[: dateline_end(text, Span("a", 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("GOMA - Rebels took Sake on Monday.", "GOMA - "),
        ("NAIROBI (Reuters) - The militants left.", "NAIROBI (Reuters) - "),
        ("Aden, May 3 (AP) - Fighters entered Zinjibar.", "Aden, May 3 (AP) - "),
        ("NEAR SIRTE, Libya (AFP) – Clashes went on.", "NEAR SIRTE, Libya (AFP) – "),
        ("BANGUI Mar 24 Rebels entered the capital.", "BANGUI Mar 24 "),
        ("Beirut, Lebanon — The army said", "Beirut, Lebanon — "),
        ("KYIV: The army retook Balakliia.", "KYIV: "),
        ("Nairobi.", "Nairobi."),
    ],
)
def test_a_dateline_ends_where_the_news_begins(text, told):
    assert dateline(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took Sake - officials.",
        "RSF captured Bara on Saturday.",
        "Sake: the rebels took it on Monday.",
        "Troops entered Goma (North Kivu) - the last town.",
    ],
)
def test_what_is_told_is_no_dateline(text):
    assert dateline(text) == ""


def test_only_the_head_of_a_paragraph_has_a_dateline():
    text = "The army left. KYIV: it said so."
    assert dateline_end(text, Span("a", 15, len(text))) == 15


@pytest.mark.parametrize(
    "text",
    [
        "MOGADISHU (Reuters) - Fighters seized a town after the army abandoned it on Friday.",
        "KABUL - The Taliban seized a warlord's home town. The city has fallen completely.",
    ],
)
def test_the_place_of_a_dateline_is_not_the_town_that_fell(reader, text):
    reading = read_text(reader, text, date(2021, 8, 9))
    assert not [c for c in reading.claims if c.counted]
