"""What must leave leaves without a trace, what must stay stays: retention, closed groups, damage."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from sync.errors import CacheDamaged
from sync.model import Batch, ImageWanted, Member
from sync.store import cursors, images, maintenance, marks
from sync.store.database import FILE_NAME, Store
from sync.store.rebuild import BUILDING
from sync.store.search import search
from sync.store.status_copy import COPY_NAME
from tests.sync.store.samples import (
    DAY,
    START,
    STATUS,
    dump,
    index_all,
    pages,
    post,
    read,
    topic,
    write,
)
from tests.sync.store.secret import community_with_a_secret

KILLED = """
import os, sys
from pathlib import Path
from sync.store import rebuild
rebuild._keep_aside = lambda folder: os._exit(9)
rebuild.rebuild(Path(sys.argv[1]))
"""


def test_killed_half_way_a_rebuild_has_taken_nothing_away(tmp_path: Path) -> None:
    store = Store(tmp_path)
    community_with_a_secret(store, topics=4)
    store.write(lambda conn: marks.save(conn, 1))
    store.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    killed = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert killed.returncode == 9
    assert (tmp_path / FILE_NAME).read_bytes() == before
    maintenance.rebuild(tmp_path)
    assert not (tmp_path / BUILDING).exists()
    store = Store(tmp_path)
    assert [row[0] for row in dump(store, ("saved",))["saved"]] == [1]
    store.close()


def test_retention_takes_old_posts_and_empty_topics_but_not_what_was_saved(store: Store) -> None:
    now = START + 100 * DAY
    told = tuple(topic(number) for number in (1, 2, 3))
    ages = {1: (50, 1), 2: (50, 40), 3: (50, 45)}
    for one in told:
        found = tuple(
            post(one.id * 10 + at, one.id, at, created=now - days * DAY, words=f"Van {days} dagen")
            for at, days in enumerate(ages[one.id], 1)
        )
        write(store, Batch(topics=(one,), posts=found))
    index_all(store)
    store.write(lambda conn: marks.save(conn, 3))
    changes = store.write(lambda conn: maintenance.apply_retention(conn, 30, now))
    assert changes.posts_removed == {11, 21, 22}
    left = {row[0]: row for row in dump(store, ("topics",))["topics"]}
    assert set(left) == {1, 3}
    assert "Van 1 dagen" in left[1]
    assert [hit.post_id for hit in read(store, lambda conn: search(conn, "dagen"))] == [32, 31, 12]
    again = tuple(post(10 + at, 1, at, created=now - days * DAY) for at, days in enumerate(ages[1], 1))
    write(store, Batch(posts=again))
    assert next(row for row in dump(store, ("topics",))["topics"] if row[0] == 1)[10] == 1


def test_a_clock_that_jumps_ahead_does_not_empty_the_cache(store: Store) -> None:
    for batch in pages():
        write(store, batch)
    far = START + 50 * 365 * DAY
    assert store.write(lambda conn: maintenance.apply_retention(conn, 30, far)).posts_removed == frozenset()
    assert len(dump(store)["posts"]) == 60


def test_pictures_wait_are_kept_and_swept(store: Store) -> None:
    first, second = ImageWanted("een", "https://c.test/1.png"), ImageWanted("twee", "https://c.test/2.png")
    write(store, Batch(members=(Member(1, "fatima", avatar_url="https://c.test/f.png"),), topics=(topic(),)))
    write(store, Batch(posts=(post(1, images=(first,)), post(2, number=2, images=(second,)))))
    wanted = read(store, lambda conn: images.wanted(conn, 10, now=5))
    assert [url for _, url in wanted] == [
        "https://c.test/f.png",
        "https://c.test/2.png",
        "https://c.test/1.png",
    ]
    store.write(lambda conn: images.failed(conn, "twee", next_try=100))
    assert "twee" not in dict(read(store, lambda conn: images.wanted(conn, 10, now=99)))
    assert "twee" in dict(read(store, lambda conn: images.wanted(conn, 10, now=100)))
    changes = store.write(lambda conn: images.fetched(conn, "twee", 1234, 20, 10))
    assert changes.images == {"twee"}
    assert "twee" not in dict(read(store, lambda conn: images.wanted(conn, 10, now=100)))
    assert read(store, maintenance.sizes).image_bytes == 1234
    (store.images / "twee").write_bytes(b"x")
    (store.images / "los").write_bytes(b"x")
    assert maintenance.sweep_images(store) == 1
    store.write(lambda conn: images.missing(conn, "twee"))
    assert "twee" in dict(read(store, lambda conn: images.wanted(conn, 10, now=100)))


def with_status(folder: Path) -> tuple[Store, dict[str, list[tuple[object, ...]]]]:
    """A cache in which the member has read, saved and visited, and what its status tables hold."""
    store = Store(folder)
    for batch in pages():
        write(store, batch)
    index_all(store)
    store.write(lambda conn: marks.mark_topic_read(conn, 4) | marks.save(conn, 2))
    store.write(lambda conn: marks.visit(conn, 2, START))
    store.write(lambda conn: cursors.put_all(conn, [(cursors.ME, "3"), ("newest", "60")]))
    return store, dump(store, STATUS)


def test_a_rebuild_keeps_everything_the_member_did_and_all_that_can_be_read(tmp_path: Path) -> None:
    store, status = with_status(tmp_path)
    content = dump(store)
    store.close()
    rebuilt = maintenance.rebuild(tmp_path)
    assert rebuilt.kept_aside.exists()
    again = Store(tmp_path)
    assert dump(again, STATUS) == status
    assert dump(again) == content | {"cursors": [(cursors.ME, "3")]}
    index_all(again)
    assert read(again, lambda conn: search(conn, "bijdrage 60"))[0].post_id == 60
    for batch in pages():
        assert write(again, batch).posts_new == frozenset()
    assert dump(again, STATUS) == status
    again.close()


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bytes_never_cost_the_members_marks(tmp_path: Path, seed: int) -> None:
    store, status = with_status(tmp_path)
    maintenance.backup_status(store)
    content = dump(store)
    store.close()
    chance = random.Random(seed)
    damaged = bytearray((tmp_path / FILE_NAME).read_bytes())
    for _ in range(1 + seed * 4):
        start = chance.randrange(0 if seed % 3 == 0 else 4096, len(damaged) - 64)
        damaged[start : start + 40] = chance.randbytes(40)
    if seed % 3 == 0:
        damaged[:4096] = chance.randbytes(4096)
    (tmp_path / FILE_NAME).write_bytes(damaged)
    maintenance.rebuild(tmp_path)
    again = Store(tmp_path)
    assert read(again, maintenance.integrity) == []
    kept = dump(again, ("saved", "reads_pending", "visits", "seen", "status"))
    if seed % 3 == 0:
        assert kept == {table: status[table] for table in kept}
    for batch in pages():
        write(again, batch)
    assert len(dump(again)["posts"]) == len(content["posts"])
    again.close()


def test_a_cache_cut_in_half_gives_back_what_is_left(tmp_path: Path) -> None:
    store, status = with_status(tmp_path)
    maintenance.backup_status(store)
    store.close()
    whole = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(CacheDamaged):
        read(Store(tmp_path), lambda conn: dump_all(conn))
    maintenance.rebuild(tmp_path)
    again = Store(tmp_path)
    assert dump(again, ("saved", "visits", "reads_pending")) == {
        table: status[table] for table in ("saved", "visits", "reads_pending")
    }
    again.close()


def dump_all(conn: object) -> None:
    for table in ("topics", "posts", "unread", "search_posts", "words", "image_uses"):
        conn.execute(f"SELECT * FROM {table}").fetchall()  # type: ignore[attr-defined]  # noqa: S608


def test_a_lost_cache_gets_its_status_from_the_copy(tmp_path: Path) -> None:
    store, status = with_status(tmp_path)
    assert maintenance.backup_status(store).name == COPY_NAME
    store.close()
    (tmp_path / FILE_NAME).write_bytes(b"\x00" * 8192)
    rebuilt = maintenance.rebuild(tmp_path)
    assert (rebuilt.content_rows, rebuilt.from_copy) == (0, True)
    again = Store(tmp_path)
    assert dump(again, STATUS) == status
    again.close()


def test_tables_of_later_schemas_count_as_the_members_own(store: Store) -> None:
    store.write(lambda conn: conn.execute("CREATE TABLE letters (letter_id INTEGER PRIMARY KEY, text TEXT)"))
    assert "letters" in read(store, maintenance.status_tables)


def test_sizes_and_integrity_of_a_sound_cache(store: Store) -> None:
    for batch in pages():
        write(store, batch)
    found = read(store, maintenance.sizes)
    assert (found.posts, found.topics, found.members, found.groups, found.to_index) == (60, 12, 3, 2, 60)
    assert (found.oldest_post, found.newest_post) == (START + DAY // 4, START + 15 * DAY)
    assert found.images_missing == 13
    assert read(store, maintenance.integrity) == []
