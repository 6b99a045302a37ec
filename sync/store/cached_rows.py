"""Reading many rows by their ids in one statement."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any


def id_list(ids: Iterable[int]) -> str:
    """Ids as the one parameter of ``IN (SELECT value FROM json_each(?))``."""
    return f"[{','.join(map(str, ids))}]"


def by_ids(conn: Connection, select: str, ids: Iterable[int]) -> list[Any]:
    """The rows of ``select`` (which ends before its ids) for ``ids``, in no promised order."""
    return conn.execute(select + " IN (SELECT value FROM json_each(?))", (id_list(ids),)).fetchall()  # noqa: S608
