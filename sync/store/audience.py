"""Who can read what is written in a group, as far as the community told, and the register of its groups.

The date of a list is when the community gave it. What it does not tell this time does not take away what it
told before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from sqlite3 import Connection
from typing import Any, NamedTuple

from sync.connectors.base import GroupFact, GroupReaders
from sync.model import Changes, Member
from sync.store import cursors, known, people


class Readers(NamedTuple):
    """How many people, of how many organisations; ``as_of`` (ms) and ``complete`` say how sure that is."""

    readers: int
    organisations: int
    as_of: int | None
    complete: bool


class ReaderRow(NamedTuple):
    """One reader by name. ``avatar`` is a picture's key, ``by`` is member, parent or staff."""

    member_id: int
    username: str
    name: str
    organisation: str
    avatar: str
    team: bool
    by: str


class FactRow(NamedTuple):
    """A group of the register. ``group_id`` is ``-remote_id`` where this member sees no place of it.

    ``fetched_at`` (ms) is the date of its list of readers, 0 without one; ``complete``: everyone is in it.
    ``members`` is how many the community counts, ``None`` when it does not tell.
    """

    group_id: int
    remote_id: int | None
    remote_name: str
    name: str
    purpose: str
    closed: bool
    state: str
    members: int | None
    complete: bool
    fetched_at: int


_COUNT = "SELECT count(*), count(DISTINCT nullif(m.organisation, '')) FROM"
_FACTS = (
    "SELECT group_id, remote_id, remote_name, name, purpose, closed, state, members, complete, fetched_at"
    " FROM group_facts"
)


def seen_key(group_id: int) -> str:
    """The key under which ``note_seen`` keeps who could read a group when the member last looked."""
    return f"group {group_id}"


def of_group(conn: Connection, group_id: int) -> Readers:
    """The readers of a group by name; 0 when the community did not tell any."""
    query = f"{_COUNT} group_readers AS r LEFT JOIN members AS m USING (member_id) WHERE r.group_id = ?"
    readers, organisations = conn.execute(query, (group_id,)).fetchone()
    found = facts(conn, group_id)
    if found is None or not found.fetched_at:
        return Readers(readers, organisations, None, False)
    return Readers(readers, organisations, found.fetched_at, found.complete)


def of_community(conn: Connection) -> Readers:
    """How many members the community has; unless ``complete`` there may be more, and more organisations."""
    readers, organisations = conn.execute(f"{_COUNT} members AS m WHERE m.member_id > 0").fetchone()
    read_at = cursors.get(conn, cursors.PEOPLE_AT)
    complete = cursors.get(conn, cursors.PEOPLE_ALL) is not None
    counted = int(cursors.get(conn, cursors.PEOPLE_TOTAL) or 0)
    return Readers(max(readers, counted), organisations, None if read_at is None else int(read_at), complete)


def readers(conn: Connection, group_id: int) -> list[ReaderRow]:
    """The readers of a group by name, sorted by name; someone who is not known otherwise has empty texts."""
    query = (
        "SELECT r.member_id, coalesce(m.username, ''), coalesce(m.name, ''), coalesce(m.organisation, ''),"
        " coalesce(m.avatar, ''), coalesce(m.team, 0), r.by"
        " FROM group_readers AS r LEFT JOIN members AS m USING (member_id) WHERE r.group_id = ?"
        " ORDER BY coalesce(nullif(m.name, ''), m.username, '') COLLATE NOCASE, r.member_id"
    )
    return [ReaderRow._make(row)._replace(team=bool(row[5])) for row in conn.execute(query, (group_id,))]


def facts(conn: Connection, group_id: int) -> FactRow | None:
    """What the register says of a group; ``None`` for one that it does not have."""
    row = conn.execute(f"{_FACTS} WHERE group_id = ?", (group_id,)).fetchone()
    return None if row is None else _fact(row)


def unseen(conn: Connection) -> int:
    """How many groups there are to be in besides those that the member can see."""
    query = "SELECT count(*) FROM group_facts WHERE group_id NOT IN (SELECT group_id FROM groups)"
    return int(conn.execute(query).fetchone()[0])


def register(conn: Connection) -> list[FactRow]:
    """All groups of the register, by name."""
    rows = conn.execute(f"{_FACTS} WHERE remote_id IS NOT NULL ORDER BY name COLLATE NOCASE, group_id")
    return [_fact(row) for row in rows]


def put_readers(conn: Connection, group_id: int, told: GroupReaders, now: int) -> Changes:
    """Keep who can read a group, as the community told it at ``now`` (ms).

    A complete answer is the list. Of another one, each right (member, parent, staff) of which it names
    somebody replaces what was known of that right; naming nobody at all only makes the list less sure.
    """
    members = people.apply(conn, _weaker(conn, told.members))
    before = dict(conn.execute("SELECT member_id, by FROM group_readers WHERE group_id = ?", (group_id,)))
    rights = set(told.by.values())
    kept = {} if told.complete else {key: by for key, by in before.items() if by not in rights}
    after = kept | told.by
    if after != before:
        conn.execute("DELETE FROM group_readers WHERE group_id = ?", (group_id,))
        conn.executemany(
            "INSERT INTO group_readers VALUES (?, ?, ?)", [(group_id, key, by) for key, by in after.items()]
        )
    old = facts(conn, group_id) or _blank(conn, group_id)
    new = old._replace(
        complete=told.complete,
        members=old.members if told.total is None else told.total,
        remote_name=told.remote_name or old.remote_name,
        fetched_at=now if told.by else old.fetched_at,
    )
    _write(conn, [new])
    changed = after != before or new._replace(fetched_at=old.fetched_at) != old
    return Changes(members=members, groups=frozenset((group_id,)) if changed else frozenset())


def put_register(conn: Connection, told: Iterable[GroupFact]) -> Changes:
    """Keep the register of groups. What is no longer in it goes, but for a list of readers.

    Which people a place is for is known better by who reads it than by its name.
    """
    before = {row.group_id: row for row in map(_fact, conn.execute(_FACTS))}
    places = {row.remote_name: key for key, row in before.items() if key > 0 and row.fetched_at}
    closed = dict(conn.execute("SELECT group_id, closed FROM groups"))
    after: dict[int, FactRow] = {}
    for one in told:
        key = places.get(one.remote_name) or _place(one, before)
        after[key] = _told(one, key, before.get(key), bool(closed.get(key, one.closed)))
    for key in before.keys() - after.keys():
        if before[key].fetched_at:
            after[key] = before[key]._replace(remote_id=None, state="none")
        else:
            conn.execute("DELETE FROM group_facts WHERE group_id = ?", (key,))
    changed = [row for key, row in after.items() if before.get(key) != row]
    _write(conn, changed)
    gone = before.keys() - after.keys()
    return Changes(groups=frozenset(row.group_id for row in changed) | gone)


def joined(conn: Connection, group_id: int, state: str) -> Changes:
    """The community took a member in, let them go or took their question: ``member``, ``open``, ``asks`` or
    ``asked`` until the register says something else."""
    done = conn.execute(
        "UPDATE group_facts SET state = ?2 WHERE group_id = ?1 AND state <> ?2", (group_id, state)
    )
    return Changes(groups=frozenset((group_id,) if done.rowcount else ()))


def forget(conn: Connection, group_id: int) -> None:
    """Drop all that is known of a group that is lost to the member."""
    for table in ("group_readers", "group_facts"):
        conn.execute(f"DELETE FROM {table} WHERE group_id = ?", (group_id,))  # noqa: S608 (our own texts)
    conn.execute("DELETE FROM audience_seen WHERE key = ?", (seen_key(group_id),))


def seen(conn: Connection, key: str) -> tuple[frozenset[int], int] | None:
    """Who could read along when the member last looked under this key, and when that was (ms)."""
    row = conn.execute("SELECT member_ids, at FROM audience_seen WHERE key = ?", (key,)).fetchone()
    return None if row is None else (frozenset(json.loads(row[0])), row[1])


def note_seen(conn: Connection, key: str, ids: Iterable[int], now: int) -> None:
    """The member looked at ``now`` (ms) at these readers."""
    conn.execute("INSERT OR REPLACE INTO audience_seen VALUES (?, ?, ?)", (key, json.dumps(sorted(ids)), now))


def _fact(row: tuple[Any, ...]) -> FactRow:
    found = FactRow._make(row)
    return found._replace(closed=bool(found.closed), complete=bool(found.complete))


def _place(one: GroupFact, before: Mapping[int, FactRow]) -> int:
    """The place of a group by the connector's word, unless it is known to be for other people."""
    known_as = before.get(one.group_id or 0)
    if one.group_id is None or (known_as and known_as.fetched_at and known_as.remote_name):
        return -one.remote_id
    return one.group_id


def _told(one: GroupFact, key: int, old: FactRow | None, closed: bool) -> FactRow:
    # The platform does not say whom it was asked to let in.
    asked = one.state == "asks" and old is not None and old.state == "asked"
    return FactRow(
        group_id=key,
        remote_id=one.remote_id,
        remote_name=one.remote_name,
        name=one.name,
        purpose=one.purpose,
        closed=closed,
        state="asked" if asked else one.state,
        members=one.members,
        complete=old is not None and old.complete,
        fetched_at=0 if old is None else old.fetched_at,
    )


def _blank(conn: Connection, group_id: int) -> FactRow:
    """A group of which the register says nothing (yet)."""
    query = "SELECT name, purpose, closed FROM groups WHERE group_id = ?"
    name, purpose, closed = conn.execute(query, (group_id,)).fetchone() or ("", "", 1)
    return FactRow(group_id, None, "", name, purpose, bool(closed), "none", None, False, 0)


def _write(conn: Connection, rows: Iterable[FactRow]) -> None:
    conn.executemany("INSERT OR REPLACE INTO group_facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _weaker(conn: Connection, members: Iterable[Member]) -> list[Member]:
    """Members without the organisation where one is known: a list of a group tells less than a profile."""
    told = list(members)
    organised = known.with_organisation(conn, [one.id for one in told])
    return [replace(one, organisation=None) if one.id in organised else one for one in told]
