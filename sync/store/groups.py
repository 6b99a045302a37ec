"""The groups of the community, for the sidebar."""

from __future__ import annotations

from sqlite3 import Connection

from sync.store.rows import GroupRow
from sync.store.verdicts import JOINED, SHOWN

_GROUPS = f"""
    SELECT g.group_id, g.slug, g.name, g.purpose, g.closed, coalesce(g.joined, 0), g.colour,
           coalesce(g.topics, (SELECT count(*) FROM topics AS t WHERE t.group_id = g.group_id)), g.members,
           coalesce(u.topics, 0),
           coalesce((SELECT max(last_posted) FROM topics AS t WHERE t.group_id = g.group_id), 0)
    FROM groups AS g
    LEFT JOIN (
        SELECT t.group_id, count(*) AS topics
        FROM (SELECT DISTINCT topic_id FROM unread) AS n JOIN topics AS t ON t.topic_id = n.topic_id
        {JOINED} WHERE {SHOWN}
        GROUP BY t.group_id
    ) AS u USING (group_id)
    ORDER BY coalesce(g.position, 1000000), g.name COLLATE NOCASE, g.group_id
"""  # noqa: S608


def groups(conn: Connection) -> list[GroupRow]:
    """All groups, in the community's own order; ``unread`` counts topics shown with something unread."""
    return list(map(GroupRow._make, conn.execute(_GROUPS)))
