"""A small second file with what the member did, for the day the cache file is damaged beyond reading."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from sync.store.database import Store
from sync.store.failures import mapped

COPY_NAME = "status.backup.sqlite"
_ABANDONED_SECONDS = 3600
_CONTENT = frozenset(
    {
        *("groups", "members", "topics", "posts", "images", "image_uses", "cursors", "words"),
        *("group_readers", "group_facts", "_sqlite_migrations"),
    }
)
_INDEX_PREFIXES = ("search_", "post_words", "word_parts", "sqlite_", "judge_", "verdicts", "topic_")


def status_tables(conn: Connection) -> dict[str, str]:
    """The tables that hold what the member did, with the SQL that makes them.

    Every table that is not known as content or index counts: what a later schema adds is kept unless it says
    otherwise.
    """
    rows = conn.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {name: sql for name, sql in rows if name not in _CONTENT and not name.startswith(_INDEX_PREFIXES)}


def backup_status(store: Store) -> Path:
    """Write a fresh copy of the member's own tables beside the cache; an older one is replaced as a whole."""
    target = store.folder / COPY_NAME
    _clear_drafts(store.folder)
    # Another process may be at the same work.
    draft = target.with_suffix(f".{os.getpid()}.draft")
    draft.unlink(missing_ok=True)
    try:
        copy = sqlite3.connect(draft, isolation_level=None)
        try:
            copy.execute("BEGIN")
            with store.reading() as conn:
                conn.execute("BEGIN")
                try:
                    for name, sql in status_tables(conn).items():
                        copy.execute(sql)
                        rows = conn.execute(f"SELECT * FROM {name}")  # noqa: S608
                        insert_all(copy, name, rows, verb="INSERT", columns=column_names(conn, name))
                finally:
                    conn.execute("ROLLBACK")
            copy.execute("COMMIT")
        finally:
            copy.close()
    except sqlite3.Error as error:
        raise mapped(error) from error
    return draft.replace(target)


def _clear_drafts(folder: Path) -> None:
    """Remove what processes that were killed over it left behind."""
    for draft in folder.glob("*.draft*"):
        with contextlib.suppress(OSError):
            if abs(time.time() - draft.stat().st_mtime) > _ABANDONED_SECONDS:
                draft.unlink()


def column_names(conn: Connection, table: str) -> list[str]:
    """The columns of ``table`` in order."""
    return [row[0] for row in conn.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def insert_all(
    conn: Connection, table: str, rows: Iterable[tuple[Any, ...]], *, verb: str, columns: list[str]
) -> int:
    """Put rows of ``columns`` into ``table``; ``verb`` is ``INSERT`` with what to do on a conflict."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    return conn.executemany(f"{verb} INTO {table} ({names}) VALUES ({marks})", rows).rowcount
