"""Files that go with a post: kept in the folder ``outgoing`` until the community has them."""

from __future__ import annotations

import hashlib
import secrets
import time
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection

from sync import delivery, outbox
from sync.errors import AccessDenied, Rejected
from sync.outbox import Item
from sync.round import Round
from sync.store import uploads
from sync.store.uploads import Upload

# A file may be written a while before something refers to it.
_ABANDONED_SECONDS = 3_600.0


def keep(folder: Path, name: str, kind: str, content: bytes) -> Upload:
    """Write a file to the account's ``folder``; the row to be added to an item or a draft.

    Raises ``OSError`` when it cannot be written.
    """
    outgoing = folder / uploads.FOLDER
    outgoing.mkdir(mode=0o700, exist_ok=True)
    file = secrets.token_hex(16)
    (outgoing / file).write_bytes(content)
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return Upload(0, None, None, file, name, kind, len(content), digest, "")


def deliver(round_: Round, item: Item) -> bool:
    """Send the files of an item that the community does not have yet; whether it has them all now.

    A file that is refused, or lost here, sends the item back. Raises the network's errors: sending a file
    again does no harm.
    """
    for upload in round_.read(lambda conn: uploads.of(conn, item_id=item.item_id)):
        if upload.remote:
            continue
        try:
            content = (round_.store.folder / uploads.FOLDER / upload.file).read_bytes()
            remote = _sent(round_, upload, content)
        except FileNotFoundError:
            _back(round_, item, outbox.FILE_LOST, ())
            return False
        except (Rejected, AccessDenied) as error:
            _back(round_, item, outbox.FILE_REFUSED, error.reasons if isinstance(error, Rejected) else ())
            return False
        _note_address(round_, item, upload, remote)
    return True


def sweep(folder: Path, known: set[str]) -> int:
    """Remove files that nothing refers to any more; returns how many."""
    outgoing = folder / uploads.FOLDER
    if not outgoing.is_dir():
        return 0
    return sum(_swept(path) for path in outgoing.iterdir() if path.name not in known)


def _swept(path: Path) -> bool:
    # Another process may be at the same work; a file that is being read goes the next time.
    with suppress(FileNotFoundError, PermissionError):
        if path.stat().st_mtime < time.time() - _ABANDONED_SECONDS:
            path.unlink()
            return True
    return False


def _sent(round_: Round, upload: Upload, content: bytes) -> str:
    return round_.ask(lambda: round_.connector.writing.upload(upload.name, upload.type, content))


def _note_address(round_: Round, item: Item, upload: Upload, remote: str) -> None:
    def write(conn: Connection) -> None:
        uploads.arrived(conn, upload.upload_id, remote)
        # The text is what the community is looked through for.
        outbox.readdress(conn, item.item_id)

    round_.store.write(write, durable=True)


def _back(round_: Round, item: Item, reason: str, told: tuple[str, ...]) -> None:
    round_.store.write(lambda conn: delivery.note_rejected(conn, item.item_id, reason, told), durable=True)
