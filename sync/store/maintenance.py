"""Keeping the cache sound and small: checks, retention, groups lost to the member, sizes."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Any, NamedTuple

from sync.model import Changes
from sync.store import images, removal, search_index
from sync.store.database import Store
from sync.store.image_sweep import sweep_images
from sync.store.lost_groups import forget_group
from sync.store.rebuild import rebuild
from sync.store.status_copy import backup_status, status_tables

__all__ = [
    "Sizes",
    "apply_retention",
    "backup_status",
    "forget_group",
    "free_bytes",
    "give_back_space",
    "integrity",
    "rebuild",
    "sizes",
    "status_tables",
    "sweep_images",
]

_DAY = 86_400_000
_STEP = 500
_FREE_PAGES_AT_ONCE = 2000


class Sizes(NamedTuple):
    """How much is in the cache; bytes where it says so."""

    groups: int
    members: int
    topics: int
    posts: int
    unread: int
    oldest_post: int | None
    newest_post: int | None
    to_index: int
    images: int
    images_missing: int
    image_bytes: int
    file_bytes: int
    free_bytes: int


def integrity(conn: Connection, *, quick: bool = False) -> list[str]:
    """What SQLite's integrity check finds wrong in the file; empty when it is sound. Reads the whole file.

    ``quick`` leaves out whether the indexes agree with their tables, which takes most of the time.
    """
    check = "PRAGMA quick_check" if quick else "PRAGMA integrity_check"
    return [str(row[0]) for row in conn.execute(check) if row[0] != "ok"]


def sizes(conn: Connection) -> Sizes:
    """How much is in the cache."""

    def ask(query: str) -> Any:
        return conn.execute(query).fetchone()

    oldest, newest = ask("SELECT (SELECT min(created) FROM posts), (SELECT max(created) FROM posts)")
    pages, free, size = (ask(f"PRAGMA {name}")[0] for name in ("page_count", "freelist_count", "page_size"))
    groups, members, topics, posts, unread = (
        ask(f"SELECT count(*) FROM {table}")[0]  # noqa: S608
        for table in ("groups", "members", "topics", "posts", "unread")
    )
    return Sizes(
        groups=groups,
        members=members,
        topics=topics,
        posts=posts,
        unread=unread,
        oldest_post=oldest,
        newest_post=newest,
        to_index=search_index.waiting(conn),
        images=ask("SELECT count(*) FROM images WHERE fetched = 1")[0],
        images_missing=ask("SELECT count(*) FROM images WHERE fetched = 0")[0],
        image_bytes=ask("SELECT coalesce(sum(bytes), 0) FROM images")[0],
        file_bytes=pages * size,
        free_bytes=free * size,
    )


def apply_retention(conn: Connection, days: int, now: int) -> Changes:
    """Take posts older than ``days`` days out of the cache, and topics of which nothing is left.

    Saved topics stay. Age is counted from ``now``, but from no later than a day after the newest post: a
    clock that jumps ahead must not empty the cache. Picture files go with ``sweep_images``.
    """
    newest = conn.execute("SELECT max(created) FROM posts").fetchone()[0]
    if newest is None:
        return Changes()
    limit = min(now, newest + _DAY) - days * _DAY
    kept = "topic_id NOT IN (SELECT topic_id FROM saved WHERE wanted)"
    changes = Changes()
    aged = f"SELECT post_id FROM posts WHERE created < ? AND {kept}"  # noqa: S608 (our own texts)
    old = [row[0] for row in conn.execute(aged, (limit,))]
    for start in range(0, len(old), _STEP):
        changes |= removal.expire_posts(conn, old[start : start + _STEP])
    empty = (
        f"SELECT topic_id FROM topics AS t WHERE last_posted < ? AND {kept}"  # noqa: S608
        " AND NOT EXISTS (SELECT 1 FROM posts AS p WHERE p.topic_id = t.topic_id)"
    )
    changes |= removal.remove_topics(conn, [row[0] for row in conn.execute(empty, (limit,)).fetchall()])
    images.drop_unused_avatars(conn)
    return changes


def free_bytes(conn: Connection) -> int:
    """How much of the file holds nothing."""
    return int(
        conn.execute("PRAGMA freelist_count").fetchone()[0] * conn.execute("PRAGMA page_size").fetchone()[0]
    )


def give_back_space(store: Store) -> None:
    """Give free pages of the file back to the disk, some at a time so that other writes get their turn."""
    store.maintain(lambda conn: conn.execute(f"PRAGMA incremental_vacuum({_FREE_PAGES_AT_ONCE})").fetchall())
