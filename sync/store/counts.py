"""How many topics have something unread, for the numbers beside the places. Cheap to import and to ask."""

from __future__ import annotations

from sqlite3 import Connection

from sync.store.rows import Counts

_PER_GROUP = """
    SELECT t.group_id, count(*), sum(t.kind = 'question' AND NOT t.answered),
           sum(EXISTS (SELECT 1 FROM saved AS s WHERE s.topic_id = t.topic_id AND s.wanted))
    FROM (SELECT DISTINCT topic_id FROM unread) AS u JOIN topics AS t USING (topic_id)
    GROUP BY t.group_id
"""


def counts(conn: Connection) -> Counts:
    """Topics with something unread: in all, unanswered questions, saved ones, and per group."""
    rows = conn.execute(_PER_GROUP).fetchall()
    return Counts(
        timeline=sum(row[1] for row in rows),
        questions=sum(row[2] for row in rows),
        saved=sum(row[3] for row in rows),
        groups={row[0]: row[1] for row in rows},
    )
