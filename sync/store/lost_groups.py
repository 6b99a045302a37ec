"""A group that is lost to the member leaves this computer: rows, words, pictures, files, and every copy.

It happens in two steps, of which the first is one transaction that also notes that the second is due. A
process killed in between, or a reader that holds on to the log, leaves that note; the next round finishes.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from sqlite3 import Connection

from sync import outbox
from sync.errors import CacheInUse, DiskFull
from sync.model import Changes
from sync.store import audience, cursors, group_members, notices, removal, search_index, uploads
from sync.store.database import FILE_NAME, Store
from sync.store.image_sweep import sweep_images
from sync.store.rebuild import BUILDING, DAMAGED
from sync.store.status_copy import COPY_NAME, backup_status

UNFINISHED = "forgetting"
"""The note that the second step is due: the files in ``outgoing`` that go in it, as JSON."""

_FAILED_AT = "forgetting_failed_at"
_AGAIN_SECONDS = 3_600
_STEP = 500


def forget_group(store: Store, group_id: int) -> Changes:
    """Take all that was written in a group off this computer, because the member may no longer read it.

    What the member wrote there and that did not arrive is their own: it stays, with the reason, its files and
    without what it quotes or changes of the group's.

    Rows, words, who read along, picture files, files on their way, free pages, the write-ahead log and the
    copy of what the member did: afterwards no byte of it is left in the store's folder. Copies of damaged
    caches, which may hold it too, are removed with it.
    """
    changes = store.write(lambda conn: _forget(conn, group_id), durable=True)
    finish(store)
    return changes


def finish(store: Store) -> bool:
    """Take away what the rows of lost groups left behind; whether nothing is left to do.

    Costs one look when no group was lost. On a disk that is too full for it, or while another process has the
    file, it is due again later. Raises what the store raises.
    """
    with store.reading() as conn:
        noted = cursors.get(conn, UNFINISHED)
    if noted is None:
        return True
    files: list[str] = json.loads(noted)["files"]
    _remove(store.folder / uploads.FOLDER / Path(name).name for name in files)
    emptied = _scrubbed(store)
    sweep_images(store)
    _remove(store.folder.glob(f"{DAMAGED}*"))
    shutil.rmtree(store.folder / BUILDING, ignore_errors=True)
    if (store.folder / COPY_NAME).exists():
        backup_status(store)
    if emptied:
        store.write(lambda conn: _note_finished(conn, noted))
    return emptied


def _forget(conn: Connection, group_id: int) -> Changes:
    outbox.group_lost(conn, group_id, int(time.time() * 1000))
    notices.without_group(conn, group_id)
    topics = [row[0] for row in conn.execute("SELECT topic_id FROM topics WHERE group_id = ?", (group_id,))]
    changes = Changes(groups=frozenset((group_id,)))
    for start in range(0, len(topics), _STEP):
        changes |= removal.remove_topics(conn, topics[start : start + _STEP])
    audience.forget(conn, group_id)
    group_members.forget(conn, group_id)
    conn.execute("DELETE FROM groups WHERE group_id = ?", (group_id,))
    _note_unfinished(conn, uploads.drop_unused(conn))
    # The people of the group may still be there to ask to be let in again.
    cursors.put(conn, cursors.REGISTER_AT, None)
    return changes


def _note_unfinished(conn: Connection, files: set[str]) -> None:
    noted = cursors.get(conn, UNFINISHED)
    files |= set(json.loads(noted)["files"]) if noted else set()
    # Every loss has its own moment, so that finishing an earlier one does not count for it.
    cursors.put(conn, UNFINISHED, json.dumps({"files": sorted(files), "at": time.time_ns()}))


def _note_finished(conn: Connection, noted: str) -> None:
    """Unless another process lost a group meanwhile."""
    if cursors.get(conn, UNFINISHED) == noted:
        cursors.put(conn, UNFINISHED, None)


def _room_for_a_new_file(folder: Path) -> bool:
    """Whether the disk can hold the new file and its log beside the one that is there."""
    return shutil.disk_usage(folder).free > 2 * (folder / FILE_NAME).stat().st_size


def _scrubbed(store: Store) -> bool:
    if not _room_for_a_new_file(store.folder) or _failed_lately(store):
        return False
    try:
        return store.maintain(_scrub)
    except DiskFull:
        # Of the temporary files, perhaps: not to be tried with every round.
        now = str(int(time.time()))
        store.write(lambda conn: cursors.put(conn, _FAILED_AT, now))
        return False
    except CacheInUse:
        return False


def _failed_lately(store: Store) -> bool:
    with store.reading() as conn:
        noted = cursors.get(conn, _FAILED_AT)
    return noted is not None and 0 <= time.time() - int(noted) < _AGAIN_SECONDS


def _scrub(conn: Connection) -> bool:
    """Rewrite index and file without what was taken out, and overwrite what the log still holds; whether the
    log could be emptied.

    Overwriting what is deleted is not enough: SQLite leaves copies in a page's unused space when it moves
    rows from page to page. Only a new file is free of them.
    """
    search_index.purge(conn)
    # In a file of the disk, not in memory: the cache may be larger than that.
    conn.execute("PRAGMA temp_store = FILE")
    try:
        conn.execute("VACUUM")
    finally:
        conn.execute("PRAGMA temp_store = MEMORY")
    busy = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        # Elsewhere than on Linux a file that is being read cannot be removed.
        with suppress(PermissionError):
            path.unlink(missing_ok=True)
