"""The little of topics that is asked apart from any list: a title, a group, what many of them are about."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from sync.model import Kind
from sync.store.cached_rows import by_ids

_GISTS = """
    SELECT t.topic_id, t.title, t.kind, coalesce(m.name, ''), coalesce(t.replies, 0),
           coalesce(t.likes, 0), coalesce(t.answered, 0), coalesce(g.closed, 0)
    FROM topics AS t LEFT JOIN members AS m ON m.member_id = t.author_id
    LEFT JOIN groups AS g ON g.group_id = t.group_id WHERE t.topic_id
"""
_NEWEST_GROUPS = """
    SELECT group_id, count(*) FROM (SELECT group_id FROM topics ORDER BY topic_id DESC LIMIT ?)
    GROUP BY group_id
"""
_BY_MEMBERS = """
    SELECT 1 FROM (
        SELECT author_id FROM topics WHERE kind = ? ORDER BY created DESC LIMIT ?
    ) JOIN members ON member_id = author_id WHERE team = 0 LIMIT 1
"""


class Gist(NamedTuple):
    """A topic in a line; ``author`` is a name, ``answered`` whether a reply was accepted.

    ``closed`` tells that it is in a closed group.
    """

    topic_id: int
    title: str
    kind: Kind
    author: str
    replies: int
    likes: int
    answered: int
    closed: int


class Extent(NamedTuple):
    """Between which ids the topics of the cache lie."""

    low: int
    top: int


def title(conn: Connection, topic_id: int) -> str | None:
    """What a topic is called; ``None`` when it is not in the cache."""
    row = conn.execute("SELECT title FROM topics WHERE topic_id = ?", (topic_id,)).fetchone()
    return None if row is None else str(row[0])


def gists(conn: Connection, topic_ids: Iterable[int]) -> list[Gist]:
    """The cached ones among ``topic_ids``, in no promised order."""
    return list(map(Gist._make, by_ids(conn, _GISTS, topic_ids)))


def group_of(conn: Connection, topic_id: int) -> int | None:
    """The group that a cached topic is in."""
    row = conn.execute("SELECT group_id FROM topics WHERE topic_id = ?", (topic_id,)).fetchone()
    return None if row is None else int(row[0])


def groups_of(conn: Connection, topic_ids: Iterable[int]) -> dict[int, int]:
    """The group of each of ``topic_ids`` that is in the cache."""
    return dict(by_ids(conn, "SELECT topic_id, group_id FROM topics WHERE topic_id", topic_ids))


def newest_by_group(conn: Connection, most: int) -> dict[int, int]:
    """How many of the newest ``most`` topics are in each group that has any."""
    return dict(conn.execute(_NEWEST_GROUPS, (most,)).fetchall())


def extent(conn: Connection) -> Extent:
    """The ids of the first and the last topic, 0 when there are none."""
    # Two statements: SQLite looks up the least or the greatest id, but walks to find both.
    low = conn.execute("SELECT coalesce(min(topic_id), 0) FROM topics").fetchone()[0]
    return Extent(low, conn.execute("SELECT coalesce(max(topic_id), 0) FROM topics").fetchone()[0])


def begun_by_others_than_team(conn: Connection, kind: str, newest: int) -> bool:
    """Whether one of the ``newest`` topics of a kind is by a member who is not of the community's team."""
    return conn.execute(_BY_MEMBERS, (kind, newest)).fetchone() is not None
