"""Who the member is and who reads along, for the tests of writing in the reader."""

from __future__ import annotations

from sqlite3 import Connection

from app.share import now_ms
from sync.outbox import Item
from sync.store import cursors
from sync.store import drafts as draft_rows
from sync.store import outbox as rows
from sync.store.database import Store
from sync.store.drafts import Draft
from tests.widgets.reader.topics import TOPIC

ME = 3
"""Aylin, who wrote the posts 3 and 5 of the conversation."""


def sign_in(store: Store, *readers: int) -> None:
    """Aylin is the member; the closed group is read by her and these members."""

    def fill(conn: Connection) -> None:
        cursors.put(conn, cursors.ME, str(ME))
        conn.execute("DELETE FROM group_readers")
        told = [(3, one, "member") for one in (ME, *readers)]
        conn.executemany("INSERT INTO group_readers VALUES (?, ?, ?)", told)
        conn.execute(
            "INSERT OR REPLACE INTO group_facts VALUES (3, 63, 'p', 'P', '', 1, 'member', NULL, 1, ?)",
            (now_ms(),),
        )

    store.write(fill)


def drafts(store: Store) -> list[Draft]:
    """The drafts that are kept in the topic of the conversation."""
    with store.reading() as conn:
        return draft_rows.drafts(conn, f"topic {TOPIC}")


def items(store: Store) -> list[Item]:
    """Everything in the outbox."""
    with store.reading() as conn:
        return rows.items(conn)
