"""Opening a cache: made once, refused untouched when it is newer, told apart when it cannot be trusted."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.errors import (
    CacheDamaged,
    CacheFromNewerVersion,
    CacheOnNetworkPath,
    CacheUnwritable,
    DiskFull,
)
from sync.model import Batch
from sync.store import migrations, topics
from sync.store.apply import apply
from sync.store.database import FILE_NAME, SCHEMA, Store, schema_of
from sync.store.network_path import NETWORK_FILE_SYSTEMS, file_system, on_network
from sync.store.rows import Place
from tests.sync.store.samples import dump, pages, people, post, read, topic, write

MOUNTS = """\
sysfs /sys sysfs rw 0 0
/dev/sda1 / ext4 rw 0 0
server:/export /home nfs4 rw 0 0
/dev/sdb1 /home/lokaal ext4 rw 0 0
//server/deel /mnt/afdeling\\040communicatie cifs rw 0 0
tmpfs /home/lokaal tmpfs rw 0 0
"""


def test_the_schema_number_is_the_number_of_steps() -> None:
    assert len(migrations.STEPS) == SCHEMA


def test_a_new_cache_records_its_steps_and_is_in_wal(store: Store) -> None:
    steps = read(store, lambda conn: conn.execute("SELECT name FROM _sqlite_migrations").fetchall())
    assert [name for (name,) in steps] == [step.__name__ for step in migrations.STEPS]
    assert read(store, lambda conn: conn.execute("PRAGMA journal_mode").fetchone()) == ("wal",)
    assert schema_of(store.path) == SCHEMA


def test_opening_an_existing_cache_loads_neither_sqlite_utils_nor_the_nouns(store: Store) -> None:
    store.close()
    code = (
        "import sys, pathlib; from sync.store.database import Store; from sync.store import topics, counts;"
        f"store = Store(pathlib.Path({str(store.folder)!r}));"
        "conn = store.reading().__enter__();"
        "topics.page(conn, topics.Place(), 'newest'); counts.counts(conn);"
        "print([name for name in ('sqlite_utils', 'dataclasses', 'concurrent.futures', 'json', 'httpx')"
        " if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_a_failing_write_leaves_nothing_behind_and_says_why(store: Store) -> None:
    def half(conn: sqlite3.Connection) -> None:
        apply(conn, Batch(topics=(topic(),), posts=(post(1),)))
        raise ValueError("half way")

    before = dump(store)
    with pytest.raises(ValueError, match="half way"):
        store.write(half)
    assert dump(store) == before
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.write(lambda conn: conn.execute("SELECT * FROM absent"))
    assert write(store, Batch(topics=(topic(),))).topics == {1}


def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(CacheUnwritable), store.reading() as conn:
        conn.execute("DELETE FROM topics")


def test_readers_see_a_page_as_a_whole_while_it_is_written(store: Store) -> None:
    started, go_on = threading.Event(), threading.Event()

    def slowly(conn: sqlite3.Connection) -> None:
        apply(conn, Batch(topics=(topic(),), posts=(post(1),)))
        started.set()
        go_on.wait(10)

    future = store.submit(slowly)
    assert started.wait(10)
    assert dump(store, ("topics", "posts")) == {"topics": [], "posts": []}
    go_on.set()
    future.result(10)
    assert len(dump(store)["posts"]) == 1


def test_closing_finishes_what_was_handed_over_and_leaves_one_file(tmp_path: Path) -> None:
    store = Store(tmp_path)
    futures = [
        store.submit(lambda conn, n=n: apply(conn, Batch(topics=(topic(n),))))  # type: ignore[misc]
        for n in range(1, 30)
    ]
    store.close()
    assert all(future.done() for future in futures)
    assert sorted(path.name for path in tmp_path.iterdir()) == [FILE_NAME, "images"]
    with pytest.raises(RuntimeError):
        store.submit(sqlite3.Connection.interrupt)
    again = Store(tmp_path)
    assert read(again, lambda conn: topics.count(conn, Place(), "newest")) == 29
    again.close()


@pytest.mark.parametrize("left_in_the_log", [False, True])
def test_a_newer_cache_is_refused_and_not_a_byte_is_changed(tmp_path: Path, left_in_the_log: bool) -> None:
    store = Store(tmp_path / "made")
    write(store, Batch(topics=(topic(),)))
    store.close()
    conn = sqlite3.connect(store.path)
    if left_in_the_log:
        conn.execute("PRAGMA wal_autocheckpoint = 0")
    conn.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    conn.commit()
    folder = tmp_path / "killed"
    if left_in_the_log:
        shutil.copytree(store.folder, folder)
        conn.close()
    else:
        conn.close()
        shutil.copytree(store.folder, folder)
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(CacheFromNewerVersion) as caught:
        Store(folder)
    assert caught.value.facts["schema"] == SCHEMA + 1
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all" * 50, b"SQLite format 3\x00 short"])
def test_something_else_in_its_place_is_damage(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(CacheDamaged):
        Store(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_an_empty_file_is_a_new_cache(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    store = Store(tmp_path)
    assert write(store, Batch(topics=(topic(),))).topics == {1}
    store.close()


def test_damage_met_while_reading_or_writing_is_told_as_such(tmp_path: Path) -> None:
    store = Store(tmp_path)
    write(
        store,
        Batch(topics=(topic(),), posts=tuple(post(n, number=n, words="x" * 3000) for n in range(1, 60))),
    )
    store.close()
    damaged = bytearray(store.path.read_bytes())
    for start in range(4096 * 3, len(damaged) - 4096, 4096):
        damaged[start : start + 64] = b"\xa5" * 64
    store.path.write_bytes(damaged)
    store = Store(tmp_path)
    with pytest.raises(CacheDamaged), store.reading() as conn:
        conn.execute("SELECT * FROM posts").fetchall()
    with pytest.raises(CacheDamaged):
        write(store, Batch(topics=(topic(2),), posts=(post(99, 2),)))
    store.close()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/fatima/.local/share", "nfs4"),
        ("/home/lokaal/x", "tmpfs"),
        ("/mnt/afdeling communicatie/map", "cifs"),
        ("/mnt/anders", "ext4"),
        ("/homes", "ext4"),
    ],
)
def test_the_mount_table_tells_where_a_folder_is(folder: str, kind: str) -> None:
    assert file_system(Path(folder), MOUNTS) == kind


def test_network_paths_are_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {"nfs", "nfs4", "cifs", "9p", "fuse.sshfs"} <= NETWORK_FILE_SYSTEMS
    assert on_network(Path("\\\\server\\deel\\map"))
    assert not on_network(tmp_path)
    monkeypatch.setattr("sync.store.network_path._mounts", lambda: f"server:/x {tmp_path} nfs rw 0 0\n")
    with pytest.raises(CacheOnNetworkPath):
        Store(tmp_path / "account")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no write permission bit on Windows")
def test_a_folder_that_cannot_be_made_is_unwritable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CacheUnwritable):
        Store(tmp_path / "file" / "account")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 2 MB, where this machine lets us make one."""
    place = tmp_path / "small"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("making a small file system takes root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(store: Store) -> int:
    """Write pages until there is no room; returns how many went in."""
    for number in range(1, 400):
        words = f"{number} " + "tekst " * 2000
        try:
            write(store, Batch(topics=(topic(number),), posts=(post(number, number, words=words),)))
        except DiskFull:
            return number - 1
    raise AssertionError("the disk was never full")


def test_a_full_disk_is_told_and_keeps_what_was_written(small_disk: Path) -> None:
    store = Store(small_disk)
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 600_000)
    written = fill(store)
    assert written > 5
    assert len(dump(store)["posts"]) == written
    ballast.unlink()
    write(store, Batch(topics=(topic(1000),), posts=(post(1000, 1000),)))
    store.close()
    again = Store(small_disk)
    assert len(dump(again)["posts"]) == written + 1
    again.close()


def test_a_full_database_is_told_and_keeps_what_was_written(store: Store) -> None:
    store.maintain(lambda conn: conn.execute("PRAGMA max_page_count = 300").fetchall())
    written = fill(store)
    assert len(dump(store)["posts"]) == written > 5
    store.maintain(lambda conn: conn.execute("PRAGMA max_page_count = 3000").fetchall())
    write(store, Batch(topics=(topic(1000),), posts=(post(1000, 1000),)))
    assert len(dump(store)["posts"]) == written + 1


WRITER = """
import pathlib, sys
from tests.sync.store.samples import post, topic, write
from sync.model import Batch
from sync.store.database import Store
store = Store(pathlib.Path(sys.argv[1]))
first = int(sys.argv[2])
for number in range(first, first + 60):
    last = (("last", str(number)),)
    write(store, Batch(topics=(topic(number),), posts=(post(number, number),), cursors=last))
    print(number, flush=True)
store.close()
"""


def start_writer(folder: Path, first: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(folder), str(first)], stdout=subprocess.PIPE, text=True
    )


def test_two_processes_write_to_one_cache_from_its_first_moment(tmp_path: Path) -> None:
    writers = [start_writer(tmp_path, first) for first in (1, 1001)]
    assert [writer.communicate(timeout=60) and writer.returncode for writer in writers] == [0, 0]
    store = Store(tmp_path)
    assert read(store, lambda conn: topics.count(conn, Place(), "newest")) == 120
    assert read(store, lambda conn: conn.execute("PRAGMA integrity_check").fetchone()) == ("ok",)
    store.close()


@pytest.mark.parametrize("after", [1, 7, 23, 41])
def test_killed_in_the_middle_the_cache_holds_whole_pages(tmp_path: Path, after: int) -> None:
    writer = start_writer(tmp_path, 1)
    assert writer.stdout is not None
    told = [next(writer.stdout) for _ in range(after)]
    writer.kill()
    writer.communicate()
    store = Store(tmp_path)
    with store.reading() as conn:
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (count,) = conn.execute("SELECT count(*) FROM posts").fetchone()
        assert conn.execute("SELECT count(*) FROM topics").fetchone() == (count,)
        assert conn.execute("SELECT value FROM cursors WHERE name = 'last'").fetchone() == (str(count),)
    assert count >= int(told[-1])
    store.close()


def test_after_a_kill_the_rest_arrives_without_loss_or_doubling(tmp_path: Path) -> None:
    whole = Store(tmp_path / "whole")
    for batch in pages():
        write(whole, batch)
    script = (
        "import os, pathlib, sys; from tests.sync.store.samples import pages, write;"
        "from sync.store.database import Store; from sync.store.apply import apply;"
        "store = Store(pathlib.Path(sys.argv[1])); batches = list(pages());"
        "[write(store, batch) for batch in batches[:4]];"
        "store.write(lambda conn: (apply(conn, batches[4]), os.kill(os.getpid(), 9)))"
    )
    folder = tmp_path / "killed"
    assert subprocess.run([sys.executable, "-c", script, str(folder)], check=False).returncode != 0
    killed = Store(folder)
    assert len(dump(killed)["posts"]) == 30
    for batch in pages():
        write(killed, batch)
    assert dump(killed) == dump(whole)
    killed.close()
    whole.close()


def test_members_keep_their_words_when_the_same_name_comes_twice(store: Store) -> None:
    write(store, Batch(members=people() + people()))
    assert len(dump(store)["members"]) == 3


def test_a_durable_write_waits_for_the_disk_and_others_do_not(tmp_path: Path) -> None:
    store = Store(tmp_path)

    def waits(conn: sqlite3.Connection) -> bool:
        return bool(conn.execute("PRAGMA synchronous").fetchone()[0] == 2)

    assert store.write(waits, durable=True)
    assert not store.write(waits)
    with pytest.raises(ZeroDivisionError):
        store.write(lambda _: 1 // 0, durable=True)
    assert not store.write(waits)
    store.close()
