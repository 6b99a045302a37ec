"""What the engine asks of the cache before it writes: what is there already, and what a reply lacks."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from sync.store.cached_rows import by_ids


def kinds(conn: Connection, topic_ids: Iterable[int]) -> dict[int, str]:
    """The kind of each of these topics that is cached."""
    return dict(by_ids(conn, "SELECT topic_id, kind FROM topics WHERE topic_id", topic_ids))


def with_organisation(conn: Connection, member_ids: Iterable[int]) -> set[int]:
    """Those of these members whose organisation is cached."""
    rows = by_ids(conn, "SELECT member_id FROM members WHERE organisation <> '' AND member_id", member_ids)
    return {row[0] for row in rows}


def posts_between(conn: Connection, lowest: int, below: int | None) -> dict[int, int]:
    """Cached posts with ids from ``lowest`` up to but without ``below``: post id to topic id."""
    query = "SELECT post_id, topic_id FROM posts WHERE post_id >= ?"
    if below is None:
        return dict(conn.execute(query, (lowest,)).fetchall())
    return dict(conn.execute(f"{query} AND post_id < ?", (lowest, below)).fetchall())


def topics_of(conn: Connection, post_ids: Iterable[int]) -> dict[int, int]:
    """The topic of each of these posts that is cached."""
    return dict(by_ids(conn, "SELECT post_id, topic_id FROM posts WHERE post_id", post_ids))


def posts_of(conn: Connection, topic_id: int) -> set[int]:
    """The ids of a topic's cached posts."""
    return {row[0] for row in conn.execute("SELECT post_id FROM posts WHERE topic_id = ?", (topic_id,))}


def counts(conn: Connection, topic_ids: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Of each of these topics that is cached: the replies it is said to have, and the posts in the cache."""
    query = (
        "SELECT topic_id, replies, (SELECT count(*) FROM posts WHERE posts.topic_id = topics.topic_id)"
        " FROM topics WHERE topic_id"
    )
    return {row[0]: (row[1], row[2]) for row in by_ids(conn, query, topic_ids)}


def saved(conn: Connection, topic_id: int) -> bool:
    """Whether the member keeps this topic for later."""
    query = "SELECT 1 FROM saved WHERE topic_id = ? AND wanted"
    return conn.execute(query, (topic_id,)).fetchone() is not None


def groups(conn: Connection) -> dict[int, bool]:
    """The cached groups: id to whether it is closed."""
    return {row[0]: bool(row[1]) for row in conn.execute("SELECT group_id, closed FROM groups")}


def groups_of_topics(conn: Connection) -> set[int]:
    """The groups that cached topics are in, also such as are not cached themselves."""
    return {row[0] for row in conn.execute("SELECT DISTINCT group_id FROM topics WHERE group_id > 0")}


def post_count(conn: Connection) -> int:
    """How many posts are cached."""
    return int(conn.execute("SELECT count(*) FROM posts").fetchone()[0])


def moment_at(conn: Connection, post_id: int, *, above: bool) -> int | None:
    """When the nearest cached post was written: with this id or a higher one (``above``), or a lower one."""
    direction = ">= ? ORDER BY post_id" if above else "<= ? ORDER BY post_id DESC"
    query = f"SELECT created FROM posts WHERE post_id {direction} LIMIT 1"  # noqa: S608 (two fixed texts)
    row = conn.execute(query, (post_id,)).fetchone()
    return None if row is None else int(row[0])


def next_above(conn: Connection, post_id: int) -> int | None:
    """The lowest id of a cached post above ``post_id``."""
    found: int | None = conn.execute(
        "SELECT min(post_id) FROM posts WHERE post_id > ?", (post_id,)
    ).fetchone()[0]
    return found


def nth_below(conn: Connection, post_id: int, count: int) -> int:
    """The id of the ``count``-th cached post from ``post_id`` down, itself included; 0 without one."""
    query = "SELECT post_id FROM posts WHERE post_id <= ? ORDER BY post_id DESC LIMIT 1 OFFSET ?"
    row = conn.execute(query, (post_id, count - 1)).fetchone()
    return 0 if row is None else int(row[0])
