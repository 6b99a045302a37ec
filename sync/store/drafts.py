"""What the member is writing: kept as it is typed, several at once, until it is sent or thrown away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from sqlite3 import Connection

_KEEP_MS = 7 * 86_400_000


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft. ``place`` is where it is written; several may be there. ``tags`` is a JSON list.

    ``reason`` says why it cannot be sent (empty: it can). ``discarded`` is the moment (ms) it went.
    """

    draft_id: int = 0
    place: str = "new"
    action: str = "topic"
    group_id: int | None = None
    topic_id: int | None = None
    reply_to: int | None = None
    post_id: int | None = None
    kind: str = ""
    title: str = ""
    raw: str = ""
    original: str = ""
    tags: str = "[]"
    audience: str = ""
    typing_ms: int = 0
    open_ms: int = 0
    created: int = 0
    changed: int = 0
    reason: str = ""
    discarded: int | None = None


# Of a draft, or an item of the outbox, whichever way it tells where it belongs.
IN_GROUP = (
    "(group_id = ?1 OR topic_id IN (SELECT topic_id FROM topics WHERE group_id = ?1)"
    " OR post_id IN (SELECT post_id FROM posts JOIN topics USING (topic_id) WHERE topics.group_id = ?1))"
)
_NAMES = tuple(field.name for field in fields(Draft))
_COLUMNS = ", ".join(_NAMES)


def place_of(action: str, topic_id: int | None, post_id: int | None) -> str:
    """Where something is written: ``"new"`` for a topic of whatever group, ``"topic 12"`` for a reply,
    ``"post 77"`` for an edit."""
    if action == "edit" and post_id is not None:
        return f"post {post_id}"
    return "new" if topic_id is None else f"topic {topic_id}"


def put(conn: Connection, draft: Draft) -> Draft:
    """Write a draft: a new one when its id is 0, else over the one with that id. Returns it with its id."""
    values: Mapping[str, object] = {name: getattr(draft, name) for name in _NAMES}
    values = {**values, "draft_id": draft.draft_id or None}
    marks = ", ".join(f":{name}" for name in _NAMES)
    done = conn.execute(f"INSERT OR REPLACE INTO drafts ({_COLUMNS}) VALUES ({marks})", values)  # noqa: S608
    return replace(draft, draft_id=int(done.lastrowid or draft.draft_id))


def get(conn: Connection, draft_id: int) -> Draft | None:
    """One draft that was not thrown away."""
    query = f"SELECT {_COLUMNS} FROM drafts WHERE draft_id = ? AND discarded IS NULL"  # noqa: S608
    row = conn.execute(query, (draft_id,)).fetchone()
    return None if row is None else Draft(*row)


def drafts(conn: Connection, place: str | None = None) -> list[Draft]:
    """All drafts, or those of a place, last changed first."""
    query = (
        f"SELECT {_COLUMNS} FROM drafts WHERE discarded IS NULL AND (?1 IS NULL OR place = ?1)"  # noqa: S608
        " ORDER BY changed DESC, draft_id DESC"
    )
    return [Draft(*row) for row in conn.execute(query, (place,))]


def count(conn: Connection) -> int:
    """How many drafts there are."""
    return int(conn.execute("SELECT count(*) FROM drafts WHERE discarded IS NULL").fetchone()[0])


def discard(conn: Connection, draft_id: int, now: int) -> bool:
    """Throw a draft away; it can be taken back for a week."""
    done = conn.execute(
        "UPDATE drafts SET discarded = ? WHERE draft_id = ? AND discarded IS NULL", (now, draft_id)
    )
    conn.execute("DELETE FROM drafts WHERE discarded < ?", (now - _KEEP_MS,))
    return done.rowcount > 0


def undo_discard(conn: Connection, draft_id: int) -> bool:
    """Take a draft back that was thrown away."""
    done = conn.execute(
        "UPDATE drafts SET discarded = NULL WHERE draft_id = ? AND discarded IS NOT NULL", (draft_id,)
    )
    return done.rowcount > 0


def remove(conn: Connection, draft_id: int) -> None:
    """Remove a draft for good: it became something to send."""
    conn.execute("DELETE FROM drafts WHERE draft_id = ?", (draft_id,))


def in_group(conn: Connection, group_id: int) -> list[Draft]:
    """The drafts of a group, of a topic of it or of an edit there, thrown away or not."""
    query = f"SELECT {_COLUMNS} FROM drafts WHERE {IN_GROUP}"  # noqa: S608
    return [Draft(*row) for row in conn.execute(query, (group_id,))]
