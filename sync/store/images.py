"""Which pictures posts and profiles show, and which of them are here for offline reading.

The files themselves lie in the store's folder ``images`` under their key. A picture that could not be fetched
is tried again later; it is never remembered as broken for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from sync.markup_links import image_key
from sync.model import Changes, Post


def want(conn: Connection, posts: Iterable[Post]) -> None:
    """Note the pictures that ``posts`` show, and forget those an edit took out."""
    shown = [(post, image) for post in posts for image in post.images]
    keep: dict[int, set[str]] = {}
    for post, image in shown:
        keep.setdefault(post.id, set()).add(image.key)
    _drop_other_uses(conn, posts, keep)
    if not shown:
        return
    conn.executemany(
        "INSERT INTO images (key, url, avatar, moment) VALUES (?, ?, 0, ?) ON CONFLICT(key) DO NOTHING",
        [(image.key, image.url, post.created) for post, image in shown],
    )
    conn.executemany(
        "INSERT INTO image_uses VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(post.id, image.key) for post, image in shown],
    )


def want_avatar(conn: Connection, urls: Iterable[str]) -> None:
    """Note the avatars at ``urls``."""
    conn.executemany(
        "INSERT INTO images (key, url, avatar, moment) VALUES (?, ?, 1, 0) ON CONFLICT(key) DO NOTHING",
        [(image_key(url), url) for url in urls],
    )


def wanted(conn: Connection, limit: int, now: int) -> list[tuple[str, str]]:
    """At most ``limit`` pictures to fetch at ``now``, as (key, url): avatars, then from the newest posts."""
    return conn.execute(
        "SELECT key, url FROM images WHERE fetched = 0 AND next_try <= ?"
        " ORDER BY avatar DESC, moment DESC LIMIT ?",
        (now, limit),
    ).fetchall()


def fetched(conn: Connection, key: str, size: int, width: int, height: int) -> Changes:
    """Note that the picture ``key`` of ``size`` bytes and ``width`` x ``height`` pixels is in the folder.

    Nothing changes when it is not wanted any more.
    """
    done = conn.execute(
        "UPDATE images SET fetched = 1, attempts = 0, next_try = 0, bytes = ?, width = ?, height = ?"
        " WHERE key = ?",
        (size, width, height, key),
    )
    return Changes(images=frozenset((key,) if done.rowcount else ()))


def failed(conn: Connection, key: str, next_try: int) -> None:
    """Note that ``key`` could not be fetched and is to be tried again at ``next_try``."""
    conn.execute(
        "UPDATE images SET fetched = 0, attempts = attempts + 1, next_try = ? WHERE key = ?", (next_try, key)
    )


def missing(conn: Connection, key: str) -> None:
    """Note that the file of ``key`` is not there after all, so that it is fetched again."""
    conn.execute("UPDATE images SET fetched = 0, next_try = 0 WHERE key = ?", (key,))


def attempts(conn: Connection, key: str) -> int:
    """How often fetching ``key`` has failed since it last worked; 0 when the key is not known."""
    row = conn.execute("SELECT attempts FROM images WHERE key = ?", (key,)).fetchone()
    return 0 if row is None else int(row[0])


def failing(conn: Connection) -> int:
    """How many pictures wait for another try after one that failed."""
    return int(conn.execute("SELECT count(*) FROM images WHERE fetched = 0 AND attempts > 0").fetchone()[0])


def let_go(conn: Connection, listed_post_ids: str) -> None:
    """Forget what the posts in the JSON list showed, and pictures that nothing else shows."""
    query = "SELECT DISTINCT key FROM image_uses WHERE post_id IN (SELECT value FROM json_each(?))"
    keys = conn.execute(query, (listed_post_ids,)).fetchall()
    if not keys:
        return
    conn.execute(
        "DELETE FROM image_uses WHERE post_id IN (SELECT value FROM json_each(?))", (listed_post_ids,)
    )
    _drop_unused(conn, keys)


def drop_unused_avatars(conn: Connection) -> None:
    """Forget avatars that no member has any more."""
    conn.execute("DELETE FROM images WHERE avatar = 1 AND key NOT IN (SELECT avatar FROM members)")


def _drop_unused(conn: Connection, keys: Iterable[tuple[str]]) -> None:
    conn.executemany(
        "DELETE FROM images WHERE key = ?1 AND avatar = 0"
        " AND NOT EXISTS (SELECT 1 FROM image_uses WHERE key = ?1)",
        keys,
    )


def _drop_other_uses(conn: Connection, posts: Iterable[Post], keep: dict[int, set[str]]) -> None:
    ids = [post.id for post in posts]
    rows = conn.execute(
        "SELECT post_id, key FROM image_uses WHERE post_id BETWEEN ? AND ?", (min(ids), max(ids))
    ).fetchall()
    if not rows:
        return
    listed = set(ids)
    gone = [row for row in rows if row[0] in listed and row[1] not in keep.get(row[0], ())]
    conn.executemany("DELETE FROM image_uses WHERE post_id = ? AND key = ?", gone)
    _drop_unused(conn, [(key,) for _, key in gone])
