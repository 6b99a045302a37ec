"""How many topics have something unread, for the numbers beside the places. Cheap to import and to ask."""

from __future__ import annotations

from sqlite3 import Connection

from sync.store.rows import Counts, Place
from sync.store.topics import conditions
from sync.store.verdicts import JOINED, SHOWN

_UNREAD = "(SELECT DISTINCT topic_id FROM unread) AS u JOIN topics AS t ON t.topic_id = u.topic_id"
_PER_GROUP = f"""
    SELECT t.group_id, count(*), sum(t.kind = 'question' AND NOT t.answered),
           sum(EXISTS (SELECT 1 FROM saved AS s WHERE s.topic_id = t.topic_id AND s.wanted))
    FROM {_UNREAD} {JOINED} WHERE {SHOWN}
    GROUP BY t.group_id
"""  # noqa: S608


def counts(conn: Connection) -> Counts:
    """Topics with something unread: in all, unanswered questions, saved ones, and per group.

    What a rule hides counts nowhere.
    """
    rows = conn.execute(_PER_GROUP).fetchall()
    return Counts(
        timeline=sum(row[1] for row in rows),
        questions=sum(row[2] for row in rows),
        saved=sum(row[3] for row in rows),
        groups={row[0]: row[1] for row in rows},
    )


def unread_in(conn: Connection, place: Place) -> int:
    """Topics of ``place`` with something unread; meant for views, starting from the few unread ones."""
    where, values = conditions(place)
    return int(conn.execute(f"SELECT count(*) FROM {_UNREAD} WHERE {where}", values).fetchone()[0])  # noqa: S608
