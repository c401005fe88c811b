"""Files that cannot be used are refused in plain words and left as they are."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from components.errors import LedgerError
from components.records import Reading
from components.store import Ledger, default_ledger_url
from components.store.schema import articles, metadata
from tests import builders

ROOT = Path(__file__).parents[2]


def url_of(path):
    return f"sqlite:///{path}"


def test_a_setting_says_where_the_ledger_lies(monkeypatch, tmp_path):
    monkeypatch.setenv("WHOHELD_DATA_DIR", str(tmp_path / "mine"))
    assert default_ledger_url() == url_of(tmp_path / "mine" / "ledger.sqlite3")
    ledger = Ledger()
    ledger.add(builders.example_reading())
    ledger.close()
    assert (tmp_path / "mine" / "ledger.sqlite3").exists()


def test_what_was_added_is_there_after_a_restart(tmp_path):
    first = Ledger(url_of(tmp_path / "l.sqlite3"))
    first.add(builders.example_reading())
    first.close()
    assert list(Ledger(url_of(tmp_path / "l.sqlite3")).readings()) == [builders.example_reading()]


def test_readers_go_on_while_one_writes(tmp_path):
    ledger = Ledger(url_of(tmp_path / "l.sqlite3"))
    ledger.add(builders.example_reading())
    writer = sqlite3.connect(tmp_path / "l.sqlite3", isolation_level=None)
    assert writer.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("UPDATE meta SET number = 99 WHERE name = 'revision'")
    assert ledger.revision() == 1
    writer.execute("ROLLBACK")


@pytest.mark.parametrize("content", [b"not a database at all, but long enough " * 40, b"\0" * 4096])
def test_a_file_that_is_no_ledger_is_left_as_it_is(tmp_path, content):
    path = tmp_path / "l.sqlite3"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="It was left as it is"):
        Ledger(url_of(path))
    assert path.read_bytes() == content


def test_another_programs_database_is_left_as_it_is(tmp_path):
    path = tmp_path / "l.sqlite3"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="no ledger of Whoheld"):
        Ledger(url_of(path))
    assert path.read_bytes() == before


def test_a_ledger_of_a_newer_version_is_left_as_it_is(tmp_path):
    path = tmp_path / "l.sqlite3"
    Ledger(url_of(path)).close()
    with sqlite3.connect(path) as newer:
        newer.execute("UPDATE meta SET number = 99 WHERE name = 'schema'")
    newer.close()
    with pytest.raises(LedgerError, match="newer version of Whoheld"):
        Ledger(url_of(path))


def test_a_damaged_ledger_is_told_and_left_as_it_is(tmp_path):
    path = tmp_path / "l.sqlite3"
    ledger = Ledger(url_of(path))
    for n in range(40):
        ledger.add(Reading(builders.article(f"a{n}", f"{n} " + "words " * 900), (), (), (), ()))
    ledger.close()
    content = bytearray(path.read_bytes())
    content[8192:] = os.urandom(len(content) - 8192)
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="damaged"):
        list(Ledger(url_of(path)).readings())
    assert path.read_bytes()[:4096][40:] == bytes(content)[:4096][40:]


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LedgerError, match="WHOHELD_DATA_DIR"):
        Ledger(url_of(tmp_path / "file" / "below" / "l.sqlite3"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    with pytest.raises(LedgerError, match="cannot be"):
        Ledger(url_of(folder / "l.sqlite3"))


def test_a_file_that_may_only_be_read_is_told(tmp_path):
    path = tmp_path / "l.sqlite3"
    Ledger(url_of(path)).close()
    ledger = Ledger(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert ledger.articles() == ()
    with pytest.raises(LedgerError, match=r"cannot be written\. Nothing was changed"):
        ledger.add(builders.example_reading())


def test_an_address_that_is_none_is_told():
    with pytest.raises(LedgerError, match="no address of a ledger"):
        Ledger("my ledger")


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path):
    ledger = Ledger(url_of(tmp_path / "l.sqlite3"))
    ledger.add(builders.example_reading())
    with ledger._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    long = Reading(builders.article("long", "words " * 200_000), (), (), (), ())
    with pytest.raises(LedgerError, match="disk is full"):
        ledger.add(long)
    assert [a.id for a in ledger.articles()] == ["seed"]
    assert ledger.revision() == 1


WRITER = """
import sys
from tests import builders
from components.records import Reading
from components.store import Ledger
ledger = Ledger(sys.argv[1])
for n in range(int(sys.argv[3])):
    name = f"{sys.argv[2]}-{n}"
    article = builders.article(name, f"Report number {name}.")
    print(ledger.add(Reading(article, (), (), (), ())), flush=True)
"""


def start_writer(url, name, count):

    return subprocess.Popen(
        [sys.executable, "-c", WRITER, url, name, str(count)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


def test_two_programs_that_write_at_once_both_succeed(tmp_path):
    url = url_of(tmp_path / "l.sqlite3")
    writers = [start_writer(url, name, 60) for name in ("one", "two")]
    for writer in writers:
        out, _ = writer.communicate(timeout=120)
        assert out.split() == ["True"] * 60
    ledger = Ledger(url)
    assert len(ledger.articles()) == 120
    assert ledger.revision() == 120


def test_a_program_killed_while_writing_leaves_whole_articles_only(tmp_path):
    url = url_of(tmp_path / "l.sqlite3")
    writer = start_writer(url, "killed", 100_000)
    assert writer.stdout
    for _ in range(20):
        writer.stdout.readline()
    writer.kill()
    writer.communicate()
    ledger = Ledger(url)
    kept = len(ledger.articles())
    assert kept >= 20
    assert ledger.revision() == kept == len(list(ledger.readings()))
    assert ledger.add(builders.example_reading())


def test_the_tables_can_be_made_in_postgresql_too():
    for table in metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert made.strip().startswith("CREATE TABLE")
    written = str(CreateTable(articles).compile(dialect=postgresql.dialect()))
    assert "number SERIAL NOT NULL" in written
