"""What items of the outbox and drafts are about: the topic, the post's author and the group, by name."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from sync.store.cached_rows import by_ids


class TopicName(NamedTuple):
    """A cached topic as one calls it."""

    topic_id: int
    title: str
    group_id: int


class PostName(NamedTuple):
    """A cached post as one calls it: where it is, and whose."""

    post_id: int
    topic_id: int
    number: int
    author: str


def topics(conn: Connection, topic_ids: Iterable[int]) -> dict[int, TopicName]:
    """Those of these topics that are cached, by id."""
    found = by_ids(conn, "SELECT topic_id, title, group_id FROM topics WHERE topic_id", topic_ids)
    return {row[0]: TopicName._make(row) for row in found}


def posts(conn: Connection, post_ids: Iterable[int]) -> dict[int, PostName]:
    """Those of these posts that are cached, by id."""
    query = (
        "SELECT p.post_id, p.topic_id, p.number, coalesce(nullif(m.name, ''), m.username, '')"
        " FROM posts AS p LEFT JOIN members AS m ON m.member_id = p.author_id WHERE p.post_id"
    )
    return {row[0]: PostName._make(row) for row in by_ids(conn, query, post_ids)}


def group_name(conn: Connection, remote_name: str) -> str:
    """The name of a group of which only the platform's own name is known; empty when it is not told."""
    row = conn.execute("SELECT name FROM group_facts WHERE remote_name = ?", (remote_name,)).fetchone()
    return "" if row is None else str(row[0])
