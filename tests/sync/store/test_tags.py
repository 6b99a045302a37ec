"""The tags of topics: which there are, and which are used most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.model import Batch
from sync.store import tags
from sync.store.database import Store
from tests.sync.store.samples import read, topic, write


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "account")
    used = ("brief", "wijk"), ("wijk",), ("wijkraad", "brief", "één"), ("wijk",)
    topics = tuple(topic(number, tags=some) for number, some in enumerate(used, 1))
    write(opened, Batch(topics=topics))
    yield opened
    opened.close()


def test_those_used_most_come_first(store: Store) -> None:
    assert read(store, lambda conn: tags.most_used(conn, 3)) == ["wijk", "brief", "wijkraad"]
    assert read(store, lambda conn: tags.starting(conn, "wij", 9)) == ["wijk", "wijkraad"]
    assert read(store, lambda conn: tags.starting(conn, "wij", 1)) == ["wijk"]
    assert read(store, lambda conn: tags.starting(conn, "x", 9)) == []


def test_every_tag_is_there_once(store: Store) -> None:
    assert sorted(read(store, tags.every)) == ["brief", "wijk", "wijkraad", "één"]


def test_a_name_is_a_tag_only_as_it_is_written(store: Store) -> None:
    assert read(store, lambda conn: tags.among(conn, {"wijk", "Wijk", "één", "%", ""})) == {"wijk", "één"}
    assert read(store, lambda conn: tags.is_tag(conn, "brief"))
    assert not read(store, lambda conn: tags.is_tag(conn, "bri"))


def test_a_community_without_tags(tmp_path: Path) -> None:
    empty = Store(tmp_path / "empty")
    assert read(empty, tags.every) == []
    assert read(empty, lambda conn: tags.most_used(conn, 3)) == []
    empty.close()
