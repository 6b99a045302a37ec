"""Search over the whole cache: words and "phrases", newest first, also as parts of longer words."""

from __future__ import annotations

import re
from sqlite3 import Connection

from sync.markup_text import fold
from sync.store.cached_rows import by_ids
from sync.store.rows import SearchHit
from sync.store.search_index import WORD, index_batch, index_state
from sync.store.snippet import matches_in, snippet
from sync.store.words import PART_LENGTH, first_containing

__all__ = ["hits", "index_batch", "index_state", "search"]

RANKED_WITHIN = 1000
"""Ranking looks at this many of the newest hits: ranking 300,000 takes a second and helps nobody."""
EXPANSIONS = 200
"""A part of a word stands for at most this many words; the first ones met are the common ones."""
_CANDIDATES = 2000
_MOST_TERMS = 12
_TERM = re.compile(r'"([^"]*)"?|(\S+)')
_HITS = """
    SELECT p.post_id, p.topic_id, p.number, coalesce(t.title, ''), coalesce(m.name, ''),
           coalesce(m.organisation, ''), coalesce(m.avatar, ''), coalesce(t.group_id, 0),
           coalesce(g.name, ''), coalesce(g.closed, 0), coalesce(t.kind, 'discussion'), p.created, p.html,
           coalesce(v.verdict, ''), coalesce(v.rule_id, 0)
    FROM posts AS p
    LEFT JOIN topics AS t ON t.topic_id = p.topic_id
    LEFT JOIN members AS m ON m.member_id = p.author_id
    LEFT JOIN groups AS g ON g.group_id = t.group_id
    LEFT JOIN verdicts AS v ON v.topic_id = p.topic_id
    WHERE p.post_id IN ({marks})
"""
# What a hit in title, tags and author is worth, and whole words instead of parts of longer ones.
_WEIGHTS = (8, 4, 2)
_WHOLE = 3


def search(conn: Connection, text: str, *, limit: int = 50, ranked: bool = False) -> list[SearchHit]:
    """At most ``limit`` posts that hold every word and "phrase" of ``text``, case and diacritics aside.

    A word of three letters or more also finds longer words that contain it. Newest first; with ``ranked`` the
    newest ``RANKED_WITHIN`` hits are ordered by where the words stand (title, tags, author, text) and whether
    whole. No words in ``text``: no hits.
    """
    terms = _terms(text)
    if not terms:
        return []
    broad = " AND ".join(_expanded(conn, term) for term in terms)
    ids = _newest(conn, broad, RANKED_WITHIN if ranked else limit)
    if ranked:
        ids = _ranked(conn, terms, ids)[:limit]
    return hits(conn, ids, terms)


def _terms(text: str) -> list[list[str]]:
    """The words and phrases asked for, each as a list of folded words. Nothing else of the text is kept."""
    found = []
    for phrase, word in _TERM.findall(text):
        words = WORD.findall(fold(phrase or word))
        if words:
            found.append(words)
    return found[:_MOST_TERMS]


def _quoted(words: list[str]) -> str:
    """Words as one FTS5 string: letters and digits within quotes, so nothing in them is syntax."""
    return '"' + " ".join(words) + '"'


def _expanded(conn: Connection, term: list[str]) -> str:
    if len(term) > 1 or len(term[0]) < PART_LENGTH:
        return _quoted(term)
    longer = first_containing(conn, term[0], _CANDIDATES, EXPANSIONS)
    return "(" + " OR ".join([_quoted(term), *(_quoted([word]) for word in longer)]) + ")"


def _newest(conn: Connection, match: str, limit: int, *, lowest: int = 0) -> list[int]:
    query = "SELECT rowid FROM post_words WHERE post_words MATCH ? AND rowid >= ? ORDER BY rowid DESC LIMIT ?"
    return [row[0] for row in conn.execute(query, (match, lowest, limit))]


def _ranked(conn: Connection, terms: list[list[str]], ids: list[int]) -> list[int]:
    """``ids`` (newest first) by the fields that hold all words, whole words before parts, then newest."""
    if not ids:
        return ids
    whole = set(_newest(conn, " AND ".join(map(_quoted, terms)), len(ids), lowest=ids[-1]))
    wanted = [" ".join(words) for words in terms]
    scores = {}
    fields_of = "SELECT post_id, title, tags, author FROM search_posts WHERE post_id"
    for post_id, *fields in by_ids(conn, fields_of, ids):
        held = zip(fields, _WEIGHTS, strict=True)
        scores[post_id] = sum(weight for field, weight in held if all(words in field for words in wanted))
    return sorted(ids, key=lambda post_id: (-scores.get(post_id, 0) - _WHOLE * (post_id in whole), -post_id))


def hits(conn: Connection, ids: list[int], terms: list[list[str]]) -> list[SearchHit]:
    """The posts ``ids`` in that order, with what stands around the folded words and phrases ``terms``."""
    sql = _HITS.format(marks=", ".join("?" * len(ids)))
    found = {row[0]: row for row in conn.execute(sql, ids)}
    shown_hits = []
    for post_id in ids:
        if (row := found.get(post_id)) is not None:
            shown, matches = snippet(row[12], terms)
            shown_hits.append(
                SearchHit._make((*row[:12], shown, matches, matches_in(row[3], terms), *row[13:]))
            )
    return shown_hits
