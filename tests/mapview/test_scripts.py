"""The browser's parts by their own tests, where node is."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _node(*arguments: str) -> subprocess.CompletedProcess[str]:
    node = shutil.which("node")
    if not node:
        word = "no node was found: install nodejs and npm to test the browser's parts"
        if os.environ.get("WHOHELD_BROWSER_REQUIRED") == "1":
            pytest.fail(word)
        pytest.skip(word)
    return subprocess.run(
        [node, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


def test_the_parts_pass_their_own_tests():
    files = sorted(str(path) for path in (ROOT / "tests" / "mapview" / "js").glob("*.test.js"))
    assert files
    ran = _node("--test", *files)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_scripts_that_are_served_are_made_of_the_modules_beside_them():
    if not (ROOT / "node_modules" / "esbuild").is_dir():
        pytest.skip("esbuild is not there: run `npm ci` to compare the scripts with their sources")
    ran = _node("components/mapview/js/build.mjs", "--check")
    assert ran.returncode == 0, ran.stderr


def test_no_served_script_asks_for_the_tools_it_was_made_with():
    for name in ("components/mapview/assets/js/whoheld.js", "components/exports/assets/page.js"):
        script = (ROOT / name).read_text(encoding="utf-8")
        assert "node_modules" not in script
        assert "import " not in script.partition("\n")[2][:2000]
