"""The tags that topics have."""

from __future__ import annotations

import json
from collections.abc import Iterable
from sqlite3 import Connection

_MOST_USED = "SELECT tag FROM topic_tags GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ?"
_STARTING = """
    SELECT tag FROM topic_tags WHERE tag >= ? AND tag < ?
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ?
"""
_EVERY = """
    WITH RECURSIVE each(tag) AS (
        SELECT min(tag) FROM topic_tags
        UNION ALL
        SELECT (SELECT min(tag) FROM topic_tags WHERE topic_tags.tag > each.tag) FROM each
        WHERE tag IS NOT NULL
    )
    SELECT tag FROM each WHERE tag IS NOT NULL
"""


def every(conn: Connection) -> list[str]:
    """Every tag once; jumps through the index instead of reading it."""
    return [row[0] for row in conn.execute(_EVERY)]


def most_used(conn: Connection, most: int) -> list[str]:
    """At most ``most`` tags, those with the most topics first."""
    return [row[0] for row in conn.execute(_MOST_USED, (most,))]


def starting(conn: Connection, start: str, most: int) -> list[str]:
    """At most ``most`` tags that start with ``start``, those with the most topics first."""
    return [row[0] for row in conn.execute(_STARTING, (start, start + "\U0010ffff", most))]


def among(conn: Connection, names: Iterable[str]) -> frozenset[str]:
    """Those of ``names`` that are tags of some topic."""
    query = "SELECT DISTINCT tag FROM topic_tags WHERE tag IN (SELECT value FROM json_each(?))"
    return frozenset(row[0] for row in conn.execute(query, (json.dumps(sorted(names)),)))


def is_tag(conn: Connection, tag: str) -> bool:
    """Whether some topic has this tag."""
    return conn.execute("SELECT 1 FROM topic_tags WHERE tag = ? LIMIT 1", (tag,)).fetchone() is not None
