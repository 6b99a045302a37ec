"""The cache takes no more of the disk than what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Account
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from app.upkeep import TIDIED, tidy
from sync.credentials import Key
from sync.demo.server import DemoServer
from sync.errors import Stopped
from sync.model import Batch, Changes, ImageWanted
from sync.store import cursors, maintenance, removal
from sync.store.apply import apply
from sync.store.database import Store
from tests.sync.store.samples import people, places, post, topic

DAY = 86_400_000
NOW = 400 * DAY


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A cache with one topic, each of its posts with a picture on disk, that was tidied just now."""
    made = Store(tmp_path / "account")
    shown = [ImageWanted(f"{number:08x}", f"https://c.test/{number}.png") for number in range(1, 4)]
    posts = tuple(
        post(number, 1, number, words="veel woorden " * 4000, images=(shown[number - 1],))
        for number in range(1, 4)
    )
    made.write(
        lambda conn: apply(conn, Batch(groups=places(), members=people(), topics=(topic(1),), posts=posts))
    )
    for image in shown:
        (made.images / f"{image.key}.png").write_bytes(b"a picture")
    tidy(made, Changes(), NOW)
    yield made
    made.close()


def pictures(store: Store) -> set[str]:
    return {path.name for path in store.images.iterdir()}


def test_files_of_removed_posts_go_with_the_round_that_removed_them(store: Store) -> None:
    changes = store.write(lambda conn: removal.remove_posts(conn, [2]))
    assert pictures(store) == {"00000001.png", "00000002.png", "00000003.png"}
    assert tidy(store, changes, NOW + 1)
    assert pictures(store) == {"00000001.png", "00000003.png"}


def test_the_space_of_removed_posts_goes_back_to_the_disk(store: Store) -> None:
    changes = store.write(lambda conn: removal.remove_posts(conn, [2, 3]))
    with store.reading() as conn:
        assert maintenance.free_bytes(conn) > 0
    tidy(store, changes, NOW + 1)
    with store.reading() as conn:
        assert maintenance.free_bytes(conn) == 0


def test_without_removals_it_looks_once_a_day(store: Store) -> None:
    (store.images / "0000000a.png").write_bytes(b"of a post that was edited")
    assert not tidy(store, Changes(posts_new=frozenset({9})), NOW + DAY - 1)
    assert "0000000a.png" in pictures(store)
    assert tidy(store, Changes(), NOW + DAY)
    assert "0000000a.png" not in pictures(store)


def test_a_clock_that_was_set_back_does_not_keep_it_from_looking(store: Store) -> None:
    assert tidy(store, Changes(), NOW - 30 * DAY)
    assert not tidy(store, Changes(), NOW - 30 * DAY + 1)


def test_a_picture_that_is_being_written_stays(store: Store) -> None:
    (store.images / "tmpabc123.part").write_bytes(b"half a pict")
    tidy(store, Changes(posts_removed=frozenset({1})), NOW + 1)
    assert "tmpabc123.part" in pictures(store)


@pytest.fixture
def client(demo: DemoServer, tmp_path: Path) -> Iterator[Client]:
    profile = Profile(tmp_path / "member")
    profile.create()
    settings = Settings(profile)
    settings.set("sync.requests_per_minute", 600)
    settings.set("sync.images", False)
    account = Account("demo", "discourse", demo.url, demo.username, "tests")
    made = Client(profile, account, settings, Key(demo.key, "tests"))
    yield made
    made.close()


def test_a_round_tidies_and_notes_when(client: Client) -> None:
    stray = client.store.images / "0000000a.png"
    stray.write_bytes(b"of a post that is gone")
    assert client.round().error is None
    assert not stray.exists()
    with client.store.reading() as conn:
        assert cursors.get(conn, TIDIED) is not None


def test_after_closing_no_connection_is_made_any_more(client: Client, demo: DemoServer) -> None:
    client.close()
    with pytest.raises(Stopped):
        client.refresh_topic(1)
    assert demo.requests == []


def test_a_renewed_key_is_used_from_then_on(
    client: Client, demo: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client.round().error is None
    demo.revoke_key(demo.key)
    assert client.round().error is not None
    monkeypatch.setenv("STAMTAFEL_KEY", demo.new_key(demo.username))
    client.signed_in_again(client.account)
    assert client.round().error is None
