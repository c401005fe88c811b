"""Reads files and folders into articles, one after the other."""

import io
import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from components.articles.decoding import check_size, decode
from components.articles.given import Given, Problem
from components.articles.pages import looks_like_html, page_of
from components.articles.records import LINE_LIMIT, read_lines
from components.articles.text import from_text
from components.errors import ReaderError

_TEXT = frozenset({".txt", ".text"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})
_EXPECTED = "Expected .txt, .html or .jsonl"


def read_bytes(data: bytes, name: str, *, today: date) -> Iterator[Given | Problem]:
    """Read an uploaded file: one article of .txt or .html, many of .jsonl.

    Args:
        data: The whole file.
        name: Its name; the ending says what it is.
        today: No article can have appeared later.

    Yields:
        Articles in order, and a problem for each thing that could not be read.
    """
    ending = Path(name).suffix.lower()
    if ending in _LINES:
        yield from read_lines(io.BytesIO(data), name, today=today)
    elif ending in _TEXT | _HTML:
        yield from _read_one(data, name, today, is_page=ending in _HTML)
    else:
        yield Problem(name, None, f"{name!r} was left out. {_EXPECTED}. {_hint(ending)}".strip())


def read_paths(paths: Iterable[str | Path], *, today: date) -> Iterator[Given | Problem]:
    """Read files and folders, one article at a time.

    Args:
        paths: Files in the order to read; a folder stands for all files in it and below,
            sorted by name. Hidden files in folders are passed over.
        today: No article can have appeared later.

    Yields:
        Articles in order, and a problem for each thing that could not be read.
    """
    for path in paths:
        yield from _read_path(Path(path), today)


def _read_path(path: Path, today: date) -> Iterator[Given | Problem]:
    name = _shown(path)
    if path.is_dir():
        files = list(_files_below(path))
        if not files:
            yield Problem(name, None, f"The folder {name!r} holds no files. {_EXPECTED} in it.")
        for file in files:
            yield from _read_file(file, today)
    elif not path.exists():
        yield Problem(name, None, f"There is no file or folder {name!r}. Check the path.")
    else:
        yield from _read_file(path, today)


def _files_below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root, name) for name in sorted(files) if not name.startswith("."))


def _read_file(path: Path, today: date) -> Iterator[Given | Problem]:
    name = _shown(path)
    try:
        if not path.is_file():
            yield Problem(name, None, f"{name!r} is no regular file. {_EXPECTED}.")
        elif path.suffix.lower() in _LINES:
            with path.open("rb") as file:
                yield from read_lines(_bounded(file), name, today=today)
        elif path.suffix.lower() in _TEXT | _HTML:
            check_size(path.stat().st_size, name)
            yield from read_bytes(path.read_bytes(), name, today=today)
        else:
            yield from read_bytes(b"", name, today=today)
    except OSError as error:
        reason = error.strerror or "unknown reason"
        yield Problem(name, None, f"{name!r} cannot be opened ({reason}). Check its permissions.")
    except ReaderError as error:
        yield Problem(name, None, str(error))


def _bounded(file: io.BufferedReader) -> Iterator[bytes]:
    """Yield lines, cut after `LINE_LIMIT` bytes, so that one endless line fills no memory."""
    while line := file.readline(LINE_LIMIT + 1):
        yield line
        while len(line) > LINE_LIMIT and not line.endswith(b"\n"):
            line = file.readline(LINE_LIMIT + 1)


def _read_one(data: bytes, name: str, today: date, *, is_page: bool) -> Iterator[Given | Problem]:
    try:
        text = decode(data, name)
        if not is_page and not looks_like_html(text):
            yield Given(from_text(text, today=today), (), name)
            return
        page = page_of(text, name)
        published = page.published
        if published and published > today:
            message = (
                f"{name!r} says that it was published on {published}, which lies in the future "
                f"(today is {today}); the date was left out."
            )
            yield Problem(name, None, message)
            published = None
        article = from_text(
            page.text,
            today=today,
            title=page.title,
            published=published,
            publisher=page.publisher,
            url=page.url,
        )
        yield Given(article, (), name)
    except ReaderError as error:
        message = str(error)
        named = message if repr(name) in message else f"{name!r}: {message}"
        yield Problem(name, None, named)


def _hint(ending: str) -> str:
    if ending in {".pdf", ".doc", ".docx", ".odt", ".rtf"}:
        return "Save it as plain text (.txt) and add that."
    if ending == ".json":
        return "Write one JSON object a line and name the file .jsonl."
    if ending in {".zip", ".gz", ".7z", ".rar", ".xz"}:
        return "Unpack it and add what is in it."
    return "Rename it if it is one of these."


def _shown(path: Path) -> str:
    """Return a path as it can be printed, even where its name is no UTF-8."""
    return str(path).encode("utf-8", "replace").decode("utf-8")
