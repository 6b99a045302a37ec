"""Topics that may already say what is about to be asked, found while the title is typed."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from sqlite3 import Connection

from app.composer import terms
from app.composer.terms import Hits
from sync.markup_text import fold
from sync.store import topic_lookup, words
from sync.store.search_index import WORD
from sync.store.topic_lookup import Gist

WORDS = 8
LOOKED_AT = 150
_TOGETHER = 60
_JUDGED = 60
_IN_TITLE, _IN_TEXT = 1.0, 0.35
_ANSWERED = 1.2
# Which part of the title's weight a topic must share to be worth a look.
_LEAST_SHARE = 0.34


def similar(conn: Connection, title: str, limit: int = 3) -> list[Gist]:
    """At most ``limit`` topics of the cache that a new one called ``title`` may double, the likeliest first.

    Words in a topic's title count most, rare ones more than common ones; one whose question was answered
    comes before an equal one that waits. None while the title says too little.
    """
    return _alike(conn, title, limit) or _alike(conn, title, limit, broken=True)


def _alike(conn: Connection, title: str, limit: int, *, broken: bool = False) -> list[Gist]:
    """The topics by the words of the title as they are, or with compounds ``broken`` up."""
    extent = topic_lookup.extent(conn)
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
    rows = [(_share(gist, found) / whole, gist) for gist in topic_lookup.gists(conn, likely)]
    likeliest = sorted(rows, key=lambda one: (-one[0], -one[1].topic_id))[:limit]
    return [gist for share, gist in likeliest if share >= _LEAST_SHARE]


def _candidates(conn: Connection, found: list[Hits]) -> dict[int, float]:
    """Topics with some of the words, and what the words are worth that they are known to have."""
    worth: dict[int, float] = defaultdict(float)
    for hits in found:
        for topic_id in hits.topics:
            worth[topic_id] += hits.weight
    for hits in found:
        for topic_id in words.newest_topics(conn, f"title : {hits.term.match}", LOOKED_AT):
            worth[topic_id] += hits.weight
    telling = sorted(found, key=lambda hits: -hits.weight)[:3]
    for first, second in pairwise(telling):
        # Topics with both words may be older than the newest with either.
        for topic_id in words.newest_topics(conn, f"{first.term.match} AND {second.term.match}", _TOGETHER):
            worth[topic_id] += first.weight + second.weight
    return worth


def _share(gist: Gist, found: list[Hits]) -> float:
    """What a topic shares with the title: words in its own title, and words known to be in its text."""
    titled = set(WORD.findall(fold(gist.title)))
    in_title = [hits for hits in found if not titled.isdisjoint(hits.term.forms)]
    title = sum(hits.weight for hits in in_title)
    text = sum(hits.weight for hits in found if hits not in in_title and gist.topic_id in hits.topics)
    share = _IN_TITLE * title + _IN_TEXT * text
    return share * _ANSWERED if gist.answered else share
