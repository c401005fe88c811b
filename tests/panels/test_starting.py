"""What a start of the page loads."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_page_that_reads_nothing_does_not_wait_for_the_parser():
    code = "import sys, components.panels\nprint(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "streamlit" in loaded
    assert "spacy" not in loaded
