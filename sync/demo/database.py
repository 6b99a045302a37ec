"""The demo community's own SQLite file: schema and one connection that all requests share under a lock."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SCHEMA = """
CREATE TABLE users (id INTEGER PRIMARY KEY, username TEXT UNIQUE COLLATE NOCASE, name TEXT, title TEXT,
    organisation TEXT, bio TEXT, location TEXT, find TEXT, avatar TEXT, created_at TEXT,
    last_posted_at TEXT,
    last_seen_at TEXT, admin INTEGER DEFAULT 0, moderator INTEGER DEFAULT 0, trust_level INTEGER DEFAULT 2,
    primary_group_id INTEGER, post_count INTEGER DEFAULT 0, topic_count INTEGER DEFAULT 0,
    likes_given INTEGER DEFAULT 0, likes_received INTEGER DEFAULT 0, silenced INTEGER DEFAULT 0,
    me INTEGER DEFAULT 0);
CREATE TABLE groups (id INTEGER PRIMARY KEY, name TEXT UNIQUE, full_name TEXT, about TEXT, kind TEXT,
    automatic INTEGER DEFAULT 0, closed INTEGER DEFAULT 0, listed INTEGER DEFAULT 1);
CREATE TABLE group_users (group_id INTEGER, user_id INTEGER, owner INTEGER DEFAULT 0, added_at TEXT,
    PRIMARY KEY (group_id, user_id)) WITHOUT ROWID;
CREATE INDEX group_users_by_user ON group_users (user_id);
CREATE TABLE membership_requests (group_id INTEGER, user_id INTEGER, reason TEXT, created_at TEXT,
    PRIMARY KEY (group_id, user_id));
CREATE TABLE categories (id INTEGER PRIMARY KEY, name TEXT, slug TEXT UNIQUE, colour TEXT, purpose TEXT,
    about TEXT,
    read_restricted INTEGER DEFAULT 0, group_id INTEGER, position INTEGER, moderated INTEGER DEFAULT 0);
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT UNIQUE, description TEXT);
CREATE TABLE topics (id INTEGER PRIMARY KEY, title TEXT, slug TEXT, category_id INTEGER, user_id INTEGER,
    kind TEXT, created_at TEXT, bumped_at TEXT, last_posted_at TEXT, last_poster_id INTEGER,
    posts_count INTEGER DEFAULT 0, reply_count INTEGER DEFAULT 0, highest_post_number INTEGER DEFAULT 0,
    like_count INTEGER DEFAULT 0, views INTEGER DEFAULT 0, word_count INTEGER DEFAULT 0,
    closed INTEGER DEFAULT 0,
    pinned INTEGER DEFAULT 0, deleted_at TEXT, accepted_post_id INTEGER);
CREATE INDEX topics_by_bump ON topics (bumped_at);
CREATE INDEX topics_by_category ON topics (category_id, bumped_at);
CREATE TABLE topic_tags (topic_id INTEGER, tag_id INTEGER, PRIMARY KEY (topic_id, tag_id)) WITHOUT ROWID;
CREATE INDEX topic_tags_by_tag ON topic_tags (tag_id);
CREATE TABLE posts (id INTEGER PRIMARY KEY, topic_id INTEGER, post_number INTEGER, user_id INTEGER,
    raw TEXT,
    cooked TEXT, created_at TEXT, updated_at TEXT, version INTEGER DEFAULT 1, edit_reason TEXT,
    reply_to_post_number INTEGER, reply_count INTEGER DEFAULT 0, quote_count INTEGER DEFAULT 0,
    like_count INTEGER DEFAULT 0, reads INTEGER DEFAULT 1, post_type INTEGER DEFAULT 1, deleted_at TEXT,
    user_deleted INTEGER DEFAULT 0, UNIQUE (topic_id, post_number));
CREATE INDEX posts_by_user ON posts (user_id, id);
CREATE INDEX replies_to ON posts (topic_id, reply_to_post_number) WHERE reply_to_post_number > 0;
CREATE INDEX topics_by_user ON topics (user_id);
CREATE TABLE likes (post_id INTEGER, user_id INTEGER, created_at TEXT, PRIMARY KEY (post_id, user_id));
CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, user_id INTEGER, bookmarkable_type TEXT,
    bookmarkable_id INTEGER,
    name TEXT, reminder_at TEXT, auto_delete_preference INTEGER DEFAULT 3, created_at TEXT,
    UNIQUE (user_id, bookmarkable_type, bookmarkable_id));
CREATE TABLE topic_users (user_id INTEGER, topic_id INTEGER, last_read_post_number INTEGER DEFAULT 0,
    notification_level INTEGER DEFAULT 1, total_msecs INTEGER DEFAULT 0, PRIMARY KEY (user_id,
    topic_id)) WITHOUT ROWID;
CREATE TABLE notifications (id INTEGER PRIMARY KEY, user_id INTEGER, notification_type INTEGER,
    read INTEGER DEFAULT 0,
    high_priority INTEGER DEFAULT 0, created_at TEXT, topic_id INTEGER, post_number INTEGER, data TEXT);
CREATE INDEX notifications_by_user ON notifications (user_id, id);
CREATE TABLE events (post_id INTEGER PRIMARY KEY, name TEXT, starts_at TEXT, ends_at TEXT, location TEXT);
CREATE INDEX events_by_start ON events (starts_at);
CREATE TABLE event_invitees (post_id INTEGER, user_id INTEGER, status INTEGER, PRIMARY KEY (post_id,
    user_id));
CREATE TABLE uploads (id INTEGER PRIMARY KEY, user_id INTEGER, name TEXT, filename TEXT, sha1 TEXT UNIQUE,
    extension TEXT, width INTEGER, height INTEGER, filesize INTEGER, content BLOB, created_at TEXT);
CREATE TABLE api_keys (id INTEGER PRIMARY KEY, key TEXT UNIQUE, user_id INTEGER, client_id TEXT,
    application TEXT,
    scopes TEXT, created_at TEXT, revoked_at TEXT);
CREATE TABLE reviewables (id INTEGER PRIMARY KEY, user_id INTEGER, topic_id INTEGER, category_id INTEGER,
    title TEXT,
    raw TEXT, tags TEXT, created_at TEXT, status INTEGER DEFAULT 0);
"""


class Database:
    """One SQLite connection for all requests; hold `lock` around everything that belongs together."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.lock = threading.RLock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=NORMAL")
        if self.value("SELECT count(*) FROM sqlite_master WHERE name = 'posts'") == 0:
            self._connection.executescript(SCHEMA)

    @property
    def is_empty(self) -> bool:
        """Whether no story was ever written into this file."""
        return bool(self.value("SELECT count(*) FROM users") == 0)

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """All rows of a query."""
        with self.lock:
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        with self.lock:
            found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, *values: Any) -> Any:
        """The first value of the first row, or None."""
        found = self.row(sql, *values)
        return None if found is None else found[0]

    def run(self, sql: str, *values: Any) -> int:
        """Execute one statement; the id of the row it inserted, if any."""
        with self.lock:
            return self._connection.execute(sql, values).lastrowid or 0

    def many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Execute one statement for many rows."""
        with self.lock:
            self._connection.executemany(sql, values)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing for the block; joins a transaction that is already open."""
        with self.lock:
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file; no call may follow."""
        with self.lock:
            self._connection.close()
