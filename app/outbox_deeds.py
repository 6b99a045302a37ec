"""What a member does about what is in the outbox or among the drafts. Blocks: call it from the background."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING

from app import share
from app.files import write_whole
from app.outbox_plan import spacing_of
from app.outbox_view import Listed, listed
from sync import outbox
from sync.outbox import Item
from sync.store import drafts
from sync.store import outbox as rows

if TYPE_CHECKING:
    from app.client import Client
    from sync.store.database import Store
    from sync.store.drafts import Draft


def look_at(client: Client) -> Listed:
    """Everything in the outbox and all drafts, as they are now."""
    with client.store.reading() as conn:
        return listed(conn, share.now_ms(), spacing_of(client.account))


def withdraw(store: Store, item_id: int) -> Draft | None:
    """Put an item back to the drafts. ``None`` when it has left."""
    return store.write(lambda conn: outbox.withdraw(conn, item_id, share.now_ms()), durable=True)


def bring_nearest(store: Store, item_id: int) -> Draft | None:
    """Make what came back a draft in the nearest place where it could still go; ``None`` when it is gone."""

    def write(conn: Connection) -> Draft | None:
        item = rows.get(conn, item_id)
        if item is None:
            return None
        return outbox.withdraw(conn, item_id, share.now_ms(), share.nearest(conn, item))

    return store.write(write, durable=True)


def take_back(store: Store, item: Item) -> Draft | bool:
    """Undo sending: what was written as a draft again, else whether it was taken back; false when it left."""
    draft = withdraw(store, item.item_id)
    return draft if draft is not None else discard(store, item.item_id)


def look_for(store: Store, item_id: int) -> bool:
    """Look again, as soon as can be, whether an item arrived."""
    return store.write(lambda conn: outbox.retry(conn, item_id), durable=True)


def send_again(store: Store, item_id: int) -> bool:
    """Send what came back once more, or what the member says is not there."""

    def write(conn: Connection) -> bool:
        return outbox.send_again(conn, item_id) or outbox.retry(conn, item_id)

    return store.write(write, durable=True)


def it_is_there(store: Store, item_id: int) -> bool:
    """The member saw that it arrived."""
    return store.write(lambda conn: outbox.it_is_there(conn, item_id), durable=True)


def discard(store: Store, item_id: int) -> bool:
    """Throw an item away; false when it has left."""
    return store.write(lambda conn: outbox.discard(conn, item_id, share.now_ms()), durable=True)


def undo_discard(store: Store, item_id: int) -> bool:
    """Take back an item that was thrown away."""
    return store.write(lambda conn: outbox.undo_discard(conn, item_id), durable=True)


def discard_draft(store: Store, draft_id: int) -> bool:
    """Throw a draft away."""
    return store.write(lambda conn: drafts.discard(conn, draft_id, share.now_ms()), durable=True)


def undo_discard_draft(store: Store, draft_id: int) -> bool:
    """Take back a draft that was thrown away."""
    return store.write(lambda conn: drafts.undo_discard(conn, draft_id), durable=True)


def write_out(client: Client, file: Path, *, of_drafts: bool) -> int:
    """Write the texts of all drafts, or of all items in the outbox, to ``file`` as Markdown; how many.

    Raises ``OSError``.
    """
    seen = look_at(client)
    if of_drafts:
        texts = [Item(title=row.draft.title or row.about, raw=row.draft.raw) for row in seen.drafts]
    else:
        texts = [replace(row.item, title=row.item.title or row.about) for row in seen.items]
    texts = [one for one in texts if one.raw]
    whole = share.as_markdown(texts) + "\n"
    write_whole(file, lambda part: part.write_text(whole, encoding="utf-8"))
    return len(texts)
