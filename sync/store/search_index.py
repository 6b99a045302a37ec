"""The word index: filled in background batches, and emptied of a post before its text changes.

The index (FTS5) holds no text of its own. A post goes in as title and tags (opening posts only, so that a
topic is one hit for its title), author, and plain text, all folded. Next to it, ``words`` lists every word
once, with an index on three-letter pieces: so that ``beleid`` finds ``woonbeleid``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from sync.markup_text import fold, plain
from sync.store.cached_rows import by_ids, id_list

DERIVATION = "1"
"""To be raised when what is indexed of a post changes; the index is then built again."""
_FEW_PIECES = 4
_MERGE_PAGES = 2000
WORD = re.compile(r"[^\W_]+")
_LISTED_LENGTHS = (4, 40)
_SAMPLE = "<p>Één &amp; <b>twee</b></p><ul><li>Coördinatie-overleg; ﬁnanciën</li></ul>"
_DELETE = (
    "INSERT INTO post_words (post_words, rowid, title, tags, author, text) VALUES ('delete', ?, ?, ?, ?, ?)"
)
_INSERT = "INSERT INTO post_words (rowid, title, tags, author, text) VALUES (?, ?, ?, ?, ?)"
_TO_INDEX = """
    SELECT p.post_id, t.title, t.tags, coalesce(m.name || ' ' || m.username, ''), p.html,
           p.number = 1 OR p.number = t.first_number
    FROM posts AS p
    LEFT JOIN topics AS t ON t.topic_id = p.topic_id
    LEFT JOIN members AS m ON m.member_id = p.author_id
    WHERE p.post_id IN (SELECT value FROM json_each(?)) ORDER BY p.post_id
"""


class IndexState(NamedTuple):
    """How far the word index is: posts in it, posts waiting, and whether it must be built again first."""

    indexed: int
    waiting: int
    outdated: bool


def enqueue(conn: Connection, post_ids: Iterable[int]) -> None:
    """Have posts indexed by a later batch."""
    conn.executemany("INSERT OR IGNORE INTO search_queue VALUES (?)", [(post_id,) for post_id in post_ids])


def take_out(conn: Connection, posts: Sequence[tuple[int, str]]) -> None:
    """Take posts out of the index; each with the HTML it was indexed with, so before that changes."""
    if not posts:
        return
    select = "SELECT post_id, title, tags, author FROM search_posts WHERE post_id"
    indexed = {row[0]: row for row in by_ids(conn, select, (post_id for post_id, _ in posts))}
    if not indexed:
        return
    if not outdated(conn):
        rows = [(*indexed[key], fold(plain(html))) for key, html in posts if key in indexed]
        conn.executemany(_DELETE, rows)
    conn.execute(
        "DELETE FROM search_posts WHERE post_id IN (SELECT value FROM json_each(?))", (id_list(indexed),)
    )


def index_batch(conn: Connection, size: int = 500) -> int:
    """Index at most ``size`` waiting posts, newest first; returns how many are left, 0 when all is done.

    The first call after a change of what is indexed empties the index and queues every post again. Once no
    post waits, further calls put the many pieces of a long first sync together, a step at a time: they
    return 1 while there is more of that.
    """
    if outdated(conn):
        start_again(conn)
    query = "SELECT post_id FROM search_queue ORDER BY post_id DESC LIMIT ?"
    ids = [row[0] for row in conn.execute(query, (size,))]
    if not ids:
        return int(_merge_step(conn))
    listed = id_list(ids)
    rows = conn.execute(_TO_INDEX, (listed,)).fetchall()
    take_out(conn, [(row[0], row[4]) for row in rows])
    small, full, texts = [], [], []
    for post_id, title, tags, author, html, opening in rows:
        fields = (post_id, fold(title) if opening else "", fold(tags) if opening else "", fold(author))
        text = fold(plain(html))
        small.append(fields)
        full.append((*fields, text))
        texts.append(" ".join((*fields[1:], text)))
    conn.executemany(_INSERT, full)
    conn.executemany("INSERT INTO search_posts VALUES (?, ?, ?, ?)", small)
    _list_words(conn, texts)
    conn.execute("DELETE FROM search_queue WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))
    return waiting(conn) or int(_pieces(conn) > _FEW_PIECES)


def index_state(conn: Connection) -> IndexState:
    """How far the index is."""
    indexed = conn.execute("SELECT count(*) FROM search_posts").fetchone()[0]
    return IndexState(indexed, waiting(conn), outdated(conn))


def waiting(conn: Connection) -> int:
    """How many posts wait to be indexed."""
    return int(conn.execute("SELECT count(*) FROM search_queue").fetchone()[0])


def outdated(conn: Connection) -> bool:
    """Whether the index was made by another way of turning posts into words."""
    row = conn.execute("SELECT value FROM search_state WHERE name = 'derivation'").fetchone()
    return row is None or row[0] != _derivation()


def start_again(conn: Connection) -> None:
    """Empty the index and queue every post."""
    for table in ("post_words", "word_parts"):
        conn.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
    conn.execute("DELETE FROM words")
    conn.execute("DELETE FROM search_posts")
    conn.execute("INSERT OR IGNORE INTO search_queue SELECT post_id FROM posts")
    conn.execute("INSERT OR REPLACE INTO search_state VALUES ('derivation', ?)", (_derivation(),))


def purge(conn: Connection) -> None:
    """Write the index anew without words that only removed posts had; seconds for a million posts."""
    conn.execute("BEGIN IMMEDIATE")
    conn.execute("INSERT INTO post_words (post_words) VALUES ('optimize')")
    conn.execute("CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab('main', 'post_words', 'row')")
    conn.execute("DELETE FROM words WHERE word NOT IN (SELECT term FROM indexed_words)")
    conn.execute("DROP TABLE temp.indexed_words")
    conn.execute("INSERT INTO word_parts (word_parts) VALUES ('delete-all')")
    conn.execute("INSERT INTO word_parts (rowid, word) SELECT word_id, word FROM words")
    conn.execute("COMMIT")


def _merge_step(conn: Connection) -> bool:
    """Put pieces of the index together when there are many; tells whether there is more to do."""
    if _pieces(conn) <= _FEW_PIECES:
        return False
    before = conn.total_changes
    conn.execute("INSERT INTO post_words (post_words, rank) VALUES ('merge', ?)", (-_MERGE_PAGES,))
    return conn.total_changes - before >= 2


def _pieces(conn: Connection) -> int:
    return int(conn.execute("SELECT count(DISTINCT segid) FROM post_words_idx").fetchone()[0])


def _derivation() -> str:
    """The version of the derivation and what it makes of a sample, so that a change elsewhere is noticed."""
    return f"{DERIVATION}:{hashlib.sha256(fold(plain(_SAMPLE)).encode()).hexdigest()[:16]}"


def _list_words(conn: Connection, texts: Iterable[str]) -> None:
    shortest, longest = _LISTED_LENGTHS
    found = set(WORD.findall(" ".join(texts)))
    candidates = sorted(word for word in found if shortest <= len(word) <= longest and not word.isdigit())
    top = conn.execute("SELECT coalesce(max(word_id), 0) FROM words").fetchone()[0]
    conn.executemany("INSERT OR IGNORE INTO words (word) VALUES (?)", [(word,) for word in candidates])
    conn.execute(
        "INSERT INTO word_parts (rowid, word) SELECT word_id, word FROM words WHERE word_id > ?", (top,)
    )
