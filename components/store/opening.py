"""Opening a ledger: where it lies, whether it can be used, and in plain words why not."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from platformdirs import user_data_path
from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, IntegrityError, OperationalError

from components.errors import LedgerError
from components.store.migration import FIRST_TABLES, migrate
from components.store.schema import SCHEMA_VERSION, meta, metadata
from components.store.shelves import make_own

_WAIT_S = 30


def default_ledger_url() -> str:
    """Return where the ledger lies: WHOHELD_DATA_DIR, else the user's data folder."""
    given = os.environ.get("WHOHELD_DATA_DIR")
    folder = Path(given).expanduser() if given else user_data_path("whoheld", appauthor=False)
    return f"sqlite:///{folder / 'ledger.sqlite3'}"


def open_engine(url: str) -> Engine:
    """Return an engine on a ledger that can be used; a new one is made where none is.

    Raises:
        LedgerError: It cannot be made, opened or read, or was written by a newer Whoheld.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        msg = (
            f"{url!r} is no address of a ledger. Give one such as sqlite:////folder/ledger.sqlite3."
        )
        raise LedgerError(msg) from error
    where = parsed.database or "in memory"
    options: dict[str, Any] = {}
    if parsed.get_backend_name() == "sqlite":
        options["connect_args"] = {"timeout": _WAIT_S}
        if parsed.database and not parsed.database.startswith((":", "file:")):
            _make_folder(Path(parsed.database).parent)
    engine = create_engine(parsed, **options)
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_writing)
    with in_plain_words(where), engine.begin() as connection:
        _prepare(connection, where)
    if parsed.get_backend_name() == "sqlite":
        # Only now: it writes to the file, which had to be known for a ledger first.
        with in_plain_words(where), engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw
            raw.rollback()
            raw.execute("PRAGMA journal_mode=WAL")
    return engine


@contextmanager
def in_plain_words(where: str) -> Iterator[None]:
    """Turn what a database says into a sentence for the person at the screen.

    Raises:
        LedgerError: With that sentence.
    """
    try:
        yield
    except DatabaseError as error:
        raise LedgerError(_sentence(error, where)) from error


# What a database says, and what that means for the person at the screen.
_SENTENCES = (
    ("full", "The disk is full: {where!r} could not be written. Nothing was changed; make room."),
    (
        "readonly",
        "{where!r} cannot be written. Nothing was changed; check who may write the folder.",
    ),
    (
        "locked",
        "{where!r} is in use by another program for too long. Nothing was changed; try again.",
    ),
    (
        "unable to open",
        "{where!r} cannot be opened. Check that the folder exists and that you may write it.",
    ),
)


def _sentence(error: DatabaseError, where: str) -> str:
    said = str(error.orig).lower().replace("read-only", "readonly")
    for sign, sentence in _SENTENCES:
        if sign in said:
            return sentence.format(where=where)
    if isinstance(error, IntegrityError):
        return "Somebody added the same article at this moment. Nothing was changed; try again."
    if isinstance(error, OperationalError) and "malformed" not in said:
        return f"{where!r} could not be used ({error.orig}). Nothing was changed."
    return (
        f"{where!r} is damaged or is no ledger of Whoheld ({error.orig}). It was left as it is; "
        "move it away to start a new one, or put a backup in its place."
    )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = (
            f"The folder {str(folder)!r} for the ledger cannot be made ({error.strerror}). "
            "Set WHOHELD_DATA_DIR to a folder that you may write."
        )
        raise LedgerError(msg) from error


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    """Let readers read while one writes, and leave transactions to `_begin_writing`."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_writing(connection: Connection) -> None:
    writes = not connection.get_execution_options().get("reads_only", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(connection: Connection, where: str) -> None:
    """Make the tables of a new ledger, bring an old one up to date; refuse what is not ours."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        metadata.create_all(connection)
        connection.execute(
            insert(meta),
            [{"name": "schema", "number": SCHEMA_VERSION}, {"name": "revision", "number": 0}],
        )
        make_own(connection)
        return
    version = 0
    if tables >= FIRST_TABLES:
        version = connection.scalar(select(meta.c.number).where(meta.c.name == "schema")) or 0
    if not version:
        msg = (
            f"{where!r} is a database, but no ledger of Whoheld. It was left as it is; "
            "choose another file or folder."
        )
        raise LedgerError(msg)
    if version > SCHEMA_VERSION:
        msg = (
            f"{where!r} was written by a newer version of Whoheld (schema {version}, this one "
            f"knows {SCHEMA_VERSION}). It was left as it is; update Whoheld to open it."
        )
        raise LedgerError(msg)
    if version < SCHEMA_VERSION:
        migrate(connection, version)
