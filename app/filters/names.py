"""Whom and what a name in a query means: groups, members, organisations and tags of the cache."""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection

from sync.markup_text import fold
from sync.store import groups, people
from sync.store import tags as tag_rows


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
    return [
        group.group_id
        for group in groups.names(conn)
        if not keys.isdisjoint({name_key(group.name), name_key(group.slug)})
    ]


def member_ids(conn: Connection, names: Iterable[str]) -> list[int]:
    """The members with one of ``names`` as name or username."""
    found: set[int] = set()
    for key in name_keys(names):
        # The folded column also holds the organisation: it only narrows the search down.
        for one in people.named(conn, max(key.split(), key=len)):
            if key in (name_key(one.name), name_key(one.username)):
                found.add(one.member_id)
    return sorted(found)


def organisations(conn: Connection, names: Iterable[str]) -> list[str]:
    """The organisations of members that are spelled like one of ``names``."""
    keys = name_keys(names)
    return [name for name in people.organisations(conn) if name_key(name) in keys]


def tags(conn: Connection, names: Iterable[str]) -> list[str]:
    """The tags that are spelled like one of ``names``."""
    keys = name_keys(names)
    return [tag for tag in tag_rows.every(conn) if name_key(tag) in keys]
