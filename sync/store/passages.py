"""Passages of posts by the word index: which posts hold some words in a row."""

from __future__ import annotations

from collections.abc import Sequence
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


def holders(conn: Connection, words: Sequence[str], most: int) -> list[Holder]:
    """The newest ``most`` posts that hold these folded words (letters and digits only) in a row."""
    phrase = '"' + " ".join(words) + '"'
    return list(map(Holder._make, conn.execute(_HOLDERS, (phrase, most))))
