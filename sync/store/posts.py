"""A topic with its posts, as the reader shows it."""

from __future__ import annotations

from sqlite3 import Connection

from sync.store.rows import PostRow, TopicHead

_HEAD = """
    SELECT t.topic_id, t.title, t.slug, t.kind, t.tags, t.group_id, coalesce(g.name, ''),
           coalesce(g.closed, 0), t.created, t.last_posted, t.replies, t.likes, t.views,
           coalesce(s.wanted, 0), t.answered, t.locked,
           coalesce(p.words, 0), coalesce(v.moment, 0), t.event_starts, t.event_ends, t.event_location,
           max(0, t.replies + 1 - coalesce(p.posts, 0))
    FROM topics AS t
    LEFT JOIN groups AS g ON g.group_id = t.group_id
    LEFT JOIN saved AS s ON s.topic_id = t.topic_id
    LEFT JOIN visits AS v ON v.topic_id = t.topic_id
    LEFT JOIN (
        SELECT topic_id, count(*) AS posts, sum(words) AS words FROM posts WHERE topic_id = ?1
    ) AS p ON p.topic_id = t.topic_id
    WHERE t.topic_id = ?1
"""
_THREAD = """
    SELECT p.post_id, p.topic_id, p.number, p.author_id, coalesce(a.name, ''), coalesce(a.username, ''),
           coalesce(a.organisation, ''), coalesce(a.avatar, ''), coalesce(a.team, 0), p.created, p.updated,
           p.version, p.html, p.likes, p.liked, p.reply_to,
           coalesce((
               SELECT b.name FROM posts AS q JOIN members AS b ON b.member_id = q.author_id
               WHERE q.topic_id = p.topic_id AND q.number = p.reply_to
           ), ''),
           p.accepted, p.oversize, EXISTS (SELECT 1 FROM unread AS u WHERE u.post_id = p.post_id)
    FROM posts AS p LEFT JOIN members AS a ON a.member_id = p.author_id
    WHERE p.topic_id = ? AND p.number >= ?
    ORDER BY p.number, p.post_id LIMIT ?
"""


def head(conn: Connection, topic_id: int) -> TopicHead | None:
    """What stands above a topic's posts; ``missing`` counts posts that exist but are not in the cache."""
    row = conn.execute(_HEAD, (topic_id,)).fetchone()
    return None if row is None else TopicHead._make(row)


def thread(conn: Connection, topic_id: int, *, first_number: int = 1, limit: int = 1000) -> list[PostRow]:
    """The cached posts of a topic from ``first_number`` on; numbers that are missing are not in the cache."""
    return list(map(PostRow._make, conn.execute(_THREAD, (topic_id, first_number, limit))))


def first_unread(conn: Connection, topic_id: int) -> int | None:
    """The lowest post number of the topic that is unread, or None."""
    query = "SELECT min(p.number) FROM unread AS u JOIN posts AS p USING (post_id) WHERE u.topic_id = ?"
    row = conn.execute(query, (topic_id,)).fetchone()
    return None if row is None else row[0]


def topic_of(conn: Connection, post_id: int) -> int | None:
    """The topic that a cached post is in."""
    row = conn.execute("SELECT topic_id FROM posts WHERE post_id = ?", (post_id,)).fetchone()
    return None if row is None else int(row[0])


def liked(conn: Connection, post_id: int) -> bool:
    """Whether the community says that the member likes a cached post."""
    row = conn.execute("SELECT liked FROM posts WHERE post_id = ?", (post_id,)).fetchone()
    return row is not None and bool(row[0])
