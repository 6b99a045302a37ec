"""The row for starting: until the cached timeline is painted, against a blank window of the same size.

Both are programs of their own, started in turn; see ``start_blank.py`` and ``start_window.py``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.figures import Row

_LONGEST_SECONDS = 120


class Start(NamedTuple):
    """One start: milliseconds until the paint, by the clock and by the CPU of all threads; resident MB.

    ``resting_mb`` is measured a second later, when reader, menus and counts are there too.
    """

    wall_ms: float
    cpu_ms: float
    painted_mb: float
    resting_mb: float


def start_rows(profile: Path, pairs: int) -> list[Row]:
    """Start a blank window and the program on ``profile`` in turn, ``pairs`` times after one to warm up."""
    blanks, windows = [], []
    with tempfile.TemporaryDirectory() as compiled:
        for number in range(pairs + 1):
            blank, window = _start("blank", profile, compiled), _start("window", profile, compiled)
            if number:
                blanks.append(blank)
                windows.append(window)
    own, bare = _medians(windows), _medians(blanks)
    details = {
        "window ms": own.wall_ms,
        "blank ms": bare.wall_ms,
        "by CPU": own.cpu_ms / bare.cpu_ms,
        "window CPU ms": own.cpu_ms,
        "blank CPU ms": bare.cpu_ms,
    }
    memory = {
        "window MB": own.painted_mb,
        "blank MB": bare.painted_mb,
        "a second later": own.resting_mb / bare.resting_mb,
    }
    clock = f"clock from process start to painted rows, medians of {pairs} starts in turn, modules compiled"
    resident = "resident memory when the rows are painted"
    ratio = own.wall_ms / bare.wall_ms
    return [
        Row("start", "start to painted cached timeline", ratio, 1.3, "times", clock, details),
        Row("start", "start: memory", own.painted_mb / bare.painted_mb, 1.35, "times", resident, memory),
    ]


def _medians(starts: list[Start]) -> Start:
    return Start(*(median(column) for column in zip(*starts, strict=True)))


def _start(what: str, profile: Path, compiled: str) -> Start:
    # As installed: Python keeps its modules compiled, here apart from the source tree.
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", f"tests.benchmarks.start_{what}", str(profile), str(time.monotonic_ns())]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=_LONGEST_SECONDS, env=surroundings
    )
    return Start(*json.loads(done.stdout))
