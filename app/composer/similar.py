"""Topics that may already say what is about to be asked, found while the title is typed."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from sqlite3 import Connection
from typing import NamedTuple

from app.composer import terms
from app.composer.terms import Hits
from sync.markup_text import fold
from sync.model import Kind
from sync.store.cached_rows import by_ids
from sync.store.search_index import WORD

WORDS = 8
LOOKED_AT = 150
_TOGETHER = 60
_JUDGED = 60
_IN_TITLE, _IN_TEXT = 1.0, 0.35
_ANSWERED = 1.2
# Which part of the title's weight a topic must share to be worth a look.
_LEAST_SHARE = 0.34
_TOPICS = """
    SELECT t.topic_id, t.title, t.kind, coalesce(m.name, ''), coalesce(t.replies, 0),
           coalesce(t.likes, 0), coalesce(t.answered, 0)
    FROM topics AS t LEFT JOIN members AS m ON m.member_id = t.author_id WHERE t.topic_id
"""


class Similar(NamedTuple):
    """A topic that is about the same; ``author`` is a name, ``answered`` whether a reply was accepted."""

    topic_id: int
    title: str
    kind: Kind
    author: str
    replies: int
    likes: int
    answered: bool


def similar(conn: Connection, title: str, limit: int = 3) -> list[Similar]:
    """At most ``limit`` topics of the cache that a new one called ``title`` may double, the likeliest first.

    Words in a topic's title count most, rare ones more than common ones; one whose question was answered
    comes before an equal one that waits. None while the title says too little.
    """
    return _alike(conn, title, limit) or _alike(conn, title, limit, broken=True)


def _alike(conn: Connection, title: str, limit: int, *, broken: bool = False) -> list[Similar]:
    """The topics by the words of the title as they are, or with compounds ``broken`` up."""
    extent = terms.extent(conn)
    written = terms.telling(title, WORDS)
    used = [terms.term(conn, word, broken=broken) for word in written]
    if broken and all(one.worth == 1.0 for one in used):
        return []
    found = [terms.newest(conn, one, LOOKED_AT, extent) for one in used]
    whole = sum(hits.weight for hits in found)
    if not whole:
        return []
    worth = _candidates(conn, found)
    likely = sorted(worth, key=lambda topic_id: (-worth[topic_id], -topic_id))[:_JUDGED]
    rows = [(_share(row, found) / whole, row) for row in by_ids(conn, _TOPICS, likely)]
    best = sorted((one for one in rows if one[0] >= _LEAST_SHARE), key=lambda one: (-one[0], -one[1][0]))
    return [Similar._make((*row[:6], bool(row[6]))) for _, row in best[:limit]]


def _candidates(conn: Connection, found: list[Hits]) -> dict[int, float]:
    """Topics with some of the words, and what the words are worth that they are known to have."""
    worth: dict[int, float] = defaultdict(float)
    for hits in found:
        for topic_id in hits.topics:
            worth[topic_id] += hits.weight
    for hits in found:
        for topic_id in terms.matching(conn, f"title : {hits.term.match}", LOOKED_AT):
            worth[topic_id] += hits.weight
    telling = sorted(found, key=lambda hits: -hits.weight)[:3]
    for first, second in pairwise(telling):
        # Topics with both words may be older than the newest with either.
        for topic_id in terms.matching(conn, f"{first.term.match} AND {second.term.match}", _TOGETHER):
            worth[topic_id] += first.weight + second.weight
    return worth


def _share(row: tuple[object, ...], found: list[Hits]) -> float:
    """What a topic shares with the title: words in its own title, and words known to be in its text."""
    words = set(WORD.findall(fold(str(row[1]))))
    in_title = [hits for hits in found if not words.isdisjoint(hits.term.forms)]
    titled = sum(hits.weight for hits in in_title)
    elsewhere = sum(hits.weight for hits in found if hits not in in_title and row[0] in hits.topics)
    share = _IN_TITLE * titled + _IN_TEXT * elsewhere
    return share * _ANSWERED if row[6] else share
