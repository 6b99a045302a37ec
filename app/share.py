"""What a member shares and does: put in the outbox, from where it goes out in order, and once.

Everything works offline. The functions write to the cache and block: call them from the background.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import NamedTuple

from app import audience
from app.audience import Audience
from sync import outbox
from sync.connectors import kinds
from sync.outbox import Action, Item
from sync.store import groups as group_rows
from sync.store import outbox as rows
from sync.store import posts, topic_lookup
from sync.store.database import Store
from sync.store.drafts import Draft
from sync.store.rows import GroupRow
from sync.store.tags import is_tag


class Typed(NamedTuple):
    """How long (ms) the member typed, and had the composer open: platforms take a post typed in no time for
    a robot's."""

    typing_ms: int = 0
    open_ms: int = 0


def now_ms() -> int:
    """This computer's clock."""
    return int(time.time() * 1000)


def sound(text: str) -> str:
    """A text without halves of characters, which some programs paste and no file can hold."""
    return text.encode("utf-8", "replace").decode()


def group_named(conn: Connection, name: str) -> GroupRow | None:
    """The group with this slug, name or number."""
    found = group_rows.groups(conn)
    for fits in (
        lambda one: one.slug == name,
        lambda one: one.name.casefold() == name.casefold(),
        lambda one: str(one.group_id) == name,
    ):
        if (group := next(filter(fits, found), None)) is not None:
            return group
    return None


def share(
    store: Store,
    group_id: int,
    title: str,
    raw: str,
    *,
    kind: str = "",
    tags: Sequence[str] = (),
    typed: Typed | None = None,
    wait_ms: int = outbox.UNDO_MS,
) -> Item:
    """Put a new topic in the outbox; it leaves after ``wait_ms``. A ``kind`` is told by the tag that the
    community uses for it, if it has one."""

    def write(conn: Connection) -> Item:
        new = _written("topic", title=title, raw=raw, kind=kind, tags=tags, typed=typed, wait_ms=wait_ms)
        new = replace(new, tags=with_kind(conn, new.tags, kind))
        return put(conn, new, group_id)

    return store.write(write, durable=True)


def reply(
    store: Store,
    topic_id: int,
    raw: str,
    *,
    reply_to: int | None = None,
    typed: Typed | None = None,
    wait_ms: int = outbox.UNDO_MS,
) -> Item:
    """Put a reply in the outbox; ``reply_to`` is the number of the post it answers."""

    def write(conn: Connection) -> Item:
        new = _written("reply", raw=raw, topic_id=topic_id, reply_to=reply_to, typed=typed, wait_ms=wait_ms)
        return put(conn, new, topic_lookup.group_of(conn, topic_id))

    return store.write(write, durable=True)


def edit(store: Store, post_id: int, raw: str, *, original: str, wait_ms: int = outbox.UNDO_MS) -> Item:
    """Put a new text for an own post in the outbox; it comes back when the post is no longer ``original``."""

    def write(conn: Connection) -> Item:
        topic_id = posts.topic_of(conn, post_id)
        new = _written(
            "edit", raw=raw, original=original, post_id=post_id, topic_id=topic_id, wait_ms=wait_ms
        )
        return put(conn, new, None if topic_id is None else topic_lookup.group_of(conn, topic_id))

    return store.write(write, durable=True)


def delete(store: Store, topic_id: int, post_id: int | None, *, wait_ms: int = outbox.UNDO_MS) -> Item:
    """Take an own reply back, or without ``post_id`` a whole topic."""

    def write(conn: Connection) -> Item:
        new = _written("delete", topic_id=topic_id, post_id=post_id, wait_ms=wait_ms)
        return put(conn, new, topic_lookup.group_of(conn, topic_id))

    return store.write(write, durable=True)


def like(store: Store, post_id: int, wanted: bool = True) -> Item | None:
    """Like a post, or no longer; ``None`` when that takes back what never left, or is so already."""

    def write(conn: Connection) -> Item | None:
        action: Action = "like" if wanted else "unlike"
        undone = rows.queued_alike(conn, ("unlike" if wanted else "like",), post_id=post_id, group_id=None)
        if undone is None and posts.liked(conn, post_id) == wanted and not rows.on_its_way(conn, post_id):
            return None
        topic_id = posts.topic_of(conn, post_id)
        return outbox.put(conn, _written(action, post_id=post_id, topic_id=topic_id))

    return store.write(write, durable=True)


def join(store: Store, group_id: int, name: str) -> Item | None:
    """Become a member of a group that everyone may join; ``name`` is the platform's own for it."""
    return store.write(lambda conn: _membership(conn, "join", group_id, name), durable=True)


def leave(store: Store, group_id: int, name: str, *, wait_ms: int = 0) -> Item | None:
    """Leave a group, after ``wait_ms`` in which the member can think better of it."""
    return store.write(lambda conn: _membership(conn, "leave", group_id, name, wait_ms=wait_ms), durable=True)


def ask_to_join(store: Store, group_id: int, name: str, reason: str) -> Item | None:
    """Ask the owners of a group to become a member."""
    return store.write(lambda conn: _membership(conn, "ask", group_id, name, reason), durable=True)


def held_back(conn: Connection, item: Item) -> str | None:
    """Why an item must wait for the member: people read along who did not when it was written.

    ``audience.changed_for`` names them.
    """
    if item.action not in outbox.WRITTEN:
        return None
    if item.action == "reply" and audience.goes_to(conn, item) != item.group_id:
        # It comes back by itself: a reply is for the group that its topic was in.
        return None
    return outbox.AUDIENCE_GREW if audience.changed_for(conn, item).grew else None


def send_anyway(store: Store, item_id: int, saw: Audience | None = None) -> bool:
    """Send, or look for, an item that was held, refused or is waiting.

    When it was held because more people read along, it goes to those whom the member ``saw``, or to whoever
    the cache knows by now; who joined later holds it again.
    """

    def write(conn: Connection) -> bool:
        item = rows.get(conn, item_id)
        if item is None or not outbox.retry(conn, item_id):
            return False
        if item.held and item.reason == outbox.AUDIENCE_GREW:
            group_id = audience.goes_to(conn, item) if item.action == "edit" else item.group_id
            told = audience.snapshot(conn, group_id) if saw is None else audience.snapshot_of(saw)
            if audience.is_of(told, group_id):
                rows.update(conn, item_id, group_id=group_id, audience=told)
        return True

    return store.write(write, durable=True)


def nearest(conn: Connection, item: Item) -> Draft:
    """What came back as a draft in the nearest place where it could still go, to be offered to the member.

    Without the post that was answered that is the topic; without the topic, or when it is closed, a new topic
    in its group; without the group, a new topic that has no group yet.
    """
    draft = outbox.draft_of(item, now_ms())
    if item.reason == outbox.PARENT_GONE:
        return replace(draft, reply_to=None, reason="")
    if item.reason == outbox.MOVED and item.topic_id is not None:
        return replace(draft, group_id=topic_lookup.group_of(conn, item.topic_id), reason="")
    new = replace(draft, action="topic", place="new", topic_id=None, post_id=None, reply_to=None, original="")
    if item.reason in (outbox.CLOSED, outbox.TOPIC_GONE, outbox.GONE, outbox.EDITED_ELSEWHERE):
        return replace(new, reason="")
    if item.reason in (outbox.GROUP_LEFT, outbox.DENIED):
        return replace(new, group_id=None, reason="")
    return draft


def as_markdown(items: Sequence[Item]) -> str:
    """Everything that was written in ``items`` as one Markdown text, to keep elsewhere."""
    texts = [one for one in items if one.raw]
    return "\n\n---\n\n".join(f"# {one.title}\n\n{one.raw}" if one.title else one.raw for one in texts)


def _written(
    action: Action,
    *,
    title: str = "",
    raw: str = "",
    original: str = "",
    kind: str = "",
    tags: Sequence[str] = (),
    topic_id: int | None = None,
    post_id: int | None = None,
    reply_to: int | None = None,
    typed: Typed | None = None,
    wait_ms: int = 0,
) -> Item:
    now, times = now_ms(), typed or Typed()
    return Item(
        action=action,
        title=" ".join(sound(title).split()),
        raw=sound(raw).strip(),
        original=original,
        kind=kind,
        tags=json.dumps(list(tags), ensure_ascii=False),
        topic_id=topic_id,
        post_id=post_id,
        reply_to=reply_to,
        typing_ms=times.typing_ms,
        open_ms=times.open_ms,
        created=now,
        not_before=now + wait_ms if wait_ms else 0,
    )


def put(conn: Connection, new: Item, group_id: int | None, saw: str = "") -> Item:
    """Put something written in the outbox, with who reads along as the member ``saw`` it, or as it is now.

    ``saw`` is an ``audience.snapshot``; one of another group does not count.
    """
    told = saw if audience.is_of(saw, group_id) else audience.snapshot(conn, group_id)
    item = outbox.put(conn, replace(new, group_id=group_id, audience=told))
    assert item is not None  # noqa: S101 - only quick actions merge
    return item


def _membership(
    conn: Connection, action: Action, group_id: int, name: str, reason: str = "", *, wait_ms: int = 0
) -> Item | None:
    now = now_ms()
    until = now + wait_ms if wait_ms else 0
    new = Item(action=action, group_id=group_id, title=name, raw=reason, created=now, not_before=until)
    return outbox.put(conn, new)


def with_kind(conn: Connection, tags: str, kind: str) -> str:
    """``tags`` (a JSON list) with the most telling tag for this kind that the community uses, if any."""
    told = json.loads(tags)
    wanted = next((words.split() for one, words in kinds.TAGS if one == kind), [])
    if set(wanted) & set(told):
        return tags
    of_kind = [tag for tag in wanted if is_tag(conn, tag)]
    return json.dumps(told + of_kind[:1], ensure_ascii=False)
