"""The engine's own notes in the cache: how far it has read, written together with what it read."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

ME = "me"
"""The cursor with the member's own id: their posts are never unread."""

REGISTER_AT = "register_at"
"""When the register of groups was last read (ms)."""

PEOPLE_AT, PEOPLE_ALL, PEOPLE_TOTAL = "people_at", "people_all", "people_total"
"""When the list of members was last read (ms), whether all of it was, and how many the community counts."""


def get(conn: Connection, name: str) -> str | None:
    """The note under ``name``, or None."""
    row = conn.execute("SELECT value FROM cursors WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def put(conn: Connection, name: str, value: str | None) -> None:
    """Write the note under ``name``; None removes it."""
    put_all(conn, ((name, value),))


def put_all(conn: Connection, notes: Iterable[tuple[str, str | None]]) -> None:
    """Write several notes at once."""
    for name, value in notes:
        if value is None:
            conn.execute("DELETE FROM cursors WHERE name = ?", (name,))
        else:
            conn.execute(
                "INSERT INTO cursors VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                (name, value),
            )


def me(conn: Connection) -> int:
    """The member's own id in the community, 0 when it is not known yet."""
    value = get(conn, ME)
    return int(value) if value is not None and value.isdecimal() else 0
