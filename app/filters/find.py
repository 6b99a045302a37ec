"""Search in the language of queries: posts, newest first, with what stands around the words that matched."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from sqlite3 import Connection
from typing import NamedTuple, TypeGuard

from app.filters.conditions import NEW_MEMBER, POSTS, Compiling, Part, Piece, joined, name_test, words_select
from app.filters.needs import needs
from app.filters.parse import parse
from app.filters.sql import compile_query
from app.filters.text import to_text
from app.filters.tree import (
    EVERYTHING,
    AllOf,
    AnyOf,
    Before,
    Is,
    Kinds,
    Names,
    Node,
    Not,
    Number,
    Since,
    State,
    Words,
    all_of,
)
from app.filters.words import sought
from sync.store import cursors, marks, search
from sync.store.cached_rows import id_list
from sync.store.rows import SearchHit

_FEW_TOPICS = 2000
# Which parts of the posts are looked at, one after the other.
_PARTS = (64, 8, 1)
_TOPIC_STATES: frozenset[State] = frozenset(
    ("saved", "answered", "unanswered", "closed", "open", "pinned", "locked")
)
_STATE_POSTS: dict[State, str] = {
    "unread": "SELECT post_id FROM unread",
    "liked": "SELECT post_id FROM posts WHERE liked",
    "mine": "SELECT post_id FROM posts WHERE author_id = ? AND author_id",
    "team": "SELECT post_id FROM posts WHERE author_id IN (SELECT member_id FROM members WHERE team)",
    "new-member": "SELECT p.post_id FROM members AS m CROSS JOIN posts AS p ON p.author_id = m.member_id"  # noqa: S608
    f" AND p.created < m.joined + {NEW_MEMBER}",
}
_POSTS_OF = "SELECT post_id FROM posts WHERE topic_id IN (SELECT value FROM json_each(?))"
# The greatest and the least are looked up in the index of moments, not in that of ids: hence the sign.
_LOWEST = "SELECT coalesce(min(+post_id), 1 << 62) FROM posts WHERE created >= ?"
_HIGHEST = "SELECT coalesce(max(+post_id), -1) FROM posts WHERE created < ?"


class Asked(NamedTuple):
    """When and for whom a query is asked: ms since 1970, the member's id (0: unknown), their last visit."""

    now: int
    me: int = 0
    last_visit: int | None = None


def asked_now(conn: Connection) -> Asked:
    """A query that the member of this cache asks now."""
    return Asked(int(time.time() * 1000), cursors.me(conn), marks.last_visit(conn))


def find(conn: Connection, text: str, asked: Asked, *, limit: int = 50) -> list[SearchHit]:
    """At most ``limit`` posts that match the query ``text``, newest first; none for an empty text.

    Raises ``app.filters.parse.QueryError``. Plain words are searched as ``sync.store.search`` does.
    """
    node = parse(text)
    if node == EVERYTHING:
        return []
    if _plain(node):
        return search.search(conn, to_text(node), limit=limit)
    return search.hits(conn, newest_posts(conn, node, asked, limit=limit), marked_terms(node))


def newest_posts(conn: Connection, node: Node, asked: Asked, *, limit: int) -> list[int]:
    """The newest posts that match ``node``, at most ``limit``, newest first."""
    known = Compiling(conn, asked.now, asked.me, asked.last_visit, POSTS)
    parts: list[Part] = list(node.parts) if isinstance(node, AllOf) else [node]
    sets, rest = _sets(known, parts)
    if not sets:
        sets, rest = _few_topics(known, rest)
    bounds = _bounds(known, parts)
    if "words" not in needs(node):
        return _among(known, sets, rest, bounds, limit)
    found: list[int] = []
    above: list[tuple[str, int]] = []
    for lowest in _steps(conn):
        # Parts of words stand for many: reading all of them far back mostly finds more than is asked for.
        stretch = [*bounds, *above, (">=", lowest)]
        found += _among(known._replace(lowest=lowest), sets, rest, stretch, limit - len(found))
        if len(found) >= limit:
            break
        above = [("<", lowest)]
    return found


def _steps(conn: Connection) -> Iterable[int]:
    """Ids of posts to go back to, ever further, the oldest last."""
    # Two statements: SQLite looks up the least or the greatest id, but walks to find both.
    oldest = conn.execute("SELECT coalesce(min(post_id), 0) FROM posts").fetchone()[0]
    newest = conn.execute("SELECT coalesce(max(post_id), 0) FROM posts").fetchone()[0]
    return (newest - (newest - oldest) // part for part in _PARTS)


def _among(
    known: Compiling,
    sets: Sequence[Piece],
    rest: Sequence[Part],
    bounds: Sequence[tuple[str, int]],
    limit: int,
) -> list[int]:
    """The newest posts of all ``sets`` and between ``bounds`` for which ``rest`` holds."""
    words = [(part, words_select(known, part)) for part in rest if isinstance(part, Words)]
    walked = [select for _, select in words if not select.wide]
    sets = [*sets, *(select for _, select in words if select.wide)]
    others = [part for part in rest if not isinstance(part, Words)]
    id_column = "post_words.rowid" if walked else "p.post_id"
    tests = [Piece(f"{id_column} {sign} ?", (bound,)) for sign, bound in bounds]
    # The first set may start where no words do; a sign keeps the others from that.
    tests += [
        Piece(f"{'+' if walked or index else ''}{id_column} IN ({found.sql})", found.values)
        for index, found in enumerate(sets)
    ]
    tests.append(joined(known, others, " AND ", "1"))
    return _walk(known.conn, [str(select.values[0]) for select in walked], tests, limit)


def _walk(conn: Connection, matches: Sequence[str], tests: Sequence[Piece], limit: int) -> list[int]:
    """Down the index of words when there are ``matches``, else down the posts, until ``limit`` pass."""
    rows, order = "posts AS p", "p.post_id"
    if matches:
        rows, order = "post_words CROSS JOIN posts AS p ON p.post_id = post_words.rowid", "post_words.rowid"
        # One walk for all words.
        tests = [Piece("post_words MATCH ?", (" AND ".join(f"({match})" for match in matches),)), *tests]
    values = [value for test in tests for value in test.values]
    sql = (
        f"SELECT p.post_id FROM {rows} CROSS JOIN topics AS t ON t.topic_id = p.topic_id"  # noqa: S608
        f" WHERE {' AND '.join(test.sql for test in tests)} ORDER BY {order} DESC LIMIT ?"
    )
    return [row[0] for row in conn.execute(sql, (*values, limit))]


def marked_terms(node: Node) -> list[list[str]]:
    """The folded words and phrases that are to be marked in what was found; those under a not are not."""
    if isinstance(node, Words):
        return [list(words) for words, _ in map(sought, node.terms) if words]
    if isinstance(node, AllOf | AnyOf):
        return [found for part in node.parts for found in marked_terms(part)]
    return []


def _plain(node: Node) -> bool:
    """Whether ``node`` is but words and phrases anywhere, all of them."""
    parts = node.parts if isinstance(node, AllOf) else (node,)
    return all(
        isinstance(part, Words)
        and part.where == "any"
        and len(part.terms) == 1
        and part.terms[0].form != "prefix"
        for part in parts
    )


def _sets(known: Compiling, parts: Sequence[Part]) -> tuple[list[Piece], list[Part]]:
    """SELECTs of few posts that conditions among ``parts`` stand for, and the other parts."""
    sets, rest = [], []
    for part in parts:
        found = _set(known, part)
        if found is None:
            rest.append(part)
        else:
            sets.append(found)
    return sets, rest


def _set(known: Compiling, part: Part) -> Piece | None:
    if isinstance(part, Names) and part.field in ("from", "org"):
        test = name_test(part, known.conn)
        return Piece(f"SELECT post_id FROM posts WHERE {test.sql}", test.values)  # noqa: S608
    if isinstance(part, Is) and all(state in _STATE_POSTS for state in part.states):
        sql = " UNION ".join(_STATE_POSTS[state] for state in part.states)
        return Piece(sql, tuple(known.me for state in part.states if state == "mine"))
    return None


def _few_topics(known: Compiling, parts: Sequence[Part]) -> tuple[list[Piece], list[Part]]:
    """The posts of the topics that the conditions about topics leave, when these are few; the other parts."""
    about = [part for part in parts if _about_topic(part)]
    if not about:
        return [], list(parts)
    query = compile_query(known.conn, all_of(about), now=known.now, me=known.me)
    sql = f"SELECT topic_id FROM ({query.topics.sql}) LIMIT ?"  # noqa: S608
    ids = [row[0] for row in known.conn.execute(sql, (*query.topics.values, _FEW_TOPICS + 1))]
    if len(ids) > _FEW_TOPICS:
        return [], list(parts)
    return [Piece(_POSTS_OF, (id_list(ids),))], [part for part in parts if part not in about]


def _about_topic(part: Part) -> TypeGuard[Node]:
    """Whether ``part`` holds for all posts of a topic or for none."""
    if isinstance(part, AllOf | AnyOf):
        return all(map(_about_topic, part.parts))
    if isinstance(part, Not):
        return _about_topic(part.part)
    if isinstance(part, Names):
        return part.field in ("group", "tag")
    if isinstance(part, Is):
        return all(state in _TOPIC_STATES for state in part.states)
    return isinstance(part, Kinds) or (isinstance(part, Number) and part.field == "replies")


def _bounds(known: Compiling, parts: Sequence[Part]) -> list[tuple[str, int]]:
    """Between which ids the posts of the asked time lie: so that a walk ends with it."""
    found = []
    for part in parts:
        if isinstance(part, Since | Before):
            sign, query = (">=", _LOWEST) if isinstance(part, Since) else ("<=", _HIGHEST)
            start = known.start_of(part.moment)
            found.append((sign, int(known.conn.execute(query, (start,)).fetchone()[0])))
    return found
