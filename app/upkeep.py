"""Keeps the cache of an account no larger than what is in it: files of removed posts go, free pages too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sync.model import Changes
    from sync.store.database import Store

TIDIED = "tidied_at"
_DAY_MS = 86_400_000


def tidy(store: Store, changes: Changes, now: int, stop: Callable[[], bool] | None = None) -> bool:
    """Take off the disk what nothing in the cache needs; whether there was reason to look.

    That is after ``changes`` that removed posts, and else once a day (``now`` in ms). Giving back
    space ends early when ``stop`` says so; the rest waits for the next time. Raises the store's errors.
    """
    from sync.store import cursors
    from sync.store.maintenance import sweep_images

    with store.reading() as conn:
        noted = cursors.get(conn, TIDIED)
    # An age below zero is a clock that was set back.
    lately = noted is not None and 0 <= now - int(noted) < _DAY_MS
    if lately and not changes.posts_removed:
        return False
    sweep_images(store)
    _give_back(store, stop)
    store.write(lambda conn: cursors.put(conn, TIDIED, str(now)))
    return True


def _give_back(store: Store, stop: Callable[[], bool] | None) -> None:
    from sync.store.maintenance import free_bytes, give_back_space

    def free() -> int:
        with store.reading() as conn:
            return free_bytes(conn)

    left = free()
    while left and not (stop is not None and stop()):
        give_back_space(store)
        before, left = left, free()
        if left >= before:
            return
