"""The people of the community: profile cards, names, and finding someone by a part of a name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from sqlite3 import Connection
from typing import NamedTuple

from sync.markup_links import image_key
from sync.markup_text import fold
from sync.model import Member
from sync.store import images, verdicts
from sync.store.cached_rows import by_ids
from sync.store.rows import MemberCard

_COLUMNS = (
    "member_id, username, name, organisation, title, avatar, bio, location, find, team, joined, last_seen,"
    " folded"
)
_WRITE = f"INSERT OR REPLACE INTO members ({_COLUMNS}) VALUES ({', '.join('?' * 13)})"  # noqa: S608
_CARD = """
    SELECT member_id, username, name, organisation, title, avatar, bio, location, find, team, joined,
           (SELECT count(*) FROM posts WHERE author_id = member_id)
    FROM members
"""
_NAMED = """
    SELECT member_id, username, name, organisation, avatar, folded, coalesce(last_seen, 0) FROM members
    WHERE instr(folded, ?)
"""
_MOST_ACTIVE = """
    SELECT m.name, m.username FROM members AS m
    JOIN (SELECT author_id, count(*) AS used FROM topics GROUP BY author_id) AS w ON w.author_id = m.member_id
    ORDER BY w.used DESC, m.member_id LIMIT ?
"""
_LARGEST = """
    SELECT organisation FROM members WHERE organisation <> ''
    GROUP BY organisation ORDER BY count(*) DESC, organisation LIMIT ?
"""
_USERNAMES = """
    SELECT DISTINCT lower(username) FROM members
    WHERE username COLLATE NOCASE IN (SELECT value FROM json_each(?))
"""
_USERNAME, _NAME, _ORGANISATION, _AVATAR, _TEAM, _JOINED = 1, 2, 3, 5, 9, 10
_judged = itemgetter(_USERNAME, _NAME, _ORGANISATION, _TEAM, _JOINED)


class Named(NamedTuple):
    """What a member is called. ``folded`` has all the names to find them by; ``last_seen`` is in ms.

    Below an id of 1 it is no person but the system.
    """

    member_id: int
    username: str
    name: str
    organisation: str
    avatar: str
    folded: str
    last_seen: int


def card(conn: Connection, who: int | str) -> MemberCard | None:
    """The profile card of a member by id or username (case aside); ``posts`` counts those in the cache."""
    by = "username = ? COLLATE NOCASE" if isinstance(who, str) else "member_id = ?"
    row = conn.execute(f"{_CARD} WHERE {by}", (who,)).fetchone()
    return None if row is None else MemberCard._make(row)


def people(conn: Connection, text: str, limit: int) -> list[MemberCard]:
    """At most ``limit`` members with every word of ``text`` in name, username or organisation, by name."""
    words = fold(text).split()
    where = " AND ".join(["instr(folded, ?)"] * len(words)) or "1"
    sql = f"{_CARD} WHERE {where} ORDER BY name COLLATE NOCASE, member_id LIMIT ?"
    return list(map(MemberCard._make, conn.execute(sql, (*words, limit))))


def named(conn: Connection, part: str) -> list[Named]:
    """All members with ``part`` (folded) in name, username or organisation, in no promised order."""
    return list(map(Named._make, conn.execute(_NAMED, (part,))))


def usernames_among(conn: Connection, names: Iterable[str]) -> frozenset[str]:
    """Those of ``names`` that are usernames, whatever their case, in lower case."""
    return frozenset(row[0] for row in conn.execute(_USERNAMES, (json.dumps(sorted(names)),)))


def most_active(conn: Connection, most: int) -> list[str]:
    """The names of those who began topics, at most ``most``, who began most of them first."""
    return [name or username for name, username in conn.execute(_MOST_ACTIVE, (most,))]


def organisations(conn: Connection) -> list[str]:
    """All organisations that members are of, in no promised order."""
    query = "SELECT DISTINCT organisation FROM members WHERE organisation <> ''"
    return [row[0] for row in conn.execute(query)]


def largest_organisations(conn: Connection, most: int) -> list[str]:
    """At most ``most`` organisations, the one with most members first."""
    return [row[0] for row in conn.execute(_LARGEST, (most,))]


def is_team(conn: Connection, member_id: int) -> bool:
    """Whether a member is of the community's team, as far as the cache knows."""
    row = conn.execute("SELECT team FROM members WHERE member_id = ?", (member_id,)).fetchone()
    return row is not None and bool(row[0])


def apply(conn: Connection, told: Iterable[Member]) -> frozenset[int]:
    """Write what the platform told of members; what it did not tell stays. Returns the ids that changed."""
    told = list(told)
    select = f"SELECT {_COLUMNS} FROM members WHERE member_id"  # noqa: S608
    before = {row[0]: row for row in by_ids(conn, select, {member.id for member in told})}
    after = dict(before)
    for member in told:
        after[member.id] = _merged(after.get(member.id), member)
    changed = [row for key, row in after.items() if before.get(key) != row]
    if not changed:
        return frozenset()
    conn.executemany(_WRITE, changed)
    images.want_avatar(conn, {member.avatar_url for member in told if member.avatar_url})
    renamed = [
        (row[0],)
        for row in changed
        if (old := before.get(row[0])) and (old[_NAME], old[_USERNAME]) != (row[_NAME], row[_USERNAME])
    ]
    conn.executemany(
        "INSERT OR IGNORE INTO search_queue SELECT post_id FROM posts JOIN search_posts USING (post_id)"
        " WHERE author_id = ?",
        renamed,
    )
    verdicts.queue_authors(
        conn,
        [row[0] for row in changed if not (old := before.get(row[0])) or _judged(old) != _judged(row)],
    )
    return frozenset(row[0] for row in changed)


def _merged(known: tuple[object, ...] | None, member: Member) -> tuple[object, ...]:
    old = known or (member.id, "", member.username, "", "", "", "", "", "", 0, None, None, "")
    told = (
        member.username,
        member.name,
        member.organisation,
        member.title,
        None if member.avatar_url is None else _avatar_key(member.avatar_url),
        member.bio,
        member.location,
        member.find,
        None if member.team is None else int(member.team),
        member.joined,
        member.last_seen,
    )
    if known is not None and not _differs(told, known[1:12]):
        return known
    kept = tuple([before if new is None else new for new, before in zip(told, old[1:12], strict=True)])
    return (member.id, *kept, fold(f"{kept[1]} {kept[0]} {kept[2]}"))


def _differs(told: tuple[object, ...], known: tuple[object, ...]) -> bool:
    # A plain loop: most members of a page are known already, and this is what they cost.
    for new, before in zip(told, known, strict=True):  # noqa: SIM110 - a generator takes twice as long
        if new is not None and new != before:
            return True
    return False


@lru_cache(maxsize=8192)
def _avatar_key(url: str) -> str:
    return image_key(url) if url else ""
