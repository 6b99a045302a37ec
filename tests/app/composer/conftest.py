"""The cache of a member of the demo community, fetched over HTTP and indexed once for all of these tests."""

from __future__ import annotations

from collections.abc import Iterator
from sqlite3 import Connection

import pytest

from sync.demo.server import DemoServer
from sync.store.database import Store
from sync.store.search_index import index_batch
from tests.conftest import NOW
from tests.sync.engine_kit import Kit


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with DemoServer(requests_per_minute=0, now=NOW) as demo:
        kit = Kit(demo, tmp_path_factory.mktemp("story"))
        for _ in range(4):
            assert kit.engine.round().error is None
            kit.clock.now += 7_200
        while kit.store.write(lambda conn: index_batch(conn, 5_000)):
            pass
        kit.engine.close()
    yield kit.store
    kit.store.close()


@pytest.fixture
def cache(story: Store) -> Iterator[Connection]:
    with story.reading() as conn:
        yield conn
