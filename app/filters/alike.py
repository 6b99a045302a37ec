"""Ready-made conditions from one topic, for "hide posts like this": each with how many topics it touches."""

from __future__ import annotations

import re
from collections.abc import Iterable
from sqlite3 import Connection
from typing import Literal, NamedTuple

from app.filters.sql import compile_query
from app.filters.tree import Kinds, Names, Node, Term, Words
from app.filters.verdicts import Known
from sync.store import rule_effects
from sync.store.rows import TopicRow, Where

Likeness = Literal["group", "from", "org", "tag", "kind", "title"]

DAYS = 30
_DAY = 86_400_000
_WORD = re.compile(r"[^\W\d_]{5,}")
_MOST_WORDS = 3


class Alike(NamedTuple):
    """What is alike (``what``: the name, tag, kind or word), its query, and topics of the last 30 days."""

    likeness: Likeness
    what: str
    node: Node
    topics: int


def alike(conn: Connection, row: TopicRow, known: Known) -> list[Alike]:
    """The conditions that hold for a topic by what it is: group, author, organisation, tags, kind, words.

    Of the title's words those that most topics share come first: a word of one topic alone says little.
    """
    found = [
        Alike(likeness, what, node, _touched(conn, node, known)) for likeness, what, node in _conditions(row)
    ]
    words = sorted((one for one in found if one.likeness == "title"), key=lambda one: -one.topics)
    return [one for one in found if one.likeness != "title"] + words[:_MOST_WORDS]


def _conditions(row: TopicRow) -> Iterable[tuple[Likeness, str, Node]]:
    if row.group:
        yield "group", row.group, Names("group", (row.group,))
    if row.author:
        yield "from", row.author, Names("from", (row.author,))
    if row.organisation:
        yield "org", row.organisation, Names("org", (row.organisation,))
    for tag in row.tags.replace(",", " ").split():
        yield "tag", tag, Names("tag", (tag,))
    yield "kind", row.kind, Kinds((row.kind,))
    for word in dict.fromkeys(match.lower() for match in _WORD.findall(row.title)):
        yield "title", word, Words((Term(word),), "title")


def _touched(conn: Connection, node: Node, known: Known) -> int:
    query = compile_query(
        conn, node, now=known.now, me=known.me, last_visit=known.last_visit, after=known.now - DAYS * _DAY
    )
    return rule_effects.matching(conn, Where(query.topics.sql, query.topics.values))
