"""Asks who is in the open groups: when the member looks at one, and slowly for those that they are in.

Who can read along in an open group is no question; see ``readers`` for the closed ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from sqlite3 import Connection

from sync.model import Batch, Changes
from sync.readers import asked, moments
from sync.round import DAY_MS, Round, weaker
from sync.store import audience, cursors, group_members
from sync.store import groups as group_rows
from sync.store.apply import apply
from sync.store.group_members import Listed

TRIED = "group_members_tried"

MEMBERS_MS = DAY_MS
# Between one group and the next, so that most rounds do not ask for any.
SLOWLY_MS = 10 * 60_000
# Whoever looks again this soon sees the list that is there.
LOOK_MS = 60 * 60_000


def due(round_: Round) -> Callable[[Round], None] | None:
    """The next group that it is time to ask for, if any."""
    if not round_.connector.can.audience:
        return None
    tried = round_.read(_tried)
    if any(round_.lately(moment, SLOWLY_MS) for moment in tried.values()):
        return None
    late = [one for one in round_.read(_own) if not round_.lately(tried.get(one), MEMBERS_MS)]
    if not late:
        return None
    group_id = min(late, key=lambda one: tried.get(one, 0))
    return lambda round_: _fetch(round_, group_id)


def look(round_: Round, group_id: int) -> None:
    """The member looks at a group: have its list when it is open, unless that was asked for lately."""
    if round_.connector.can.audience and not round_.lately(round_.read(_tried).get(group_id), LOOK_MS):
        _fetch(round_, group_id)


def _fetch(round_: Round, group_id: int) -> None:
    """A refusal only makes the list less sure, and only when the community itself still knows this member."""
    name = round_.read(lambda conn: _people_of(conn, group_id))
    if not name:
        return
    told = asked(
        round_,
        lambda: round_.connector.members(name),
        lambda conn, now: _note(conn, group_id, now),
    )
    if told is None and not round_.trust():
        return
    members = () if told is None else told.members
    complete = told is not None and told.complete
    listed = Listed(frozenset(member.id for member in members), round_.now(), complete)

    def write(conn: Connection) -> Changes:
        # It may have been closed, or lost, while the answer was on its way.
        if not _people_of(conn, group_id):
            return Changes()
        known = apply(conn, Batch(members=weaker(conn, (), members).members))
        return known | group_members.put(conn, group_id, listed)

    round_.write(write)


def _people_of(conn: Connection, group_id: int) -> str:
    """The platform's name for the people of an open group; empty for any other."""
    group, fact = group_rows.head(conn, group_id), audience.facts(conn, group_id)
    return "" if group is None or group.closed or fact is None else fact.remote_name


def _own(conn: Connection) -> list[int]:
    """The open groups that the member is in."""
    mine = [fact.group_id for fact in audience.register(conn) if fact.state == "member"]
    return [group_id for group_id in mine if _people_of(conn, group_id)]


def _note(conn: Connection, group_id: int, now: int) -> None:
    tried = {key: at for key, at in _tried(conn).items() if _people_of(conn, key)}
    cursors.put(conn, TRIED, json.dumps(tried | {group_id: now}))


def _tried(conn: Connection) -> dict[int, int]:
    """When each group's members were last asked for (ms)."""
    return moments(conn, TRIED)
