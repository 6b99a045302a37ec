"""The groups of the community: for the sidebar, by name, and who writes and reads in them."""

from __future__ import annotations

from sqlite3 import Connection
from typing import NamedTuple

from sync.store.rows import GroupRow
from sync.store.verdicts import JOINED, SHOWN


class GroupHead(NamedTuple):
    """The little of a group that says whether it is closed and how large it is said to be."""

    group_id: int
    name: str
    closed: int
    members: int | None
    slug: str


class GroupName(NamedTuple):
    """What a group is called, and is for. ``writable``: a topic may be begun there, as far as is known."""

    group_id: int
    slug: str
    name: str
    purpose: str
    closed: int
    parent_id: int | None
    writable: int


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
_WEEKLY = """
    SELECT t.group_id, (p.created - ?1) / ?2, count(*)
    FROM posts AS p JOIN topics AS t USING (topic_id)
    WHERE p.created >= ?1 GROUP BY 1, 2
"""
_ORGANISATIONS = """
    SELECT r.group_id, count(DISTINCT CASE
        WHEN m.team OR r.by = 'staff' THEN ' ' ELSE nullif(m.organisation, '') END)
    FROM group_readers AS r JOIN members AS m USING (member_id) GROUP BY r.group_id
"""


def groups(conn: Connection) -> list[GroupRow]:
    """All groups, in the community's own order; ``unread`` counts topics shown with something unread."""
    return list(map(GroupRow._make, conn.execute(_GROUPS)))


def names(conn: Connection) -> list[GroupName]:
    """What all groups are called, in the community's own order."""
    query = (
        "SELECT group_id, slug, name, purpose, closed, parent_id, can_post IS NOT 0"
        " FROM groups ORDER BY position, name"
    )
    return list(map(GroupName._make, conn.execute(query)))


def own_first(conn: Connection, most: int) -> list[str]:
    """The names of at most ``most`` groups, the member's own first, and of those that with most topics."""
    query = (
        "SELECT name FROM groups WHERE name <> ''"
        " ORDER BY coalesce(joined, 0) DESC, coalesce(topics, 0) DESC, position, name LIMIT ?"
    )
    return [row[0] for row in conn.execute(query, (most,))]


def head(conn: Connection, group_id: int | None) -> GroupHead | None:
    """One group that the member can see."""
    query = "SELECT group_id, name, closed, members, slug FROM groups WHERE group_id = ?"
    row = conn.execute(query, (group_id,)).fetchone()
    return None if row is None else GroupHead._make(row)


def writable(conn: Connection) -> list[GroupRow]:
    """The groups in which the member may begin a topic, as far as is known, in the order of ``groups``."""
    refused = {row[0] for row in conn.execute("SELECT group_id FROM groups WHERE can_post = 0")}
    return [group for group in groups(conn) if group.group_id not in refused]


def weekly_posts(conn: Connection, start: int, week: int) -> dict[int, dict[int, int]]:
    """Posts written since ``start`` (ms) per group, and in it per number of weeks (of ``week`` ms) since."""
    found: dict[int, dict[int, int]] = {}
    for group_id, number, posts in conn.execute(_WEEKLY, (start, week)):
        found.setdefault(group_id, {})[number] = posts
    return found


def last_visits(conn: Connection) -> dict[int, int]:
    """When the member last opened a topic (ms), per group."""
    # Visits are few: without CROSS, SQLite walks through all topics in the order of their groups.
    query = (
        "SELECT t.group_id, max(v.moment) FROM visits AS v CROSS JOIN topics AS t USING (topic_id)"
        " GROUP BY t.group_id"
    )
    return dict(conn.execute(query).fetchall())


def organisations(conn: Connection) -> dict[int, int]:
    """How many organisations read along per group of which readers are known; the team counts as one."""
    return dict(conn.execute(_ORGANISATIONS).fetchall())


def closed(conn: Connection) -> frozenset[int]:
    """The groups that only named people read."""
    return frozenset(row[0] for row in conn.execute("SELECT group_id FROM groups WHERE closed"))
