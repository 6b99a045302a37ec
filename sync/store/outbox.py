"""The rows of the outbox: what the member wrote or did and the community must still hear, or has heard.

What the states mean and how they follow each other is in ``sync/outbox.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from sqlite3 import Connection
from typing import Literal, NamedTuple

from sync.store import drafts, uploads

Action = Literal["topic", "reply", "edit", "delete", "like", "unlike", "join", "leave", "ask"]
State = Literal["queued", "sending", "sent", "unknown", "rejected"]
WAITING: tuple[State, ...] = ("queued", "sending", "unknown")
POSTING: tuple[Action, ...] = ("topic", "reply")


@dataclass(frozen=True, slots=True)
class Item:
    """One row. ``raw`` is the text in the platform's notation, ``original`` that of a post before an edit.

    ``tags`` and ``told`` (the community's own words for a refusal) are JSON lists. ``audience`` is what the
    member saw of the readers when it was written, as JSON. Other fields: see the migration ``sharing``.
    """

    item_id: int = 0
    action: Action = "topic"
    state: State = "queued"
    lane: str = ""
    group_id: int | None = None
    topic_id: int | None = None
    post_id: int | None = None
    reply_to: int | None = None
    title: str = ""
    raw: str = ""
    original: str = ""
    tags: str = "[]"
    kind: str = ""
    audience: str = ""
    typing_ms: int = 0
    open_ms: int = 0
    text_key: str = ""
    fingerprint: str = ""
    created: int = 0
    not_before: int = 0
    next_try: int = 0
    attempts: int = 0
    failures: int = 0
    looks: int = 0
    tried_at: int = 0
    unknown_since: int = 0
    sent_at: int = 0
    above_post: int = 0
    held: int = 0
    reason: str = ""
    told: str = "[]"
    remote_topic: int | None = None
    remote_post: int | None = None
    remote_number: int | None = None
    done: int = 0
    discarded: int | None = None


class Pace(NamedTuple):
    """From which moments (ms) a new topic and any new post may leave, and how long a text may not repeat."""

    topic_from: int
    post_from: int
    same_text_ms: int


class Moment(NamedTuple):
    """From when (ms) an item may be sent or looked for.

    ``same_text`` is the part of that which a repeated text asks for; ``first``: nothing has to go before it
    in its lane.
    """

    item_id: int
    at: int
    same_text: int
    first: bool


_NAMES = tuple(field.name for field in fields(Item))
_COLUMNS = ", ".join(_NAMES)
_OPEN = "o.discarded IS NULL AND o.state IN ('queued', 'sending', 'unknown')"
# Only the first of a lane may move, so that what was written in a topic arrives in order.
_FIRST = (
    "(o.lane = '' OR NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.lane = o.lane AND e.item_id < o.item_id"
    " AND e.discarded IS NULL AND e.state IN ('queued', 'sending', 'unknown')))"
)
_READY = """
    CASE
        WHEN o.state = 'unknown' THEN o.next_try
        WHEN o.action = 'topic' THEN max(o.not_before, o.next_try, :topic_from, :post_from)
        WHEN o.action = 'reply' THEN max(o.not_before, o.next_try, :post_from)
        ELSE max(o.not_before, o.next_try)
    END
"""
# The community refuses a text that it took from this member just before, in whatever topic.
_REPEATED = """
    CASE WHEN o.state = 'queued' AND o.attempts = 0 AND o.action IN ('topic', 'reply') THEN coalesce((
        SELECT max(s.tried_at) + :same_text_ms FROM outbox AS s
        WHERE s.text_key = o.text_key AND s.item_id <> o.item_id AND s.tried_at > 0
        AND s.state <> 'rejected'), 0) ELSE 0 END
"""
_MOMENT = f"max({_READY}, {_REPEATED})"


def insert(conn: Connection, item: Item) -> int:
    """Write a new row; returns its id. An id of 0 is replaced by a new one."""
    values = {name: getattr(item, name) for name in _NAMES} | {"item_id": item.item_id or None}
    marks = ", ".join(f":{name}" for name in _NAMES)
    done = conn.execute(f"INSERT INTO outbox ({_COLUMNS}) VALUES ({marks})", values)  # noqa: S608
    return int(done.lastrowid or 0)


def update(conn: Connection, item_id: int, **values: object) -> None:
    """Change the named columns of one row."""
    assert values.keys() <= set(_NAMES)  # noqa: S101 - our own names
    columns = ", ".join(f"{name} = :{name}" for name in values)
    conn.execute(f"UPDATE outbox SET {columns} WHERE item_id = :id", {**values, "id": item_id})  # noqa: S608


def delete(conn: Connection, item_id: int) -> None:
    """Remove one row."""
    conn.execute("DELETE FROM outbox WHERE item_id = ?", (item_id,))


def get(conn: Connection, item_id: int) -> Item | None:
    """One row, discarded or not."""
    return _first(conn, f"SELECT {_COLUMNS} FROM outbox WHERE item_id = ?", (item_id,))  # noqa: S608


def among(conn: Connection, item_id: int, *states: State) -> Item | None:
    """One row that is not discarded and in one of these states."""
    item = get(conn, item_id)
    return item if item is not None and item.discarded is None and item.state in states else None


def items(conn: Connection, *, sent: bool = True) -> list[Item]:
    """All rows that are not discarded, oldest first; without those that arrived unless ``sent``."""
    query = (
        f"SELECT {_COLUMNS} FROM outbox WHERE discarded IS NULL AND (? OR state <> 'sent') ORDER BY item_id"  # noqa: S608
    )
    return [Item(*row) for row in conn.execute(query, (sent,))]


def queued_alike(
    conn: Connection, actions: Iterable[Action], *, post_id: int | None, group_id: int | None
) -> Item | None:
    """The newest item of one of these actions with this target that never left."""
    listed = ", ".join(f"'{action}'" for action in actions)
    query = (
        f"SELECT {_COLUMNS} FROM outbox WHERE discarded IS NULL AND state = 'queued' AND attempts = 0"  # noqa: S608
        f" AND action IN ({listed}) AND post_id IS ? AND group_id IS ? ORDER BY item_id DESC LIMIT 1"
    )
    return _first(conn, query, (post_id, group_id))


def ready(conn: Connection, now: int, pace: Pace) -> Item | None:
    """The oldest item that may be sent, or looked for, at ``now``; what is unknown before what is new."""
    query = (
        f"SELECT {_COLUMNS} FROM outbox AS o WHERE {_OPEN} AND o.state <> 'sending' AND NOT o.held"  # noqa: S608
        f" AND {_FIRST} AND {_MOMENT} <= :now ORDER BY o.state = 'queued', o.item_id LIMIT 1"
    )
    return _first(conn, query, {**pace._asdict(), "now": now})


def next_moment(conn: Connection, pace: Pace) -> int | None:
    """When the next item may be sent or looked for (ms); ``None`` when nothing waits."""
    query = (
        f"SELECT min({_MOMENT}) FROM outbox AS o WHERE {_OPEN} AND o.state <> 'sending' AND NOT o.held"  # noqa: S608
        f" AND {_FIRST}"
    )
    found = conn.execute(query, pace._asdict()).fetchone()[0]
    return None if found is None else int(found)


def moments(conn: Connection, pace: Pace) -> dict[int, Moment]:
    """By id, when each item that moves by itself may next be sent or looked for."""
    query = (
        f"SELECT o.item_id, {_MOMENT}, {_REPEATED}, {_FIRST} FROM outbox AS o"  # noqa: S608
        f" WHERE {_OPEN} AND o.state <> 'sending' AND NOT o.held"
    )
    return {
        item_id: Moment(item_id, at, same_text, bool(first))
        for item_id, at, same_text, first in conn.execute(query, pace._asdict())
    }


def last_tried(conn: Connection, actions: Iterable[Action]) -> int:
    """When an item of one of these actions last left (ms); 0 when none did."""
    listed = ", ".join(f"'{action}'" for action in actions)
    query = f"SELECT coalesce(max(tried_at), 0) FROM outbox WHERE action IN ({listed})"  # noqa: S608
    return int(conn.execute(query).fetchone()[0])


def is_empty(conn: Connection) -> bool:
    """Whether nothing was ever put in, or all of it is forgotten."""
    return conn.execute("SELECT 1 FROM outbox LIMIT 1").fetchone() is None


def needing_attention(conn: Connection) -> int:
    """How many items came back, or are held for the member."""
    query = "SELECT count(*) FROM outbox WHERE discarded IS NULL AND (held OR state = 'rejected')"
    return int(conn.execute(query).fetchone()[0])


def moving(conn: Connection) -> int:
    """How many items may still leave, or be looked for, by themselves."""
    return int(conn.execute(f"SELECT count(*) FROM outbox AS o WHERE {_OPEN} AND NOT o.held").fetchone()[0])  # noqa: S608


def moderated_alike(conn: Connection, fingerprint: str) -> int:
    """How many items like this one wait for a moderator, as far as is known."""
    query = "SELECT count(*) FROM outbox WHERE fingerprint = ? AND state = 'sent' AND reason <> ''"
    return int(conn.execute(query, (fingerprint,)).fetchone()[0])


def left_hanging(conn: Connection) -> list[int]:
    """The ids of items that were being sent when a process ended."""
    return [row[0] for row in conn.execute("SELECT item_id FROM outbox WHERE state = 'sending'")]


def arrived_posts(conn: Connection, post_ids: Iterable[int], *, but: int) -> set[int]:
    """Those of these posts of the community that other items than ``but`` became."""
    query = "SELECT 1 FROM outbox WHERE remote_post = ? AND item_id <> ?"
    return {one for one in post_ids if conn.execute(query, (one, but)).fetchone() is not None}


def newest_post(conn: Connection) -> int:
    """The highest id of a post that is known here, 0 without one: what is sent now gets a higher one."""
    query = (
        "SELECT max(coalesce((SELECT max(post_id) FROM posts), 0), coalesce(max(remote_post), 0)) FROM outbox"
    )
    return int(conn.execute(query).fetchone()[0] or 0)


def postpone(conn: Connection, actions: Iterable[Action], until: int) -> None:
    """Let everything that waits of these actions wait at least until ``until``."""
    listed = ", ".join(f"'{action}'" for action in actions)
    conn.execute(
        f"UPDATE outbox SET next_try = max(next_try, ?) WHERE state = 'queued' AND action IN ({listed})",  # noqa: S608
        (until,),
    )


def mend_moments(conn: Connection, now: int, longest: int) -> None:
    """Undo what a clock that was set back left: waits longer than ``longest`` (ms), acts in the future."""
    conn.execute("UPDATE outbox SET not_before = ?1 WHERE not_before > ?1 + ?2", (now, longest))
    conn.execute("UPDATE outbox SET next_try = ?1 WHERE next_try > ?1 + ?2", (now, longest))
    conn.execute("UPDATE outbox SET tried_at = ?1 WHERE tried_at > ?1", (now,))
    conn.execute("UPDATE outbox SET unknown_since = ?1 WHERE unknown_since > ?1", (now,))


def drop_old(conn: Connection, before: int) -> None:
    """Remove what arrived, or was discarded, before ``before`` (ms), and the files of what is gone."""
    conn.execute("DELETE FROM outbox WHERE state = 'sent' AND done < ? AND reason = ''", (before,))
    conn.execute("DELETE FROM outbox WHERE discarded < ?", (before,))
    uploads.drop_unused(conn)


def in_group(conn: Connection, group_id: int) -> list[Item]:
    """What was written or done in a group, in a topic of it or at a post of one."""
    query = f"SELECT {_COLUMNS} FROM outbox WHERE {drafts.IN_GROUP}"  # noqa: S608
    return [Item(*row) for row in conn.execute(query, (group_id,))]


def on_its_way(conn: Connection, post_id: int) -> bool:
    """Whether something that was done to a post has not arrived yet."""
    query = (
        "SELECT 1 FROM outbox WHERE post_id = ? AND discarded IS NULL"
        " AND state IN ('queued', 'sending', 'unknown') LIMIT 1"
    )
    return conn.execute(query, (post_id,)).fetchone() is not None


def _first(conn: Connection, query: str, values: object) -> Item | None:
    row = conn.execute(query, values).fetchone()  # type: ignore[arg-type]
    return None if row is None else Item(*row)
