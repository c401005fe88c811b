"""From files to readings, from the ledger to a world: what the page and the commands share."""

from components.pipeline.adding import Added, add_articles, set_report_date, with_report_date
from components.pipeline.archive import Archive
from components.pipeline.engine import Engine, load_engine
from components.pipeline.rereading import Difference, ReadAgain, read_again
from components.pipeline.worlds import load_evidence, load_world, world_from_rows

__all__ = [
    "Added",
    "Archive",
    "Difference",
    "Engine",
    "ReadAgain",
    "add_articles",
    "load_engine",
    "load_evidence",
    "load_world",
    "read_again",
    "set_report_date",
    "with_report_date",
    "world_from_rows",
]
