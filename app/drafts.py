"""Drafts: kept as they are typed, several at once, and put in the outbox when they are done."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from sqlite3 import Connection
from typing import cast

from app import audience, share
from sync import attachments, outbox
from sync.outbox import Action, Item
from sync.store import drafts, uploads
from sync.store import groups as group_rows
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
        # Held while a write is handed over: what one found is noted before the next one begins.
        self._handing_over = threading.Lock()
        self._kept = draft if draft.draft_id else None
        self._sent = False

    @property
    def draft_id(self) -> int:
        """The id under which it is kept; 0 as long as it never was."""
        with self._lock:
            return self._kept.draft_id if self._kept is not None else 0

    @property
    def unsaved(self) -> bool:
        """Whether something was typed that is not on the disk yet."""
        with self._lock:
            kept, sent = self._kept, self._sent
        if sent:
            return False
        if kept is None:
            return not _empty(self.draft)
        return replace(kept, draft_id=0, changed=0) != replace(self.draft, draft_id=0, changed=0)

    def keep(self, **changes: object) -> Future[Draft]:
        """Keep the draft with these fields changed; the future has it as it is kept, or the store's error.

        An empty draft is not kept, nor one that was sent.
        """
        told = {name: share.sound(one) if isinstance(one, str) else one for name, one in changes.items()}
        self.draft = draft = replace(self.draft, **told, changed=share.now_ms())  # type: ignore[arg-type]
        return self._submit(lambda conn: self._keep(conn, draft))

    def attach(self, name: str, kind: str, content: bytes) -> str:
        """Keep a file with the draft; the address to write in its text. Blocks: call it from the background.

        Raises ``ValueError`` when it is too large, ``OSError`` or the store's errors when there is no room.
        """
        if len(content) > LARGEST_FILE:
            raise ValueError(len(content))
        upload = attachments.keep(self._store.folder, name, kind, content)

        def write(conn: Connection) -> Draft:
            # With its draft in one go: an empty one that has no file is not kept.
            kept = self._put(conn, replace(self.draft, changed=share.now_ms()))
            uploads.add(conn, upload._replace(draft_id=kept.draft_id))
            return kept

        self._submit(write, durable=True).result()
        return outbox.placeholder(upload.file)

    def send(self, *, wait_ms: int = outbox.UNDO_MS) -> Item:
        """Put the draft in the outbox; it is a draft no longer. Blocks: call it from the background.

        Raises the store's errors; then it is a draft still.
        """
        draft = replace(self.draft, draft_id=self.keep().result().draft_id)

        def write(conn: Connection) -> Item:
            item = _send(conn, draft, wait_ms)
            # What is still waiting to be kept by now would bring it back beside what is sent.
            self._sent = True
            return item

        try:
            item = self._store.write(write, durable=True)
        except BaseException:
            self._sent = False
            raise
        with self._lock:
            self._kept = None
        return item

    def _submit(self, write: Callable[[Connection], Draft], *, durable: bool = False) -> Future[Draft]:
        def begin_write(conn: Connection) -> Draft:
            with self._handing_over:
                return write(conn)

        with self._handing_over:
            future = self._store.submit(begin_write, durable=durable)
            future.add_done_callback(self._note)
        return future

    def _keep(self, conn: Connection, draft: Draft) -> Draft:
        with self._lock:
            kept, sent = self._kept, self._sent
        known = kept.draft_id if kept is not None else 0
        if sent:
            return replace(draft, draft_id=0)
        if _empty(draft) and not uploads.of(conn, draft_id=known or None):
            drafts.remove(conn, known)
            return replace(draft, draft_id=0)
        if kept is not None and _same_words(kept, draft) and drafts.get(conn, known) is None:
            # Thrown away elsewhere, and nothing was typed since: it stays so.
            return replace(draft, draft_id=known)
        return self._put(conn, draft)

    def _put(self, conn: Connection, draft: Draft) -> Draft:
        """Write the draft under its id. Of a group that was lost meanwhile, nothing comes back with it."""
        numbered = replace(draft, draft_id=self.draft_id)
        kept = drafts.put(conn, outbox.without_context(numbered) if _lost(conn, numbered) else numbered)
        return replace(draft, draft_id=kept.draft_id)

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
    # Where the topic moved to only when the member saw who reads there: else it is to come back.
    group_id = audience.goes_to(conn, draft)
    if draft.group_id is not None and not audience.is_of(draft.audience, group_id):
        group_id = draft.group_id
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


def _lost(conn: Connection, draft: Draft) -> bool:
    """Whether the group of a draft was lost since it was opened; not when it is for another group by now."""
    stored = drafts.get(conn, draft.draft_id)
    if stored is not None:
        return stored.reason == outbox.GROUP_LEFT and stored.group_id == draft.group_id
    return draft.group_id is not None and group_rows.head(conn, draft.group_id) is None


def _same_words(one: Draft, other: Draft) -> bool:
    return (one.title, one.raw, one.tags, one.kind) == (other.title, other.raw, other.tags, other.kind)


def _empty(draft: Draft) -> bool:
    return not draft.title.strip() and draft.raw.strip() in ("", draft.original.strip())
