"""What the member marks: read, unread, saved. Every step can be undone; all of it works offline."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from sqlite3 import Connection
from typing import Literal, NamedTuple

from sync.model import Changes
from sync.store import marks, posts
from sync.store.database import Store
from sync.store.rows import Place

StepName = Literal["read", "unread", "saved", "unsaved"]
STEPS_KEPT = 50


class Step(NamedTuple):
    """One thing the member did: what, to which topic (if to one), and what it changed."""

    name: StepName
    topic_id: int | None
    changes: Changes


class Marking:
    """Marks posts and topics in the cache, and remembers how to undo it.

    Every method writes to the cache and blocks: call it from the background. Each returns what changed.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._steps: list[Step] = []

    def read(self, post_ids: Iterable[int]) -> Changes:
        """Mark posts as read while they are being read."""
        wanted = list(post_ids)
        return self._store.write(lambda conn: marks.mark_read(conn, wanted))

    def read_topic(self, topic_id: int) -> Changes:
        """Mark everything in a topic as read."""
        return self._do("read", topic_id, lambda conn: marks.mark_topic_read(conn, topic_id))

    def unread_topic(self, topic_id: int) -> Changes:
        """Mark a topic as unread again: its opening post, so that it stands out in the timeline."""
        return self._do("unread", topic_id, lambda conn: _opening_unread(conn, topic_id))

    def read_place(self, place: Place) -> Changes:
        """Mark everything in a place as read."""
        return self._do("read", None, lambda conn: marks.mark_place_read(conn, place))

    def save(self, topic_id: int, wanted: bool) -> Changes:
        """Save a topic for later, or no longer."""
        change = marks.save if wanted else marks.unsave
        return self._do("saved" if wanted else "unsaved", topic_id, lambda conn: change(conn, topic_id))

    def undo(self) -> Step | None:
        """Take back the last step. Returns it with what changed now, or ``None`` when there is none."""
        if not self._steps:
            return None
        step = self._steps.pop()
        return step._replace(changes=self._store.write(lambda conn: _reverse(conn, step)))

    def _do(self, name: StepName, topic_id: int | None, write: Callable[[Connection], Changes]) -> Changes:
        changes = self._store.write(write)
        if changes:
            self._steps.append(Step(name, topic_id, changes))
            del self._steps[:-STEPS_KEPT]
        return changes


def _opening_unread(conn: Connection, topic_id: int) -> Changes:
    return marks.mark_unread(conn, [post.post_id for post in posts.thread(conn, topic_id, limit=1)])


def _reverse(conn: Connection, step: Step) -> Changes:
    if step.name == "read":
        return marks.mark_unread(conn, step.changes.marks)
    if step.name == "unread":
        return marks.mark_read(conn, step.changes.marks)
    assert step.topic_id is not None  # noqa: S101 - saving always names its topic
    reverse = marks.unsave if step.name == "saved" else marks.save
    return reverse(conn, step.topic_id)
