"""The note with what the community takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.connectors.base import PostLimits
from sync.store import cursors, limits
from sync.store.database import Store

OTHERS = PostLimits(title_least=3, post_most=99, extensions=("pdf", "png"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path)
    yield store
    store.close()


def test_the_usual_limits_until_others_were_told(store: Store) -> None:
    with store.reading() as conn:
        assert limits.get(conn) == PostLimits()
        assert limits.told_at(conn) is None
    store.write(lambda conn: limits.put(conn, OTHERS, 1_000))
    with store.reading() as conn:
        assert limits.get(conn) == OTHERS
        assert limits.told_at(conn) == 1_000


@pytest.mark.parametrize(
    "note", ["", "x", "[]", "7", '{"a": 1}', '{"extensions": 7}', '{"extensions": [], "b": 2}']
)
def test_a_note_of_another_version_is_as_none(store: Store, note: str) -> None:
    store.write(lambda conn: cursors.put(conn, limits.LIMITS, note))
    with store.reading() as conn:
        assert limits.get(conn) == PostLimits()
