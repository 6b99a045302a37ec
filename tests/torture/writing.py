"""Kills the commands that share and send, at any moment: what was said to be in the outbox arrives once."""

from __future__ import annotations

import contextlib
import json
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sync.demo.server import DemoServer
from tests.end2end.commands.journey import Member, finished

GROUP = "webredactie"
START_SECONDS = 30.0
# A command lives about this long after its first sign of life; kills come within it.
SHARE_SECONDS = 0.5
SEND_SECONDS = 0.25
# What the outbox waits for between looks, and between posts.
PASSING_MS = 150_000
MOST_SYNCS = 12
# Nobody waits for the spacing between posts either, here as in the processes.
AT_EASE = """
from sync.connectors.discourse_writing import DiscourseWriting
DiscourseWriting.pace = DiscourseWriting.pace._replace(topic_ms=0, post_ms=0)
"""


class Figures(NamedTuple):
    """Kills that hit, in all and by what they hit; posts that were promised; held for the member; seconds."""

    kills: int
    while_sharing: int
    while_sending: int
    posts: int
    held: int
    seconds: float


def torture(
    folder: Path, server: DemoServer, *, kills: int, seed: int, tell: Callable[[str], None] | None = None
) -> Figures:
    """Share and send, killing half of it. Raises AssertionError when a post is lost or doubled."""
    server.settings.create_post_interval = server.settings.create_topic_interval = 0
    server.settings.unique_posts_mins = server.settings.requests_per_day = 0
    chance = random.Random(seed)
    member = Member(folder / "writer", server)
    member.settle()
    began = time.monotonic()
    sharing, sending, number = 0, 0, 0
    promised: set[str] = set()
    written: set[str] = set()
    while sharing + sending < kills:
        number += 1
        title = f"Bijdrage {number:05d} die precies een keer aankomt"
        written.add(title)
        if chance.random() < 0.25:
            sharing += _kill_a_share(member, title, chance)
        else:
            done = member.run("share", "--title", title, "--group", GROUP, "--json")
            assert done.status == 0, done.err
            promised.add(title)
            sending += _kill_a_sync(member, chance)
        _time_passes(member)
        if tell is not None and number % 10 == 0:
            tell(f"{sharing + sending} of {kills} kills, {time.monotonic() - began:.0f} s")
    held = _settle(member)
    _compare(server, promised, written, held)
    return Figures(sharing + sending, sharing, sending, len(promised), len(held), time.monotonic() - began)


def _kill_a_share(member: Member, title: str, chance: random.Random) -> bool:
    """Whether the kill came before the command said that the post is in the outbox."""
    process = member.start("share", "--title", title, "--group", GROUP, "--json")
    time.sleep(SHARE_SECONDS * chance.random())
    process.kill()
    return finished(process).status != 0


def _kill_a_sync(member: Member, chance: random.Random) -> bool:
    """Start a sync, let it live for a while after its first request, and kill it; whether it hit."""
    asked = len(member.server.requests)
    process = member.start("sync", before=AT_EASE)
    until = time.monotonic() + START_SECONDS
    while len(member.server.requests) == asked and process.poll() is None:
        assert time.monotonic() < until, "the sync never asked anything"
        time.sleep(0.001)
    time.sleep(SEND_SECONDS * chance.random() ** 2)
    process.kill()
    return finished(process).status != 0


def _time_passes(member: Member) -> None:
    """What is noted moves back in time, so that nobody has to wait for the next look."""
    with contextlib.closing(sqlite3.connect(member.cache)) as conn, conn:
        conn.execute(
            "UPDATE outbox SET next_try = max(0, next_try - ?1), tried_at = max(0, tried_at - ?1),"
            " unknown_since = max(0, unknown_since - ?1), not_before = 0",
            (PASSING_MS,),
        )


def _settle(member: Member) -> set[str]:
    """Sync until nothing waits any more; the titles of what is held for the member."""
    for _ in range(MOST_SYNCS):
        _time_passes(member)
        done = finished(member.start("sync", before=AT_EASE), seconds=300)
        assert done.status in (0, 5), done.err
        items = json.loads(member.run("outbox", "--json").out)
        waiting = [item for item in items if item["state"] != "sent" and not item["held"]]
        if not waiting:
            return {item["title"] for item in items if item["held"]}
    raise AssertionError(f"never came to rest: {waiting[:3]}")


def _compare(server: DemoServer, promised: set[str], written: set[str], held: set[str]) -> None:
    rows = server.community.database.rows("SELECT title FROM topics WHERE deleted_at IS NULL")
    stored = Counter(row[0] for row in rows)
    assert not (lost := [title for title in sorted(promised) if not stored[title] and title not in held]), (
        lost
    )
    assert not (doubled := [title for title in sorted(written) if stored[title] > 1]), doubled
