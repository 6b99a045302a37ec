"""What the member marks: read, unread, saved. Every step can be undone; all of it works offline."""

from __future__ import annotations

import threading
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
    """One thing the member did: what, to which topic (if to one), and what it changed.

    ``by_reading`` tells that posts were not marked on purpose, but because they were read.
    """

    name: StepName
    topic_id: int | None
    changes: Changes
    by_reading: bool = False


class Marking:
    """Marks posts and topics in the cache, and remembers how to undo it.

    Every method writes to the cache and blocks: call it from the background. Each returns the step that was
    done; its ``changes`` are empty when there was nothing to do.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._steps: list[Step] = []
        self._one_at_a_time = threading.Lock()

    def arrive(self, now: int) -> None:
        """The member is here from ``now`` (ms): the visit before this one has ended."""

        def begin(conn: Connection) -> None:
            marks.begin_visit(conn)
            marks.stay(conn, now)

        self._store.write(begin)

    def stay(self, now: int) -> None:
        """The member is still here at ``now`` (ms)."""
        self._store.write(lambda conn: marks.stay(conn, now))

    def read(self, post_ids: Iterable[int]) -> Step:
        """Mark posts of one topic as read while they are being read.

        To a person that is one thing: until something else is done, reading on in a topic is the same step.
        """
        wanted = list(post_ids)
        with self._one_at_a_time:
            changes = self._store.write(lambda conn: marks.mark_read(conn, wanted))
            step = Step("read", next(iter(changes.topics), None), changes, by_reading=True)
            last = self._steps[-1] if self._steps else None
            if changes and last is not None and last.by_reading and last.topic_id == step.topic_id:
                self._steps[-1] = last._replace(changes=last.changes | changes)
            elif changes:
                self._keep(step)
            return step

    def read_topic(self, topic_id: int) -> Step:
        """Mark everything in a topic as read."""
        return self._do("read", topic_id, lambda conn: marks.mark_topic_read(conn, topic_id))

    def unread_topic(self, topic_id: int) -> Step:
        """Mark a topic as unread again: its opening post, so that it stands out in the timeline."""
        return self._do("unread", topic_id, lambda conn: _opening_unread(conn, topic_id))

    def read_place(self, place: Place) -> Step:
        """Mark everything in a place as read."""
        return self._do("read", None, lambda conn: marks.mark_place_read(conn, place))

    def save(self, topic_id: int, wanted: bool) -> Step:
        """Save a topic for later, or no longer."""
        change = marks.save if wanted else marks.unsave
        return self._do("saved" if wanted else "unsaved", topic_id, lambda conn: change(conn, topic_id))

    def undo(self, step: Step | None = None) -> Step | None:
        """Take back ``step``, or the last one. Returns it with what changed; ``None``: nothing to undo."""
        with self._one_at_a_time:
            undone = step if step is not None else self._steps[-1] if self._steps else None
            if undone is None or undone not in self._steps:
                return None
            changes = self._store.write(lambda conn: _reverse(conn, undone))
            self._steps.remove(undone)
            return undone._replace(changes=changes)

    def _do(self, name: StepName, topic_id: int | None, write: Callable[[Connection], Changes]) -> Step:
        with self._one_at_a_time:
            step = Step(name, topic_id, self._store.write(write))
            if step.changes:
                self._keep(step)
            return step

    def _keep(self, step: Step) -> None:
        self._steps.append(step)
        del self._steps[:-STEPS_KEPT]


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
