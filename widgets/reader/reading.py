"""Notices what is read while it is read, and tells it in batches. It changes nothing itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.reading import Attention
from sync.store.rows import PostRow
from widgets.delaying import rings_once
from widgets.reader.thread import ThreadView

_LOOK_EVERY = 250
_GATHER = 1200


class ReadMarker(QObject):
    """Watches a thread. ``read`` carries {post id: milliseconds in sight} of posts that now count as read.

    It only looks while the thread is visible in the active window: what nobody faces is not read.
    """

    read = Signal(object)

    def __init__(self, thread: ThreadView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = thread
        self._attention = Attention()
        self._unread: set[int] = set()
        self._read: dict[int, int] = {}
        self._told: set[int] = set()
        self._clock = QElapsedTimer()
        self._clock.start()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._gathering = rings_once(self, self.tell, _GATHER)
        thread.moved.connect(self._moved)

    def watch(self, rows: Iterable[PostRow]) -> None:
        """A topic was opened, or its posts or their marks changed."""
        unread = {row.post_id for row in rows if row.unread}
        again = unread - self._unread - self._read.keys()
        self._attention.forget(again & self._told)
        self._told -= unread
        self._unread = unread
        self._looking.start()

    def stop(self) -> None:
        """The topic is left: tell what was read of it."""
        self._looking.stop()
        self.tell()
        self._attention.away()
        self._unread = set()

    def look(self) -> None:
        """Looks now."""
        thread = self._thread
        if not thread.isVisible() or not thread.window().isActiveWindow():
            self._attention.away()
            return
        in_sight = [item.row.post_id for item in thread.in_sight()]
        self._attention.look(self._clock.elapsed(), in_sight, [item.row.post_id for item in thread.above()])
        read = self._attention.take_read(self._unread)
        if read:
            self._read |= read
            self._unread -= read.keys()
            self._gathering.start()

    def tell(self) -> None:
        """Tells what was read since the last time."""
        self._gathering.stop()
        if self._read:
            read, self._read = self._read, {}
            self._told |= read.keys()
            self.read.emit(read)

    def _moved(self, by_hand: bool) -> None:
        if by_hand and self._looking.isActive():
            self.look()
        elif not by_hand:
            self._attention.away()
