"""What members do: new topics and replies, edits, deletions, likes; stores it and tells the message bus."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from sync.demo.community import Community
from sync.demo.database import Database
from sync.demo.fill_marks import notification_data
from sync.demo.moments import iso
from sync.demo.slugs import slugify

MENTIONED, REPLIED, LIKED, CUSTOM = 1, 2, 5, 14
ACCEPTED_MESSAGE = "solved.accepted_notification"


@dataclass(frozen=True)
class Written:
    """Where a new post stands."""

    post_id: int
    topic_id: int
    post_number: int


def create_topic(
    community: Community,
    *,
    user_id: int,
    category_id: int,
    title: str,
    raw: str,
    tags: Iterable[str] = (),
    kind: str | None = None,
) -> Written:
    """Store a topic with its first post. Unknown tags are left out, as members may not make tags."""
    database, now = community.database, iso(community.now())
    with database.transaction():
        topic_id = database.run(
            "INSERT INTO topics (title, slug, category_id, user_id, kind, created_at, bumped_at,"
            " last_posted_at,"
            " last_poster_id, views) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            title,
            slugify(title),
            category_id,
            user_id,
            kind or ("question" if title.rstrip().endswith("?") else "discussion"),
            now,
            now,
            now,
            user_id,
        )
        for tag in tags:
            number = database.value("SELECT id FROM tags WHERE name = ?", tag)
            if number is not None:
                database.run(
                    "INSERT OR IGNORE INTO topic_tags (topic_id, tag_id) VALUES (?, ?)", topic_id, number
                )
        database.run("UPDATE users SET topic_count = topic_count + 1 WHERE id = ?", user_id)
        written = _insert_post(community, topic_id, user_id, raw, None, now)
    _publish_topic(community, topic_id, "new_topic", "/new")
    return written


def create_reply(
    community: Community, *, user_id: int, topic_id: int, raw: str, reply_to: int | None = None
) -> Written:
    """Store a reply and notify whom it answers or names."""
    with community.database.transaction():
        written = _insert_post(community, topic_id, user_id, raw, reply_to, iso(community.now()))
        _notify_readers(community, written, user_id, raw, reply_to)
    _publish_topic(community, topic_id, "latest", "/latest")
    return written


def _insert_post(
    community: Community, topic_id: int, user_id: int, raw: str, reply_to: int | None, now: str
) -> Written:
    database = community.database
    # A number is never given twice, also not that of a deleted post.
    number = 1 + (database.value("SELECT max(post_number) FROM posts WHERE topic_id = ?", topic_id) or 0)
    post_id = database.run(
        "INSERT INTO posts (id, topic_id, post_number, user_id, raw, created_at, updated_at,"
        " reply_to_post_number)"
        " VALUES ((SELECT coalesce(max(id), 0) + 1 FROM posts), ?, ?, ?, ?, ?, ?, ?)",
        topic_id,
        number,
        user_id,
        raw,
        now,
        now,
        reply_to,
    )
    database.run(
        "UPDATE topics SET highest_post_number = ?, posts_count = posts_count + 1, reply_count = posts_count,"
        " word_count = word_count + ?, last_posted_at = ?, bumped_at = ?, last_poster_id = ? WHERE id = ?",
        number,
        len(raw.split()),
        now,
        now,
        user_id,
        topic_id,
    )
    if reply_to is not None:
        database.run(
            "UPDATE posts SET reply_count = reply_count + 1 WHERE topic_id = ? AND post_number = ?",
            topic_id,
            reply_to,
        )
    database.run(
        "UPDATE users SET post_count = post_count + 1, last_posted_at = ? WHERE id = ?", now, user_id
    )
    _mark_read(community, user_id, topic_id, number)
    category = database.value("SELECT category_id FROM topics WHERE id = ?", topic_id)
    message = {
        "id": post_id,
        "post_number": number,
        "updated_at": now,
        "user_id": user_id,
        "last_editor_id": user_id,
        "type": "created",
        "version": 1,
    }
    community.bus.publish(f"/topic/{topic_id}", message, category)
    return Written(post_id, topic_id, number)


def _mark_read(community: Community, user_id: int, topic_id: int, number: int) -> None:
    community.database.run(
        "INSERT INTO topic_users (user_id, topic_id, last_read_post_number, notification_level)"
        " VALUES (?, ?, ?, 2)"
        " ON CONFLICT (user_id, topic_id) DO UPDATE SET"
        " last_read_post_number = max(last_read_post_number, excluded.last_read_post_number)",
        user_id,
        topic_id,
        number,
    )


def _notify_readers(
    community: Community, written: Written, author: int, raw: str, reply_to: int | None
) -> None:
    database = community.database
    answered = database.value(
        "SELECT user_id FROM posts WHERE topic_id = ? AND post_number = ?", written.topic_id, reply_to or 1
    )
    if answered not in (None, author):
        notify(community, answered, REPLIED, written.post_id, author)
    for user in database.rows(
        "SELECT id, username FROM users WHERE instr(lower(?), '@' || lower(username))", raw
    ):
        if user["id"] not in (author, answered):
            notify(community, user["id"], MENTIONED, written.post_id, author)


def accept(community: Community, post_id: int, by_user: int) -> None:
    """Make a reply the accepted answer of its topic; its author is told."""
    database = community.database
    row = database.row("SELECT topic_id, user_id FROM posts WHERE id = ?", post_id)
    if row is None:
        return
    database.run("UPDATE topics SET accepted_post_id = ? WHERE id = ?", post_id, row["topic_id"])
    if row["user_id"] != by_user:
        notify(community, row["user_id"], CUSTOM, post_id, by_user, message=ACCEPTED_MESSAGE)


def notify(
    community: Community, user_id: int, kind: int, post_id: int, by_user: int, message: str | None = None
) -> None:
    """Add a notification about a post for a member; one of the custom kind says by ``message`` what it is."""
    row = community.database.row(
        "SELECT p.topic_id, p.post_number, t.title, u.username FROM posts p JOIN topics t ON"
        " t.id = p.topic_id"
        " JOIN users u ON u.id = ? WHERE p.id = ?",
        by_user,
        post_id,
    )
    if row is None:
        return
    community.database.run(
        "INSERT INTO notifications (user_id, notification_type, created_at, topic_id, post_number, data)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        user_id,
        kind,
        iso(community.now()),
        row["topic_id"],
        row["post_number"],
        notification_data(row["title"], post_id, row["username"], message),
    )
    community.bus.publish(f"/notification/{user_id}", {"unread_notifications": 1})


def edit_post(community: Community, post_id: int, raw: str, reason: str | None = None) -> None:
    """Give a post a new text: its version and updated_at rise; it does not return to the newest posts."""
    now = iso(community.now())
    community.database.run(
        "UPDATE posts SET raw = ?, cooked = NULL, version = version + 1, updated_at = ?,"
        " edit_reason = ? WHERE id = ?",
        raw,
        now,
        reason,
        post_id,
    )
    _publish_post(community, post_id, "revised")


def edit_title(community: Community, topic_id: int, title: str) -> None:
    """Give a topic a new title."""
    community.database.run(
        "UPDATE topics SET title = ?, slug = ? WHERE id = ?", title, slugify(title), topic_id
    )


def delete_post(community: Community, post_id: int) -> None:
    """Delete a post; deleting the first post deletes the topic."""
    post = community.database.row("SELECT topic_id, post_number FROM posts WHERE id = ?", post_id)
    if post is None:
        return
    if post["post_number"] == 1:
        delete_topic(community, post["topic_id"])
        return
    with community.database.transaction():
        community.database.run("UPDATE posts SET deleted_at = ? WHERE id = ?", iso(community.now()), post_id)
        refresh_topic(community, post["topic_id"])
    _publish_post(community, post_id, "deleted")


def delete_topic(community: Community, topic_id: int) -> None:
    """Delete a topic with everything in it."""
    with community.database.transaction():
        community.database.run(
            "UPDATE topics SET deleted_at = ? WHERE id = ?", iso(community.now()), topic_id
        )
    category = community.database.value("SELECT category_id FROM topics WHERE id = ?", topic_id)
    community.bus.publish("/delete", {"topic_id": topic_id, "message_type": "delete"}, category)


def refresh_topic(community: Community, topic_id: int) -> None:
    """Recompute a topic's counts and latest activity from its posts."""
    community.database.run(
        "UPDATE topics SET (posts_count, like_count, last_posted_at) = (SELECT count(*), sum(like_count),"
        " max(created_at) FROM posts WHERE topic_id = topics.id AND deleted_at IS NULL), bumped_at = (SELECT"
        " max(created_at) FROM posts WHERE topic_id = topics.id AND deleted_at IS NULL),"
        " last_poster_id = (SELECT"
        " user_id FROM posts WHERE topic_id = topics.id AND deleted_at IS NULL ORDER BY"
        " post_number DESC LIMIT 1),"
        " highest_post_number = (SELECT max(post_number) FROM posts WHERE topic_id = topics.id"
        " AND deleted_at IS NULL)"
        " WHERE id = ?",
        topic_id,
    )
    community.database.run("UPDATE topics SET reply_count = posts_count - 1 WHERE id = ?", topic_id)


def like(community: Community, post_id: int, user_id: int) -> bool:
    """Like a post; False when this member liked it before."""
    database = community.database
    with database.transaction():
        if database.value("SELECT 1 FROM likes WHERE post_id = ? AND user_id = ?", post_id, user_id):
            return False
        database.run(
            "INSERT INTO likes (post_id, user_id, created_at) VALUES (?, ?, ?)",
            post_id,
            user_id,
            iso(community.now()),
        )
        _count_like(database, post_id, user_id, 1)
        author = database.value("SELECT user_id FROM posts WHERE id = ?", post_id)
        notify(community, author, LIKED, post_id, user_id)
    _publish_post(community, post_id, "liked")
    return True


def unlike(community: Community, post_id: int, user_id: int) -> bool:
    """Take a like back; False when there was none."""
    database = community.database
    with database.transaction():
        if not database.value("SELECT 1 FROM likes WHERE post_id = ? AND user_id = ?", post_id, user_id):
            return False
        database.run("DELETE FROM likes WHERE post_id = ? AND user_id = ?", post_id, user_id)
        _count_like(database, post_id, user_id, -1)
    _publish_post(community, post_id, "unliked")
    return True


def _count_like(database: Database, post_id: int, user_id: int, by: int) -> None:
    database.run("UPDATE posts SET like_count = like_count + ? WHERE id = ?", by, post_id)
    database.run(
        "UPDATE topics SET like_count = like_count + ? WHERE id = (SELECT topic_id FROM posts WHERE id = ?)",
        by,
        post_id,
    )
    database.run("UPDATE users SET likes_given = likes_given + ? WHERE id = ?", by, user_id)
    database.run(
        "UPDATE users SET likes_received = likes_received + ? WHERE id = (SELECT user_id FROM"
        " posts WHERE id = ?)",
        by,
        post_id,
    )


def _publish_post(community: Community, post_id: int, kind: str) -> None:
    row = community.database.row(
        "SELECT p.*, t.category_id FROM posts p JOIN topics t ON t.id = p.topic_id WHERE p.id = ?", post_id
    )
    if row is not None:
        message = {
            "id": post_id,
            "post_number": row["post_number"],
            "updated_at": row["updated_at"],
            "user_id": row["user_id"],
            "type": kind,
            "version": row["version"],
        }
        community.bus.publish(f"/topic/{row['topic_id']}", message, row["category_id"])


def _publish_topic(community: Community, topic_id: int, kind: str, channel: str) -> None:
    row: sqlite3.Row | None = community.database.row("SELECT * FROM topics WHERE id = ?", topic_id)
    if row is None:
        return
    payload = {
        "bumped_at": row["bumped_at"],
        "category_id": row["category_id"],
        "archetype": "regular",
        "created_at": row["created_at"],
        "last_read_post_number": None,
        "highest_post_number": row["highest_post_number"],
    }
    message = {"topic_id": topic_id, "message_type": kind, "payload": payload}
    community.bus.publish(channel, message, row["category_id"])
    if channel != "/latest":
        community.bus.publish("/latest", message | {"message_type": "latest"}, row["category_id"])
