"""Who is in an open group by name and organisation, from the cache, with the date of the list.

They are its members, the member too. Who reads along there is the whole community, see ``audience``.
"""

from __future__ import annotations

from sqlite3 import Connection
from typing import NamedTuple

from app.audience import Organisation, Reader, by_organisation
from sync.store import audience, group_members
from sync.store import groups as group_rows


class Members(NamedTuple):
    """The members of an open group, organisation by organisation as in an ``Audience``.

    ``total`` is how many the community counts, ``None`` when it does not tell; ``complete``: all of them are
    here. ``as_of`` (ms) is when it told, ``None`` before it was asked.
    """

    group_id: int
    by_organisation: tuple[Organisation, ...] = ()
    total: int | None = None
    complete: bool = False
    as_of: int | None = None

    @property
    def known(self) -> int:
        """How many are known by name."""
        return sum(len(one.readers) for one in self.by_organisation)


def of_group(conn: Connection, group_id: int) -> Members | None:
    """Who is in a group; ``None`` for one that is closed, or that is no group of people by the register."""
    group, fact = group_rows.head(conn, group_id), audience.facts(conn, group_id)
    if group is None or group.closed or fact is None or not fact.remote_name:
        return None
    total = group.members if fact.members is None else fact.members
    listed = group_members.listed(conn, group_id)
    if listed is None:
        return Members(group_id, total=total)
    found = [
        Reader(
            row.member_id,
            row.username,
            row.name or row.username,
            row.organisation,
            row.avatar,
            team=int(row.team),
        )
        for row in group_members.named(conn, listed.ids)
    ]
    return Members(group_id, by_organisation(found), total, listed.complete, listed.as_of)
