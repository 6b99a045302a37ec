"""What the composer asks the community through a client: limits, and what links are called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Account
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from sync.connectors.base import PostLimits
from sync.credentials import Key
from sync.demo.server import DemoServer
from sync.errors import NetworkError
from sync.model import Batch, Topic
from sync.store import limits
from sync.store.apply import apply
from tests.sync.engine_kit import Kit


@pytest.fixture
def client(demo: DemoServer, profile: Path) -> Iterator[Client]:
    place = Profile(profile)
    account = Account("demo", "discourse", demo.url, demo.username, "tests")
    client = Client(place, account, Settings(place), Key(demo.key, "tests"))
    yield client
    client.close()


def asked(demo: DemoServer, path: str) -> int:
    return sum(one.path == f"{path}.json" for one in demo.requests)


def test_limits_are_asked_once_a_day_and_hold_offline(client: Client, demo: DemoServer) -> None:
    demo.settings.max_post_length = 1_234
    assert client.limits() == PostLimits()
    assert client.refresh_limits().post_most == 1_234
    assert client.refresh_limits().post_most == client.limits().post_most == 1_234
    assert asked(demo, "/site/settings") == 1
    demo.settings.max_post_length = 5_678
    old = client.limits()
    client.store.write(lambda conn: limits.put(conn, old, 0))
    demo.stop()
    with pytest.raises(NetworkError):
        client.refresh_limits()
    assert client.limits().post_most == 1_234
    demo.start()
    assert client.refresh_limits().post_most == 5_678


def test_rounds_do_not_ask_for_them(demo: DemoServer, tmp_path: Path) -> None:
    kit = Kit(demo, tmp_path)
    for _ in range(3):
        assert kit.engine.round().error is None
        kit.clock.now += 86_400
    assert asked(demo, "/site/settings") == 0
    kit.engine.close()
    kit.store.close()


def test_a_link_is_named_by_the_cache_or_the_community_and_internal_ones_by_nobody(
    client: Client, demo: DemoServer
) -> None:
    topic = Topic(12, "Wie maakt er korte filmpjes?", 1)
    client.store.write(lambda conn: apply(conn, Batch(topics=(topic,))))
    assert client.link_title(f"{demo.url}/t/-/12/2") == topic.title
    assert client.link_title("https://intranet/geheim-plan") is None
    assert asked(demo, "/inline-onebox") == 0
    assert client.link_title("https://www.a.example/korte-brieven") == "Korte brieven"
    assert asked(demo, "/inline-onebox") == 1
