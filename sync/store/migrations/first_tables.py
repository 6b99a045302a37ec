"""The first schema: what the community wrote, what the member did, and the search index over it."""

from __future__ import annotations

from sqlite_utils import Database

# What the community wrote; a resync may replace it. Ids are the platform's.
CONTENT = (
    """
    CREATE TABLE groups (
        group_id INTEGER PRIMARY KEY, slug TEXT NOT NULL, name TEXT NOT NULL, purpose TEXT NOT NULL,
        closed INTEGER NOT NULL, joined INTEGER NOT NULL, colour TEXT NOT NULL, topics INTEGER,
        members INTEGER, parent_id INTEGER, position INTEGER, can_post INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE members (
        member_id INTEGER PRIMARY KEY, username TEXT NOT NULL, name TEXT NOT NULL,
        organisation TEXT NOT NULL, title TEXT NOT NULL, avatar TEXT NOT NULL, bio TEXT NOT NULL,
        location TEXT NOT NULL, find TEXT NOT NULL, team INTEGER NOT NULL, joined INTEGER,
        last_seen INTEGER, folded TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX members_by_username ON members(username COLLATE NOCASE)",
    # counted_to: up to which post number the platform's own counts of replies and likes go.
    # first_number: the lowest post number in the cache, which the excerpt comes from.
    """
    CREATE TABLE topics (
        topic_id INTEGER PRIMARY KEY, group_id INTEGER NOT NULL, title TEXT NOT NULL, slug TEXT NOT NULL,
        kind TEXT NOT NULL, tags TEXT NOT NULL, author_id INTEGER NOT NULL, author_known INTEGER NOT NULL,
        created INTEGER NOT NULL, last_posted INTEGER NOT NULL, replies INTEGER NOT NULL,
        likes INTEGER NOT NULL, views INTEGER NOT NULL, locked INTEGER NOT NULL, pinned INTEGER NOT NULL,
        answered INTEGER NOT NULL, highest_number INTEGER NOT NULL, counted_to INTEGER NOT NULL,
        last_read_number INTEGER NOT NULL, first_number INTEGER NOT NULL, excerpt TEXT NOT NULL,
        event_starts INTEGER, event_ends INTEGER, event_name TEXT, event_location TEXT, event_url TEXT,
        event_going INTEGER
    ) STRICT
    """,
    "CREATE INDEX topics_newest ON topics(created)",
    "CREATE INDEX topics_active ON topics(last_posted)",
    "CREATE INDEX topics_of_group_newest ON topics(group_id, created)",
    "CREATE INDEX topics_of_group_active ON topics(group_id, last_posted)",
    "CREATE INDEX topics_of_author ON topics(author_id, created)",
    "CREATE INDEX questions_newest ON topics(created) WHERE kind = 'question'",
    "CREATE INDEX questions_active ON topics(last_posted) WHERE kind = 'question'",
    """
    CREATE TABLE posts (
        post_id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL, number INTEGER NOT NULL,
        author_id INTEGER NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL,
        version INTEGER NOT NULL, likes INTEGER NOT NULL, liked INTEGER NOT NULL,
        reply_to INTEGER NOT NULL, accepted INTEGER NOT NULL, oversize INTEGER NOT NULL,
        words INTEGER NOT NULL, html TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX posts_of_topic ON posts(topic_id, number)",
    "CREATE INDEX posts_of_author ON posts(author_id)",
    "CREATE INDEX posts_by_age ON posts(created)",
    # moment: when the post that shows it was written, so that the newest pictures come first.
    """
    CREATE TABLE images (
        key TEXT PRIMARY KEY, url TEXT NOT NULL, avatar INTEGER NOT NULL, moment INTEGER NOT NULL,
        fetched INTEGER NOT NULL DEFAULT 0, attempts INTEGER NOT NULL DEFAULT 0,
        next_try INTEGER NOT NULL DEFAULT 0, bytes INTEGER NOT NULL DEFAULT 0,
        width INTEGER NOT NULL DEFAULT 0, height INTEGER NOT NULL DEFAULT 0
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX images_wanted ON images(avatar DESC, moment DESC) WHERE fetched = 0",
    """
    CREATE TABLE image_uses (
        post_id INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (post_id, key)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX image_uses_by_key ON image_uses(key)",
    "CREATE TABLE cursors (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

# What the member did; never touched by a resync.
STATUS = (
    "CREATE TABLE unread (post_id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL) STRICT",
    "CREATE INDEX unread_of_topic ON unread(topic_id)",
    # Posts that came after the baseline and were shown as unread once: they do not become unread again.
    "CREATE TABLE seen (post_id INTEGER PRIMARY KEY) STRICT",
    """
    CREATE TABLE reads_pending (
        post_id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL, number INTEGER NOT NULL
    ) STRICT
    """,
    # wanted and sent: kept (1, 1), to be told (1, 0), to be withdrawn (0, 0).
    """
    CREATE TABLE saved (
        topic_id INTEGER PRIMARY KEY, wanted INTEGER NOT NULL, sent INTEGER NOT NULL, remote_id INTEGER
    ) STRICT
    """,
    "CREATE TABLE visits (topic_id INTEGER PRIMARY KEY, moment INTEGER NOT NULL) STRICT",
    "CREATE TABLE status (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID",
)

# The word index holds no text of its own. search_posts keeps the small fields a post was indexed with: FTS5
# needs exactly those words again to take a post out.
SEARCH = (
    """
    CREATE VIRTUAL TABLE post_words USING fts5(
        title, tags, author, text, content='', columnsize=0, tokenize="unicode61 remove_diacritics 2"
    )
    """,
    """
    CREATE TABLE search_posts (
        post_id INTEGER PRIMARY KEY, title TEXT NOT NULL, tags TEXT NOT NULL, author TEXT NOT NULL
    ) STRICT
    """,
    "CREATE TABLE search_queue (post_id INTEGER PRIMARY KEY) STRICT",
    "CREATE TABLE search_state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE words (word_id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE VIRTUAL TABLE word_parts USING fts5(
        word, content='', columnsize=0, tokenize='trigram', detail='none'
    )
    """,
)


def first_tables(db: Database) -> None:
    """Make every table of the first schema."""
    for statement in CONTENT + STATUS + SEARCH:
        db.execute(statement)
