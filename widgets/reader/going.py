"""Going to a post of the open topic, also to one that is still to come from the cache."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtWidgets import QApplication, QWidget

from sync.store.rows import PostRow
from widgets.reader.loading import TopicLoader
from widgets.reader.thread import ThreadView


class Going:
    """Knows the post that the ``page`` is on its way to. ``awaited`` is its number, until it is reached."""

    def __init__(self, page: QWidget, loader: TopicLoader, thread: ThreadView) -> None:
        self._page, self._loader, self._thread = page, loader, thread
        self.awaited: int | None = None

    def go_to_row(self, row: PostRow | None) -> None:
        """Go to a post of the topic, if there is one."""
        if row is not None:
            self.go_to(row.number)

    def go_to(self, number: int) -> None:
        """Go to a post number, at once or when it is here."""
        self.awaited = number
        position = self.position()
        if position is not None:
            # From the list beside the page one goes on walking through that list.
            here = self._page.isAncestorOf(QApplication.focusWidget() or self._page.window())
            self._thread.jump_to(position, focus=here)

    def position(self) -> int | None:
        """Where the post we go to stands; ``None``: nowhere to go, or it is still to come from the cache."""
        if self.awaited is None:
            return None
        rows = self._loader.rows
        found = bisect_left(rows, self.awaited, key=lambda row: row.number)
        here = found < len(rows) and rows[found].number == self.awaited
        if not here and not self._loader.complete:
            return None
        self.awaited = None
        return min(found, len(rows) - 1)
