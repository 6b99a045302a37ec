"""What the member did: read, saved, visited. Kept apart from the content, so that a resync leaves it alone.

Every change of the member's own waits in the cache until the community has been told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from sqlite3 import Connection

from sync.model import Changes, Post
from sync.store import cursors, verdicts
from sync.store.cached_rows import by_ids, id_list
from sync.store.counts import counts
from sync.store.rows import Place
from sync.store.topics import conditions

__all__ = [
    "arrived",
    "begin_visit",
    "counts",
    "last_visit",
    "mark_place_read",
    "mark_read",
    "mark_topic_read",
    "mark_unread",
    "pending_reads",
    "pending_saves",
    "read_up_to",
    "reads_sent",
    "save",
    "save_sent",
    "saved_remote_id",
    "stay",
    "unsave",
    "visit",
]

BASELINE = "baseline"
BASELINE_DAYS = 7
"""What is older than this at the first sync counts as read: nobody wants to begin 10,000 posts behind."""
READ_MILLISECONDS = 1000
"""What the community is told about the time a post was in view; Discourse asks for some."""
_DAY = 86_400_000
_LAST_VISIT, _PRESENT = "last_visit", "present"


def arrived(conn: Connection, posts: Sequence[Post], read_up_to: Mapping[int, int]) -> frozenset[int]:
    """Mark posts that are new to the cache as unread; returns those that now are.

    Not those before the baseline, the member's own, what ``read_up_to`` (topic to post number) covers, or
    what was here before a rebuild.
    """
    if not posts:
        return frozenset()
    baseline = _baseline(conn, posts)
    fresh = [post for post in posts if post.created >= baseline]
    if not fresh:
        return frozenset()
    me = cursors.me(conn)
    seen = {
        row[0] for row in by_ids(conn, "SELECT post_id FROM seen WHERE post_id", (post.id for post in fresh))
    }
    conn.executemany("INSERT INTO seen VALUES (?)", [(post.id,) for post in fresh if post.id not in seen])
    read = [(post.id,) for post in fresh if post.number <= read_up_to.get(post.topic_id, 0)]
    conn.executemany("DELETE FROM unread WHERE post_id = ?", read)
    unread = [
        (post.id, post.topic_id)
        for post in fresh
        if post.id not in seen and post.author_id != me and post.number > read_up_to.get(post.topic_id, 0)
    ]
    conn.executemany("INSERT INTO unread VALUES (?, ?) ON CONFLICT DO NOTHING", unread)
    return frozenset(post_id for post_id, _ in unread)


def mark_read(conn: Connection, post_ids: Iterable[int]) -> Changes:
    """Mark posts as read and queue that for the community; ``marks`` of the answer were unread until now."""
    rows = by_ids(conn, "SELECT post_id, topic_id FROM unread WHERE post_id", post_ids)
    return _read(conn, rows)


def mark_unread(conn: Connection, post_ids: Iterable[int]) -> Changes:
    """Mark cached posts as unread again; what the community was not told yet, it is not told any more."""
    rows = by_ids(conn, "SELECT post_id, topic_id FROM posts WHERE post_id", post_ids)
    listed = id_list(row[0] for row in rows)
    already = {
        row[0] for row in by_ids(conn, "SELECT post_id FROM unread WHERE post_id", (r[0] for r in rows))
    }
    conn.execute("DELETE FROM reads_pending WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))
    changed = [row for row in rows if row[0] not in already]
    conn.executemany("INSERT INTO unread VALUES (?, ?)", changed)
    verdicts.queue(conn, {row[1] for row in changed}, need="unread")
    return _marked(changed)


def mark_topic_read(conn: Connection, topic_id: int) -> Changes:
    """Mark every post of a topic as read; ``marks`` of the answer undoes it through ``mark_unread``."""
    query = "SELECT post_id, topic_id FROM unread WHERE topic_id = ?"
    return _read(conn, conn.execute(query, (topic_id,)).fetchall())


def mark_place_read(conn: Connection, place: Place) -> Changes:
    """Mark every post of the topics in ``place`` as read."""
    where, values = conditions(place)
    joined = "unread AS u JOIN topics AS t ON t.topic_id = u.topic_id"
    query = f"SELECT u.post_id, u.topic_id FROM {joined} WHERE {where}"  # noqa: S608 (our own texts)
    return _read(conn, conn.execute(query, values).fetchall())


def read_up_to(conn: Connection, topic_id: int, number: int) -> frozenset[int]:
    """Follow what was read elsewhere: posts of the topic up to ``number`` are read, and need no telling."""
    rows = conn.execute(
        "SELECT u.post_id FROM unread AS u JOIN posts AS p USING (post_id)"
        " WHERE u.topic_id = ? AND p.number <= ?",
        (topic_id, number),
    ).fetchall()
    conn.executemany("DELETE FROM unread WHERE post_id = ?", rows)
    conn.execute("DELETE FROM reads_pending WHERE topic_id = ? AND number <= ?", (topic_id, number))
    if rows:
        verdicts.queue(conn, (topic_id,), need="unread")
    return frozenset(row[0] for row in rows)


def save(conn: Connection, topic_id: int) -> Changes:
    """Keep a topic for later. A withdrawal that was not sent yet is simply taken back."""
    conn.execute(
        "INSERT INTO saved (topic_id, wanted, sent) VALUES (?, 1, 0) ON CONFLICT(topic_id) DO UPDATE"
        " SET wanted = 1, sent = (remote_id IS NOT NULL OR (wanted AND sent))",
        (topic_id,),
    )
    verdicts.queue(conn, (topic_id,), need="saved")
    return Changes(topics=frozenset((topic_id,)))


def unsave(conn: Connection, topic_id: int) -> Changes:
    """No longer keep a topic; one that the community never heard of is simply forgotten."""
    conn.execute("DELETE FROM saved WHERE topic_id = ? AND wanted AND NOT sent", (topic_id,))
    conn.execute("UPDATE saved SET wanted = 0, sent = 0 WHERE topic_id = ?", (topic_id,))
    verdicts.queue(conn, (topic_id,), need="saved")
    return Changes(topics=frozenset((topic_id,)))


def visit(conn: Connection, topic_id: int, when: int) -> None:
    """Note when the member last opened a topic; a clock that went back does not move it."""
    conn.execute(
        "INSERT INTO visits VALUES (?, ?)"
        " ON CONFLICT(topic_id) DO UPDATE SET moment = max(moment, excluded.moment)",
        (topic_id, when),
    )


def begin_visit(conn: Connection) -> None:
    """The member opens the community: what ``stay`` noted last becomes the end of the visit before."""
    conn.execute(
        "INSERT OR REPLACE INTO status SELECT ?, value FROM status WHERE name = ?", (_LAST_VISIT, _PRESENT)
    )
    verdicts.judge_again_for(conn, "visit")


def stay(conn: Connection, now: int) -> None:
    """Note that the member is still here at ``now`` (ms)."""
    conn.execute("INSERT OR REPLACE INTO status VALUES (?, ?)", (_PRESENT, now))


def last_visit(conn: Connection) -> int | None:
    """When the visit before this one ended (ms); None in the first."""
    row = conn.execute("SELECT value FROM status WHERE name = ?", (_LAST_VISIT,)).fetchone()
    return None if row is None else int(row[0])


def pending_reads(conn: Connection, limit: int) -> list[tuple[int, list[int], int]]:
    """What the community must be told was read, for ``limit`` topics: (topic, post numbers, ms each)."""
    topics = conn.execute("SELECT DISTINCT topic_id FROM reads_pending LIMIT ?", (limit,)).fetchall()
    query = "SELECT number FROM reads_pending WHERE topic_id = ? ORDER BY number"
    return [
        (topic_id, [row[0] for row in conn.execute(query, (topic_id,))], READ_MILLISECONDS)
        for (topic_id,) in topics
    ]


def reads_sent(conn: Connection, topic_id: int, numbers: Iterable[int]) -> None:
    """The community was told that these post numbers of the topic were read."""
    conn.executemany(
        "DELETE FROM reads_pending WHERE topic_id = ? AND number = ?",
        [(topic_id, number) for number in numbers],
    )


def pending_saves(conn: Connection) -> list[tuple[int, bool]]:
    """Topics whose bookmark the community must still make (True) or withdraw (False)."""
    return [
        (row[0], bool(row[1])) for row in conn.execute("SELECT topic_id, wanted FROM saved WHERE NOT sent")
    ]


def saved_remote_id(conn: Connection, topic_id: int) -> int | None:
    """The community's own id of the bookmark on a topic, when it was told."""
    row = conn.execute("SELECT remote_id FROM saved WHERE topic_id = ?", (topic_id,)).fetchone()
    return None if row is None else row[0]


def save_sent(conn: Connection, topic_id: int, remote_id: int | None = None) -> None:
    """The community has made (with its id) or withdrawn the bookmark on a topic."""
    conn.execute("DELETE FROM saved WHERE topic_id = ? AND NOT wanted", (topic_id,))
    conn.execute(
        "UPDATE saved SET sent = 1, remote_id = coalesce(?, remote_id) WHERE topic_id = ?",
        (remote_id, topic_id),
    )


def _baseline(conn: Connection, posts: Sequence[Post]) -> int:
    row = conn.execute("SELECT value FROM status WHERE name = ?", (BASELINE,)).fetchone()
    if row is not None:
        return int(row[0])
    baseline = max(post.created for post in posts) - BASELINE_DAYS * _DAY
    conn.execute("INSERT INTO status VALUES (?, ?)", (BASELINE, baseline))
    return baseline


def _read(conn: Connection, rows: Sequence[tuple[int, int]]) -> Changes:
    listed = id_list(row[0] for row in rows)
    conn.execute(
        "INSERT INTO reads_pending SELECT post_id, topic_id, number FROM posts"
        " WHERE post_id IN (SELECT value FROM json_each(?)) ON CONFLICT DO NOTHING",
        (listed,),
    )
    conn.execute("DELETE FROM unread WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))
    verdicts.queue(conn, {row[1] for row in rows}, need="unread")
    return _marked(rows)


def _marked(rows: Iterable[tuple[int, int]]) -> Changes:
    posts, topics = frozenset(row[0] for row in rows), frozenset(row[1] for row in rows)
    return Changes(marks=posts, topics=topics)
