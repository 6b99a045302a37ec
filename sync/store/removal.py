"""What leaves the cache with a post or topic that is gone: rows, words, marks, pictures, and their counts."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from sync.markup_text import excerpt, plain
from sync.model import Changes
from sync.store import images, search_index, verdicts
from sync.store.cached_rows import by_ids, id_list


class _Gone(NamedTuple):
    post_id: int
    topic_id: int
    number: int
    likes: int
    accepted: int
    html: str


def remove_posts(conn: Connection, post_ids: Iterable[int]) -> Changes:
    """Take posts that the community removed out of the cache, with all that hangs on them.

    A topic of which the opening post is gone and nothing else is cached goes with it.
    """
    gone = _take_out(conn, post_ids)
    if not gone:
        return Changes()
    conn.execute(
        "DELETE FROM unread WHERE post_id IN (SELECT value FROM json_each(?))",
        (id_list(post.post_id for post in gone),),
    )
    touched = _count_down(conn, gone)
    return Changes(posts_removed=frozenset(post.post_id for post in gone), topics=touched)


def remove_topics(conn: Connection, topic_ids: Iterable[int]) -> Changes:
    """Take whole topics out of the cache, with their posts and the member's marks on them."""
    listed = id_list(topic_ids)
    post_ids = [
        row[0]
        for row in conn.execute(
            "SELECT post_id FROM posts WHERE topic_id IN (SELECT value FROM json_each(?))", (listed,)
        )
    ]
    gone = _take_out(conn, post_ids)
    known = [
        row[0]
        for row in conn.execute(
            "SELECT topic_id FROM topics WHERE topic_id IN (SELECT value FROM json_each(?))", (listed,)
        )
    ]
    for table in ("topics", "unread", "reads_pending", "saved", "visits"):
        conn.execute(f"DELETE FROM {table} WHERE topic_id IN (SELECT value FROM json_each(?))", (listed,))  # noqa: S608
    verdicts.forget(conn, known)
    return Changes(posts_removed=frozenset(post.post_id for post in gone), topics=frozenset(known))


def expire_posts(conn: Connection, post_ids: Iterable[int]) -> Changes:
    """Take posts out because they are too old to keep; the topic's counts stay as the community has them."""
    gone = _take_out(conn, post_ids)
    touched = {post.topic_id for post in gone}
    conn.execute(
        "DELETE FROM unread WHERE post_id IN (SELECT value FROM json_each(?))",
        (id_list(post.post_id for post in gone),),
    )
    conn.execute(
        "UPDATE topics SET counted_to = max(counted_to, highest_number)"
        " WHERE topic_id IN (SELECT value FROM json_each(?))",
        (id_list(touched),),
    )
    for topic_id in touched:
        _refresh_opening(conn, topic_id)
    verdicts.queue(conn, touched)
    return Changes(posts_removed=frozenset(post.post_id for post in gone), topics=frozenset(touched))


def move_out(conn: Connection, new_topics: dict[int, int]) -> None:
    """Take posts out of the topics they were in; their unread marks go along to the topic they are in now."""
    gone = _take_out(conn, new_topics, keep_pending=True)
    _count_down(conn, gone)
    moves = [(topic_id, post_id) for post_id, topic_id in new_topics.items()]
    conn.executemany("UPDATE unread SET topic_id = ? WHERE post_id = ?", moves)


def _take_out(conn: Connection, post_ids: Iterable[int], *, keep_pending: bool = False) -> list[_Gone]:
    select = "SELECT post_id, topic_id, number, likes, accepted, html FROM posts WHERE post_id"
    gone = [_Gone._make(row) for row in by_ids(conn, select, post_ids)]
    if not gone:
        return []
    search_index.take_out(conn, [(post.post_id, post.html) for post in gone])
    listed = id_list(post.post_id for post in gone)
    images.let_go(conn, listed)
    conn.execute("DELETE FROM search_queue WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))
    conn.execute("DELETE FROM posts WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))
    if not keep_pending:
        conn.execute("DELETE FROM reads_pending WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))
    return gone


def _count_down(conn: Connection, gone: list[_Gone]) -> frozenset[int]:
    by_topic: dict[int, list[_Gone]] = {}
    for post in gone:
        by_topic.setdefault(post.topic_id, []).append(post)
    for topic_id, posts in by_topic.items():
        left = conn.execute("SELECT 1 FROM posts WHERE topic_id = ? LIMIT 1", (topic_id,)).fetchone()
        if left is None and any(post.number == 1 for post in posts):
            remove_topics(conn, [topic_id])
            continue
        conn.execute(
            "UPDATE topics SET replies = max(0, replies - ?1), likes = max(0, likes - ?2),"
            " last_posted = coalesce((SELECT max(created) FROM posts WHERE topic_id = ?3), last_posted)"
            " WHERE topic_id = ?3",
            (sum(post.number > 1 for post in posts), sum(post.likes for post in posts), topic_id),
        )
        if any(post.accepted for post in posts):
            conn.execute(
                "UPDATE topics SET answered ="
                " EXISTS (SELECT 1 FROM posts WHERE topic_id = ?1 AND accepted = 1) WHERE topic_id = ?1",
                (topic_id,),
            )
        _refresh_opening(conn, topic_id)
    verdicts.queue(conn, by_topic)
    return frozenset(by_topic)


def _refresh_opening(conn: Connection, topic_id: int) -> None:
    """Let the topic's two lines of text, and its words, come from the first post that is still there."""
    query = "SELECT number, html FROM posts WHERE topic_id = ? ORDER BY number LIMIT 1"
    row = conn.execute(query, (topic_id,)).fetchone()
    number, text = (0, "") if row is None else (row[0], excerpt(plain(row[1])))
    done = conn.execute(
        "UPDATE topics SET first_number = ?1, excerpt = ?2 WHERE topic_id = ?3 AND first_number <> ?1",
        (number, text, topic_id),
    )
    if done.rowcount:
        search_index.renumbered(conn, [(topic_id, number, number)])
