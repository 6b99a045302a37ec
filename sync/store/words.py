"""The words that the cache knows: by how they begin, by a part of them, and the topics that they open.

The tables are filled with the index (``sync/store/search_index.py``). All words are folded.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from sqlite3 import Connection

PART_LENGTH = 3
"""From this length on a word of a query is also found inside longer words."""
# Sorts after every word that starts the same.
_LAST = "\U0010ffff"
_CONTAINING = """
    SELECT word FROM words
    WHERE word_id IN (SELECT rowid FROM word_parts WHERE word_parts MATCH ?1 {narrowed})
    AND instr(word, ?2) AND word <> ?2 {rest}
"""
_ALL_CONTAINING = _CONTAINING.format(narrowed="", rest="AND titled >= ?3")
_FIRST_CONTAINING = _CONTAINING.format(narrowed="ORDER BY rowid LIMIT ?3", rest="ORDER BY word_id LIMIT ?4")


def known(conn: Connection, words: Iterable[str]) -> dict[str, int]:
    """Those of ``words`` that some post holds, each with a number that is high for a rare word."""
    query = "SELECT word, word_id FROM words WHERE word IN (SELECT value FROM json_each(?))"
    return dict(conn.execute(query, (json.dumps(list(words)),)).fetchall())


def starting(conn: Connection, start: str, titled: int = 0) -> list[str]:
    """All words of opening posts that start with ``start``, and some that only others have.

    With ``titled`` those that were ever in the title of a topic with that id or a higher one.
    """
    query = "SELECT word FROM words WHERE word >= ? AND word < ? AND titled >= ?"
    return [row[0] for row in conn.execute(query, (start, start + _LAST, titled))]


def shortest_starting(conn: Connection, start: str, most: int) -> list[str]:
    """The ``most`` shortest words that start with ``start``, itself among them when it is one."""
    query = "SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY length(word) LIMIT ?"
    return [row[0] for row in conn.execute(query, (start, start + _LAST, most))]


def containing(conn: Connection, part: str, titled: int = 0) -> list[str]:
    """All words that contain ``part`` (three letters or more) without being it.

    ``titled`` as in ``starting``.
    """
    return [row[0] for row in conn.execute(_ALL_CONTAINING, (_pieces(part), part, titled))]


def first_containing(conn: Connection, part: str, candidates: int, most: int) -> list[str]:
    """At most ``most`` of those words, of so many ``candidates``; the common ones come first."""
    return [row[0] for row in conn.execute(_FIRST_CONTAINING, (_pieces(part), part, candidates, most))]


def newest_topics(conn: Connection, match: str, most: int) -> list[int]:
    """The newest topics whose opening post matches an expression of FTS5, newest first."""
    query = "SELECT rowid FROM topic_words WHERE topic_words MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [row[0] for row in conn.execute(query, (match, most))]


def _pieces(part: str) -> str:
    """The pieces of a part as an expression of FTS5; what has them all may contain the part."""
    pieces = sorted({part[start : start + PART_LENGTH] for start in range(len(part) - PART_LENGTH + 1)})
    return " AND ".join(f'"{piece}"' for piece in pieces)
