"""A place's list of topics by row number: newest first, still while it is read, cheap at any depth.

New topics do not enter a list under the reader's eyes: a timeline keeps the ceiling it was opened with, and
tells how many wait above it. Deep rows are reached from anchors, one keyset position per ``PAGE`` rows, so
that a jump costs one short query wherever it lands.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from sync.store import topics
from sync.store.rows import Key, Order, Place, TopicRow

if TYPE_CHECKING:
    import sqlite3

    from sync.store.database import Store

PAGE = 32

TIMELINE = Place("timeline")

# Rows that may be read over to reach a start before the anchors are worth their scan.
_WALK = 16 * PAGE

# Rows below a position that a tall screen may show at once.
_SCREEN = 32


class FirstPage(NamedTuple):
    """The top of a list. ``total`` counts all its rows when ``complete``, else those known so far."""

    rows: list[TopicRow]
    total: int
    complete: bool


class Survey(NamedTuple):
    """The length of a list, how many topics wait above it, and the rows around a position in it.

    ``row`` is the row number at which the asked-for position stands now. ``rows`` start at row ``first``, a
    multiple of ``PAGE``, and hold that row, the one above it and a screen below it.
    """

    total: int
    waiting: int
    row: int
    first: int
    rows: list[TopicRow]


class Timeline:
    """One place in one order, as it stood when it was opened. Methods may be called from any thread."""

    def __init__(self, store: Store, place: Place = TIMELINE, order: Order = "newest") -> None:
        self.place = place
        self.order: Order = order
        self._store = store
        self._ceiling: Key | None = None
        self._anchors: list[Key] = []

    def renewed(self) -> Timeline:
        """The same place in the same order, to be opened with what arrived meanwhile."""
        return Timeline(self._store, self.place, self.order)

    def first_page(self, limit: int = PAGE) -> FirstPage:
        """The newest ``limit`` rows; everything newer that arrives from now on waits above them."""
        with self._store.reading() as conn:
            rows = topics.page(conn, self.place, self.order, limit=limit)
        if rows and self._ceiling is None:
            self._ceiling = rows[0].key
            self._anchors = [rows[0].key]
        return FirstPage(rows, len(rows), len(rows) < limit)

    def rows(self, start: int, count: int) -> list[TopicRow]:
        """Rows ``start`` and after, at most ``count``; fewer at the end of the list."""
        with self._store.reading() as conn:
            return self._rows(conn, start, count)

    def survey(self, near: Key | None = None) -> Survey:
        """Measure the list again and read the page around ``near`` (None: the top).

        Costs a scan of the place's index: meant for the background, after the first paint and after changes.
        """
        with self._store.reading() as conn:
            if self._ceiling is None:
                newest = topics.page(conn, self.place, self.order, limit=1)
                self._ceiling = newest[0].key if newest else None
            if self._ceiling is None:
                return Survey(0, 0, 0, 0, [])
            self._anchors = topics.anchors(conn, self.place, self.order, ceiling=self._ceiling, every=PAGE)
            total = topics.count(conn, self.place, self.order, ceiling=self._ceiling)
            waiting = topics.since(conn, self.place, self.order, self._ceiling)
            row = 0
            if near is not None and total:
                below = topics.count(conn, self.place, self.order, ceiling=near)
                row = min(max(0, total - below), total - 1)
            first = max(0, row - 1) // PAGE * PAGE
            past = (row + _SCREEN) // PAGE * PAGE + PAGE
            return Survey(total, waiting, row, first, self._rows(conn, first, past - first))

    def new_since(self, key: Key) -> int:
        """How many rows of this place stand above ``key`` now."""
        with self._store.reading() as conn:
            return topics.since(conn, self.place, self.order, key)

    def waiting(self) -> int:
        """How many topics arrived above this list since it was opened."""
        return 0 if self._ceiling is None else self.new_since(self._ceiling)

    def refreshed(self, topic_ids: Collection[int]) -> dict[int, TopicRow]:
        """These topics as they are now; one that left the cache, or that a rule now hides, is absent."""
        with self._store.reading() as conn:
            found = topics.rows(conn, list(topic_ids), self.order, self.place.sight)
            return {row.topic_id: row for row in found}

    def _rows(self, conn: sqlite3.Connection, start: int, count: int) -> list[TopicRow]:
        anchors = self._anchors
        if start - PAGE * len(anchors) > _WALK and self._ceiling is not None:
            anchors = topics.anchors(conn, self.place, self.order, ceiling=self._ceiling, every=PAGE)
            self._anchors = anchors
        if not anchors:
            return []
        nearest = min(start // PAGE, len(anchors) - 1)
        skip = start - nearest * PAGE
        return topics.page(conn, self.place, self.order, at=anchors[nearest], limit=skip + count)[skip:]
