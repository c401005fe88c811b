"""What the README says of the example is what the reader says today."""

import json
from pathlib import Path

from components.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


def _table_line(row):
    def names(*roles):
        return " and ".join(dict.fromkeys(p["name"] for p in row["parties"] if p["role"] in roles))

    who = names("gaining", "attacking", "holding")
    other = names("losing", "defending")
    event = row["event"]
    days = dict.fromkeys(day for day in (event["earliest"], event["latest"]) if day)
    cells = (
        row["toponym"],
        row["kind"],
        who + (f", against {other}" if other else ""),
        " to ".join(days),
        f"{row['attribution']['source']} ({row['attribution']['basis']})",
        "yes" if row["counted"] else f"no: {row['reason_code']}",
    )
    return "| " + " | ".join(cells) + " |"


def test_the_readme_shows_what_the_example_article_says(tmp_path):
    out = tmp_path / "claims.jsonl"
    (article,) = (ROOT / "seeds").glob("*.txt")
    assert main(["read", str(article), "--out", str(out)]) == 0
    lines = [_table_line(json.loads(line)) for line in out.read_text().splitlines()]
    readme = (ROOT / "README.md").read_text()
    shown = [line for line in readme.splitlines() if line in lines]
    assert shown == lines, "\n".join(lines)
