"""Batch commands: `python -m components COMMAND INPUT... --out FILE`."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from components.errors import ReaderError
from components.pipeline import commands, gazetteers, load_engine
from components.pipeline.keeping import again_command, collections_command, export_command
from components.pipeline.lines import write_rows
from components.pipeline.mapped import (
    areas_command,
    changes_command,
    control_command,
    parse_sources,
    snapshot_command,
)
from components.pipeline.second import read_twice_command, settings_from
from components.store import Ledger
from components.territory import Selection

_READING = ("read", "geocode", "dates")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m components",
        description="Read articles, geocode them, and work out who held what on a day.",
    )
    subcommands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    texts = {
        "read": "one claim a line, from articles (.txt, .html, .jsonl, or folders of them)",
        "geocode": "one place mention a line, from articles",
        "dates": "one date expression a line, from articles",
        "control": "one place a line as it stood on --day, from the output of `read`",
        "areas": "land round the places of --day by who holds it, interpolated, as GeoJSON",
        "snapshot": "a picture (.png) or a page (.html) of --day, from the output of `read`",
    }
    for name, text in texts.items():
        command = subcommands.add_parser(name, help=text, description=text)
        command.add_argument("input", nargs="+", type=Path, metavar="INPUT")
        command.add_argument("--out", type=Path, required=name == "snapshot", metavar="FILE")
        if name == "read":
            command.add_argument(
                "--second-reader",
                action="store_true",
                help="have a model read along: sentences that may speak of control are sent to the "
                "server in WHOHELD_READER_URL (with _MODEL, and _KEY if it asks for one)",
            )
        if name not in _READING:
            command.add_argument("--day", required=True, metavar="YYYY-MM-DD")
            command.add_argument("--known-by", metavar="YYYY-MM-DD")
        if name == "control":
            _add_sources(command)
        if name == "areas":
            command.add_argument(
                "--reach", type=float, default=30.0, metavar="KM", help="how far from a place"
            )
        if name == "snapshot":
            command.add_argument("--theme", choices=("light", "dark"), default="light")
    _add_gazetteer(subcommands)
    _add_changes(subcommands)
    _add_keeping(subcommands)
    return parser


def _add_sources(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--sources",
        default="",
        metavar="KINDS",
        help="hear these alone, parted by commas: gaining-side, losing-side, monitor, press, "
        "unknown",
    )


def _add_changes(subcommands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "one place a line that differs between two days, from the output of `read`"
    changes = subcommands.add_parser("changes", help=text, description=text)
    changes.add_argument("first", metavar="FIRST", help="YYYY-MM-DD")
    changes.add_argument("second", metavar="SECOND", help="YYYY-MM-DD")
    changes.add_argument("input", nargs="+", type=Path, metavar="INPUT")
    changes.add_argument("--out", type=Path, metavar="FILE")
    changes.add_argument("--known-by", metavar="YYYY-MM-DD")
    _add_sources(changes)


def _add_keeping(subcommands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "the log of what people said of claims in your own ledger"
    reviews = subcommands.add_parser("reviews", help=text, description=text)
    export = reviews.add_subparsers(dest="action", required=True, metavar="ACTION").add_parser(
        "export", help="write it to a .csv or .jsonl file"
    )
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    text = "read all articles of your own ledger again, such as after adding places"
    subcommands.add_parser("again", help=text, description=text)
    text = "the collections of your own ledger: list them, take one out, put it back"
    actions = subcommands.add_parser("collections", help=text, description=text).add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    actions.add_parser("list", help="what there is")
    for name, text in (("remove", "take one out"), ("restore", "put one back")):
        actions.add_parser(name, help=text).add_argument("collection", metavar="ID")


def _add_gazetteer(subcommands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    text = "the index of places; places of one's own: add a file as published, list, remove"
    actions = subcommands.add_parser("gazetteer", help=text, description=text).add_subparsers(
        dest="action", required=True, metavar="ACTION"
    )
    text = "add a GeoNames country file, a table of places (.csv, .xlsx) or a .geojson file"
    add = actions.add_parser("add", help=text, description=text)
    add.add_argument("input", type=Path, metavar="FILE")
    add.add_argument("--name", default="", help="name to keep it under, else the file's")
    add.add_argument("--country", default="", metavar="XX", help="where the file does not say it")
    text = "make the index of place names now, which else the first start makes"
    actions.add_parser("build", help=text, description=text)
    actions.add_parser("list", help="what was added, and where more is published")
    remove = actions.add_parser("remove", help="take out what was added under a name")
    remove.add_argument("name", metavar="NAME")


def _tell_done(done: int) -> None:
    if done % 100 == 0:
        sys.stderr.write(f"{done} articles\n")


def _tell_loading(share: float, what: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{what}: {share:.0%}".ljust(72) + ("\n" if share >= 1 else ""))


def _read(arguments: argparse.Namespace, today: date) -> int:
    for path in arguments.input:
        if not path.exists():
            msg = f"{path} does not exist. Give a .txt, .html or .jsonl file, or a folder of them."
            raise ReaderError(msg)
    problems = commands.Problems()
    given = commands.articles(arguments.input, today, problems, _tell_done)
    if arguments.command == "dates":
        rows = commands.dates_command(given)
    elif arguments.command == "read" and arguments.second_reader:
        settings = settings_from(os.environ)
        engine = load_engine(progress=_tell_loading)
        rows = read_twice_command(given, engine, settings, problems.say)
    else:
        engine = load_engine(progress=_tell_loading)
        command = {"read": commands.read_command, "geocode": commands.geocode_command}
        rows = command[arguments.command](given, engine)
    write_rows(rows, arguments.out)
    return 1 if problems.count else 0


def _gazetteer(arguments: argparse.Namespace) -> int:
    if arguments.action == "add":
        lines = gazetteers.add_command(
            arguments.input, arguments.name, arguments.country, _tell_loading
        )
    elif arguments.action == "build":
        lines = gazetteers.build_command(_tell_loading)
    elif arguments.action == "list":
        lines = gazetteers.list_command()
    else:
        lines = gazetteers.remove_command(arguments.name)
    for line in lines:
        sys.stdout.write(f"{line}\n")
    return 0


def _keep(arguments: argparse.Namespace, today: date) -> int:
    ledger = Ledger()
    if arguments.command == "reviews":
        export_command(ledger, arguments.out)
        return 0
    if arguments.command == "again":
        engine = load_engine(progress=_tell_loading)
        for line in again_command(ledger, engine, today, _tell_done):
            sys.stdout.write(f"{line}\n")
        return 0
    named = getattr(arguments, "collection", "")
    for line in collections_command(ledger, arguments.action, named):
        sys.stdout.write(f"{line}\n")
    return 0


def _changes(arguments: argparse.Namespace, today: date) -> int:
    first, second = commands.parse_day(arguments.first), commands.parse_day(arguments.second)
    known_by = commands.parse_day(arguments.known_by) if arguments.known_by else today
    heard = Selection(known_by=known_by, bases=parse_sources(arguments.sources))
    write_rows(changes_command(arguments.input, first, second, heard), arguments.out)
    return 0


def _run(arguments: argparse.Namespace, today: date) -> int:
    """Run the command that was asked for."""
    if arguments.command == "gazetteer":
        return _gazetteer(arguments)
    if arguments.command in {"reviews", "collections", "again"}:
        return _keep(arguments, today)
    if arguments.command in _READING:
        return _read(arguments, today)
    if arguments.command == "changes":
        return _changes(arguments, today)
    day = commands.parse_day(arguments.day)
    known_by = commands.parse_day(arguments.known_by) if arguments.known_by else today
    if arguments.command == "control":
        sources = parse_sources(arguments.sources)
        write_rows(control_command(arguments.input, day, known_by, sources), arguments.out)
    elif arguments.command == "areas":
        areas_command(arguments.input, day, known_by, out=arguments.out, reach_km=arguments.reach)
    else:
        snapshot_command(arguments.input, day, known_by, out=arguments.out, theme=arguments.theme)
    return 0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 1 after one clear line on standard error."""
    arguments = _parser().parse_args(argv)
    today = datetime.now(UTC).astimezone().date()
    try:
        return _run(arguments, today)
    except ReaderError as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1


if __name__ == "__main__":
    sys.exit(main())
