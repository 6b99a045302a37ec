"""Writes what one reply of the platform brought into the cache: the way in for all content.

The same batch twice changes nothing, and pages in any order end in the same content. Whole pages are read and
written in a few statements; what a topic becomes is decided in ``topic_merge``.
"""

from __future__ import annotations

from collections.abc import Iterable
from sqlite3 import Connection
from typing import Any, NamedTuple

from sync.model import Batch, Changes, Group, Topic
from sync.store import (
    cursors,
    images,
    incoming_posts,
    marks,
    people,
    removal,
    search_index,
    topic_rows,
    verdicts,
)
from sync.store.incoming_posts import Incoming
from sync.store.topic_merge import (
    NOTHING_CACHED,
    Cached,
    Edit,
    TopicRecord,
    blank,
    counts_reach,
    finished,
    is_stub,
    with_edits,
    with_posts,
    with_told,
)

_GroupRow = tuple[Any, ...]


class _Topics(NamedTuple):
    before: dict[int, TopicRecord]
    after: dict[int, TopicRecord]


def apply(conn: Connection, batch: Batch) -> Changes:
    """Write ``batch`` in the caller's transaction and return what changed.

    New posts of others become unread when they came after the baseline (seven days before the newest post of
    the first page) and lie above what the platform says was read.
    """
    cursors.put_all(conn, batch.cursors)
    removed = removal.remove_topics(conn, batch.removed_topics) if batch.removed_topics else Changes()
    if batch.removed_posts:
        removed |= removal.remove_posts(conn, batch.removed_posts)
    groups = _apply_groups(conn, batch.groups) if batch.groups else frozenset()
    members = people.apply(conn, batch.members) if batch.members else frozenset()
    incoming = incoming_posts.sort_out(conn, batch.posts)
    topics = _apply_topics(conn, batch.topics, incoming)
    incoming_posts.write(conn, incoming)
    if batch.posts:
        images.want(conn, batch.posts)
    marked = marks.arrived(
        conn, incoming.new, {key: row.last_read_number for key, row in topics.after.items()}
    )
    marked |= _read_elsewhere(conn, topics)
    _apply_saved(conn, batch.topics)
    changed_topics = {key for key, row in topics.after.items() if topics.before.get(key) != row}
    changed_topics.update(post.topic_id for post in incoming.new)
    changed_topics.update(edit.post.topic_id for edit in incoming.edits)
    verdicts.queue(conn, changed_topics, arrived=True)
    return removed | Changes(
        posts_new=frozenset(post.id for post in incoming.new),
        posts_changed=frozenset(edit.post.id for edit in incoming.edits),
        topics=frozenset(changed_topics),
        groups=groups,
        members=members,
        marks=marked,
    )


def _apply_groups(conn: Connection, told: Iterable[Group]) -> frozenset[int]:
    before: dict[int, _GroupRow] = {row[0]: row for row in conn.execute("SELECT * FROM groups")}
    after: dict[int, _GroupRow] = {}
    for group in told:
        known = before.get(group.id, (group.id, "", "", "", 0, 0, "", None, None, None, None, None))
        optional = (
            group.purpose,
            int(group.closed),
            None if group.joined is None else int(group.joined),
            group.colour,
            group.topics,
            group.members,
            group.parent_id,
            group.position,
            None if group.can_post is None else int(group.can_post),
        )
        kept = (old if new is None else new for new, old in zip(optional, known[3:], strict=True))
        after[group.id] = (group.id, group.slug, group.name, *kept)
    changed = [row for key, row in after.items() if before.get(key) != row]
    marks_for_row = ", ".join("?" * 12)
    conn.executemany(f"INSERT OR REPLACE INTO groups VALUES ({marks_for_row})", changed)  # noqa: S608
    if changed:
        verdicts.judge_again_for(conn, "groups")
    return frozenset(row[0] for row in changed)


def _apply_topics(conn: Connection, told: tuple[Topic, ...], incoming: Incoming) -> _Topics:
    ids = {topic.id for topic in told}
    ids.update(incoming.new_by_topic, incoming.edits_by_topic)
    if not ids:
        return _Topics({}, {})
    before = topic_rows.read(conn, ids)
    after = dict(before)
    for topic in told:
        record = after.get(topic.id) or blank(topic.id)
        stub = is_stub(topic)
        cached = NOTHING_CACHED if stub or topic.id not in before else _cached(conn, record, topic)
        after[topic.id] = with_told(record, topic, cached, stub=stub)
    for topic_id, posts in incoming.new_by_topic.items():
        after[topic_id] = with_posts(after.get(topic_id) or blank(topic_id), posts)
    for topic_id, edits in incoming.edits_by_topic.items():
        after[topic_id] = with_edits(after[topic_id], edits, _accepted_after(conn, topic_id, edits))
    after = {key: finished(record) for key, record in after.items()}
    changed = [record for key, record in after.items() if before.get(key) != record]
    topic_rows.write(conn, before, changed)
    _refresh_titles(conn, before, changed)
    return _Topics(before, after)


def _cached(conn: Connection, record: TopicRecord, topic: Topic) -> Cached:
    """What the cached posts tell beyond the platform's word; asked only when there can be something."""
    reach = counts_reach(topic)
    beyond = (0, 0)
    if 0 < reach < record.highest_number:
        beyond = conn.execute(
            "SELECT count(*), coalesce(sum(likes), 0) FROM posts WHERE topic_id = ? AND number > ?",
            (topic.id, reach),
        ).fetchone()
    accepted = topic.answered is False and bool(record.answered) and _has_accepted(conn, topic.id)
    return Cached(*beyond, accepted)


def _accepted_after(conn: Connection, topic_id: int, edits: list[Edit]) -> bool:
    """Whether a post of the topic is accepted once ``edits`` are written."""
    if any(edit.post.accepted for edit in edits):
        return True
    if not any(edit.accepted_before for edit in edits):
        return False
    edited = {edit.post.id for edit in edits}
    rows = conn.execute("SELECT post_id FROM posts WHERE topic_id = ? AND accepted = 1", (topic_id,))
    return any(row[0] not in edited for row in rows)


def _has_accepted(conn: Connection, topic_id: int) -> bool:
    query = "SELECT 1 FROM posts WHERE topic_id = ? AND accepted = 1 LIMIT 1"
    return conn.execute(query, (topic_id,)).fetchone() is not None


def _refresh_titles(conn: Connection, before: dict[int, TopicRecord], changed: list[TopicRecord]) -> None:
    """Have the posts indexed again that carry a title or tags which changed, or carry them no longer."""
    search_index.renumbered(
        conn,
        [
            (record.topic_id, old.first_number, record.first_number)
            for record in changed
            if (old := before.get(record.topic_id)) and _titled(old) != _titled(record)
        ],
    )


def _titled(record: TopicRecord) -> tuple[str, str, int]:
    return record.title, record.tags, record.first_number


def _read_elsewhere(conn: Connection, topics: _Topics) -> frozenset[int]:
    """Take away unread marks up to where the platform says the member has read since the last time."""
    marked: set[int] = set()
    for key, row in topics.after.items():
        old = topics.before.get(key)
        if old is not None and row.last_read_number > old.last_read_number:
            marked |= marks.read_up_to(conn, key, row.last_read_number)
    return frozenset(marked)


def _apply_saved(conn: Connection, told: Iterable[Topic]) -> None:
    """Follow bookmarks made or withdrawn elsewhere, unless one of the member's own is still to be sent."""
    kept = [(topic.id,) for topic in told if topic.saved is True]
    withdrawn = [(topic.id,) for topic in told if topic.saved is False]
    if kept:
        conn.executemany(
            "INSERT INTO saved (topic_id, wanted, sent) VALUES (?, 1, 1) ON CONFLICT(topic_id) DO NOTHING",
            kept,
        )
    if withdrawn:
        conn.executemany("DELETE FROM saved WHERE topic_id = ? AND sent = 1", withdrawn)
    verdicts.queue(conn, [row[0] for row in kept + withdrawn], need="saved")
