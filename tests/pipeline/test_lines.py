"""JSON Lines files."""

import pytest

from components.errors import BadRecordError, ReaderError
from components.pipeline.lines import read_rows, write_rows


def test_rows_come_back_as_written(tmp_path):
    out = tmp_path / "rows.jsonl"
    rows: list[dict[str, object]] = [{"a": "إدلب"}, {"b": 2}]
    write_rows(rows, out)
    assert [row for _, row in read_rows([out])] == rows


def test_a_file_is_whole_or_absent(tmp_path):
    out = tmp_path / "rows.jsonl"
    out.write_text("old\n")

    def failing():
        yield {"a": 1}
        msg = "no"
        raise ReaderError(msg)

    with pytest.raises(ReaderError):
        write_rows(failing(), out)
    assert out.read_text() == "old\n"
    assert list(tmp_path.iterdir()) == [out]


def test_a_bad_line_is_named(tmp_path):
    bad = tmp_path / "rows.jsonl"
    bad.write_text('{"a": 1}\n\n{"a": \n')
    with pytest.raises(BadRecordError, match=r"rows\.jsonl, line 3"):
        list(read_rows([bad]))


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(ReaderError, match="nowhere"):
        write_rows((), tmp_path / "nowhere" / "rows.jsonl")
