"""The third schema: drafts, the outbox, files on their way, who reads along, and what was notified."""

from __future__ import annotations

from sqlite_utils import Database

# What the member made or was told; never touched by a resync. Times are ms on this computer's clock unless
# said otherwise; 0 is "never", an empty text is "none".
STATUS = (
    # place: where the draft is written, as "new", "topic 12" or "post 77".
    """
    CREATE TABLE drafts (
        draft_id INTEGER PRIMARY KEY AUTOINCREMENT, place TEXT NOT NULL, action TEXT NOT NULL,
        group_id INTEGER, topic_id INTEGER, reply_to INTEGER, post_id INTEGER, kind TEXT NOT NULL,
        title TEXT NOT NULL, raw TEXT NOT NULL, original TEXT NOT NULL, tags TEXT NOT NULL,
        audience TEXT NOT NULL, typing_ms INTEGER NOT NULL, open_ms INTEGER NOT NULL,
        created INTEGER NOT NULL, changed INTEGER NOT NULL, reason TEXT NOT NULL, discarded INTEGER
    ) STRICT
    """,
    "CREATE INDEX drafts_of_place ON drafts(place) WHERE discarded IS NULL",
    # lane: what is sent in order; empty for a new topic, which waits for nothing.
    # text_key: the text alone, hashed; fingerprint: with topic and reply target.
    # sent_at: the community's clock before the first attempt; above_post: the newest post known then.
    """
    CREATE TABLE outbox (
        item_id INTEGER PRIMARY KEY AUTOINCREMENT, action TEXT NOT NULL, state TEXT NOT NULL,
        lane TEXT NOT NULL, group_id INTEGER, topic_id INTEGER, post_id INTEGER, reply_to INTEGER,
        title TEXT NOT NULL, raw TEXT NOT NULL, original TEXT NOT NULL, tags TEXT NOT NULL,
        kind TEXT NOT NULL, audience TEXT NOT NULL, typing_ms INTEGER NOT NULL, open_ms INTEGER NOT NULL,
        text_key TEXT NOT NULL, fingerprint TEXT NOT NULL, created INTEGER NOT NULL,
        not_before INTEGER NOT NULL, next_try INTEGER NOT NULL, attempts INTEGER NOT NULL,
        failures INTEGER NOT NULL, looks INTEGER NOT NULL, tried_at INTEGER NOT NULL,
        unknown_since INTEGER NOT NULL, sent_at INTEGER NOT NULL, above_post INTEGER NOT NULL,
        held INTEGER NOT NULL, reason TEXT NOT NULL, told TEXT NOT NULL, remote_topic INTEGER,
        remote_post INTEGER, remote_number INTEGER, done INTEGER NOT NULL, discarded INTEGER
    ) STRICT
    """,
    """
    CREATE INDEX outbox_waiting ON outbox(lane, item_id)
    WHERE discarded IS NULL AND state IN ('queued', 'sending', 'unknown')
    """,
    "CREATE INDEX outbox_of_text ON outbox(text_key, tried_at)",
    "CREATE INDEX outbox_tried ON outbox(action, tried_at)",
    "CREATE INDEX outbox_arrived ON outbox(remote_post) WHERE remote_post IS NOT NULL",
    # Files wait in the folder "outgoing"; remote is the address the community gave.
    """
    CREATE TABLE uploads (
        upload_id INTEGER PRIMARY KEY AUTOINCREMENT, item_id INTEGER, draft_id INTEGER, file TEXT NOT NULL,
        name TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, sha1 TEXT NOT NULL,
        remote TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX uploads_of_item ON uploads(item_id)",
    # member_ids: who could read along when the member last looked, as JSON.
    """
    CREATE TABLE audience_seen (
        key TEXT PRIMARY KEY, member_ids TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE notices (
        notice_id INTEGER PRIMARY KEY AUTOINCREMENT, remote_id INTEGER, kind TEXT NOT NULL,
        topic_id INTEGER, number INTEGER, post_id INTEGER, member_id INTEGER, group_id INTEGER,
        created INTEGER NOT NULL, shown INTEGER NOT NULL, read INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX notices_newest ON notices(created)",
    "CREATE UNIQUE INDEX notices_of_community ON notices(remote_id) WHERE remote_id IS NOT NULL",
)

# What the community told about its groups; a resync may replace it.
CONTENT = (
    # by: member, parent (through the group above it) or staff.
    """
    CREATE TABLE group_readers (
        group_id INTEGER NOT NULL, member_id INTEGER NOT NULL, by TEXT NOT NULL,
        PRIMARY KEY (group_id, member_id)
    ) STRICT, WITHOUT ROWID
    """,
    # state: member, open (may join), asks (may ask), asked or none. complete: group_readers holds everyone.
    """
    CREATE TABLE group_facts (
        group_id INTEGER PRIMARY KEY, remote_id INTEGER, remote_name TEXT NOT NULL, name TEXT NOT NULL,
        purpose TEXT NOT NULL, closed INTEGER NOT NULL, state TEXT NOT NULL, members INTEGER,
        complete INTEGER NOT NULL, fetched_at INTEGER NOT NULL
    ) STRICT
    """,
)


def sharing(db: Database) -> None:
    """Make the tables of writing, audience and notices; everything that was there stays."""
    for statement in STATUS + CONTENT:
        db.execute(statement)
