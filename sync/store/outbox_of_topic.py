"""What of the outbox concerns one topic: what has not arrived yet, and what arrived but is not here yet."""

from __future__ import annotations

from dataclasses import fields
from sqlite3 import Connection

from sync.store.outbox import Item

_COLUMNS = ", ".join(f"o.{field.name}" for field in fields(Item))


def of_topic(conn: Connection, topic_id: int, arrived_since: int) -> list[Item]:
    """Everything in a topic that is on its way, came back or waits for a moderator, oldest first.

    A reply that arrived after ``arrived_since`` (ms) is among them until the cache holds its post.
    """
    query = f"""
        SELECT {_COLUMNS} FROM outbox AS o
        WHERE (o.topic_id = :topic OR o.lane = 'topic ' || :topic) AND o.discarded IS NULL
        AND (o.state <> 'sent' OR (o.action = 'reply' AND (o.reason <> '' OR (
            o.done >= :since AND o.remote_post IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM posts AS p WHERE p.post_id = o.remote_post)))))
        ORDER BY o.item_id
    """  # noqa: S608 - our own names
    return [Item(*row) for row in conn.execute(query, {"topic": topic_id, "since": arrived_since})]


def written_source(conn: Connection, post_id: int) -> str | None:
    """The text, as it was written here, of a post that arrived and was not changed since."""
    row = conn.execute(
        "SELECT o.raw FROM outbox AS o JOIN posts AS p ON p.post_id = o.remote_post"
        " WHERE o.remote_post = ? AND o.state = 'sent' AND p.version = 1"
        " AND NOT EXISTS (SELECT 1 FROM uploads AS u WHERE u.item_id = o.item_id)"
        " ORDER BY o.item_id DESC LIMIT 1",
        (post_id,),
    ).fetchone()
    return None if row is None else str(row[0])
