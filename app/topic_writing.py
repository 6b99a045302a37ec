"""What a member writes in a topic: what is pending and drafted there, and how an answer or an edit begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sqlite3 import Connection
from typing import NamedTuple

from app import audience, drafts, pending, share
from app.audience import Audience, Change
from app.composer import editing
from app.pending import Pending
from sync.connectors.base import PostLimits
from sync.store import cursors, limits, outbox_of_topic, uploads
from sync.store import drafts as draft_rows
from sync.store.database import Store
from sync.store.drafts import Draft
from sync.store.uploads import Upload


class Mine(NamedTuple):
    """What is the member's own in a topic. ``me`` is their id, 0 when it is not known.

    ``drafts`` are those of replies, last changed first, ``files`` what goes with each, ``change`` who reads
    along since the first of them was written; ``limits`` is what the community takes, ``read_at`` the moment
    (ms) from which on what was kept may be missing here.
    """

    audience: Audience
    pending: Pending
    drafts: tuple[Draft, ...]
    files: dict[int, tuple[Upload, ...]]
    change: Change
    me: int
    limits: PostLimits
    read_at: int = 0


class Begun(NamedTuple):
    """A draft to go on with, and the files that go with it."""

    draft: Draft
    files: tuple[Upload, ...] = ()


def mine(store: Store, topic_id: int, address: str) -> Mine:
    """What is the member's own in a topic of the community at ``address``. Blocks."""
    began = share.now_ms()
    with store.reading() as conn:
        shown = audience.of_topic(conn, topic_id)
        written = tuple(draft_rows.drafts(conn, draft_rows.place_of("reply", topic_id, None)))
        change = Change()
        if written:
            change = audience.changed_for(conn, written[0])
        waiting = pending.of_topic(conn, topic_id, began, lambda raw: editing.rendered_in(conn, address, raw))
        files = {one.draft_id: _files(conn, one.draft_id) for one in written}
        return Mine(shown, waiting, written, files, change, cursors.me(conn), limits.get(conn), began)


def begin_reply(shown: Audience, topic_id: int, reply_to: int | None) -> Draft:
    """A new reply to a post number, or to the topic, that knows who read along when it was begun."""
    new = drafts.begin("reply", group_id=shown.group_id, topic_id=topic_id, reply_to=reply_to)
    return replace(new, audience=audience.snapshot_of(shown))


def begin_edit(shown: Audience, topic_id: int, post_id: int, original: str) -> Draft:
    """A new text for an own post that was written as ``original``."""
    new = drafts.begin("edit", group_id=shown.group_id, topic_id=topic_id, post_id=post_id, original=original)
    return replace(new, audience=audience.snapshot_of(shown))


def edit_here(store: Store, shown: Audience, topic_id: int, post_id: int) -> Begun | None:
    """The edit of an own post that was begun before, or one that can begin without asking the community how
    the post was written; ``None`` when only the community knows. Blocks."""
    with store.reading() as conn:
        for draft in draft_rows.drafts(conn, draft_rows.place_of("edit", topic_id, post_id)):
            return Begun(draft, _files(conn, draft.draft_id))
        source = outbox_of_topic.written_source(conn, post_id)
    return None if source is None else Begun(begin_edit(shown, topic_id, post_id, source))


def begun(store: Store, draft_id: int) -> Begun | None:
    """A draft with the files that go with it. Blocks."""
    with store.reading() as conn:
        draft = draft_rows.get(conn, draft_id)
        return None if draft is None else Begun(draft, _files(conn, draft_id))


def to_go_on_with(written: Sequence[Draft], reply_to: int | None) -> Draft | None:
    """The draft that an answer to this post number goes on with; to the topic as a whole, the newest."""
    if reply_to is None:
        return written[0] if written else None
    return next((one for one in written if one.reply_to == reply_to), None)


def _files(conn: Connection, draft_id: int) -> tuple[Upload, ...]:
    return tuple(uploads.of(conn, draft_id=draft_id))
