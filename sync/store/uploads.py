"""The files that go with what the member writes, as long as the community does not have them."""

from __future__ import annotations

from sqlite3 import Connection
from typing import NamedTuple

FOLDER = "outgoing"
"""The account's folder in which the files wait."""


class Upload(NamedTuple):
    """A file of an item or a draft; ``remote`` is its address once the community has it."""

    upload_id: int
    item_id: int | None
    draft_id: int | None
    file: str
    name: str
    type: str
    bytes: int
    sha1: str
    remote: str


def add(conn: Connection, upload: Upload) -> int:
    """Note a file; its ``upload_id`` is not used. Returns the new id."""
    done = conn.execute("INSERT INTO uploads VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)", upload[1:])
    return int(done.lastrowid or 0)


def of(conn: Connection, *, item_id: int | None = None, draft_id: int | None = None) -> list[Upload]:
    """The files of an item or of a draft."""
    query = "SELECT * FROM uploads WHERE item_id IS ? AND draft_id IS ? ORDER BY upload_id"
    return list(map(Upload._make, conn.execute(query, (item_id, draft_id))))


def arrived(conn: Connection, upload_id: int, remote: str) -> None:
    """The community has a file, under this address."""
    conn.execute("UPDATE uploads SET remote = ? WHERE upload_id = ?", (remote, upload_id))


def remove(conn: Connection, upload_id: int) -> None:
    """A file does not go along any more; a later sweep takes it from the disk."""
    conn.execute("DELETE FROM uploads WHERE upload_id = ?", (upload_id,))


def hand_on(
    conn: Connection,
    *,
    item_id: int | None,
    draft_id: int | None,
    to_item: int | None = None,
    to_draft: int | None = None,
) -> None:
    """Let the files of an item or draft belong to another one."""
    conn.execute(
        "UPDATE uploads SET item_id = ?, draft_id = ? WHERE item_id IS ? AND draft_id IS ?",
        (to_item, to_draft, item_id, draft_id),
    )


def files(conn: Connection) -> set[str]:
    """The names of all files in the folder ``outgoing`` that something still refers to."""
    return {row[0] for row in conn.execute("SELECT file FROM uploads")}


def drop_unused(conn: Connection) -> set[str]:
    """Forget the files of items and drafts that are gone or have arrived; returns what nothing needs now."""
    before = files(conn)
    conn.execute(
        "DELETE FROM uploads WHERE item_id NOT IN (SELECT item_id FROM outbox WHERE state <> 'sent')"
        " OR (item_id IS NULL AND draft_id NOT IN (SELECT draft_id FROM drafts))"
    )
    return before - files(conn)
