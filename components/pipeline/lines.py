"""JSON Lines in and out: streamed, and never half-written."""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from components.errors import BadRecordError, ReaderError


def read_rows(paths: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each row of JSON Lines files with where it stands.

    Raises:
        BadRecordError: A line is not a JSON object, or a file cannot be read.
    """
    for path in paths:
        try:
            with path.open(encoding="utf-8-sig") as lines:
                for number, line in enumerate(lines, start=1):
                    if line.strip():
                        where = f"{path.name}, line {number}"
                        yield where, _row(line, where)
        except OSError as failed:
            msg = f"{path} cannot be read: {failed.strerror}. Check the name and the permissions."
            raise BadRecordError(msg) from failed
        except UnicodeDecodeError as failed:
            msg = f"{path} is not UTF-8 text. Give a file as printed by these commands."
            raise BadRecordError(msg) from failed


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as wrong:
        msg = f"{where} is not valid JSON ({wrong.msg}, column {wrong.colno}). Mend the line."
        raise BadRecordError(msg) from wrong
    if not isinstance(row, dict):
        msg = f"{where} holds {type(row).__name__}, expected an object with named fields."
        raise BadRecordError(msg)
    return row


def write_rows(rows: Iterable[dict[str, Any]], out: Path | None) -> None:
    """Write rows to a file that appears only when it is whole, or to standard output."""
    if out is None:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        sys.stdout.flush()
        return
    with _whole_file(out) as target:
        for row in rows:
            target.write((json.dumps(row, ensure_ascii=False) + "\n").encode())


def write_bytes(data: bytes, out: Path) -> None:
    """Write a file that appears only when it is whole."""
    with _whole_file(out) as target:
        target.write(data)


class _whole_file:  # noqa: N801 (used like a function)
    """A file under another name beside `out` that takes its place when all went well."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def __enter__(self) -> Any:
        """Open the temporary file."""
        try:
            handle, name = tempfile.mkstemp(dir=self.out.parent, prefix=f".{self.out.name}.")
        except OSError as failed:
            msg = f"{self.out} cannot be written: {failed.strerror}. Choose another folder."
            raise ReaderError(msg) from failed
        self.temporary = Path(name)
        self.file = os.fdopen(handle, "wb")
        return self.file

    def __exit__(self, kind: object, *_: object) -> None:
        """Put the file in place, or take it away if something failed."""
        self.file.close()
        if kind is None:
            self.temporary.chmod(0o644)
            self.temporary.replace(self.out)
        else:
            self.temporary.unlink(missing_ok=True)
