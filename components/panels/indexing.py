"""The index of place names, built in a process of its own.

Streamlit collects garbage after every run of the script. With the millions of objects that
the building holds, each collection takes seconds, and the page would build for minutes what
takes a quarter of one.
"""

import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_BUILD = (
    "from components.places import open_gazetteer\n"
    "open_gazetteer(None, lambda share, doing: print(share, doing, sep='\\t', flush=True))\n"
)


def prepare_index(progress: Callable[[float, str], None]) -> None:
    """Build the index when it is not there yet.

    Where this fails nothing is lost: whoever opens the index next builds it, or says why not.

    Args:
        progress: Told the share done (0 to 1) and what is being done.
    """
    with subprocess.Popen(  # noqa: S603 (our own program, no word of it comes from outside)
        [sys.executable, "-c", _BUILD],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as building:
        assert building.stdout
        # The reader is needed next; its parser loads while another process builds.
        importlib.import_module("components.claims")
        for line in building.stdout:
            share, _, doing = line.strip().partition("\t")
            progress(float(share), doing)
