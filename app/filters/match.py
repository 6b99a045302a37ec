"""Judges a handful of topics or posts in memory: an arriving page need not wait for the word index.

The answers are those of ``app.filters.sql``, only quicker for few topics and many queries.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from sqlite3 import Connection
from typing import TypeAlias

from app.filters import facts as reading
from app.filters.conditions import NEW_MEMBER
from app.filters.facts import Facts
from app.filters.moments import start_of
from app.filters.names import name_keys
from app.filters.tree import (
    AllOf,
    AnyOf,
    Before,
    Comparison,
    Is,
    Kinds,
    Names,
    Node,
    Not,
    Number,
    Since,
    State,
    Term,
    Words,
)
from app.filters.words import sought
from sync.store.search_index import is_listed

__all__ = ["Facts", "Matcher", "facts", "found", "matcher"]

Matcher: TypeAlias = Callable[[Facts], bool]

STATES: dict[State, Matcher] = {
    "unread": lambda of: bool(of.unread),
    "read": lambda of: not of.unread,
    "saved": lambda of: bool(of.saved),
    "answered": lambda of: bool(of.answered),
    "unanswered": lambda of: of.kind == "question" and not of.answered,
    "closed": lambda of: bool(of.closed),
    "open": lambda of: not of.closed,
    "mine": lambda of: of.mine,
    "new-member": lambda of: of.joined is not None and of.created < of.joined + NEW_MEMBER,
    "team": lambda of: bool(of.team),
    "pinned": lambda of: bool(of.pinned),
    "locked": lambda of: bool(of.locked),
    "liked": lambda of: bool(of.liked),
}
_COMPARE: dict[Comparison, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}


def facts(conn: Connection, topic_ids: Iterable[int], me: int) -> dict[int, Facts]:
    """What a query can ask about the topics among ``topic_ids`` that are in the cache."""
    return reading.of_topics(conn, topic_ids, me)


def matcher(node: Node, *, now: int, last_visit: int | None = None) -> Matcher:
    """A function that tells whether ``node`` holds, at ``now`` (ms); to be made once for many facts."""
    if isinstance(node, AllOf | AnyOf):
        parts = [matcher(part, now=now, last_visit=last_visit) for part in node.parts]
        return _all(parts) if isinstance(node, AllOf) else _any(parts)
    if isinstance(node, Not):
        part = matcher(node.part, now=now, last_visit=last_visit)
        return lambda of: not part(of)
    if isinstance(node, Words):
        return _any([_word(term, node.where) for term in node.terms])
    if isinstance(node, Names):
        field, keys = node.field, name_keys(node.names)
        return lambda of: not keys.isdisjoint(of.names[field])
    if isinstance(node, Kinds):
        kinds = frozenset(node.kinds)
        return lambda of: of.kind in kinds
    if isinstance(node, Is):
        return _any([STATES[state] for state in node.states])
    if isinstance(node, Number):
        compare, value = _COMPARE[node.comparison], node.value
        count = operator.attrgetter(node.field)
        return lambda of: compare(count(of), value)
    return _dated(node, start_of(node.moment, now, last_visit))


def found(term: Term, words: str) -> list[str]:
    """What of ``words`` (as in ``Facts``) ``term`` matches: words, or the phrase that was asked for."""
    wanted, form = sought(term)
    if not wanted:
        return []
    phrase = " ".join(wanted)
    if form == "phrase":
        return [phrase] if f" {phrase} " in words else []
    if form == "prefix" and len(wanted) > 1:
        return [phrase] if f" {phrase}" in words else []
    if phrase not in words:
        return []
    if form == "prefix":
        return [word for word in dict.fromkeys(words.split()) if word.startswith(phrase)]
    return [word for word in dict.fromkeys(words.split()) if _holds(word, phrase)]


def _holds(word: str, part: str) -> bool:
    return part == word or (part in word and is_listed(word))


def _word(term: Term, where: str) -> Matcher:
    wanted, form = sought(term)
    field = operator.attrgetter(where)
    phrase = " ".join(wanted)
    if not wanted:
        return lambda _of: False
    if form == "phrase":
        return lambda of: f" {phrase} " in field(of)
    if form == "prefix":
        return lambda of: f" {phrase}" in field(of)

    def anywhere(of: Facts) -> bool:
        words: str = field(of)
        return phrase in words and any(_holds(word, phrase) for word in words.split())

    return anywhere


def _dated(node: Since | Before, start: int) -> Matcher:
    if isinstance(node, Since):
        return lambda of: bool(of.created >= start)
    return lambda of: bool(of.created < start)


def _all(parts: list[Matcher]) -> Matcher:
    if len(parts) == 1:
        return parts[0]
    return lambda of: all(part(of) for part in parts)


def _any(parts: list[Matcher]) -> Matcher:
    if len(parts) == 1:
        return parts[0]
    return lambda of: any(part(of) for part in parts)
