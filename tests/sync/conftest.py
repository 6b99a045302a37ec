"""Lends engines to the tests: with an empty cache, or with one that was synced once and is copied since."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from sync import chores
from sync.demo.server import DemoServer
from tests.conftest import NOW
from tests.sync.engine_kit import Kit, kits

COMMUNITY, CACHE = "community.sqlite", "cache"
# The community's clock must not go back when its copy is started.
LATER = NOW + timedelta(minutes=1)


class FirstSync(NamedTuple):
    """A folder with a community and a cache in step with it, and the port on which it was served."""

    folder: Path
    port: int


@pytest.fixture(scope="session")
def first_sync(tmp_path_factory: pytest.TempPathFactory) -> FirstSync:
    """All of a first sync, for all tests that begin after it."""
    folder = tmp_path_factory.mktemp("first_sync")
    with DemoServer(requests_per_minute=0, now=NOW, database=folder / COMMUNITY) as server:
        kit = Kit(server, folder / CACHE)
        kit.synced()
        # With what one round leaves to a later one.
        kit.forget_moment(chores.RESTED_AT)
        kit.synced()
        kit.close()
        return FirstSync(folder, int(server.url.rpartition(":")[2]))


@pytest.fixture
def demo(first_sync: FirstSync, tmp_path: Path) -> Iterator[DemoServer]:
    """A copy of the community of ``first_sync`` for one test, at the same address."""
    file = tmp_path / COMMUNITY
    shutil.copy(first_sync.folder / COMMUNITY, file)
    with DemoServer(port=first_sync.port, requests_per_minute=0, now=LATER, database=file) as server:
        yield server


@pytest.fixture
def make(demo: DemoServer, tmp_path: Path) -> Iterator[Callable[..., Kit]]:
    """Makes engines, each with a cache of its own unless one is named."""
    with kits(demo, tmp_path) as found:
        yield found


@pytest.fixture
def kit(make: Callable[..., Kit]) -> Kit:
    """An engine with an empty cache."""
    return make()


@pytest.fixture
def synced(make: Callable[..., Kit], first_sync: FirstSync, tmp_path: Path) -> Kit:
    """An engine whose first round is over."""
    shutil.copytree(first_sync.folder / CACHE, tmp_path / CACHE)
    return make(CACHE)
