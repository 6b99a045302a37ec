"""Drafts: kept as they are typed, several at once, and put in the outbox when they are done."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import replace
from sqlite3 import Connection
from typing import cast

from app import share
from sync import attachments, outbox
from sync.outbox import Action, Item
from sync.store import drafts, uploads
from sync.store import outbox as rows
from sync.store.database import Store
from sync.store.drafts import Draft

# What a platform would not take anyway, and what a scan of a whole folder by mistake would be.
LARGEST_FILE = 50_000_000


def begin(
    action: Action = "topic",
    *,
    group_id: int | None = None,
    topic_id: int | None = None,
    reply_to: int | None = None,
    post_id: int | None = None,
    original: str = "",
) -> Draft:
    """A new, empty draft, not kept yet: of a topic, of a reply to a post number, or of an edit of a post."""
    return Draft(
        place=drafts.place_of(action, topic_id, post_id),
        action=action,
        group_id=group_id,
        topic_id=topic_id,
        reply_to=reply_to,
        post_id=post_id,
        raw=original if action == "edit" else "",
        original=original,
        created=share.now_ms(),
    )


class Keeper:
    """Keeps one draft as it is typed. Its methods hand the work over and return at once.

    What could not be kept (a full disk, say) stays in ``draft`` and goes along with the next ``keep``.
    """

    def __init__(self, store: Store, draft: Draft) -> None:
        self.draft = draft
        self._store = store
        self._lock = threading.Lock()
        self._kept = draft if draft.draft_id else None

    @property
    def draft_id(self) -> int:
        """The id under which it is kept; 0 as long as it never was."""
        return self._known()

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on the disk yet."""
        with self._lock:
            kept = self._kept
        if kept is None:
            return not _empty(self.draft)
        return replace(kept, draft_id=0, changed=0) != replace(self.draft, draft_id=0, changed=0)

    def keep(self, **changes: object) -> Future[Draft]:
        """Keep the draft with these fields changed; the future has it as it is kept, or the store's error.

        An empty draft is not kept.
        """
        told = {name: share.sound(one) if isinstance(one, str) else one for name, one in changes.items()}
        self.draft = draft = replace(self.draft, **told, changed=share.now_ms())  # type: ignore[arg-type]

        def write(conn: Connection) -> Draft:
            known = self._known()
            numbered = replace(draft, draft_id=known)
            if _empty(draft) and not uploads.of(conn, draft_id=known or None):
                drafts.remove(conn, known)
                return replace(draft, draft_id=0)
            return drafts.put(conn, numbered)

        future = self._store.submit(write)
        future.add_done_callback(self._note)
        return future

    def attach(self, name: str, kind: str, content: bytes) -> str:
        """Keep a file with the draft; the address to write in its text. Blocks: call it from the background.

        Raises ``ValueError`` when it is too large, ``OSError`` or the store's errors when there is no room.
        """
        if len(content) > LARGEST_FILE:
            raise ValueError(len(content))
        kept = self.keep().result()
        draft_id = kept.draft_id or self._store.write(lambda conn: drafts.put(conn, self.draft)).draft_id
        with self._lock:
            self._kept = replace(self.draft, draft_id=draft_id)
        upload = attachments.keep(self._store.folder, name, kind, content)
        self._store.write(lambda conn: uploads.add(conn, upload._replace(draft_id=draft_id)), durable=True)
        return outbox.placeholder(upload.file)

    def send(self, *, wait_ms: int = outbox.UNDO_MS) -> Item:
        """Put the draft in the outbox; it is a draft no longer. Blocks: call it from the background.

        Raises the store's errors; then it is a draft still.
        """
        draft = replace(self.draft, draft_id=self.keep().result().draft_id)
        item = self._store.write(lambda conn: _send(conn, draft, wait_ms), durable=True)
        with self._lock:
            self._kept = None
        return item

    def _known(self) -> int:
        with self._lock:
            return self._kept.draft_id if self._kept is not None else 0

    def _note(self, future: Future[Draft]) -> None:
        if not future.cancelled() and future.exception() is None:
            draft = future.result()
            with self._lock:
                self._kept = draft if draft.draft_id else None


def _send(conn: Connection, draft: Draft, wait_ms: int) -> Item:
    now = share.now_ms()
    new = Item(
        action=cast(Action, draft.action),
        topic_id=draft.topic_id,
        post_id=draft.post_id,
        reply_to=draft.reply_to,
        title=" ".join(draft.title.split()),
        raw=draft.raw.strip(),
        original=draft.original,
        tags=share.with_kind(conn, draft.tags, draft.kind),
        kind=draft.kind,
        typing_ms=draft.typing_ms,
        open_ms=draft.open_ms,
        created=now,
        not_before=now + wait_ms if wait_ms else 0,
    )
    group_id = draft.group_id
    if group_id is None and draft.topic_id is not None:
        group_id = rows.group_of_topic(conn, draft.topic_id)
    item = share.put(conn, new, group_id, draft.audience)
    if draft.draft_id:
        _leave_out(conn, draft)
        uploads.hand_on(conn, item_id=None, draft_id=draft.draft_id, to_item=item.item_id)
        drafts.remove(conn, draft.draft_id)
    return item


def _leave_out(conn: Connection, draft: Draft) -> None:
    """Let go of the files that the text speaks of no longer."""
    for upload in uploads.of(conn, draft_id=draft.draft_id):
        if outbox.placeholder(upload.file) not in draft.raw:
            uploads.remove(conn, upload.upload_id)


def _empty(draft: Draft) -> bool:
    return not draft.title.strip() and draft.raw.strip() in ("", draft.original.strip())
