"""Where sentences and paragraphs begin and end."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.articles import from_text, paragraph_of, paragraphs, split_sentences
from components.records import Span

TODAY = date(2026, 11, 22)
SEEDS = Path(__file__).parents[2] / "seeds"


def _sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, "a")]


@pytest.mark.parametrize(
    "text",
    [
        "Lt. Gen. John A. Smith of the U.S. Army said that No. 5 Battalion had left.",
        "Mr. Khan and Dr. Abbas met Col. Saleh in St. Petersburg.",
        "It began at 5 a.m. Friday and ended at 6 p.m. GMT.",
        "The U.N. Security Council and the U.K. Foreign Office agreed.",
        "J. R. R. Tolkien was there, e.g. in 1916, i.e. during the war.",
        "Some 7.6 million fled, 3.5 percent of them on Jan. 5 and Feb. 12.",
        "They fled… then came back... and stayed.",
        "He asked “Why now?” and left.",
        "“Stop!” he cried.",
        "See www.example.org/News.Today for more.",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(text):
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("They won. The town fell.", ["They won.", "The town fell."]),
        ("They won! Did they? Yes.", ["They won!", "Did they?", "Yes."]),
        ("“We won.” The army left.", ["“We won.”", "The army left."]),
        ('"We won." "They lost."', ['"We won."', '"They lost."']),
        ("It was built by the U.S. The army left.", ["It was built by the U.S.", "The army left."]),
        ("They came at 3 p.m. The army left.", ["They came at 3 p.m.", "The army left."]),
        ("That was in 2014. 12 people died.", ["That was in 2014.", "12 people died."]),
        ("They took the town.The army left.", ["They took the town.", "The army left."]),
        ("They fled... The army left.", ["They fled...", "The army left."]),
        ("وصل الجيش؟ نعم۔ انسحب", ["وصل الجيش؟", "نعم۔", "انسحب"]),
        ("တပ်ဝင်သည်။ မြို့ကျသည်။", ["တပ်ဝင်သည်။", "မြို့ကျသည်။"]),
        ("Rebels take town\nThe army left.", ["Rebels take town", "The army left."]),
        ("Rebels take town\r\n\r\nThe army left.", ["Rebels take town", "The army left."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, sentences):
    assert _sentences(text) == sentences


def test_a_line_that_goes_on_in_lower_case_is_not_cut():
    text = "The army left the town\nafter four days of fighting. It then\ncame back."
    assert _sentences(text) == [
        "The army left the town\nafter four days of fighting.",
        "It then\ncame back.",
    ]


def test_lines_of_one_width_are_one_paragraph():
    text = (
        "The army left the town of Idlib after four days of fighting in the\n"
        "Streets around the Clock Square, according to the Syrian Observatory\n"
        "For Human Rights, which has a network of sources on the ground in\n"
        "Syria. It then came back.\n\nNext."
    )
    assert len(paragraphs(text)) == 2
    assert _sentences(text)[1:] == ["It then came back.", "Next."]


def test_the_seed_article_has_one_sentence_a_statement():
    (seed,) = SEEDS.glob("000_*.txt")
    article = from_text(seed.read_text(encoding="utf-8"), today=TODAY)
    quoted = [article.quote(span) for span in article.sentences]
    assert quoted[2] == "Updated Jul 28, 2015"
    assert quoted[7].startswith("The\xa0alliance\xa0took over Idlib on March 28")
    assert "Jisr al- Shughur, killing 140" in quoted[9]
    assert len(quoted) == 17


def test_the_paragraph_of_a_sentence_is_its_line():
    text = "First. Second.\n\nThird. Fourth.\nFifth."
    article = from_text(text, today=TODAY)
    second, third = article.sentences[1], article.sentences[2]
    assert article.quote(paragraph_of(article, second)) == "First. Second."
    assert article.quote(paragraph_of(article, third)) == "Third. Fourth."
    both = Span(article.id, second.start, third.end)
    assert article.quote(paragraph_of(article, both)) == "First. Second.\n\nThird. Fourth."


@given(
    st.text(alphabet=st.sampled_from("aA .!?…“\"'”\n\r\t\u2028.1٣؟။é-(:"), max_size=120) | st.text()
)
def test_every_character_but_blanks_is_in_exactly_one_sentence(text):
    covered = [0] * len(text)
    last = 0
    for span in split_sentences(text, "a"):
        assert last <= span.start < span.end
        last = span.end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        for position in range(span.start, span.end):
            covered[position] += 1
    assert all(count == 1 or text[i].isspace() for i, count in enumerate(covered))


@given(st.text(alphabet="aB .\n", max_size=80))
def test_every_sentence_lies_in_one_paragraph(text):
    whole = paragraphs(text)
    for span in split_sentences(text, "a"):
        assert sum(start <= span.start and span.end <= end for start, end in whole) == 1
