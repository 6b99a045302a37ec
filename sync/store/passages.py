"""Passages of posts by the word index: which words any post has, and which posts hold some in a row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import NamedTuple


class Holder(NamedTuple):
    """A post that holds a passage, with its group; ``html`` is in the dialect of ``sync/markup.py``."""

    post_id: int
    topic_id: int
    number: int
    group_id: int
    closed: int
    title: str
    html: str


_HOLDERS = """
    SELECT p.post_id, p.topic_id, p.number, g.group_id, g.closed, t.title, p.html
    FROM (SELECT rowid FROM post_words WHERE post_words MATCH ? ORDER BY rowid DESC LIMIT ?) AS w
    JOIN posts AS p ON p.post_id = w.rowid
    JOIN topics AS t ON t.topic_id = p.topic_id
    JOIN groups AS g ON g.group_id = t.group_id
"""


def known_words(conn: Connection, words: Iterable[str]) -> dict[str, int]:
    """Those of these folded words that some post holds, each with a number that is high for a rare word."""
    query = "SELECT word, word_id FROM words WHERE word IN (SELECT value FROM json_each(?))"
    return dict(conn.execute(query, (json.dumps(list(words)),)).fetchall())


def holders(conn: Connection, words: Sequence[str], most: int) -> list[Holder]:
    """The newest ``most`` posts that hold these folded words (letters and digits only) in a row."""
    phrase = '"' + " ".join(words) + '"'
    return list(map(Holder._make, conn.execute(_HOLDERS, (phrase, most))))
