"""Kills a syncing process again and again, and looks whether the cache comes out as if undisturbed."""

from __future__ import annotations

import contextlib
import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sync.demo.server import DemoServer
from tests.end2end.commands.journey import Member, differences, finished

# Kills before the cache is brought to rest and compared.
MOST_IN_A_ROW = 8
NEWEST_POSTS = 20
START_SECONDS = 30.0
# A sync that was left alone takes about this long after its first request; kills come within it.
SPAN_SECONDS = 0.9


class Figures(NamedTuple):
    """What the torture did: kills that hit a running sync, syncs that ended before, comparisons, seconds."""

    kills: int
    finished: int
    first_syncs: int
    compared: int
    seconds: float


def torture(
    folder: Path, server: DemoServer, *, kills: int, seed: int, tell: Callable[[str], None] | None = None
) -> Figures:
    """Kill a sync ``kills`` times at random moments. Raises AssertionError when the cache suffers.

    The community changes all the while. Half of the time the cache starts from nothing.
    """
    chance = random.Random(seed)
    victim = Member(folder / "victim", server, images=True)
    undisturbed = Member(folder / "undisturbed", server)
    undisturbed.settle()
    began = time.monotonic()
    done, survived, first_syncs, compared = 0, 0, 1, 0
    while done < kills:
        for _ in range(min(chance.randint(1, MOST_IN_A_ROW), kills - done)):
            change_something(server, chance)
            if kill_a_sync(victim, chance):
                done += 1
            else:
                survived += 1
        undisturbed.settle()
        victim.settle()
        compare(victim, undisturbed)
        compared += 1
        if tell is not None:
            tell(f"{done} of {kills} kills, {compared} comparisons, {time.monotonic() - began:.0f} s")
        if chance.random() < 0.5 and done < kills:
            shutil.rmtree(victim.folder)
            first_syncs += 1
    return Figures(done, survived, first_syncs, compared, time.monotonic() - began)


def kill_a_sync(victim: Member, chance: random.Random) -> bool:
    """Start a sync, let it live for a random while after its first request, and kill it; whether it hit."""
    asked = len(victim.server.requests)
    process = victim.start("sync")
    until = time.monotonic() + START_SECONDS
    while len(victim.server.requests) == asked and process.poll() is None:
        assert time.monotonic() < until, "the sync never asked anything"
        time.sleep(0.001)
    # Most of the work is early: short lives more often than long ones.
    time.sleep(SPAN_SECONDS * chance.random() ** 2)
    hit = process.poll() is None
    process.kill()
    ended = finished(process)
    assert hit or ended.status == 0, ended.err
    return hit and ended.status != 0


def compare(victim: Member, undisturbed: Member) -> None:
    """The same content, sound to the last page, and nothing twice."""
    found = differences(victim.dump(), undisturbed.dump())
    assert found == [], "\n".join(found)
    assert victim.integrity() == ["ok"]
    with contextlib.closing(sqlite3.connect(victim.cache)) as conn:
        twice = conn.execute(
            "SELECT topic_id, number FROM posts GROUP BY 1, 2 HAVING count(*) > 1"
        ).fetchall()
    assert twice == []


def change_something(server: DemoServer, chance: random.Random) -> None:
    """A new topic, a reply, an edit or a deletion among the newest posts."""
    database = server.community.database
    newest = database.rows(
        "SELECT id, topic_id, post_number FROM posts WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?",
        NEWEST_POSTS,
    )
    row = chance.choice(newest)
    word = f"{chance.randrange(1_000_000):06d}"
    what = chance.random()
    if what < 0.4:
        server.add_topic(title=f"Wie kent een goed voorbeeld van {word}?")
    elif what < 0.7:
        server.add_reply(row["topic_id"], text=f"Bij ons werkte {word} het beste, met wat geduld.")
    elif what < 0.9 or row["post_number"] == 1:
        server.edit_post(row["id"], f"Aangevuld met {word}, na een gesprek aan de koffietafel.")
    else:
        server.delete_post(row["id"])
