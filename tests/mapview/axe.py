"""What axe-core finds wrong on a page for those who do not see it or use no mouse."""

import os
from pathlib import Path
from typing import Any

import pytest

_SOURCE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
_RUN = "() => axe.run(document, {resultTypes: ['violations'], iframes: false})"


def serious_violations(frame: Any) -> list[str]:
    """Return what axe-core calls serious or critical, with the first places of each."""
    if not _SOURCE.is_file():
        word = "axe-core is not there: run `npm ci` to test what readers of screens meet"
        if os.environ.get("WHOHELD_BROWSER_REQUIRED") == "1":
            pytest.fail(word)
        pytest.skip(word)
    frame.evaluate(_SOURCE.read_text(encoding="utf-8"))
    found = frame.evaluate(_RUN)
    return [
        f"{each['id']}: {each['help']}: {[node['html'][:160] for node in each['nodes'][:3]]}"
        for each in found["violations"]
        if each["impact"] in {"serious", "critical"}
    ]
