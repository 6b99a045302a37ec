"""Whom and what a name in a query means: groups, members, organisations and tags of the cache."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from sync.markup_text import fold

_TAGS = """
    WITH RECURSIVE each(tag) AS (
        SELECT min(tag) FROM topic_tags
        UNION ALL
        SELECT (SELECT min(tag) FROM topic_tags WHERE topic_tags.tag > each.tag) FROM each
        WHERE tag IS NOT NULL
    )
    SELECT tag FROM each WHERE tag IS NOT NULL
"""


def name_key(name: str) -> str:
    """What two spellings of a name have in common.

    Case, diacritics and spacing aside, and the signs that a query has other uses for.
    """
    return " ".join(fold(name).replace('"', " ").split()).lstrip("#@ ")


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """The keys of ``names``; one of which nothing is left names nobody."""
    return frozenset(map(name_key, names)) - {""}


def group_ids(conn: Connection, names: Iterable[str]) -> list[int]:
    """The groups with one of ``names`` as name or slug."""
    keys = name_keys(names)
    rows = conn.execute("SELECT group_id, name, slug FROM groups")
    return [group_id for group_id, *known in rows if not keys.isdisjoint(map(name_key, known))]


def member_ids(conn: Connection, names: Iterable[str]) -> list[int]:
    """The members with one of ``names`` as name or username."""
    found: set[int] = set()
    for key in name_keys(names):
        # The folded column also holds the organisation: it only narrows the search down.
        rows = conn.execute(
            "SELECT member_id, name, username FROM members WHERE instr(folded, ?)",
            (max(key.split(), key=len),),
        )
        found.update(member_id for member_id, *known in rows if key in map(name_key, known))
    return sorted(found)


def organisations(conn: Connection, names: Iterable[str]) -> list[str]:
    """The organisations of members that are spelled like one of ``names``."""
    keys = name_keys(names)
    rows = conn.execute("SELECT DISTINCT organisation FROM members WHERE organisation <> ''")
    return [name for (name,) in rows if name_key(name) in keys]


def tags(conn: Connection, names: Iterable[str]) -> list[str]:
    """The tags that are spelled like one of ``names``."""
    keys = name_keys(names)
    return [tag for tag in all_tags(conn) if name_key(tag) in keys]


def all_tags(conn: Connection) -> list[str]:
    """Every tag of the cache once; jumps through the index instead of reading it."""
    return [row[0] for row in conn.execute(_TAGS)]
