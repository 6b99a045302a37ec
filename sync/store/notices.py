"""What the member was told, or is to be told: the community's notifications, and what the client found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from sync.connectors.base import Notice
from sync.store.cached_rows import by_ids, id_list

# A list that nobody looks at for months need not grow for ever.
_KEEP_MS = 90 * 86_400_000


class NoticeRow(NamedTuple):
    """One notification with what the cache knows about it. ``shown``: the system told it; 0 is not yet.

    Where the topic is not in the cache, or no longer, its title and group are empty. A group of which the
    member sees no place has a name and no ``group_id``.
    """

    notice_id: int
    kind: str
    topic_id: int | None
    number: int | None
    title: str
    author: str
    organisation: str
    avatar: str
    group_id: int | None
    group: str
    closed: int
    created: int
    shown: int
    read: int

    @property
    def unplaced(self) -> bool:
        """Whether it is about a topic of which the cache does not know the group: it may be a closed one."""
        return self.topic_id is not None and not self.group


_ROWS = """
    SELECT n.notice_id, n.kind, n.topic_id, n.number, coalesce(t.title, ''),
           coalesce(nullif(m.name, ''), m.username, ''), coalesce(m.organisation, ''),
           coalesce(m.avatar, ''), coalesce(g.group_id, iif(n.group_id > 0, n.group_id, NULL)),
           coalesce(g.name, f.name, ''), coalesce(g.closed, f.closed, 0), n.created, n.shown, n.read
    FROM notices AS n
    LEFT JOIN topics AS t ON t.topic_id = n.topic_id
    LEFT JOIN group_facts AS f ON f.remote_id = -n.group_id
    LEFT JOIN groups AS g ON g.group_id = coalesce(t.group_id, f.group_id, n.group_id)
    LEFT JOIN members AS m ON m.member_id = n.member_id
"""


def put(conn: Connection, told: Sequence[Notice], now: int, *, quietly: bool = False) -> list[int]:
    """Write what the community told; returns the community's ids of those that were not known.

    One that was read there is read here too, never the other way round. What is long past at ``now`` (ms, on
    the community's clock) is not kept. ``quietly``: they count as shown. A group that took the member in is
    kept as minus its own id, because its place may not be known yet.
    """
    new: list[int] = []
    long_past = now - _KEEP_MS
    for notice in told:
        if notice.created < long_past:
            continue
        known = conn.execute(
            "SELECT notice_id FROM notices WHERE remote_id = ?", (notice.remote_id,)
        ).fetchone()
        if known is not None:
            if notice.read:
                conn.execute("UPDATE notices SET read = 1 WHERE notice_id = ?", known)
            continue
        conn.execute(
            "INSERT INTO notices (remote_id, kind, topic_id, number, post_id, member_id, group_id, created,"
            " shown, read) SELECT ?, ?, ?, ?, ?,"
            " (SELECT member_id FROM members WHERE username = ? COLLATE NOCASE), ?, ?, ?, ?",
            (
                notice.remote_id,
                notice.kind,
                notice.topic_id,
                notice.number,
                notice.post_id,
                notice.username,
                None if notice.remote_group is None else -notice.remote_group,
                notice.created,
                now if quietly else 0,
                int(notice.read),
            ),
        )
        new.append(notice.remote_id)
    conn.execute("DELETE FROM notices WHERE created < ?", (long_past,))
    return new


def add(conn: Connection, kind: str, topic_ids: Iterable[int], now: int) -> list[int]:
    """Note that the client itself found something about these topics; once per kind and topic.

    Returns the ids of those that were not known.
    """
    new: list[int] = []
    for topic_id in sorted(set(topic_ids)):
        done = conn.execute(
            "INSERT INTO notices (remote_id, kind, topic_id, number, post_id, member_id, group_id, created,"
            " shown, read) SELECT NULL, ?1, topic_id, 1, NULL, author_id, group_id, ?3, 0, 0 FROM topics"
            " WHERE topic_id = ?2"
            " AND NOT EXISTS (SELECT 1 FROM notices WHERE kind = ?1 AND topic_id = ?2 AND remote_id IS NULL)",
            (kind, topic_id, now),
        )
        if done.rowcount > 0:
            new.append(int(done.lastrowid or 0))
    return new


def rows(conn: Connection, limit: int = 200) -> list[NoticeRow]:
    """The newest notifications."""
    query = f"{_ROWS} ORDER BY n.created DESC, n.notice_id DESC LIMIT ?"
    return list(map(NoticeRow._make, conn.execute(query, (limit,))))


def to_show(conn: Connection) -> list[NoticeRow]:
    """What nobody was told yet and nobody read, oldest first."""
    query = f"{_ROWS} WHERE n.shown = 0 AND n.read = 0 ORDER BY n.created, n.notice_id"
    return list(map(NoticeRow._make, conn.execute(query)))


def unread(conn: Connection) -> int:
    """How many notifications were not read."""
    return int(conn.execute("SELECT count(*) FROM notices WHERE read = 0").fetchone()[0])


def unread_here(conn: Connection, remote_ids: Iterable[int]) -> set[int]:
    """Those of these ids of the community that were not read here."""
    query = "SELECT remote_id FROM notices WHERE read = 0 AND remote_id"
    return {row[0] for row in by_ids(conn, query, remote_ids)}


def note_shown(conn: Connection, notice_ids: Iterable[int], now: int) -> None:
    """Remember that the system told these."""
    conn.execute(
        "UPDATE notices SET shown = ?2 WHERE notice_id IN (SELECT value FROM json_each(?1))",
        (id_list(notice_ids), now),
    )


def read(conn: Connection, notice_ids: Iterable[int] | None = None) -> int:
    """Count these as read, or all; returns how many were not."""
    if notice_ids is None:
        return conn.execute("UPDATE notices SET read = 1 WHERE read = 0").rowcount
    return conn.execute(
        "UPDATE notices SET read = 1 WHERE read = 0 AND notice_id IN (SELECT value FROM json_each(?))",
        (id_list(notice_ids),),
    ).rowcount


def read_with_topics(conn: Connection) -> int:
    """Count as read what is about posts that the member has read; returns how many were not.

    A post that is not in the cache says nothing about being read.
    """
    return conn.execute(
        "UPDATE notices SET read = 1 WHERE read = 0 AND EXISTS (SELECT 1 FROM posts AS p"
        " WHERE p.topic_id = notices.topic_id AND p.number = coalesce(notices.number, 1)"
        " AND NOT EXISTS (SELECT 1 FROM unread AS u WHERE u.post_id = p.post_id))"
    ).rowcount


def without_group(conn: Connection, group_id: int) -> None:
    """Forget what is about topics of a group that this member may no longer see."""
    conn.execute(
        "DELETE FROM notices WHERE group_id = ?1"
        " OR -group_id IN (SELECT remote_id FROM group_facts WHERE group_id = ?1)"
        " OR topic_id IN (SELECT topic_id FROM topics WHERE group_id = ?1)",
        (group_id,),
    )
