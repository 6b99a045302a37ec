"""Killed at any moment, a sync goes on where it was; ``python -m tests.torture`` does this 200 times."""

from __future__ import annotations

from pathlib import Path

from sync.demo.server import DemoServer
from tests.torture.kills import torture


def test_a_cache_survives_kills_at_random_moments(tmp_path: Path, demo: DemoServer) -> None:
    figures = torture(tmp_path, demo, kills=8, seed=20)
    assert figures.kills == 8
    assert figures.compared >= 1
