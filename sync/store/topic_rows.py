"""Reading and writing whole rows of ``topics``, touching only the indexes whose columns changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from operator import attrgetter, ne
from sqlite3 import Connection

from sync.store.cached_rows import by_ids
from sync.store.topic_merge import TopicRecord

_COLUMNS = ", ".join(TopicRecord._fields)
_INSERT = f"INSERT INTO topics ({_COLUMNS}) VALUES ({', '.join('?' * len(TopicRecord._fields))})"  # noqa: S608
# Tags are kept in a table of their own too.
_INDEXED = ("group_id", "kind", "author_id", "created", "last_posted", "tags")
_indexed = attrgetter(*_INDEXED)


def read(conn: Connection, topic_ids: Iterable[int]) -> dict[int, TopicRecord]:
    """The cached rows among ``topic_ids``."""
    rows = by_ids(conn, f"SELECT {_COLUMNS} FROM topics WHERE topic_id", topic_ids)  # noqa: S608
    return {row[0]: TopicRecord._make(row) for row in rows}


def write(conn: Connection, before: Mapping[int, TopicRecord], changed: Iterable[TopicRecord]) -> None:
    """Insert or update rows; ``before`` holds those that are in the table."""
    new = []
    updates: dict[tuple[bool, ...], list[TopicRecord]] = {}
    for record in changed:
        old = before.get(record.topic_id)
        if old is None:
            new.append(record)
        else:
            updates.setdefault(tuple(map(ne, _indexed(old), _indexed(record))), []).append(record)
    conn.executemany(_INSERT, new)
    for differs, records in updates.items():
        conn.executemany(_update(differs), records)


@lru_cache
def _update(differs: tuple[bool, ...]) -> str:
    """An update that leaves indexed columns alone that are the same: each costs an index entry or two."""
    same = {name for name, different in zip(_INDEXED, differs, strict=True) if not different}
    assignments = ", ".join(
        f"{name} = ?{position}"
        for position, name in enumerate(TopicRecord._fields, 1)
        if position > 1 and name not in same
    )
    return f"UPDATE topics SET {assignments} WHERE topic_id = ?1"  # noqa: S608
