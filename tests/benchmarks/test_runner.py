"""The table of speed, small and quick: every row is measured and told. Its bounds want a quiet computer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROWS = (
    "start",
    "scroll",
    "first-page",
    "apply",
    "round",
    "search",
    "rules",
    "reader",
    "composer",
    "requests",
)


def test_every_row_yields_a_figure_and_the_counts_of_requests_hold(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--posts", "2000", "--json", "--starts", "1"]
    done = subprocess.run(
        [*command, "--keep", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode in (0, 1), done.stderr
    rows = json.loads(done.stdout)
    assert set(ROWS) == {row["name"] for row in rows}
    assert len(rows) == 27
    for row in rows:
        assert row["value"] > 0, row
        assert row["holds"] == (row["value"] <= row["bound"]), row
        assert all(row[told] for told in ("what", "unit", "how"))
    assert all(row["holds"] for row in rows if row["name"] == "requests"), rows
    assert done.returncode == (0 if all(row["holds"] for row in rows) else 1)


def test_a_row_that_is_not_there_is_refused() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--rows", "weather"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 2
