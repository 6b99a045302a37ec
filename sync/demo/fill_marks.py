"""Writes what the default member did before: what was read, and the notifications that came in."""

from __future__ import annotations

import json
import random
from datetime import datetime, timedelta

from sync.demo.database import Database
from sync.demo.moments import iso

REPLIED = 2
MOST_READ_TOPICS = 2000
MOST_NOTIFICATIONS = 40


def write_marks(database: Database, dice: random.Random, now: datetime) -> None:
    """Most of what is older than a week is read; answers and mentions gave notifications."""
    me = database.row("SELECT id, username FROM users ORDER BY me DESC, id LIMIT 1")
    if me is None:
        return
    week = iso(now - timedelta(days=7))
    topics = database.rows(
        "SELECT id, highest_post_number FROM topics WHERE created_at < ? ORDER BY id DESC LIMIT ?",
        week,
        MOST_READ_TOPICS,
    )
    database.many(
        "INSERT INTO topic_users (user_id, topic_id, last_read_post_number) VALUES (?, ?, ?)",
        [(me["id"], t["id"], t["highest_post_number"]) for t in topics if dice.random() < 0.8],
    )
    _write_notifications(database, me["id"], me["username"], week)


def _write_notifications(database: Database, me: int, username: str, read_before: str) -> None:
    answers = database.rows(
        "SELECT p.id, p.topic_id, p.post_number, p.created_at, u.username, t.title FROM posts p"
        " JOIN topics t ON t.id = p.topic_id JOIN users u ON u.id = p.user_id"
        " WHERE p.user_id != ? AND p.post_number > 1 AND (t.user_id = ? OR p.raw LIKE ?)"
        " ORDER BY p.id DESC LIMIT ?",
        me,
        me,
        f"%@{username}%",
        MOST_NOTIFICATIONS,
    )
    for row in reversed(answers):
        database.run(
            "INSERT INTO notifications (user_id, notification_type, read, created_at, topic_id,"
            " post_number, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            me,
            REPLIED,
            int(row["created_at"] < read_before),
            row["created_at"],
            row["topic_id"],
            row["post_number"],
            notification_data(row["title"], row["id"], row["username"]),
        )


def notification_data(title: str, post_id: int, username: str, message: str | None = None) -> str:
    """The JSON that Discourse keeps with a notification about a post; plugins add a message to theirs."""
    return json.dumps(
        ({} if message is None else {"message": message})
        | {
            "topic_title": title,
            "original_post_id": post_id,
            "original_post_type": 1,
            "original_username": username,
            "revision_number": None,
            "display_username": username,
        }
    )
