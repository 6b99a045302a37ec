"""A fast selection of what ``python -m tests.torture offline`` does at length."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.demo.server import DemoServer
from tests.torture import offline


@pytest.mark.parametrize("seed", [1, 2])
def test_a_day_offline_arrives_over_a_network_that_fails(tmp_path: Path, demo: DemoServer, seed: int) -> None:
    figures = offline.torture(tmp_path, demo, items=50, seed=seed)
    offline.check(figures)
    assert figures.items == 50
    assert sum(figures.faults.values()) > 20
    # What was written for the topic that was closed meanwhile.
    assert figures.returned > 0


def test_without_faults_everything_arrives_at_the_platforms_pace(tmp_path: Path, demo: DemoServer) -> None:
    figures = offline.torture(tmp_path, demo, items=60, failing=0.0)
    offline.check(figures)
    assert figures.held == 0
    assert figures.hours < 1.0
