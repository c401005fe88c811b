"""Files and folders, good and bad."""

import codecs
import json
import os
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.articles import Given, Problem, read_bytes, read_paths
from components.records import DateInterval

TODAY = date(2026, 11, 22)
ENGLISH = "The army left the town’s “old” quarter on Friday – residents said."
RUSSIAN = "Украинские войска вошли в город Изюм в субботу, сообщили власти. Бои продолжаются."
ARABIC = "سيطرت المعارضة السورية على مدينة إدلب يوم السبت، وقال المرصد السوري إن الاشتباكات مستمرة."
PAGE = """<html><head><title>Rebels take town</title>
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2015-03-29T10:00:00Z">
<script>var secret = "do not keep";</script><style>p {color: red}</style></head>
<body><nav><a href="/">Home</a></nav><article><h1>Rebels take town</h1>
<p>Rebels took the town of Jisr on Friday after a battle that lasted several days, they said.</p>
<script>alert("do not keep")</script>
<p onclick="alert('do not keep')">The army withdrew to the north, and the fighting went on near the
river on Saturday, they added.</p></article></body></html>"""


def _one(data: bytes, name: str) -> Given:
    (given_article,) = read_bytes(data, name, today=TODAY)
    assert isinstance(given_article, Given), given_article
    return given_article


def _problem(data: bytes, name: str) -> str:
    (problem,) = read_bytes(data, name, today=TODAY)
    assert isinstance(problem, Problem), problem
    assert problem.source == name
    return problem.message


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ARABIC, "utf-8"),
        (ARABIC, "utf-16-be"),
        (ARABIC, "cp1256"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_was_saved_in(text, encoding):
    assert _one(text.encode(encoding), "a.txt").article.text == text


def test_a_text_with_the_mark_of_the_other_utf_16_is_read():
    data = codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be")
    assert _one(data, "a.txt").article.text == ENGLISH


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n \n", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG picture"),
        (b"\xff\xd8\xff\xe0", "JPEG picture"),
        (b"PK\x03\x04\x14\x00word/document.xml", "Word document"),
        (b"PK\x03\x04\x14\x00other", "zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office document"),
        (b"{\\rtf1\\ansi", "Rich Text"),
        (b"\x1f\x8b\x08", "gzip"),
        (bytes(range(256)) * 8, "zero bytes"),
        (b"\xef\xbb\xbf\xff\xfe broken", "UTF-8"),
        (b"Idlib", "too short"),
    ],
)
def test_what_is_no_text_is_refused_by_what_it_looks_like(data, says):
    message = _problem(data, "report.txt")
    assert says in message
    assert "'report.txt'" in message


def test_an_encoding_that_is_not_recognised_is_said_to_be_so():
    data = bytes(1 + (i * 7919 + i // 3 * 104729) % 255 for i in range(4000))
    assert "encoding of 'noise.txt' was not recognised" in _problem(data, "noise.txt")


def test_twenty_megabytes_are_refused_without_being_decoded():
    data = b"The army left. " * (20_000_000 // 15)
    tracemalloc.start()
    message = _problem(data, "big.txt")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "has 20 MB" in message
    assert "8 MB" in message
    assert peak < 22_000_000, "a copy of the bytes at most"


def test_a_saved_page_gives_its_article_and_never_its_scripts():
    article = _one(PAGE.encode(), "page.html").article
    assert article.title == "Rebels take town"
    assert article.publisher == "Example News"
    assert article.reported == DateInterval.on(date(2015, 3, 29))
    assert "Rebels took the town of Jisr on Friday" in article.text
    assert "they added." in article.text
    for left_out in ("do not keep", "<", "alert", "Home", "color"):
        assert left_out not in article.text


def test_a_page_under_the_name_of_a_text_is_read_as_a_page():
    assert "<p" not in _one(PAGE.encode(), "page.txt").article.text


def test_a_page_in_a_declared_encoding_is_read():
    page = PAGE.replace("<title>", '<meta charset="windows-1251"><title>')
    page = page.replace("Rebels took the town of Jisr", "Войска заняли город Изюм")
    assert "Войска заняли" in _one(page.encode("cp1251"), "page.html").article.text


@pytest.mark.parametrize("page", ["<html><script>x()</script></html>", "<p></p>", "<html>"])
def test_a_page_without_an_article_is_refused(page):
    assert "without an article" in _problem(page.encode(), "menu.html")


def test_a_page_from_the_future_is_kept_without_its_date():
    problem, given_article = read_bytes(
        PAGE.replace("2015-03-29", "2031-03-29").encode(), "page.html", today=TODAY
    )
    assert isinstance(problem, Problem)
    assert "2031-03-29, which lies in the future" in problem.message
    assert isinstance(given_article, Given)
    assert given_article.article.reported == DateInterval(None, TODAY)


def _lines(*records: object) -> bytes:
    texts = (record if isinstance(record, str) else json.dumps(record) for record in records)
    return "\n".join(texts).encode()


def test_json_lines_give_an_article_each_with_what_is_known_of_it():
    record = {
        "id": "a1",
        "text": ENGLISH,
        "title": "T",
        "published": "2015-03-28",
        "publisher": "P",
        "url": "https://example.org",
        "mentions": [{"start": 4, "end": 8}],
        "unknown": {"is": "ignored"},
    }
    first, second = read_bytes(_lines(record, "", {"text": "It fell."}), "n.jsonl", today=TODAY)
    assert isinstance(first, Given)
    assert isinstance(second, Given)
    assert (first.article.id, first.source, first.mentions) == ("a1", "n.jsonl:1", ((4, 8),))
    assert first.article.reported == DateInterval.on(date(2015, 3, 28))
    assert (first.article.title, first.article.publisher) == ("T", "P")
    assert second.source == "n.jsonl:3"
    assert second.article.reported == DateInterval(None, TODAY)


def test_bad_json_on_line_7_is_named_and_the_others_are_kept():
    good = [{"id": str(i), "text": f"The army left town {i}."} for i in range(8)]
    data = _lines(*good[:6], '{"id": "x", "text": ', *good[6:])
    read = list(read_bytes(data, "news.jsonl", today=TODAY))
    assert [type(r) for r in read] == [Given] * 6 + [Problem] + [Given] * 2
    problem = read[6]
    assert isinstance(problem, Problem)
    assert (problem.source, problem.line) == ("news.jsonl", 7)
    assert problem.message.startswith("Line 7 of 'news.jsonl': this is not JSON")


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ("[1, 2]", "a list, not an object"),
        ("null", "null, not an object"),
        ({"id": "a"}, "no 'text'"),
        ({"text": None}, "no 'text'"),
        ({"text": 5}, "'text' is a number"),
        ({"text": ["a"]}, "'text' is a list"),
        ({"text": ""}, "no text"),
        ({"text": ENGLISH, "title": 5}, "'title' is a number"),
        ({"text": ENGLISH, "id": {}}, "'id' is an object"),
        ({"text": ENGLISH, "published": "28/3/2015"}, "not a date"),
        ({"text": ENGLISH, "published": "2015-02-30"}, "not a date"),
        ({"text": ENGLISH, "published": 2015}, "'published' is a number"),
        ({"text": ENGLISH, "published": "2031-01-01"}, "in the future"),
        ({"text": ENGLISH, "updated": "2031-01-01"}, "in the future"),
        ({"text": ENGLISH, "mentions": "x"}, "'mentions' is a string"),
        ("[" * 100_000, "too large"),
        ('{"text": 1' + "0" * 5000 + "}", "too large"),
    ],
)
def test_a_line_that_cannot_be_used_is_said_to_be_so(record, says):
    data = _lines(record, {"id": "ok", "text": ENGLISH})
    problem, kept = read_bytes(data, "n.jsonl", today=TODAY)
    assert isinstance(problem, Problem)
    assert says in problem.message
    assert "Line 1 of 'n.jsonl'" in problem.message
    assert isinstance(kept, Given)


def test_a_line_that_is_not_utf_8_is_named():
    (problem,) = read_bytes('{"text": "caf\xe9 au lait"}'.encode("latin-1"), "n.jsonl", today=TODAY)
    assert isinstance(problem, Problem)
    assert "not UTF-8" in problem.message


def test_an_id_that_comes_twice_is_left_out_the_second_time():
    record = {"id": "a", "text": ENGLISH}
    first, problem = read_bytes(_lines(record, record), "n.jsonl", today=TODAY)
    assert isinstance(first, Given)
    assert isinstance(problem, Problem)
    assert "already used on line 1" in problem.message


def test_a_mention_outside_the_text_is_left_out_and_the_article_kept():
    mentions = [{"start": 0, "end": 3}, {"start": 5, "end": 999}, {"start": 3, "end": 3}, [1, 2]]
    *problems, kept = read_bytes(
        _lines({"text": ENGLISH, "mentions": mentions}), "n.jsonl", today=TODAY
    )
    assert isinstance(kept, Given)
    assert kept.mentions == ((0, 3),)
    assert len(problems) == 3
    assert isinstance(problems[0], Problem)
    assert "mention 2 spans 5 to 999" in problems[0].message


def test_an_ending_that_is_not_known_says_what_is():
    assert "Expected .txt, .html or .jsonl" in _problem(b"x", "notes.docx")
    assert "one JSON object a line" in _problem(b"{}", "notes.json")


def test_a_folder_is_read_by_name_through_its_subfolders(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text("Third town fell.")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "9.txt").write_text("Second town fell.")
    (tmp_path / "z.txt").write_text("First town fell.")
    (tmp_path / ".hidden.txt").write_text("Hidden town fell.")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    read = list(read_paths([tmp_path], today=TODAY))
    texts = [r.article.text for r in read if isinstance(r, Given)]
    assert texts == ["First town fell.", "Second town fell.", "Third town fell."]
    assert [type(r) for r in read].count(Problem) == 1


def test_a_path_that_leads_nowhere_is_named_and_the_others_are_read(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The town fell.")
    missing, kept = read_paths([tmp_path / "none.txt", file], today=TODAY)
    assert isinstance(missing, Problem)
    assert "no file or folder" in missing.message
    assert isinstance(kept, Given)


def test_an_empty_folder_is_said_to_be_empty(tmp_path):
    (problem,) = read_paths([tmp_path], today=TODAY)
    assert isinstance(problem, Problem)
    assert "holds no files" in problem.message


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The town fell.")
    file.chmod(0)
    (problem,) = read_paths([file], today=TODAY)
    assert isinstance(problem, Problem)
    assert "cannot be opened" in problem.message


def test_a_file_that_cannot_be_opened_is_named(tmp_path, monkeypatch):
    file = tmp_path / "a.txt"
    file.write_text("The town fell.")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(file), "read_bytes", refuse)
    (problem,) = read_paths([file], today=TODAY)
    assert isinstance(problem, Problem)
    assert "cannot be opened (Permission denied)" in problem.message


def test_a_large_file_is_refused_by_its_size_before_it_is_read(tmp_path):
    file = tmp_path / "big.txt"
    with file.open("wb") as out:
        out.truncate(20_000_000)
    tracemalloc.start()
    (problem,) = read_paths([file], today=TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(problem, Problem)
    assert "has 20 MB" in problem.message
    assert peak < 1_000_000


def test_thousands_of_articles_stream_through_little_memory(tmp_path):
    file = tmp_path / "many.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for i in range(1000):
            out.write(json.dumps({"id": f"a{i}", "text": f"{ENGLISH} {i}. " * 8}) + "\n")
    size = file.stat().st_size
    tracemalloc.start()
    count = sum(isinstance(r, Given) for r in read_paths([file], today=TODAY))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1000
    assert peak < size, "keeping them all would take more than the file"


def test_one_endless_line_fills_no_memory_and_stops_nothing(tmp_path):
    file = tmp_path / "n.jsonl"
    with file.open("wb") as out:
        out.write(b'{"text": "' + b"x" * 30_000_000 + b'"}\n')
        out.write(json.dumps({"text": ENGLISH}).encode())
    problem, kept = read_paths([file], today=TODAY)
    assert isinstance(problem, Problem)
    assert "longer than" in problem.message
    assert isinstance(kept, Given)


NAMES = st.sampled_from(["a.txt", "a.html", "a.jsonl", "a", "a.pdf"])
HEADS = st.sampled_from([b"", b"<html><p>", b'{"text": "', b"\xff\xfe", b"\xef\xbb\xbf", b"a b\n"])


@given(HEADS, st.binary(max_size=400), NAMES)
def test_any_bytes_give_articles_or_problems_and_never_an_error(head, data, name):
    read = list(read_bytes(head + data, name, today=TODAY))
    assert read
    for one in read:
        message = one.message if isinstance(one, Problem) else one.article.text
        message.encode()


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_kept_to_the_letter_or_refused(text):
    (read,) = read_bytes(text.encode("utf-8", "replace"), "a.txt", today=TODAY)
    kept = text.encode("utf-8", "replace").decode().removeprefix("\ufeff")
    assert isinstance(read, Problem) or read.article.text == kept
