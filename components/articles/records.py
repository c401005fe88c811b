"""Articles in JSON Lines: one JSON object a line."""

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from components.articles.given import Given, Problem
from components.articles.text import TEXT_LIMIT, from_text
from components.errors import BadRecordError, ReaderError

LINE_LIMIT = 6 * TEXT_LIMIT
"""Bytes that a line may have: JSON writes some characters with six."""


def read_lines(lines: Iterable[bytes], name: str, *, today: date) -> Iterator[Given | Problem]:
    """Read articles line by line; a line that cannot be read does not stop the others.

    Args:
        lines: The lines of the file as bytes; a line longer than `LINE_LIMIT` may come cut.
        name: Name of the file.
        today: No article can have appeared later.
    """
    seen: dict[str, int] = {}
    count = 0
    for number, raw in enumerate(lines, start=1):
        line = raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw
        if not line.strip():
            continue
        count += 1
        try:
            given, problems = _read_line(line, name, number, today)
        except ReaderError as error:
            yield Problem(name, number, f"Line {number} of {name!r}: {error}")
            continue
        first = seen.setdefault(given.article.id, number)
        if first != number:
            message = (
                f"Line {number} of {name!r}: the id {given.article.id!r} was already used on line "
                f"{first}; this article was left out. Give each article an id of its own."
            )
            yield Problem(name, number, message)
            continue
        for message in problems:
            yield Problem(name, number, f"Line {number} of {name!r}: {message}")
        yield given
    if not count:
        message = f"{name!r} is empty. Expected JSON Lines: one article a line."
        yield Problem(name, None, message)


def _read_line(raw: bytes, name: str, number: int, today: date) -> tuple[Given, list[str]]:
    record = _parse(raw)
    text = record.get("text")
    if not isinstance(text, str):
        what = "it has no 'text'" if text is None else f"'text' is {_kind(text)}, not a string"
        msg = f'{what}. Each line needs the article\'s text as "text".'
        raise BadRecordError(msg)
    article = from_text(
        text,
        today=today,
        article_id=_identifier(record),
        title=_string(record, "title"),
        published=_day(record, "published"),
        updated=_day(record, "updated"),
        publisher=_string(record, "publisher"),
        url=_string(record, "url"),
    )
    mentions, problems = _mentions(record, len(text))
    return Given(article, mentions, f"{name}:{number}"), problems


def _parse(raw: bytes) -> dict[str, Any]:
    if len(raw) > LINE_LIMIT:
        msg = (
            f"it is longer than {LINE_LIMIT / 1e6:.0f} MB. One article may have {TEXT_LIMIT:,} "
            "characters; is it one article a line?"
        )
        raise BadRecordError(msg)
    try:
        record = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        msg = f"byte {error.start:,} is not UTF-8. Save the file as UTF-8."
        raise BadRecordError(msg) from error
    except json.JSONDecodeError as error:
        msg = f"this is not JSON ({error.msg}, column {error.colno}). Correct or remove the line."
        raise BadRecordError(msg) from error
    except (ValueError, RecursionError) as error:
        msg = "the JSON holds a number or a nesting too large to read. Correct or remove the line."
        raise BadRecordError(msg) from error
    if not isinstance(record, dict):
        msg = f'this is {_kind(record)}, not an object. Expected {{"id": "...", "text": "..."}}.'
        raise BadRecordError(msg)
    return record


def _kind(value: Any) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", str: "a string"}
    if value is None:
        return "null"
    return names.get(type(value)) or ("a list" if isinstance(value, list) else "an object")


def _string(record: dict[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        msg = f"{key!r} is {_kind(value)}, not a string. Put it in quotes or leave it out."
        raise BadRecordError(msg)
    return value.strip()


def _identifier(record: dict[str, Any]) -> str:
    value = record.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, "id")


def _day(record: dict[str, Any], key: str) -> date | None:
    value = _string(record, key)
    if not value:
        return None
    try:
        day = date.fromisoformat(value[:10])
    except ValueError as error:
        msg = f"{key!r} is {value!r}, not a date. Expected YYYY-MM-DD, such as 2015-03-28."
        raise BadRecordError(msg) from error
    if value[10:11] not in {"", "T", " "}:
        msg = f"{key!r} is {value!r}, not a date. Expected YYYY-MM-DD, such as 2015-03-28."
        raise BadRecordError(msg)
    return day


def _mentions(record: dict[str, Any], length: int) -> tuple[tuple[tuple[int, int], ...], list[str]]:
    """Return the mentions that lie in the text, and a sentence on each that does not."""
    listed = record.get("mentions")
    if listed is None:
        return (), []
    if not isinstance(listed, list):
        msg = f"'mentions' is {_kind(listed)}, not a list of objects with 'start' and 'end'."
        raise BadRecordError(msg)
    kept: list[tuple[int, int]] = []
    problems: list[str] = []
    for index, mention in enumerate(listed, start=1):
        start = mention.get("start") if isinstance(mention, dict) else None
        end = mention.get("end") if isinstance(mention, dict) else None
        if type(start) is not int or type(end) is not int:
            problems.append(f"mention {index} has no whole numbers 'start' and 'end'; left out.")
        elif not 0 <= start < end <= length:
            problems.append(
                f"mention {index} spans {start} to {end}, but the text has {length} characters; "
                "left out."
            )
        else:
            kept.append((start, end))
    return tuple(kept), problems
