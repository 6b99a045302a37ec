"""Pictures are there for offline reading: the community's own, sized first, and tried again later."""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.budget import Budget
from sync.demo.server import DemoServer
from sync.errors import CacheUnwritable
from sync.images import ImageFolder
from tests.sync.engine_kit import Kit

Kits = Callable[..., Kit]


def png(width: int, height: int) -> bytes:
    """A small file that claims to be a picture of any size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def test_pictures_are_kept_and_do_not_count_as_requests(make: Kits) -> None:
    kit = make(images=True)
    report = kit.synced()
    assert report.images > 20
    assert report.requests == len(kit.requests)
    folder = ImageFolder(Path(kit.store.images))
    for key, width, height in kit.rows("SELECT key, width, height FROM images WHERE fetched"):
        assert folder.find(key) is not None
        assert width > 0
        assert height > 0


def test_faces_come_first_and_all_within_the_budget(make: Kits, demo: DemoServer) -> None:
    kit = make(images=True)
    kit.synced()
    pictures = [one.path for one in demo.requests if one.path.startswith(("/uploads", "/user_avatar"))]
    assert pictures[0].startswith("/user_avatar")
    assert len(pictures) <= 60
    kit.clock.sleep(61)
    kit.synced()
    assert kit.rows("SELECT count(*) FROM images WHERE NOT fetched") == [(0,)]


def test_without_the_wish_no_picture_is_fetched(make: Kits, demo: DemoServer) -> None:
    kit = make()
    assert kit.synced().images == 0
    assert not [one for one in demo.requests if one.path.startswith(("/uploads", "/user_avatar"))]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param({"status": 404, "body": "{}"}, id="absent"),
        pytest.param({"login_page": True}, id="login page"),
        pytest.param({"status": 200, "body": "<svg/>", "content_type": "image/svg+xml"}, id="svg"),
        pytest.param({"drop": True}, id="dropped"),
        pytest.param({"huge": 11}, id="too large"),
    ],
)
def test_a_failed_picture_is_tried_again_later(
    make: Kits, demo: DemoServer, fault: dict[str, object]
) -> None:
    demo.faults.add("/uploads/*", **fault)
    kit = make(images=True)
    report = kit.synced()
    kit.clock.sleep(61)
    kit.synced()
    assert report.error is None
    waiting = kit.rows("SELECT key, next_try FROM images WHERE NOT fetched AND NOT avatar")
    assert waiting
    demo.faults.clear()
    kit.clock.sleep(61)
    kit.store.write(lambda conn: conn.execute("UPDATE images SET next_try = 1 WHERE next_try > 1"))
    kit.synced()
    assert kit.rows("SELECT count(*) FROM images WHERE NOT fetched") == [(0,)]


def test_pictures_behind_a_page_do_not_hold_up_the_rest(make: Kits, demo: DemoServer) -> None:
    demo.faults.add("/user_avatar/*", login_page=True)
    kit = make(images=True)
    kit.synced()
    kit.clock.sleep(61)
    kit.synced()
    assert kit.rows("SELECT count(*) FROM images WHERE fetched AND NOT avatar")[0][0] > 3


def test_a_folder_that_cannot_be_written_is_said_so(make: Kits) -> None:
    kit = make(images=True)
    folder = Path(kit.store.images)
    shutil.rmtree(folder)
    folder.write_text("in the way")
    with pytest.raises(CacheUnwritable):
        kit.round()
    assert kit.post_ids()


def test_a_picture_of_8000_by_8000_is_not_kept(make: Kits) -> None:
    kit = make(images=True)
    kit.engine.prefetch.connector = _Fixed(kit.engine.prefetch.connector, png(8_000, 8_000))  # type: ignore[union-attr]
    kit.synced()
    assert list(Path(kit.store.images).glob("*.png")) == []
    assert kit.rows("SELECT count(*) FROM images WHERE fetched") == [(0,)]
    assert kit.rows("SELECT count(*) FROM images WHERE attempts > 0")[0][0] > 10


def test_stopping_ends_the_fetching(make: Kits, demo: DemoServer) -> None:
    kit = make(images=True)

    def pictures() -> int:
        return sum(one.path.startswith(("/uploads", "/user_avatar")) for one in demo.requests)

    kit.round(stop=lambda: pictures() >= 5)
    assert pictures() == 5


def test_the_oldest_make_room(make: Kits) -> None:
    kit = make(images=True, image_bytes=20_000, retention_days=4_000)
    kit.synced()
    folder = ImageFolder(Path(kit.store.images))
    assert folder.size() <= 20_000


class _Fixed:
    """A connector whose pictures are all the same."""

    def __init__(self, inner: object, data: bytes) -> None:
        self.inner = inner
        self.data = data

    def download(self, *_: object) -> bytes:
        return self.data


def test_a_picture_that_left_the_cache_while_it_was_on_its_way_leaves_no_file(
    make: Kits, monkeypatch: pytest.MonkeyPatch
) -> None:
    kit = make(images=True)
    download = kit.engine.connector.download

    def forgotten_meanwhile(url: str, budget: Budget) -> bytes:
        kit.store.write(lambda conn: conn.execute("DELETE FROM images"))
        return download(url, budget)

    monkeypatch.setattr(kit.engine.connector, "download", forgotten_meanwhile)
    assert kit.synced().images == 0
    assert list(Path(kit.store.images).iterdir()) == []
