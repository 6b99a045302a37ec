"""A fast selection of what ``python -m tests.torture`` does at length with what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sync.demo.server import DemoServer
from tests.torture import once, writing


@pytest.mark.parametrize("way", once.WAYS, ids=lambda way: way.__name__)
def test_a_post_arrives_once(tmp_path: Path, demo: DemoServer, way: once.Way) -> None:
    figures = once.torture(tmp_path, demo, posts=5, ways=(way,))
    assert (figures.posts, figures.lost, figures.doubled, figures.held) == (5, [], [], [])


def test_what_was_said_to_be_in_the_outbox_survives_kills(tmp_path: Path, demo: DemoServer) -> None:
    figures = writing.torture(tmp_path, demo, kills=6, seed=11)
    assert figures.kills == 6
    assert figures.posts > 0
