"""Brings a topic from the cache to the page in portions, on the background bridge."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app import topic_writing
from app.reading import PORTION, Opening, Reading
from app.topic_writing import Mine
from sync.model import Changes
from sync.store.rows import PostRow, TopicHead
from widgets.background import Background, Task

_KEY = "reader"
_AFTER_PAINT = 20


class TopicLoader(QObject):
    """The topic that is open: its head, its posts by number, whether these are all, and what is the member's
    own in it.

    ``opened`` follows when the first portion is here, ``changed`` when more came or something changed,
    ``absent`` when the topic is not, or no longer, in the cache, ``failed(error)`` when it could not be read.
    """

    opened = Signal()
    changed = Signal()
    absent = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, source: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._source = source
        self._task: Task | None = None
        self.close()

    def close(self) -> None:
        """No topic is open, and what is on its way is no longer wanted."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.topic: int | None = None
        self.head: TopicHead | None = None
        self.mine: Mine | None = None
        self.rows: list[PostRow] = []
        self.complete = False
        self.last_visit = 0
        self._stale = False
        self._earlier = False

    def open(self, topic_id: int, at_number: int | None) -> None:
        """Reads a topic, first what stands around ``at_number``."""
        self.close()
        self.topic = topic_id
        self._run(lambda: (self._source.open(topic_id, at_number), self._mine(topic_id)), self._opened)

    def again(self) -> None:
        """Reads the whole topic anew; while its portions still come, after the last of them."""
        topic_id = self.topic
        if topic_id is None:
            return
        if not self.complete:
            self._stale = True
            return
        self._run(lambda: (self._source.again(topic_id), self._mine(topic_id)), self._read_again)

    def mine_again(self) -> None:
        """Reads what is the member's own anew: they did something, or it went on its way."""
        topic_id = self.topic
        if topic_id is not None and self.head is not None:
            self._background.run(
                lambda: self._mine(topic_id),
                lambda mine: self._mine_read(topic_id, mine),
                self.failed.emit,
                key="reader-mine",
            )

    def concerned(self, changes: Changes) -> bool:
        """Whether these changes touch the open topic."""
        if self.topic is None:
            return False
        posts = changes.posts_changed | changes.posts_removed | changes.marks
        return (
            self.topic in changes.topics
            or any(row.post_id in posts or row.author_id in changes.members for row in self.rows)
            or (self.head is not None and self.head.group_id in changes.groups)
        )

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._task = self._background.run(work, done, self.failed.emit, key=_KEY)

    def _mine(self, topic_id: int) -> Mine:
        return topic_writing.mine(self._source.store, topic_id, self._source.address)

    def _mine_read(self, topic_id: int, mine: Mine) -> None:
        if topic_id == self.topic and mine != self.mine:
            self.mine = mine
            self.changed.emit()

    def _opened(self, found: tuple[Opening | None, Mine]) -> None:
        topic_id = self.topic
        opening, self.mine = found
        if opening is None or topic_id is None:
            self._gone()
            return
        self.head, self.rows = opening.head, opening.posts
        self._earlier = opening.earlier
        self.last_visit = opening.head.last_visit
        self.complete = not (opening.earlier or opening.later)
        self.opened.emit()
        QTimer.singleShot(_AFTER_PAINT, self, lambda: self._rest(topic_id, opening.later))

    def _rest(self, topic_id: int, later: bool) -> None:
        """Notes the visit and reads what is still to come, once the first portion is on the screen."""
        if topic_id != self.topic:
            return
        self._background.run(lambda: self._source.visited(topic_id), lambda _nothing: None, self.failed.emit)
        if later:
            self._portion(self.rows[-1].number + 1)
        elif self._earlier:
            self._earlier = False
            self._portion(1)

    def _portion(self, first_number: int) -> None:
        topic_id = self.topic
        if topic_id is not None:
            self._run(lambda: self._source.portion(topic_id, first_number), self._more)

    def _more(self, portion: list[PostRow]) -> None:
        known = {row.number for row in self.rows}
        fresh = [row for row in portion if row.number not in known]
        self.rows = sorted(self.rows + fresh, key=lambda row: row.number)
        if len(portion) == PORTION and portion[-1].number not in known:
            self._portion(portion[-1].number + 1)
        elif self._earlier:
            self._earlier = False
            self._portion(1)
        else:
            self.complete = True
        self.changed.emit()
        if self.complete and self._stale:
            self._stale = False
            self.again()

    def _read_again(self, read: tuple[tuple[TopicHead, list[PostRow]] | None, Mine]) -> None:
        found, self.mine = read
        if found is None:
            self._gone()
            return
        self.head, self.rows = found
        self.changed.emit()

    def _gone(self) -> None:
        self.close()
        self.absent.emit()
