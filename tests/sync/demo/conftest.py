"""A running demo community and a client that is signed in to it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from sync.demo.server import DemoServer


@pytest.fixture(scope="module")
def story() -> Iterator[DemoServer]:
    """A community that tests of this module only read."""
    with DemoServer(topics=150, requests_per_minute=0) as server:
        yield server


@pytest.fixture
def demo() -> Iterator[DemoServer]:
    """A community of its own for a test that changes things; without request and posting limits."""
    with DemoServer(requests_per_minute=0) as server:
        server.settings.create_post_interval = server.settings.create_topic_interval = 0
        yield server


@pytest.fixture
def reader(story: DemoServer) -> Iterator[httpx.Client]:
    """A client signed in to `story` as the default member."""
    with signed_in(story) as client:
        yield client


@pytest.fixture
def member(demo: DemoServer) -> Iterator[httpx.Client]:
    """A client signed in to `demo` as the default member."""
    with signed_in(demo) as client:
        yield client


def signed_in(server: DemoServer, key: str | None = None) -> httpx.Client:
    """A client for a key, by default that of the default member."""
    return httpx.Client(base_url=server.url, headers={"User-Api-Key": key or server.key}, timeout=10)
