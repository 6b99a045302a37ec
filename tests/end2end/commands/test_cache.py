"""What goes wrong on this computer: a full disk, a damaged file, a newer version, two processes at once."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.accounts import Account
from app.cli_texts import REPAIRED
from app.client import Client
from app.paths import Profile
from app.settings import Settings
from sync import errors
from sync.demo.server import DemoServer
from sync.store import marks
from sync.store.status_copy import COPY_NAME
from tests.end2end.commands.journey import Member, differences, finished, sentence

PAGE = 4096
CLOCK = "import time as _t\n_real = _t.time\n_t.time = lambda: _real() + ({hours} * 3600)"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of five megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("a small disk is a tmpfs, which only an administrator may mount")
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=5m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("this machine does not let its administrator mount a tmpfs")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_keeps_what_was_there_and_goes_on_when_there_is_room(
    small_disk: Path, demo: DemoServer, undisturbed: Member
) -> None:
    member = Member(small_disk / "profile", demo)
    member.settle()
    before = member.dump(status=True)
    topic = demo.add_topic(title="Past dit er nog bij?", text="Een lang verhaal. " * 2000)
    filler = small_disk / "filler"
    fill(filler)

    done = member.run("sync")
    assert done.status == 5
    assert sentence(errors.DiskFull()) in done.err
    assert member.dump(status=True) == before
    assert member.run("timeline").status == 0

    filler.unlink()
    assert member.run("sync").status == 0
    assert member.run("show", str(topic)).status == 0
    member.settle()
    undisturbed.settle()
    assert differences(member.dump(), undisturbed.dump()) == []
    assert member.integrity() == ["ok"]


def test_a_first_sync_onto_a_full_disk_says_so(small_disk: Path, demo: DemoServer) -> None:
    member = Member(small_disk / "profile", demo)
    filler = small_disk / "filler"
    fill(filler)
    done = member.run("sync")
    assert done.status == 5
    assert sentence(errors.DiskFull()) in done.err
    filler.unlink()
    assert member.run("sync").status == 0


def fill(filler: Path) -> None:
    """Leave no room at all on the disk."""
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(PAGE)):
            pass


def damage(path: Path, seed: int, pages: float = 0.3) -> None:
    """Overwrite the headers of some pages after the first, as a failing disk or a half-written copy does."""
    chosen = random.Random(seed)
    data = bytearray(path.read_bytes())
    for start in range(PAGE, len(data), PAGE):
        if chosen.random() < pages:
            data[start : start + 64] = chosen.randbytes(64)
    path.write_bytes(data)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_flipped_bytes_are_repaired_and_what_the_member_did_is_kept(
    seed: int, settled: Member, undisturbed: Member
) -> None:
    undisturbed.settle()
    topics = [row["id"] for row in settled.run("timeline", "--json").document]
    with_status(settled, topics)
    before = settled.dump(status=True)
    damage(settled.cache, seed)

    done = settled.run("sync")
    assert done.status == 0, done.err
    assert REPAIRED.en in done.err
    settled.settle()
    after = settled.dump(status=True)
    assert settled.integrity() == ["ok"]
    assert after["saved"] == before["saved"]
    assert after["unread"] == before["unread"]
    assert differences(settled.dump(), undisturbed.dump()) == []


def with_status(member: Member, topics: list[int]) -> None:
    """Save a topic and read another, and tell the community, some time before things go wrong."""
    client = Client(member.profile, member.account, Settings(member.profile))
    with contextlib.closing(client):
        client.store.write(lambda conn: marks.save(conn, topics[0]))
        client.store.write(lambda conn: marks.mark_topic_read(conn, topics[1]))
    # The copy of what the member did is renewed now and then; let that moment have come.
    os.utime(member.folder / COPY_NAME, (0, 0))
    member.settle()


def test_a_reading_command_repairs_too(settled: Member) -> None:
    damage(settled.cache, 7, pages=1.0)
    done = settled.run("timeline", "--json")
    assert done.status == 0
    assert REPAIRED.en in done.err
    assert isinstance(done.document, list)


@pytest.mark.parametrize("content", [b"this is no database" * 1000, b"SQLite format 3\x00", b"x"])
def test_something_else_in_the_caches_place_is_put_aside(content: bytes, settled: Member) -> None:
    settled.cache.write_bytes(content)
    client = Client(settled.profile, settled.account, Settings(settled.profile))
    client.close()
    assert client.repaired
    settled.settle()
    assert len(settled.topic_titles()) > 50
    assert any(path.read_bytes() == content for path in settled.folder.glob("cache.damaged-*.sqlite"))


def test_a_sound_cache_is_not_repaired(settled: Member) -> None:
    client = Client(settled.profile, settled.account, Settings(settled.profile))
    client.close()
    assert not client.repaired


@pytest.mark.parametrize("words", [["sync"], ["timeline"], ["search", "beleid"], ["doctor"]], ids=" ".join)
def test_a_cache_from_a_newer_version_is_left_untouched(words: list[str], settled: Member) -> None:
    with contextlib.closing(sqlite3.connect(settled.cache)) as conn:
        conn.execute("PRAGMA user_version = 99")
        conn.execute("PRAGMA journal_mode = DELETE")
    before = {path: path.read_bytes() for path in settled.folder.rglob("*") if path.is_file()}
    done = settled.run(*words)
    assert done.status == 5
    told = sentence(errors.CacheFromNewerVersion())
    assert told.split(".")[0] in done.err + done.out
    assert {path: path.read_bytes() for path in settled.folder.rglob("*") if path.is_file()} == before


def test_a_profile_on_a_network_path_is_refused_and_nothing_is_written() -> None:
    profile = Profile(Path("//server/share/stamtafel"))
    account = Account("demo", "discourse", "http://127.0.0.1:1", "noor", "computer")
    with pytest.raises(errors.CacheOnNetworkPath):
        Client(profile, account, Settings(profile))
    assert not Path("/server").exists()


def test_two_processes_may_sync_one_profile_at_once(member: Member, undisturbed: Member) -> None:
    undisturbed.settle()
    both = [member.start("sync", "--json") for _ in range(2)]
    ended = [finished(process) for process in both]
    assert [done.status for done in ended] == [0, 0], [done.err for done in ended]
    member.settle()
    assert member.integrity() == ["ok"]
    assert differences(member.dump(), undisturbed.dump()) == []


def test_a_clock_that_jumps_loses_nothing(member: Member, undisturbed: Member) -> None:
    undisturbed.settle()
    for hours in (24, -24, 24 * 365 * 5, -24 * 365 * 40):
        topic = member.server.add_topic(title=f"Hoe laat is het bij jullie, {hours} uur later?")
        done = finished(member.start("sync", "--json", before=CLOCK.format(hours=hours)))
        assert done.status == 0, done.err
        assert done.document["posts_removed"] == 0
        assert member.run("show", str(topic)).status == 0
    member.settle()
    undisturbed.settle()
    assert differences(member.dump(), undisturbed.dump()) == []
