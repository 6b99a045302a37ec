"""Asks who can read along in closed groups, and which groups there are to be in.

Both change slowly and have their own rhythm. Before something that the member wrote leaves for a closed group
its list is asked for again, unless it is fresh, so that it is held when somebody joined since.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from sqlite3 import Connection
from typing import TypeVar

from sync import checks
from sync.connectors.base import GroupReaders
from sync.errors import AccessDenied, AnswerTooLarge, NotFound, ServerFailed, UnreadableAnswer
from sync.model import Batch, Changes, Group
from sync.outbox import Item
from sync.round import DAY_MS, Round
from sync.store import audience, cursors
from sync.store import groups as group_rows

T = TypeVar("T")

TRIED = "readers_tried"

REGISTER_MS = DAY_MS // 4
READERS_MS = DAY_MS
FRESH_MS = 2 * 60_000
_NOTHING_TOLD = GroupReaders((), {}, False)


def due(round_: Round) -> Callable[[Round], None] | None:
    """What it is time to ask for, if anything."""
    if not round_.connector.can.audience:
        return None
    if round_.due(cursors.REGISTER_AT, REGISTER_MS):
        return fetch_register
    tried = round_.read(_tried)
    late = [one for one in round_.read(group_rows.closed) if not round_.lately(tried.get(one), READERS_MS)]
    if not late:
        return None
    group_id = min(late, key=lambda one: tried.get(one, 0))
    return lambda round_: fetch(round_, group_id)


def fetch_register(round_: Round) -> None:
    """The register of groups; a community that keeps it to itself leaves what was known."""
    told = asked(round_, round_.connector.register, _note_register)
    if told is not None:
        round_.write(lambda conn: audience.put_register(conn, told))


def fetch(round_: Round, group_id: int) -> None:
    """Who can read a closed group now.

    A refusal only makes the list less sure, and only when the community itself still knows this member.
    """
    told = asked(
        round_,
        lambda: round_.connector.readers(group_id),
        lambda conn, now: _note_readers(conn, group_id, now),
    )
    if told is None and not round_.trust():
        return
    if told is not None and told.everyone:
        _note_open(round_, group_id)
        return
    now = round_.now()

    def write(conn: Connection) -> Changes:
        # It may have been lost, and forgotten, while the answer was on its way.
        if group_id not in group_rows.closed(conn):
            return Changes()
        return audience.put_readers(conn, group_id, told or _NOTHING_TOLD, now)

    round_.write(write)


def _note_open(round_: Round, group_id: int) -> None:
    """A group is not closed any more, before the list of groups is asked for again."""
    group = round_.read(lambda conn: group_rows.head(conn, group_id))
    if group is not None:
        round_.apply(Batch(groups=(Group(group_id, group.slug, group.name, closed=False),)))


def before_sending(round_: Round, item: Item) -> None:
    """Know who reads along now in the closed group that an item is about to leave for."""
    if not round_.connector.can.audience or item.action not in ("topic", "reply", "edit"):
        return
    group_id = item.group_id
    if group_id is None or group_id not in round_.read(group_rows.closed):
        return
    if not round_.lately(round_.read(_tried).get(group_id), FRESH_MS):
        fetch(round_, group_id)


def membership_changed(conn: Connection, item: Item) -> Changes:
    """The community heard that the member joins, leaves or asks to: have looked at what that changes."""
    group_id = item.group_id
    if group_id is None or item.action not in ("join", "leave", "ask"):
        return Changes()
    cursors.put(conn, cursors.REGISTER_AT, None)
    if item.action != "ask":
        cursors.put(conn, checks.ACCESS_AT, None)
    return audience.joined(conn, group_id, _state_after(conn, item, group_id))


def _state_after(conn: Connection, item: Item, group_id: int) -> str:
    if item.action == "ask":
        return "asked"
    if item.action == "join":
        return "member"
    known = audience.facts(conn, group_id)
    return "asks" if known is not None and known.closed else "open"


def asked(round_: Round, question: Callable[[], T], note: Callable[[Connection, int], None]) -> T | None:
    """The answer, or ``None`` for a refusal.

    That it was asked is noted by ``note(conn, now)``, also when the community failed over it, which must not
    end round after round.
    """

    def noted() -> None:
        now = round_.now()
        round_.store.write(lambda conn: note(conn, now))

    answer = None
    try:
        answer = round_.ask(question)
    except (NotFound, AccessDenied):
        pass
    except (ServerFailed, UnreadableAnswer, AnswerTooLarge):
        noted()
        raise
    noted()
    return answer


def _note_register(conn: Connection, now: int) -> None:
    cursors.put(conn, cursors.REGISTER_AT, str(now))


def _note_readers(conn: Connection, group_id: int, now: int) -> None:
    closed = group_rows.closed(conn)
    tried = {key: at for key, at in _tried(conn).items() if key in closed}
    cursors.put(conn, TRIED, json.dumps(tried | {group_id: now}))


def _tried(conn: Connection) -> dict[int, int]:
    """When each group's readers were last asked for (ms)."""
    return moments(conn, TRIED)


def moments(conn: Connection, name: str) -> dict[int, int]:
    """The moments (ms) by group that are noted under ``name``."""
    return {int(key): int(at) for key, at in json.loads(cursors.get(conn, name) or "{}").items()}
