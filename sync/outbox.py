"""The outbox: what the member wrote or did goes ``queued -> sending -> sent | unknown | rejected``.

``sending`` is on disk before the first byte leaves. What the community then said decides; where it did not
say, the item is ``unknown`` until looking (``sync/reconcile.py``) has found it or has found three times, over
two minutes or more, that it is not there: then it is sent once more, and so on a few times. What cannot be
known is ``held`` for the member. Nothing is ever dropped but by the member. All functions work in the
caller's transaction; moments are milliseconds.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection

from sync.fingerprint import fingerprint, text_key
from sync.quoted import without_quotes
from sync.store import drafts, posts, uploads
from sync.store import outbox as rows
from sync.store.drafts import Draft
from sync.store.outbox import POSTING, WAITING, Action, Item, State, among

__all__ = ["POSTING", "WAITING", "Action", "Item", "State"]

UNDO_MS = 10_000
"""How long a post waits before it leaves, so that the member can think better of it."""
WRITTEN: tuple[Action, ...] = ("topic", "reply", "edit")
"""Actions with a text of the member's, which is read by whoever reads along there."""
_OPPOSITES: dict[Action, Action] = {"like": "unlike", "unlike": "like", "join": "leave", "leave": "join"}

# Why an item is where it is; the sentences are made elsewhere.
WAITING_FOR_MODERATION = "moderation"
AMBIGUOUS = "ambiguous"
AUDIENCE_GREW = "audience"
GROUP_LEFT = "group_left"
DENIED = "denied"
TOPIC_GONE = "topic_gone"
PARENT_GONE = "parent_gone"
CLOSED = "closed"
MOVED = "moved"
GONE = "gone"
EDITED_ELSEWHERE = "edited_elsewhere"
REFUSED = "refused"
FILE_LOST = "file_lost"
FILE_REFUSED = "file_refused"


def placeholder(file: str) -> str:
    """What stands in a text for the address of a file that is still here."""
    return f"upload://waiting-{file}"


def addressed(conn: Connection, item: Item) -> str:
    """The text of an item with the community's addresses of the files that it has by now."""
    raw = item.raw
    for upload in uploads.of(conn, item_id=item.item_id):
        if upload.remote:
            raw = raw.replace(placeholder(upload.file), upload.remote)
    return raw


def readdress(conn: Connection, item_id: int) -> None:
    """After a file arrived: know the item by the text as it will be sent."""
    item = among(conn, item_id, "queued")
    if item is not None:
        sent = replace(item, raw=addressed(conn, item))
        key = text_key(sent.raw) if item.action in POSTING else ""
        rows.update(conn, item_id, text_key=key, fingerprint=_fingerprint(sent))


def put(conn: Connection, new: Item) -> Item | None:
    """Queue an item and return it as it is kept.

    Quick actions merge: ``None`` means that the new one and one that never left undo each other, or that the
    community thinks so already. The same one twice is one.
    """
    if new.action in _OPPOSITES:
        target = {"post_id": new.post_id, "group_id": new.group_id}
        if (same := rows.queued_alike(conn, (new.action,), **target)) is not None:
            return same
        if (other := rows.queued_alike(conn, (_OPPOSITES[new.action],), **target)) is not None:
            rows.delete(conn, other.item_id)
            return None
    item = replace(
        new,
        state="queued",
        lane=_lane(conn, new),
        text_key=text_key(new.raw) if new.action in POSTING else "",
        fingerprint=_fingerprint(new),
    )
    return replace(item, item_id=rows.insert(conn, item))


def change(conn: Connection, item_id: int, *, raw: str, title: str = "", tags: Sequence[str] = ()) -> bool:
    """Give an item that was never sent, or was refused, another text and queue it anew; whether that was
    possible."""
    item = among(conn, item_id, "queued", "rejected")
    if item is None or (item.state == "queued" and item.attempts):
        return False
    new = replace(item, raw=raw, title=title, tags=json.dumps(list(tags)))
    rows.update(
        conn,
        item_id,
        raw=raw,
        title=title,
        tags=new.tags,
        text_key=text_key(raw) if item.action in POSTING else "",
        fingerprint=_fingerprint(new),
        **_ANEW,
    )
    return True


def retry(conn: Connection, item_id: int) -> bool:
    """The member says: send it (again). Whether there is something to be done for it.

    An item of which the outcome is not known is looked for first, even when it is held.
    """
    item = among(conn, item_id, "queued", "rejected", "unknown")
    if item is None:
        return False
    if item.state == "unknown":
        # Attempts are counted anew: the member decided about those before.
        rows.update(conn, item_id, held=0, reason="", looks=0, attempts=1, next_try=0)
    elif item.state == "rejected":
        rows.update(conn, item_id, **_ANEW)
    else:
        rows.update(conn, item_id, held=0, reason="", not_before=0, next_try=0)
    return True


def send_again(conn: Connection, item_id: int) -> bool:
    """The member says that an item of which the outcome is not known is not there: it is sent as if new.

    Looking may find what cannot be told apart from it for ever; only the member can decide then.
    """
    if among(conn, item_id, "unknown") is None:
        return False
    rows.update(conn, item_id, **_ANEW)
    return True


def hold(conn: Connection, item_id: int, reason: str) -> bool:
    """Keep an item that waits from being sent until the member says so."""
    if among(conn, item_id, "queued") is None:
        return False
    rows.update(conn, item_id, held=1, reason=reason)
    return True


def it_is_there(conn: Connection, item_id: int) -> bool:
    """The member says that an item of which the outcome is not known did arrive."""
    item = among(conn, item_id, "unknown")
    if item is None:
        return False
    rows.update(conn, item_id, state="sent", held=0, reason="", done=item.tried_at or item.unknown_since)
    return True


def withdraw(conn: Connection, item_id: int, now: int, place: Draft | None = None) -> Draft | None:
    """Put an item back to the drafts, in another ``place`` when one is given. ``None`` when it is on its way
    or has arrived."""
    item = among(conn, item_id, "queued", "rejected", "unknown")
    if item is None or item.action not in WRITTEN:
        return None
    draft = drafts.put(conn, draft_of(item, now) if place is None else place)
    uploads.hand_on(conn, item_id=item_id, draft_id=None, to_draft=draft.draft_id)
    rows.delete(conn, item_id)
    return draft


def discard(conn: Connection, item_id: int, now: int) -> bool:
    """Throw an item away; it can be taken back for a week. Not while it is on its way or once it arrived."""
    if among(conn, item_id, "queued", "rejected", "unknown") is None:
        return False
    rows.update(conn, item_id, discarded=now)
    return True


def undo_discard(conn: Connection, item_id: int) -> bool:
    """Take an item back that was thrown away."""
    item = rows.get(conn, item_id)
    if item is None or item.discarded is None:
        return False
    rows.update(conn, item_id, discarded=None)
    return True


def group_lost(conn: Connection, group_id: int, now: int) -> None:
    """The member lost a group: what they wrote there stays with the reason, what arrived goes.

    What is the group's own goes too: the text before an edit, what is quoted, who read along.
    """
    for item in rows.in_group(conn, group_id):
        if item.state == "sent" or item.action not in WRITTEN or _unchanged(item):
            rows.delete(conn, item.item_id)
            continue
        rows.update(
            conn,
            item.item_id,
            state="rejected",
            held=0,
            reason=GROUP_LEFT,
            told="[]",
            group_id=group_id,
            raw=without_quotes(item.raw),
            original="",
            audience="",
            title=_own_title(item),
        )
    for draft in drafts.in_group(conn, group_id):
        if _unchanged(draft):
            drafts.remove(conn, draft.draft_id)
            continue
        drafts.put(conn, replace(without_context(draft), changed=max(draft.changed, now)))


def without_context(draft: Draft) -> Draft:
    """A draft for a group that the member lost: with the reason, and without what is the group's own."""
    return replace(
        draft,
        reason=GROUP_LEFT,
        raw=without_quotes(draft.raw),
        original="",
        audience="",
        title=_own_title(draft),
    )


def _unchanged(written: Item | Draft) -> bool:
    """Whether it is an edit that so far only repeats the post."""
    return written.action == "edit" and written.raw == written.original


def _own_title(written: Item | Draft) -> str:
    return written.title if written.action == "topic" else ""


def draft_of(item: Item, now: int) -> Draft:
    """What the member wrote in an item, as a draft."""
    return Draft(
        place=drafts.place_of(item.action, item.topic_id, item.post_id),
        action=item.action,
        group_id=item.group_id,
        topic_id=item.topic_id,
        reply_to=item.reply_to,
        post_id=item.post_id,
        kind=item.kind,
        title=item.title,
        raw=item.raw,
        original=item.original,
        tags=item.tags,
        audience=item.audience,
        typing_ms=item.typing_ms,
        open_ms=item.open_ms,
        created=item.created,
        changed=now,
        reason=item.reason if item.state == "rejected" else "",
    )


_ANEW: dict[str, object] = {
    "state": "queued",
    "held": 0,
    "reason": "",
    "told": "[]",
    "attempts": 0,
    "failures": 0,
    "looks": 0,
    "not_before": 0,
    "next_try": 0,
    "tried_at": 0,
    "unknown_since": 0,
    "sent_at": 0,
    "above_post": 0,
}


def _fingerprint(item: Item) -> str:
    if item.action not in POSTING:
        return text_key(f"{item.action} {item.post_id} {item.group_id}\n{item.raw}")
    return fingerprint(item.raw, title=item.title, topic_id=item.topic_id)


def _lane(conn: Connection, item: Item) -> str:
    """What is sent in order: all that concerns a topic, or a group's members. A new topic waits for none."""
    if item.action == "topic":
        return ""
    topic_id = item.topic_id
    if topic_id is None and item.post_id is not None:
        topic_id = posts.topic_of(conn, item.post_id)
    if topic_id is not None:
        return f"topic {topic_id}"
    return f"post {item.post_id}" if item.post_id is not None else f"group {item.group_id}"
