"""Tells posts that are new from those that changed, and writes both."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter
from sqlite3 import Connection
from typing import NamedTuple

from sync.model import Post
from sync.store import removal, search_index
from sync.store.cached_rows import by_ids
from sync.store.topic_merge import Edit

_COLUMNS = (
    "post_id, topic_id, number, author_id, created, updated, version, likes, liked, reply_to, accepted,"
    " oversize, words, html"
)
_INSERT = f"INSERT INTO posts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608
_UPDATE = (
    "UPDATE posts SET number = ?2, author_id = ?3, created = ?4, updated = ?5, version = ?6, likes = ?7,"
    " liked = ?8, reply_to = ?9, accepted = ?10, oversize = ?11, words = ?12, html = ?13 WHERE post_id = ?1"
)
_VERSION, _LIKES, _ACCEPTED, _HTML = 6, 7, 10, 13
# What of a row decides on its words: number (does it open the topic?), author, HTML.
_indexed = itemgetter(2, 3, _HTML)

Row = tuple[int, int, int, int, int, int, int, int, bool, int, bool, bool, int, str]


class Incoming(NamedTuple):
    """The posts of a batch, sorted out against the cache."""

    new: list[Post]
    edits: list[Edit]
    new_rows: list[Row]
    changed_rows: list[Row]
    new_by_topic: dict[int, list[Post]]
    edits_by_topic: dict[int, list[Edit]]


def sort_out(conn: Connection, posts: Iterable[Post]) -> Incoming:
    """Compare ``posts`` with the cache; an older version than the cached one counts as nothing new.

    A post that moved to another topic leaves the old one here and is new in the other.
    """
    latest = {post.id: post for post in posts}
    found = Incoming([], [], [], [], {}, {})
    if not latest:
        return found
    rows = by_ids(conn, f"SELECT {_COLUMNS} FROM posts WHERE post_id", latest)  # noqa: S608
    cached = {row[0]: row for row in rows}
    moved = [key for key, row in cached.items() if latest[key].topic_id != row[1]]
    if moved:
        removal.move_out(conn, {key: latest[key].topic_id for key in moved})
        for key in moved:
            del cached[key]
    taken_out = []
    for key, post in latest.items():
        row, old = _row(post), cached.get(key)
        if old is None:
            found.new.append(post)
            found.new_rows.append(row)
            found.new_by_topic.setdefault(post.topic_id, []).append(post)
        elif row != old and post.version >= old[_VERSION]:
            edit = Edit(post, old[_LIKES], bool(old[_ACCEPTED]))
            found.edits.append(edit)
            found.changed_rows.append(row)
            found.edits_by_topic.setdefault(post.topic_id, []).append(edit)
            if _indexed(row) != _indexed(old):
                taken_out.append((key, old[_HTML]))
    if taken_out:
        search_index.take_out(conn, taken_out)
        search_index.enqueue(conn, [key for key, _ in taken_out])
    return found


def write(conn: Connection, incoming: Incoming) -> None:
    """Write the rows of ``incoming`` and queue new posts for the word index."""
    if incoming.new_rows:
        conn.executemany(_INSERT, incoming.new_rows)
        search_index.enqueue(conn, [post.id for post in incoming.new])
    if incoming.changed_rows:
        conn.executemany(_UPDATE, [(row[0], *row[2:]) for row in incoming.changed_rows])


def _row(post: Post) -> Row:
    return (
        post.id,
        post.topic_id,
        post.number,
        post.author_id,
        post.created,
        post.updated or post.created,
        post.version,
        post.likes,
        post.liked,
        post.reply_to or 0,
        post.accepted,
        post.oversize,
        # Words of five letters and a space: near enough for a reading time, at no price.
        len(post.text) // 6 + 1,
        post.html,
    )
