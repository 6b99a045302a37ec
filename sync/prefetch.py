"""Fetches the pictures that cached posts and people show, so that they are there without a network.

Avatars first, then the newest posts. Its budget is its own and it never waits for it: what does not fit
comes in a later round. A picture that fails is tried again later, each time after a longer while, and never
given up for ever.
"""

from __future__ import annotations

import errno
from pathlib import Path

from sync.budget import Budget
from sync.connectors.base import Connector
from sync.errors import (
    CacheUnwritable,
    DiskFull,
    InterceptedAnswer,
    NetworkError,
    StamtafelError,
    Stopped,
    TooManyRequests,
)
from sync.images import ImageFolder, UnsafeImage, probe
from sync.model import Changes
from sync.store import images
from sync.store.database import Store
from sync.work import current

PER_MINUTE = 60
AT_ONCE = 100
MINUTE_MS = 60_000
FIRST_RETRY_MS = 10 * MINUTE_MS
LONGEST_RETRY_MS = 7 * 24 * 60 * MINUTE_MS
# A picture that had to make room is not fetched again before this.
MADE_ROOM_MS = 30 * 24 * 60 * MINUTE_MS


class Prefetch:
    """The pictures of one account. ``room`` is the most bytes that they may take."""

    def __init__(self, store: Store, connector: Connector, budget: Budget, room: int) -> None:
        self.store = store
        self.connector = connector
        self.budget = budget
        self.room = room
        self.folder = ImageFolder(Path(store.images))

    def some(self, now: int, most: int = AT_ONCE) -> Changes:
        """Fetch at most ``most`` pictures that are due at ``now`` (ms), as far as the budget goes right now.

        Returns which came. Stops silently when the network fails, and at once when the work should end.
        Raises ``DiskFull`` and ``CacheUnwritable``.
        """
        changes = Changes()
        with self.store.reading() as conn:
            due = images.wanted(conn, most, now)
        for key, url in due:
            if current().stop() or self.budget.free() == 0:
                break
            try:
                changes |= self._fetch(key, url, now)
            except (NetworkError, TooManyRequests, Stopped):
                break
        return changes

    def make_room(self, now: int) -> None:
        """Take away what was unused longest when the pictures take more than their room."""
        for key in self.folder.trim(self.room):
            self._later(key, now + MADE_ROOM_MS)

    def _fetch(self, key: str, url: str, now: int) -> Changes:
        try:
            data = self.connector.download(url, self.budget)
            facts = probe(data)
        except (TooManyRequests, Stopped):
            raise
        except (StamtafelError, UnsafeImage) as cause:
            self._failed(key, now)
            # A page, or a redirect to another host that keeps the pictures, is about this one only.
            if isinstance(cause, NetworkError) and not isinstance(cause, InterceptedAnswer):
                raise
            return Changes()
        try:
            self.folder.store(key, data)
        except OSError as cause:
            kind = DiskFull if cause.errno == errno.ENOSPC else CacheUnwritable
            raise kind(errno=cause.errno) from cause
        changes = self.store.write(
            lambda conn: images.fetched(conn, key, len(data), facts.width, facts.height)
        )
        if not changes:
            # What showed it left the cache, with its group perhaps, while it was on its way.
            self.folder.remove([key])
        return changes

    def _failed(self, key: str, now: int) -> None:
        with self.store.reading() as conn:
            before = images.attempts(conn, key)
        wait = min(FIRST_RETRY_MS * 4 ** min(before, 10), LONGEST_RETRY_MS)
        self._later(key, now + wait)

    def _later(self, key: str, when: int) -> None:
        self.store.write(lambda conn: images.failed(conn, key, when))
