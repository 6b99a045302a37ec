"""The word index: filled in background batches, and emptied of a post before its text changes.

The index (FTS5) holds no text of its own. A post goes in as title and tags (opening posts only, so that a
topic is one hit for its title), author, and plain text, all folded. Next to it, ``words`` lists every word
once; an index on three-letter pieces of them lets ``beleid`` find ``woonbeleid``. The words of a topic's
opening post also stand in ``topic_words`` under the topic's id: topics are judged without their replies.
What is asked of those tables is in ``sync/store/words.py``.
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
_OPENINGS_AT_ONCE = 5000
_WORD_TABLES = ("post_words", "topic_words")
WORD = re.compile(r"[^\W_]+")
OPENING = (
    "(SELECT min(o.post_id) FROM posts AS o WHERE o.topic_id = t.topic_id AND o.number = t.first_number)"
)
"""The opening post of ``topics AS t``, as far as the cache has it, in SQL."""
_LISTED_LENGTHS = (4, 40)
_SAMPLE = "<p>Één &amp; <b>twee</b></p><ul><li>Coördinatie-overleg; ﬁnanciën</li></ul>"
_DELETE = (
    "INSERT INTO post_words (post_words, rowid, title, tags, author, text) VALUES ('delete', ?, ?, ?, ?, ?)"
)
_INSERT = "INSERT INTO post_words (rowid, title, tags, author, text) VALUES (?, ?, ?, ?, ?)"
_DELETE_TOPIC = _DELETE.replace("post_words", "topic_words")
_INSERT_TOPIC = _INSERT.replace("post_words", "topic_words")
_OPENINGS_WAITING = """
    SELECT q.post_id FROM search_queue AS q
    CROSS JOIN posts AS p ON p.post_id = q.post_id
    CROSS JOIN topics AS t ON t.topic_id = p.topic_id AND t.first_number = p.number
"""
_TO_INDEX = f"""
    SELECT p.post_id, t.title, t.tags, coalesce(m.name || ' ' || m.username, ''), p.html,
           p.number = 1 OR p.number = t.first_number, p.topic_id, p.post_id = {OPENING}
    FROM posts AS p
    LEFT JOIN topics AS t ON t.topic_id = p.topic_id
    LEFT JOIN members AS m ON m.member_id = p.author_id
    WHERE p.post_id IN (SELECT value FROM json_each(?)) ORDER BY p.post_id
"""  # noqa: S608


class IndexState(NamedTuple):
    """How far the word index is: posts in it, posts waiting, and whether it must be built again first."""

    indexed: int
    waiting: int
    outdated: bool


def is_listed(word: str) -> bool:
    """Whether a folded word is also found by a part of it: not numbers, nor very short or long words."""
    shortest, longest = _LISTED_LENGTHS
    return shortest <= len(word) <= longest and not word.isdigit()


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
    openings = dict(by_ids(conn, "SELECT post_id, topic_id FROM search_topics WHERE post_id", indexed))
    listed = id_list(indexed)
    if not outdated(conn):
        rows = [(*indexed[key], fold(plain(html))) for key, html in posts if key in indexed]
        conn.executemany(_DELETE, rows)
        conn.executemany(
            _DELETE_TOPIC, [(openings[key], *fields) for key, *fields in rows if key in openings]
        )
    for table in ("search_posts", "search_topics"):
        conn.execute(f"DELETE FROM {table} WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))  # noqa: S608


def renumbered(conn: Connection, openings: Iterable[tuple[int, int, int]]) -> None:
    """Have posts indexed again that open a topic now or did so: (topic, number before, number now) each."""
    # A first sync goes from new to old: every page has topics of which an earlier post turns up.
    if conn.execute("SELECT 1 FROM search_posts LIMIT 1").fetchone() is None:
        return
    conn.executemany(
        "INSERT OR IGNORE INTO search_queue SELECT post_id FROM posts JOIN search_posts USING (post_id)"
        " WHERE topic_id = ? AND number IN (1, ?, ?)",
        openings,
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
    index_posts(conn, ids)
    return waiting(conn) or int(_many_pieces(conn))


def index_openings(conn: Connection, most: int = -1) -> int:
    """Index waiting opening posts, as judging topics by words asks; returns how many that were.

    All of them, or at most ``most``.
    """
    if outdated(conn):
        start_again(conn)
    ids = [row[0] for row in conn.execute(f"{_OPENINGS_WAITING} LIMIT ?", (most,))]
    for start in range(0, len(ids), _OPENINGS_AT_ONCE):
        index_posts(conn, ids[start : start + _OPENINGS_AT_ONCE])
    return len(ids)


def index_posts(conn: Connection, post_ids: Iterable[int]) -> None:
    """Index these posts as they are now, whether they wait or not; ids that are not in the cache are none."""
    listed = id_list(post_ids)
    rows = conn.execute(_TO_INDEX, (listed,)).fetchall()
    take_out(conn, [(row[0], row[4]) for row in rows])
    _make_way(conn, [row[6] for row in rows if row[7]])
    small, full, topics, texts = [], [], [], []
    for post_id, title, tags, author, html, titled, topic_id, opening in rows:
        words = (fold(title) if titled else "", fold(tags) if titled else "", fold(author), fold(plain(html)))
        small.append((post_id, *words[:3]))
        full.append((post_id, *words))
        if opening:
            topics.append((topic_id, *words))
        texts.append(" ".join(words))
    conn.executemany(_INSERT, full)
    conn.executemany(_INSERT_TOPIC, topics)
    conn.executemany("INSERT INTO search_posts VALUES (?, ?, ?, ?)", small)
    conn.executemany("INSERT INTO search_topics VALUES (?, ?)", [(row[6], row[0]) for row in rows if row[7]])
    _list_words(conn, texts)
    _note_titles(conn, topics)
    conn.execute("DELETE FROM search_queue WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))


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
    for table in ("post_words", "topic_words", "word_parts"):
        conn.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
    for table in ("words", "search_posts", "search_topics"):
        conn.execute(f"DELETE FROM {table}")  # noqa: S608
    conn.execute("INSERT OR IGNORE INTO search_queue SELECT post_id FROM posts")
    conn.execute("INSERT OR REPLACE INTO search_state VALUES ('derivation', ?)", (_derivation(),))


def purge(conn: Connection) -> None:
    """Write the index anew without words that only removed posts had; seconds for a million posts."""
    conn.execute("BEGIN IMMEDIATE")
    try:
        conn.execute("INSERT INTO post_words (post_words) VALUES ('optimize')")
        conn.execute("INSERT INTO topic_words (topic_words) VALUES ('optimize')")
        conn.execute("CREATE VIRTUAL TABLE temp.indexed_words USING fts5vocab('main', 'post_words', 'row')")
        conn.execute("DELETE FROM words WHERE word NOT IN (SELECT term FROM indexed_words)")
        conn.execute("DROP TABLE temp.indexed_words")
        conn.execute("INSERT INTO word_parts (word_parts) VALUES ('delete-all')")
        _list_parts(conn, 0)
        conn.execute("COMMIT")
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")


def _make_way(conn: Connection, topic_ids: Iterable[int]) -> None:
    """Take words of topics out that came from another post than the one that opens them now."""
    former = by_ids(
        conn,
        "SELECT n.topic_id, s.title, s.tags, s.author, p.html FROM search_topics AS n"
        " JOIN search_posts AS s ON s.post_id = n.post_id JOIN posts AS p ON p.post_id = n.post_id"
        " WHERE n.topic_id",
        topic_ids,
    )
    conn.executemany(_DELETE_TOPIC, [(*row[:4], fold(plain(row[4]))) for row in former])
    conn.executemany("DELETE FROM search_topics WHERE topic_id = ?", [row[:1] for row in former])


def _merge_step(conn: Connection) -> bool:
    """Put pieces of the index together when there are many; tells whether there is more to do."""
    for table in _WORD_TABLES:
        before = conn.total_changes
        if _pieces(conn, table) > _FEW_PIECES:
            merge = f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)"  # noqa: S608
            conn.execute(merge, (-_MERGE_PAGES,))
        if conn.total_changes - before >= 2:
            return True
    return False


def _many_pieces(conn: Connection) -> bool:
    return any(_pieces(conn, table) > _FEW_PIECES for table in _WORD_TABLES)


def _pieces(conn: Connection, table: str) -> int:
    return int(conn.execute(f"SELECT count(DISTINCT segid) FROM {table}_idx").fetchone()[0])  # noqa: S608


def _derivation() -> str:
    """The version of the derivation and what it makes of a sample, so that a change elsewhere is noticed."""
    return f"{DERIVATION}:{hashlib.sha256(fold(plain(_SAMPLE)).encode()).hexdigest()[:16]}"


def _list_words(conn: Connection, texts: Iterable[str]) -> None:
    found = sorted(set(WORD.findall(" ".join(texts))))
    top = conn.execute("SELECT coalesce(max(word_id), 0) FROM words").fetchone()[0]
    conn.executemany("INSERT OR IGNORE INTO words (word) VALUES (?)", [(word,) for word in found])
    _list_parts(conn, top)


def _note_titles(conn: Connection, topics: Iterable[tuple[int, str, str, str, str]]) -> None:
    """Note the newest topic that has a word in its title: a stretch of topics has few of all words there."""
    newest = {word: topic_id for topic_id, title, *_ in sorted(topics) for word in WORD.findall(title)}
    conn.executemany("UPDATE words SET titled = ?2 WHERE word = ?1 AND titled < ?2", list(newest.items()))


def _list_parts(conn: Connection, top: int) -> None:
    """List the words that came after ``top`` by their pieces."""
    rows = conn.execute("SELECT word_id, word FROM words WHERE word_id > ?", (top,)).fetchall()
    conn.executemany(
        "INSERT INTO word_parts (rowid, word) VALUES (?, ?)", [row for row in rows if is_listed(row[1])]
    )
