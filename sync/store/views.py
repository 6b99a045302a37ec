"""The member's views as rows, in the order of the sidebar."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple


class ViewRow(NamedTuple):
    """A view as it is kept; ``arrangement`` is the order of its topics."""

    view_id: int
    name: str
    icon: str
    text: str
    arrangement: str
    grouping: str
    follows_rules: int
    position: int


_COLUMNS = ", ".join(ViewRow._fields)
_READ = f"SELECT {_COLUMNS} FROM views ORDER BY position, view_id"  # noqa: S608


def read(conn: Connection) -> list[ViewRow]:
    """All views in their order."""
    return list(map(ViewRow._make, conn.execute(_READ)))


def write(conn: Connection, rows: Iterable[ViewRow]) -> None:
    """Replace all views."""
    conn.execute("DELETE FROM views")
    marks = ", ".join("?" * len(ViewRow._fields))
    conn.executemany(f"INSERT INTO views ({_COLUMNS}) VALUES ({marks})", list(rows))  # noqa: S608
