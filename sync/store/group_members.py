"""Who is in an open group, as the community listed them: its members, and not who can read along there.

That is the whole community. So these lists stand apart from those of ``audience``, also for when the group
is closed one day: each is a note with ids, and who they are is in ``members``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from sqlite3 import Connection
from typing import NamedTuple

from sync.model import Changes
from sync.store import cursors
from sync.store.audience import ReaderRow

_NOTE = "group_members"
_NAMED = """
    SELECT m.member_id, m.username, m.name, m.organisation, m.avatar, coalesce(m.team, 0), 'member'
    FROM json_each(?) AS listed JOIN members AS m ON m.member_id = listed.value
    ORDER BY coalesce(nullif(m.name, ''), m.username) COLLATE NOCASE, m.member_id
"""
_ORGANISATIONS = f"""
    SELECT CAST(substr(c.name, {len(_NOTE) + 2}) AS INTEGER),
           count(DISTINCT CASE WHEN m.team THEN ' ' ELSE nullif(m.organisation, '') END)
    FROM cursors AS c, json_each(c.value, '$.ids') AS listed JOIN members AS m ON m.member_id = listed.value
    WHERE c.name GLOB '{_NOTE} *' GROUP BY c.name
"""  # noqa: S608


class Listed(NamedTuple):
    """The list of a group: the ids in it, when the community gave it (ms), and whether everyone is in it.

    Without ids the community does not tell who its members are.
    """

    ids: frozenset[int]
    as_of: int
    complete: bool


def listed(conn: Connection, group_id: int) -> Listed | None:
    """The list of a group; ``None`` when it was never asked for."""
    noted = cursors.get(conn, _key(group_id))
    if noted is None:
        return None
    told = json.loads(noted)
    return Listed(frozenset(told["ids"]), told["as_of"], told["complete"])


def named(conn: Connection, ids: Iterable[int]) -> list[ReaderRow]:
    """Members by name, sorted by name."""
    rows = conn.execute(_NAMED, (json.dumps(list(ids)),))
    return [ReaderRow._make(row)._replace(team=bool(row[5])) for row in rows]


def organisations(conn: Connection) -> dict[int, int]:
    """How many organisations the members are of, per group of which any are known; the team counts as one."""
    return dict(conn.execute(_ORGANISATIONS).fetchall())


def put(conn: Connection, group_id: int, told: Listed) -> Changes:
    """Keep the list of a group. One without anybody in it only makes what was known less sure."""
    before = listed(conn, group_id)
    if not told.ids and before is not None:
        told = before._replace(complete=False)
    facts = {"ids": sorted(told.ids), "as_of": told.as_of, "complete": told.complete}
    cursors.put(conn, _key(group_id), json.dumps(facts, separators=(",", ":")))
    same = before is not None and before._replace(as_of=told.as_of) == told
    return Changes() if same else Changes(groups=frozenset((group_id,)))


def forget(conn: Connection, group_id: int) -> None:
    """Drop the list of a group."""
    cursors.put(conn, _key(group_id), None)


def _key(group_id: int) -> str:
    return f"{_NOTE} {group_id}"
