"""Picture files that nothing in the cache shows any more, taken out of the folder."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from sync.images import UNFINISHED
from sync.store.database import Store

_WRITING_SECONDS = 60


def sweep_images(store: Store) -> int:
    """Remove picture files that nothing in the cache shows; returns how many.

    Safe while pictures are being fetched: what is written in this very minute stays.
    """
    # Files first: a picture that comes in between is not yet listed, the other way round not yet known.
    found = [path for path in store.images.iterdir() if path.is_file()]
    with store.reading() as conn:
        known = {row[0] for row in conn.execute("SELECT key FROM images")}
    gone = [path for path in found if _key(path) not in known and not _being_written(path)]
    for path in gone:
        # Elsewhere than on Linux a file that is being read cannot be removed: it goes the next time.
        with suppress(PermissionError):
            path.unlink(missing_ok=True)
    return len(gone)


def _being_written(path: Path) -> bool:
    try:
        return path.suffix == UNFINISHED and time.time() - path.stat().st_mtime < _WRITING_SECONDS
    except FileNotFoundError:
        return True


def _key(path: Path) -> str:
    return path.name.partition(".")[0]
