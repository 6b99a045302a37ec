"""The conditions of a query as SQL, over ``topics AS t``, or over ``posts AS p`` within their topic ``t``.

Only parameters carry what a person typed. Every condition is true or false, never NULL.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from sqlite3 import Connection
from typing import NamedTuple, TypeAlias

from app.filters import names
from app.filters.moments import start_of
from app.filters.tree import (
    AllOf,
    AnyOf,
    Before,
    Is,
    Kinds,
    Moment,
    NameField,
    Names,
    Node,
    Not,
    Number,
    State,
    Words,
)
from app.filters.words import expressions
from sync.store.search_index import OPENING

_DAY = 86_400_000
NEW_MEMBER = 60 * _DAY
"""Who wrote within this time (ms) of joining was new then."""
LISTED = "(SELECT value FROM json_each(?))"

Value: TypeAlias = int | str


class Piece(NamedTuple):
    """SQL and its parameters. ``wide``: it looks at more than an id."""

    sql: str
    values: tuple[Value, ...] = ()
    wide: bool = False


class Subject(NamedTuple):
    """What a condition is about: the words of which index, and where that keeps what both have."""

    words: str
    id: str
    own: str
    unread: str
    liked: str


TOPICS = Subject(
    words="topic_words",
    id="t.topic_id",
    own="t",
    unread="EXISTS (SELECT 1 FROM unread WHERE unread.topic_id = t.topic_id)",
    liked=f"EXISTS (SELECT 1 FROM posts AS p WHERE p.post_id = {OPENING} AND p.liked)",  # noqa: S608
)
POSTS = Subject(
    words="post_words",
    id="p.post_id",
    own="p",
    unread="EXISTS (SELECT 1 FROM unread WHERE unread.post_id = p.post_id)",
    liked="p.liked",
)


class Compiling(NamedTuple):
    """What compiling needs to know. No topic that matches is older than ``since`` or has an id below
    ``lowest``: what is read from an index is bound by these. With ``by_sets`` many topics are tested: then
    it is cheaper to read the ids of a group from an index than to look at every topic. ``loose``: topics
    older than ``since`` do no harm.
    """

    conn: Connection
    now: int
    me: int
    last_visit: int | None
    subject: Subject = TOPICS
    since: int | None = None
    lowest: int | None = None
    by_sets: bool = False
    loose: bool = False

    def start_of(self, moment: Moment) -> int:
        """``moment`` in ms."""
        return start_of(moment, self.now, self.last_visit)


class Created(NamedTuple):
    """Topics of this moment (ms) or later: what a caller adds to the query of a member."""

    since: int


Part: TypeAlias = Node | Created


def joined(known: Compiling, parts: Sequence[Part], word: str, none: str) -> Piece:
    """The conditions of ``parts`` with ``word`` between them, ``none`` without any."""
    tests = [condition(known, part) for part in parts]
    values = tuple(value for test in tests for value in test.values)
    sql = word.join(test.sql for test in tests) or none
    return Piece(f"({sql})", values, any(test.wide for test in tests))


def condition(known: Compiling, part: Part) -> Piece:
    """``part`` as a condition on the subject of ``known``."""
    if isinstance(part, AllOf):
        return joined(known, part.parts, " AND ", "1")
    if isinstance(part, AnyOf):
        return joined(known, part.parts, " OR ", "0")
    if isinstance(part, Not):
        test = condition(known, part.part)
        return Piece(f"NOT {test.sql}", test.values, test.wide)
    if isinstance(part, Words):
        return _in_set(known, words_select(known, part))
    if isinstance(part, Names):
        return _names(known, part)
    if isinstance(part, Kinds):
        test = Piece(f"kind IN {LISTED}", (json.dumps(part.kinds),), True)
        return _of_topic(known, test)
    if isinstance(part, Is):
        return _states(known, part.states)
    own = known.subject.own
    if isinstance(part, Number):
        column = f"{own if part.field == 'likes' else 't'}.{part.field}"
        return Piece(f"({column} {part.comparison} ?)", (part.value,), True)
    if isinstance(part, Before):
        return Piece(f"(+{own}.created < ?)", (known.start_of(part.moment),), True)
    start = part.since if isinstance(part, Created) else known.start_of(part.moment)
    if known.by_sets:
        return _in_set(known, Piece("SELECT topic_id FROM topics WHERE created >= ?", (start,)))
    return Piece(f"(+{own}.created >= ?)", (start,), True)


def words_select(known: Compiling, node: Words) -> Piece:
    """A SELECT of the ids that hold the words; ids come more than once when ``wide``."""
    lowest = known.lowest if known.subject is TOPICS else None
    sought, table = expressions(known.conn, node, lowest=lowest), known.subject.words
    bound, values = ("", ()) if known.lowest is None else (f" AND {table}.rowid >= ?", (known.lowest,))
    if len(sought) == 1:
        sql = f"SELECT rowid AS topic_id FROM {table} WHERE {table} MATCH ?{bound}"  # noqa: S608
        return Piece(sql, (sought[0], *values))
    sql = (
        f"SELECT {table}.rowid AS topic_id FROM json_each(?) AS sought"  # noqa: S608
        f" CROSS JOIN {table} WHERE {table} MATCH sought.value{bound}"
    )
    return Piece(sql, (json.dumps(sought), *values), True)


def name_test(node: Names, conn: Connection) -> Piece:
    """The names of a group, author or organisation as a condition on ``group_id`` or ``author_id``."""
    listed = resolved(conn, node)
    if node.field == "org":
        members = f"SELECT member_id FROM members WHERE organisation IN {LISTED}"  # noqa: S608
        return Piece(f"author_id IN ({members})", (listed,))
    return Piece(f"{'group_id' if node.field == 'group' else 'author_id'} IN {LISTED}", (listed,))


def resolved(conn: Connection, node: Names) -> str:
    """What the names stand for in the cache, as one parameter: ids, or names as they are written there."""
    return json.dumps(_FIND[node.field](conn, node.names))


def dated_select(known: Compiling, test: Piece) -> Piece:
    """A SELECT of topics from one of the indexes that go on with the moment of creation."""
    sql = f"SELECT topic_id FROM topics WHERE {test.sql}"  # noqa: S608
    if known.since is None:
        return Piece(sql, test.values)
    return Piece(f"{sql} AND created >= ?", (*test.values, known.since))


def _names(known: Compiling, node: Names) -> Piece:
    if node.field == "tag":
        probe = f"SELECT 1 FROM topic_tags WHERE tag IN {LISTED} AND topic_id = t.topic_id"  # noqa: S608
        return Piece(f"EXISTS ({probe})", (resolved(known.conn, node),))
    test = name_test(node, known.conn)
    if node.field == "group":
        return _of_topic(known, test)
    return Piece(f"(+{known.subject.own}.{test.sql})", test.values, True)


def _of_topic(known: Compiling, test: Piece) -> Piece:
    if known.by_sets:
        return _in_set(known, dated_select(known, test))
    return Piece(f"(+t.{test.sql})", test.values, True)


def _in_set(known: Compiling, select: Piece) -> Piece:
    # With the sign SQLite makes the set once and probes it, and does not start from it.
    return Piece(f"(+{known.subject.id} IN ({select.sql}))", select.values)


def _states(known: Compiling, states: Sequence[State]) -> Piece:
    sql = " OR ".join(_state(known.subject, state) for state in states)
    wide = any(state not in _NARROW_STATES for state in states)
    return Piece(f"({sql})", tuple(known.me for state in states if state == "mine"), wide)


def _state(subject: Subject, state: State) -> str:
    found = {"unread": subject.unread, "read": f"NOT {subject.unread}", "liked": subject.liked}
    return found[state] if state in found else _STATES[state].format(own=subject.own)


_FIND: dict[NameField, Callable[[Connection, Iterable[str]], Sequence[Value]]] = {
    "group": names.group_ids,
    "from": names.member_ids,
    "org": names.organisations,
    "tag": names.tags,
}
_NARROW_STATES = ("unread", "read", "saved")
_STATES: dict[State, str] = {
    "saved": "EXISTS (SELECT 1 FROM saved WHERE saved.topic_id = t.topic_id AND saved.wanted)",
    "answered": "t.answered",
    "unanswered": "(t.kind = 'question' AND NOT t.answered)",
    "closed": "+t.group_id IN (SELECT group_id FROM groups WHERE closed)",
    "open": "+t.group_id NOT IN (SELECT group_id FROM groups WHERE closed)",
    # Nobody has number 0, which what is written by an unknown author carries.
    "mine": "({own}.author_id = ? AND +{own}.author_id)",
    "new-member": "EXISTS (SELECT 1 FROM members AS m WHERE m.member_id = {own}.author_id"  # noqa: S608
    f" AND {{own}}.created < m.joined + {NEW_MEMBER})",
    "team": "+{own}.author_id IN (SELECT member_id FROM members WHERE team)",
    "pinned": "t.pinned",
    "locked": "t.locked",
}
