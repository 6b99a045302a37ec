"""From tree to SQL over topics. Only parameters carry what a person typed.

Two forms of the same condition: ``topics`` starts from the most selective index the conditions offer, to
judge all topics at once; ``condition`` is for a statement that walks an index of ``topics AS t`` itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from sqlite3 import Connection
from typing import NamedTuple

from app.filters.conditions import (
    LISTED,
    NEW_MEMBER,
    Compiling,
    Created,
    Part,
    Piece,
    Value,
    dated_select,
    joined,
    name_test,
    resolved,
    words_select,
)
from app.filters.tree import AllOf, AnyOf, Before, Is, Kinds, Names, Node, Since, State, Words
from sync.store.search_index import OPENING

__all__ = ["Piece", "Query", "compile_query"]

_MOST_UNITED = 400
# Ranks: sources up to _FEW give few topics, _SCAN looks at all.
_FEW, _SCAN = 3, 9
_RECENT = 45 * 86_400_000


class Query(NamedTuple):
    """A compiled query. Good for the moment and the state of the cache it was compiled for: not to be kept.

    ``topics`` is a SELECT of topic ids, each once; ``condition`` a condition on ``topics AS t``, never NULL.
    """

    topics: Piece
    condition: Piece


class Stretch(NamedTuple):
    """A stretch of time up to now: its begin (ms), and the lowest id of the topics created in it."""

    since: int
    lowest: int


class Source(NamedTuple):
    """A SELECT of the topics (ids) for which a condition holds, from an index; the lowest rank starts.

    ``once``: no id twice; ``dated``: none older than ``Compiling.since``, or few when older ones do no harm.
    """

    rank: int
    sql: str
    values: tuple[Value, ...] = ()
    once: bool = True
    dated: bool = False


def compile_query(
    conn: Connection,
    node: Node,
    *,
    now: int,
    me: int,
    last_visit: int | None = None,
    after: int | None = None,
) -> Query:
    """The topics that ``node`` means to member ``me`` at ``now`` (ms); with ``after`` those created since.

    Words see what the word index holds: ``sync.store.search_index.index_openings`` brings it up to date.
    """
    parts: list[Part] = list(node.parts) if isinstance(node, AllOf) else [node]
    if after is not None:
        parts.append(Created(after))
    known = _bounded(Compiling(conn, now, me, last_visit), parts)
    source = _all_topics(known, parts)
    topics = source.sql if source.once else f"SELECT DISTINCT topic_id FROM ({source.sql})"  # noqa: S608
    return Query(Piece(topics, source.values), joined(known, parts, " AND ", "1"))


def compile_within(
    conn: Connection, node: Node, stretch: Stretch, *, now: int, me: int, last_visit: int | None = None
) -> Piece:
    """A SELECT of the topics of ``stretch`` that ``node`` means, maybe with older ones, and some twice."""
    parts: list[Part] = [*(node.parts if isinstance(node, AllOf) else (node,)), Created(stretch.since)]
    source = _all_topics(_bounded(Compiling(conn, now, me, last_visit), parts, stretch), parts)
    return Piece(source.sql, source.values)


def _bounded(known: Compiling, parts: Sequence[Part], within: Stretch | None = None) -> Compiling:
    starts = [start for part in parts if (start := _start(known, part)) is not None]
    if not starts:
        return known
    if within is not None and max(starts) == within.since:
        return known._replace(since=within.since, lowest=within.lowest, loose=True)
    # Without the sign SQLite would look for the least id by walking through all of them.
    query = "SELECT coalesce(min(+topic_id), 1 << 62) FROM topics WHERE created >= ?"
    return known._replace(since=max(starts), lowest=known.conn.execute(query, (max(starts),)).fetchone()[0])


def _start(known: Compiling, part: Part) -> int | None:
    """The moment before which nothing matches, when ``part`` is about that."""
    if isinstance(part, Created):
        return part.since
    return known.start_of(part.moment) if isinstance(part, Since) else None


def _all_topics(known: Compiling, parts: Sequence[Part]) -> Source:
    """The topics for which all ``parts`` hold: from the best source, the others tested on what it gives."""
    sources = {index: found for index, part in enumerate(parts) if (found := _source(known, part))}
    if known.loose:
        near = {
            index: found
            for index, found in sources.items()
            if found.dated and not isinstance(parts[index], Created)
        }
        sources = near or sources
    if not sources:
        test = joined(known, parts, " AND ", "1")
        return Source(_SCAN, f"SELECT t.topic_id FROM topics AS t WHERE {test.sql}", test.values)  # noqa: S608
    first = min(sources, key=lambda index: sources[index].rank)
    best = sources[first]
    rest = [part for index, part in enumerate(parts) if index != first and not _done(known, best, part)]
    if not rest:
        return best
    test = joined(known._replace(by_sets=best.rank > _FEW), rest, " AND ", "1")
    chosen = best.sql if best.once else f"SELECT DISTINCT topic_id FROM ({best.sql})"  # noqa: S608
    rows = f"({chosen}) AS t"
    if test.wide:
        rows = f"({chosen}) AS chosen CROSS JOIN topics AS t ON t.topic_id = chosen.topic_id"
    sql = f"SELECT t.topic_id FROM {rows} WHERE {test.sql}"  # noqa: S608
    return Source(best.rank, sql, best.values + test.values, dated=best.dated)


def _done(known: Compiling, source: Source, part: Part) -> bool:
    """Whether ``source`` gives only topics for which ``part`` holds, because it is about their age."""
    start = _start(known, part)
    return source.dated and start is not None and known.since is not None and start <= known.since


def _source(known: Compiling, part: Part) -> Source | None:
    """Where the topics for which ``part`` holds can be read from without looking at all topics."""
    if isinstance(part, AllOf):
        found = _all_topics(known, part.parts)
        return found if found.rank < _SCAN else None
    if isinstance(part, AnyOf):
        return _united(known, part.parts)
    make = _SOURCES.get(type(part))
    return None if make is None else make(known, part)


def _united(known: Compiling, parts: Sequence[Part]) -> Source | None:
    if len(parts) > _MOST_UNITED:
        return None
    found = [_source(known, part) for part in parts]
    sources = [source for source in found if source is not None]
    if len(sources) < len(found):
        return None
    sql = " UNION ".join(f"SELECT topic_id FROM ({source.sql})" for source in sources)  # noqa: S608
    values = tuple(value for source in sources for value in source.values)
    rank, dated = max(source.rank for source in sources), all(source.dated for source in sources)
    return Source(rank, sql, values, dated=dated)


def _words_source(known: Compiling, node: Words) -> Source:
    select = words_select(known, node)
    return Source(7 if select.wide else 5, select.sql, select.values, once=not select.wide, dated=known.loose)


def _names_source(known: Compiling, node: Names) -> Source:
    if node.field == "tag":
        # One name may stand for several spellings of a tag.
        sql = f"SELECT DISTINCT topic_id FROM topic_tags WHERE tag IN {LISTED} AND topic_id >= ?"  # noqa: S608
        return Source(4, sql, (resolved(known.conn, node), known.lowest or 0), dated=known.loose)
    rank = {"from": 1, "org": 2, "group": 6}[node.field]
    return _dated(known, rank, name_test(node, known.conn))


def _kinds_source(known: Compiling, node: Kinds) -> Source:
    return _dated(known, 6, Piece(f"kind IN {LISTED}", (json.dumps(node.kinds),)))


def _dated(known: Compiling, rank: int, test: Piece) -> Source:
    select = dated_select(known, test)
    if known.since is None:
        return Source(rank, select.sql, select.values)
    return Source(min(rank, _since_rank(known)), select.sql, select.values, dated=True)


def _since_rank(known: Compiling) -> int:
    return _FEW if known.since is not None and known.since > known.now - _RECENT else 8


def _is_source(known: Compiling, node: Is) -> Source | None:
    if any(state not in _STATE_SOURCES for state in node.states):
        return None
    found = [_state_source(known, state) for state in node.states]
    if len(found) == 1:
        return found[0]
    sql = " UNION ".join(source.sql for source in found)
    values = tuple(value for source in found for value in source.values)
    rank, dated = max(source.rank for source in found), all(source.dated for source in found)
    return Source(rank, sql, values, dated=dated)


def _state_source(known: Compiling, state: State) -> Source:
    rank, sql = _STATE_SOURCES[state]
    values = (known.me,) if state == "mine" else ()
    if known.since is None or state not in _DATED_STATES:
        return Source(rank, sql, values)
    return Source(
        min(rank, _since_rank(known)), f"{sql} AND created >= ?", (*values, known.since), dated=True
    )


def _since_source(known: Compiling, node: Since | Created) -> Source:
    start = node.since if isinstance(node, Created) else known.start_of(node.moment)
    since = start if known.since is None else max(start, known.since)
    return Source(_since_rank(known), "SELECT topic_id FROM topics WHERE created >= ?", (since,), dated=True)


def _before_source(known: Compiling, node: Before) -> Source:
    return Source(8, "SELECT topic_id FROM topics WHERE created < ?", (known.start_of(node.moment),))


_STATE_SOURCES: dict[State, tuple[int, str]] = {
    "unread": (3, "SELECT DISTINCT topic_id FROM unread"),
    "saved": (0, "SELECT t.topic_id FROM saved CROSS JOIN topics AS t USING (topic_id) WHERE wanted"),
    "unanswered": (6, "SELECT topic_id FROM topics WHERE kind = 'question' AND NOT answered"),
    "closed": (8, "SELECT topic_id FROM topics WHERE group_id IN (SELECT group_id FROM groups WHERE closed)"),
    "mine": (1, "SELECT topic_id FROM topics WHERE author_id = ? AND author_id"),
    "new-member": (
        3,
        "SELECT t.topic_id FROM members AS m CROSS JOIN topics AS t ON t.author_id = m.member_id"  # noqa: S608
        f" AND t.created < m.joined + {NEW_MEMBER}",
    ),
    "team": (3, "SELECT topic_id FROM topics WHERE author_id IN (SELECT member_id FROM members WHERE team)"),
    "liked": (
        0,
        "SELECT t.topic_id FROM posts AS p CROSS JOIN topics AS t ON t.topic_id = p.topic_id"  # noqa: S608
        f" WHERE p.liked AND p.post_id = {OPENING}",
    ),
}
# Of these an index goes on with the moment of creation.
_DATED_STATES: frozenset[State] = frozenset(("unanswered", "closed", "mine", "team"))
_SOURCES: dict[type, Callable[..., Source | None]] = {
    Words: _words_source,
    Names: _names_source,
    Kinds: _kinds_source,
    Is: _is_source,
    Since: _since_source,
    Created: _since_source,
    Before: _before_source,
}
