"""Counting what a view holds: what is unread in it, its parts when it is grouped, and whether it is short."""

from __future__ import annotations

from sqlite3 import Connection
from typing import Literal, NamedTuple

from sync.store.rows import Place, Where
from sync.store.topics import conditions
from sync.store.verdicts import JOINED

PartOf = Literal["group", "organisation", "kind"]
_KEY: dict[PartOf, str] = {"group": "t.group_id", "organisation": "a.organisation", "kind": "t.kind"}
_NAME: dict[PartOf, str] = {"group": "g.name", "organisation": "a.organisation", "kind": "t.kind"}
_PART: dict[PartOf, str] = {
    "group": "t.group_id = ?",
    "organisation": "t.author_id IN (SELECT member_id FROM members WHERE organisation = ?)",
    "kind": "t.kind = ?",
}


class Unread(NamedTuple):
    """A topic with something unread, when it was created (ms), and whether a rule hides it."""

    topic_id: int
    created: int
    hidden: int


def unread_topics(conn: Connection) -> list[Unread]:
    """All topics with something unread, the oldest first."""
    sql = (
        "SELECT t.topic_id, t.created, v.verdict IS 'hide' FROM (SELECT DISTINCT topic_id FROM unread) AS u"  # noqa: S608
        f" CROSS JOIN topics AS t ON t.topic_id = u.topic_id {JOINED} ORDER BY t.created, t.topic_id"
    )
    return list(map(Unread._make, conn.execute(sql)))


def at_most(conn: Connection, topics: Where, limit: int) -> bool:
    """Whether ``topics`` (a SELECT of ids) are no more than ``limit``."""
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({topics.sql}) LIMIT ?)"  # noqa: S608
    return bool(conn.execute(sql, (*topics.values, limit + 1)).fetchone()[0] <= limit)


def parts(conn: Connection, place: Place, by: PartOf) -> list[tuple[int | str, str, int]]:
    """The parts of a place: key, name, and how many topics are in each, most first."""
    where, values = conditions(place)
    key = f"coalesce({_KEY[by]}, '')"
    sql = (
        f"SELECT {key}, coalesce({_NAME[by]}, ''), count(*) FROM topics AS t"  # noqa: S608
        " LEFT JOIN groups AS g ON g.group_id = t.group_id"
        f" LEFT JOIN members AS a ON a.member_id = t.author_id WHERE {where} GROUP BY 1 ORDER BY 3 DESC, 2"
    )
    return [(row[0], row[1], row[2]) for row in conn.execute(sql, values)]


def narrowed(place: Place, by: PartOf, key: int | str) -> Place:
    """The part of a place with this key, as a place of its own."""
    where, values = conditions(place._replace(sight="reveal"))
    return place._replace(where=Where(f"({where}) AND {_PART[by]}", (*values, key)))
