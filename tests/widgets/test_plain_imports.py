"""What a start loads, in a program of its own: no source is read that was compiled, and nothing for later."""

from __future__ import annotations

import json
import subprocess
import sys

_PROGRAM = """
import json, linecache, sys
from app.main import screen
screen()
read = [name for name in linecache.cache if name.endswith(".py") and "widgets" in name]
print(json.dumps([read, sorted(sys.modules)]))
"""

_LATER = {
    "PySide6.QtSvg",
    "PySide6.QtNetwork",
    "widgets.sidebar",
    "widgets.search.results",
    "httpx",
    "keyring",
    "hashlib",
    "html",
    "dataclasses",
    "lark",
    "sync.connectors",
    "app.composer",
    "widgets.composer",
    "widgets.rooms",
}


def test_a_start_reads_no_source_and_loads_nothing_for_later() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], check=True, capture_output=True, text=True)
    read, loaded = json.loads(done.stdout)
    assert read == []
    assert "widgets.main_window" in loaded
    assert _LATER.isdisjoint(loaded)
