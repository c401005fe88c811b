"""One article from one text."""

from datetime import date

import pytest

from components.articles import TEXT_LIMIT, from_text
from components.errors import BadRecordError, UnreadableArticleError
from components.records import DateInterval

TODAY = date(2026, 11, 22)
TEXT = "The army left the town on Friday."


def test_an_article_without_an_id_gets_a_digest_of_its_text():
    one, same, other = (from_text(t, today=TODAY) for t in (TEXT, TEXT, TEXT + " It fell."))
    assert one == same
    assert one.id != other.id
    assert len(one.id) == 16
    assert {span.article_id for span in one.sentences} == {one.id}


def test_what_is_known_of_an_article_is_kept():
    article = from_text(
        TEXT, today=TODAY, article_id="x1", title="T", publisher="P", url="https://example.org/a"
    )
    assert (article.id, article.title, article.publisher) == ("x1", "T", "P")
    assert article.url == "https://example.org/a"
    assert article.text == TEXT
    assert article.language == "en"


@pytest.mark.parametrize(
    ("published", "updated", "reported"),
    [
        (date(2015, 3, 28), None, DateInterval.on(date(2015, 3, 28))),
        (date(2015, 3, 28), date(2015, 4, 2), DateInterval.on(date(2015, 3, 28))),
        (None, date(2015, 4, 2), DateInterval(None, date(2015, 4, 2))),
        (None, None, DateInterval(None, TODAY)),
        (TODAY, None, DateInterval.on(TODAY)),
    ],
)
def test_published_is_the_day_and_updated_only_bounds_it(published, updated, reported):
    article = from_text(TEXT, today=TODAY, published=published, updated=updated)
    assert article.reported == reported


def test_a_date_in_the_future_is_refused_by_name():
    tomorrow = date(2026, 11, 23)
    with pytest.raises(BadRecordError, match=r"'published' is 2026-11-23.*in the future"):
        from_text(TEXT, today=TODAY, published=tomorrow)
    with pytest.raises(BadRecordError, match=r"'updated' is 2026-11-23.*in the future"):
        from_text(TEXT, today=TODAY, updated=tomorrow)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "no text"),
        (" \n\t ", "no text"),
        ("Idlib", "too short"),
        ("123 456", "too short"),
        ("\x00\x01\x02 ab cd" * 20, "not text"),
        ("a b " * (TEXT_LIMIT // 4 + 1), "2,000,000"),
    ],
)
def test_a_text_that_is_no_article_is_refused_in_words(text, says):
    with pytest.raises(UnreadableArticleError, match=says):
        from_text(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army left the town and the rebels took it.", "en"),
        ("سيطرت المعارضة السورية على مدينة إدلب يوم السبت", "ar"),
        ("Украинские войска вошли в город", "ru"),
        ("Українські війська увійшли до міста Ізюм", "uk"),
        ("တပ်ဝင်သည်။ မြို့ကျသည်။ စစ်တပ်", "my"),
        (
            "Les forces gouvernementales ont repris la ville après des combats acharnés près de là",
            "",
        ),
    ],
)
def test_the_language_is_named_by_script_and_left_open_where_unsure(text, language):
    assert from_text(text, today=TODAY).language == language


def test_half_a_character_is_replaced_and_no_offset_moves():
    article = from_text("The army \ud800 left the town.", today=TODAY)
    assert article.text == "The army \ufffd left the town."
    article.text.encode()
