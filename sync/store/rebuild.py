"""A new cache file out of a damaged one: everything that can still be read, above all what the member did."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Generator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from sqlite3 import Connection
from typing import Any, NamedTuple

from sync import delivery
from sync.store import cursors, search_index
from sync.store.database import FILE_NAME, Store
from sync.store.failures import mapped
from sync.store.status_copy import COPY_NAME, column_names, insert_all, status_tables

DAMAGED = "cache.damaged-"
# The sound file is made beside the damaged one, so that a crash half way has taken nothing away.
BUILDING = "rebuilding"
CONTENT = ("groups", "members", "topics", "posts", "images", "image_uses")
_STEP = 200
# A damaged name in the list of tables makes SQLite's own message unreadable to Python.
_DAMAGE = (sqlite3.Error, UnicodeDecodeError)
_LOWEST = -(2**63)
_BRING = "INSERT OR IGNORE"


class Rebuilt(NamedTuple):
    """What came over: rows of content and of status, whether the status copy was needed, and the old file."""

    content_rows: int
    status_rows: int
    from_copy: bool
    kept_aside: Path


def rebuild(folder: Path) -> Rebuilt:
    """Replace the damaged cache in ``folder``, which nothing may have open, by a sound one.

    The damaged file is kept aside as ``cache.damaged-DATE.sqlite``. Rows are read past the damage from both
    ends; status that cannot be read comes from the status copy. Cursors do not come over (the member's own id
    aside), so that the next round fetches what is missing. Killed half way, the damaged file is still in its
    place, and the next call begins anew. Raises what opening a store raises.
    """
    building = folder / BUILDING
    shutil.rmtree(building, ignore_errors=True)
    store = Store(building)
    try:
        brought = store.write(lambda conn: _bring_over(conn, folder / FILE_NAME, folder / COPY_NAME))
    except sqlite3.Error as error:
        raise mapped(error) from error
    finally:
        store.close()
    aside = _keep_aside(folder)
    (building / FILE_NAME).replace(folder / FILE_NAME)
    shutil.rmtree(building, ignore_errors=True)
    return brought._replace(kept_aside=aside)


def _keep_aside(folder: Path) -> Path:
    """Give the damaged file a second name; until the sound one takes its place it keeps the first as well."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = folder / f"{DAMAGED}{moment}.sqlite"
    # The log first: a crash in between must not leave a new file with an old log.
    for ending in ("-wal", "-shm"):
        source = folder / (FILE_NAME + ending)
        if source.exists():
            source.rename(aside.with_name(aside.name + ending))
    if (folder / FILE_NAME).exists():
        aside.hardlink_to(folder / FILE_NAME)
    return aside


def _bring_over(conn: Connection, damaged: Path, copy: Path) -> Rebuilt:
    old = _open(damaged)
    spare = _open(copy)
    try:
        status, from_copy = _bring_status(conn, old, spare)
        content = 0
        if old is not None:
            brought = [_bring_table(conn, old, table) for table in CONTENT]
            content = sum(rows for rows, _ in brought)
            if not all(whole for _, whole in brought):
                _make_comparable(conn)
            _bring_own_id(conn, old)
        search_index.start_again(conn)
    finally:
        for source in (old, spare):
            if source is not None:
                source.close()
    return Rebuilt(content, status, from_copy, damaged)


def _bring_status(conn: Connection, old: Connection | None, spare: Connection | None) -> tuple[int, bool]:
    count, from_copy = 0, False
    for table in status_tables(conn):
        rows, whole = (0, False) if old is None else _bring_table(conn, old, table)
        if not whole and spare is not None:
            more, _ = _bring_table(conn, spare, table)
            rows, from_copy = rows + more, True
            if table == "outbox":
                # What waited when the copy was made may have been sent since.
                delivery.doubt_all(conn, int(time.time() * 1000))
        count += rows
    return count, from_copy


def _make_comparable(conn: Connection) -> None:
    """Let the next round restore what was lost beside a row that was not.

    A post whose topic is lost cannot be shown, and its topic would come back without its text. A post of
    version 0 is older than any that comes, and so is written again, with the pictures it shows.
    """
    conn.execute("DELETE FROM posts WHERE topic_id NOT IN (SELECT topic_id FROM topics)")
    conn.execute("DELETE FROM image_uses WHERE post_id NOT IN (SELECT post_id FROM posts)")
    conn.execute("UPDATE posts SET version = 0")
    conn.execute("UPDATE members SET avatar = '' WHERE avatar NOT IN (SELECT key FROM images)")


def _bring_own_id(conn: Connection, old: Connection) -> None:
    try:
        cursors.put(conn, cursors.ME, cursors.get(old, cursors.ME))
    except _DAMAGE:
        return


def _open(path: Path) -> Connection | None:
    """A connection that reads ``path``, or None when not even its list of tables can be read."""
    if not path.exists():
        return None
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    # A flipped byte in a text must cost that text, not the whole rescue.
    conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
    try:
        conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except _DAMAGE:
        conn.close()
        return None
    return conn


def _bring_table(conn: Connection, old: Connection, table: str) -> tuple[int, bool]:
    """Copy what can be read of ``table``: (rows that came over, whether the whole table could be read)."""
    columns = _shared_columns(conn, old, table)
    reader = _Reader(old, table, columns)
    count = 0
    rows = reader.rows()
    while some := list(islice(rows, _STEP)):
        try:
            count += insert_all(conn, table, some, verb=_BRING, columns=columns)
        except sqlite3.IntegrityError:
            reader.whole = False
            count += _bring_one_by_one(conn, table, some, columns)
    return count, reader.whole


def _bring_one_by_one(conn: Connection, table: str, rows: list[tuple[Any, ...]], columns: list[str]) -> int:
    """The damage can put a text where a number belongs; such a row stays behind."""
    count = 0
    for row in rows:
        try:
            count += insert_all(conn, table, [row], verb=_BRING, columns=columns)
        except sqlite3.IntegrityError:
            continue
    return count


def _shared_columns(conn: Connection, old: Connection, table: str) -> list[str]:
    """The columns of ``table`` here that the old file, of perhaps an older schema, has too."""
    ours = column_names(conn, table)
    try:
        theirs = set(column_names(old, table))
    except _DAMAGE:
        return ours
    return [name for name in ours if name in theirs] or ours


class _Reader:
    """Reads a table from both ends towards the damage; ``whole`` tells afterwards whether there was any."""

    def __init__(self, conn: Connection, table: str, columns: list[str]) -> None:
        self.whole = True
        self._conn = conn
        self._table = table
        self._columns = ", ".join(columns)

    def rows(self) -> Generator[tuple[Any, ...], None, None]:
        if not self._has_rowid():
            yield from self._until_damage(f"SELECT {self._columns} FROM {self._table}")  # noqa: S608
            return
        select = f"SELECT rowid, {self._columns} FROM {self._table}"  # noqa: S608
        last = _LOWEST
        for rowid, *row in self._until_damage(f"{select} ORDER BY rowid"):
            last = rowid
            yield tuple(row)
        if not self.whole:
            for _, *row in self._until_damage(f"{select} WHERE rowid > {last} ORDER BY rowid DESC"):
                yield tuple(row)

    def _until_damage(self, query: str) -> Generator[tuple[Any, ...], None, None]:
        try:
            yield from self._conn.execute(query)
        except _DAMAGE:
            self.whole = False

    def _has_rowid(self) -> bool:
        try:
            self._conn.execute(f"SELECT rowid FROM {self._table} LIMIT 1").fetchall()  # noqa: S608
        except _DAMAGE as error:
            return "no such column" not in str(error)
        return True
